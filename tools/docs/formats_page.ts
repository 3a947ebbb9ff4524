/** `docs/formats.md`, from the declarations of tables and the JSON Schemas. */
import { z } from "zod";
import { archetypes } from "../../lib/archetypes/mod.ts";
import type { Archetype, Table } from "../../lib/contracts/archetype.ts";
import { COMMS_TABLES } from "../../lib/contracts/comms.ts";
import { labelTables } from "../../lib/contracts/labels.ts";
import { entityPredictions, messageScores, predictionTables } from "../../lib/contracts/predictions.ts";
import type { RowColumn, RowTable } from "../../lib/contracts/row_table.ts";
import { schemaFiles } from "../schemas.ts";
import { code, GENERATED, page, table } from "./markdown.ts";

/** Where the files of each schema lie, and what they hold. */
export const JSON_FILES: Readonly<Record<string, readonly [path: string, what: string]>> = {
  "config.schema.json": ["configs/default.yaml", "settings: [configuration.md](configuration.md)"],
  "manifest.schema.json": [
    "manifest.json of data/{arch}, comms/{arch}",
    "seed, parameters, version, rows and SHA-256 of every file",
  ],
  "defects.schema.json": ["meta/{arch}/defects.json", "what was broken on purpose; no report reads it"],
  "run.schema.json": [
    "runs/{run_id}/run.json",
    "inputs and parameters of a run; the one file that holds a time of the clock",
  ],
  "budget.schema.json": ["budget.json of comms, runs and reports", "caps, estimates, spending, coverage"],
  "exec_summary.schema.json": [
    "reports/{arch}/exec_summary.json",
    "all that an executive is told: [report.md](report.md)",
  ],
  "data_health.schema.json": ["reports/{arch}/data_health.json", "every measure with its parts, interval and target"],
  "themes.schema.json": ["reports/{arch}/themes.json", "demand by theme, source and week: [demand.md](demand.md)"],
  "qc_summary.schema.json": [
    "reports/{arch}/qc/qc_summary.json",
    "every check of `validate`: [validate.md](validate.md)",
  ],
  "evaluation.schema.json": ["reports/eval/{run_id}/summary.json", "scores of labels against the planned ones"],
  "findings.schema.json": ["reports/eval/findings-*/findings.json", "findings against what was planted"],
  "pack_config.schema.json": ["config.yaml of dnr pack gen", "what a pack holds: [pack.md](pack.md)"],
  "pack_manifest.schema.json": ["packs/{pack}/manifest.json", "seed, now, window and counts of a pack"],
  "pack_hashes.schema.json": ["packs/{pack}/hashes.json", "SHA-256 of every other file of a pack"],
  "pack_datasets.schema.json": ["packs/{pack}/catalog/datasets.json", "datasets, columns, keys, metrics"],
  "pack_freshness_row.schema.json": ["packs/{pack}/catalog/freshness.csv", "one row: how far behind a dataset is"],
  "pack_lineage.schema.json": ["packs/{pack}/catalog/lineage.json", "which dataset is made of which"],
  "pack_query.schema.json": ["packs/{pack}/nl_queries.jsonl", "one line: a natural-language query"],
  "pack_slack_message.schema.json": ["packs/{pack}/slack.jsonl", "one line: a message"],
  "pack_email.schema.json": ["packs/{pack}/email.jsonl", "one line: an e-mail"],
  "pack_oracle.schema.json": ["packs/{pack}.oracle.json", "what was planted; no report reads it"],
  "gap.schema.json": ["gaps.jsonl of a gaps report", "a line: what one query or thread asks for, and its gap"],
  "clusters.schema.json": ["clusters.json of a gaps report", "gaps that ask for the same"],
  "backlog.schema.json": ["backlog.json of a gaps report", "what to mend, the highest score first"],
  "gaps_budget.schema.json": ["budget.json of a gaps report", "caps, estimates, spending"],
  "gaps_manifest.schema.json": ["manifest.json of a gaps report", "inputs, parameters and SHA-256 of every file"],
  "gaps_evaluation.schema.json": ["what the evaluation of a gaps report prints", "gaps against what was planted"],
};

