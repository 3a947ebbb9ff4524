/** A disk that is full, and one that may not be written: a small file system in memory, where one may be mounted. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { dnr, inFolder } from "../cli/world.ts";
import { type CommandName, COMMANDS, digests, endsReadably, makeCompany, run } from "./small_company.ts";
import { makePack, PACK_COMMANDS, type PackCommand, runPack } from "./small_pack.ts";

const MEGABYTE = 1 << 20;

function mount(...args: string[]): boolean {
  try {
    return new Deno.Command(args[0]!, { args: args.slice(1), stderr: "null" }).outputSync().success;
  } catch {
    return false;
  }
}

/** Mounting is for root, and for Linux alone. */
const mountable = ((): boolean => {
  const dir = Deno.makeTempDirSync();
  try {
    return mount("mount", "-t", "tmpfs", "tmpfs", dir) && mount("umount", dir);
  } finally {
    Deno.removeSync(dir);
  }
})();

async function onSmallDisk(megabytes: number, work: (disk: string) => Promise<void>): Promise<void> {
  await inFolder(async (dir) => {
    const disk = join(dir, "disk");
    await Deno.mkdir(disk);
    assert.ok(mount("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", disk));
    try {
      await work(disk);
    } finally {
      assert.ok(mount("umount", disk));
    }
  });
}

/** Takes all the room but `left` bytes; gives it back when disposed. */
async function fill(disk: string, left: number): Promise<AsyncDisposable> {
  const filler = join(disk, "filler");
  const block = new Uint8Array(MEGABYTE / 16);
  const file = await Deno.open(filler, { create: true, append: true });
  try {
    for (;;) await file.write(block);
  } catch {
    const { size } = await file.stat();
    await file.truncate(Math.max(0, size - left));
  } finally {
    file.close();
  }
  return { [Symbol.asyncDispose]: () => Deno.remove(filler) };
}

/** Outputs alone: a failed run may log where there is room. */
async function outputs(disk: string): Promise<Record<string, string>> {
  const all = await digests(disk);
  return Object.fromEntries(Object.entries(all).filter(([path]) => /^(data|meta|comms|reports)\//.test(path)));
}

const WRITERS: readonly CommandName[] = ["gen-warehouse", "gen-comms", "run-report", "validate", "eval-findings"];

Deno.test({
  name: "commands on a full disk say so, keep what was written, and go on once there is room",
  ignore: !mountable,
  fn: () =>
    onSmallDisk(24, async (disk) => {
      await makeCompany(disk);
      for (const name of WRITERS) {
        for (const left of name === "gen-comms" ? [0, MEGABYTE / 32] : [0]) {
          const before = await outputs(disk);
          await using _filler = await fill(disk, left);
          const ran = await run(name, disk);
          // What a command writes may fit into the thirty-second of a megabyte.
          endsReadably(ran, left === 0 ? [2] : [0, 2], `${name} with ${left} bytes left`);
          if (ran.code === 2) {
            assert.match(ran.stderr, /^error: the disk is full: /m, name);
            assert.deepEqual(await outputs(disk), before, name);
          }
        }
      }
      const { code, stderr } = await run("run-report", disk);
      assert.equal(code, 0, stderr);
    }),
});

Deno.test({
  name: "commands on a disk that may not be written say so and leave all as it was",
  ignore: !mountable,
  fn: () =>
    onSmallDisk(24, async (disk) => {
      await makeCompany(disk);
      const before = await digests(disk);
      assert.ok(mount("mount", "-o", "remount,ro", disk));
      for (const name of Object.keys(COMMANDS) as CommandName[]) {
        const ran = await run(name, disk);
        endsReadably(ran, name === "explain" ? [0] : [2], name);
        if (ran.code === 2) assert.match(ran.stderr, /^error: the file system is read-only: /m, name);
      }
      assert.deepEqual(await digests(disk), before);
    }),
});

const PACK_WRITERS = Object.keys(PACK_COMMANDS) as PackCommand[];

Deno.test({
  name: "dnr pack and dnr gaps on a full disk say so, keep what was written, and go on once there is room",
  ignore: !mountable,
  fn: () =>
    onSmallDisk(12, async (disk) => {
      await makePack(disk);
      const whole = await digests(disk);
      // What is as it should be is not written again.
      await Deno.remove(join(disk, "schemas"), { recursive: true });
      for (const name of PACK_WRITERS) {
        const before = await digests(disk);
        {
          await using _filler = await fill(disk, 0);
          const ran = await runPack(name, disk);
          endsReadably(ran, [2], name);
          assert.match(ran.stderr, /^error: the disk is full: /m, name);
        }
        assert.deepEqual(await digests(disk), before, name);
        const { code, stderr } = await runPack(name, disk);
        assert.equal(code, 0, stderr);
      }
      assert.deepEqual(await digests(disk), whole);
    }),
});

Deno.test({
  name: "dnr pack and dnr gaps on a disk that may not be written say so and leave all as it was",
  ignore: !mountable,
  fn: () =>
    onSmallDisk(12, async (disk) => {
      await makePack(disk);
      await Deno.remove(join(disk, "schemas"), { recursive: true });
      const before = await digests(disk);
      assert.ok(mount("mount", "-o", "remount,ro", disk));
      for (const name of PACK_WRITERS) {
        const ran = await runPack(name, disk);
        endsReadably(ran, [2], name);
        assert.match(ran.stderr, /^error: the file system is read-only: /m, name);
      }
      for (
        const reader of ["pack validate --pack packs/a", "pack list --root packs", "gaps validate --out report_out"]
      ) {
        const { code, stdout, stderr } = await dnr([...reader.split(" "), "--quiet"], disk);
        assert.equal(code, 0, stdout + stderr);
      }
      assert.deepEqual(await digests(disk), before);
    }),
});
