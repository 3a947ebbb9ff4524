import type { ThemeBank } from "../scene.ts";

/** Numbers differ because filter, clock, grain or formula differ, or nobody agreed on one. */
export const definitions: ThemeBank = {
  scenes: [
    {
      head: ["[Two totals|Two figures|Different totals] for {metric} in {month}", "{board} and {board.2} do not agree"],
      turns: {
        ask: [
          "{board} [says|shows|has] {count} for {metric} and {board.2} [says|shows|has] {count.2}, [same week|same period|both for {month}]. which [one do I take|is right|do we present]?",
          "how come {metric} [is|comes out] {pct} [higher|lower] in {board} than in {board.2}? [I didn't touch any filter|no filter on either side|both unfiltered]",
        ],
        answer: [
          "[both|the two tiles] for {month}, [unfiltered|no segment|default settings], {board} [gives|has] {count}, the other {count.2}",
          "it's [the weekly view|the monthly view|the headline number] in both, [{pct} apart|off by {pct}] [every week|each time|since {since}]",
        ],
        diagnose: [
          "one [is built|counts] {rule}, the other {rule.2}, [that's all of the gap|explains the whole gap|nothing is broken]",
          "{board} [takes|uses] {rule}. {board.2} [takes|uses] {rule.2}. [both are right|neither is wrong], they [answer|measure] different [questions|things]",
        ],
        fix: [
          "[renamed|relabelled] the tile in {board} [to say|so it says] {rule}, and {board.2} now [reads|uses] the same [view|query]",
          "[moved|switched] {board} to the [agreed|council's] [version|formula], {rule}, [history|the past {weeks}] [restated|recomputed]",
        ],
        point: [
          "the [agreed|official] version is {rule}, [use that one|that's what the board sees], {board.2} is [for ops only|a rough view]",
        ],
      },
    },
    {
      head: ["[Weekend|Monday] totals shift between reports", "[Day boundaries|Midnight] and {metric}"],
      turns: {
        ask: [
          "[Sunday|Saturday|Monday] [looks|comes out] {pct} [better|weaker] in {tool} than in {board}, [the month|the full month] [ties|agrees] though. [what moves between days|where does it move]?",
          "if I add up [single days|the seven days] I get [another|a different] {metric} [per day|by day] than {team}, yet the [month|quarter] [is the same|matches to the cent]",
        ],
        answer: [
          "for {day} [I see|I have] {count}, {team} [has|sees] {count.2}, and the [next|previous] day it [swaps|is the other way round]",
        ],
        diagnose: [
          "[timezone|clock thing], one side's day [ends|closes] at midnight UTC and the other's [in Pacific time|at local midnight], [seven|eight] hours of evening [move|jump] over",
          "late evening [goes|falls] to the [next|following] day in {tool} because it [groups|truncates] on the raw timestamp, [{board} converts first|{board} doesn't]",
        ],
        fix: [
          "{tool} [groups|cuts] by local day now, [same as|like] {board}, [refresh|reload] and {day} should [tie|agree]",
        ],
        point: [
          "our rule is local days [everywhere|in all reports], UTC is for storage [only|], [the page on calendars|the calendar note] [says so|has the examples]",
        ],
      },
    },
    {
      head: ["[Who counts|What counts] as active in {metric}?", "Meaning of {metric} for {occasion}"],
      turns: {
        ask: [
          "[what exactly|who exactly] is [in|inside|covered by] {metric}? [I was asked|{team} asked me|<who> asked] in {occasion} and [had no answer|I mumbled something|could only guess]",
          "[before I print|before I quote] {metric} [in|for] {occasion}: is that {rule} or {rule.2}? I [found|heard] both",
        ],
        answer: [
          "I [always assumed|took it for] {rule}, [but|though] the footnote in {board} [says|reads] {rule.2}",
          "it's for [a slide|one slide|the headline], [a sentence|one line] [explaining|that explains] it [would do|is enough]",
        ],
        diagnose: [
          "[honest answer|truth is]: [nobody wrote it down|no one ever agreed], {board} [went with|uses] {rule} and {team} [kept|stayed with] {rule.2}",
        ],
        fix: [
          "[wrote|added] one sentence under the tile: {rule}, [signed off|approved] by {team} [today|on {day}]",
        ],
        point: [
          "[we use|the council chose|official is] {rule}, [since|as of] {since}, [everything else is legacy|older decks used {rule.2}]",
        ],
      },
    },
    {
      head: ["{metric} moved by {pct} without any change", "[Sudden step|Jump] in {metric} around {since}"],
      turns: {
        ask: [
          "{metric} [stepped|jumped] {pct} [up|down] on {since} and [stayed there|never came back], [nothing happened|no launch, no campaign] in the business. [what did we change|did someone touch it]?",
          "[our trend|the line] for {metric} has a [kink|step] [around|at] {since}, [before|older] [exports|screenshots] show [other|different] values for the same [weeks|dates]",
        ],
        answer: [
          "[yes|right], the [old|earlier] export for {month} [said|had] {count}, today the same [month|period] [says|reads] {count.2}",
        ],
        diagnose: [
          "[the refactor|the rebuild|the new model version] [dropped|changed] a filter: [before|it was] {rule}, [after|now it is] {rule.2}, [nobody announced it|it wasn't in the notes]",
          "a [reviewed|merged] change [around|on] {since} [swapped|replaced] {rule} [for|by] {rule.2}, [looks intentional|by mistake I think]",
        ],
        fix: [
          "[put|brought] the [old|former] filter back, {metric} [is on|follows] {rule} [again|as before], all months [recomputed|restated]",
        ],
      },
    },
    {
      head: ["[Churn|Loss] rate: finance and product disagree", "Which denominator for {metric}?"],
      turns: {
        ask: [
          "{team} [reports|shows] {pct} where we [report|show] {pct.2}, [same numerator|same people lost], so [is it|it must be] what we divide by?",
          "[dividing|we divide] by the [opening|starting] base or the average? {team} and {team.2} [do it|handle it] [differently|each their way] and [both|the two] percentages [go into|land in] {occasion}",
        ],
        answer: [
          "[numerator is|above the line] {few} [in both|for both of us], [below|the base] [is what differs|I can't tell]",
        ],
        diagnose: [
          "[checked|looked at] both sheets: {team} [divides|works] by the [first|opening] day, {team.2} by the [mean|average] of the month, [hence|so] {pct} [against|and] {pct.2}",
        ],
        fix: [
          "[agreed|settled] with {team}: opening base [for everybody|everywhere], {board} [changed|follows] [today|since {clock}]",
        ],
        point: [
          "the [definition page|glossary] says opening base, [average is|the mean is] [only for|kept for] [pricing studies|the forecast model]",
        ],
      },
    },
    {
      head: ["[Gross or net|Before or after returns]: {metric}", "{team} and {team.2} report different {metric}"],
      turns: {
        ask: [
          "[finance|{team}] takes [the returned|cancelled] ones out of {metric}, [we leave|{board} leaves] them in, [{amount} between us|the gap is {amount}]. [who is right|can we settle this]?",
          "are [cancelled|reversed|refunded] {record} [still part of|inside] what {board} [calls|labels] {metric}? [my total|the total I get] is {pct} [below|under] it",
        ],
        answer: [
          "I [leave out|exclude] [everything|all] [reversed|given back], [as finance does|that's how we closed {month}]",
        ],
        diagnose: [
          "{board} [keeps|counts] them, [gross on purpose|it was made for ops], {team} [nets|takes them off] at month end, [so {amount}|that is the {amount}]",
        ],
        fix: [
          "[two tiles|split in two] now: gross [for ops|on top], net [for finance|below], [both|each] [labelled|named] as such in {board}",
        ],
        point: [
          "for [external|outside] use it's net, [see|per] the [reporting|metric] standard, gross [stays|remains] in {board} [for operations|only]",
        ],
      },
    },
    {
      head: ["[Average per what|Per person or per item]: {metric}", "Averages of {metric} do not compare"],
      turns: {
        ask: [
          "[an average|the average] of {amount} [here|in {board}], {amount.2} [there|in {board.2}], [are they|I guess they're] dividing by [different things|something else]?",
          "{metric} per [head|person] or per [transaction|piece]? [<who> quoted|the deck quotes] one, [I computed|I get] the other, and [now|so] we look [silly|unprepared]",
        ],
        answer: ["mine is [total over|sum divided by] [distinct people|people], {count} of them in {month}"],
        diagnose: [
          "[one is|{board} is] an average of [daily averages|averages], the other [total over total|a plain ratio], [the two can't|they won't ever] be equal when days differ in size",
          "{board} [divides|works] at [line|item] level, {board.2} one level [up|above], [so bigger ones|that's why big baskets] weigh [more|twice]",
        ],
        fix: [
          "[both|the two boards] [now|from today] [use|take] total over total, [the note|footnote] [explains|says] the level",
        ],
      },
    },
    {
      head: [
        "{occasion}: [reconciling|comparing] {metric} with finance",
        "[Gap|Difference] of {amount} against the close",
      ],
      turns: {
        ask: [
          "[closing|reconciling] {month}: we have {amount}, {board} has {amount.2}, [nothing is missing|row counts agree|all rows are there]. [which conditions|what conditions] [sit|are] behind the tile?",
          "[same rows, same month|identical rows], still {amount} [apart|off] on {metric}. [what does|can you tell me what] {board} [leave out|exclude]?",
        ],
        answer: ["[we|finance] [work|go] by [posting|booking] date, {rule}, [cut off|closed] on {day}"],
        diagnose: [
          "[cut-off|the date], [finance|{team}] [uses|goes by] booking date and {board} [the day it happened|event date], {amount} [straddles|sits around] month end",
        ],
        fix: [
          "[added|there's now] a [bridge|reconciliation] [tab|view]: {rule} [to|versus] {rule.2}, [difference|remainder] is zero for {month}",
        ],
        point: [
          "the bridge between the two is [documented|described], [{rule} first|start from {rule}], then [add|subtract] the month-end items",
        ],
      },
    },
    {
      head: ["A question about {metric} for {team}", "[Numbers|Figures] for {occasion} that contradict each other"],
      turns: {
        ask: ["{mismatch_story}", "{mismatch_story}, [can somebody explain|what is behind it|who decides]?"],
        answer: [
          "[I compared|took] {month} in both, [same day|same time of day], [the gap is|differs by] {pct}[ every time|, very stable|]",
        ],
        diagnose: [
          "[matter of wording|a convention], {team} [goes by|means] {rule}, {team.2} [by|means] {rule.2}, the [rows|records] [underneath|below] are the same",
          "[went through|read] both queries: [only one line differs|one where-clause apart], {rule} [against|vs] {rule.2}",
        ],
        fix: [
          "[we settled|the owners settled] on {rule}, {board} [and|as well as] {board.2} [changed|follow] as of {clock}",
        ],
      },
    },
    {
      head: [
        "[Experiment|Test] readout: baseline does not match",
        "[Control group|Baseline] of {metric} in the readout",
      ],
      turns: {
        ask: [
          "the [experiment|test] page [gives|has] a baseline of {share} for {metric}, {board} [shows|says] {share.2}. [we can't|hard to] [call|decide] a winner [like that|on this]",
          "[lift|uplift] is {pct} or {pct.2} [depending|it depends] on [whose|which] {metric} I [take|plug in], [the cohorts are|same users] [identical|in both]",
        ],
        answer: ["[cohort|users] [from|since] {since}, {segment}, [readout|decision] [is due|planned] <soon>"],
        diagnose: [
          "the page counts [28 days|a fixed window] from exposure, {board} [takes|uses] calendar months, [so early joiners|early people] [get|have] longer",
        ],
        fix: [
          "[aligned|changed] the [window|observation window] of the page to [30 days|calendar days], [baseline|control] reads {share.2} now",
        ],
      },
    },
    {
      head: ["[Small print|Footnote] missing on {board}", "What does {board} include for {segment}?"],
      turns: {
        ask: [
          "does {board} [include|contain|cover] {segment} [or not|at all]? [{team} says yes|my sheet says no], [it changes|it moves] the total by {pct}",
          "[asked three people|got three answers]: {segment} is [in|out|half in] when we [say|quote] {metric}. [can|could] [someone|the owner] [decide|rule on it]?",
        ],
        answer: [
          "without {segment} I [get|reach] {count}, with [it|them] {count.2}, {board} is [in between|closer to the second]",
        ],
        diagnose: [
          "it's [out|left out], a [condition|clause] from [last year|an old request by {team}] [cuts|drops] {segment}, [the label never changed|no label says it]",
        ],
        fix: [
          "[label|title] [updated|now reads] 'without {segment}', and a [toggle|switch] brings them back",
        ],
        point: [
          "[intended|by design], {segment} has its own [page|tab], see the [notes|scope box] [under|next to] the title",
        ],
      },
    },
    {
      head: ["New owner wanted: who defines {metric}", "[Three|Several] versions of {metric} in circulation"],
      turns: {
        ask: [
          "[I count|we have] three [versions|variants] of {metric} in [slides|decks] this month: {pct}, {pct.2} and something [in between|higher]. [who owns it|is there an owner]?",
          "[can we|could we] [please|once and for all] [agree|write down] what {metric} [means|is]? {team} [negotiates|sets targets] on {rule}, we [plan|budget] on {rule.2}",
        ],
        answer: [
          "[targets|bonus targets] [depend|hang] on it, so [it's political|people care], [proposal|my proposal] would be {rule}",
        ],
        diagnose: [
          "[each deck|every team] [copied|forked] the query [at some point|in {month}] and [bent|changed] it a bit, [{rule} here|first {rule}], {rule.2} [there|later]",
        ],
        fix: ["{team} [took ownership|owns it now], {rule}, the [copies|forks] [were archived|are gone]"],
        point: [
          "[council|the metrics council] [decided|voted]: {rule}, [minutes|decision log] [linked there|from {since}]",
        ],
      },
    },
    {
      head: ["[Target|Budget] line and actuals on different bases", "[Forecast|Plan] of {metric} cannot be compared"],
      turns: {
        ask: [
          "we're [allegedly|supposedly] {pct} [over|under] plan on {metric}, I [believe|suspect] plan and actuals [aren't|were never] on the same [footing|basis]",
          "the [plan|budget] [assumes|was made with] {rule}, [the actuals in {board} follow|what {board} shows is] {rule.2}, [so the arrow|the traffic light] [means nothing|is always red]",
        ],
        answer: [
          "[budget file|the plan] [was built|is] from [last year's deck|an export of {month}], {rule} [for sure|as far as I know]",
        ],
        diagnose: [
          "[confirmed|true], plan is {rule}, [rebuilt|recomputing] it the other way [moves|shifts] it by {pct}",
        ],
        fix: [
          "[restated|converted] the plan [line|series], both [are|run on] {rule.2} now, [arrow|light] is [green|where it should be]",
        ],
      },
    },
    {
      head: ["{metric} by {segment}: parts exceed the total", "[Sum of parts|Breakdown] larger than {metric}"],
      turns: {
        ask: [
          "the [split|breakdown] of {metric} [adds up|sums] to {share} more than the [headline|total]. [is someone|are people] counted in [several|two] groups?",
          "[adding|if I add] {segment}, {segment.2} and the rest I [get|land at] {count}, headline [says|is] {count.2}",
        ],
        answer: ["all groups [shown|on the page], no filter, [the last week|all] of {month}"],
        diagnose: [
          "[groups overlap|not exclusive], [somebody|one person] with both [is|appears] in each, the headline [takes|counts] people once, [so it can't add up|by construction]",
        ],
        fix: ["[added|put] a note 'groups overlap' and a [column|row] with the [exclusive|non-overlapping] split"],
      },
    },
    {
      head: ["Restating {metric} in {board} for {month}", "{board} before and after the rebuild"],
      turns: {
        ask: [
          "the new {board} [went live|replaced the old one] and {metric} for {month} [changed|went] from {count} to {count.2}. are old months [allowed to|supposed to] move?",
          "[since|after] {board} was rebuilt our {quarter} {metric} [is|reads] {pct} lower, [investors|the partners] already got the [old|former] one",
        ],
        answer: ["[the old page|old one] is [still up|archived], same {month}, same {segment}, {count}"],
        diagnose: [
          "the new one is {rule}, the old one was {rule.2}, [a deliberate choice|decided with {team}] but not [announced|written anywhere]",
        ],
        fix: [
          "[both|the two] series are [shown|side by side] until {deadline}, [marked|with the labels] {rule} and {rule.2}",
        ],
      },
    },
  ],
  turns: {
    tell: [
      "[Closing note|Short summary|Outcome] on why [the reports|two boards|{team} and {team.2}] [gave|showed] different values for {metric} in {month}.",
      "[You asked|Several of you asked|{team} asked] which [value|version] of {metric} [counts|is the one to use]. [Here is the answer|It is settled now].",
      "[The open point|Our open point] from {occasion} about {metric} [is settled|has been cleared up].",
    ],
    clarify: [
      "[which tile|what page|which export] [exactly|do you mean], and [is that|do you use] {rule} or {rule.2}?",
      "[local days or UTC|what day cut] [do you use|on your side], and [are|do you take] [reversals|cancelled ones] [in|out]?",
      "[can you|could you] [paste|send] both [filters|queries]? [ten to one|I bet|usually] it's [the window|a condition] rather than the rows",
      "per [person|head] or per [event|item]? [and|also] [which|what] date, [booked|posted] or happened?",
    ],
    diagnose: [
      "row counts are [identical|the same] on both sides, [so it's only|it is only] the [arithmetic|logic|formula] [on top|above]",
      "[both|the two] read the same [source|view], [they part|the difference starts] at the [last filter|date rule]",
      "[re-ran|tried] one [query|version] with the other's [filter|rule] and [got|landed on] the other's number, so that's all it is",
      "[nobody|neither side] [is wrong|made a mistake], the [words|labels] are the same and the [rules|conditions] aren't",
    ],
    answer: [
      "I [use|go by] {rule}, [always have|as in the deck], and {team} [uses|says] {rule.2}",
      "[just the default|default filters], {month}, {board}, [I can send|sending] the [numbers|screens]",
    ],
    point: [
      "[the glossary|the metric page|the catalog] has it: {rule}. [anything else|other versions] [should|may] be [ignored|retired]",
      "[look at|see|use] the [certified|blessed|governed] version, {rule}, [owner|owned by] {team}",
      "[it's written down|there's a page]: {rule} for [reporting|the board], {rule.2} [only|just] for [ops|daily steering]",
    ],
    fix: [
      "[changed|corrected] the [query|logic] behind {board} to {rule}, [agreed|in line] with {team}",
    ],
    confirm: [
      "[same figure|both say {count}] [now|since this morning], and I [understand|can explain] why",
      "[clear|understood], [we quote|I take] {rule} [and say so|with a footnote], [settled for us|topic closed]",
      "[ran|compared] {month} [both ways|again], [no difference left|they agree], [good|thank you]",
      "[that explains it|now it makes sense], [I changed the slide|the deck is corrected], [done|closing {ticket}]",
    ],
    park: [
      "[a real answer|this] [needs|takes] the metrics council, [next slot|they meet] <later>, [until then|meanwhile] [quote|use] {rule} with a footnote",
      "[we have|there are] [three|four] candidates and no owner, [put it|it's] on the council's list as {ticket}",
    ],
    defer: [
      "[I only know|can only speak for] our side: {rule}. [what {team} does|the rest] [I'd have to ask|is unclear to me]",
    ],
    close: [
      "[nobody decided|no decision], so [we print|I print] both [versions|figures] and [explain|talk around it] [in person|on the slide]",
    ],
  },
  stakes: [
    "[Two teams|We] [argue|have argued] about it [every month|since {month}], and it [costs|takes] [an hour|half a meeting] each time.",
    "[Bonus targets|Plans|Price decisions] [hang on|depend on|are tied to] {metric}, so [we need one answer|two answers will not do].",
    "[The board|Our VP|The bank] [has seen|saw] {count} and [will|is going to] ask why it [now reads|says] {count.2}.",
    "[I do not mind|I don't care] which [one wins|it is], as long as [everybody uses it|it is the same everywhere].",
    "[For|In] {occasion} we [show|quote] one figure only, [and I must defend it|and people will probe].",
  ],
  requests: [
    "[Could the owner|Can whoever owns it] [write down|confirm] [what is in and what is out|the conditions] <soon>?",
    "[Please tell me|Let us know] which [version|figure] [we may|to] [quote|use], and [why the other differs|rename the other].",
    "[Can we|Could we] [agree|settle] on one [wording|formula] [and retire the rest|for all reports]?",
    "[I would like|We would like] a [short|two-line] [explanation|statement] [for the footnote|to put under the chart].",
  ],
};
