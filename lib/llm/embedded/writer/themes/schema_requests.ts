import type { ThemeBank } from "../scene.ts";

/** An attribute, its history or a table is not stored and is asked for. */
export const schemaRequests: ThemeBank = {
  scenes: [
    {
      head: ["Can we [store|keep] {field} for {purpose}?", "[Wish|Request]: {field} for {team}"],
      turns: {
        ask: [
          "[could we|can we] [start|begin] [keeping|storing] {field}? [I|{team}] [can't find|don't find] it [anywhere|on our side] and [need|want] it for {purpose}",
          "[is|do we have] {field} [available|recorded] [somewhere|anywhere]? [if not|otherwise] [please|I'd like to] [add it|have it added] for {purpose}",
        ],
        answer: ["[from|starting] now [is|would be] [enough|fine], [history|the past] [nice|if easy]"],
        diagnose: [
          "{feed} [sends|has] it [in|inside] the [message|payload], we [drop|throw] it [away|on the way]",
          "[nobody|no system] [records|captures] it today, {feed} [would have|has] to [send|add] it first",
        ],
        fix: [
          "{field} [is in|comes along] since {clock}, [filled|available] for everything [after|from] {since}",
          "[added|live]: {field}, [plus|and] {weeks} of history from the [archive|raw files]",
        ],
        point: ["[it exists|we have it], [just|only] [hidden|under another name], [see|look at] the [catalog|page]"],
      },
    },
    {
      head: ["We know that, not why: {field}", "[Reason|Cause] behind {record} unknown"],
      turns: {
        ask: [
          "we [know|see] how many {record} [fail|end], [never|not] [why|the reason]. [could|can] the [reason|cause] be [passed on|kept] too?",
          "[customers|people] ask [support|us] for the reason and [we|our screens] [only|just] [know|have] the [outcome|result]",
        ],
        answer: ["[a code|code] [is|would be] [enough|fine], [text|wording] we [add|look up] ourselves"],
        diagnose: [
          "{feed} [gives|returns] a reason [code|value], our [loader|import] [maps|keeps] [three|a few] fields and [ignores|skips] that one",
        ],
        fix: ["reason code [is|arrives] [in|stored] since {since}, [blank|empty] for [older|earlier] {record}"],
      },
    },
    {
      head: ["[Only today's state|No history] of {record}", "What was it on {day}? Nobody knows"],
      turns: {
        ask: [
          "we [only|just] have [today's|the current] state of {record}. what was it on {day}, or [a month|{weeks}] ago? [can we|could we] [keep|store] [history|each change]?",
          "[every|each] change [overwrites|replaces] the last one, so [I can't|nobody can] [say|show] how {record} [looked|stood] [on {day}|in {month}]",
        ],
        answer: ["[daily|one line a day] [is|would be] [enough|plenty], from [now|today] [is ok|on]"],
        diagnose: ["[true|right], [updated|overwritten] in place, [no|there is no] [log|trail] [either|at the source]"],
        fix: [
          "[daily|nightly] copies [start|run] [tonight|since {since}], [back|rebuilt] to {month} from [backups|old files]",
        ],
      },
    },
    {
      head: ["[New event|New release] next sprint: where does {field} land?", "{product}: what will be stored"],
      turns: {
        ask: [
          "{product} [ships|goes out] <later>, it [collects|asks for] {field}. [where|in which place] will [we|analysts] [find|see] it?",
          "[heads up|fyi], [the|our] next [release|version] of {product} [sends|brings] {field}. [who|which team] [makes room|prepares] for it [on|at] your side?",
        ],
        answer: [
          "[optional|may be empty], [one|a single] value per entry, [spec|the draft] [is|lies] in {ticket}",
        ],
        diagnose: [
          "[nothing|no slot] [prepared|planned] for it, [unknown|extra] [fields|keys] are [cut|dropped] at the [door|entry]",
        ],
        fix: ["[slot|place] for {field} [ready|is there], [goes|will fill] [live|up] with the release"],
      },
    },
    {
      head: ["{feed} renamed something and we lost it", "[Empty|Vanished] since {since}: {field}"],
      turns: {
        ask: [
          "{feed} [renamed|restructured] [things|its output] [on|around] {since}, {field} [went missing|got lost]. [can|could] we take the new name [over|in]?",
          "{feed} announced a new [layout|version]; [{field}: not picked up any more|since then we don't get {field}]",
        ],
        answer: [
          "[old|the old] name [ends|stops] on {since}, [new|the new one] [starts|begins] [the same day|right after]",
        ],
        diagnose: [
          "[contract|layout] [changed|moved] [without|with no] notice, our side [expects|waits for] the [old|former] [name|shape]",
        ],
        fix: ["[both|old and new] names [are read|accepted], [gap|hole] [filled|closed] from the raw [messages|files]"],
      },
    },
    {
      head: ["[Splitting|Breaking down] {metric} further", "Can we see {metric} by {field}?"],
      turns: {
        ask: [
          "[is it|would it be] possible to [split|break down] {metric} by {field}? [the total|the sum] is [fine|right], we [lack|miss] the [dimension|cut]",
          "{team} [would love|wants] {metric} [per|by] {field}, [I find|there is] [nothing|no way] to [group|cut] by",
        ],
        answer: ["[for|mostly] {segment}, [monthly|weekly] [is|would be] [enough|fine]"],
        diagnose: [
          "[we don't|nobody does] [hold|keep] {field} [with|next to] the {record}, [source|{feed}] has it [though|at least]",
        ],
        fix: [
          "{field} [travels|comes] [with|along] each [record|entry] since {since}, the [cut|split] [works|is possible]",
        ],
      },
    },
    {
      head: ["[Dropped|Lost] on the way: {field}", "The app asks for {field}, then what?"],
      turns: {
        ask: [
          "the app [asks|collects] {field}, [after that|then] it [disappears|is gone]. [can|could] it [reach|get to] us?",
          "[users|people] [tell|give] us {field} [at|on] the [form|screen], and [analytics|{team}] [never|doesn't] [see|get] it",
        ],
        answer: ["[since|from] [version|release] [of|in] {month}, [nearly|almost] everybody [fills|answers] it"],
        diagnose: [
          "it [stays|ends] in the app's own [store|database], [our|the] [feed|export] [doesn't|never] [include|carry] it",
        ],
        fix: ["[export|feed] [extended|widened] by {field}, [first|the first] {count} [values|answers] are [in|here]"],
      },
    },
    {
      head: ["[New value|Extra status] in {record}", "[Unknown|New] type appears in {record}"],
      turns: {
        ask: [
          "there's a new [kind|type] of {record} since {since} and [nothing|no attribute] to [tell|keep] them apart. [can we|could we] get a [marker|flag]?",
          "{product} [introduced|brought] a [second|new] [type|kind] of {record}; [without|lacking] {field} they [blur|mix] [into|with] the [old|others]",
        ],
        answer: ["[{share}|about {share}] of {record} [by|] now, [growing|more each week]"],
        diagnose: [
          "[source|{feed}] [marks|distinguishes] them, [our|the] [layout|model] has [no|never had a] place for [that|it]",
        ],
        fix: ["[marker|flag] [added|is in], [old|earlier] {record} [set|default] to 'classic'"],
      },
    },
    {
      head: ["[Not stored|Missing piece] for {team}", "[Idea|Request] from {team} about {record}"],
      turns: {
        ask: ["{field_story}", "{field_story}. [could we|can we] [capture|start keeping] it?"],
        answer: ["[from|starting] [today|now] [is|would be] [ok|fine], for {purpose} [mainly|mostly]"],
        diagnose: [
          "[checked|looked], [it's|this is] [not|never] [captured|recorded] [on our side|anywhere], {feed} [could|might] [deliver|send] it",
        ],
        fix: ["[captured|kept] since {since}, [you|{team}] [find|see] it [next to|beside] the {record}"],
      },
    },
    {
      head: ["{table} comes without {field}", "[Extend|Extending] {table} by {field}"],
      turns: {
        ask: [
          "{table} [comes without|lacks] {field}. [can you|could you] add it? [used|needed] for {purpose}",
          "[request|wish] for {table}: [please|] [carry|include] {field}, [filled|populated] from {month} [on|if possible]",
          "[would it|could it] be [hard|much work] to [bring|take] {field} into {table}? [today|for now] I [keep|maintain] it in a sheet",
        ],
        answer: ["[text|a short code], [may|can] be empty, {share} [known|filled] [at|on] the source"],
        diagnose: [
          "{feed} [has|offers] it [since|from] {month}, [so|just] a [matter|question] of [taking it along|extending the import], {days}",
        ],
        fix: ["{table} [carries|includes] {field} since {clock}, [backfilled|filled back] to {month}"],
      },
    },
    {
      head: ["[Manual|Hand-kept] list for {field}", "[Sheet|Spreadsheet] to be replaced: {field}"],
      turns: {
        ask: [
          "I [type|keep] {field} into a sheet by hand [every|each] [week|Monday], {count} lines. [could|can] the [warehouse|system] [hold|do] that?",
          "[two|three] people [maintain|fill] a [sheet|list] with {field} [because|since] [nothing|no system] [stores|has] it",
        ],
        answer: ["[sheet|it] has {count} lines, [one|a line] per entry, [since|from] {month}"],
        diagnose: [
          "[the|your] sheet [copies|duplicates] what {feed} [shows|has] on [a|its] screen, [never|not] [exported|transferred] [yet|so far]",
        ],
        fix: [
          "[sheet|your list] [imported|taken over], [new|fresh] values [come|arrive] from {feed} [daily|each night]",
        ],
      },
    },
    {
      head: ["[Research|Study] for {team} blocked without {field}", "[Model|Forecast] wants {field} as input"],
      turns: {
        ask: [
          "[the|our] [model|study] for {purpose} [would|might] [gain|improve] a lot [with|from] {field}. [do we|does anybody] [keep|log] [it|that]?",
          "[can't|cannot] [test|answer] {purpose} without {field}, [as|since] [nothing|no one] [remembers|notes] it",
        ],
        answer: ["[six|a few] months of it would do, [rough|coarse] is ok"],
        diagnose: [
          "[kept|held] for {days} in the [raw|landing] area, then [deleted|dropped], [never|not] [modelled|exposed]",
        ],
        fix: ["[retention|keeping] [raised|extended], {field} [modelled|exposed] since {since}"],
      },
    },
    {
      head: ["[Timestamps|Dates] of each step for {record}", "[When exactly|At what time]: more dates for {record}"],
      turns: {
        ask: [
          "we have when it began, [not|never] when [it|the {record}] [changed|ended]. [please|can we] [keep|note] [that|the] [moment|date] too, {purpose} [depends|hangs] on it",
          "[how long|the time] {record} [spend|take] in [each|one] state [is|stays] [a guess|unknown], [one|a single] date [isn't|is not] enough",
        ],
        answer: ["[day|date] [is|would be] precise enough, [time|hours] [not|aren't] needed"],
        diagnose: ["the source [overwrites|keeps one], [change|status] times are [in|only in] its [log|journal]"],
        fix: ["[journal|log] [read|imported], [each|every] change has a date [now|since {since}]"],
      },
    },
    {
      head: ["[Partner|{client}] wants {field} in the monthly file", "{client} asks for one more detail"],
      turns: {
        ask: [
          "{client} [asks|wants] {field} in the [monthly|quarterly] file. [we|I] [don't|do not] [hold|have] it, [could|can] [that|it] [change|be added] by {deadline}?",
          "[contract|the new contract] with {client} [requires|demands] {field} from {quarter} on, [nothing|we have none] [today|so far]",
        ],
        answer: ["[per|for each] {record}, [codes|their codes], [first|first time] for {month}"],
        diagnose: ["{feed} [can|could] [send|supply] it [after|with] [an|their] [upgrade|update] <later>"],
        fix: ["{field} [delivered|comes] with the file, [first|tested] for {month}, {client} [accepted|is happy]"],
      },
    },
  ],
  turns: {
    tell: [
      "[News|Good news|Update] on {field}, which {team} [had asked for|requested] in {month}.",
      "[From|As of] {since} we [keep|store] {field} [for|with] all {record}.",
      "[The wish|Your wish] to [have|keep] {field} [for|because of] {purpose} [has been|was] [fulfilled|delivered].",
    ],
    clarify: [
      "which question [would|should] it answer, and [do you|would you] need [the past|history] [too|or only from now]?",
      "[one|a single] value per entry, or [several|a list]? and [who|which screen] [fills|enters] it?",
      "[how|how often] would you use it, [once|one-off] or [in|for] a [regular|daily] report?",
      "[must it|does it have to] be [exact|complete], or is [a sample|most of them] [enough|fine]?",
    ],
    diagnose: [
      "[searched|went through] the [catalog|raw files], [closest thing|nearest] is a [free-text|comment] field, [no use|not reliable]",
      "[the source screen|{feed}] [shows|has] it, [the export|what we get] [stops short of it|leaves it out]",
      "[it was|somebody had it] on a list in {month}, [never built|dropped for lack of time]",
      "[not|never] [stored|kept], not even raw, [we'd need|that needs] {feed}",
    ],
    answer: ["[from now on is|new ones are] enough, for {purpose}, [one|single] value [each|per entry]"],
    point: [
      "[catalog|the catalog] [lists|has] something [close|near], [see|check] if [it fits|that is enough] before we [build|add] more",
    ],
    confirm: [
      "[found it|I see it], {field} for {count} {record}, [exactly what I wanted|that will do]",
      "[works|it groups by it] in {tool}, [we can start|{purpose} can start], [thanks|closing {ticket}]",
      "[this|that] replaces my sheet, [I deleted it|what a relief], [done|solved for us]",
      "[enough for {purpose}|that serves us], [no further wish|wish fulfilled], [close it|thank you]",
    ],
    fix: [
      "[it's live|you can query it] since {clock}, [filled|with values] from {since} on",
      "[added by|shipped with] {ticket}, [{share} of {record} have a value|older {record} stay empty] so far",
    ],
    park: [
      "[sized|estimated] at {days} [here|for us] plus the work at {feed}, [planned|pencilled in] <later>, {ticket}",
    ],
    defer: ["[possible|feasible] [I think|in principle], [asked|waiting for] {feed}, [no|they gave no] date"],
    close: ["[so we go on|we carry on] without {field}, [I keep|we stay with] the sheet"],
  },
  stakes: [
    "[Without it|Today] {purpose} is [guesswork|a guess], and [we|people] [decide|argue] on [gut feeling|anecdotes].",
    "[Every week|Each month] we wait is [history|data] that [never comes back|can't be recovered].",
    "[It would|That would] save {team} [about |]{hours} [a week|of typing].",
    "[Three|Two] teams [asked|have asked] for the same [thing|piece] [since|in] {month}.",
    "{occasion} [asked|will ask] for [exactly|just] this [cut|detail].",
  ],
  requests: [
    "[Could you|Can you] [estimate|size] the [work|effort], and [say|tell us] [what|which date] is [realistic|possible]?",
    "[Please|We ask you to] [keep|store] it from [now|{deadline}] on; [the past is|older ones are] optional.",
    "[Who|Which team] [has|needs] to [agree|act], {feed} or [you|us]?",
    "[If|In case] it [exists|is kept] [already|somewhere], a [pointer|hint] is [enough|all I need].",
  ],
};
