/** Ids of everything that communications speak of: a letter, then a number from 1. */

const id = (letter: string, width: number) => (index: number): string =>
  `${letter}${String(index + 1).padStart(width, "0")}`;

/** `u001` for index 0. */
export const userId: (index: number) => string = id("u", 3);
/** Threads of Slack, then those of e-mail. */
export const threadId: (index: number) => string = id("t", 4);
/** Messages of Slack, then those of e-mail. */
export const messageId: (index: number) => string = id("m", 5);
export const queryId: (index: number) => string = id("q", 4);
