import type { ThemeBank } from "../scene.ts";

/** A step or a source is not recorded, so that credit or conversion can't be computed. */
export const attribution: ThemeBank = {
  scenes: [
    {
      head: [
        "Where do {share} of our [sign-ups|newcomers] come from?",
        "[Origin|Source] unknown for {share} of newcomers",
      ],
      turns: {
        ask: [
          "[since|after] the {month} release {share} of [newcomers|new people] have no [origin|source]. [did|has] the [tag|marker] [fall off|get lost]?",
          "[almost|nearly] {share} of [last week's|{month}'s] [newcomers|joiners] [are|count as] 'direct', it was {pct} [before|in spring]. [I don't believe it|hard to believe]",
        ],
        answer: ["[both|all] platforms, [worst|mostly] on [the app|mobile], [began|since] {since}"],
        diagnose: [
          "the [new|redesigned] [landing|start] page [drops|strips] the [parameters|tags] [on|at] the redirect, so everybody from {source} looks 'direct'",
        ],
        fix: [
          "[tags|parameters] [survive|are kept through] the redirect since {clock}, [lost|past] ones [can't|won't] come back, [page|board] has a note",
        ],
      },
    },
    {
      head: ["More people at {step.2} than at {step}", "[Impossible|Odd] rates between {step} and {step.2}"],
      turns: {
        ask: [
          "{step.2} [shows|has] {count} more people than {step}, the step before it, so a [conversion|rate] [over|above] 100%. [what isn't|which events aren't] [recorded|firing]?",
          "[how can|why do] more people [reach|get to] {step.2} than [ever|] [passed|did] {step}? [looks like|I think] we [miss|lose] [signals|events]",
        ],
        answer: ["[mostly|only] [on|for] {segment}, [since|from] {since}, [other|the other] steps [fine|plausible]"],
        diagnose: [
          "[signal|event] for {step} [isn't|is not] [sent|fired] when people [use|take] the [short|quick] path, [about |]{share} of them",
        ],
        fix: ["the [short|quick] path [fires|sends] {step} too since {clock}, [rates|rate] [back|is] at {share}"],
      },
    },
    {
      head: ["[Spend|Budget] on {source} without any visible effect", "Is {source} worth {amount} a month?"],
      turns: {
        ask: [
          "we [put|spent] {amount} [into|on] {source} in {month} and [can't|cannot] [show|prove] [a single|one] [buyer|customer] for it. [tagging|tags] [broken|missing]?",
          "{board} gives {source} zero [credit|conversions], [yet|though] newcomers [mention|name] it in the [survey|form]",
        ],
        answer: ["[links|our links] [carried|had] the tag, [checked|I checked] {few} [of them|myself]"],
        diagnose: [
          "[tags arrive|the tag arrives], but we only [keep|know] the [four|five] old ones and put {source} under 'other'",
        ],
        fix: [
          "[added|registered] {source}, [recovered|rebuilt] {weeks} from the [raw|web] logs, {count} [credited|assigned]",
        ],
      },
    },
    {
      head: ["[From web to app|Between web and app] the trail ends", "Web visitors become strangers in the app"],
      turns: {
        ask: [
          "[people|they] [start|begin] on the web and [finish|end] in the app, [there|where] they [look|are] [brand-new|like strangers]. [can|could] we [connect|stitch] that?",
          "[the|our] [referrer|origin] is lost [when|once] [someone|a visitor] [switches|moves] to the app, for {share} of {step} there is none",
        ],
        answer: ["[worse|mostly] on [iOS|phones], [the store|app store] [sits|is] [in between|in the middle]"],
        diagnose: [
          "[store|the store] [swallows|cuts] the tag, [no|we have no] [common|shared] [marker|visitor id] [across|for both]",
        ],
        fix: [
          "[hand-over|deferred link] [built|in], [{share}|most] of [switchers|them] keep their origin since {since}",
        ],
      },
    },
    {
      head: ["[Referral|Invite] bonus without a referrer", "Who invited whom? {few} bonuses unclear"],
      turns: {
        ask: [
          "{few} [bonuses|rewards] were [claimed|paid] for [invites|referrals] and [we|nobody] [know|can tell] who [invited|referred] whom",
          "[a friend signs|people sign] up through an invite and that isn't [noted|kept], so nobody gets the credit",
        ],
        answer: [
          "[code|the code] was [typed|entered] by hand in {few} [cases|of them], [link|by link] in the [rest|others]",
        ],
        diagnose: [
          "[typed|hand-typed] codes [aren't|are not] [stored|passed on], [only|just] [clicked|followed] links are",
        ],
        fix: ["codes [go|come] [through|along] since {since}, {few} [open|past] cases [assigned|settled] by hand"],
      },
    },
    {
      head: ["After the consent banner: visits [vanish|fall]", "[Consent|Banner] change cuts what we see"],
      turns: {
        ask: [
          "since the [new|changed] banner on {since} we [see|get] {share} fewer [visits|views] before {step}. [people|visitors] [gone|really gone] or [just|only] [unseen|not measured]?",
          "{step} [halved|dropped {share}] on {since}, [orders|the end of the path] [didn't|did not]. [the banner|our banner], [I guess|probably]?",
        ],
        answer: ["[Europe|the UK] [more|worse] than the US, [end|last] step [flat|unchanged]"],
        diagnose: [
          "[right|yes], [without|no] consent no [signal|event], [accept|consent] [rate|share] [is|at] {share}, [so|and] the [early|upper] steps [shrink|look smaller]",
        ],
        fix: [
          "[anonymous|cookie-free] counting for {step} [live|on] since {clock}, [chart|board] [scaled|marked] from {since}",
        ],
        point: ["[expected|not a bug], [how to|the guide how to] [read|compare] before and after [is|stands] there"],
      },
    },
    {
      head: ["[Campaign|Action] '{source}': nothing to report", "[Readout|Results] of {source} impossible"],
      turns: {
        ask: [
          "[I must|have to] report on {source} for {occasion}, the [campaign|action] [marker|id] is [blank|empty] on {share} of [the|all] [visits|{step}]",
          "I can't tell which of our {few} [ads|creatives] on {source} worked, they all [share|carry] one [empty|blank] [name|marker]",
        ],
        answer: ["[agency|{client}] [set|filled] them [I was told|they say], [started|ran] {since}"],
        diagnose: [
          "[the|our] agency [used|writes] another [spelling|parameter name], [we|our parser] [read|expect] [ours|the old one] [only|]",
        ],
        fix: ["[both|either] [spellings|names] [accepted|read], {share} [recovered|filled] from the raw [hits|log]"],
      },
    },
    {
      head: ["Which [touch|contact] gets the credit for {step}?", "First or last: credit for {step}"],
      turns: {
        ask: [
          "[only|just] the last [contact|touch] before {step} is [kept|noted], so we never give {source} any credit. [can we|could we] keep the first one [too|as well]?",
          "[all|everything] goes to the [final|last] click since [earlier|previous] ones [aren't|are not] [stored|recorded], {source} may open the [journey|path] and still look useless",
        ],
        answer: ["[first|the first] plus last [would|is] enough, [whole|full] [path|journey] [nice|better]"],
        diagnose: [
          "[each|every] new touch overwrites the [one before|old one], [nothing|no trace] of the [path|journey] [remains|is left]",
        ],
        fix: ["first touch [is|gets] [kept|stored] since {since}, we count {count} [openings|starts] from {source}"],
      },
    },
    {
      head: ["[Credit|Path] cannot be traced for {team}", "[Blind spot|Hole] on the way to {step}"],
      turns: {
        ask: ["{funnel_story}", "{funnel_story}. [can anyone|who can] [shed light|help|explain]?"],
        answer: ["[since|it began] {since}, [app|both] [mainly|mostly], {source} [worst|most of all]"],
        diagnose: [
          "[the|that] [step|signal] [isn't|is no longer] [recorded|sent] [since|after] the [release|change] of {since}, [so|therefore] [nothing|no credit] [can be|is] computed",
        ],
        fix: [
          "[signal|it] [fires|is recorded] again since {clock}, the [hole|gap] [stays|is marked] [from|between] {since} [and|until] today",
        ],
      },
    },
    {
      head: ["[Offline|Event] leads look like everyone else", "{client}: people from the [booth|fair] untraceable"],
      turns: {
        ask: [
          "[people|those] we [met|won] [at|with] {client} [join|sign up] later and [nothing|no mark] [shows|says] it, [so|and] the [booth|stand] [looks|seems] [useless|like a waste]",
          "[leaflet|QR] codes [were|got] scanned {count} times, [none|not one] [appears|is visible] [before|at] {step}",
        ],
        answer: ["[code|the code] [opens|leads to] the [plain|normal] start page, [I think|I believe]"],
        diagnose: [
          "the [QR|printed] link [had|has] no [tag|marker] [in it|at all], [so|and] [everyone|they all] [count|land] as [direct|unknown]",
        ],
        fix: ["[new|fresh] codes with a [tag|marker], [old|printed] ones [redirect|forward] with it since {clock}"],
      },
    },
    {
      head: ["Drop-off after {step} cannot be measured", "[Between|From] {step} and {step.2} we are blind"],
      turns: {
        ask: [
          "[between|from] {step} [and|to] {step.2} [we|I] [have|see] nothing. {share} never make it and [nobody|no one] [knows|can say] where they [stop|leave]",
          "[we|I] know who [did|reached] {step} and who [did|reached] {step.2}, the [screens|stages] [in between|between] [leave|send] no [trace|signal]",
        ],
        answer: [
          "[three|four] screens [in between|there], [none|not one] [tracked|instrumented], [as|] far as I [see|know]",
        ],
        diagnose: [
          "the app [never sends|doesn't send] a signal on those [screens|stages], [planned|was planned] in {month} and [dropped|cut]",
        ],
        fix: [
          "[signals|events] for [all|the] {few} screens [shipped|live], [first|the first] week: most [leave|stop] at the [second|third]",
        ],
      },
    },
    {
      head: ["[Sessions|Visits] of {record} missing", "{record} without a visit before them"],
      turns: {
        ask: [
          "{share} of {record} [have|come with] no visit [before|in front of] them. [how|by what way] did [they|those people] get [in|there]?",
          "[I try|trying] to [credit|assign] {record} to {source} and for {share} [there's|I find] no [visit|journey] [at all|to start from]",
        ],
        answer: ["[logged-in|returning] people [mostly|largely], [from|through] {source} [often|now and then]"],
        diagnose: [
          "[visit|journey] id [isn't|is not] [handed|passed] to the [payment|last] page [since|after] {since}, so the [end|result] [hangs|stands] alone",
        ],
        fix: [
          "[id|it] is [handed|passed] on [again|since {clock}], {pct} [without|lack] one, [that's|which is] [normal|ad blockers]",
        ],
      },
    },
    {
      head: ["{table} and the way people came in", "[First contact|Origin] for rows of {table}"],
      turns: {
        ask: [
          "[for|with] {table} I [can't|am unable to] [say|tell] [which|what] {source} [brought|led] [them|people] [in|there], the [way|path] before {step} [isn't|is not] [recorded|kept]",
          "[using|with] {table} as the end of the path, the [start|beginning] is [missing|unknown] for {share}. [any|is there any] [trace|log] of {step}?",
        ],
        answer: ["[all|everything] [after|since] {since}, {source} and {source.2} [alike|both]"],
        diagnose: [
          "the [step|stage] before {table} [leaves|writes] nothing since {since}, [credit|conversion] [stops|ends] there",
        ],
        fix: ["recording of {step} [resumed|is back], rows since {clock} [have|get] an origin"],
      },
    },
    {
      head: ["[Holdout|Test group] contaminated: who saw what?", "Exposure of the {product} test not recorded"],
      turns: {
        ask: [
          "[who|which people] [saw|got] {product} in the test [isn't|was not] [recorded|logged], [only|just] who [was meant|should]. [lift|effect] [can't|cannot] be [computed|shown]",
          "[the|our] test on {product} ran {weeks}, [exposure|who saw it] is [blank|unknown] for {share}. [wasted|all for nothing]?",
        ],
        answer: ["[assigned|planned] {count}, [seen|shown]: {count.less} [known|recorded]"],
        diagnose: [
          "the [view|exposure] signal [fires|is sent] [after|only after] the [page|animation], [fast|quick] people [leave|are gone] before",
        ],
        fix: [
          "[fires|sent] [first|at the start] since {clock}, [test|the test] [restarted|goes on] [clean|from {deadline}]",
        ],
      },
    },
  ],
  turns: {
    tell: [
      "[Explanation|Outcome|Summary] of the [missing|unknown] origins [before|around] {step} [in|since] {month}.",
      "[We|Some of you] [found|noticed] that {source} [got|received] no credit [since|from] {since}. [That is over|It has been corrected].",
      "{step} is [recorded|measured] again [as of|since] {clock}.",
    ],
    clarify: [
      "[app|is it app] or web, and [which|what] [version|release]? [smells|looks] like [the|a] [release|change] [of|around] {since}",
      "is the [tag|marker] missing from the start, or does it get lost between {step} and {step.2}?",
      "[paid|only paid] or [all|also organic] [sources|visits]? [could|can] you [send|share] one [link|example link text]?",
      "[which|what] [rule|credit] do you [use|apply], first or last [touch|contact]?",
    ],
    diagnose: [
      "the [raw hits|server logs] [show|have] them, [only|just] without [a sender|anything that says from where]",
      "[looked at|followed] {few} [journeys|cases] by hand, [all|most] [go dark|break off] right before {step}",
      "[two|three] [signals|events] share one name there, [we keep|our side keeps] only the [last|first]",
      "[people|the people] are [there|real], [only|just] the [way|path] [before|up to] {step} is [missing|not kept]",
    ],
    fix: [
      "the missing [signal|tag] is [back|recorded again] since {clock}, [{source} gets its share|new ones have an origin] from now on",
      "[shipped|released] with {ticket}, [first|today's] {count} [visits|journeys] [carry|have] their origin",
    ],
    confirm: [
      "[I see|there are] {count} [with an origin|credited] since {clock}, [that's what I hoped for|good enough for {occasion}]",
      "{source} [finally|] shows up [in {board}|with a number], [closing {ticket}|solved for us]",
      "[path|the way] to {step} is complete [for today's|in my test], [no hole left|thank you]",
    ],
    answer: ["[app|mostly app], [from|since] {since}, {source} [fell|went] to [zero|nothing]"],
    point: [
      "[tracking|the tracking] plan [says|lists] what is [recorded|measured] at {step}, [caveats|known holes] [in|under] section [two|three]",
    ],
    park: [
      "[app|the app] team [must|has to] [send|add] the signal, [their|the] next [train|release] is <later>, {ticket}",
    ],
    defer: ["[can|could] [rebuild|estimate] [a part|{share}] from [web|server] logs, [not|but not] before <later>"],
    close: ["we [plan|go on] blind [then|for now], the budget of {source} stays on [trust|faith]"],
  },
  stakes: [
    "[Next|The next] budget round [is|comes] on {deadline}, and {source} [may|could] lose {amount} [without|for lack of] proof.",
    "[We|I] [pay|owe] {client} per [head|success] and [cannot|can't] [check|verify] their bill.",
    "[Every|Each] week [like this|without it] is a week we [cannot|can't] [rebuild|recover].",
    "[The|Our] [test|pilot] [ends|is read out] at {occasion}, [half|most] of it [useless|void] like this.",
    "{team} believes in {source}; [nobody|no one] can [show|prove] that it works.",
  ],
  requests: [
    "[Could you|Can you] [find out|check] where the [trail|signal] [ends|gets lost], and [since when|from which version]?",
    "[Please|Can you] [record|keep] the [way in|origin] [again|as before], and [mark|flag] the [hole|gap] in {board}.",
    "Would a [rebuild|recovery] from [raw|server] logs be possible, at least for {month}?",
    "[Who|Which team] [owns|looks after] the [signals|tags] [at|around] {step}?",
  ],
};
