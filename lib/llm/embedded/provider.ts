import type { Provider, Reply, Request } from "../client.ts";

/** What the embedded model answers to one task's {@link Request.input}. */
export type EmbeddedTask = (input: unknown) => {
  /** Of the shape that the request's schema names. */
  readonly answer: unknown;
  /** Calibrated probabilities of the answer's labels. */
  readonly probabilities?: Readonly<Record<string, number>>;
};

/**
 * The embedded provider: offline, free, the same answer every time.
 *
 * @param model Its name and version, which every output states.
 * @param tasks What it can do, by {@link Request.task}.
 */
export function embeddedProvider(model: string, tasks: Readonly<Record<string, EmbeddedTask>>): Provider {
  const complete = (request: Request): Reply => {
    const task = tasks[request.task];
    if (task === undefined) throw new RangeError(`the embedded model has no task ${request.task}`);
    const { answer, probabilities = {} } = task(request.input);
    return { text: JSON.stringify(answer), finish: "stop", usage: null, model, probabilities };
  };
  return { name: "local", model, complete: (request) => Promise.resolve(complete(request)) };
}