function jsonTable(): string {
  const rows = [...schemaFiles().keys()].map((name) => {
    const place = JSON_FILES[name];
    if (place === undefined) {
      throw new Error(`docs/formats.md does not know where files of ${name} lie: name the place`);
    }
    return [code(place[0]), `[${name}](../schemas/${name})`, place[1]];
  });
  return table(["file", "schema", "what it holds"], rows);
}

function valuesOf({ schema }: RowColumn): string {
  const { enum: values } = (schema instanceof z.ZodNullable ? schema.unwrap() : schema) as { enum?: object };
  const listed = values === undefined ? "" : Object.values(values).map((value) => code(String(value))).join(", ");
  const nullable = schema instanceof z.ZodNullable ? "may be null" : "";
  return [listed, nullable].filter((part) => part !== "").join("; ");
}

function rowTableSection({ columns }: Pick<RowTable, "columns">, path: string): string {
  const rows = Object.entries(columns).map(([name, column]) => [code(name), column.type, valuesOf(column)]);
  return page(`### ${path}`, table(["column", "type", "values"], rows)).trimEnd();
}

function keysOf({ businessKey, foreignKeys, eventTime, loaded }: Table, column: string): string {
  const foreign = foreignKeys.find((key) => key.column === column);
  return [
    businessKey.includes(column) ? "business key" : "",
    foreign === undefined ? "" : `names ${code(`${foreign.parent}.${foreign.parentKey}`)}`,
    foreign?.required === false ? "may be null" : "",
    eventTime?.column === column && eventTime.through === undefined ? "event time" : "",
    loaded && column === "loaded_at" ? "time of the load" : "",
  ].filter((part) => part !== "").join("; ");
}

function warehouseTables({ id, tables }: Archetype): string {
  const rows = tables.flatMap((one) =>
    one.columns.map(({ name, type }, i) => [i === 0 ? code(one.name) : "", code(name), type, keysOf(one, name)])
  );
  return page(`### ${id}`, table(["table", "column", "type", "role"], rows)).trimEnd();
}

/** The page's text. */
export function formatsPage(): string {
  return page(
    "# Files and their formats",
    GENERATED,
    "`{arch}` is a company such as `neobank`; a `run_id` is a hash of inputs and parameters, so that the same run lands in " +
      "the same place. Folders appear whole or not at all. Times are stored in UTC (`TIMESTAMP WITH TIME ZONE`), money is " +
      "whole cents (columns that end with `_cents`), shares are from 0 to 1 and `_pct` from 0 to 100.",
    "## JSON",
    "Each file is held against its schema (draft 2020-12) before it is written, and carries `schema_version`.",
    jsonTable(),
    "## CSV",
    table(["file", "columns"], [
      [
        code("reports/{arch}/data_health.csv"),
        "archetype, table, column, metric, grain (`window` or `day`), ds, value, numerator, denominator, ci_low, ci_high " +
        "(95 % Wilson interval), slo, passed",
      ],
      [code("reports/{arch}/qc/qc_checks.csv"), "gate, check, expected, observed, unit, tolerance, status, reason"],
    ]),
    "Text that a spreadsheet would take for a formula starts with an apostrophe.",
    "## Warehouse: data/{arch}",
    "One `<table>.parquet` each (zstd, sorted by event time), and `warehouse.duckdb` with a view on each. The same columns " +
      "are asked of files made elsewhere (`dnr adopt`).",
    ...archetypes.map(warehouseTables),
    "## Ledger: meta/{arch}",
    "`defect_rows.parquet` has a row for each defect of each row that was hit: `entry` (id in `defects.json`), `defect`, " +
      "`table`, `column`, `key`.",
    ...Object.values(labelTables).slice(0, 1).map((labels) =>
      rowTableSection(labels, "labels_slack.parquet, labels_email.parquet, labels_nlq.parquet")
    ),
    "## Communications: comms/{arch}",
    ...COMMS_TABLES.map((comms) => rowTableSection(comms, `${comms.name}.parquet`)),
    "## Predictions: runs/{run_id}/preds",
    rowTableSection(predictionTables.slack, "slack.parquet, email.parquet, nlq.parquet"),
    rowTableSection(entityPredictions, "entities.parquet"),
    rowTableSection(messageScores, "messages.parquet"),
  );
}
