/** Asks a model for relevance and theme, one item a request. */
import { QueryAnswer, ThreadAnswer } from "../contracts/classify_task.ts";
import type { Relevance, Source, Theme } from "../contracts/demand.ts";
import type { Status } from "../contracts/predictions.ts";
import type { Answer, Model, Request } from "../llm/client.ts";
import { breaker } from "../llm/breaker.ts";
import { askInOrder } from "../llm/in_order.ts";

/** An item, and the question that is asked about it. */
export interface ThemeQuestion {
  readonly source: Source;
  readonly request: Request;
}

export interface ThemeAnswer {
  readonly status: Status;
  /** Null for queries and without an answer. */
  readonly relevance: Relevance | null;
  readonly relevanceProb: number | null;
  readonly theme: Theme | null;
  readonly themeProb: number | null;
  readonly cached: boolean;
  /** The model that answered, or was asked. */
  readonly model: string;
}

export interface ThemeAnswers {
  /** One for each question, in their order. */
  readonly answers: readonly ThemeAnswer[];
  /** Sources that were stopped, each with the reason. */
  readonly stopped: ReadonlyMap<Source, string>;
}

/** A positive thread has a theme; what else comes with a theme is no contradiction, only idle. */
const Consistent = ThreadAnswer.refine(({ relevance, theme }) => relevance !== "positive" || theme !== null, {
  error: "a positive thread needs a theme",
});

/**
 * Answers of all questions, source by source; one source's failures never stop another.
 *
 * @param ahead Questions put to the model at once; it decides itself how many of them it sends.
 * @param onAnswer Called after each answer with how many there are.
 */
export async function askThemes(
  model: Model,
  questions: readonly ThemeQuestion[],
  ahead: number,
  onAnswer: (done: number) => void = () => {},
): Promise<ThemeAnswers> {
  const unasked: ThemeAnswer = {
    status: "stopped",
    relevance: null,
    relevanceProb: null,
    theme: null,
    themeProb: null,
    cached: false,
    model: model.model,
  };
  const answers = questions.map(() => unasked);
  const stopped = new Map<Source, string>();
  let done = 0;
  for (const [source, members] of Map.groupBy(questions.keys(), (i) => questions[i]!.source)) {
    const guard = breaker();
    await askInOrder(
      members,
      ahead,
      (i) => askTheme(model, questions[i]!),
      (answer, k) => {
        answers[members[k]!] = answer;
        onAnswer(++done);
        return guard.goesOn(answer.status);
      },
    );
    if (guard.reason !== null) stopped.set(source, guard.reason);
  }
  return { answers, stopped };
}

async function askTheme(model: Model, { source, request }: ThemeQuestion): Promise<ThemeAnswer> {
  if (source === "nlq") {
    const answer = await model.ask(request, QueryAnswer);
    return { ...outcome(answer), relevance: null, relevanceProb: null, ...themeOf(answer, answer.status === "ok") };
  }
  const answer = await model.ask(request, Consistent);
  const relevance = answer.status === "ok" ? answer.value.relevance : null;
  return {
    ...outcome(answer),
    relevance,
    relevanceProb: answer.status === "ok" ? answer.probabilities.relevance ?? null : null,
    ...themeOf(answer, relevance === "positive"),
  };
}

function outcome(answer: Answer<unknown>): Pick<ThemeAnswer, "status" | "cached" | "model"> {
  return { status: answer.status, cached: answer.status === "ok" && answer.cached, model: answer.model };
}

function themeOf(
  answer: Answer<{ readonly theme: Theme | null }>,
  counts: boolean,
): Pick<ThemeAnswer, "theme" | "themeProb"> {
  return answer.status === "ok" && counts
    ? { theme: answer.value.theme, themeProb: answer.probabilities.theme ?? null }
    : { theme: null, themeProb: null };
}
