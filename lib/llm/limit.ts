/** How many requests are under way at once: as many as the endpoint bears. */

export interface Limit {
  /** Waits for a place. @throws the signal's reason where it is aborted. */
  enter(): Promise<Place>;
  /** Nobody enters for so long; of several pauses the longest counts. */
  pause(milliseconds: number): void;
}

export interface Place {
  /** Leaves after an answer (`ok`), after the endpoint said that it is too much, or for another reason. */
  leave(outcome: "ok" | "overloaded" | "other"): void;
}

export interface LimitOptions {
  readonly start: number;
  readonly ceiling: number;
  readonly signal: AbortSignal;
}

/**
 * A window that grows and shrinks as TCP's does (RFC 5681): one more for each answer until the endpoint first says that
 * it is too much, from then on one more for each full window of answers, and half of it whenever it says so again.
 * Refusals of requests that were under way together count as one.
 */
export function openLimit({ start, ceiling, signal }: LimitOptions): Limit {
  let window = Math.min(start, ceiling);
  let active = 0;
  let pristine = true;
  let halvings = 0;
  let resumeAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting: (() => void)[] = [];

  const admit = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const left = signal.aborted ? 0 : resumeAt - performance.now();
    if (left > 0) {
      timer = setTimeout(admit, left);
      return;
    }
    while (waiting.length > 0 && (signal.aborted || active < Math.floor(window))) {
      active++;
      waiting.shift()!();
    }
  };
  signal.addEventListener("abort", admit);

  const adapt = (outcome: "ok" | "overloaded" | "other", seen: number): void => {
    if (outcome === "ok") window = Math.min(ceiling, window + (pristine ? 1 : 1 / window));
    if (outcome !== "overloaded" || seen !== halvings) return;
    window = Math.max(1, window / 2);
    pristine = false;
    halvings++;
  };

  return {
    enter: async () => {
      signal.throwIfAborted();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      admit();
      await promise;
      const seen = halvings;
      const leave = (outcome: "ok" | "overloaded" | "other"): void => {
        active--;
        adapt(outcome, seen);
        admit();
      };
      if (signal.aborted) leave("other");
      signal.throwIfAborted();
      return { leave };
    },
    pause: (milliseconds) => {
      resumeAt = Math.max(resumeAt, performance.now() + milliseconds);
    },
  };
}
