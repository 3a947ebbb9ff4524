import type { Lines } from "../scene.ts";

/** Sentences that name what a text is about, where its lines did not. */
export const POINTERS: Readonly<Record<string, Lines>> = {
  point_at_table: [
    "[I'm looking at|This is|We read it from|It all comes out of] {table}.",
    "[Source|Where I look|Table in question|For context] is {table}.",
    "[Checked|Saw it|Noticed it|Same picture] in {table}[ directly| itself|].",
    "[It is|That's|The place is] {table}[ by the way| as far as I can tell| we're talking about|].",
    "[The extract|The tile|My sheet|The report] [reads|is built on|pulls from] {table}.",
    "[Everything here|What I have|All of it] [sits on|goes back to|starts from] {table}.",
  ],
  point_at_column: [
    "[I'm looking at|This is about|It concerns|We read] {column} in {table}.",
    "[In {table} it's|On {table}, see|Within {table} I mean|From {table} I use] {column}.",
    "[Specifically|To be exact|Concretely|For reference], {column} [of|on|in] {table}.",
    "[Check|Have a look at|Worth opening|The thing to look at is] {table}, [namely|mainly|most of all] {column}.",
    "[The field|What matters here|The piece I need|What I compared] is {column}, [from|out of|in] {table}.",
    "{table} [is where it lives|is the source|is what I query], {column} [to be precise|in particular|above all].",
  ],
  point_at_column_alone: [
    "[It's|That is|I mean|This concerns] {column} [there|in particular|to be precise|specifically].",
    "[The field|What I look at|The bit in question|The relevant one] is {column}.",
    "[Mostly|Only|It comes down to] {column}[, as far as I see| from what I can tell| so far|].",
  ],
  point_at_key: [
    "[I'm looking at|This is about|It concerns] {column} in {table}, [against|versus|matched to] {parent}.",
    "[Specifically|Concretely|For reference] {column} on {table}, [which should lead to|pointing at|looked up in] {parent}.",
    "[The link|The pair|What I compare] is {table} [and|to|with] {parent} [through|via|on] {column}.",
    "[From|Out of] {table} [to|into] {parent}, [by way of|using|on] {column}[ that is|, to be exact|].",
    "[I go from|We walk from|The query goes from] {table} to {parent} [with|through|over] {column}.",
  ],
  point_at_parent: [
    "[The other side is|It's matched to|Looked up in|The counterpart is] {parent}.",
    "[Held against|Compared with|Resolved through|Checked against] {parent}[, of course| as usual|].",
    "[On the other end|On the far side|At the receiving end] [sits|is] {parent}.",
  ],
  point_at_day: [
    "[It's|That is|This was] [all |mainly |only |]about {day}.",
    "[The day in question|The bad day|The one I mean|What stands out] is {day}.",
    "[Only|Just|Mostly] {day}[ as far as I see| so far|, other days look normal|].",
    "{day} [is the one|is where it shows|is what I looked at].",
  ],
  quote_sql: [
    "[I ran|Here's what I ran:|Query:|fwiw I used|My check was|Quick check:|To reproduce:|What I did:|Try|Basically] {code}",
    "{code} [shows it|gives me that|is what I used|is the check I ran|makes it visible|is enough to see it].",
    "[Ran|Just tried|Tested with|Compared with|Simply] {code} [on {environment}|this morning|again just now|before writing|to be sure].",
  ],
  see_link: [
    "[See|More here:|Details:|Notes at|Written up at|Background:|Full story:|Screenshot at|Context:|It's all on|Here:] {link}",
    "{link} [has the details|has more|for the rest|for context|shows it|is the page|in case it helps].",
  ],
};
