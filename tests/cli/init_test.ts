import assert from "node:assert/strict";
import { dnr, inFolder, namesIn } from "./world.ts";

Deno.test("dnr init makes the folders and a configuration that changes nothing", () =>
  inFolder(async (dir) => {
    const { code, stdout } = await dnr(["init"], dir);
    assert.equal(code, 0);
    assert.deepEqual(await namesIn(dir), [".cache", "comms", "configs", "data", "meta", "reports", "schemas"]);
    for (const path of ["data", "comms", "reports", "meta", ".cache/llm", "configs/default.yaml"]) {
      assert.ok(stdout.includes(`wrote ${path}\n`), path);
    }
    assert.match(stdout, /^next: dnr /m);
    const shown = await dnr(["config", "show"], dir);
    assert.equal(shown.code, 0, shown.stderr);
    assert.match(shown.stdout, /^warehouse\.seed +42 +configs\/default\.yaml:\d+:\d+$/m);
  }));

Deno.test("dnr init a second time keeps what is there", () =>
  inFolder(async (dir) => {
    await dnr(["init"], dir);
    await Deno.writeTextFile(`${dir}/configs/default.yaml`, "warehouse: {seed: 7}\n");
    const { code, stdout } = await dnr(["init", "--json"], dir);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout).created, []);
    assert.equal(await Deno.readTextFile(`${dir}/configs/default.yaml`), "warehouse: {seed: 7}\n");
  }));

Deno.test("dnr init follows the paths of the configuration", () =>
  inFolder(async (dir) => {
    await dnr(["init"], dir, { env: { DNR_PATHS_DATA: "elsewhere/tables" } });
    assert.ok((await Deno.stat(`${dir}/elsewhere/tables`)).isDirectory);
  }));
