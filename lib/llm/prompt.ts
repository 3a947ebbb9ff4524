/** What every question to a model is made of: a prompt file, and data. */
import { z } from "zod";
import type { Message, Request } from "./client.ts";

/** A prompt file: its text is the system message, its name the version that enters the cache's key. */
export interface Prompt {
  readonly version: string;
  readonly text: string;
}

/** How the model is to answer. */
export interface Sampling {
  readonly maxOutputTokens: number;
  readonly temperature: number | null;
}

/** The JSON Schema of an answer, as requests name it. */
export function answerSchema(name: string, answer: z.ZodType): Request["schema"] {
  const { $schema: _, ...definition } = z.toJSONSchema(answer);
  return { name, definition };
}

/** The prompt, then the data. */
export function conversation({ text }: Prompt, data: string): readonly Message[] {
  return [{ role: "system", content: text.trim() }, { role: "user", content: data }];
}
