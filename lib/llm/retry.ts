/** Asking again after faults that may pass, and waiting no longer than agreed. */
import { ProviderError } from "./provider_error.ts";

export interface RetryPolicy {
  /** Attempts after the first. */
  readonly retries: number;
  /** Pause before the first retry; each further one is twice as long. */
  readonly backoffMs: number;
  /** Uniform draws in [0, 1): requests that failed together do not come back together. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly onRetry: () => void;
}

/** Longest pause before a retry, and the longest that a `Retry-After` is obeyed. */
export const MAX_PAUSE_MS = 20_000;
/** A request is changed (a parameter left out, a successor asked) at most this often before that counts as a fault. */
const MAX_CHANGES = 12;

/**
 * Runs `attempt` until it returns, its fault is final, or the retries are used up.
 *
 * @param attempt Is told the fault of the attempt before it that counts as a retry.
 * @throws the last {@link ProviderError}, or whatever else `attempt` throws, at once.
 */
export async function retrying<T>(
  attempt: (before: ProviderError | null) => Promise<T>,
  policy: RetryPolicy,
): Promise<T> {
  let changes = 0;
  let before: ProviderError | null = null;
  for (let retry = 0;;) {
    try {
      return await attempt(before);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.next === "again" && changes++ < MAX_CHANGES) continue;
      if (error.next !== "retry" || retry === policy.retries) throw error;
      // Whoever names a time is left alone by all requests for so long.
      if (error.retryAfterMs === null) await delay(backoff(retry, policy), policy.signal);
      before = error;
      retry++;
      policy.onRetry();
    }
  }
}

function backoff(retry: number, { backoffMs, random }: RetryPolicy): number {
  return Math.min(MAX_PAUSE_MS, backoffMs * 2 ** retry * (0.5 + random() / 2));
}

/** @throws the signal's reason as soon as it is aborted. */
function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

/**
 * Result of `task`, whose signal is aborted when the time is over or the caller's `signal` is.
 *
 * @throws {ProviderError} `timeout` when the time is over, whatever the task does about it; the caller's reason when
 * its signal is aborted.
 */
export async function withTimeout<T>(
  milliseconds: number,
  signal: AbortSignal,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const end = (reason: unknown): void => {
    controller.abort(reason);
    reject(reason);
  };
  const late = new ProviderError("timeout", `no answer within ${milliseconds / 1000} s`);
  const timer = setTimeout(() => end(late), milliseconds);
  const abort = (): void => end(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([task(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}
