/** Folders that are whole, and not what a command asks for. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { entityPredictions, predictionTables } from "../../lib/contracts/predictions.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { writeRows } from "../../lib/infra/row_table.ts";
import { correspondence, writeCorrespondence } from "../support/correspondence.ts";
import { dnr, inFolder } from "./world.ts";

const END = Date.UTC(2026, 6, 1, 6) * 1000;
const rows = correspondence({ slack: 5, email: 5, nlq: 5 }, END);

async function warehouse(dir: string, archetype: string): Promise<void> {
  const made = await dnr(
    ["gen-warehouse", "--archetype", archetype, "--dry-run", "--out", "data", "--meta", "meta"],
    dir,
  );
  assert.equal(made.code, 0, made.stderr);
}

async function assertRefuses(dir: string, args: string, code: number, message: RegExp, hint: RegExp): Promise<void> {
  const ran = await dnr(args.split(" "), dir);
  assert.equal(ran.code, code, ran.stderr);
  const [error, advice] = ran.stderr.trimEnd().split("\n").slice(-2);
  assert.match(error!, message);
  assert.match(advice!, hint);
}

Deno.test("dnr validate refuses communications for a warehouse", () =>
  inFolder(async (dir) => {
    await writeCorrespondence(join(dir, "comms"), "neobank", rows);
    const wanted = /comms: its manifest says comms, wanted warehouse$/;
    await assertRefuses(dir, "validate --warehouse comms", 2, wanted, /name the folder of a warehouse/);
  }));

Deno.test("dnr gen-comms --nlq-execute refuses another company's warehouse", () =>
  inFolder(async (dir) => {
    await warehouse(dir, "marketplace");
    await assertRefuses(
      dir,
      "gen-comms --archetype neobank --slack 4 --email 4 --nlq 4 --warehouse data --nlq-execute --quiet",
      2,
      /cannot run statements on .*data: it holds warehouse of marketplace, wanted a warehouse of neobank/,
      /name the company's warehouse: --warehouse DIR/,
    );
  }));

Deno.test("dnr pack gen names the row that no pack can hold", () =>
  inFolder(async (dir) => {
    await warehouse(dir, "neobank");
    const email = rows.email.map((row, i) => i === 3 ? { ...row, subject: "" } : row);
    await writeCorrespondence(join(dir, "comms"), "neobank", { ...rows, email });
    await assertRefuses(
      dir,
      "pack gen --out pack --warehouse data --comms comms --quiet",
      3,
      new RegExp(`a row does not fit into a pack: ${rows.email[3]!.message_id}, subject: `),
      /mend or leave out the row/,
    );
    await assert.rejects(Deno.stat(join(dir, "pack")), Deno.errors.NotFound);
  }));

Deno.test("dnr eval-labels of a run that predicted nothing says so", () =>
  inFolder(async (dir) => {
    const preds = join(dir, "preds");
    await Deno.mkdir(preds);
    await using duck = await openDuck();
    for (const table of Object.values(predictionTables)) {
      await writeRows(duck, join(preds, `${table.name}.parquet`), table, []);
    }
    await writeRows(duck, join(preds, "entities.parquet"), entityPredictions, []);
    const { code, stderr } = await dnr(["eval-labels", "--pred", "preds"], dir);
    assert.equal(code, 2);
    assert.match(stderr, /nothing to evaluate: preds hold no prediction/);
  }));
