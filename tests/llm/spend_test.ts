import assert from "node:assert/strict";
import fc from "fast-check";
import { openLedger, type Reservation } from "../../lib/llm/spend.ts";
import { withDir } from "./support.ts";

Deno.test("openLedger() charges what is settled, not what was set aside", async () => {
  const ledger = openLedger(null, 100);
  const reservation = await ledger.reserve(80);
  assert.equal(ledger.committed(), 80);
  assert.equal(reservation!.settle(30), 30);
  assert.equal(ledger.committed(), 30);
});

Deno.test("openLedger() refuses what could pass the cap and takes what just fits", async () => {
  const ledger = openLedger(null, 100);
  (await ledger.reserve(60))!.forfeit();
  assert.equal(await ledger.reserve(41), null);
  assert.notEqual(await ledger.reserve(40), null);
});

Deno.test("openLedger() of cap 0 lets nothing pass", async () => {
  assert.equal(await openLedger(null, 0).reserve(1), null);
});

Deno.test("reserve() waits for open reservations that may be settled for less", async () => {
  const ledger = openLedger(null, 100);
  const first = await ledger.reserve(80);
  const second = ledger.reserve(50);
  first!.settle(50);
  assert.equal((await second)?.reserved, 50);
});

Deno.test("release() gives all back", async () => {
  const ledger = openLedger(null, 100);
  (await ledger.reserve(100))!.release();
  assert.equal(ledger.committed(), 0);
});

Deno.test("settle() charges a claim beyond its reservation as far as the cap reaches", async () => {
  const ledger = openLedger(null, 100);
  const [lied, honest] = [await ledger.reserve(20), await ledger.reserve(50)];
  assert.equal(lied!.settle(1_000_000), 50);
  assert.equal(ledger.committed(), 100);
  honest!.settle(10);
  assert.equal(ledger.committed(), 60);
});

Deno.test("openLedger() shares a file: what one reserved, the other sees", () =>
  withDir(async (dir) => {
    const path = `${dir}/spend/x.jsonl`;
    const [one, other] = [openLedger(path, 100), openLedger(path, 100)];
    const reservation = await one.reserve(70);
    assert.equal(await other.reserve(40), null);
    reservation!.settle(10);
    assert.notEqual(await other.reserve(40), null);
    assert.equal(one.committed(), 50);
  }));

Deno.test("openLedger() keeps charging the reservation of a process that died", () =>
  withDir(async (dir) => {
    await openLedger(`${dir}/x.jsonl`, 100).reserve(70);
    assert.equal(openLedger(`${dir}/x.jsonl`, 100).committed(), 70);
  }));

Deno.test("openLedger() passes over a line that a killed process left unfinished", () =>
  withDir(async (dir) => {
    const path = `${dir}/x.jsonl`;
    (await openLedger(path, 100).reserve(30))!.settle(20);
    await Deno.writeTextFile(path, '{"id":1,"reser', { append: true });
    const ledger = openLedger(path, 100);
    (await ledger.reserve(50))!.settle(40);
    assert.equal(ledger.committed(), 60);
    assert.equal(openLedger(path, 100).committed(), 60);
  }));

Deno.test("openLedger() never commits more than the cap, in any interleaving of two that share it", () => {
  const step = fc.record({ side: fc.nat(1), closes: fc.boolean(), nano: fc.nat(60), cost: fc.nat(200) });
  let runs = 0;
  return withDir((dir) =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const path = `${dir}/${runs++}.jsonl`;
        const ledgers = [openLedger(path, 100), openLedger(path, 100)];
        const open: Reservation[][] = [[], []];
        for (const { side, closes, nano, cost } of steps) {
          const [ledger, own] = [ledgers[side]!, open[side]!];
          // One that does not fit waits for its own side's: those are closed first.
          const reserving = closes ? null : ledger.reserve(nano);
          for (const reservation of own.splice(0)) reservation.settle(cost);
          const reserved = await reserving;
          if (reserved !== null) own.push(reserved);
          assert.ok(ledgers[1 - side]!.committed() <= 100);
        }
      }),
      { numRuns: 60 },
    )
  );
});
