import assert from "node:assert/strict";
import { nearDuplicates, wordsOf } from "../../lib/comms/near_duplicates.ts";
import { GAP_CLASSES, type GapClass } from "../../lib/contracts/pack.ts";
import { PackConfig } from "../../lib/contracts/pack_config.ts";
import { apportion } from "../../lib/core/apportion.ts";
import { drawCatalog } from "../../lib/pack/catalog.ts";
import { domains } from "../../lib/pack/domains/mod.ts";
import { packFiles } from "../../lib/pack/files.ts";
import { generatePack } from "../../lib/pack/generate.ts";
import { phrases } from "../../lib/pack/phrases/mod.ts";
import { packDraws } from "../../lib/pack/plan.ts";
import { problemsOf, smallConfig, smallPack } from "./made_pack.ts";

const config = PackConfig.parse({});

Deno.test("generatePack() gives the same files for the same seed, and others for another", () => {
  const files = (seed: number): string[] => {
    const { content, manifest } = generatePack(smallConfig, seed, "0.1.0");
    return [...packFiles(content, manifest).values()];
  };
  assert.deepEqual(files(7), files(7));
  const [a, b] = [files(7), files(8)];
  assert.ok(a.every((text, i) => text !== b[i]));
});

for (const seed of [0, 1, 2, 3, 4]) {
  Deno.test(`generatePack() of seed ${seed} is valid, and stale where a gap says so`, () => {
    const { content, manifest, oracle } = generatePack(config, seed, "0.1.0");
    assert.deepEqual(problemsOf(packFiles(content, manifest)), []);
    const planted = oracle.gaps.filter(({ gap_class }) => gap_class === "stale_data").map(({ dataset }) => dataset);
    const stale = content.freshness.filter(({ status }) => status === "stale").map(({ dataset }) => dataset);
    assert.deepEqual(stale.sort(), planted.sort());
    assert.ok(content.datasets.length >= 30);
    assert.ok(new Set(content.datasets.map(({ domain }) => domain)).size >= 5);
  });
}

Deno.test("generatePack() shares classes out as the mix says, for each source", () => {
  const { content, oracle } = generatePack(config, 5, "0.1.0");
  const threads = (rows: readonly { id: string; thread_id: string }[]): number =>
    rows.filter(({ id, thread_id }) => id === thread_id).length;
  const { counts } = config;
  assert.deepEqual(
    [content.queries.length, threads(content.slack), threads(content.email)],
    [counts.nl_queries, counts.slack_threads, counts.email_threads],
  );
  const wanted = apportion(counts.nl_queries, config.gap_mix);
  for (const gapClass of GAP_CLASSES) {
    const found = oracle.items.filter((item) => item.source === "nlq" && item.gap_class === gapClass).length;
    assert.equal(found, wanted[gapClass], gapClass);
  }
});

Deno.test("generatePack() plants only what the catalog can have", () => {
  const { content, oracle } = smallPack;
  const datasets = new Map(content.datasets.map((dataset) => [dataset.id, dataset]));
  for (const { gap_class: gapClass, dataset, column } of oracle.gaps) {
    if (gapClass === "missing_dataset") assert.equal(dataset, null);
    else assert.ok(datasets.has(dataset!), `${gapClass} ${dataset}`);
    const columns = datasets.get(dataset!)?.columns.map(({ name }) => name) ?? [];
    if (gapClass === "missing_column") assert.ok(!columns.includes(column!), column!);
    else if (column !== null) assert.ok(columns.includes(column), column);
  }
  const ids = new Set(oracle.gaps.map(({ id }) => id));
  const rows = new Set([...content.queries, ...content.slack, ...content.email].map(({ id }) => id));
  for (const { id, gap, gap_class: gapClass } of oracle.items) {
    assert.ok(rows.has(id), id);
    assert.ok(gapClass === "none" ? gap === null : ids.has(gap!), id);
  }
});

