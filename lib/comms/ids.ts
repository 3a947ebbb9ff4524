/** Ids of everything that communications speak of: a letter, then a number from 1. */
import { ID_SCHEME } from "../contracts/comms_rules.ts";

const id = ({ letter, digits }: { readonly letter: string; readonly digits: number }) => (index: number): string =>
  `${letter}${String(index + 1).padStart(digits, "0")}`;

/** `u001` for index 0. */
export const userId: (index: number) => string = id(ID_SCHEME.user);
/** Threads of Slack, then those of e-mail. */
export const threadId: (index: number) => string = id(ID_SCHEME.thread);
/** Messages of Slack, then those of e-mail. */
export const messageId: (index: number) => string = id(ID_SCHEME.message);
export const queryId: (index: number) => string = id(ID_SCHEME.query);
