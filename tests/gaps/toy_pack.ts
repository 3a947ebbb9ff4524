/** A small pack of a bicycle rental, written by hand: every class of gap, and what asks for nothing. */
import { join } from "node:path";
import { createHash } from "node:crypto";
import {
  type Dataset,
  Datasets,
  type FreshnessRow,
  Lineage,
  PACK_FILES,
  type PackContent,
  PackHashes,
  PackManifest,
  type PackQuery,
} from "../../lib/contracts/pack.ts";

const column = (name: string, description: string, pii = false, key = false) => ({
  name,
  type: "VARCHAR",
  description,
  pii,
  is_primary_key: key,
  is_foreign_key: false,
});

const dataset = (
  id: string,
  description: string,
  columns: Dataset["columns"],
  changes: Partial<Dataset> = {},
): Dataset => ({
  id,
  name: id.split(".")[1]!,
  description,
  domain: id.split(".")[0]!,
  tier: "tier2",
  access: "open",
  grain: "one thing",
  cadence: "daily",
  columns: [column(`${id.split(".")[1]!}_id`, "Number of the row", false, true), ...columns],
  primary_key: [`${id.split(".")[1]!}_id`],
  foreign_keys: [],
  metrics: [],
  ...changes,
});

export const DATASETS: readonly Dataset[] = [
  dataset("rental.rides", "Rides of rented bicycles", [
    column("started_at", "Time of unlocking"),
    column("ride_minutes", "Minutes from unlocking to locking"),
    column("price_cents", "What the rider paid"),
  ], {
    tier: "tier1",
    grain: "ride",
    metrics: [{ name: "utilization", definition: "Ridden minutes over all minutes" }],
  }),
  dataset("rental.station_fill", "Bicycles that stand at each station", [
    column("fill_count", "Bicycles at the station"),
  ], { grain: "station and day" }),
  dataset("people.riders_private", "Names and addresses of riders", [
    column("home_address", "Where the rider lives", true),
  ], { tier: "tier3", access: "restricted", grain: "rider" }),
];

export const FRESHNESS: readonly FreshnessRow[] = [
  {
    dataset: "rental.rides",
    expected_cadence: "daily",
    last_update: "2026-03-26T08:00:00Z",
    lag_min: 7200,
    status: "stale",
  },
  {
    dataset: "rental.station_fill",
    expected_cadence: "daily",
    last_update: "2026-03-31T06:00:00Z",
    lag_min: 120,
    status: "fresh",
  },
  {
    dataset: "people.riders_private",
    expected_cadence: "daily",
    last_update: "2026-03-31T06:00:00Z",
    lag_min: 120,
    status: "fresh",
  },
];

const day = (n: number): string => `2026-03-${String(n).padStart(2, "0")}T09:00:00Z`;

const query = (
  id: string,
  user_id: string,
  text: string,
  status: PackQuery["status"] = "answered",
  datasets: readonly string[] = [],
): PackQuery => ({ id, ts: day(10), user_id, app: "ask", text, status, datasets: [...datasets] });

export const CONTENT: PackContent = {
  datasets: DATASETS,
  freshness: FRESHNESS,
  edges: [{ from: "rental.rides", to: "rental.station_fill", type: "aggregate" }],
  queries: [
    query("q1", "u1", "average ride minutes by week in the rides table last month", "answered", ["rental.rides"]),
    query("q2", "u2", "how many rides yesterday? the rides table has no new rows since last Thursday", "empty", [
      "rental.rides",
    ]),
    query("q3", "u3", "is there any dataset on helmet sales? nothing in the catalog", "failed"),
    query("q4", "u4", "station_fill by hour, the table only has daily totals", "failed", ["rental.station_fill"]),
  ],
  slack: [
    {
      id: "s1",
      thread_id: "s1",
      channel: "data-help",
      ts: day(12),
      user_id: "u5",
      text: "rental.rides still ends on the 26th, is the load stuck again?",
    },
    { id: "s2", thread_id: "s1", channel: "data-help", ts: day(13), user_id: "u6", text: "yes, upstream file is late" },
    {
      id: "s3",
      thread_id: "s3",
      channel: "data-help",
      ts: day(14),
      user_id: "u7",
      text: "permission denied on people.riders_private, who can grant me read access?",
    },
    {
      id: "s4",
      thread_id: "s4",
      channel: "random",
      ts: day(15),
      user_id: "u8",
      text: "who is up for lunch at the thai place? thanks for organising",
    },
    {
      id: "s5",
      thread_id: "s5",
      channel: "data-help",
      ts: day(16),
      user_id: "u1",
      text: "could we get a `helmet_size` column added to rental.rides? the field is missing",
    },
  ],
  email: [
    {
      id: "e1",
      thread_id: "e1",
      ts: day(17),
      from_id: "u2",
      to_ids: ["u9"],
      subject: "Utilization",
      body:
        "Two reports show different values for utilization, as ops and finance define it differently. Please agree on one definition.",
    },
    {
      id: "e2",
      thread_id: "e2",
      ts: day(18),
      from_id: "u3",
      to_ids: ["u9"],
      subject: "rental.rides",
      body:
        "Since the release every row of rental.rides is duplicated, and some price_cents are negative. Please correct the wrong values.",
    },
  ],
};

export const MANIFEST: PackManifest = PackManifest.parse({
  schema_version: "1.0",
  kind: "pack",
  pack_id: "p_0123456789ab",
  version: "0.1.0",
  seed: 1,
  now: "2026-03-31T08:00:00Z",
  window: { from: "2026-03-01T08:00:00Z", to: "2026-03-31T08:00:00Z" },
  counts: { datasets: 3, edges: 1, nl_queries: 4, slack_messages: 5, emails: 2 },
});

const lines = (records: readonly unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join("");

/** Writes a pack with its hashes. */
export async function writePack(dir: string, content: PackContent = CONTENT): Promise<void> {
  const columns = Object.keys(content.freshness[0]!);
  const texts = {
    [PACK_FILES.datasets]: JSON.stringify(Datasets.parse({ schema_version: "1.0", datasets: content.datasets })),
    [PACK_FILES.freshness]: [columns.join(","), ...content.freshness.map((row) => Object.values(row).join(","))]
      .map((line) => `${line}\n`).join(""),
    [PACK_FILES.lineage]: JSON.stringify(Lineage.parse({ schema_version: "1.0", edges: content.edges })),
    [PACK_FILES.queries]: lines(content.queries),
    [PACK_FILES.slack]: lines(content.slack),
    [PACK_FILES.email]: lines(content.email),
    [PACK_FILES.manifest]: JSON.stringify(MANIFEST),
  };
  await Deno.mkdir(join(dir, "catalog"), { recursive: true });
  for (const [path, text] of Object.entries(texts)) await Deno.writeTextFile(join(dir, path), text);
  const files = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, createHash("sha256").update(text).digest("hex")]),
  );
  await Deno.writeTextFile(
    join(dir, PACK_FILES.hashes),
    JSON.stringify(PackHashes.parse({ schema_version: "1.0", files })),
  );
}
