/** From findings and needs to the decision: money at risk, ranking, evidence. */
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { Action, Decision } from "../contracts/decision.ts";
import type { Theme } from "../contracts/demand.ts";
import type { HealthReport, Metric } from "../contracts/health.ts";
import type { Context } from "../core/context.ts";
import { daysBetween } from "../core/calendar.ts";
import type { Candidate } from "../evidence/candidate.ts";
import { candidates } from "../evidence/candidates.ts";
import { type EvidenceSession, openEvidence } from "../evidence/session.ts";
import { decide, type DecideInput } from "../scoring/decide.ts";
import type { MeasuredGap } from "../scoring/judge.ts";
import { withEngine } from "./engine.ts";

/** What people need, as the ranking weighs it. */
export type Demand = Pick<DecideInput, "needs" | "sourceWeights" | "coverage">;

/** What the ranking weighs beside what it reads from the warehouse. */
export interface Weighed {
  readonly archetype: Archetype;
  readonly report: HealthReport;
  readonly config: Pick<Config, "report">;
  readonly demand: Demand;
}

export interface DecisionInput extends Weighed {
  /** Folder of the warehouse that the report is of. */
  readonly folder: string;
  /** Folder that the engine may spill into. */
  readonly spill: string;
}

/** The measure of data health that a theme is judged by. */
const JUDGED_BY: Readonly<Partial<Record<Theme, Metric>>> = {
  join_keys_orphans: "orphan_pct",
  freshness_ingest_lag: "lag_p95_min",
  duplicates_dedup: "dup_key_pct",
  revenue_coverage_mapping: "key_null_pct",
};

/** Opens the warehouse of a report, and decides. */
export async function decideWarehouse(context: Context, input: DecisionInput): Promise<Decision> {
  const { archetype, folder, report } = input;
  context.progress.stage(`${archetype.id}: weighing what is at stake`);
  return await withEngine(context, input.spill, async (duck) => {
    const session = await openEvidence(duck, { archetype, folder, tz: report.tz, window: report.window });
    return await decideIn(session, input);
  });
}

/** Measures what is at stake, ranks, and reads the evidence of what is shown. */
export async function decideIn(session: EvidenceSession, weighed: Weighed): Promise<Decision> {
  const all = candidates(weighed.archetype, weighed.report.slos);
  const median = await session.medianMonthlyRevenue();
  const ranking = decide(await stake(session, all, median.cents ?? 0, weighed));
  const byId = new Map(all.map((candidate) => [candidate.id, candidate]));
  const actions: Action[] = [];
  for (const ranked of ranking.actions) {
    actions.push({ ...ranked, evidence: await session.evidence(byId.get(ranked.id)!) });
  }
  return {
    actions,
    hidden_actions: [...ranking.hidden],
    shortage: ranking.shortage,
    median_month_cents: median.cents,
    window_revenue_cents: (await session.windowRevenue()).cents,
  };
}

/** What the ranking weighs, without a look at any oracle. */
async function stake(
  session: EvidenceSession,
  all: readonly Candidate[],
  medianMonthCents: number,
  { report, config, demand }: Weighed,
): Promise<DecideInput> {
  const risks = await session.risks(all);
  return {
    ...demand,
    gaps: all.map((candidate): MeasuredGap => ({
      id: candidate.id,
      theme: candidate.theme,
      subject: candidate.subject,
      money: risks.get(candidate.id)!,
      measure: measureOf(report, candidate),
      byDemandAlone: candidate.figures.length === 0,
    })),
    days: daysBetween(report.window.from, report.window.to, report.tz).days.map(({ ds }) => ds),
    medianMonthCents,
    revenueShares: await session.tableRevenueShares(),
    weights: config.report.scoring_weights,
    seed: config.report.seed,
  };
}

function measureOf(report: HealthReport, { theme, subject }: Candidate): MeasuredGap["measure"] {
  const metric = JUDGED_BY[theme];
  const found = report.measures.window.find((measure) =>
    measure.metric === metric && measure.table === subject.table &&
    // Lag and duplicates are of the whole table, whatever their key is called.
    (subject.column === null || measure.column === subject.column)
  );
  return found === undefined ? null : { value: found.value, slo: found.slo };
}
