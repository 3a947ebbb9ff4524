/** `dnr plan`: what a report would send to models and what that would cost. Asks nobody and leaves nothing behind. */
import { join, resolve } from "node:path";
import { affordable } from "../classify/entities.ts";
import { askThemes } from "../classify/themes.ts";
import type { Config } from "../config/schema.ts";
import type { Estimate } from "../contracts/budget.ts";
import { type Source, SOURCES } from "../contracts/demand.ts";
import type { Context } from "../core/context.ts";
import { verifyFiles } from "../infra/files.ts";
import type { Model, Price } from "../llm/client.ts";
import { aheadOf, allowance } from "./allowance.ts";
import { openComms, readComms } from "./comms_folder.ts";
import { withEngine } from "./engine.ts";
import { measureFolder, openWarehouse } from "./measure_folder.ts";
import { readingModels } from "./reading_models.ts";
import { distinctPrices, type EligibleItem, entityQuestions, triage } from "./triage.ts";

export interface PlanOptions {
  readonly warehouse: string;
  readonly comms: string;
  readonly windowDays: number;
  readonly config: Config;
}

export interface SourcePlan {
  readonly source: Source;
  readonly items: number;
  readonly eligible: number;
  readonly sent: number;
  /** Input tokens of what is sent. */
  readonly tokens: number;
  /** Sent among the eligible, 0 to 1; null without eligible items. */
  readonly coverage: number | null;
}

export interface PurposePlan {
  readonly purpose: "classification" | "entities";
  readonly provider: string;
  readonly model: string;
  readonly free: boolean;
  readonly requests: number;
  readonly tokens: number;
  readonly cap_usd: number;
  readonly estimate_usd: Estimate;
}

export interface Plan {
  readonly archetype: string;
  readonly sources: readonly SourcePlan[];
  readonly purposes: readonly PurposePlan[];
  readonly notes: readonly string[];
}

/**
 * Measures the warehouse, filters and samples as `run-report` would, and adds up the prices.
 *
 * How many threads will turn out positive, and so be searched for tables and columns, nobody knows before they are
 * read: the embedded model, which is free, reads them for the estimate.
 *
 * @throws {UserError} as `run-report` does on folders that it can't read.
 */
export async function plan(context: Context, { warehouse, comms, windowDays, config }: PlanOptions): Promise<Plan> {
  const { folder, manifest, archetype } = await openWarehouse(resolve(context.cwd, warehouse));
  const commsFolder = resolve(context.cwd, comms);
  await openComms(commsFolder, archetype);
  await verifyFiles(folder, manifest);
  const models = await readingModels(context, config, null);
  const scratch = await Deno.makeTempDir({ prefix: "dnr-plan-" });
  const spill = join(scratch, "spill");
  try {
    const findings = await measureFolder(context, { archetype, folder, manifest, spill, windowDays, config });
    const correspondence = await withEngine(context, spill, (duck) => readComms(duck, commsFolder));
    const { model } = models.classification;
    context.progress.stage(`${archetype.id}: choosing what to read`);
    const triaged = await triage({ archetype, comms: correspondence, findings, config, model });
    const sent = triaged.eligible.filter((_, e) => triaged.allocation.sent[e]);
    const wanted = await likelyNamed(context, sent, config);
    const purse = allowance(config, "entities");
    const batches = archetype.vocabulary === undefined && models.entities.model.free
      ? []
      : entityQuestions(models.entities.model, archetype, wanted, config);
    const reached = affordable(batches, models.entities.model.free ? Infinity : purse.usable);
    return {
      archetype: archetype.id,
      sources: SOURCES.map((source) => {
        const eligible = triaged.eligible.filter(({ item }) => item.source === source);
        const own = sent.filter(({ item }) => item.source === source);
        return {
          source,
          items: triaged.items.filter((item) => item.source === source).length,
          eligible: eligible.length,
          sent: own.length,
          tokens: tokensOf(own.map(({ price }) => price)),
          coverage: eligible.length === 0 ? null : own.length / eligible.length,
        };
      }),
      purposes: [
        purposePlan("classification", model, distinctPrices(sent), config),
        purposePlan("entities", models.entities.model, reached.map(({ price }) => price), config),
      ],
      notes: [...new Set([...models.classification.notes, ...models.entities.notes])],
    };
  } finally {
    await Deno.remove(scratch, { recursive: true });
  }
}

async function likelyNamed(
  context: Context,
  sent: readonly EligibleItem[],
  config: Config,
): Promise<EligibleItem[]> {
  context.progress.stage("estimating how many items need tables and columns");
  const offline = { ...config, llm: { ...config.llm, provider: "local" as const } };
  const { classification: { model } } = await readingModels(context, offline, null);
  const { answers } = await askThemes(model, sent.map(({ question }) => question), aheadOf(config));
  return sent.filter(({ item }, i) => item.source === "nlq" || answers[i]!.relevance === "positive");
}

function purposePlan(
  purpose: PurposePlan["purpose"],
  { provider, model, free }: Model,
  prices: readonly Price[],
  config: Config,
): PurposePlan {
  const { cap, estimate } = allowance(config, purpose);
  return {
    purpose,
    provider,
    model,
    free,
    requests: prices.length,
    tokens: tokensOf(prices),
    cap_usd: cap / 1e9,
    estimate_usd: estimate(prices),
  };
}

function tokensOf(prices: readonly Price[]): number {
  return prices.reduce((sum, { inputTokens }) => sum + inputTokens, 0);
}
