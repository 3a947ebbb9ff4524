/** When asking about a source has become pointless. */
import type { Status } from "../contracts/predictions.ts";

/** Seed: "Stop a source after 50 consecutive parse errors". */
const MOST_PARSE_ERRORS = 50;
/** Each has been retried already: an endpoint that failed this often in a row is away. */
const MOST_NETWORK_FAILURES = 10;

export interface Breaker {
  /** Counts one outcome, in the order of the items; true while the source goes on. */
  goesOn(status: Status): boolean;
  /** Why the source was stopped, as the end of a sentence that begins with its name; null while it goes on. */
  readonly reason: string | null;
}

/**
 * Counts failures in a row in the order of the items, not of their arrival: the same answers stop a source at the same
 * item at any concurrency.
 */
export function breaker(): Breaker {
  let parseErrors = 0;
  let networkFailures = 0;
  let reason: string | null = null;
  return {
    goesOn(status) {
      parseErrors = status === "parse_error" ? parseErrors + 1 : 0;
      networkFailures = status === "network" ? networkFailures + 1 : 0;
      if (parseErrors >= MOST_PARSE_ERRORS) {
        reason = `was stopped after ${MOST_PARSE_ERRORS} answers in a row that could not be read`;
      } else if (networkFailures >= MOST_NETWORK_FAILURES) {
        reason = `was stopped after ${MOST_NETWORK_FAILURES} requests in a row without an answer`;
      }
      return reason === null;
    },
    get reason() {
      return reason;
    },
  };
}
