/** The met/unmet heuristic held against the labels of a generated correspondence. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { resolutionOf } from "../../lib/classify/resolution.ts";
import { emailMessages, slackMessages } from "../../lib/contracts/comms.ts";
import { labelTables } from "../../lib/contracts/labels.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { readRows } from "../../lib/infra/row_table.ts";
import { itemsOf } from "../../lib/triage/items.ts";
import { dnr, inFolder } from "../cli/world.ts";

Deno.test("resolutionOf() is seldom wrong where it decides, and decides on most threads", () =>
  inFolder(async (dir) => {
    const volumes = ["--slack", "400", "--email", "400", "--nlq", "8"];
    const { code, stderr } = await dnr(["gen-comms", "--archetype", "marketplace", ...volumes], dir);
    assert.equal(code, 0, stderr);
    await using duck = await openDuck();
    const comms = join(dir, "comms/marketplace");
    const items = itemsOf({
      slack: await readRows(duck, join(comms, "slack_messages.parquet"), slackMessages),
      email: await readRows(duck, join(comms, "email_messages.parquet"), emailMessages),
      users: [],
      nlq: [],
    }, "UTC");
    const found = new Map(items.map(({ source, id, messages }) => [`${source}/${id}`, resolutionOf(messages)]));
    for (const [source, decides, least] of [["slack", 0.5, 0.9], ["email", 0.2, 0.8]] as const) {
      const path = join(dir, `meta/marketplace/labels_${source}.parquet`);
      const labels = await readRows(duck, path, labelTables[source]);
      const known = labels.filter(({ relevance, met }) => relevance === "positive" && met !== null);
      const decided = known.filter(({ item_id }) => found.get(`${source}/${item_id}`) !== null);
      const right = decided.filter(({ item_id, met }) => found.get(`${source}/${item_id}`) === met);
      const told = `${source}: ${right.length} right of ${decided.length} decided of ${known.length}`;
      assert.ok(right.length >= least * decided.length, told);
      assert.ok(decided.length >= decides * known.length, told);
    }
  }));
