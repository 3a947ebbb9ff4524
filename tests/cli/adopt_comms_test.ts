import assert from "node:assert/strict";
import { COMMS_TABLES } from "../../lib/contracts/comms.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { readManifest, verifyFiles } from "../../lib/infra/files.ts";
import { dnr, inFolder, type Ran } from "./world.ts";

/** One message of Slack, and three files without rows. */
async function writeMessages(dir: string): Promise<void> {
  await using duck = await openDuck();
  for (const { name, columns } of COMMS_TABLES) {
    const values = Object.entries(columns).map(([column, { type }]) => `NULL::${type} AS ${column}`).join(", ");
    await duck.run(`COPY (SELECT ${values} FROM range(0)) TO '${dir}/${name}.parquet' (FORMAT parquet)`);
  }
  await duck.run(
    `COPY (SELECT 'm1' AS message_id, 't1' AS thread_id, 'general' AS channel_id, 'analytics' AS channel_cat,
    '2026-01-05 10:00:00+00'::TIMESTAMPTZ AS ts, 'u1' AS user_id, 'where is my data' AS text, NULL::VARCHAR AS reply_to,
    0::BIGINT AS reply_count, false AS has_link, []::VARCHAR[] AS link_domains, false AS has_attachment,
    []::VARCHAR[] AS attachment_names, false AS has_code) TO '${dir}/slack_messages.parquet' (FORMAT parquet)`,
  );
}

async function rewrite(dir: string, table: string, select: string): Promise<void> {
  await using duck = await openDuck();
  const path = `${dir}/${table}.parquet`;
  await duck.run(`CREATE TABLE old AS FROM read_parquet('${path}'); COPY (${select}) TO '${path}' (FORMAT parquet)`);
}

const adopt = (dir: string, ...more: string[]): Promise<Ran> =>
  dnr(["adopt", "--archetype", "neobank", "--comms", ".", ...more], dir);

Deno.test("dnr adopt --comms writes the manifest that run-report asks for", () =>
  inFolder(async (dir) => {
    await writeMessages(dir);
    const { code, stdout, stderr } = await adopt(dir, "--as-of", "2026-01-31");
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^slack_messages\.parquet +1$/m);
    assert.match(stdout, /^next: dnr run-report --warehouse data\/neobank --comms \.$/m);
    const manifest = await readManifest(dir);
    await verifyFiles(dir, manifest);
    const { kind, adopted, seed, parameters } = manifest;
    assert.deepEqual([kind, adopted, seed, parameters.as_of], ["comms", true, null, "2026-01-31"]);
    assert.deepEqual(manifest.files.map(({ rows }) => rows), [0, 0, 0, 1]);
  }));

Deno.test("dnr adopt --comms names a column that it does not know and goes on", () =>
  inFolder(async (dir) => {
    await writeMessages(dir);
    await rewrite(dir, "nlq", "SELECT *, 'x' AS colour FROM old");
    const { code, stdout } = await adopt(dir);
    assert.equal(code, 0);
    assert.match(stdout, /^warning: nlq\.parquet has column colour/m);
  }));

const faults: readonly [title: string, spoil: (dir: string) => Promise<void>, message: RegExp][] = [
  ["a missing file", (dir) => Deno.remove(`${dir}/nlq.parquet`), /table nlq is missing/],
  [
    "a missing column",
    (dir) => rewrite(dir, "email_messages", "SELECT * EXCLUDE (subject) FROM old"),
    /column email_messages\.subject does not fit/,
  ],
  [
    "a column of another type",
    (dir) => rewrite(dir, "slack_messages", "SELECT * REPLACE (ts::TIMESTAMP AS ts) FROM old"),
    /column slack_messages\.ts does not fit: .* has TIMESTAMP, wanted TIMESTAMP WITH TIME ZONE/,
  ],
  [
    "a value outside its list",
    (dir) => rewrite(dir, "slack_messages", "SELECT * REPLACE ('ops' AS channel_cat) FROM old"),
    /slack_messages.*channel_cat/,
  ],
  [
    "a null where there must be a value",
    (dir) => rewrite(dir, "slack_messages", "SELECT * REPLACE (NULL::VARCHAR AS text) FROM old"),
    /slack_messages.*row 1, text/,
  ],
  [
    "a file that is no Parquet",
    (dir) => Deno.writeTextFile(`${dir}/nlq.parquet`, "a,b\n"),
    /cannot read .*nlq\.parquet/,
  ],
];
for (const [title, spoil, message] of faults) {
  Deno.test(`dnr adopt --comms refuses ${title} in one sentence`, () =>
    inFolder(async (dir) => {
      await writeMessages(dir);
      await spoil(dir);
      const { code, stderr } = await adopt(dir);
      assert.equal(code, 3, stderr);
      assert.match(stderr, message);
      assert.ok(!(await Deno.stat(`${dir}/manifest.json`).then(() => true, () => false)), "no manifest was written");
    }));
}

Deno.test("dnr adopt takes in one folder at a time", () =>
  inFolder(async (dir) => {
    assert.equal((await dnr(["adopt", "--archetype", "neobank"], dir)).code, 2);
    assert.equal((await adopt(dir, "--warehouse", ".")).code, 2);
  }));
