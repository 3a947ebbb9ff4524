/**
 * Communications judged from their Parquet files alone, in plain SQL: nothing here is shared with the planner, the writer
 * or their checks but the closed lists of labels.
 */
import { z } from "zod";
import type { Duck } from "../../lib/infra/duck.ts";
import eventsSql from "./events.sql" with { type: "text" };
import faultsSql from "./faults.sql" with { type: "text" };
import figuresSql from "./figures.sql" with { type: "text" };
import nearDuplicatesSql from "./near_duplicates.sql" with { type: "text" };
import viewsSql from "./views.sql" with { type: "text" };

export interface AuditInput {
  /** Folders of the communications, and of their labels. */
  readonly comms: string;
  readonly meta: string;
  readonly tz: string;
  /** First and last local day, `YYYY-MM-DD`. */
  readonly fromDs: string;
  readonly toDs: string;
  readonly volumes: { readonly slack: number; readonly email: number; readonly nlq: number };
  readonly relevance: Readonly<Record<string, number>>;
  readonly themes: Readonly<Record<string, number>>;
}

export interface Finding {
  readonly name: string;
  readonly value: number;
  /** Null: told, not judged. */
  readonly low: number | null;
  readonly high: number | null;
}

const Broken = z.strictObject({ rule: z.string(), broken: z.int() });
const Figure = z.strictObject({ figure: z.string(), value: z.number() });

/** The seed's shares of people. */
const ROLES: Readonly<Record<string, number>> = {
  exec: 3,
  data_eng: 12,
  analytics_eng: 8,
  bi: 7,
  product_analytics: 5,
  eng_platform: 10,
  pm: 10,
  finance: 5,
  other: 40,
};
const BUCKETS: Readonly<Record<string, number>> = { platform: 0.4, analytics: 0.35, domain: 0.25 };
/** Specification, section 7 and `validate`'s gates: shares within 8 points, counts within 5 %, repetition at most 5 %. */
const POINTS = 0.08;
const COUNT_TOLERANCE = 0.05;
const MOST_REPEATED = 0.05;

/** Rules that are broken, and figures with the bands that they must lie in. */
export async function auditComms(
  duck: Duck,
  input: AuditInput,
): Promise<{ broken: { rule: string; broken: number }[]; findings: Finding[] }> {
  const { comms, meta, tz, fromDs, toDs } = input;
  for (const [name, value] of Object.entries({ comms, meta, tz, from_ds: fromDs, to_ds: toDs })) {
    await duck.set(name, value);
  }
  await duck.run(viewsSql);
  const broken = await duck.rows(faultsSql, Broken);
  const figures = new Map((await duck.rows(figuresSql, Figure)).map(({ figure, value }) => [figure, value]));
  const at = (name: string): number => figures.get(name) ?? 0;
  const around = (name: string, share: number, slack: number): Finding => ({
    name,
    value: at(name),
    low: share - slack,
    high: share + slack,
  });
  const findings: Finding[] = [
    ...Object.entries(input.volumes).map(([source, count]) =>
      around(`count/${source}`, count, COUNT_TOLERANCE * count)
    ),
    ...["slack", "email"].flatMap((source) => {
      const people = Object.keys(ROLES).reduce((sum, role) => sum + at(`role/${source}/${role}`), 0);
      return [
        // The largest remainder never misses a quota by a whole person.
        ...Object.entries(ROLES).map(([role, share]) =>
          around(`role/${source}/${role}`, people * share / 100, people === 0 ? -1 : 0.999)
        ),
        ...Object.entries(input.relevance).map(([name, share]) => around(`relevance/${source}/${name}`, share, POINTS)),
        ...Object.entries(BUCKETS).map(([name, share]) => around(`bucket/${source}/${name}`, share, POINTS)),
      ];
    }),
    ...["slack", "email", "nlq"].flatMap((source) =>
      Object.entries(input.themes).map(([name, share]) => around(`theme/${source}/${name}`, share, POINTS))
    ),
    around("office hours/roots", 0.85, 0.05),
    around("first reply/median min", 14, 6),
    around("first reply/p90 min", 180, 75),
    around("span/median h", 2.5, 1),
    ...(await duck.rows(nearDuplicatesSql, Figure)).map(({ figure, value }): Finding => ({
      name: `near-duplicates/${figure}`,
      value,
      low: 0,
      high: MOST_REPEATED,
    })),
  ];
  return { broken, findings };
}

/** How items that are linked to an event keep to it; needs the ledger beside the labels. */
export async function auditEvents(duck: Duck): Promise<Finding[]> {
  return (await duck.rows(eventsSql, Figure)).map(({ figure, value }): Finding => ({
    name: `events/${figure}`,
    value,
    low: figure === "linked" ? 1 : 0.99,
    high: null,
  }));
}

export function outside({ value, low, high }: Finding): boolean {
  return (low !== null && value < low) || (high !== null && value > high);
}
