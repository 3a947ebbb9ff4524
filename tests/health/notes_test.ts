import assert from "node:assert/strict";
import { healthNotes } from "../../lib/health/notes.ts";
import type { TableProfile } from "../../lib/health/profile.ts";

Deno.test("healthNotes() separates thousands in counts of rows", () => {
  const profile = {
    table: { name: "fact_visit", loaded: false },
    sql: { day: "day", extent: { rows: 1_247_003 } },
    days: [{ day: null, rows: 12_470 }, { day: 5, rows: 1000 }, { day: 11, rows: 1_233_533 }],
  } as unknown as TableProfile;
  assert.deepEqual(healthNotes([profile], { from: 6, to: 10 }, { from: 1, to: 5 }, { from: 1, to: 10 }), [
    "fact_visit: rows without any time: 12,470; they count for the whole period, for no day.",
    "fact_visit: rows after 1970-01-11: 1,233,533; they count for the whole period alone.",
  ]);
});
