/** A second opinion: evidence and data health measure the same rows with different SQL, and agree exactly. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { archetypeById } from "../../lib/archetypes/mod.ts";
import type { Archetype, Column } from "../../lib/contracts/archetype.ts";
import type { HealthCore, HealthFindings, Metric } from "../../lib/contracts/health.ts";
import { percentOf, windowRows } from "../../lib/evidence/candidate.ts";
import { candidates } from "../../lib/evidence/candidates.ts";
import { type EvidenceSession, openEvidence } from "../../lib/evidence/session.ts";
import { measure, type MeasureInput } from "../../lib/health/measure.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { ident, literal } from "../../lib/infra/sql.ts";
import { measuring } from "../../tools/standard_world.ts";
import { generated } from "../support/generate.ts";
import { shop, writeShop } from "../health/shop.ts";
import { toy } from "../support/toy/mod.ts";

/** Figures of candidates that data health measures too. */
const SAME: Readonly<Record<string, Metric>> = {
  orphan_pct: "orphan_pct",
  key_null_pct: "key_null_pct",
  dup_key_pct: "dup_key_pct",
  lag_p95_min: "lag_p95_min",
  late_pct: "late_pct",
};

/** Figures of every candidate that has a twin: its value, and the twin's. */
async function twins(
  session: EvidenceSession,
  archetype: Archetype,
  health: HealthCore,
): Promise<Record<"evidence" | "health", Record<string, number | null>>> {
  const found: Record<"evidence" | "health", Record<string, number | null>> = { evidence: {}, health: {} };
  for (const { subject: { table, column }, figures } of candidates(archetype, health.slos)) {
    for (const { id, sql } of figures) {
      const metric = SAME[id.split("/")[1]!];
      const key = archetype.tables.find(({ name }) => name === table)!.businessKey.join("+");
      const of = metric === "dup_key_pct" ? key : column;
      const twin = health.measures.window.find((m) => m.table === table && m.column === of && m.metric === metric);
      if (twin === undefined) continue;
      found.evidence[id] = await session.run(sql);
      found.health[id] = twin.value;
    }
  }
  return found;
}

/** Evidence and health of what lies in a folder. */
async function bothIn(
  input: MeasureInput,
  look: (session: EvidenceSession, findings: HealthFindings) => Promise<void>,
): Promise<void> {
  await using duck = await openDuck({ threads: 2 });
  const findings = await measure(duck, input);
  const { archetype, folder, tz } = input;
  await look(await openEvidence(duck, { archetype, folder, tz, window: findings.report.window }), findings);
}

const COMPANIES = [
  { archetype: archetypeById("neobank"), figures: 22, kpis: ["interchange_revenue", "subscription_revenue"] },
  { archetype: archetypeById("marketplace"), figures: 31, kpis: ["net_revenue"] },
  { archetype: toy, figures: 8, kpis: ["fares"] },
];

for (const { archetype, figures, kpis } of COMPANIES) {
  Deno.test(`evidence of a generated ${archetype.id} agrees with its data health`, async () => {
    await using world = await generated(archetype, { snapshotDays: 40 });
    await bothIn(measuring(archetype, world.data), async (session, { report, rows }) => {
      const { evidence, health } = await twins(session, archetype, report);
      assert.equal(Object.keys(evidence).length, figures);
      assert.deepEqual(evidence, health);

      const spike = report.null_spikes.find(({ ds }) => ds >= report.window.from);
      assert.ok(spike !== undefined, "a spike falls in the window");
      const daily = rows.find((row) =>
        row.grain === "day" && row.metric === "key_null_pct" && row.ds === spike.ds && row.table === spike.table &&
        row.column === spike.column
      );
      const rowsOfDay = `${windowRows(spike.table)}\nWHERE r.counted_ds = DATE ${literal(spike.ds)}`;
      const nullRate = percentOf(rowsOfDay, `r.${ident(spike.column)} IS NULL`);
      assert.equal(await session.run(nullRate), daily?.value);

      const total = report.kpis.filter(({ id }) => kpis.includes(id)).reduce((sum, { value }) => sum + value!, 0);
      for (const [id, { low, mid, high }] of await session.risks(candidates(archetype, report.slos))) {
        assert.ok(0 <= low && low <= mid && mid <= high && high <= 2 * total, `${id}: ${low} ${mid} ${high}`);
      }
      assert.equal((await session.windowRevenue()).cents, total);
    });
  });
}

Deno.test("evidence agrees with data health on dates, on a day of 23 hours, and on rows without a time", async () => {
  const folder = await Deno.makeTempDir();
  await writeShop(folder);
  const input = { ...measuring(shop, folder), asOf: "2026-03-10", windowDays: 5 };
  await bothIn(input, async (session, { report }) => {
    const { evidence, health } = await twins(session, shop, report);
    assert.equal(Object.keys(evidence).length, 25);
    assert.deepEqual(evidence, health);
  });
  await Deno.remove(folder, { recursive: true });
});

/** SQL values of a column: few keys, so that they meet and repeat, times around the window's edges, and nulls. */
function cell({ type }: Column): fc.Arbitrary<string> {
  const at = fc.integer({ min: 0, max: 10 * 24 * 4 }).map((quarters) =>
    `'${Temporal.Instant.from("2026-03-04T06:00Z").add({ minutes: 15 * quarters }).toString().slice(0, 16)}Z'`
  );
  const value: fc.Arbitrary<string> = type === "TIMESTAMPTZ"
    ? at
    : type === "DATE"
    ? at.map((time) => `${time.slice(0, 11)}'`)
    : type === "VARCHAR"
    ? fc.constant("'x'")
    : fc.integer({ min: -1, max: 6 }).map(String);
  return fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant("NULL") });
}

const shops = fc.record(Object.fromEntries(
  shop.tables.map(({ name, columns }) => [
    name,
    fc.array(fc.tuple(...columns.map(cell)).map((row) => `(${row.join(", ")})`), { maxLength: 12 })
      .map((rows) => rows.join(", ")),
  ]),
));

Deno.test("evidence agrees with data health whatever the rows", async () => {
  await fc.assert(
    fc.asyncProperty(shops, async (rows) => {
      const folder = await Deno.makeTempDir();
      try {
        await writeShop(folder, rows);
        const input = { ...measuring({ ...shop, guardrails: [] }, folder), asOf: "2026-03-10", windowDays: 5 };
        await bothIn(input, async (session, { report }) => {
          const { evidence, health } = await twins(session, shop, report);
          assert.deepEqual(evidence, health);
        });
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    }),
    { numRuns: 6 },
  );
});
