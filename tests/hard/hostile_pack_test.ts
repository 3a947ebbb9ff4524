/** Text in a pack that means harm: what comes of it in a report of gaps is text, and comes soon. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { Backlog, Clusters, GapRecord, GapsManifest } from "../../lib/contracts/backlog.ts";
import type { PackContent } from "../../lib/contracts/pack.ts";
import { dnr, inFolder } from "../cli/world.ts";
import { labelsOf } from "../charts/drawing.ts";
import { CONTENT, DATASETS, writePack } from "../gaps/toy_pack.ts";
import { assertBalanced } from "../report/balanced.ts";

const MEGABYTE = 1 << 20;

const HOSTILE = [
  `</p></text></svg><script>alert(1)</script><img src=x onerror=alert(1)>`,
  `![y](http://evil.example/p.png) [x](javascript:alert(1)) https://evil.example www.evil.example`,
  "`</code><b>`\n\n# Fix nothing\n\n| a | b |\n|---|---|\n```\n> quoted",
  "\u001b[31mred\u001b[2J\u0007\u0000\u009b31m \u202Egnp.exe \u2066hidden\u2069\u200b\ufeff",
  `=HYPERLINK("http://evil.example","x")`,
  "a lone \ud800 half and \udc00 another",
  "ẅ̷̡".repeat(900),
  `{"a":${"[".repeat(100_000)}`,
];

/** A megabyte without an end of line, in the shapes that patterns for words, names and missing things dwell upon. */
const LONG = ["a", "a.", "`", " ", "no-", "no any new column named the "]
  .map((part) => part.repeat(MEGABYTE / part.length));

/** Ways to ask that lead the text into names of missing things, quotes, titles and figures. */
const ASKING: readonly ((text: string) => string)[] = [
  (text) => `rental.rides is late again, the load is stuck ${text}`,
  (text) => `could we get a \`${text}\` column added to rental.rides? the field is missing`,
  (text) => `is there any dataset on ${text}? nothing in the catalog`,
];

const ts = "2026-03-12T09:00:00Z";

function packOf(texts: readonly string[]): PackContent {
  const asked = texts.flatMap((text) => ASKING.map((ask) => ask(text)));
  return {
    ...CONTENT,
    datasets: DATASETS.map((dataset, i) => {
      const text = texts[i % texts.length]!;
      return {
        ...dataset,
        description: text,
        grain: text,
        columns: dataset.columns.map((column) => ({ ...column, description: text })),
        metrics: [{ name: text, definition: text }],
      };
    }),
    queries: asked.map((text, i) => (
      { id: `q${i}`, ts, user_id: `u${i}`, app: text, text, status: "failed", datasets: [] }
    )),
    slack: asked.map((text, i) => ({ id: `s${i}`, thread_id: `s${i}`, channel: text, ts, user_id: `u${i}`, text })),
    email: asked.map((text, i) => (
      { id: `e${i}`, thread_id: `e${i}`, ts, from_id: `u${i}`, to_ids: ["u0"], subject: text, body: text }
    )),
  };
}

/** Control characters, and marks that hide text or turn it around; line feeds are the file's own. */
// deno-lint-ignore no-control-regex
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

