import assert from "node:assert/strict";
import { openLimit, type Place } from "../../lib/llm/limit.ts";

const signal = new AbortController().signal;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** How many enter at once, with all of them still inside; they leave with `outcome`. */
async function round(limit: ReturnType<typeof openLimit>, outcome: Parameters<Place["leave"]>[0]): Promise<number> {
  const inside: Place[] = [];
  const entering = Array.from({ length: 100 }, () => limit.enter().then((place) => inside.push(place)));
  await settled();
  const first = inside.length;
  for (const place of inside) place.leave(outcome);
  while (inside.length < entering.length) {
    const from = inside.length;
    await settled();
    for (const place of inside.slice(from)) place.leave("other");
  }
  return first;
}

Deno.test("openLimit() starts small, grows with answers up to its ceiling", async () => {
  const limit = openLimit({ start: 5, ceiling: 12, signal });
  assert.equal(await round(limit, "ok"), 5);
  assert.equal(await round(limit, "ok"), 10);
  assert.equal(await round(limit, "ok"), 12);
});

Deno.test("openLimit() halves once for refusals that come together, and then grows by one a window", async () => {
  const limit = openLimit({ start: 8, ceiling: 40, signal });
  assert.equal(await round(limit, "overloaded"), 8);
  assert.equal(await round(limit, "ok"), 4);
  assert.equal(await round(limit, "ok"), 4);
  assert.equal(await round(limit, "overloaded"), 5);
  assert.equal(await round(limit, "other"), 2);
});

Deno.test("openLimit() never closes altogether", async () => {
  const limit = openLimit({ start: 1, ceiling: 40, signal });
  for (let i = 0; i < 5; i++) assert.equal(await round(limit, "overloaded"), 1);
});

Deno.test("pause() keeps everybody out until it is over", async () => {
  const limit = openLimit({ start: 5, ceiling: 5, signal });
  limit.pause(30);
  limit.pause(1);
  let entered = false;
  const entering = limit.enter().then((place) => {
    entered = true;
    place.leave("ok");
  });
  await settled();
  assert.equal(entered, false);
  await entering;
});

Deno.test("enter() ends with the signal, for those who wait too", async () => {
  const controller = new AbortController();
  const limit = openLimit({ start: 1, ceiling: 1, signal: controller.signal });
  await limit.enter();
  const waiting = limit.enter();
  limit.pause(60_000);
  controller.abort(new Error("stop"));
  await assert.rejects(waiting, /stop/);
  await assert.rejects(limit.enter(), /stop/);
});
