/** A request as the server understands it, whichever API it came by. */

export type Api = "responses" | "chat";

export interface Asked {
  readonly api: Api;
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly schema: { readonly name: string; readonly definition: JsonSchema };
  readonly maxOutputTokens: number;
  readonly logprobs: boolean;
  readonly effort: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** How often the same body was asked before. */
  readonly nth: number;
}

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

// deno-lint-ignore no-explicit-any -- a body that a client sent
type Body = any;

export function askedOf(api: Api, body: Body, nth: number): Asked {
  const format = api === "responses" ? body.text?.format : body.response_format?.json_schema;
  return {
    api,
    model: body.model,
    messages: api === "responses" ? body.input : body.messages,
    schema: { name: format?.name ?? "", definition: format?.schema ?? {} },
    maxOutputTokens: body.max_output_tokens ?? body.max_completion_tokens ?? body.max_tokens ?? Infinity,
    logprobs: api === "responses" ? body.include?.includes("message.output_text.logprobs") ?? false : !!body.logprobs,
    effort: body.reasoning?.effort ?? body.reasoning_effort ?? null,
    body,
    nth,
  };
}

/** What strict mode demands of a schema and this one lacks: closed objects, all properties required. */
export function strictFault(schema: JsonSchema, path = "schema"): string | null {
  const below = [
    ...Object.entries(schema.properties ?? {}).map(([name, child]) => [`${path}.${name}`, child] as const),
    ...(schema.items === undefined ? [] : [[`${path}[]`, schema.items] as const]),
    ...(schema.anyOf ?? []).map((child) => [`${path}|`, child] as const),
    ...Object.entries(schema.$defs ?? {}).map(([name, child]) => [`$defs.${name}`, child] as const),
  ];
  if (schema.properties !== undefined) {
    if (schema.additionalProperties !== false) return `${path}: 'additionalProperties' is required to be false`;
    const missing = Object.keys(schema.properties).find((name) => !schema.required?.includes(name));
    if (missing !== undefined) return `${path}: 'required' lacks '${missing}'`;
  }
  for (const [where, child] of below) {
    const fault = strictFault(child, where);
    if (fault !== null) return fault;
  }
  return null;
}

/** The least value of a schema: first choices, empty texts and lists. */
export function leastValue(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return leastValue(schema.anyOf[0]!);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object":
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, of]) => [name, leastValue(of)]));
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => leastValue(schema.items ?? {}));
    case "number":
    case "integer":
      return schema.minimum ?? 0;
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return "";
  }
}
