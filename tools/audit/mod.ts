/**
 * Generates each company with many seeds and holds every rate of the specification's section 5 against its tolerance, by
 * SQL that shares nothing with the generator; and the detectors of section 6 against the ledger.
 *
 *     deno task audit [--seeds 20] [--scale fast] [--archetype A]
 */
import { parseArgs } from "node:util";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { type Archetype, SCALES } from "../../lib/contracts/archetype.ts";
import { Ledger } from "../../lib/contracts/ledger.ts";
import { measure } from "../../lib/health/measure.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { genWarehouse } from "../../lib/pipelines/gen_warehouse.ts";
import { generation, measuring, quietContext, TZ } from "../standard_world.ts";
import { recount, recountManifest } from "./recount.ts";

/** Values of one figure over the seeds, with the band that each must lie in. */
interface Figure {
  readonly low: number;
  readonly high: number;
  readonly values: number[];
}

class Audit {
  readonly figures = new Map<string, Figure>();
  faults = 0;

  hold(name: string, value: number, low: number, high: number, seed: number): void {
    const figure = this.figures.get(name) ?? { low, high, values: [] };
    figure.values.push(value);
    this.figures.set(name, figure);
    if (!(value >= low && value <= high)) this.fault(`seed ${seed}: ${name} is ${value}, wanted ${low} to ${high}`);
  }

  fault(text: string): void {
    this.faults++;
    console.log(`  FAULT ${text}`);
  }
}

/** Null spikes that the product's detector finds without the ledger. */
async function detected(archetype: Archetype, dir: string): Promise<{ spikes: Set<string>; gaps: string[] }> {
  await using duck = await openDuck({ threads: 2, memoryLimit: "1GB", tempDir: `${dir}/spill` });
  const { report } = await measure(duck, measuring(archetype, `${dir}/data`));
  return {
    spikes: new Set(report.null_spikes.map((s) => `${s.table}.${s.column} ${s.ds}`)),
    gaps: report.write_gaps.map((g) => `${g.table} ${g.from} ${g.to}`),
  };
}

async function auditTypical(audit: Audit, archetype: Archetype, seed: number, dir: string): Promise<void> {
  await using duck = await openDuck({ threads: 2, memoryLimit: "1GB", tempDir: `${dir}/spill` });
  const found = await recount(duck, `${dir}/data`, archetype.tables, TZ);
  const listed = await recountManifest(duck, `${dir}/meta`);
  const same = (name: string, measured: number, defects: readonly string[]): void => {
    const rows = defects.reduce((sum, defect) => sum + (listed.get(`${defect}/${name}`) ?? 0), 0);
    if (rows !== measured) audit.fault(`seed ${seed}: ${name} ${defects.join("+")}: ${rows} listed, ${measured} found`);
  };
  for (const key of found.keys) {
    const table = archetype.tables.find((t) => t.name === key.table)!;
    const fk = table.foreignKeys.find((k) => k.column === key.column)!;
    const name = `${key.table}/${key.column}`;
    const open = fk.defects && fk.required && !table.businessKey.includes(fk.column);
    if (open) audit.hold(`${name} null`, key.nulls / key.rows, 0.015, 0.025, seed);
    if (fk.defects) {
      const failed = key.missing + key.temporal;
      audit.hold(`${name} orphan`, failed / key.rows, 0.04, 0.06, seed);
      if (fk.temporal !== undefined) audit.hold(`${name} temporal share`, key.temporal / failed, 0.15, 0.45, seed);
    }
    if (open) same(name, key.nulls, ["key_null", "null_spike"]);
    same(name, key.missing, ["orphan_missing"]);
    same(name, key.temporal, ["orphan_temporal"]);
  }
  for (const table of found.tables) {
    same(`${table.table}/`, table.duplicates, ["duplicate"]);
    if (!archetype.tables.find((t) => t.name === table.table)!.loaded) continue;
    audit.hold(`${table.table} duplicate`, table.duplicates / table.rows, 0.005, 0.009, seed);
    audit.hold(`${table.table} overall p95 lag, min`, table.p95, 120, 240, seed);
    // A write gap touches two or three days more; the other days are the 95 % and the 5 %.
    audit.hold(`${table.table} table-days at 30-180 min`, table.usualDays, 0.935, 0.96, seed);
    audit.hold(`${table.table} table-days at 4-12 h`, table.incidentDays, 0.04, 0.06, seed);
  }
  const ledger = Ledger.parse(JSON.parse(await Deno.readTextFile(`${dir}/meta/defects.json`)));
  const { spikes, gaps } = await detected(archetype, dir);
  const planned = ledger.entries.filter((e) => e.defect === "null_spike");
  const visible = planned.filter((e) => e.of_rows >= 300);
  const hits = visible.filter((e) => spikes.has(`${e.table}.${e.column} ${e.days![0]}`));
  if (visible.length > 0) {
    audit.hold("spike recall on days of 300 rows or more", hits.length / visible.length, 0.99, 1, seed);
  }
  const known = new Set(planned.map((e) => `${e.table}.${e.column} ${e.days![0]}`));
  audit.hold("spikes not in the ledger", [...spikes].filter((s) => !known.has(s)).length, 0, 1, seed);
  const gap = ledger.entries.find((e) => e.defect === "write_gap")!;
  const close = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) <= 6 * 3_600_000;
  const right = gaps.filter((text) => {
    const [table, from] = text.split(" ");
    return table === gap.table && close(from!, gap.from!);
  });
  audit.hold("write gap found", right.length, 1, 1, seed);
  audit.hold("other write gaps reported", gaps.length - right.length, 0, 0, seed);
}

