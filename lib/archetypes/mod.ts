/** The registry: a third company is one more folder and one line here. */
import type { Archetype } from "../contracts/archetype.ts";
import { UserError } from "../core/errors.ts";
import { nearest } from "../core/nearest.ts";
import { marketplace } from "./marketplace/mod.ts";
import { neobank } from "./neobank/mod.ts";

export const archetypes: readonly Archetype[] = [neobank, marketplace];

/**
 * The archetype of that id.
 *
 * @throws {UserError} naming the nearest id and all that there are.
 */
export function archetypeById(id: string): Archetype {
  const found = archetypes.find((archetype) => archetype.id === id);
  if (found !== undefined) return found;
  const ids = archetypes.map((archetype) => archetype.id);
  const meant = nearest(id, ids);
  throw new UserError(`unknown archetype: found ${JSON.stringify(id)}, wanted one of ${ids.join(", ")}`, {
    ...(meant === undefined ? {} : { hint: `did you mean ${meant}?` }),
  });
}
