/** The folder of communications that a report reads. */
import type { Archetype } from "../contracts/archetype.ts";
import { commsUsers, emailMessages, nlqQueries, slackMessages } from "../contracts/comms.ts";
import type { Manifest } from "../contracts/manifest.ts";
import { EXIT, UserError } from "../core/errors.ts";
import type { Duck } from "../infra/duck.ts";
import { readManifest, verifyFiles } from "../infra/files.ts";
import { readRowTable } from "../infra/row_table.ts";
import type { Correspondence } from "../triage/items.ts";

/**
 * The manifest of a folder that holds the correspondence of `archetype`.
 *
 * @throws {UserError} where the folder is missing or incomplete (exit 2), or holds something else (exit 3).
 */
export async function commsManifest(folder: string, archetype: Archetype): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (manifest.kind !== "comms" || manifest.archetype !== archetype.id) {
    throw new UserError(
      `communications do not fit the warehouse: ${folder} holds ${manifest.kind} of ${manifest.archetype}, wanted comms of ${archetype.id}`,
      { exitCode: EXIT.badData, hint: "name the communications of the same company" },
    );
  }
  return manifest;
}

/** {@link commsManifest} with the files held against it. @throws {UserError} (exit 3) also where one is damaged. */
export async function openComms(folder: string, archetype: Archetype): Promise<Manifest> {
  const manifest = await commsManifest(folder, archetype);
  await verifyFiles(folder, manifest);
  return manifest;
}

/** The rows of its four files. @throws {UserError} (exit 3) naming the file, column or row that does not fit. */
export async function readComms(duck: Duck, folder: string): Promise<Correspondence> {
  return {
    slack: await readRowTable(duck, folder, slackMessages),
    email: await readRowTable(duck, folder, emailMessages),
    users: await readRowTable(duck, folder, commsUsers),
    nlq: await readRowTable(duck, folder, nlqQueries),
  };
}
