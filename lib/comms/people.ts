/** The people of a company: who writes, who answers. */
import { ROLE_MIX } from "../contracts/comms_rules.ts";
import type { Role } from "../contracts/demand.ts";
import { dealt, type Draws, type Streams } from "./draws.ts";
import { userId } from "./ids.ts";

/** The same people use Slack and e-mail. */
const HEADCOUNT = 300;

export interface Person {
  readonly user_id: string;
  readonly role: Role;
}

/** {@link HEADCOUNT} people, their roles in exact shares and random order. */
export function planPeople(open: Streams): Person[] {
  return dealt(open("people"), HEADCOUNT, ROLE_MIX).map((role, i) => ({ user_id: userId(i), role }));
}

/** How likely each role is to play a part. */
export type Casting = Readonly<Partial<Record<Role, number>>>;

/** Who asks for data: the business, and now and then an executive who wants an ETA. */
export const ASKERS: Casting = { pm: 28, finance: 19, product_analytics: 20, other: 30, exec: 3 };
export const ANSWERERS: Casting = { data_eng: 45, analytics_eng: 32, bi: 23 };
/** Who is on duty when a monitor fires. */
export const ON_CALL: Casting = { data_eng: 60, eng_platform: 25, analytics_eng: 15 };
export const ANYBODY: Casting = ROLE_MIX;

/** Draws people by role, nobody twice. */
export class Cast {
  readonly #stream: Draws;
  readonly #byRole: ReadonlyMap<Role, readonly Person[]>;
  readonly #taken = new Set<Person>();

  constructor(stream: Draws, people: readonly Person[]) {
    this.#stream = stream;
    this.#byRole = Map.groupBy(people, ({ role }) => role);
  }

  next(casting: Casting): Person {
    for (;;) {
      const role = this.#stream.weighted(casting as Record<Role, number>);
      const person = this.#stream.pick(this.#byRole.get(role) ?? []);
      if (this.#taken.has(person)) continue;
      this.#taken.add(person);
      return person;
    }
  }
}
