import assert from "node:assert/strict";
import { join } from "node:path";
import { confusionFigure } from "../../lib/charts/confusion.ts";
import { reliabilityFigure } from "../../lib/charts/reliability.ts";
import { THEMES } from "../../lib/contracts/demand.ts";
import { Evaluation, type TaskScores } from "../../lib/contracts/evaluation.ts";
import { type Label, labelTables } from "../../lib/contracts/labels.ts";
import { entityPredictions, type Prediction, predictionTables } from "../../lib/contracts/predictions.ts";
import { generator } from "../../lib/core/seeds.ts";
import { taskScores } from "../../lib/evaluate/tasks.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { writeRows } from "../../lib/infra/row_table.ts";
import { assertLegible } from "../charts/drawing.ts";
import { dnr, inFolder } from "../cli/world.ts";
import { label, prediction, unanswered } from "./made_up.ts";

/** 240 threads of which about three in four are labelled right, and six without an answer. */
function threads(): { labels: Label[]; predictions: Prediction[] } {
  const draw = generator(8, "threads");
  const labels = Array.from({ length: 240 }, (_, i) => label(`t${i}`, "positive", THEMES[i % THEMES.length]!));
  const predictions = labels.map(({ item_id, theme }, i) => {
    if (i % 40 === 0) return unanswered(item_id, "refused");
    const sure = 0.5 + draw() / 2;
    const guess = draw() < sure ? theme : THEMES[(i + 1) % THEMES.length]!;
    return prediction(item_id, "positive", guess, { theme_prob: sure });
  });
  return { labels, predictions };
}

async function write(dir: string, labels: Label[], predictions: Prediction[]): Promise<void> {
  await using duck = await openDuck({});
  await Deno.mkdir(join(dir, "runs/r1/preds"), { recursive: true });
  await Deno.mkdir(join(dir, "meta/toy"), { recursive: true });
  for (const source of ["slack", "email", "nlq"] as const) {
    const rows = source === "slack" ? { labels, predictions } : { labels: [], predictions: [] };
    await writeRows(duck, join(dir, `meta/toy/labels_${source}.parquet`), labelTables[source], rows.labels);
    await writeRows(duck, join(dir, `runs/r1/preds/${source}.parquet`), predictionTables[source], rows.predictions);
  }
  await writeRows(duck, join(dir, "runs/r1/preds/entities.parquet"), entityPredictions, []);
}

Deno.test("dnr eval-labels writes scores, matrices and figures, and --strict fails an undecided gate", () =>
  inFolder(async (dir) => {
    const { labels, predictions } = threads();
    await write(dir, labels, predictions);
    const run = await dnr(["eval-labels", "--pred", "runs/r1/preds", "--labels", "meta", "--json"], dir);
    assert.equal(run.code, 0, run.stderr);
    const out = join(dir, "reports/eval/r1");
    const summary = Evaluation.parse(JSON.parse(await Deno.readTextFile(join(out, "summary.json"))));
    assert.equal(summary.tasks[0]!.answered, 234);
    const files = (await Array.fromAsync(Deno.readDir(out), ({ name }) => name)).sort();
    assert.ok(files.includes("confusion_slack_theme.csv") && files.includes("per_class.csv"));
    assert.deepEqual(
      summary.figures.map(({ id }) => id),
      ["confusion_slack_theme", "reliability_slack_theme", "confusion_slack_relevance", "reliability_slack_relevance"],
    );
    assert.match(await Deno.readTextFile(join(out, "summary.md")), /undecided/);
    const again = await dnr(["eval-labels", "--pred", "runs/r1/preds", "--out", "again", "--strict"], dir);
    assert.equal(again.code, 1);
    const read = (folder: string): Promise<string> => Deno.readTextFile(join(dir, folder, "summary.json"));
    assert.equal(await read("again"), await read("reports/eval/r1"));
  }));

Deno.test("dnr eval-labels says what is missing", () =>
  inFolder(async (dir) => {
    const none = await dnr(["eval-labels", "--pred", "runs/r1/preds"], dir);
    assert.equal(none.code, 3);
    assert.match(none.stderr, /table slack is missing/);
    const { labels, predictions } = threads();
    await write(dir, labels, predictions);
    await Deno.remove(join(dir, "meta"), { recursive: true });
    const bare = await dnr(["eval-labels", "--pred", "runs/r1/preds"], dir);
    assert.equal(bare.code, 2);
    assert.match(bare.stderr, /no labels for toy: .*gen-comms --archetype toy/s);
  }));

Deno.test("figures of an evaluation are legible, also of nothing", () => {
  const { labels, predictions } = threads();
  const joined = labels.map((label, i) => ({
    label,
    prediction: predictions[i]!.status === "ok" ? predictions[i]! : null,
  }));
  const [theme] = taskScores("slack", joined, { seed: 1, resamples: 100 }) as [TaskScores];
  const [empty] = taskScores("slack", [], { seed: 1, resamples: 100 }) as [TaskScores];
  for (const scores of [theme, empty]) {
    assertLegible(confusionFigure(scores).svg);
    assertLegible(reliabilityFigure(scores).svg);
  }
});
