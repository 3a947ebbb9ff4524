/** Requests that a run found to have no valid answer: a rerun of it tells the same and sends nothing. */
import { z } from "zod";
import type { Failure } from "./client.ts";
import { openJournal } from "./journal.ts";

/** All failures but `network`: an endpoint that stayed away may be back. */
const FINAL = ["parse_error", "truncated", "refused", "filtered", "rejected", "budget"] as const;
type Final = (typeof FINAL)[number];

const Entry = z.strictObject({
  key: z.string(),
  status: z.enum(FINAL),
  detail: z.string(),
  model: z.string(),
  /** Nanodollars: what a cap denied, a higher one may allow. */
  cap: z.int().min(0),
});

export interface Failed {
  readonly status: Failure;
  readonly detail: string;
  readonly model: string;
}

export interface Failures {
  /** What became of the request of this key before, where that is final. */
  get(key: string): Failed | undefined;
  add(key: string, failed: Failed): void;
}

/**
 * Opens the failures at `path`, one JSON line each, shared with every process that opens it.
 *
 * @param cap Of this run, in nanodollars.
 */
export function openFailures(path: string, cap: number): Failures {
  const known = new Map<string, Failed>();
  const journal = openJournal(path, Entry, (entry) => {
    if (entry.status !== "budget" || entry.cap >= cap) known.set(entry.key, entry);
  });
  journal.refresh();
  return {
    get: (key) => known.get(key),
    add: (key, { status, detail, model }) => {
      if (isFinal(status)) journal.append(() => ({ key, status, detail, model, cap }));
    },
  };
}

function isFinal(status: Failure): status is Final {
  return (FINAL as readonly string[]).includes(status);
}
