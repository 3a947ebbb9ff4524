/** What a statement from outside may be: one query over known tables, made of parts that can neither reach out nor grow. */
import { z } from "zod";
import { FUNCTIONS, OPERATORS } from "./jail_functions.ts";

/** What `json_serialize_sql` says of a text: its statements, each a tree, or why there is none. */
export const Parsed = z.union([
  z.object({ error: z.literal(true), error_message: z.string() }),
  z.object({ error: z.literal(false), statements: z.array(z.object({ node: z.unknown() })) }),
]);
export type Parsed = z.infer<typeof Parsed>;

const EXPRESSIONS: ReadonlySet<string> = new Set([
  ...["BETWEEN", "CASE", "CAST", "COLUMN_REF", "COMPARISON", "CONJUNCTION", "CONSTANT", "FUNCTION", "OPERATOR", "STAR"],
  ...["SUBQUERY", "WINDOW"],
]);

/** Queries, what they read from, and how they order and cut. A recursive query never needs to end. */
const PARTS: ReadonlySet<string> = new Set([
  ...["SELECT_NODE", "SET_OPERATION_NODE", "CTE_NODE"],
  ...["BASE_TABLE", "EMPTY", "EXPRESSION_LIST", "JOIN", "SUBQUERY"],
  ...["DISTINCT_MODIFIER", "LIMIT_MODIFIER", "LIMIT_PERCENT_MODIFIER", "ORDER_MODIFIER"],
  ...["ORDER_DEFAULT", "ASCENDING", "DESCENDING"],
  "DECIMAL_TYPE_INFO",
]);

/** Where standard SQL's own forms ("EXTRACT(day FROM x)") find their functions. */
const OWN_SCHEMAS: ReadonlySet<string> = new Set(["", "main"]);

const FunctionCall = z.object({
  function_name: z.string(),
  schema: z.string(),
  catalog: z.string(),
  is_operator: z.boolean().optional(),
});
const BaseTable = z.object({ table_name: z.string(), schema_name: z.string(), catalog_name: z.string() });
const WithTables = z.object({ cte_map: z.object({ map: z.array(z.object({ key: z.string() })) }) });

function functionFault(node: unknown): string | undefined {
  const { function_name: name, schema, catalog, is_operator: operator } = FunctionCall.parse(node);
  const known = OWN_SCHEMAS.has(schema) && catalog === "" && (operator ? OPERATORS : FUNCTIONS).has(name);
  return known ? undefined : `the function ${name} is not on the list`;
}

function tableFault(node: unknown, names: ReadonlySet<string>): string | undefined {
  const { table_name: name, schema_name: schema, catalog_name: catalog } = BaseTable.parse(node);
  const known = schema === "" && catalog === "" && names.has(name.toLowerCase());
  return known ? undefined : `there is no table ${name}`;
}

/** What is wrong with a part of the tree; `names`: tables in scope, in lower case. */
function partFault(node: unknown, names: ReadonlySet<string>): string | undefined {
  if (Array.isArray(node)) {
    for (const item of node) {
      const fault = partFault(item, names);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
  if (typeof node !== "object" || node === null) return undefined;
  const { class: expression, type } = node as { class?: unknown; type?: unknown };
  if (typeof expression === "string") {
    if (!EXPRESSIONS.has(expression)) return `${expression} is not an expression of a plain query`;
    const fault = expression === "FUNCTION" || expression === "WINDOW" ? functionFault(node) : undefined;
    if (fault !== undefined) return fault;
  } else if (typeof type === "string") {
    if (!PARTS.has(type)) return `${type} is not a part of a plain query`;
    const fault = type === "BASE_TABLE" ? tableFault(node, names) : undefined;
    if (fault !== undefined) return fault;
  }
  const own = WithTables.safeParse(node).data?.cte_map.map.map(({ key }) => key.toLowerCase()) ?? [];
  const scope = own.length === 0 ? names : new Set([...names, ...own]);
  return partFault(Object.values(node), scope);
}

/**
 * Why a statement is refused; undefined when it is one plain query over `tables`.
 *
 * Closed lists throughout: what DuckDB learns in its next release is refused until it is listed here.
 */
export function objection(parsed: Parsed, tables: readonly string[]): string | undefined {
  if (parsed.error) return parsed.error_message;
  const { statements } = parsed;
  if (statements.length !== 1) return `one statement is wanted: found ${statements.length}`;
  return partFault(statements[0]!.node, new Set(tables.map((name) => name.toLowerCase())));
}
