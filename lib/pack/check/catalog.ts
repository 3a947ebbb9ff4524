/** Datasets agree with themselves and with each other. */
import type { Dataset } from "../../contracts/pack.ts";
import type { Problem } from "./problem.ts";
import type { ReadPack } from "./read.ts";
import { repeated } from "./unique.ts";

/** Ids, columns, keys and flags of every dataset. */
export function catalogProblems({ datasets, datasetIds }: ReadPack): Problem[] {
  const columns = new Map(datasets.map(({ value }) => [value.id, new Set(value.columns.map(({ name }) => name))]));
  const own = datasets.flatMap(({ file, value, lineOf }) => [
    ...idProblem(value).map((message) => ({ file, line: lineOf(["id"]), message })),
    ...repeated(
      value.columns.map((column, i) => ({ file, line: lineOf(["columns", i]), value: column })),
      `column of ${value.id}`,
      ({ name }) => name,
    ),
    ...keyProblems(value).map(({ path, message }) => ({ file, line: lineOf(path), message })),
    ...value.foreign_keys.flatMap(({ dataset, references }, i) => {
      const at = (member: string): { file: string; line: number } => ({
        file,
        line: lineOf(["foreign_keys", i, member]),
      });
      const parent = `foreign key of ${value.id} points at`;
      if (!datasetIds.has(dataset)) {
        return [{ ...at("dataset"), message: `${parent} no dataset: ${dataset} is not there` }];
      }
      const known = columns.get(dataset);
      return known === undefined || known.has(references)
        ? []
        : [{ ...at("references"), message: `${parent} no column: ${dataset} has no ${references}` }];
    }),
  ]);
  return [...repeated(datasets, "dataset", ({ id }) => id), ...own];
}

function idProblem({ id, domain, name }: Dataset): string[] {
  return id === `${domain}.${name}` ? [] : [`id is ${id}: its domain and name make ${domain}.${name}`];
}

/** Keys name columns that are there, and the flags of the columns say the same. */
function keyProblems(dataset: Dataset): { path: (string | number)[]; message: string }[] {
  const { id, columns, primary_key: primaryKey, foreign_keys: foreignKeys } = dataset;
  const names = new Set(columns.map(({ name }) => name));
  const pointing = new Set(foreignKeys.map(({ column }) => column));
  return [
    ...primaryKey.flatMap((name, i) =>
      names.has(name) ? [] : [{ path: ["primary_key", i], message: `primary key of ${id} names no column: ${name}` }]
    ),
    ...foreignKeys.flatMap(({ column }, i) =>
      names.has(column)
        ? []
        : [{ path: ["foreign_keys", i, "column"], message: `foreign key of ${id} names no column: ${column}` }]
    ),
    ...columns.flatMap(({ name, is_primary_key, is_foreign_key }, i) => [
      ...flagProblem(["columns", i, "is_primary_key"], `${id}.${name}`, is_primary_key, primaryKey.includes(name)),
      ...flagProblem(["columns", i, "is_foreign_key"], `${id}.${name}`, is_foreign_key, pointing.has(name)),
    ]),
  ];
}

function flagProblem(
  path: readonly (string | number)[],
  column: string,
  found: boolean,
  listed: boolean,
): { path: (string | number)[]; message: string }[] {
  if (found === listed) return [];
  const flag = path.at(-1);
  return [{ path: [...path], message: `${flag} of ${column} is ${found}: the keys of its dataset say ${listed}` }];
}
