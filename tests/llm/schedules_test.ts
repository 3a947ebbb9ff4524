/** A few of the schedules of `deno task faults`. */
import assert from "node:assert/strict";
import { play } from "../../tools/faults/play.ts";
import { drawSchedule } from "../../tools/faults/schedule.ts";

for (let seed = 1; seed <= 30; seed++) {
  const schedule = drawSchedule(seed, 15);
  Deno.test(`play() of schedule ${seed}, ${schedule.sides} at up to ${schedule.maxConcurrency} at once`, async () => {
    assert.deepEqual((await play(schedule)).violations, []);
  });
}
