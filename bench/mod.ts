/**
 * Time, CPU and memory of every command, each in a process of its own; prints the tables of docs/performance.md.
 *
 *     deno task bench [--scale fast|evaluation|large] [--rounds N] [--archetype A] [--only TABLE …]
 *
 * At `large` it is the growth from `evaluation` to `large` that is measured, in one round.
 */
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { archetypes } from "../lib/archetypes/mod.ts";
import { SCALES } from "../lib/contracts/archetype.ts";
import { floorsTable } from "./against_floors.ts";
import { commandsTable } from "./commands_table.ts";
import { growthTables } from "./growth.ts";
import { company, datagap, quickstarts, startUp } from "./scenarios.ts";

const { values } = parseArgs({
  options: {
    scale: { type: "string", default: "evaluation" },
    rounds: { type: "string", default: "3" },
    archetype: { type: "string" },
    only: { type: "string", multiple: true },
  },
});
const rounds = Number(values.rounds);
const scale = SCALES.find((name) => name === values.scale);
const companies = archetypes.filter(({ id }) => values.archetype === undefined || id === values.archetype);

const tables: Readonly<Record<string, () => Promise<string>>> = scale === "large"
  ? { growth: () => growthTables(companies) }
  : {
    floors: () => floorsTable(companies, scale!, rounds),
    commands: () => commandsTable(companies.map((archetype) => company(archetype, scale!)), rounds),
    datagap: () => commandsTable([datagap], rounds),
    quickstart: () => commandsTable(quickstarts, rounds),
    startup: () => commandsTable([startUp], rounds),
  };
const only = values.only ?? Object.keys(tables);

const wrong = [
  scale === undefined && `--scale ${values.scale}: wanted one of ${SCALES.join(", ")}`,
  !(Number.isInteger(rounds) && rounds > 0) && `--rounds ${values.rounds}: wanted a whole number from 1`,
  companies.length === 0 &&
  `--archetype ${values.archetype}: wanted one of ${archetypes.map(({ id }) => id).join(", ")}`,
  ...only.map((name) => !(name in tables) && `--only ${name}: wanted one of ${Object.keys(tables).join(", ")}`),
].filter((fault) => fault !== false);
if (wrong.length > 0) {
  console.error(wrong.join("\n"));
  Deno.exit(2);
}

const [processor] = cpus();
console.log(
  `${cpus().length} cores (${processor!.model.trim()}), ${
    (totalmem() / 1e9).toFixed(0)
  } GB, Deno ${Deno.version.deno}, ` +
    (scale === "large" ? "one round" : `scale ${scale}, medians of ${rounds}`),
);
for (const name of only) console.log(`\n${await tables[name]!()}`);
