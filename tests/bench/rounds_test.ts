import assert from "node:assert/strict";
import { type Dnr, inRounds, median, medianOf } from "../../bench/rounds.ts";

Deno.test("median() is the middle by value, the upper of two", () => {
  for (const [numbers, expected] of [[[7], 7], [[9, 100, 10], 10], [[4, 1, 3, 2], 3]] as const) {
    assert.equal(median(numbers), expected);
  }
});

Deno.test("medianOf() takes the median of each time and the highest peak", () => {
  const measured = [
    { ms: 5, cpuMs: 9, peakMb: 30 },
    { ms: 90, cpuMs: 8, peakMb: 50 },
    { ms: 6, cpuMs: 1, peakMb: 40 },
  ];
  assert.deepEqual(medianOf(measured), { ms: 6, cpuMs: 8, peakMb: 50 });
});

/** The meter reads /proc. */
const ignore = Deno.build.os !== "linux";

Deno.test("inRounds() measures dnr itself, each round in an empty folder", { ignore }, async () => {
  const seen: string[] = [];
  const scenario = {
    name: "start",
    async run(dnr: Dnr, dir: string): Promise<void> {
      for await (const { name } of Deno.readDir(dir)) seen.push(name);
      await Deno.writeTextFile(`${dir}/left`, await dnr("version", "--version"));
    },
  };
  const [measured, ...others] = await inRounds(2, [scenario]);
  assert.deepEqual([seen, others], [[], []]);
  assert.deepEqual([measured!.scenario, measured!.title], ["start", "version"]);
  assert.ok(measured!.ms > 0 && measured!.cpuMs > 0 && measured!.peakMb > 10, JSON.stringify(measured));
});

Deno.test("inRounds() names the command line that failed, and what it said", { ignore }, async () => {
  const scenario = {
    name: "typo",
    async run(dnr: Dnr): Promise<void> {
      await dnr("typo", "gen-warehous");
    },
  };
  await assert.rejects(inRounds(1, [scenario]), /main\.ts gen-warehous ended with 2:[^]*gen-warehouse/);
});
