/**
 * `deno task faults [SCHEDULES]`: seeded schedules of faults, each played twice, and what they showed. The server's
 * bill must stay within the cap, outcomes must add up to the items, and the second run must send nothing again but
 * what the network kept from an answer.
 */
import { play, type Played } from "./play.ts";
import { drawSchedule } from "./schedule.ts";

const SCHEDULES = Number(Deno.args[0] ?? 1000);
/** Every so many schedules are played by real processes. */
const PROCESSES = 15;

const played: Played[] = [];
for (let seed = 1; seed <= SCHEDULES; seed++) {
  const one = await play(drawSchedule(seed, PROCESSES));
  played.push(one);
  for (const violation of one.violations) console.log(`schedule ${seed} (${one.schedule.sides}): ${violation}`);
}

const groups = Object.entries(
  Object.groupBy(
    played,
    ({ schedule: { sides, maxConcurrency } }) =>
      `${sides}, concurrency ${maxConcurrency <= 10 ? "1-10" : maxConcurrency <= 25 ? "11-25" : "26-40"}`,
  ),
).sort();
const total = (of: readonly Played[], value: (one: Played) => number): number =>
  of.reduce((sum, one) => sum + value(one), 0);
const HEADINGS = ["schedules", "items", "calls", "again", "cap bound", "bill/cap max", "violations"];
const columns = (of: readonly Played[]): string[] => [
  `${of.length}`,
  `${total(of, ({ schedule }) => schedule.items)}`,
  `${total(of, ({ calls }) => calls[0])}`,
  `${total(of, ({ calls }) => calls[1])}`,
  `${of.filter(({ outcomes }) => (outcomes["budget"] ?? 0) > 0).length}`,
  Math.max(...of.map(({ bill, schedule }) => bill / schedule.cap)).toFixed(3),
  `${total(of, ({ violations }) => violations.length)}`,
];
const line = (name: string, cells: readonly string[]): string =>
  name.padEnd(32) + cells.map((cell) => cell.padStart(14)).join("");
console.log(line("sides", HEADINGS));
for (const [name, of] of groups) console.log(line(name, columns(of!)));
console.log(line("all", columns(played)));
if (played.some(({ violations }) => violations.length > 0)) Deno.exit(1);