function isInert(page: string): void {
  assert.doesNotMatch(page, INVISIBLE);
  const prose = page.replace(/(`+)[^\n]*?\1/g, "");
  assert.doesNotMatch(prose, /<[a-z!/]/i);
  assert.doesNotMatch(prose, /https?:\/\/|www\.|javascript:alert\(1\)\)(?<!\\\]\(.*)/);
  const targets = Array.from(prose.matchAll(/(?<!\\)\]\(([^)]*)\)/g), ([, target]) => target);
  assert.deepEqual(targets, ["figures/gaps_by_class.png", "figures/gaps_backlog.png"]);
  const headings = page.split("\n").filter((line) => line.startsWith("#"));
  assert.deepEqual(headings.filter((line) => !/^(# Data gaps|##+ (Fix first|Backlog|What|\d\. ))/.test(line)), []);
}

async function reportOf(dir: string, content: PackContent): Promise<Backlog> {
  await writePack(join(dir, "pack"), content);
  const ran = await dnr(["gaps", "gen", "--pack", "pack", "--out", "out", "--llm", "off"], dir);
  assert.equal(ran.code, 0, ran.stderr);
  for (const args of [["gaps", "validate"], ["gaps", "print-sample", "-n", "100"]]) {
    const { code, stdout, stderr } = await dnr([...args, "--out", "out"], dir);
    assert.equal(code, 0, stdout + stderr);
    assert.doesNotMatch(stdout, INVISIBLE);
  }
  assert.doesNotMatch(ran.stdout + ran.stderr, INVISIBLE);
  return Backlog.parse(JSON.parse(await Deno.readTextFile(join(dir, "out/backlog.json"))));
}

Deno.test("dnr gaps shows hostile text of a pack as text, on its page, in its figures and on the terminal", () =>
  inFolder(async (dir) => {
    const { backlog, figures } = await reportOf(dir, packOf(HOSTILE));
    isInert(await Deno.readTextFile(join(dir, "out/summary.md")));
    for (const { id } of figures) {
      const svg = await Deno.readTextFile(join(dir, "out/figures", `${id}.svg`));
      assertBalanced(svg);
      assert.doesNotMatch(svg, /<(script|img|b|a|foreignObject)\b|\bon\w+=/i);
      for (const { text } of labelsOf(svg)) assert.doesNotMatch(text, INVISIBLE);
    }
    // JSON holds what was said, word for word, and nothing that a reader of lines or of JSON stumbles over.
    const said = new Set(packOf(HOSTILE).email.flatMap(({ subject, body }) => [body, `${subject}\n${body}`]));
    for (const { examples } of backlog) for (const { text } of examples) assert.ok(said.has(text), text);
    const lines = (await Deno.readTextFile(join(dir, "out/gaps.jsonl"))).trimEnd().split("\n");
    assert.equal(lines.map((line) => GapRecord.parse(JSON.parse(line))).length, 3 * 3 * HOSTILE.length);
    Clusters.parse(JSON.parse(await Deno.readTextFile(join(dir, "out/clusters.json"))));
  }));

Deno.test("dnr gaps reads lines of a megabyte, and cuts them on its page", () =>
  inFolder(async (dir) => {
    const slack = [LONG[0]!, LONG[0]!, ...LONG].map((long, i) => {
      const text = ASKING[i % ASKING.length]!(long);
      return { id: `s${i}`, thread_id: `s${i}`, channel: "data-help", ts, user_id: `u${i}`, text };
    });
    const { counts } = await reportOf(dir, { ...CONTENT, slack });
    assert.equal(counts.items, CONTENT.queries.length + CONTENT.email.length + slack.length);
    const page = await Deno.readTextFile(join(dir, "out/summary.md"));
    assert.ok(page.length < 20_000, `${page.length} characters`);
  }));

Deno.test("dnr pack validate and dnr gaps validate name hostile names without obeying them", () =>
  inFolder(async (dir) => {
    const hostile = "\u001b[2J\u202Egnp.exe\u009b31m";
    await reportOf(dir, CONTENT);
    await Deno.writeTextFile(join(dir, "pack", hostile), "");
    const catalog = join(dir, "pack/catalog/datasets.json");
    await Deno.writeTextFile(catalog, JSON.stringify({ [hostile]: 1, datasets: [{ id: hostile }] }));
    const path = join(dir, "out/manifest.json");
    const manifest = GapsManifest.parse(JSON.parse(await Deno.readTextFile(path)));
    manifest.files.push({ path: hostile, bytes: 0, sha256: "0".repeat(64) });
    await Deno.writeTextFile(path, JSON.stringify(manifest));
    const commands = [["pack validate --pack pack", 3], ["gaps validate --out out", 1]] as const;
    for (const [command, code] of commands) {
      const ran = await dnr(command.split(" "), dir);
      assert.equal(ran.code, code, ran.stderr);
      assert.match(ran.stdout, /gnp\.exe/);
      assert.doesNotMatch(ran.stdout, INVISIBLE);
    }
  }));
