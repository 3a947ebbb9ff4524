/** A schedule of faults, drawn from its seed: what is asked, with how much money, and what goes wrong. */
import { generator } from "../../lib/core/seeds.ts";
import type { Asked } from "../../tests/support/fake_openai/asked.ts";
import type { FaultName } from "../../tests/support/fake_openai/faults.ts";

export interface Schedule {
  readonly seed: number;
  /** Two models of one process, two processes, or two of which one is killed; they share cache and ledger. */
  readonly sides: "models" | "processes" | "killed";
  readonly api: "responses" | "chat";
  readonly items: number;
  readonly concurrency: number;
  readonly maxConcurrency: number;
  /** Nanodollars. */
  readonly cap: number;
  /** Share of calls that fail, and how. */
  readonly rate: number;
  readonly faults: readonly FaultName[];
  /** Calls after which the model asked for is gone; null: never. */
  readonly goneAfter: number | null;
}

/** All but those that end a run at once (a wrong key, no credit). */
const FAULTS: readonly FaultName[] = [
  "rate_limit",
  "retry_after_ms",
  "server_error",
  "billed_server_error",
  "hang",
  "reset",
  "html",
  "html_as_json",
  "empty_choices",
  "refusal",
  "length",
  "whole_length",
  "content_filter",
  "missing_usage",
  "negative_usage",
  "nan_usage",
  "huge_usage",
  "tiny_usage",
  "wrong_enum",
  "fenced",
  "duplicate_keys",
  "nan",
  "prose",
  "bad_request",
];

/** Cost of an item by the price list, roughly: with it, caps are drawn that bind and caps that don't. */
const NANO_PER_ITEM = 30_000;

/** @param processes Every so many schedules run as processes; 0: none. */
export function drawSchedule(seed: number, processes: number): Schedule {
  const draw = generator(seed, "faults/schedule");
  const below = (limit: number): number => Math.floor(draw() * limit);
  const items = 8 + below(33);
  const maxConcurrency = 1 + below(40);
  const kinds = 1 + below(6);
  return {
    seed,
    sides: processes === 0 || seed % processes !== 0 ? "models" : seed % (3 * processes) === 0 ? "killed" : "processes",
    api: draw() < 0.5 ? "responses" : "chat",
    items,
    concurrency: 1 + below(maxConcurrency),
    maxConcurrency,
    cap: Math.floor(items * NANO_PER_ITEM * (draw() < 0.6 ? 0.05 + 0.75 * draw() : 20)),
    rate: draw() * 0.7,
    faults: Array.from({ length: kinds }, () => FAULTS[below(FAULTS.length)]!),
    goneAfter: draw() < 0.2 ? below(items) : null,
  };
}

/** The fault of a call. It depends on what is asked and how often, not on when. */
export function faultOf({ seed, rate, faults, goneAfter }: Schedule): (asked: Asked) => FaultName | null {
  let calls = 0;
  return ({ model, messages, nth }) => {
    calls++;
    if (goneAfter !== null && calls > goneAfter && model === MODELS[0]) return "model_gone";
    const draw = generator(seed, `faults/${messages.map(({ content }) => content).join("/")}/${nth}`);
    return draw() < rate ? faults[Math.floor(draw() * faults.length)]! : null;
  };
}

/** The model asked for, and its successor. */
export const MODELS = ["gpt-4o-mini", "gpt-6-luna"] as const;
