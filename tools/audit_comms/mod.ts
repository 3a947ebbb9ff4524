/**
 * Writes each company's communications at full volume with the embedded writer, and judges the files by SQL that shares
 * nothing with what wrote them.
 *
 *     deno task audit-comms [--seed 43] [--archetype A]
 */
import { parseArgs } from "node:util";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { Config } from "../../lib/config/schema.ts";
import { periodEnding } from "../../lib/core/calendar.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { genComms } from "../../lib/pipelines/gen_comms.ts";
import { genWarehouse } from "../../lib/pipelines/gen_warehouse.ts";
import { generation, quietContext } from "../standard_world.ts";
import { auditComms, auditEvents, outside } from "./audit.ts";

const { values: { seed, archetype: only } } = parseArgs({
  options: { seed: { type: "string", default: "43" }, archetype: { type: "string" } },
});
const defaults = Config.parse({ llm: { provider: "local" } });
const config = { ...defaults, comms: { ...defaults.comms, seed: Number(seed) } };
const { comms, warehouse } = config;
const { days } = periodEnding(warehouse.as_of, comms.months, warehouse.tz);

let faults = 0;
for (const archetype of archetypes.filter(({ id }) => only === undefined || id === only)) {
  const root = await Deno.makeTempDir({ prefix: "dnr-audit-" });
  try {
    await genWarehouse(quietContext(root), generation(archetype, root));
    const started = performance.now();
    await genComms(quietContext(root), {
      archetype,
      config,
      out: `${root}/comms`,
      meta: `${root}/meta`,
      warehouse: `${root}/data`,
      statements: "parsed",
      dryRun: false,
    });
    console.log(`${archetype.id}: written in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    await using duck = await openDuck({ threads: 2, memoryLimit: "2GB", tempDir: `${root}/spill` });
    const { broken, findings } = await auditComms(duck, {
      comms: `${root}/comms`,
      meta: `${root}/meta`,
      tz: warehouse.tz,
      fromDs: days[0]!.ds,
      toDs: days.at(-1)!.ds,
      volumes: { slack: comms.slack_threads, email: comms.email_threads, nlq: comms.nlq },
      relevance: comms.relevance_mix,
      themes: comms.theme_mix,
    });
    for (const { rule, broken: times } of broken) console.log(`  FAULT ${rule}: broken ${times} times`);
    const judged = [...findings, ...await auditEvents(duck)];
    for (const finding of judged) {
      const { name, value, low, high } = finding;
      const band = `${low?.toFixed(3) ?? "-"} to ${high?.toFixed(3) ?? "-"}`;
      console.log(`  ${outside(finding) ? "FAULT " : ""}${name}: ${value.toFixed(3)} (${band})`);
    }
    faults += broken.length + judged.filter(outside).length;
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}
console.log(faults === 0 ? "all within their bands" : `${faults} faults`);
if (faults > 0) Deno.exit(1);
