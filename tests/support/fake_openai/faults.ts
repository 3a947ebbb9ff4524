/** Ways in which an endpoint fails, by name. */
import type { Asked } from "./asked.ts";
import { inputTokens, outputTokens } from "./bill.ts";
import { answerBody, errorResponse, type Told } from "./wire.ts";

/** One request in the server's hands. */
export interface Exchange {
  readonly asked: Asked;
  /** The JSON text that a sound server would answer. */
  readonly text: string;
  /** Aborted when the server stops. */
  readonly stop: AbortSignal;
  /** Charges input and output; what is told to the client is another matter. */
  bill(output: number): void;
}

type Fault = (exchange: Exchange) => Response | Promise<Response>;

const HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>";

/** A billed answer; `told` overrides what an honest one would say. */
export function answered({ asked, text, bill }: Exchange, told: Partial<Told> = {}): Response {
  const said = told.text ?? text;
  const output = told.finish === "length" ? asked.maxOutputTokens : outputTokens(asked, said);
  bill(output);
  const usage = { input: inputTokens(asked), output };
  return Response.json(answerBody(asked, { text: said, finish: "stop", usage, ...told }));
}

const until = (signal: AbortSignal, milliseconds = 60_000): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });

const lying = (usage: (asked: Asked) => Told["usage"]): Fault => (exchange) =>
  answered(exchange, { usage: usage(exchange.asked) });

export const FAULTS = {
  rate_limit: () => errorResponse(429, { message: "Slow down", code: "rate_limit_exceeded" }),
  retry_after_ms: () => errorResponse(429, { message: "Slow down" }, { "retry-after-ms": "20" }),
  retry_after: () => errorResponse(429, { message: "Slow down" }, { "retry-after": "0.02" }),
  server_error: () => errorResponse(500, { message: "The server had an error", type: "server_error" }),
  /** The work was done and is charged; the way back failed. */
  billed_server_error: ({ asked, text, bill }) => {
    bill(outputTokens(asked, text));
    return errorResponse(502, { message: "Bad gateway" });
  },
  hang: async ({ asked, text, bill, stop }) => {
    bill(outputTokens(asked, text));
    await until(stop);
    return errorResponse(500, { message: "too late" });
  },
  reset: ({ asked, text, bill }) => {
    bill(outputTokens(asked, text));
    // Fewer bytes than announced: the connection ends before the answer does.
    const body = ReadableStream.from([new TextEncoder().encode('{"id": "resp_1", "output"')]);
    return new Response(body, { headers: { "content-type": "application/json", "content-length": "4000" } });
  },
  endless: ({ asked, bill }) => {
    bill(asked.maxOutputTokens);
    const garbage = new Uint8Array(1 << 16).fill(32);
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(garbage.slice()),
    });
    return new Response(body, { headers: { "content-type": "application/json" } });
  },
  html: ({ asked, text, bill }) => {
    bill(outputTokens(asked, text));
    return new Response(HTML, { headers: { "content-type": "text/html" } });
  },
  html_as_json: ({ asked, text, bill }) => {
    bill(outputTokens(asked, text));
    return new Response(HTML, { headers: { "content-type": "application/json" } });
  },
  empty_choices: ({ asked, text, bill }) => {
    bill(outputTokens(asked, text));
    const { output: _, choices: __, ...rest } = answerBody(asked, { text, finish: "stop", usage: undefined });
    return Response.json({ ...rest, output: [], choices: [] });
  },
  refusal: (exchange) => answered(exchange, { text: "I can't help with that.", finish: "refusal" }),
  length: (exchange) => answered(exchange, { text: exchange.text.slice(0, -1), finish: "length" }),
  /** Cut off at the limit, and yet it reads as JSON. */
  whole_length: (exchange) => answered(exchange, { finish: "length" }),
  content_filter: (exchange) => answered(exchange, { text: "", finish: "content_filter" }),
  missing_usage: lying(() => undefined),
  negative_usage: lying(() => ({ input: -5000, output: -5000 })),
  nan_usage: lying(() => ({ input: "NaN", output: "NaN" })),
  huge_usage: lying(() => ({ input: 90_000_000, output: 90_000_000 })),
  tiny_usage: lying(() => ({ input: 1, output: 1 })),
  wrong_enum: (exchange) => answered(exchange, { text: exchange.text.replace(/:\s*"[^"]*"/, ':"no_such_value"') }),
  fenced: (exchange) => answered(exchange, { text: `\`\`\`json\n${exchange.text}\n\`\`\`` }),
  duplicate_keys: (exchange) => answered(exchange, { text: exchange.text.replace(/^\{("[^"]*":)/, "{$1null,$1") }),
  nan: (exchange) => answered(exchange, { text: exchange.text.replace(/:\s*("[^"]*"|[\d.]+)/, ":NaN") }),
  prose: (exchange) => answered(exchange, { text: `Sure! Here is the answer: ${exchange.text}` }),
  model_gone: ({ asked: { model } }) =>
    errorResponse(404, { message: `The model \`${model}\` does not exist`, code: "model_not_found" }),
  bad_request: () => errorResponse(400, { message: "Invalid 'input': too long", param: "input" }),
  insufficient_quota: () =>
    errorResponse(429, { message: "You exceeded your current quota", code: "insufficient_quota" }),
  slow: async (exchange) => {
    await until(exchange.stop, 200);
    return answered(exchange);
  },
} satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;
