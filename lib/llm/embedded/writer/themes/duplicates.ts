import type { ThemeBank } from "../scene.ts";

/** The same thing is stored more than once. */
export const duplicates: ThemeBank = {
  scenes: [
    {
      head: ["[More rows than|Fewer ids than] {record} in {month}", "{count} {record}, {count.less} ids"],
      turns: {
        ask: [
          "[counting|I count] {count} {record} for {month} but [only|just] {count.less} [different|distinct] ids. [shouldn't|wouldn't] those be [equal|the same]?",
          "rows and ids [don't|do not] [match|agree] for {day}: {few} [more rows|rows too many]. [harmless|ok to ignore]?",
        ],
        alert: [
          "uniqueness [test|check] on {table} [failed|red]: {few} ids [appear|occur] [twice or more|more than once], [limit|allowed] 0",
        ],
        answer: ["[mostly|largely] pairs, [a few|some] [threes|triples], [all|nearly all] [from|on] {day}"],
        diagnose: [
          "[a consumer|one worker] restarted at {clock} and [re-read|replayed] {minutes} of [messages|events], [{count}|those] [landed|got written] again",
          "the [second|later] copies [came|arrived] [{minutes}|a bit] after, [same|identical] content, [only|just] the load time differs",
        ],
        fix: [
          "[kept|keeping] the first [arrival|copy] per id, {count} [surplus|extra] rows [gone|removed], [test|check] green",
          "[purged|deleted] the replay, [and|plus] a [guard|row_number filter] [merged|added] so it [can't|won't] happen again",
        ],
      },
    },
    {
      head: ["{metric} [too good|exactly 2x] on {day}", "[One hour|Part] of {day} counted [again|over]"],
      turns: {
        ask: [
          "{metric} for {day} [between|from] {clock} [and|to] an hour later is [exactly|precisely] 2.00 times [the usual|last week]. [too neat|suspiciously round] to be [real|demand]",
          "[wow|great] numbers [on|for] {day}, [unfortunately|but] {feed} [only|just] [confirms|has] half of [them|it]",
        ],
        alert: [
          "[volume|row count] of {table} on {day} {share} [above|over] {feed}, [one|a single] hour [sticks out|stands out]",
        ],
        answer: ["[only|just] that hour, [before|the hour before] and after [are|look] [normal|as always]"],
        diagnose: [
          "that hour was [loaded|written] [by both|first by] {job} [and|then again by] the [catch-up|manual] run",
        ],
        fix: ["[dropped|removed] the [second|extra] load of that hour, {metric} [fell|is back] to {count}"],
      },
    },
    {
      head: [
        "[Somebody|A customer] was [charged|shown] the same thing again",
        "[Complaints|Tickets]: identical {record} on one day",
      ],
      turns: {
        ask: [
          "[support has|we have] {few} people who [see|got] the [same|identical] entry [again and again|more than once], [amount, time, everything|to the second]. [charged|real] or [just|only] [shown|display]?",
          "[one|a single] event, [three|several] lines [on|in] the [statement|overview], the [bank|vendor] [only|just] [knows|has] one",
        ],
        answer: ["[the id is|ids are] [the same|identical] too, [so|hence] not [three|several] real ones"],
        diagnose: [
          "[display only|only stored that way]: [retries|a retry] at {feed} [created|left] {few} copies of each, money [moved|flowed] once",
        ],
        fix: ["[collapsed|merged] them to one per id, {team} [can|may] [tell|calm] the {few} people"],
      },
    },
    {
      head: [
        "[One person|The same person] under [several|two] numbers",
        "{record}: who is who after the [merge|migration]",
      ],
      turns: {
        ask: [
          "[I found|there are] people [who sit|sitting] in the base [under|with] {few} numbers, [same|all the same] [details|profile]. [which|what] one [do we|should we] keep?",
          "[after|since] the [merge|migration] [on|of] {since} the base [grew|is up] {pct} overnight, [nobody|no one new] [joined|signed up]",
        ],
        answer: [
          "[{few}|about {count}] [pairs|cases], [created|all born] [around|on] {since}, [different|only the] number [only|differs]",
        ],
        diagnose: [
          "the [import|migration] [ran|went through] again with [new|fresh] numbers for [the same|existing] people, {count} [of them|in total]",
        ],
        fix: [
          "[merged|folded] {count} pairs [into|to] the [older|first] number, the base is [down|back] to {count.less}",
        ],
      },
    },
    {
      head: ["{team} [paid|counted] {record} again", "[Reversal|Clawback] of {amount} needed?"],
      turns: {
        ask: [
          "we [paid|credited] {amount} more than {feed} [owes|says], [looks as if|I think] {few} {record} [went|were taken] [in again|along once more]",
          "[accrual|the accrual] for {month} is {share} [too high|over], [same|identical] {record} [in there|included] [again|more than once]",
        ],
        answer: ["[list|sheet] [attached|sent], {few} [lines|entries], [amount and date|all fields] [equal|identical]"],
        diagnose: [
          "[correct|indeed], the [re-delivery|second delivery] of {feed} on {day} [wasn't|was not] [recognised|caught] as [known|old]",
        ],
        fix: ["[the surplus|extra entries] [removed|cancelled], {team} [claws back|got the list for] {amount}"],
      },
    },
    {
      head: ["[Which copy|Which row] is the right one?", "[Conflicting|Slightly different] copies of {record}"],
      turns: {
        ask: [
          "{few} {record} [exist|are there] [in two|in several] versions, [same id|one id], [slightly|one field] different. [first|earliest] or [last|latest] [one wins|counts]?",
          "[when|if] an id [comes|turns up] with [another|a changed] [amount|status], do [we|reports] take the [older|newer]? {board} and {tool} [disagree|do it differently]",
        ],
        answer: [
          "[differs|the difference is] in the [amount|status] for {pct} [of them|of the pairs], [else|otherwise] [equal|identical]",
        ],
        diagnose: [
          "{board} [takes|keeps] the first [load|arrival], {tool} [whatever comes|just takes] last, [so|therefore] [{few}|some] differ",
        ],
        fix: ["[rule is|settled:] earliest load wins, [applied|live] in [both|all] [views|layers]"],
        point: [
          "[house rule|our rule]: earliest [arrival|load] wins, the view named [first|first-arrival] [does|applies] it",
        ],
      },
    },
    {
      head: ["[Import|Upload] done again by mistake", "[Accidental|Manual] re-run of {job}"],
      turns: {
        ask: [
          "I [may have|think I] [pressed|started] {job} again [for|on] {day} [while|although] it had [run|finished]. are there {count} rows too many [now|]? [sorry|my fault]",
          "[someone|somebody] [uploaded|imported] the {month} file [again|once more], [can it|can that] be [undone|taken out]?",
        ],
        answer: [
          "[started|pressed] at {clock}, [ran|went] through [green|without errors], [so|hence] probably all in [again|a second copy]",
        ],
        diagnose: [
          "[yes|confirmed], {count} [rows|entries] of {day} [are in there|exist] [as pairs|more than once], [newer|the newer] ones [marked|stamped] {clock}",
        ],
        fix: [
          "[took|rolled] the [newer|second] [set|batch] out, {job} [refuses|rejects] a [known|finished] day [now|from today]",
        ],
      },
    },
    {
      head: ["[Same|Identical] {record} again in {month}", "{board} overstates {record}"],
      turns: {
        ask: ["{repeat_story}", "{repeat_story}. [can you|could someone] [check|look]?"],
        alert: ["[repeat|copy] monitor[ red|]: {repeat_story}"],
        answer: ["[ids too|the ids] are [identical|the same], [spread|gap] between copies [is|about] {minutes}"],
        diagnose: [
          "{feed} [re-sent|resends] when it [gets|hears] no [confirmation|reply] in time, [we|our side] [store|keep] [each|every] attempt",
          "[a retry|retries] [during|after] {cause} [wrote|left] [extra copies|more than one], {count} [in all|so far]",
        ],
        fix: [
          "[one per id|kept one of each], {count} [surplus|extra] [rows|lines] [out|deleted], [retries|resends] are [recognised|ignored] [now|from {clock}]",
        ],
      },
    },
    {
      head: ["[Fan-out|Multiplied rows] after adding details", "{board}: each {record} several times after the change"],
      turns: {
        ask: [
          "since [the change|the new version] [on|of] {since} each of my {record} [shows|appears] {few} times in {board}, [once|one line] per [detail|entry]",
          "[sum|total] in {board} [exploded|went up {share}] [when|after] we [attached|added] the {owner} [details|attributes]",
        ],
        answer: [
          "[same|one] id, [repeated|again and again], the {owner} [part|half] [is|looks] [identical|the same too]",
        ],
        diagnose: [
          "the {owner} side [holds|has] [two|several] rows per id since {since}, so every [match|hit] [multiplies|comes out several times]",
        ],
        fix: [
          "[removed|cleaned] the [surplus|repeated] {owner} rows, one per id, {board} [total|sum] [is|back at] {amount}",
        ],
      },
    },
    {
      head: ["{table}: ids that occur more than once", "[Key|Uniqueness] check on {table} since {since}"],
      turns: {
        ask: [
          "in {table} [I find|there are] {few} ids with [more than one row|two or more rows], [expected|should be] one each. [bug|intended]?",
          "[grouping|when I group] {table} by id, {count} ids have two rows[ or three|]. [real|may I delete them]?",
        ],
        alert: ["{count} [repeated|recurring] keys in {table} [since|after] {clock}, [yesterday|normally] {few}"],
        answer: ["[loaded|the copies were loaded] {minutes} apart, [all other|otherwise] columns [equal|same]"],
        diagnose: [
          "[at-least-once|no exactly-once] delivery, [each|any] hiccup of {feed} [leaves|creates] {few} [copies|repeats]",
        ],
        fix: [
          "the [clean|deduped] view [keeps|takes] the earliest, [raw|base] [stays|is untouched] for [audit|the record]",
        ],
        point: ["don't use the [raw|base] one, [use|take] the [clean|first-arrival] view [on top|above it]"],
      },
    },
    {
      head: [
        "[Renewals|Bookings] billed again? {count} cases",
        "{count} {record} with [equal|the same] amount and minute",
      ],
      turns: {
        ask: [
          "{count} {record} [share|have] amount, [minute|time] and [person|owner] with [another|a neighbour]. [coincidence|chance] or [copies|replay]?",
          "[pairs|I see pairs] of {record} [less than|within] [a second|{minutes}] [apart|of each other], [equal|same] to the cent, {amount} [in sum|together]",
        ],
        answer: ["their ids differ [by one|slightly], the rest is [the same|equal]"],
        diagnose: [
          "[the app|{feed}] [fired|sent] on each tap, [impatient|double-tapping] people [made|produced] [pairs|copies] with [new|own] ids",
        ],
        fix: [
          "[paired|matched] them by content, {count} [flagged|marked] as [copy|repeat] and [left|taken] out of {board}",
        ],
      },
    },
    {
      head: [
        "Refunds [exceed|are above] the [originals|purchases] of {month}",
        "[Returns|Credits] of {month} stored again and again",
      ],
      turns: {
        ask: [
          "[refunds|credits] for {month} are {share} of [volume|the total], [impossible|can't be]. [the same|identical] ones [keep|seem to be] [coming in|repeating]",
          "{few} [credits|refunds] [show|are stored] on [three|two] consecutive days [each|], [should|must] be one",
        ],
        answer: ["[same reference|the reference is identical], [date of|only the] load [moves|changes] by a day"],
        diagnose: [
          "[open|pending] ones are [sent|delivered] [daily|every day] until [settled|closed], we [append|add] instead of [replacing|updating]",
        ],
        fix: ["[only|just] the latest state per reference [is kept|stays], {count} [older|earlier] ones [out|dropped]"],
      },
    },
    {
      head: [
        "[Backfill|Catch-up] of {day} wrote over existing rows?",
        "After the backfill: {record} of {day} too high",
      ],
      turns: {
        ask: [
          "[after|since] the backfill of {day} I [have|see] {count} {record}, {feed} [has|says] {count.less}. [did it|has it] [add|come on top] [instead of|rather than] [replace|replacing]?",
          "{day} was [low|short], was [repaired|backfilled], and [now|since then] is [too high|over] by {count}",
        ],
        alert: [
          "[reconciliation|count check] for {day}: {table} {count}, source {count.less}, [after|since] the backfill",
        ],
        answer: [
          "[the ones|those] from before {clock} are in [again|there a second time], [the rest|later ones] [fine|once]",
        ],
        diagnose: [
          "backfill [started|began] [an hour|{hours}] too early, [that|the overlap] [exists|is stored] [again|as pairs], {count} rows",
        ],
        fix: ["[overlap|the overlap] [removed|cut], {day} [equals|is at] {count.less}, [same|exactly] as {feed}"],
      },
    },
    {
      head: ["[Mailing|Campaign] sent to the same people again", "[List|Export] of {record} contains repeats"],
      turns: {
        ask: [
          "[the export|my list] for the mailing [has|contains] {count} [lines|rows] but [fewer|only {count.less}] people, [some|a few] got [it|the mail] {few} times",
          "{few} people [wrote|complained] [that|because] they [got|received] the same [letter|push] [again and again|several times], the [list|segment] [is|comes] from {tool}",
        ],
        answer: ["[no filter|straight export], {segment}, [one|single] id [up to|as often as] {few} times"],
        diagnose: [
          "the [segment|list] [reads|builds on] a [table|source] with a row per [change|load] [rather than|not] per person",
        ],
        fix: [
          "[list|segment] [takes|keeps] one row per person, {count.less} [remain|left], [re-export|please re-export]",
        ],
      },
    },
  ],
  turns: {
    tell: [
      "[Clean-up|Summary|Outcome] of the [surplus|repeated] {record} [in|of] {month}.",
      "{count} {record} were [stored|kept] more than once [on|around] {day}. [They are gone|We removed them].",
      "[Correction|Restatement] for {day}: {metric} [was|had been] {share} too high.",
    ],
    clarify: [
      "is the id the same too, or [only|just] the [content|amount]? those are different [problems|animals]",
      "[how far|how much time] apart [are|between] the copies, [seconds|minutes] or a [day|whole day]?",
      "[do you count|are you counting] [rows|lines] or ids? and from [which|what] [layer|view]?",
      "[one|is it one] bad [hour|day] or [all over|spread over] {month}?",
    ],
    diagnose: [
      "[the ids|contents] are [the same|identical] down to the [cent|second], [only the load time moves|so it's the load, not the business]",
      "[checked|went through] {few} [pairs|of them] by hand, [every one|each] is a [repeat|second write], [none|not one] is real",
      "it [only|just] [hits|concerns] {month}, [the weeks before|other months] have one row each",
      "{pct} [surplus|too many], [nearly|almost] all [within|inside] {minutes} on {day}",
    ],
    answer: ["[same id|identical id], [same|identical] amount, {minutes} [apart|between them]"],
    point: [
      "[see|read] the [page|note] on [repeats|copies]: keep the earliest [load|arrival], [filter|snippet] [included|is there]",
    ],
    confirm: [
      "[one row each|every id once] now, {count} [in total|altogether], [as it should be|just like {feed}]",
      "[counted again|re-counted] {month}, rows and ids [agree|are equal], [closing|solved]",
      "{metric} [looks|is] [sane|plausible] again, [nobody will be paid twice|I told {team}]",
      "[no repeats left|not one repeat] in [my list|{tool}], [thanks|we can close {ticket}]",
    ],
    park: [
      "[exactly-once|a real guard] [needs|is] [work|a project] at {feed}, [until then|meanwhile] [filter|count ids]",
    ],
    defer: [
      "[I removed|removed] [part|{share}] of [them|the surplus], [the rest|others] [need|take] a [closer|second] look <later>",
    ],
    close: [
      "[the copies|they] [stay|are still there], I [count|use] ids [instead|for now] and [divide|correct] by hand",
    ],
  },
  stakes: [
    "[It inflates|This inflates] {metric} by {pct}, and [nobody|no one] [believes|trusts] the [rest|page] any more.",
    "[Real money|{amount}] [may have gone|went] out [again|on top] because of it.",
    "[Customers|People] [see|noticed] it [before we do|first], {few} [complained|wrote] so far.",
    "[We caught|I caught] it by [chance|luck]; [other days|older days] [may be|could be] [affected|hit] too.",
    "{team} [subtracts|corrects] it by hand [every|each] [week|month].",
  ],
  requests: [
    "[Please|Could you] [keep|leave] one of each and [take out|remove] the rest <soon>, [including|also in] [older|past] weeks.",
    "[Can you|Could you] [confirm|tell us] how many there are, and [since when|on which days]?",
    "Which [one|copy] [counts|should stay], and [can we|could we] [block|stop] the [next|following] ones?",
    "[Is there|Do we have] a [clean|tidy] view that [we should|I can] [use|read] instead?",
  ],
};
