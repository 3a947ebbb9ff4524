import assert from "node:assert/strict";
import { type Fault, ProviderError } from "../../lib/llm/provider_error.ts";
import { retrying, withTimeout } from "../../lib/llm/retry.ts";

const signal = new AbortController().signal;

/** Attempts and counted retries when attempts fail with `faults` in turn and then succeed. */
async function attempts(faults: readonly Fault[]): Promise<{ made: number; retries: number; error?: Fault }> {
  let [made, retries] = [0, 0];
  const attempt = (): Promise<void> => {
    const fault = faults[made++];
    return fault === undefined ? Promise.resolve() : Promise.reject(new ProviderError(fault, fault));
  };
  const policy = { retries: 2, backoffMs: 0, random: () => 0, signal, onRetry: () => void retries++ };
  try {
    await retrying(attempt, policy);
    return { made, retries };
  } catch (error) {
    return { made, retries, error: (error as ProviderError).fault };
  }
}

for (
  const [faults, expected] of [
    [[], { made: 1, retries: 0 }],
    [["timeout"], { made: 2, retries: 1 }],
    [["lost", "garbled"], { made: 3, retries: 2 }],
    [["broken", "overloaded", "unreachable"], { made: 3, retries: 2, error: "unreachable" }],
    [["rejected"], { made: 1, retries: 0, error: "rejected" }],
    [["parameter", "gone"], { made: 3, retries: 0 }],
    [["parameter", "timeout", "gone", "timeout", "timeout"], { made: 5, retries: 2, error: "timeout" }],
    [Array(50).fill("parameter"), { made: 13, retries: 0, error: "parameter" }],
  ] as const
) {
  Deno.test(`retrying() after ${faults.slice(0, 5).join(", ") || "no fault"}`, async () => {
    assert.deepEqual(await attempts(faults), expected);
  });
}

Deno.test("retrying() lets faults of ours through at once", async () => {
  const policy = { retries: 2, backoffMs: 0, random: () => 0, signal, onRetry: assert.fail };
  await assert.rejects(retrying(() => Promise.reject(new RangeError("ours")), policy), RangeError);
});

Deno.test("retrying() ends its pause with the signal", async () => {
  const controller = new AbortController();
  const policy = { retries: 2, backoffMs: 60_000, random: () => 0, signal: controller.signal, onRetry: () => {} };
  const waiting = retrying(() => Promise.reject(new ProviderError("timeout", "late")), policy);
  setTimeout(() => controller.abort(new Error("stop")), 1);
  await assert.rejects(waiting, /stop/);
});

Deno.test("withTimeout() ends a task that does not heed its signal", async () => {
  const deaf = withTimeout(5, signal, () => new Promise<never>(() => {}));
  await assert.rejects(deaf, (error: ProviderError) => error.fault === "timeout" && error.mayBeBilled);
});

Deno.test("withTimeout() tells the task", async () => {
  const told = Promise.withResolvers<void>();
  const task = (ends: AbortSignal): Promise<never> => {
    ends.addEventListener("abort", () => told.resolve());
    return new Promise<never>(() => {});
  };
  await assert.rejects(withTimeout(5, signal, task));
  await told.promise;
});

Deno.test("withTimeout() ends with the caller's reason", async () => {
  const controller = new AbortController();
  const waiting = withTimeout(60_000, controller.signal, () => new Promise<never>(() => {}));
  controller.abort(new Error("stop"));
  await assert.rejects(waiting, /stop/);
});