async function auditClean(audit: Audit, archetype: Archetype, seed: number, dir: string): Promise<void> {
  await using duck = await openDuck({ threads: 2, memoryLimit: "1GB", tempDir: `${dir}/spill` });
  const found = await recount(duck, `${dir}/data`, archetype.tables, TZ);
  const required = (table: string, column: string): boolean =>
    archetype.tables.find((t) => t.name === table)!.foreignKeys.find((k) => k.column === column)!.required;
  const violations =
    found.keys.reduce((sum, k) => sum + (required(k.table, k.column) ? k.nulls : 0) + k.missing + k.temporal, 0) +
    found.tables.reduce((sum, t) => sum + t.duplicates, 0);
  audit.hold("clean: violations", violations, 0, 0, seed);
  const { spikes, gaps } = await detected(archetype, dir);
  audit.hold("clean: spike alarms", spikes.size, 0, 1, seed);
  audit.hold("clean: write gap alarms", gaps.length, 0, 0, seed);
}

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "20" },
    scale: { type: "string", default: "fast" },
    archetype: { type: "string" },
  },
});
const scale = SCALES.find((s) => s === values.scale) ?? "fast";
let faults = 0;
for (const archetype of archetypes.filter((a) => values.archetype === undefined || a.id === values.archetype)) {
  const audit = new Audit();
  console.log(`${archetype.id}, scale ${scale}, seeds 1 to ${values.seeds}`);
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    for (const quality of ["typical", "clean"] as const) {
      const dir = await Deno.makeTempDir({ prefix: "dnr-audit-" });
      await genWarehouse(quietContext(dir), generation(archetype, dir, { scale, quality, seed }));
      await (quality === "typical" ? auditTypical : auditClean)(audit, archetype, seed, dir);
      await Deno.remove(dir, { recursive: true });
    }
  }
  for (const [name, figure] of audit.figures) {
    const [least, most] = [Math.min(...figure.values), Math.max(...figure.values)];
    console.log(
      `  ${name.padEnd(64)} ${least.toPrecision(4).padStart(9)} ${
        most.toPrecision(4).padStart(9)
      }   wanted ${figure.low} to ${figure.high}`,
    );
  }
  console.log(`  faults: ${audit.faults}`);
  faults += audit.faults;
}
Deno.exit(faults === 0 ? 0 : 1);
