import assert from "node:assert/strict";
import fc from "fast-check";
import { PACK_FILES } from "../../lib/contracts/pack.ts";
import { readCsv } from "../../lib/pack/check/csv_text.ts";
import { readJson } from "../../lib/pack/check/json_text.ts";
import { problemsOf, smallFiles } from "./made_pack.ts";

/** Problems with real places, and never an exception. */
function judged(file: string, content: string | Uint8Array): void {
  for (const { line, message } of problemsOf(new Map<string, string | Uint8Array>([...smallFiles, [file, content]]))) {
    assert.ok(message.length > 0);
    assert.ok(line === null || (Number.isInteger(line) && line >= 1), `${line}`);
  }
}

for (const file of Object.values(PACK_FILES)) {
  Deno.test(`checkPack() tells what is wrong with any bytes for ${file}`, () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => judged(file, bytes)), { numRuns: 30 });
    fc.assert(fc.property(fc.json(), (text) => judged(file, text)), { numRuns: 30 });
  });

  Deno.test(`checkPack() finds any one character of ${file} changed`, () => {
    const text = smallFiles.get(file)!;
    const place = fc.nat({ max: text.length - 1 });
    fc.assert(
      fc.property(place, fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 3 }), (at, other) => {
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        judged(file, changed);
        // White space of the digests' own file is all that may change unseen.
        if (changed === text || (file === PACK_FILES.hashes && same(changed, text))) return;
        assert.notDeepEqual(problemsOf(new Map([...smallFiles, [file, changed]])), []);
      }),
      { numRuns: 40 },
    );
  });
}

function same(a: string, b: string): boolean {
  try {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
  } catch {
    return false;
  }
}

Deno.test("readJson() reads what JSON.parse() reads, and refuses what it refuses", () => {
  fc.assert(fc.property(fc.json(), (text) => assert.deepEqual(readJson(text).value, JSON.parse(text))));
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'[]{}:,"\\ 01.eE-+ntrufals\n') }), (text) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      value = undefined;
    }
    assert.deepEqual(readJson(text).value, value);
  }));
});

Deno.test("readJson() knows the line of every value", () => {
  fc.assert(fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
    const { lineOf } = readJson(JSON.stringify(values, null, 2));
    values.forEach((_, i) => assert.equal(lineOf([i]), i + 2));
  }));
});

Deno.test("readJson() stops where lists lie in lists without end", () => {
  const [fault] = readJson("[".repeat(100_000)).faults;
  assert.match(fault!.message, /lists in lists without end/);
});

Deno.test("readCsv() reads back what RFC 4180 writes", () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab,"\n\r 1') });
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
    const text = rows.map((row) => `${row.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")}\n`).join("");
    assert.deepEqual(readCsv(text).records.map(({ cells }) => cells), rows);
  }));
});
