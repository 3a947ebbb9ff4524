import type { ThreadInput } from "../../lib/contracts/classify_task.ts";
import type { ThemeQuestion } from "../../lib/classify/themes.ts";
import { queryRequest, threadRequest } from "../../lib/classify/theme_requests.ts";

const SAMPLING = { maxOutputTokens: 64, temperature: 0 };

export function threadQuestion(thread: ThreadInput): ThemeQuestion {
  return { source: thread.source, request: threadRequest(thread, SAMPLING) };
}

export function said(...texts: string[]): ThemeQuestion {
  return threadQuestion({ source: "slack", messages: texts.map((text) => ({ role: "other", text })) });
}

export function mailed(subject: string, text: string): ThemeQuestion {
  return threadQuestion({ source: "email", subject, messages: [{ role: "other", text }] });
}

export function queried(text: string): ThemeQuestion {
  return { source: "nlq", request: queryRequest({ text }, SAMPLING) };
}
