import assert from "node:assert/strict";
import { parseLcov } from "../../tools/coverage/lcov.ts";
import { report } from "../../tools/coverage/report.ts";

Deno.test("parseLcov() refuses a tracefile that was cut short", () => {
  assert.throws(() => parseLcov("SF:/dnr/main.ts\nDA:1,4\n"), /record of \/dnr\/main\.ts does not end/);
});

Deno.test("report() sums by folder and names the lines of the files that miss most", () => {
  const coverage = [
    { path: "main.ts", lines: 4, missed: [] },
    { path: "lib/core/stats.ts", lines: 10, missed: [7] },
    { path: "lib/core/csv.ts", lines: 30, missed: [2, 3, 4, 9] },
    { path: "lib/infra/log.ts", lines: 6, missed: [1, 2] },
    { path: "tools/run_dnr.ts", lines: 5, missed: [1, 2, 3, 4, 5] },
  ];
  assert.deepEqual(report(coverage, 2), [
    "folder     lines  missed  covered",
    "lib/core      40       5    87.5%",
    "lib/infra      6       2    66.7%",
    "main.ts        4       0   100.0%",
    "all           50       7    86.0%",
    "",
    "file              lines  missed  covered  which",
    "lib/core/csv.ts      30       4    86.7%  2-4 9",
    "lib/infra/log.ts      6       2    66.7%  1-2",
  ]);
});
