import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { PACK_FILES } from "../../lib/contracts/pack.ts";
import { UserError } from "../../lib/core/errors.ts";
import { readPack } from "../../lib/pipelines/gaps_pack.ts";
import { inFolder } from "../cli/world.ts";
import { rehashed, smallFiles, smallPack } from "./made_pack.ts";

type Files = ReadonlyMap<string, string>;

const { freshness, hashes, queries, lineage } = PACK_FILES;
const edited = (path: string, edit: (text: string) => string): Files =>
  rehashed(new Map([...smallFiles, [path, edit(smallFiles.get(path)!)]]));
const without = (path: string): Files => new Map([...smallFiles].filter(([name]) => name !== path));

async function write(dir: string, files: Files): Promise<void> {
  for (const [path, text] of files) {
    await Deno.mkdir(dirname(join(dir, path)), { recursive: true });
    await Deno.writeTextFile(join(dir, path), text);
  }
}

Deno.test("readPack() gives back what was generated", () =>
  inFolder(async (dir) => {
    await write(dir, smallFiles);
    assert.deepEqual((await readPack(dir, "p")).content, smallPack.content);
  }));

const first = (text: string): string => text.split("\n", 1)[0]!;
const faults: readonly [what: string, files: Files, exitCode: number, message: RegExp][] = [
  ["a file that is missing", without(lineage), 2, /^pack p is incomplete: it has no .*lineage\.json$/],
  ["hashes that are no JSON", new Map([...smallFiles, [hashes, "{"]]), 3, /hashes\.json: it is not JSON$/],
  [
    "a file without a hash",
    new Map([...smallFiles, [hashes, smallFiles.get(hashes)!.replace(/ *"[^"]*lineage\.json": .*\n/, "")]]),
    3,
    /hashes\.json: it has no hash of .*lineage\.json$/,
  ],
  [
    "a file that was changed",
    new Map([...smallFiles, [lineage, `${smallFiles.get(lineage)} `]]),
    3,
    /lineage\.json: its SHA-256 is [0-9a-f]{12}…, .* says [0-9a-f]{12}…$/,
  ],
  [
    "another head",
    edited(freshness, (text) => text.replace("dataset", "table")),
    3,
    /freshness\.csv:1: wanted the head /,
  ],
  [
    "a lag that is no number",
    edited(freshness, (text) => text.replace(/^((?:.*\n){2}.*,)\d+(,\w+)$/m, "$1soon$2")),
    3,
    /freshness\.csv:3: lag_min: /,
  ],
  [
    "a line that is no JSON",
    edited(queries, (text) => `${first(text)}\nhello\n`),
    3,
    /nl_queries\.jsonl:2: it is not JSON$/,
  ],
  ["a record written twice", edited(queries, (text) => `${text}${first(text)}\n`), 3, /the id \S+ is there twice$/],
];
for (const [what, files, exitCode, message] of faults) {
  Deno.test(`readPack() refuses ${what}`, () =>
    inFolder(async (dir) => {
      await write(dir, files);
      await assert.rejects(readPack(dir, "p"), (error: UserError) => {
        assert.ok(error instanceof UserError, String(error));
        assert.equal(error.exitCode, exitCode, error.message);
        assert.match(error.message, message);
        assert.match(error.hint!, /dnr pack validate/);
        return true;
      });
    }));
}
