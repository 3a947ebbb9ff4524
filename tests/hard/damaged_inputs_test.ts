/** Every kind of file that a command reads, damaged in every way: a readable ending, and what was written before stays. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { inFolder } from "../cli/world.ts";
import { type CommandName, digests, endsReadably, makeCompany, run } from "./small_company.ts";

type Damage = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const DAMAGES: Readonly<Record<string, Damage>> = {
  empty: () => new Uint8Array(),
  truncated: (bytes) => bytes.slice(0, bytes.length >> 1),
  "flipped in one bit": (bytes) => {
    const flipped = bytes.slice();
    flipped[flipped.length >> 1]! ^= 1;
    return flipped;
  },
  "replaced by text": () => new TextEncoder().encode("\x1b[31mnot what it was\x00"),
};

/** What reads a file; `{run}` is the folder of the run. */
const READERS: Readonly<Record<string, readonly CommandName[]>> = {
  "data/neobank/manifest.json": ["run-report"],
  "data/neobank/fact_card_transaction.parquet": ["run-report", "explain"],
  "comms/neobank/manifest.json": ["run-report"],
  "comms/neobank/slack_messages.parquet": ["run-report"],
  "meta/neobank/defects.json": ["eval-findings", "gen-comms"],
  "meta/neobank/labels_slack.parquet": ["eval-findings"],
  "reports/neobank/exec_summary.json": ["eval-findings"],
  "reports/neobank/data_health.json": ["explain"],
  "reports/neobank/themes.json": ["explain"],
  "{run}/run.json": ["explain"],
  "{run}/preds/slack.parquet": ["explain"],
};

/** Without a ledger words are linked to no event; without labels the oracle has no actions. */
const OPTIONAL: readonly string[] = ["meta/neobank/defects.json", "meta/neobank/labels_slack.parquet"];

Deno.test("commands on damaged files end readably and leave what was written before", () =>
  inFolder(async (dir) => {
    const company = await makeCompany(dir);
    for (const [file, readers] of Object.entries(READERS)) {
      const path = join(dir, file.replace("{run}", company.run));
      const whole = await Deno.readFile(path);
      for (const [damage, damaged] of Object.entries(DAMAGES)) {
        await Deno.writeFile(path, damaged(whole));
        const before = await digests(dir);
        for (const reader of readers) {
          const ran = await run(reader, dir);
          // One bit may fall where it changes nothing that is read: then all is as it was, or no longer holds.
          endsReadably(ran, damage === "flipped in one bit" ? [0, 1, 2, 3] : [1, 2, 3], `${reader}, ${file} ${damage}`);
          if (ran.code > 1) assert.deepEqual(await digests(dir), before, `${reader}, ${file} ${damage}`);
        }
      }
      await Deno.writeFile(path, whole);
    }
  }));

Deno.test("commands on missing files end readably", () =>
  inFolder(async (dir) => {
    const company = await makeCompany(dir);
    for (const [file, readers] of Object.entries(READERS)) {
      const path = join(dir, file.replace("{run}", company.run));
      await Deno.rename(path, `${path}.away`);
      const codes = OPTIONAL.includes(file) ? [0, 2] : [1, 2, 3];
      for (const reader of readers) endsReadably(await run(reader, dir), codes, `${reader} without ${file}`);
      await Deno.rename(`${path}.away`, path);
    }
  }));
