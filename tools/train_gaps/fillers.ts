/**
 * What people say around what they want: every item is trained with and without it, all classes alike, so that courtesy and
 * hurry carry no weight.
 */
import type { GapItem } from "./corpus.ts";

const OPENINGS = [
  "Hi all,",
  "Good morning everyone.",
  "Quick one before my meeting:",
  "Sorry to bother you again.",
  "Dear colleagues,",
  "hey, probably a silly question but",
  "Not sure if this is the right place to ask.",
  "Asking for my boss:",
  "We are preparing the quarterly review.",
  "As mentioned on the phone yesterday,",
  "following up from the call:",
  "I have to present something on Monday.",
  "Hope you had a nice weekend!",
  "for the planning round",
  "This came up in our weekly:",
  "The board has asked us the following.",
  "one more thing,",
  "morning!",
] as const;

const CLOSINGS = [
  "Thanks a lot!",
  "Any help is welcome.",
  "It's rather urgent, I need it by tonight.",
  "No hurry.",
  "Best regards",
  "Who could look into that?",
  "Happy to jump on a call.",
  "Please let me know by Wednesday at noon.",
  "thx :pray:",
  "I'd be grateful for a short answer.",
  "My team has been waiting for two weeks.",
  "Otherwise I'll have to guess.",
  "Let me know if you need anything from me.",
  "It keeps coming up in every meeting.",
  "Kind regards, the planning team",
  "cc my manager",
  "what do you think?",
] as const;

/** What an item with fillers counts beside the bare one. */
const FILLED_WEIGHT = 0.5;

/**
 * The item between an opening and a closing, or with one of them.
 *
 * @param place The item's place in the corpus, which chooses them.
 */
export function filled(item: GapItem, place: number): GapItem {
  const opening = place % 3 === 1 ? "" : `${OPENINGS[place % OPENINGS.length]!} `;
  const closing = place % 3 === 2 ? "" : ` ${CLOSINGS[place % CLOSINGS.length]!}`;
  const [first, ...rest] = item.texts;
  return { ...item, texts: [`${opening}${first}${closing}`, ...rest], weight: item.weight * FILLED_WEIGHT };
}
