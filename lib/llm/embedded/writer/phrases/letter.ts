import type { Lines } from "../scene.ts";

/** Sentences of e-mails on any need for data. */
export const LETTER: Readonly<Record<"solved" | "open" | "deadlines", Lines>> = {
  solved: [
    "[With that|Since then|As of {clock} today] [the figures agree|everything ties|the reports are back to normal], and [we consider it closed|{ticket} is closed|no action is needed from you].",
    "{team} [confirmed|has verified|checked] the result [this morning|on {day}|against their own records], so [the matter is settled|this is done|we can all move on].",
    "[Please|Kindly|You may want to] [refresh your reports|reload the tile|re-run your extracts] [once|today]; [nothing else is needed|the rest happened by itself|all later runs are right].",
    "[We re-checked|I re-checked|The team re-checked] {month} [and found no difference left|and it holds|with no gap], which [closes this|settles it|ends the topic].",
  ],
  open: [
    "[As of today|At the time of writing|So far] [this is still open|nobody has picked it up|there is no owner], and [we work around it by hand|{team} uses an estimate|the report carries a footnote].",
    "[We raised it|I asked] [on {since}|{weeks} ago|in {month}] [as {ticket}|in the channel|already] and [have no date yet|nothing has moved|are still waiting].",
    "[Until it is solved|For the time being|Meanwhile] [we cannot sign off|the slide stays empty|I would not quote the figure], [which is awkward|and people notice|and it shows].",
  ],
  deadlines: [
    "[Ideally|If at all possible|Preferably] [we would have it|this is settled|I hear back] [by|before] {deadline}, [ahead of|as we need it for|because of] {occasion}.",
    "[The cut-off for|Our slot in|The deadline for] {occasion} is {deadline}, [so time is short|so a first answer helps|hence this note].",
    "[A short reply|A first estimate|Even a rough date] [by|before] {deadline} [would do|is enough for now|would already help {team}].",
    "[There is no rush|It can wait a little], [but|although] {occasion} [on|around] {deadline} [would be a natural date|needs a statement from us].",
  ],
};
