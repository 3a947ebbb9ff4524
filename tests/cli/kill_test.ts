import assert from "node:assert/strict";
import { join } from "node:path";
import { generator } from "../../lib/core/seeds.ts";
import { readManifest, verifyFiles } from "../../lib/infra/files.ts";
import { inFolder, namesIn } from "./world.ts";

const main = join(import.meta.dirname!, "..", "..", "main.ts");
/** Few in the suite; `deno task kills` makes many. */
const KILLS = Number(Deno.env.get("KILL_ROUNDS") ?? 6);
const GENERATE = ["gen-warehouse", "--archetype", "neobank", "--scale", "fast", "--months", "2", "--quiet"];

function start(cwd: string): Deno.ChildProcess {
  const args = ["run", "--allow-all", main, ...GENERATE];
  return new Deno.Command(Deno.execPath(), { args, cwd, stdout: "null", stderr: "null" }).spawn();
}

/** Every folder of data that is there under its final name matches its manifest. */
async function holdsWholeFolders(dir: string): Promise<void> {
  const data = await namesIn(join(dir, "data")).catch(() => []);
  for (const name of data.filter((name) => !name.startsWith("."))) {
    const folder = join(dir, "data", name);
    await verifyFiles(folder, await readManifest(folder));
  }
}

Deno.test("dnr gen-warehouse killed at any moment leaves whole folders, and the next run succeeds", () =>
  inFolder(async (dir) => {
    const began = performance.now();
    assert.ok((await start(dir).status).success);
    const wholeRunMs = performance.now() - began;
    const draw = generator(1, "tests/kill");
    for (let round = 0; round < KILLS; round++) {
      const child = start(dir);
      const timer = setTimeout(() => child.kill("SIGKILL"), draw() * wholeRunMs);
      await child.status;
      clearTimeout(timer);
      await holdsWholeFolders(dir);
    }
    assert.ok((await start(dir).status).success);
    await holdsWholeFolders(dir);
    assert.deepEqual(await namesIn(join(dir, "data")), ["neobank"]);
    assert.deepEqual(await namesIn(join(dir, "meta")), ["neobank"]);
  }));
