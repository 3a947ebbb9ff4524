import assert from "node:assert/strict";
import { basename, join } from "node:path";
import type { Manifest } from "../../lib/contracts/manifest.ts";
import { UserError } from "../../lib/core/errors.ts";
import {
  digest,
  fileEntries,
  readManifest,
  stageFolder,
  verifyFiles,
  writeFileAtomic,
  writeManifest,
} from "../../lib/infra/files.ts";

async function temporary(): Promise<{ root: string } & AsyncDisposable> {
  const root = await Deno.makeTempDir();
  return { root, [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }) };
}

async function names(dir: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(dir), (entry) => entry.name)).sort();
}

const userError = (pattern: RegExp, exitCode: number) => (error: unknown): boolean => {
  assert.ok(error instanceof UserError, String(error));
  assert.match(error.message, pattern);
  assert.equal(error.exitCode, exitCode);
  return true;
};

async function warehouse(root: string): Promise<{ dir: string; manifest: Manifest }> {
  const dir = join(root, "toy");
  await Deno.mkdir(dir);
  await writeFileAtomic(join(dir, "visits.parquet"), "PAR1 visits");
  await writeFileAtomic(join(dir, "shops.parquet"), "PAR1 shops");
  const manifest: Manifest = {
    schema_version: "1.0",
    kind: "warehouse",
    archetype: "toy",
    version: "0.1.0",
    adopted: false,
    seed: 0,
    parameters: { scale: "fast" },
    files: (await fileEntries(dir, { "visits.parquet": 3, "shops.parquet": 0 })).toReversed(),
  };
  await writeManifest(dir, manifest);
  return { dir, manifest };
}

Deno.test("writeFileAtomic() replaces a file and leaves nothing beside it", async () => {
  await using dir = await temporary();
  const path = join(dir.root, "nested", "a.txt");
  await writeFileAtomic(path, "old");
  await writeFileAtomic(path, "new");
  assert.equal(await Deno.readTextFile(path), "new");
  assert.deepEqual(await names(join(dir.root, "nested")), ["a.txt"]);
});

Deno.test("digest() is the SHA-256 of the bytes, over several chunks", async () => {
  await using dir = await temporary();
  await Deno.writeTextFile(join(dir.root, "abc"), "abc");
  assert.equal(
    await digest(join(dir.root, "abc")),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  await Deno.writeFile(join(dir.root, "million"), new Uint8Array(3_000_000).fill(97));
  const whole = await crypto.subtle.digest("SHA-256", new Uint8Array(3_000_000).fill(97));
  assert.equal(await digest(join(dir.root, "million")), new Uint8Array(whole).toHex());
});

Deno.test("stageFolder() shows nothing before commit() and the whole folder after it", async () => {
  await using dir = await temporary();
  const target = join(dir.root, "data", "toy");
  for (const content of ["first", "second"]) {
    await using staging = await stageFolder(target);
    await Deno.writeTextFile(join(staging.dir, "manifest.json"), content);
    await Deno.writeTextFile(join(staging.dir, content), "");
    await staging.commit();
  }
  assert.deepEqual(await names(target), ["manifest.json", "second"]);
  assert.deepEqual(await names(join(dir.root, "data")), ["toy"]);
});

Deno.test("stageFolder() disposed without commit() leaves the folder as it was", async () => {
  await using dir = await temporary();
  const { dir: target } = await warehouse(dir.root);
  const before = await names(target);
  await assert.rejects(async () => {
    await using staging = await stageFolder(target);
    await Deno.writeTextFile(join(staging.dir, "half"), "");
    throw new Error("interrupted");
  }, /interrupted/);
  assert.deepEqual(await names(target), before);
  assert.deepEqual(await names(dir.root), ["toy"]);
});

Deno.test("stageFolder() refuses to replace what dnr did not write", async () => {
  await using dir = await temporary();
  await Deno.mkdir(join(dir.root, "documents"));
  await Deno.writeTextFile(join(dir.root, "documents", "thesis.txt"), "years of work");
  await assert.rejects(stageFolder(join(dir.root, "documents")), userError(/did not write \(thesis.txt\)/, 2));
  await assert.rejects(
    stageFolder(join(dir.root, "documents", "thesis.txt")),
    userError(/a file of that name is in the way/, 2),
  );
  assert.deepEqual(await names(dir.root), ["documents"]);
});

Deno.test("stageFolder() sweeps what killed runs left and spares the live ones", async () => {
  await using dir = await temporary();
  const target = join(dir.root, "toy");
  await using live = await stageFolder(target);
  for (const left of [".toy.staging-1", ".toy.staging-2.retired", ".other.staging-3"]) {
    await Deno.mkdir(join(dir.root, left));
  }
  await Deno.writeTextFile(join(dir.root, ".toy.staging-1.lock"), "");
  await Deno.mkdir(target);
  await using staging = await stageFolder(target);
  const ours = [live, staging].map(({ dir }) => basename(dir)).flatMap((name) => [name, `${name}.lock`]);
  assert.deepEqual(await names(dir.root), ["toy", ".other.staging-3", ...ours].sort());
});

Deno.test("stageFolder() of a run that is killed leaves what the next run sweeps", async () => {
  await using dir = await temporary();
  const target = join(dir.root, "toy");
  const script = `import { stageFolder } from ${JSON.stringify(import.meta.resolve("../../lib/infra/files.ts"))};
    const staging = await stageFolder(${JSON.stringify(target)});
    await Deno.writeTextFile(staging.dir + "/half", "");
    console.log("ready");
    setInterval(() => {}, 1000);`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", "--config", join(import.meta.dirname!, "..", "..", "deno.json"), script],
    stdout: "piped",
  }).spawn();
  for await (const _ of child.stdout) break;
  await using alive = await stageFolder(target);
  assert.equal((await names(dir.root)).length, 4, "the running process keeps its folder and its lock");
  child.kill("SIGKILL");
  await child.status;
  await using staging = await stageFolder(target);
  const ours = [alive, staging].map(({ dir }) => basename(dir)).flatMap((name) => [name, `${name}.lock`]);
  assert.deepEqual(await names(dir.root), ours.sort());
});

