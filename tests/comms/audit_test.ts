/** Small corpora judged by SQL over their files; the full volumes are judged by `deno task audit-comms`. */
import assert from "node:assert/strict";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { Config } from "../../lib/config/schema.ts";
import { periodEnding } from "../../lib/core/calendar.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { genComms } from "../../lib/pipelines/gen_comms.ts";
import { auditComms, auditEvents, outside } from "../../tools/audit_comms/audit.ts";
import { quietContext } from "../../tools/standard_world.ts";
import { generated } from "../support/generate.ts";

const defaults = Config.parse({ llm: { provider: "local" } });

for (const archetype of archetypes) {
  Deno.test(`${archetype.id}: every rule of the communications holds in their files`, async () => {
    await using world = await generated(archetype);
    const volumes = { slack: 500, email: 120, nlq: 160 };
    const comms = {
      ...defaults.comms,
      slack_threads: volumes.slack,
      email_threads: volumes.email,
      nlq: volumes.nlq,
    };
    const { warehouse } = defaults;
    await genComms(quietContext(world.root), {
      archetype,
      config: { ...defaults, comms },
      out: `${world.root}/comms`,
      meta: world.meta,
      warehouse: world.data,
      statements: "left",
      dryRun: false,
    });
    const { days } = periodEnding(warehouse.as_of, comms.months, warehouse.tz);
    await using duck = await openDuck({ threads: 2 });
    const { broken, findings } = await auditComms(duck, {
      comms: `${world.root}/comms`,
      meta: world.meta,
      tz: warehouse.tz,
      fromDs: days[0]!.ds,
      toDs: days.at(-1)!.ds,
      volumes,
      relevance: comms.relevance_mix,
      themes: comms.theme_mix,
    });
    assert.deepEqual(broken, []);
    assert.deepEqual([...findings, ...await auditEvents(duck)].filter(outside), []);
  });
}
