import type { ThemeBank } from "../scene.ts";

/** Data arrives late or has stopped arriving. */
export const freshness: ThemeBank = {
  scenes: [
    {
      head: ["Nothing [written|recorded] for hours on {day}", "{record} of {day}: [a hole|hours missing]"],
      events: ["write_gap"],
      turns: {
        ask: [
          "{day} has [a hole|hours without anything], no {record} at all [from {clock} on|between {clock} and the evening]. customers [were|kept] busy, so [where are they|what happened]?",
          "was there an [outage|interruption] on {day}? [we see|I have] [no|zero] {record} for [half the day|{hours}], then [a flood|everything at once]",
          "[what happened|did something break] on {day}? the [hourly|intraday] curve [drops|falls] to [nothing|zero] [for {hours}|around {clock}] and [then jumps|comes back later]",
        ],
        alert: [
          "no rows [written|landed] in {table} since {clock} on {day}, [expected|usual] [about|around] {count} an hour. [paging|looking]",
          "[zero-row|silence] alarm for {day}: {table} [quiet|without writes] for {hours}, source [is up|keeps sending]",
        ],
        answer: [
          "[the whole|all of the] [afternoon|morning] of {day}, all [segments|groups], [after|since] {clock} [it's back|normal again]",
        ],
        diagnose: [
          "the writer [hung|was stuck] from {clock}, [messages|events] of {day} [piled up|are queued], [nothing|none] lost, [just|only] not [written|landed]",
          "[stopped|halted] on {day} after {cause}, [the queue|backlog] [holds|kept] everything, [replay|catch-up] takes [about |]{hours}",
        ],
        fix: [
          "[replayed|backfilled] {day}, [all hours|the hours] are [filled|there], {count} rows [came in|landed] at {clock.2}",
          "writer restarted, {day} [re-loaded|caught up] [completely|to the last hour], [alarm|monitor] added for [silence|zero rows] over {minutes}",
        ],
      },
    },
    {
      head: ["{record} of {day} [came in|arrived] {hours} late", "[Slow|Late] loads on {day}"],
      events: ["lag_incident"],
      turns: {
        ask: [
          "[numbers|figures] for {day} [kept|were] [growing|moving] until [the evening|night], at {clock} we [only had|had] {share}. [what held it up|why did it take so long]?",
          "for {day} the [morning|10am] mail [went out|was sent] half [empty|full], the rest [trickled|dripped] in {hours} [later|after]",
        ],
        alert: [
          "{day}: [arrival|load] delay on {table} [p95|tail] [at|reached] {hours}, [target|agreed] 90 minutes",
          "{table} [running|is] {hours} behind on {day}, [the backlog|queue] [shrinks|is draining] [slowly|at last]",
        ],
        answer: [
          "[on|for] {day} only, [by|at] {clock} [half|{share}] was [in|there], [full|complete] [after midnight|the day after]",
        ],
        diagnose: [
          "[on|] {day} [the workers|{job}] [crawled|ran slowly] after {cause}, [each|every] batch took [{minutes}|three times as long]",
          "{feed} [delivered|sent] {day} in one [lump|go] at the end, [normally|usually] it's [a steady trickle|every few minutes]",
        ],
        fix: [
          "{day} is complete [since|as of] {clock}, [extra workers|a second worker] [added|running], delay [back|down] to {minutes}",
        ],
      },
    },
    {
      head: ["{board} [stuck|frozen] since {clock}", "{board} shows no movement today"],
      turns: {
        ask: [
          "{board} [hasn't moved|shows the same number] since {clock}[ yesterday|]. [is it broken|should I wait]?",
          "[same|identical] figure in {board} [three|two] mornings in a row, [down to|to] the last [digit|cent]. [asleep|stuck]?",
        ],
        alert: [
          "{table} [newest|latest] row is {hours} old, [agreed|promised] 90 minutes, {board} [hangs|depends] on it",
        ],
        answer: [
          "[yes|right], [refreshed|reloaded] [twice|several times], [still|always] {count} and '[last|as of] {clock}'",
        ],
        diagnose: [
          "{job} [died|stopped] at {clock} [after|because of] {cause}, [nothing|no step] [after it|downstream] [ran|started]",
          "[the run|{job}] is [waiting|blocked] on {feed}, [their|the] [file|drop] [hasn't come|is not there]",
        ],
        fix: [
          "[restarted|kicked] {job}, [caught up|all in] at {clock.2}, {board} [moves|is current] again",
          "[re-run|rerun] [done|finished], [newest|latest] {record} are {minutes} old, [retry|alarm] added",
        ],
      },
    },
    {
      head: ["[Half|Part] of yesterday missing in {board}?", "Sales dip that [is|may be] none"],
      turns: {
        ask: [
          "{metric} [is|looks] {share} [down|lower] yesterday and [everyone|<who>] [panics|asks me]. [real|true], or [just|only] [half|part of] the day?",
          "[big|ugly] dip [at|on] the right [end|edge] of the chart, [I doubt|not sure] it's real: the last {hours} [look|seem] [empty|too thin]",
        ],
        answer: ["[ends|it ends] at {clock}, [before|up to then] it's [like|on par with] last week"],
        diagnose: [
          "[not real|false alarm for the business]: the [day|evening] [isn't|wasn't] [fully|completely] in, [{share}|the rest] came after {clock}",
        ],
        fix: [
          "[the day is|yesterday is] complete [now|since {clock}], {metric} [is|sits] {pct} up, and [open|unfinished] days are [greyed|hatched] [out|from now on]",
        ],
        point: [
          "[anything after|rows after] the '[complete until|full up to]' mark is [still coming|not final], the mark is [top right|under the title]",
        ],
      },
    },
    {
      head: ["When will {record} of [last night|{day}] be in?", "[ETA|Time] for {record} before {occasion}"],
      turns: {
        ask: [
          "when [do we get|can I expect] the {record} of last night? [need them|they're needed] for {occasion} [at|around] {clock}",
          "[ETA|any ETA] for [complete|full] {record}? [I present|we are on] at {clock} and [right now|at the moment] I [have|see] {share} of [normal|a normal day]",
        ],
        answer: ["[at the latest|I need it] {clock}, [even|also] [90%|most of it] [would help|is fine]"],
        diagnose: [
          "{job} is [at|on] {share}, [finishes|done] [around|by] {clock} [if nothing else breaks|at this speed]",
        ],
        fix: ["[all in|complete], {clock}, [go ahead|you can present], the last [batch|part] had {count} {record}"],
      },
    },
    {
      head: ["[File|Delivery] from {feed} [late again|not there]", "{feed}: no delivery since {clock}"],
      turns: {
        ask: [
          "[again|once more] [nothing|no delivery] from {feed} [this morning|by {clock}], [third|second] time this [month|week]. [is somebody|who is] [chasing|calling] them?",
          "{feed} [usually|normally] [drops|sends] its [file|batch] before {clock}, [not today|today nothing], {team} [can't|cannot] start",
        ],
        alert: ["[drop|delivery] of {feed} [overdue|missing] by {hours}, {count} {record} [expected|outstanding]"],
        answer: ["[last one|latest] [we got|received] was [on|from] {day}, {clock}, [complete|normal size]"],
        diagnose: [
          "[called|asked] {feed}: {cause}, they [resend|deliver] [by|around] {clock}",
          "it [arrived|came], [but|only] [to the old|in the wrong] [folder|place], [because of|after] {cause}",
        ],
        fix: [
          "[picked|read] it [up|in] by hand, [complete|all {count}] [since|at] {clock}, [path|contact] [corrected|updated]",
        ],
      },
    },
    {
      head: ["{team} [sees|works with] yesterday's world", "Today's {record} invisible to {team}"],
      turns: {
        ask: ["{late_story}", "{late_story}. [known|what's going on|who is on it]?"],
        alert: [
          "[age|recency] monitor[ red|]: {late_story}",
        ],
        answer: [
          "[everything up to|until] {clock} is there, [after|beyond] that [nothing|silence], [same|also] in {board}",
        ],
        diagnose: [
          "[the pipe|{job}] [fell behind|is lagging] [since|from] {clock} [after|due to] {cause}, [about|roughly] {hours} to [go|catch up]",
          "[the queue|input] is [full|fine], our [side|writer] [stalls|stops] [every few minutes|on one bad batch]",
        ],
        fix: [
          "[skipped|removed] the bad batch, [caught up|level] at {clock.2}, {count} {record} [came|landed] in one go",
        ],
      },
    },
    {
      head: ["[Evening|Night] hours absent from {board}", "{board} always ends at {clock}"],
      turns: {
        ask: [
          "every [morning|day] the last hours of the day before are [blank|missing] in {board}, [by|around] noon they [appear|fill]. [could they|can they] be there earlier?",
          "[our|the] [best|strongest] hours are the evening ones and [exactly|just] those [show up|come] [at lunch|the next noon]",
        ],
        answer: [
          "[today|this morning] it [ended|stopped] at {clock}, [yesterday|the day before] [at|around] {clock.2}",
        ],
        diagnose: [
          "{job} [starts|runs] at {clock} and takes what is there, the [evening|rest] [comes|lands] {minutes} [after|later], [next|so next] chance is noon",
        ],
        fix: [
          "[moved|shifted] the start to {clock.2} plus a [second|follow-up] run, evening [is|will be] in before [breakfast|8am]",
        ],
      },
    },
    {
      head: ["[How current|How old] is {board}?", "Age of the {record} behind {board}"],
      turns: {
        ask: [
          "[can I|how can I] [tell|see] [how current|how old] {board} is? [no|there's no] timestamp and I [nearly|almost] [sent|used] [old|Monday's] numbers",
          "[for|during] {occasion} I [need|have] to say [as of when|how old] the {record} are. [yesterday evening|last night]? [this morning|an hour ago]?",
        ],
        answer: [
          "[hourly|every hour] would be [great|ideal], [once|one time] before {clock} [is|would be] [enough|ok]",
        ],
        diagnose: [
          "right now {hours} [behind|old], [agreed|promised] are 90 min, [so|meaning] we [miss|break] it [since|from] {since}",
        ],
        fix: ["'[data until|complete to]' stamp [added|now on] {board}, [red|turns red] [after|over] {hours}"],
        point: [
          "[status page|the load page] [shows|has] the newest row per source, {minutes} is [normal|usual], over {hours} we [get|are] paged",
        ],
      },
    },
    {
      head: ["Decisions taken on [old|incomplete] {record}", "{team} acted on half a day"],
      turns: {
        ask: [
          "{team} [cut|doubled] a budget [at|around] {clock} because {metric} [looked|was] [weak|low], [an hour later|by noon] it was [normal|fine]. [we need|can we have] [complete|full] {record} before {clock}",
          "[two|several] alerts fired [overnight|at night] since [nothing|hardly anything] had [come in|landed] [since|after] {clock}, [nothing wrong|all fine] in [reality|the shop]",
        ],
        answer: ["[at that time|then] we [had|saw] {share} of the [final|later] number"],
        diagnose: [
          "the [first|early] run [only gets|sees] what [arrived|landed] by {clock}, [{share}|a third] [comes|lands] later, [worse|more] since {since}",
        ],
        fix: [
          "[alerts|rules] [wait|hold] until the day is [full|complete], and the [early|first] run [moved|starts] {minutes} later",
        ],
      },
    },
    {
      head: ["[SLA|Promise] of 90 minutes missed since {since}", "Load times of {record} getting longer"],
      turns: {
        ask: [
          "we [promised|agreed] 90 minutes, [lately|since {since}] it's [more like|closer to] {hours}. [is that|will it be] [permanent|the new normal]?",
          "[over|in] the past {weeks} {record} [get|land] [later and later|a bit later each day], [from|was] {minutes}, now {hours}",
        ],
        alert: [
          "95th percentile of [delay|arrival] on {table} [at|is] {hours} [this week|for {days}], [target|limit] 90 min",
        ],
        answer: ["[measured|timed] it for {days}: {minutes}, then {minutes.2}, now {hours}"],
        diagnose: [
          "volume [grew|is up] {share}, {job} [didn't|wasn't scaled], [each|a] run [overlaps|runs into] the next",
          "[one|a single] slow [step|query] in {job} [eats|takes] {minutes}, [because|since] {cause}",
        ],
        fix: [
          "[split|parallelised] the [run|step], [down to|now] {minutes}, [within|under] the promise [again|with room]",
        ],
      },
    },
    {
      head: ["[Test|Sandbox] full, {environment} empty: {record}", "{job} did not run on {day}"],
      turns: {
        ask: [
          "did {job} [run|start] [on|for] {day}? [I see no|there's no] trace in the log and {board} [is blank|has nothing]",
          "{record} for {day} [never came|didn't come], {day} is [simply|just] [absent|skipped], [before and after|the others] are [ok|there]",
        ],
        alert: ["{job}: no [start|heartbeat] since {clock}, {table} misses its [daily|next] load"],
        answer: ["[log|last line] says [finished|success] on {since}, [nothing|no entry] [after|since]"],
        diagnose: [
          "[the schedule|trigger] was [switched off|paused] [during|with] {cause} and [forgotten|never switched on again]",
        ],
        fix: ["[schedule on|resumed], [caught up|ran] {days} in one go, [newest|latest] {record} from {clock}"],
      },
    },
    {
      head: ["[Streaming|Live] view [behind|lagging] by {hours}", "Launch day: [live|intraday] figures are not live"],
      turns: {
        ask: [
          "[launch|big day] today and the '[live|real-time]' view is [stuck|sitting] at {clock}. [we fly|we're flying] blind",
          "[how live|how real-time] is the live view? {team} [compares|holds it] with the till and we [trail|are behind] by {hours}",
        ],
        answer: [
          "[till|app] [says|has] {count}, view [says|has] {count.2}, [gap|difference] [grows|is growing] [every hour|steadily]",
        ],
        diagnose: [
          "[today's|the] volume is [three|two] times normal, [workers|consumers] [can't keep|don't keep] up, [backlog|queue] {count}",
        ],
        fix: [
          "[doubled|added] workers, [queue|backlog] [empty|gone] at {clock}, view [trails|is behind] by [a few minutes|{minutes}]",
        ],
      },
    },
    {
      head: ["{table}: [newest|last] row is {hours} old", "[Is|Has] the load of {table} [paused|stopped]?"],
      turns: {
        ask: [
          "the [newest|latest] [entry|row] in {table} is from {clock}, [{hours} ago|that's {hours}]. [paused|stopped] on purpose?",
          "[querying|reading] {table} and [nothing|no row] [newer|younger] than {clock} [comes|is there]. [my cache|me] or [the load|you]?",
        ],
        alert: ["[max|newest] row of {table} [stands|is] at {clock}, {hours} [old|without news], [warn|limit] 90 min"],
        answer: [
          "[yes|right], [straight|directly] from the table, [no|without] cache, [same|also] [for|with] a colleague",
        ],
        diagnose: ["[not you|it's us], {job} [fails|retries] since {clock}, {cause}"],
        fix: ["{job} [works|runs] again, the [newest|latest] row is {minutes} old"],
      },
    },
  ],
  turns: {
    tell: [
      "[Post-mortem|Short note|All clear] on the {record} that [came in|arrived] {hours} [late|behind schedule] [this week|in {month}].",
      "[Yesterday|On {day}] {board} [stood still|stopped moving] for {hours}. [This is over|It is current again].",
      "[We owe you|Here is] an explanation for the [thin|incomplete] figures [of|around] {day}.",
    ],
    clarify: [
      "what does '[as of|last updated]' say, and on which [page|tile]?",
      "[all segments|every group] or [only|just] {segment}? [that tells|it would tell] me which [stream|batch] [is stuck|to look at]",
      "[by when|until when] do you need it [complete|full]? I [can|could] [bump|prioritise] [one|a single] run",
      "is it [empty|nothing at all] or [thin|just low] [since|after] {clock}?",
    ],
    diagnose: [
      "[queue|backlog] is at {count} [and falling|and not moving yet], [nothing is lost|all of it is kept]",
      "[last good run|the last complete load] was [at {clock}|before {cause}], [since then|after that] [each try fails|only part of it gets through]",
      "[the load itself|each batch] takes {minutes} [instead of|where it used to be] a few, [that adds up|and they queue]",
      "[upstream|the source] is [healthy|fine], [so it's|the delay is] between [landing|arrival] and {board}, [about|roughly] {hours}",
    ],
    answer: ["[last|newest] I see is {clock}, [nothing|not a row] [since|after], {segment} [included|too]"],
    point: [
      "[the status|load status] page [says|shows] it: [running|on the way], [expected|due] {clock}",
      "[by design|planned]: [that|this] source [comes|loads] once a day at {clock}, [listed|noted] on the [schedule|timetable]",
      "[look at|use] the [hourly|intraday] view, it's {minutes} [behind|old], the [daily|other] one [closes|is cut] at {clock}",
    ],
    confirm: [
      "[it's all in|complete here too], [last row|newest entry] from {clock}, [right on time|in time for {occasion}]",
      "{board} [moves again|is up to date], [I can present|we're good to go], [thanks|closing {ticket}]",
      "[{day} is full|all hours are there] [now|on my side], [same level as last week|as it should be]",
      "[delay is gone|no wait any more] since {clock}, [solved|resolved for {team}]",
    ],
    park: ["[faster|hourly] loads [need|mean] [new|other] [hardware|licences], [so|hence] <later> [at best|earliest]"],
    defer: [
      "{share} of it is in [now|since {clock}], for the rest I have no time [yet|to give you]",
    ],
    close: [
      "it's still [at|from] {clock}, so [we present|I show] [yesterday's|the old one] and [say so|add a remark]",
    ],
    chime: [
      "[same|also] {clock} here, {board.2} [too|as well]",
      "[our|the] alerts [misfire|went off] for the same reason I [guess|think], {hours} [without|of no] data",
    ],
  },
  stakes: [
    "{occasion} [starts|is] at {clock}, and [half a day|an incomplete day] [looks|reads] like a [collapse|crisis].",
    "{team} [steers|decides] [by the hour|intraday], [so|and] {hours} [is|are] [an eternity|too long].",
    "[It is|That makes it] the [third|fourth] time [since {month}|this quarter].",
    "[We sent|I had to send] a correction [to|after] {few} [readers|people] [already|last time].",
    "[Nobody|No one] [notices|can see] it until [a customer|somebody] [complains|calls].",
  ],
  requests: [
    "[Please tell us|Can you say] [when|at what time] it will be [complete|caught up], and [what went wrong|the cause].",
    "[Could we|Can we] [get|have] a [warning|banner] [whenever|when] it is [older than|over] {hours}?",
    "[Can|Could] the [run|load] [start|be moved] earlier, [so that everything is|to have it all|with everything] in by {clock}?",
    "[Please|Kindly] [re-run|catch up] [the missing|those] hours <soon> and [drop|send] a note [when done|after].",
  ],
};
