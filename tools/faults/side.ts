/** One side of a schedule: asks for every item and tells what became of it. */
import { z } from "zod";
import { PURPOSES } from "../../lib/contracts/budget.ts";
import type { Request } from "../../lib/llm/client.ts";
import { openModel } from "../../lib/llm/model.ts";
import { openaiProviders } from "../../lib/llm/openai.ts";
import { MODELS, type Schedule } from "./schedule.ts";

export interface Side {
  readonly schedule: Schedule;
  readonly base: string;
  /** Holds the cache and the ledger. */
  readonly dir: string;
  /** Asks from the last item to the first. */
  readonly backwards: boolean;
}

export interface Told {
  /** Status of each item. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Counts by status, as `budget.json` would have them. */
  readonly outcomes: Readonly<Record<string, number>>;
}

const LABELS = ["freshness", "duplicates"] as const;
const Answer = z.strictObject({ theme: z.enum(LABELS) });
const definition = {
  type: "object",
  properties: { theme: { type: "string", enum: LABELS } },
  required: ["theme"],
  additionalProperties: false,
};

function requestOf(item: string): Request {
  return {
    task: "label",
    promptVersion: "1",
    messages: [{ role: "system", content: "You label a text." }, { role: "user", content: item }],
    schema: { name: "label", definition },
    maxOutputTokens: 32,
    temperature: 0,
    labels: ["theme"],
    input: item,
  };
}

export async function playSide({ schedule, base, dir, backwards }: Side): Promise<Told> {
  const { api, cap, concurrency, maxConcurrency, items } = schedule;
  const [provider, ...successors] = await openaiProviders({ apiKey: "none", apiBase: base, api, models: MODELS });
  const model = await openModel({
    provider: provider!,
    successors,
    purpose: PURPOSES[0],
    runId: "run",
    cache: `${dir}/cache`,
    ledger: `${dir}/spend.jsonl`,
    capNano: cap,
    limits: { timeoutMs: 120, retries: 2, backoffMs: 1, concurrency, maxConcurrency },
    signal: new AbortController().signal,
  });
  const names = Array.from({ length: items }, (_, index) => `item ${index}`);
  const ask = async (item: string): Promise<[string, string]> => [
    item,
    (await model.ask(requestOf(item), Answer)).status,
  ];
  const statuses = Object.fromEntries(await Promise.all((backwards ? names.toReversed() : names).map(ask)));
  return { statuses, outcomes: model.spend({ p50: 0, p95: 0, ceiling: 0 }).outcomes };
}

/** As a process of its own: the side as JSON in the first argument, what it tells as JSON on stdout. */
if (import.meta.main) console.log(JSON.stringify(await playSide(JSON.parse(Deno.args[0]!))));
