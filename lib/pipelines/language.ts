/** The language part of a report: what people ask for, read by a model within its budget. */
import { affordable, askEntities, type EntityAnswers } from "../classify/entities.ts";
import { askThemes, type ThemeAnswer, type ThemeAnswers } from "../classify/themes.ts";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { Budget, Estimate } from "../contracts/budget.ts";
import { SOURCES } from "../contracts/demand.ts";
import type { HealthFindings } from "../contracts/health.ts";
import type { EntityPrediction, MessageScore, Prediction } from "../contracts/predictions.ts";
import type { ThemesLabelled } from "../contracts/themes.ts";
import type { Context } from "../core/context.ts";
import { plural } from "../core/quantity.ts";
import { sourceWeights } from "../scoring/source_weights.ts";
import { themeDemand } from "../scoring/theme_demand.ts";
import { bucketCoverage, sourceCoverage } from "../triage/coverage.ts";
import type { Correspondence } from "../triage/items.ts";
import { postStratify, type Weighted } from "../triage/weights.ts";
import { aheadOf, allowance } from "./allowance.ts";
import type { PurposeModel } from "./models.ts";
import { entityPredictionsOf, messageScoresOf, predictionsOf, unasked } from "./predictions.ts";
import { distinctPrices, entityQuestions, triage, type Triaged } from "./triage.ts";

export interface LanguageInput {
  readonly archetype: Archetype;
  readonly comms: Correspondence;
  readonly findings: HealthFindings;
  readonly config: Config;
  readonly runId: string;
  readonly classification: PurposeModel;
  readonly entities: PurposeModel;
}

export interface Language {
  /** One row for every item, in the order of the items. */
  readonly predictions: readonly Prediction[];
  readonly entities: readonly EntityPrediction[];
  /** One row for every message of a thread or e-mail, in the same order. */
  readonly messages: readonly MessageScore[];
  readonly themes: ThemesLabelled;
  readonly budget: Budget;
}

/** Reads the correspondence: prefilter, sample to fit, themes, entities, demand. Writes nothing but what models keep. */
export async function readLanguage(context: Context, input: LanguageInput): Promise<Language> {
  const { archetype, config, classification: { model } } = input;
  context.progress.stage(`${archetype.id}: choosing what to read`);
  const triaged = await triage({ ...input, model });
  const asked = await askSampled(context, input, triaged);
  const weights = postStratify(triaged.eligible.map(({ item: { source, bucket } }, e) => ({
    source,
    bucket,
    stratum: triaged.allocation.stratum[e]!,
    answered: asked.answers[e]!.status === "ok",
  })));
  const predictions = predictionsOf(archetype, model, triaged, asked.answers, weights);
  const named = await nameEntities(context, input, triaged, asked.answers);

  const outcomes = triaged.items.map((item, i) => ({ item, status: predictions[i]!.status }));
  const floor = config.budget.coverage_floor_pct / 100;
  const coverage = sourceCoverage(outcomes, floor, asked.stopped);
  const notes = [
    ...new Set([...input.classification.notes, ...input.entities.notes]),
    ...[...asked.stopped].map(([source, reason]) => `source ${source} ${reason}`),
    ...coverage.filter(({ floor_met }) => floor_met === false).map(({ source, answered, eligible }) =>
      `source ${source} misses its floor: ${answered} of ${eligible} eligible items were answered, wanted ${
        100 * floor
      }%; its weight is unchanged`
    ),
    ...named.notes,
  ];
  const sampled = triaged.eligible.filter((_, e) => triaged.allocation.sent[e]);
  return {
    predictions,
    entities: entityPredictionsOf(archetype, triaged.items, named.answers.mentions),
    messages: messageScoresOf(triaged),
    themes: themesOf(input, triaged, predictions, weights, notes),
    budget: {
      schema_version: "1.0",
      archetype: archetype.id,
      run_id: input.runId,
      safety_margin: config.budget.safety_margin,
      spend: [
        model.spend(allowance(config, "classification").estimate(distinctPrices(sampled))),
        input.entities.model.spend(named.estimate),
      ],
      coverage,
      buckets: bucketCoverage(outcomes),
      notes,
    },
  };
}

