/** The models that a report reads correspondence with. */
import { ENTITY_PROMPT } from "../classify/entities.ts";
import { QUERY_PROMPT, THREAD_PROMPT } from "../classify/theme_requests.ts";
import type { Config } from "../config/schema.ts";
import type { Context } from "../core/context.ts";
import { embeddedReader } from "./embedded_reader.ts";
import { modelFor, type PurposeModel } from "./models.ts";

export interface ReadingModels {
  readonly classification: PurposeModel;
  readonly entities: PurposeModel;
}

/**
 * Opens both.
 *
 * @param run Null: only to know who would answer at what price; nothing is written.
 * @throws {UserError} as `modelFor` does.
 */
export async function readingModels(
  context: Context,
  config: Config,
  run: { readonly id: string; readonly dir: string } | null,
): Promise<ReadingModels> {
  const embedded = await embeddedReader();
  const own = { config, embedded, runId: run?.id ?? "", runDir: run?.dir ?? null };
  return {
    classification: await modelFor(context, { ...own, purpose: "classification" }),
    entities: await modelFor(context, { ...own, purpose: "entities" }),
  };
}

/** What of the configuration decides the answers, and so names a run; concurrency, retries and the key do not. */
export function readingParameters(
  { classification, entities, budget, llm }: Config,
  models: ReadingModels,
): Readonly<Record<string, unknown>> {
  const { temperature, max_output_tokens, prefilter_threshold, prefilter_buckets, api_cap_usd } = classification;
  const { provider } = models.classification.model;
  return {
    provider,
    ...(provider === "local" ? {} : { api: llm.api, api_base: llm.api_base }),
    classification: {
      model: models.classification.model.model,
      temperature,
      max_output_tokens,
      prefilter_threshold,
      prefilter_buckets,
      api_cap_usd,
    },
    entities: {
      provider: models.entities.model.provider,
      model: models.entities.model.model,
      api_cap_usd: entities.api_cap_usd,
    },
    budget,
    prompts: [THREAD_PROMPT, QUERY_PROMPT, ENTITY_PROMPT].map(({ version }) => version),
  };
}
