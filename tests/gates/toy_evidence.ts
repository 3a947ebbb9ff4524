/** All evidence about a generated toy company, gathered once; what a test breaks, it breaks in a copy. */
import { join } from "node:path";
import { Config } from "../../lib/config/schema.ts";
import { Ledger } from "../../lib/contracts/ledger.ts";
import type { Archetype } from "../../lib/contracts/archetype.ts";
import type { QcCheck } from "../../lib/contracts/qc.ts";
import { periodEnding } from "../../lib/core/calendar.ts";
import { silent } from "../../lib/core/context.ts";
import { countArrivals } from "../../lib/gates/arrivals.ts";
import { countDefectRows } from "../../lib/gates/defect_rows.ts";
import type { Evidence } from "../../lib/gates/evidence.ts";
import type { Gate, Gathered } from "../../lib/gates/gate.ts";
import { generatedOf } from "../../lib/gates/generated.ts";
import { readValues } from "../../lib/gates/sanity.ts";
import { type FileColumns, readColumns } from "../../lib/gates/schema.ts";
import { measure } from "../../lib/health/measure.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { readManifest } from "../../lib/infra/files.ts";
import type { GenWarehouseOptions } from "../../lib/pipelines/gen_warehouse.ts";
import { type CommsEvidence, withoutComms } from "../../lib/pipelines/validate_comms.ts";
import { recount } from "../../tools/audit/recount.ts";
import { generated } from "../support/generate.ts";
import { toy } from "../support/toy/mod.ts";

const { report } = Config.parse({});

/** The bus company with checks of its own: the dearest fare, and what the rides of all lines have in common. */
export const checkedToy: Archetype = {
  ...toy,
  checks: [
    { id: "dearest_fare", title: "Dearest fare", gate: "taxonomy", unit: "cents", min: 550, max: 550 },
    { id: "mean_fare", title: "Mean fare", gate: "monetization", unit: "cents", min: 290, max: 310 },
    { id: "free_rides", title: "Free rides", gate: "seasonality", unit: "%", min: 20, max: 30 },
  ],
  checkSql: `SELECT 'dearest_fare' AS id, max(fare_cents)::DOUBLE AS value FROM fact_ride
    UNION ALL SELECT 'mean_fare', avg(fare_cents) FROM first_fact_ride
    UNION ALL SELECT 'free_rides', 100.0 * count(*) FILTER (fare_cents = 0) / count(*) FROM first_fact_ride`,
};

/** Evidence of a warehouse without communications. */
export type WarehouseEvidence = Omit<Evidence, keyof CommsEvidence> & CommsEvidence;

/** Evidence of one generated toy, beside the same rates counted by other SQL. */
export async function toyEvidence(
  options: Partial<GenWarehouseOptions> = {},
): Promise<{ evidence: WarehouseEvidence; counted: Awaited<ReturnType<typeof recount>> }> {
  await using world = await generated(toy, options);
  await using duck = await openDuck();
  const manifest = await readManifest(world.data);
  const how = generatedOf(manifest);
  const columns = new Map<string, FileColumns>();
  for (const { name } of toy.tables) columns.set(name, await readColumns(duck, join(world.data, `${name}.parquet`)));
  const findings = await measure(duck, {
    archetype: toy,
    folder: world.data,
    asOf: how.asOf,
    tz: how.tz,
    windowDays: 30,
    slos: report.slos,
    guardrails: report,
    progress: silent,
  });
  const evidence: WarehouseEvidence = {
    archetype: checkedToy,
    faults: new Map(manifest.files.map(({ path }) => [path, null])),
    columns,
    generated: how,
    findings,
    limits: report,
    arrivals: await countArrivals(duck, toy, periodEnding(how.asOf, how.months, how.tz)),
    values: await readValues(duck, checkedToy),
    ledger: Ledger.parse(JSON.parse(await Deno.readTextFile(join(world.meta, "defects.json")))),
    defectRows: await countDefectRows(duck, join(world.meta, "defect_rows.parquet")),
    samples: [manifest.files, manifest.files],
    ...withoutComms("no comms were given"),
  };
  return { evidence, counted: await recount(duck, world.data, toy.tables, how.tz) };
}

/** The names of a gate's checks that came out as `status`. */
export function named(gate: Gate, gathered: Gathered, status: QcCheck["status"]): string[] {
  return gate.run(gathered).filter((check) => check.status === status).map(({ check }) => check);
}