/** Answers over the eligible items; those that were not drawn are `not_sampled`. */
async function askSampled(
  { progress }: Context,
  { archetype, config, classification: { model } }: LanguageInput,
  { eligible, allocation: { sent } }: Triaged,
): Promise<ThemeAnswers> {
  const drawn = [...eligible.keys()].filter((e) => sent[e]);
  progress.stage(`${archetype.id}: asking ${model.model} about ${plural(drawn.length, "item")}`);
  const { answers, stopped } = await askThemes(
    model,
    drawn.map((e) => eligible[e]!.question),
    aheadOf(config),
    (done) => progress.advance(done, drawn.length),
  );
  const byPlace = new Map(drawn.map((e, k) => [e, answers[k]!]));
  return { answers: eligible.map((_, e) => byPlace.get(e) ?? unasked("not_sampled", model)), stopped };
}

interface Named {
  readonly answers: EntityAnswers;
  readonly estimate: Estimate;
  readonly notes: readonly string[];
}

/** Tables and columns of positive threads and e-mails, and of all queries (seed: "LLM Entity Extraction"). */
async function nameEntities(
  { progress }: Context,
  { archetype, config, entities: { model } }: LanguageInput,
  { eligible }: Triaged,
  answers: readonly ThemeAnswer[],
): Promise<Named> {
  const wanted = eligible.filter(({ item }, e) => item.source === "nlq" || answers[e]!.relevance === "positive");
  if (model.free && archetype.vocabulary === undefined) {
    return {
      answers: { mentions: [], answered: 0, dropped: 0, stopped: null },
      estimate: allowance(config, "entities").estimate([]),
      notes: [`no tables and columns were looked for: the embedded model has no vocabulary of ${archetype.id}`],
    };
  }
  progress.stage(`${archetype.id}: asking ${model.model} for tables and columns of ${plural(wanted.length, "item")}`);
  const purse = allowance(config, "entities");
  const batches = entityQuestions(model, archetype, wanted, config);
  const reached = affordable(batches, model.free ? Infinity : purse.usable);
  const found = await askEntities(model, reached, archetype.tables, aheadOf(config));
  const sent = reached.reduce((sum, { items }) => sum + items.length, 0);
  return {
    answers: found,
    estimate: purse.estimate(reached.map(({ price }) => price)),
    notes: [
      ...(sent < wanted.length
        ? [
          `tables and columns were asked for in the newest ${sent} of ${
            plural(wanted.length, "item")
          }: the cap reaches no further`,
        ]
        : []),
      ...(found.stopped === null ? [] : [`asking for tables and columns ${found.stopped}`]),
      ...(found.dropped === 0
        ? []
        : [`${plural(found.dropped, "name")} that no table of ${archetype.id} has were dropped from answers`]),
    ],
  };
}

function themesOf(
  { archetype, config, findings: { report: { window } }, runId, classification: { model } }: LanguageInput,
  { items, place }: Triaged,
  predictions: readonly Prediction[],
  weights: readonly Weighted[],
  notes: readonly string[],
): ThemesLabelled {
  const answered = items.flatMap((item, i) => {
    const e = place[i];
    const { status, theme, met } = predictions[i]!;
    return e === undefined || status !== "ok" ? [] : [{ source: item.source, ds: item.ds, theme, met, ...weights[e]! }];
  });
  const inWindow = ({ ds }: { readonly ds: string }): boolean => ds >= window.from && ds <= window.to;
  const volumes = SOURCES.map((source) => ({
    source,
    volume: items.filter((item, i) => item.source === source && place[i] !== undefined && inWindow(item)).length,
  }));
  const { demand_base_weights, demand_weight_caps } = config.report;
  const shares = sourceWeights(volumes, demand_base_weights, demand_weight_caps);
  return {
    schema_version: "1.0",
    archetype: archetype.id,
    status: "labelled",
    run_id: runId,
    provider: model.provider,
    model: model.model,
    window,
    sources: volumes.map(({ source, volume }) => {
      const own = answered.filter((item) => item.source === source && inWindow(item));
      return {
        source,
        weight: shares[source],
        eligible: volume,
        answered: own.length,
        needs: own.filter(({ theme }) => theme !== null).length,
      };
    }),
    ...themeDemand(answered, window, shares),
    notes: [...notes],
  };
}
