/** A `fetch` that holds each answer whole before it is handed on, and says what went wrong on the way. */
import { UserError } from "../core/errors.ts";
import { ProviderError } from "./provider_error.ts";

/** Far beyond any answer: who sends more is not answering. */
const MAX_BODY_BYTES = 8 << 20;

/**
 * As `fetch`, with the body read up to a limit.
 *
 * @throws {ProviderError} `unreachable`, `lost` or `garbled`; where its signal is aborted, the signal's reason.
 * @throws {UserError} where this program may not reach the host.
 */
export async function boundedFetch(input: string | URL | globalThis.Request, init?: RequestInit): Promise<Response> {
  try {
    const { body, status, statusText, headers } = await fetch(input, init);
    const bytes = await whole(body);
    return new Response(bytes.length === 0 ? null : bytes, { status, statusText, headers });
  } catch (error) {
    if (init?.signal?.aborted || error instanceof ProviderError) throw error;
    if (error instanceof Deno.errors.NotCapable) throw forbidden(error);
    const told = `${(error as Error).message} ${(error as Error).cause ?? ""}`;
    if (/\(Connect\)|dns error|tcp connect error/.test(told)) {
      throw new ProviderError("unreachable", "the endpoint cannot be reached");
    }
    throw new ProviderError("lost", "the connection broke before the answer was whole");
  }
}

/** The binary is built for one host; from source, Deno's flags say which. */
function forbidden(error: Error): UserError {
  return new UserError(`the model's endpoint may not be reached: ${error.message.split(",", 1)[0]}`, {
    hint: "check llm.api_base, or use a build or --allow-net for that host",
    cause: error,
  });
}

async function whole(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new ProviderError("garbled", `the answer is longer than ${MAX_BODY_BYTES} bytes`);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
