/** A company without defects: nothing is at risk but what is owed, and what depends on words. */
import assert from "node:assert/strict";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { candidates } from "../../lib/evidence/candidates.ts";
import { openEvidence } from "../../lib/evidence/session.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { config, TZ } from "../../tools/standard_world.ts";
import { generated } from "../support/generate.ts";

for (const archetype of archetypes) {
  Deno.test(`no money of a clean ${archetype.id} is at risk by its keys, copies or sectors`, async () => {
    await using world = await generated(archetype, { quality: "clean", snapshotDays: 40 });
    await using duck = await openDuck({ threads: 2 });
    const window = { from: "2026-06-01", to: "2026-06-30" };
    const session = await openEvidence(duck, { archetype, folder: world.data, tz: TZ, window });
    const found = await session.risks(candidates(archetype, config.report.slos));
    const themes = [...found].flatMap(([id, { high }]) => high > 0 ? [id.split(":")[0]!] : []);
    for (const theme of ["join_keys_orphans", "duplicates_dedup", "attribution_funnel_gaps"]) {
      assert.ok(!themes.includes(theme), theme);
    }
    for (const [id, { mid, high }] of found) {
      // One row in a hundred may be late, and no day is.
      if (id.startsWith("freshness")) assert.equal(mid, high, id);
      // Some invoices are never paid.
      if (id.startsWith("revenue_coverage") && !id.endsWith("paid_at")) assert.equal(high, 0, id);
      if (id.startsWith("metric_definition")) assert.ok(high > 0, id);
    }
  });
}
