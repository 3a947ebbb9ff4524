import type { ThemeBank } from "../scene.ts";

/** Rows fail to match: null, reformatted, purged or time-impossible keys. */
export const joins: ThemeBank = {
  scenes: [
    {
      head: ["[Blank|Empty] {owner} on {share} of {record}, {day}", "{record}: no {owner} recorded on {day}"],
      events: ["null_spike"],
      turns: {
        ask: [
          "on {day} {share} of {record} [have|came with] no {owner} [at all|], [other days|normally] it's [about|under] {pct}. [what happened|did a release go out]?",
          "[who shipped something|was there a deploy] on {day}? [a chunk of|{share} of] that day's {record} [can't be traced to|lost] any {owner}",
          "{board} has a [fat|big] [blank|empty] bar for {day}, {count} {record} without {owner}, the days [around it|before and after] are [clean|fine]",
        ],
        alert: [
          "null check [red|failed] for {day}: {column} in {table} [at|is empty on] {share}, [limit|threshold] {pct}, {parent} side is [complete|fine]",
          "[monitor|watchdog]: {share} of {day}'s rows in {table} [lack|came without] {column}, [baseline|usual level] {pct}. [looking|owner wanted]",
        ],
        answer: [
          "[only|just] {day}, [from|starting] about {clock}, [{segment} most of all|all channels], [the next day was fine|back to normal after]",
        ],
        diagnose: [
          "[confirmed|yes], {count} [rows|of them] on {day} [arrived|were written] without the id, [the source|{feed}] [sent it empty|left it out] [between|from] {clock} [and|until] midnight",
          "a [build|release] at {feed} on {day} [renamed|moved] the field, our [parser|mapping] [read|found] nothing, [rolled back|reverted] the same night",
        ],
        fix: [
          "{feed} [re-sent|replayed] {day}, [ids are|the id is] filled, [remaining|left over]: {few} rows without a [match|counterpart]",
          "[patched|re-keyed] {day} from the raw [events|messages], the empty share is [back to|at] {pct}",
        ],
      },
    },
    {
      head: ["{pct} of {record} match no {owner}", "[Unknown|Unmatched] {owner} behind {count} {record}"],
      turns: {
        ask: [
          "{pct} of [last week's|this month's|our] {record} [point at|refer to] a {owner} [that isn't there|we don't have|nobody knows], [{count} in total|about {count}]",
          "[I lose|we lose] {count} {record} the moment I [bring in|attach] the {owner} [details|name]. [are the parents missing|where did those ids go]?",
        ],
        alert: [
          "relationship test [red|failing] on {table}: {column} has {count} values [not found|absent] in {parent}, [warn|limit] is {few}",
          "[orphan check|integrity check]: {pct} of {table} [unmatched|has no parent] through {column}, {parent} [loaded fine|is complete], [up from|was] {pct.2} [yesterday|last week]",
        ],
        answer: [
          "for example the ones [from|of] {day}, a handful of ids makes up half of it, [all|mostly] {segment}",
        ],
        diagnose: [
          "the missing ones [were|are] [purged|deleted] [in|by] the [clean-up|retention job] of {month}, [their|the] {record} [stayed|were kept]",
          "[late parents|parents come later]: the {owner} [file|batch] lands [hours|half a day] after the {record}, [most heal|the bulk heals] by next morning, {pct} [never|don't]",
        ],
        fix: [
          "[backfilled|re-loaded] {count} {owner} rows from the archive, unmatched is [down to|at] {pct}",
          "put in a stand-in {owner} so [totals hold|nothing falls out], plus a [daily list|report] of what [falls|lands] there",
        ],
      },
    },
    {
      head: ["[Left and inner|Two ways of] counting {record} differ", "{count} {record} drop out of {board}"],
      turns: {
        ask: [
          "{board} [shows|has] {count} {record}, the raw [count|number] is {count.more}. [somewhere on the way|in between] we [shed|lose] the rest, [I think|probably] at the {owner} step",
          "[total before|before] adding {owner} attributes {count}, [after|afterwards] {count.less}. [who eats|what eats] the difference?",
        ],
        answer: [
          "[no filter|nothing filtered], {month}, it [shrinks|drops] [as soon as|when] the {owner} [comes in|is attached]",
        ],
        diagnose: [
          "[it's an inner|inner] join, all rows without a {owner} [silently|quietly] [vanish|fall out], {pct} [of them|in {month}]",
          "the [key|id] has [leading zeros|a prefix] on one side [and none|not] on the other, [so about|hence] {pct} [never|don't] [meet|match]",
        ],
        fix: [
          "[outer|left] join now, the rest [goes|is shown] under 'unknown', [counts|totals] agree at {count.more}",
          "[normalised|trimmed] the ids on both sides, [all but {few}|nearly all] [find|get] their {owner}",
        ],
      },
    },
    {
      head: ["{record} dated before their own {owner}", "[Impossible|Odd] dates: {record} before the {owner} existed"],
      turns: {
        ask: [
          "{few} {record} [happened|are dated] before their {owner} [was created|existed|came into being]. [time travel|how is that possible]?",
          "[the cohort page|my cohort sheet] has negative ages: {record} [come|sit] up to {days} before the {owner} [starts|begins]. [clock|bad dates] or wrong [link|id]?",
        ],
        alert: [
          "temporal check on {table}: {count} rows [precede|are earlier than] what {column} points at in {parent}, [limit|allowed] {few}",
        ],
        answer: ["[take|see] the ones of {day}, [the {owner}|its {owner}] [starts|was born] {days} later"],
        diagnose: [
          "the {owner} was [re-created|migrated] in {month} and got a [fresh|new] creation date, the {record} [kept|carry] the [old|original] one",
          "ids [were recycled|got reused]: an old number [went|was given] to a new {owner}, so [earlier|old] {record} [hang on|point to] the wrong one",
        ],
        fix: [
          "[restored|brought back] the original [start|creation] dates from the archive, {few} [impossible|odd] cases [left|remain]",
        ],
      },
    },
    {
      head: ["[Nameless row|Blank group] in {board} keeps growing", "'Unknown' is now {share} of {board}"],
      turns: {
        ask: [
          "the 'unknown' [group|row] in {board} [grew|went] from {pct} to {share} since {since}. [what ends up there|what is in it]?",
          "[our biggest|the largest] {owner} is apparently called nothing: {amount} under [an empty name|a blank] in {board}",
        ],
        answer: [
          "[mostly|largely] {segment}, [started|since] {since}, [all from|via] {feed} [I think|as far as I see]",
        ],
        diagnose: [
          "[new|fresh] {owner} records [stopped|don't] [flowing|arriving] since {since}, so [whatever is new|anything new] has [no name|nothing to show]",
          "{count} ids in there, [none|not one] of them [exists|is known] on the {owner} side, [they look like|it's] a [second|test] number range",
        ],
        fix: ["[the missing|all] {owner} records are in, 'unknown' [shrank|is back] to {pct}"],
      },
    },
    {
      head: ["[After the migration|Since the move]: {record} without {owner}", "Ids changed format around {since}"],
      turns: {
        ask: [
          "[since the migration|after the move] [on|around] {since} the [older|old] {record} [find|have] no {owner} [any more|anymore]. [different ids|did ids change]?",
          "[lookups|looking up an {owner}] by id [work|works] for [this month|new ones] and [fail|fails] for [anything|everything] before {since}",
        ],
        answer: [
          "[before {since}|earlier]: [eight digits|short ids], [after|since]: [a letter in front|longer ones], [is that it|could that be it]?",
        ],
        diagnose: [
          "ids got [re-numbered|new values] in the move, the [cross-reference|old-to-new list] was [never|not] [loaded|applied] to history",
          "[string against number|types differ], the new side [pads|stores] ids as text, [{pct} match by luck|only some match]",
        ],
        fix: ["[loaded|applied] the old-to-new list, history [links|connects] again back to {month}"],
      },
    },
    {
      head: ["{team} misses {count} {record} per {owner}", "[Per-{owner} report|Statements] short by {pct}"],
      turns: {
        ask: [
          "{owner} [statements|pages] [don't|do not] add up: [the parts|summed up] they [give|reach] {amount}, the company total is {amount.more}",
          "[some|a few] {owner} pages are [empty|blank] although [the people|they] [clearly|certainly] had {record} in {month}",
        ],
        answer: [
          "[three examples|examples] [sent|in the sheet], [all|each] with {record} on {day}, [none|nothing] on their page",
        ],
        diagnose: [
          "[their|those] {record} [hang|sit] under an id [that was|which got] [merged away|retired], [so they belong|they belong] to nobody",
          "{count} {record} [have|carry] an empty reference, [worth|together] {amount}, [exactly|just] your gap",
        ],
        fix: ["[re-pointed|moved] {count} {record} to the [surviving|right] id, pages [show|have] them since {clock}"],
      },
    },
    {
      head: ["{record} that [belong to nobody|lead nowhere]", "[Gap|Hole] between {record} and their {owner}"],
      turns: {
        ask: ["{orphan_story}", "{orphan_story}. [who can trace it|can someone trace that|what's behind it]?"],
        alert: [
          "[integrity|key] monitor[ red|]: {orphan_story}",
        ],
        answer: [
          "[{few} cases|a list of {few}] [so far|up to now], [from|between] {since} [on|and today], I can [send|post] ids",
        ],
        diagnose: [
          "the [reference|id] on them is [valid-looking|well-formed] but [isn't known|doesn't exist] on the other side, [deleted|removed] [around|on] {since}",
          "[half of them|some] have an empty key, [half|the others] one from [the sandbox|a test system], [a filter|something] let them through",
          "the [other side|counterpart] [comes|is loaded] once a day, so [fresh|today's] ones [have to|must] wait, [the old ones|these] are [really|genuinely] lost",
        ],
        fix: ["[restored|re-imported] the counterparts, {few} [left|remaining] that we [can't place|wrote off]"],
      },
    },
    {
      head: ["[Two sources|Two systems] that should match on {owner}", "[Case|Format] of ids between {feed} and us"],
      turns: {
        ask: [
          "[matching|tying] our {record} to {feed} by id: only {share} [meet|find a partner], [should be|I'd expect] nearly all",
          "[why do|how come] only {share} of {record} [have|find] their [twin|partner] in the {owner} list? [ids look|they look] [fine|normal] to me",
        ],
        answer: ["[I matched|matched] on the plain id, [exact|no cleaning], {month} [only|data]"],
        diagnose: [
          "[upper|capital] letters on one side, [lower|small] on the other, [plus|and] a trailing blank in {pct} of them",
          "[they send|{feed} sends] the id of the [parent|group], we [store|keep] the [child|single] one, so it [meets|works] only for [singles|stand-alone ones]",
        ],
        fix: ["[both|the two] ids go through the same clean-up [now|since {clock}], {pct} [unmatched|remain]"],
      },
    },
    {
      head: ["[Cash-back|Bonus|Credit] not paid for {count} {record}", "Who is behind these {count} {record}?"],
      turns: {
        ask: [
          "we [owe|should pay] {count} {record} a [bonus|credit] and [can't tell|don't know] to which {owner} [they go|it goes], the [reference|link] is [dead|empty]",
          "{team} [wants|has] to [contact|write to] everyone with {record} on {day}; for {pct} [the trail ends|there is no {owner}]",
        ],
        answer: ["[{few} of|about {few}] the ids [come back|return] nothing [whatever I try|in any search]"],
        diagnose: [
          "those ids [exist|are] in the [old|former] system [only|alone], the [transfer|copy] [skipped|missed] [closed|inactive] ones",
        ],
        fix: ["[copied|took over] the [closed|inactive] ones too, all but {few} [resolve|lead to someone] now"],
      },
    },
    {
      head: ["[Model run|Nightly build] red on a key check", "{table}: reference check failing since {since}"],
      turns: {
        ask: [
          "the [reference|key] check on {table} [is red|fails] [for {days}|since {since}], {count} [rows|entries] in {column} [lead nowhere|don't resolve]. [can I|may I] [ignore|skip] it?",
          "[is anyone|who is] looking at {column} in {table}? [{count} ids|{pct} of it] [aren't|not] in {parent}",
        ],
        alert: [
          "[build|nightly build] [stopped|red]: {count} values of {column} in {table} are [missing|absent] from {parent} [as of|at] {clock}",
        ],
        answer: [
          "[it's|they're] [all|mostly] [new|recent], [first one|oldest] from {since}, [{few} a day|slowly growing]",
        ],
        diagnose: [
          "{parent} [lags|is behind]: [its|the] [snapshot|copy] is from {since}, everything [newer|younger] [fails|goes unmatched]",
        ],
        fix: ["[refreshed|rebuilt] {parent}, check is green, [tolerance|threshold] [set|now] to {pct}"],
      },
    },
    {
      head: ["[Report|Breakdown] by {owner} covers only {share}", "Coverage of {owner} details in {board}"],
      turns: {
        ask: [
          "[only|just] {share} of {record} in {board} [carry|have] a {owner} [name|label], for the rest the [cell|field] is [empty|grey]. [was it always so|normal]?",
          "[I'd like|we want] to rank by {owner} but {pct} [have none|are blank], [the top ten|our ranking] [would be|is] [wrong|skewed] like this",
        ],
        answer: ["[worst|mostly] for {segment}, [nearly|almost] complete for the rest"],
        diagnose: [
          "{segment} [uses|comes with] its own number range that [nobody|no one] [loaded|registered] on the {owner} side",
        ],
        fix: ["[registered|loaded] the second range, {board} [labels|names] all but {pct} [now|since {clock}]"],
      },
    },
    {
      head: ["[Deleted|Closed] {owner} records and their history", "What happens to {record} of a removed {owner}"],
      turns: {
        ask: [
          "when [an|one] {owner} is [closed|removed] its {record} [lose|drop] their [home|anchor], {count} [so far|this quarter]. [shouldn't we|can't we] keep a [stub|shell]?",
          "[history|the past] changes: {month} had {count} {record} with a {owner}, [now|today] the same {month} has {count.less}",
        ],
        answer: ["[every|each] clean-up makes it [worse|a bit worse], the [last|latest] was on {since}"],
        diagnose: [
          "the [retention|clean-up] job [hard-deletes|removes] the {owner} after {weeks}, the {record} [remain|stay] and [dangle|hang loose]",
        ],
        fix: [
          "[soft delete|stubs] from now on, the [lost|removed] ones [since|from] {since} [came back|restored] as stubs",
        ],
      },
    },
    {
      head: ["{count} {record} with an all-zero id", "[Dummy|Default] ids in {record} of {month}"],
      turns: {
        ask: [
          "{count} {record} [share|all have] the same {owner} id, [zero|a row of nines]. [a default|dummy] that [leaked|slipped through]?",
          "one {owner} has [more|{count}] {record} [than all others|in a day]. [looks like|must be] a [filler|dummy] [value|number]",
        ],
        answer: ["[all from|only] {segment}, [at|around] {clock} [each day|mostly]"],
        diagnose: [
          "{feed} [sends|writes] a [dummy|filler] when it [doesn't know|can't resolve] the {owner}, [since|from] {since}",
        ],
        fix: [
          "[fillers|dummies] are turned into [empty|unknown], {feed} [fixes|fixed] the lookup, {few} [left|to clean]",
        ],
      },
    },
  ],
  turns: {
    tell: [
      "[Summary|Follow-up|Closing note] on the {record} that [had|came with] no matching {owner} in {month}.",
      "[As reported|As some of you saw], {count} {record} could not be [tied|traced] to [a|their] {owner}. [This is mended|It has been repaired].",
      "The unmatched {record} [raised in|that came up in] {occasion} have been [looked at|worked through].",
    ],
    clarify: [
      "[can you|could you] [post|send] [three|a few] ids? I'd [check|see] whether they [ever existed|were removed] on the {owner} side",
      "is the [reference|id] [empty|blank] or filled with something [unknown|that doesn't exist]? [matters a lot|two different stories]",
      "[old|older] {record} or [fresh|brand-new] ones? [if today's|fresh ones] they may [heal|fix themselves] overnight",
      "[does it happen|is it] with {segment} [too|as well], or [only|just] [for one source|via {feed}]?",
    ],
    diagnose: [
      "[took|traced] {few} of them by hand, [the id is there|all have an id], [the other side|its counterpart] isn't",
      "[it's|they're] [spread over|from] [many days|all of {month}], so [not one bad load|no single run is to blame]",
      "[the totals|counts] are right, [it only hurts|you only see it] once the {owner} [comes in|is looked up]",
      "[nothing wrong with|no problem in] the counts, [it's the link|the link breaks], {pct} [can't be|aren't] [resolved|attached]",
    ],
    answer: [
      "[filled|not empty], [just|only] unknown, [here are|e.g.] the ones of {day}, {few} [of them|in all]",
      "[empty|blank] for [most|{share}], [the others|some] have an id [no one knows|without a home]",
    ],
    point: [
      "[there's a page|see the guide] on [unmatched|unresolved] {record}, [what to expect|accepted level] is {pct}, [how to|and how to] report more",
      "use the view with the [placeholder|unknown] member, [nothing gets lost|keeps all rows], the raw one [drops|cuts] {pct}",
      "[known limit|a known gap], [listed|described] with the [ids|ranges] that [will never|never] resolve, {pct} [of all|in total]",
    ],
    confirm: [
      "all my {record} have their {owner} again[, also for {month}|]",
      "[the blank row is gone|nothing without a name any more] in {board}, [solved|we can close {ticket}]",
      "[tried|checked] the ids from before, [they resolve|each finds its {owner}], [good work|closing]",
      "[the parts add up|totals agree] again, {count} on both sides, [thanks|settled]",
    ],
    park: [
      "[a proper|the real] repair [needs|takes] the [source|owner] team, they [plan|have] it <later>, {ticket}",
    ],
    defer: [
      "[I can|could] confirm {count} without a partner, [why|the reason] I [don't know|can't tell] yet, [not|nothing] before <later>",
    ],
    close: [
      "[so the|the] {pct} [stay|remain] [nameless|unassigned], we [leave them out|footnote it] [for now|this time]",
    ],
  },
  stakes: [
    "[It affects|We talk about] {amount} [in {month}|a month] that [belongs to nobody|we cannot attribute to anyone].",
    "[Payouts|Credits|Letters] go out [by|per] {owner}, so [each of these|every such case] [waits|is stuck].",
    "[The share|It] was {pct} in {month} and [keeps rising|has doubled since].",
    "[Every report|All we do] per {owner} is too low because of it.",
    "{team} [spends|loses] [hours|a day a week] [on tracing|tracing] them by hand.",
  ],
  requests: [
    "[Can someone|Could you] [trace|check] where [those ids|the counterparts] went, and [bring them back|reload them] <soon>?",
    "[Please find out|We need to know] whether they [can be restored|come back], [or tell us|otherwise] [how to treat|what to do with] them.",
    "[Could we|Can we] have a [list|daily list] of the [unmatched|open] ones, [by|per] day and source?",
    "[Who can|Is there someone who can] [say|tell] since when, and [how many are hit|how much it is]?",
  ],
};
