import assert from "node:assert/strict";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { dnr, inFolder, namesIn } from "./world.ts";

const ids = archetypes.map(({ id }) => id);

Deno.test("dnr quickstart --no-llm --fast goes from nothing to the index of reports", () =>
  inFolder(async (dir) => {
    const env = { DNR_WAREHOUSE_MONTHS: "3", DNR_WAREHOUSE_SNAPSHOT_DAYS: "3" };
    const { code, stdout, stderr } = await dnr(["quickstart", "--no-llm", "--fast", "--seed", "0"], dir, { env });
    assert.equal(code, 0, stderr);
    for (const id of ids) {
      const report = await namesIn(`${dir}/reports/${id}`);
      for (const file of ["data_health.json", "data_health.csv", "exec_summary.json", "exec_summary.md", "qc"]) {
        assert.ok(report.includes(file), `${id}/${file}`);
      }
      assert.match(await Deno.readTextFile(`${dir}/reports/${id}/exec_summary.md`), /themes skipped/i);
      const manifest = JSON.parse(await Deno.readTextFile(`${dir}/data/${id}/manifest.json`));
      assert.deepEqual([manifest.seed, manifest.parameters.scale, manifest.parameters.months], [0, "fast", 3]);
      assert.ok(stdout.includes(`wrote reports/${id}\n`));
    }
    const index = await Deno.readTextFile(`${dir}/reports/index.md`);
    for (const id of ids) assert.ok(index.includes(`(${id}/exec_summary.md)`));
    assert.match(stdout, /wrote reports\/index\.md\nnext: dnr /);
  }));

Deno.test("dnr quickstart makes the companies that the configuration names, and no others", () =>
  inFolder(async (dir) => {
    const env = { DNR_WAREHOUSE_ARCHETYPES: ids[0]!, DNR_WAREHOUSE_MONTHS: "2" };
    const { code, stderr } = await dnr(["quickstart", "--no-llm", "--fast", "--json"], dir, { env });
    assert.equal(code, 0, stderr);
    assert.deepEqual(await namesIn(`${dir}/data`), [ids[0]]);
    const unknown = { env: { DNR_WAREHOUSE_ARCHETYPES: "neobnk" } };
    const refused = await dnr(["quickstart", "--no-llm"], dir, unknown);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /unknown archetype: found "neobnk".*\nhint: did you mean neobank\?/);
  }));
