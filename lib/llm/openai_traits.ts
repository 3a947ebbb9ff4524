/** What each family of models takes: by what its makers say, and by what an endpoint refuses. */

/** Parameters that some models refuse. */
export type Optional = "temperature" | "logprobs" | "effort" | "completion_cap";

export interface Traits {
  /** Least reasoning that the family can be told to do, so that it does not eat the cap of output tokens. */
  readonly effort: "none" | "minimal" | "low" | null;
  readonly refused: readonly Optional[];
}

const PLAIN: Traits = { effort: null, refused: [] };

/** Reasoning models: developers.openai.com/api/docs/guides/latest-model and /guides/reasoning. */
const FAMILIES: readonly (readonly [pattern: RegExp, traits: Traits])[] = [
  [/^gpt-5(-mini|-nano)?(-\d{4}-\d{2}-\d{2})?$/, { effort: "minimal", refused: ["temperature", "logprobs"] }],
  [/^gpt-5\.\d/, { effort: "none", refused: [] }],
  [/^gpt-[6-9]/, { effort: "none", refused: [] }],
  [/^o\d/, { effort: "low", refused: ["temperature", "logprobs"] }],
];

/** What is known of a model before it was ever asked. */
export function traitsOf(model: string): Traits {
  return FAMILIES.find(([pattern]) => pattern.test(model))?.[1] ?? PLAIN;
}

const NAMES: Readonly<Record<Optional, RegExp>> = {
  temperature: /^temperature$/,
  logprobs: /^(top_)?logprobs$|^include\b|logprobs$/,
  effort: /^reasoning(_effort|\.effort)?$/,
  completion_cap: /^max_completion_tokens$/,
};

/**
 * The parameter that a refusal (status 400) is about.
 *
 * @param parameter What the refusal names as such; else the first quoted word of its message counts.
 */
export function refusedParameter(parameter: string | null | undefined, message: string): Optional | undefined {
  const name = parameter ?? /['"`]([\w.]+)['"`]/.exec(message)?.[1] ?? "";
  return (Object.keys(NAMES) as Optional[]).find((optional) => NAMES[optional].test(name));
}
