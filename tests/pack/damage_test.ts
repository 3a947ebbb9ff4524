import assert from "node:assert/strict";
import { PACK_FILES } from "../../lib/contracts/pack.ts";
import { record } from "./damage.ts";
import { damagesOfContent } from "./damages_of_content.ts";
import { damagesOfForm } from "./damages_of_form.ts";
import { problemsOf, rehashed, smallFiles } from "./made_pack.ts";

const { lineage, slack, hashes } = PACK_FILES;

function firstDifference(before: string, after: string): number {
  const [a, b] = [before.split("\n"), after.split("\n")];
  return b.findIndex((line, i) => line !== a[i]) + 1;
}

Deno.test("checkPack() finds nothing in an untouched pack", () => {
  assert.deepEqual(problemsOf(smallFiles), []);
  assert.deepEqual(problemsOf(rehashed(smallFiles)), []);
});

const damages = [...damagesOfForm, ...damagesOfContent];
assert.ok(damages.length >= 40);
for (const { title, file, damage, says, at, keepHashes } of damages) {
  Deno.test(`checkPack() finds that ${title}`, () => {
    const before = smallFiles.get(file)!;
    const after = damage(before);
    assert.notEqual(after, before, "the damage did nothing");
    const damaged = new Map([...smallFiles].filter(([path]) => after !== null || path !== file));
    if (after !== null) damaged.set(file, after);
    const files = keepHashes || file === hashes ? damaged : rehashed(damaged);
    const place = at === undefined
      ? { file, line: firstDifference(before, after!) }
      : { file: at.file, line: at.line(files) };
    const problems = problemsOf(files);
    const found = problems.filter((problem) =>
      problem.file === place.file && problem.line === place.line && says.test(problem.message)
    );
    assert.equal(found.length, 1, `${JSON.stringify(place)} ${says}\n${JSON.stringify(problems, null, 1)}`);
  });
}

Deno.test("checkPack() finds that a file is not UTF-8, with the line", () => {
  const bytes = new TextEncoder().encode(smallFiles.get(slack)!);
  bytes[bytes.indexOf(10) + 20] = 0xff;
  const problems = problemsOf(new Map<string, string | Uint8Array>([...smallFiles, [slack, bytes]]));
  assert.deepEqual(problems.filter(({ file }) => file === slack), [{ file: slack, line: 2, message: "is not UTF-8" }]);
});

Deno.test("checkPack() names what lies in the folder and is no file of a pack", () => {
  const problems = problemsOf(smallFiles, ["catalog/notes.txt"]);
  assert.deepEqual(problems, [{ file: "catalog/notes.txt", line: null, message: "is no file of a pack" }]);
});

Deno.test("checkPack() reports every problem of a pack, not the first alone", () => {
  const files = rehashed(
    new Map([
      ...smallFiles,
      [slack, record(record(smallFiles.get(slack)!, 0, (one) => one.text = ""), 4, (one) => one.text = "")],
      [lineage, "[]"],
    ]),
  );
  const places = problemsOf(files).map(({ file, line }) => `${file}:${line}`);
  for (const place of [`${slack}:1`, `${slack}:5`, `${lineage}:1`]) assert.ok(places.includes(place), place);
});
