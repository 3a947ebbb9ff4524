import type { Lines } from "../scene.ts";

/** Sentences that name what a text is about, where its lines did not. */
export const POINTERS: Readonly<Record<string, Lines>> = {
  point_at_table: [
    "I'm [reading|querying|looking at] {table}[ for this|, nothing else|].",
    "[The extract|The tile|My sheet|The report] [reads|is built on|pulls from] {table}.",
    "[All of this|What I have|It all] comes [from|straight from|out of] {table}.",
    "[I also checked|I checked|I went and looked at] {table} [and it's the same there|itself, same picture|directly, no difference].",
    "We're talking about {table}[ here| by the way|, to be clear|].",
    "In case it [matters|helps]: [the source is|I use|it's] {table}.",
  ],
  point_at_column: [
    "[It's|This is|We're talking] about {column} in {table}.",
    "The [part|field|bit] I mean is {column} in {table}.",
    "In {table} [I'd look|have a look|please look|I looked] at {column}[ first| in particular|].",
    "[The tile|The report|My sheet|The extract] takes {column} from {table}.",
    "I [read|use|take] {column} from {table}[ for this|, nothing else|].",
    "[In case it helps|For reference|So you find it]: {qualified}.",
    "[The field|The one I mean|What I use] is {qualified}.",
  ],
  point_at_column_alone: [
    "[It's|This is] [mostly |only |really |]about {column}.",
    "The [part|field|bit] I mean is {column}.",
    "[As far as I see|From what I can tell] it [comes down to|starts with] {column}.",
  ],
  point_at_key: [
    "[It's|This is|We're talking] about {column} in {table} and the match to {parent}.",
    "I [join|match|go from] {table} to {parent} [on|by|through] {column}.",
    "[The link between|What connects] {table} and {parent} is {column}.",
    "It's {column} in {table} that should [lead|point|take us] to {parent}.",
    "[The query|The report|The model] goes from {table} to {parent} [through|by|on] {column}.",
    "[Check|I checked|I looked at] {qualified} against {parent}.",
  ],
  point_at_parent: [
    "The other side is {parent}.",
    "I [match|compare] it with {parent}.",
    "It should [lead|point] to {parent}.",
  ],
  point_at_day: [
    "[It's|This is] [all |mainly |only |]about {day}.",
    "The day [I mean|in question] is {day}.",
    "[It's|I see it] only on {day}[ as far as I can tell|, other days look normal|].",
    "{day} is the [one|day] I [looked at|mean].",
  ],
  quote_sql: [
    "[I ran|Here's what I ran:|My check was|Quick check:|To reproduce:|What I did:] {code}",
    "{code} [shows it|gives me that|is what I used|is the check I ran|makes it visible|is enough to see it].",
    "[Ran|Just tried|Tested with] {code} [on {environment}|this morning|again just now|before writing|to be sure].",
  ],
  see_link: [
    "[See|More here:|Details:|Notes at|Written up at|Background:|Full story:|Screenshot at|Context:|It's all on|Here:] {link}",
    "{link} [has the details|has more|has the rest|gives some context|shows it|is the page|in case it helps].",
  ],
};
