import type { Lines } from "../scene.ts";

/** Sentences of e-mails on any need for data. */
export const LETTER: Readonly<Record<"solved" | "open" | "deadlines", Lines>> = {
  solved: [
    "[With that|Since then|As of {clock} today] [the figures agree|everything ties|the reports are back to normal], and [we consider it closed|{ticket} is closed|no action is needed from you].",
    "{team} [confirmed|has verified|checked] the result [this morning|on {day}|against their own records], so [the matter is settled|this is done|we can all move on].",
    "[Please|Kindly|You may want to] [refresh your reports|reload the tile|re-run your extracts] [once|today]; [nothing else is needed|the rest happened by itself|all later runs are right].",
    "[We re-checked|I re-checked|The team re-checked] {month} [and found no difference left|and it holds|with no gap], which [closes this|settles it|ends the topic].",
    "[The change is live|All of it is done] since {clock}, and [everything since {since}|{month}|the past {weeks}] [is right now|has been redone|was corrected too].",
    "[I consider this solved|This is solved for us|For us the case is closed]; [write to {team}|answer here|reopen {ticket}] if you [see anything else|still see it].",
  ],
  open: [
    "[As of today|At the time of writing|So far] [this is still open|nobody has picked it up|there is no owner], and [we work around it by hand|{team} uses an estimate|the report carries a footnote].",
    "[We raised it|I asked] [on {since}|{weeks} ago|in {month}] [as {ticket}|in the channel|already], and [there is no date yet|nothing has moved|the answer is still open].",
    "[Until it is solved|For the time being|Meanwhile] [we cannot sign off|the slide stays empty|I would not quote the figure], [which is awkward|and people notice|and it shows].",
    "[Nothing has changed since|The state is the same as on] {since}, [and nobody has promised anything|and {ticket} has no owner|so I am writing to the list].",
    "[For now|Today] {team} [keeps|fills] a sheet by hand, [which is no answer|which cannot go on|and we need something better].",
    "[I have no reply to|Nobody has answered] {ticket} yet, so [please treat it as open|it stays on my list|I ask here again].",
  ],
  deadlines: [
    "[Ideally|If at all possible|Preferably] [we would have it|this is settled|I hear back] [by|before] {deadline}, [ahead of|as we need it for|because of] {occasion}.",
    "[The cut-off for|Our slot in|The deadline for] {occasion} is {deadline}, [so time is short|so a first answer helps|hence this note].",
    "[A short reply|A first estimate|Even a rough date] [by|before] {deadline} [would do|is enough for now|would already help {team}].",
    "[There is no rush|It can wait a little], [but|although] {occasion} [on|around] {deadline} [would be a natural date|needs a statement from us].",
    "[We meet|The group meets] on {deadline}, [and I would like to bring an answer|and the question will come up|so anything before that helps].",
    "[Could I have|May I ask for] [a word on this|a first answer|a rough plan] by {deadline}?",
    "[{team} asks me for it|I owe {team} an answer] by {deadline}.",
  ],
};