for (
  const [title, kept, lost] of [
    ["new folder when it was whole", ".ready", ".retired"],
    ["old folder when the new one is gone", ".retired", ""],
  ] as const
) {
  Deno.test(`readManifest() after a kill between two renames finds the ${title}`, async () => {
    await using dir = await temporary();
    const { dir: target, manifest } = await warehouse(dir.root);
    const left = join(dir.root, ".toy.staging-1");
    await Deno.rename(target, `${left}${kept}`);
    await Deno.mkdir(`${left}${lost}`);
    assert.equal((await readManifest(target)).archetype, manifest.archetype);
    assert.deepEqual(await names(dir.root), ["toy"]);
  });
}

Deno.test("stageFolder() of two runs at once leaves one whole folder", async () => {
  await using dir = await temporary();
  const target = join(dir.root, "toy");
  const run = async (content: string): Promise<void> => {
    await using staging = await stageFolder(target);
    await Deno.writeTextFile(join(staging.dir, "manifest.json"), content);
    await Deno.writeTextFile(join(staging.dir, content), content);
    await staging.commit();
  };
  await Promise.all(["a", "b", "c", "d"].map(run));
  const content = await Deno.readTextFile(join(target, "manifest.json"));
  assert.deepEqual(await names(target), [content, "manifest.json"]);
  assert.deepEqual(await names(dir.root), ["toy"]);
});

Deno.test("readManifest() gives back what writeManifest() wrote, files ordered by path", async () => {
  await using dir = await temporary();
  const { dir: target, manifest } = await warehouse(dir.root);
  const read = await readManifest(target);
  assert.deepEqual(read, { ...manifest, files: manifest.files.toReversed() });
  assert.deepEqual(read.files.map((file) => [file.path, file.bytes, file.rows]), [
    ["shops.parquet", 10, 0],
    ["visits.parquet", 11, 3],
  ]);
  await verifyFiles(target, read);
});

Deno.test("readManifest() tells a missing folder from an incomplete one and a malformed manifest", async () => {
  await using dir = await temporary();
  await assert.rejects(readManifest(join(dir.root, "none")), userError(/cannot read folder .*none: there is none/, 2));
  await assert.rejects(readManifest(dir.root), (error) => {
    userError(/is incomplete: it has no manifest.json/, 2)(error);
    assert.match((error as UserError).hint ?? "", /dnr adopt --archetype … --warehouse/);
    return true;
  });
  for (const text of ["{ not json", "[]", `{"schema_version": "1.0", "kind": "barn"}`]) {
    await Deno.writeTextFile(join(dir.root, "manifest.json"), text);
    await assert.rejects(readManifest(dir.root), userError(/malformed manifest/, 3));
  }
});

Deno.test("readManifest() says why a manifest cannot be read", async () => {
  await using dir = await temporary();
  await Deno.mkdir(join(dir.root, "manifest.json"));
  await assert.rejects(readManifest(dir.root), userError(/^cannot read .*manifest\.json: .*directory/i, 2));
});

Deno.test("verifyFiles() names a file that is missing, cut short or has one bit flipped", async () => {
  await using dir = await temporary();
  const { dir: target, manifest } = await warehouse(dir.root);
  const path = join(target, "visits.parquet");
  const whole = await Deno.readFile(path);
  const flipped = whole.slice();
  flipped[4]! ^= 1;
  for (
    const [bytes, fault] of [
      [flipped, /damaged: visits.parquet has SHA-256 .*…, its manifest says/],
      [whole.subarray(0, 5), /damaged: visits.parquet has 5 bytes, its manifest says 11/],
      [undefined, /damaged: visits.parquet is missing/],
    ] as const
  ) {
    if (bytes === undefined) await Deno.remove(path);
    else await Deno.writeFile(path, bytes);
    await assert.rejects(verifyFiles(target, manifest), userError(fault, 3));
  }
});
