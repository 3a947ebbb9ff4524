import assert from "node:assert/strict";
import { join } from "node:path";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { digest } from "../../lib/infra/files.ts";

const MAIN = join(import.meta.dirname!, "..", "..", "main.ts");

/** Digest of every file that a run writes, whatever its surroundings. */
async function hashes(archetype: string, tz: string, threads: number, below: string): Promise<string[]> {
  const root = await Deno.makeTempDir({ prefix: "dnr-repeat-" });
  const cwd = join(root, below);
  await Deno.mkdir(cwd, { recursive: true });
  const args = [
    "gen-warehouse",
    "--archetype",
    archetype,
    "--scale",
    "fast",
    "--months",
    "4",
    "--threads",
    `${threads}`,
  ];
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", MAIN, ...args, "--out", join(root, "data"), "--meta", join(root, "meta")],
    cwd,
    env: { TZ: tz },
  });
  const { code, stderr } = await command.output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  const found: string[] = [];
  for (const folder of ["data", "meta"]) {
    const names = await Array.fromAsync(Deno.readDir(join(root, folder)), (entry) => entry.name);
    for (const name of names.sort()) found.push(`${folder}/${name} ${await digest(join(root, folder, name))}`);
  }
  await Deno.remove(root, { recursive: true });
  return found;
}

for (const { id } of archetypes) {
  Deno.test(`dnr gen-warehouse writes the same bytes of ${id} on 1, 2, 4 threads, in three time zones and folders`, async () => {
    const first = await hashes(id, "UTC", 2, ".");
    assert.ok(first.length > 5);
    assert.deepEqual(await hashes(id, "Asia/Kathmandu", 1, "a/b"), first);
    assert.deepEqual(await hashes(id, "America/St_Johns", 4, "elsewhere"), first);
  });
}