Deno.test("generatePack() repeats at most 5 % of its texts, at 5,000 messages too", () => {
  const many = { nl_queries: 1700, slack_threads: 1200, email_threads: 400 };
  for (const counts of [{}, many]) {
    const { content } = generatePack(PackConfig.parse({ counts }), 8, "0.1.0");
    for (
      const [source, texts] of [
        ["queries", content.queries.map(({ text }) => text)],
        // Shorter messages are greetings and thanks, which people repeat.
        ["slack", content.slack.map(({ text }) => text).filter((text) => wordsOf(text).length >= 8)],
        ["email", content.email.map(({ body }) => body)],
      ] as const
    ) {
      const share = nearDuplicates(texts).length / texts.length;
      assert.ok(share <= 0.05, `${source}: ${share} of ${texts.length}`);
    }
  }
});

Deno.test("generatePack() refuses gaps that its catalog cannot have", () => {
  const only = Object.fromEntries(GAP_CLASSES.map((name) => [name, name === "definition_conflict" ? 1 : 0]));
  const one = PackConfig.parse({ counts: { datasets: 1 }, domains: ["logistics"], gap_mix: only });
  const refused = [1, 2, 3, 4, 5, 6, 7, 8].filter((seed) => {
    try {
      generatePack(one, seed, "0.1.0");
      return false;
    } catch (error) {
      assert.match((error as Error).message, /cannot plant what gap_mix asks for.*definition_conflict/);
      return true;
    }
  });
  assert.ok(refused.length > 0 && refused.length < 8);
});

Deno.test("drawCatalog() keeps to the number of datasets, with the parents of each", () => {
  for (const datasets of [5, 12, 25, 60]) {
    const { drawn } = drawCatalog(PackConfig.parse({ counts: { datasets } }), packDraws(datasets, "catalog"));
    const ids = new Set(drawn.map(({ dataset }) => dataset.id));
    assert.ok(ids.size <= datasets, `${ids.size} of ${datasets}`);
    for (const { dataset } of drawn) {
      for (const { dataset: parent } of dataset.foreign_keys) assert.ok(ids.has(parent), parent);
    }
  }
});

Deno.test("domains: names are unique, references and sources exist, and each column that is missing is missing", () => {
  const all = domains.flatMap(({ domain, datasets }) =>
    datasets.map((draft) => ({ id: `${domain}.${draft.name}`, draft }))
  );
  const ids = new Set(all.map(({ id }) => id));
  assert.equal(ids.size, all.length);
  for (const { id, draft } of all) {
    for (const source of Object.keys(draft.from ?? {})) assert.ok(ids.has(source), `${id} from ${source}`);
    const names = draft.columns.map(([name]) => name);
    for (const { name } of draft.absent) assert.ok(!names.includes(name), `${id}.${name}`);
  }
});

/** Words that give a class away. */
const GIVEAWAY: Readonly<Record<GapClass, RegExp>> = {
  missing_dataset: /\b(missing|datasets?|tables?|no data|catalog)\b/i,
  missing_column: /\b(column|fields?|missing|attribute)\b/i,
  stale_data: /\b(stale|fresh(ness)?|late|delayed|delay|outdated|old|updated?)\b/i,
  access: /\b(access|permissions?|denied|rights?|authori[sz]ed|masked)\b/i,
  definition_conflict: /\b(definition|define[ds]?|mismatch|conflict|differs?)\b/i,
  quality: /\b(nulls?|duplicates?|wrong|quality|invalid|broken)\b/i,
  grain_mismatch: /\b(grain|granular(ity)?|level|break down|drill)\b/i,
  none: /\b(thanks?|lunch|coffee)\b/i,
};

/** How many texts a template stands for before its slots are filled. */
function wordings(template: string): number {
  return [...template.matchAll(/\[([^\]]*)\]/g)].reduce(
    (product, [, choice]) => product * choice!.split("|").length,
    1,
  );
}

for (const gapClass of GAP_CLASSES) {
  Deno.test(`phrases of ${gapClass} have 25 wordings and more for each source, half of them without its word`, () => {
    for (const list of ["queries", "threads", "bodies"] as const) {
      const templates = phrases[gapClass][list];
      const count = templates.reduce((sum, template) => sum + wordings(template), 0);
      assert.ok(count >= 25, `${list}: ${count}`);
      const plain = templates.filter((template) => !GIVEAWAY[gapClass].test(template.replace(/\{\w+\}/g, ""))).length /
        templates.length;
      assert.ok(plain >= 0.5, `${list}: ${plain}`);
      assert.equal(new Set(templates).size, templates.length);
    }
  });
}
