import type { ThemeBank } from "../scene.ts";

/** Somebody cannot see what they should, or can see what they should not. */
export const access: ThemeBank = {
  scenes: [
    {
      head: ["[Read rights|Viewing rights] for {purpose}", "{team} needs to see {sensitive}"],
      turns: {
        ask: [
          "[could I|may I] [get|have] read [rights|access] to {sensitive} for {purpose}? [until|only until] {deadline} [is enough|would do]",
          "I [work|am working] on {purpose} and [need|have] to [see|look at] {sensitive}. [who|which person] [approves|signs off] [that|such things]?",
        ],
        answer: [
          "[read only|just reading], [aggregates|monthly totals] [would|might] do [too|for a start], until {deadline}",
        ],
        diagnose: [
          "[your|the] [role|group] [stops|ends] at the [reporting|summary] layer, {sensitive} [sits|is] in the [restricted|confidential] [zone|area]",
        ],
        fix: [
          "[granted|given] for {weeks}, [read|view] only, [expires|ends] by itself",
          "[made|set up] a [summary|aggregate] view without [ids|personal fields], you [can|are able to] [open|read] it [now|since {clock}]",
        ],
        point: ["[the form|request form] is [linked|there], [owner|approver] is {team}, [takes|usually] {days}"],
      },
    },
    {
      head: ["[Locked out|No entry] since the move to {team}", "'Not authorised' in {tool} since {since}"],
      turns: {
        ask: [
          "[since|after] I [moved|changed] to {team} [everything|all I had] in {tool} [says|answers] '[not authorised|denied]'. [did|have] my rights [get lost|vanish]?",
          "[yesterday|last week] I [could|was able to] [open|query] {sensitive}, today [I get|it's] [a red box|an error]. [nobody|no one] [told|warned] me",
        ],
        answer: [
          "[error|message] [says|reads] '[insufficient privilege|no permission]', [everywhere|on all of it], [my lead|{team}] [is fine with it|agrees]",
        ],
        diagnose: [
          "the [move|HR change] [put|dropped] you [out of|from] the old group and [nobody|no process] [added|put] you [to|into] the new one",
        ],
        fix: ["[added|put] you [to|into] the {team} group, [log out|sign in again] and [it works|try]"],
      },
    },
    {
      head: ["[Stars|Masked values] where {team} needs the real thing", "[Hidden|Masked] cells in the export"],
      turns: {
        ask: [
          "the export [gives|shows] stars where {sensitive} should be. {purpose} [can't|doesn't] work with stars",
          "[why|since when] are [half|some] of the cells [hidden|blacked out]? I [need|only need] {sensitive} for {purpose}, [not for fun|it is agreed]",
        ],
        answer: [
          "[last|in the] export [from|of] {month} [had|showed] [them|it] [plain|in clear], [same|with the same] login",
        ],
        diagnose: [
          "[masking|a masking rule] [went live|was switched on] on {since} for [all|everyone] [but|except] {team}, [no exceptions|nobody listed] so far",
        ],
        fix: [
          "[unmasked|opened] for your [group|team] [until|till] {deadline}, [logged|with a log entry], {team} [agreed|signed]",
        ],
        point: [
          "[intended|that's policy]: [plain|clear] values [only|just] for {team}; [the|use the] hashed [variant|column] [is enough|works] for [joining|matching]",
        ],
      },
    },
    {
      head: ["[Who can see|Too many people see] {sensitive}?", "{sensitive} visible to people outside {team}"],
      turns: {
        ask: [
          "[a contractor|an intern] [showed|sent] me a screenshot [with|of] {sensitive}. [should they be able|are they supposed] to [open|see] that?",
          "[I'm surprised|surprised] that I [can|am able to] [browse|open] {sensitive}, I'm [just|only] in {team}. [please|better] [close|check] it",
        ],
        answer: ["[from|with] the [shared|team] login, [in|via] {tool}, [no|without any] special [request|approval]"],
        diagnose: [
          "the [default|everyone] group [inherited|got] it [in|during] the [move|migration] of {since}, {few} [people|logins] too many",
        ],
        fix: [
          "[closed|removed] it for [everyone|all] but {team}, [checked|went through] the log: {few} [views|queries], [nothing|none] [exported|copied]",
        ],
      },
    },
    {
      head: ["[Service|Job] user lost its rights", "{job} [fails|stopped]: not allowed to read"],
      turns: {
        ask: [
          "{job} [fails|stops] with '[permission denied|not allowed]' since {since}. [same|no] code [change|as before], so [its|the] [login|user] must have [lost|dropped] something",
          "[our|the] [robot|service] user [can't|may not] read {sensitive} [any more|anymore], {purpose} is [on hold|stuck]",
        ],
        answer: ["[only|just] reading, [works|fine] with my own login, [fails|not] with the [service|robot] one"],
        diagnose: [
          "[rights|grants] were [re-created|rebuilt] on {since} and [this|that] user [wasn't|was not] [on the list|included]",
        ],
        fix: [
          "[re-granted|given back], {job} [ran|went through] at {clock}, [and|plus] it's in [code|the list] [now|so it survives]",
        ],
      },
    },
    {
      head: ["[Erasure|Right to be forgotten] and our history", "A person asks to be [deleted|forgotten]"],
      turns: {
        ask: [
          "[a person|someone] [asked|wants] to be [erased|forgotten]. [what|which parts] of their {record} [must go|do we delete], and [what|which] [may|can] [stay|remain]?",
          "[deletion|erasure] request, deadline {deadline}: [where|in which places] do we [hold|keep] [personal|their] [details|traces], and who [wipes|removes] them?",
        ],
        answer: [
          "[legal|they] [says|told me] [30 days|a month], [identity|name-like fields] first, amounts [may|can] stay [if|when] not [traceable|linked]",
        ],
        diagnose: [
          "[profile|identity] part is [in one place|easy], [but|only] the [history|log] [carries|keeps] the [number|id], {few} [copies|extracts] too",
        ],
        fix: [
          "[wiped|erased] the profile, history [re-keyed|pointed] to an anonymous [number|stub], [proof|receipt] [filed|stored]",
        ],
        point: [
          "the steps are [described|listed] there: [profile|identity] gone, amounts [kept|stay] [without|minus] [the|any] link",
        ],
      },
    },
    {
      head: ["[Overdue|Quarterly] review of who may see {sensitive}", "[Recertification|Yearly check] for {team}"],
      turns: {
        ask: [
          "[the yearly|quarterly] review of who [may|can] [see|open] {sensitive} is [overdue|late] by {weeks}. [can I|could I] [get|have] the list of [people|names by id]?",
          "[audit asks|the auditors want to know] who [had|held] rights on {sensitive} [in|during] {quarter}. [do we|can we] [log|trace] that?",
        ],
        answer: ["[per|by] group [is fine|would do], with [date|since when] and [approver|who approved]"],
        diagnose: [
          "{few} [logins|people] on it, [three|four|a handful] without a [reason|ticket], [two|some] [left|have left] the company",
        ],
        fix: [
          "[list|export] [is|sits] in your folder, [leavers|the unneeded ones] [removed|cut], [next|the next] one [is|runs] automatic",
        ],
      },
    },
    {
      head: ["[New colleague|Joiner]: what may they open?", "[Set-up|Start] of an analyst on {deadline}"],
      turns: {
        ask: [
          "[a new analyst|somebody new] [joins|starts] on {deadline}. [which|what] [package|bundle of rights] [is|do we use] for {team}, [with|and what about] {sensitive}?",
          "[my|our] new [starter|colleague] [sees|has] [nothing|an empty screen] in {tool}, [day|it's day] {few} [already|]. [what|anything] did I [forget|miss]?",
        ],
        answer: ["[like|same as] [the|their] predecessor, [without|minus] {sensitive} [at first|for the start]"],
        diagnose: [
          "[login|user] exists, [no|without any] group [though|yet], the request [waits|is stuck] [for|at] {team}'s [approval|ok]",
        ],
        fix: [
          "[starter|standard] package [assigned|set], {sensitive} [left out|not included], [works|live] since {clock}",
        ],
        point: [
          "[starter|onboarding] page [lists|has] the packages [by|per] team, [pick|order] the [second|basic] one",
        ],
      },
    },
    {
      head: ["[A closed door|Blocked] for {team}", "[Urgent|Open] question about [visibility|rights] at {team}"],
      turns: {
        ask: ["{access_story}", "{access_story}. [who can|can someone] [help|sort it out|decide]?"],
        answer: ["[needed|it is] for {purpose}, [read|view] only, [{few}|just a few] people"],
        diagnose: [
          "what you can see hangs on a group that [changed|was rebuilt] [around|on] {since}, {team} [owns|decides on] it",
        ],
        fix: [
          "[corrected|fixed] the group, [those who should|the right people] [can|are able to] [look|read], [the others|all others] [not|can't]",
        ],
      },
    },
    {
      head: ["[Sharing|Sending] {sensitive} outside the company", "May {client} [see|get] {sensitive}?"],
      turns: {
        ask: [
          "{client} [asks|wants] [for|to get] {sensitive} [by|before] {deadline}. [are we|am I] allowed to [send|share] that, and in which form?",
          "[can I|may I] [put|include] {sensitive} in the [pack|file] for {client}? [the contract|they] [says|claim] [yes|we may], I [doubt|am not sure]",
        ],
        answer: [
          "[they|{client}] [need|want] [monthly|daily] [sums|totals], [single|individual] ones [only|just] for {few} cases",
        ],
        diagnose: [
          "[single|individual] ones [contain|hold] [personal|identifying] [parts|fields], [totals|sums] [are|would be] [fine|harmless]",
        ],
        fix: [
          "[built|made] a [shared|secure] view with [sums|totals] [only|, no ids], {client} [gets|has] a login until {deadline}",
        ],
        point: [
          "[policy|the sharing policy]: [sums|groups] over [ten|20] people [ok|are fine], [nothing|none] below, [ask|form for] [legal|privacy] [otherwise|in other cases]",
        ],
      },
    },
    {
      head: ["[One click|Wide open]: {board} for everyone?", "{board} opened to the whole company"],
      turns: {
        ask: [
          "{board} [was|got] [shared|opened] [to|with] the whole company and [drill-down|one click further] [shows|reveals] {sensitive}. [on purpose|deliberate]?",
          "[the link|a link] to {board} [works|opens] without [login|any check], [tried|I tried] in a private window. you get {sensitive} [on page two|right there]",
        ],
        answer: ["[page|tab] two, [bottom|the small grid], [even|also] the download [works|button is there]"],
        diagnose: [
          "[publish|sharing] setting [changed|flipped] on {since} with [the redesign|a copy], [inner|lower] level [wasn't|was never] [locked|protected]",
        ],
        fix: ["[link|sharing] [revoked|off], drill-down [only|just] for {team}, [owner|owners] [informed|told]"],
      },
    },
    {
      head: ["[Rights|Grants] on {table} for {team}", "{team} cannot read {table}"],
      turns: {
        ask: [
          "{team} [can't|cannot] [read|open] {table}, [query|select] [ends|stops] with an error. [needed|we need it] for {purpose}",
          "[please|could you] [give|grant] {team} [read|select] on {table}, [reason|because of]: {purpose}, until {deadline}",
          "[can we|please] [restrict|limit] {table} to {team}? [at the moment|today] [anyone|everyone] [can|may] [read|see] it",
        ],
        answer: ["[all|{few}] of us in {team}, [same|it's the same] error, [reading|select] only"],
        diagnose: [
          "{table} [belongs|is] in the [restricted|confidential] [schema|zone], {team} [isn't|was never] [listed|on the list]",
        ],
        fix: [
          "[granted|select given] to the {team} group, [through|via] a view [without|minus] [the personal|identifying] parts",
        ],
      },
    },
    {
      head: ["[Row-level|Regional] limits are too tight", "{team} sees only a slice of {record}"],
      turns: {
        ask: [
          "I [only|just] [see|get] {segment}, the [rest|others] [are|stay] [invisible|hidden] [for me|under my login]. [totals|my totals] [come|are] {share} [short|too low]",
          "[my|our] [total|count] is {count}, [my lead|<who>] [gets|sees] {count.more} with the [same|identical] page. do [we|our logins] see different [rows|things]?",
        ],
        answer: ["[same|identical] filter, [same|one] minute, [different|two] logins"],
        diagnose: [
          "[row|region] filter on your [group|login] [lets|allows] {segment} [only|alone], set in {month} for [a pilot|the trial]",
        ],
        fix: ["[filter|limit] [lifted|removed] for {team}, you [see|get] {count.more} [too|now]"],
      },
    },
    {
      head: ["[Password|Shared login] for {tool} in a document", "[Shared|Common] login used for {sensitive}"],
      turns: {
        ask: [
          "{few} [people|of us] [use|share] one login to [pull|query] {sensitive}. [can we|could we] [get|have] [personal|own] ones [before|for] the audit?",
          "[the|a] [shared|common] login that [reads|sees] {sensitive} [is|stands] in a [wiki|public] page. [please|someone] [rotate|change] it",
        ],
        answer: ["[for|since] [ages|{month}], [for|because of] {purpose}, [nobody|no one] had their own"],
        diagnose: [
          "that login [can|is able to] read [everything|far too much], {few} [sessions|logons] a day, nobody [can tell|sees] whose",
        ],
        fix: ["[rotated|changed], [own|personal] logins for {few} people, [read|view] on {sensitive} [only|alone]"],
      },
    },
  ],
  turns: {
    tell: [
      "[Outcome|Summary|Closing note] of the [request|question] who may [see|open] {sensitive}.",
      "[As of today|Since {clock}] the rights around {sensitive} are as agreed.",
      "{team} [asked|had asked] to [work|be able to work] with {sensitive} for {purpose}. [This is possible now|That has been arranged].",
    ],
    clarify: [
      "what for, [for how long|until when], and would [totals|sums without ids] [do|be enough]?",
      "[who|which lead] [approved|said yes]? I can't [open|hand out] {sensitive} without an owner's yes",
      "[which|what] login [do you use|are you using], [own|personal] or [shared|service]? and the [exact|full] error?",
      "[is it|do you mean] [empty|no rows] or [refused|an error]? [the first|one] is a filter, [the second|the other] a missing right",
    ],
    diagnose: [
      "rights go by group here, and the lists are [kept by hand|reviewed once a quarter|older than the last re-org]",
      "the access log [goes back to|starts in] {month}, [nothing before that|so that much I can say for sure]",
      "[compared|checked] your login with [two others|a colleague's] from {team}, [the groups differ|one group is different]",
      "{team} [owns|decides on] {sensitive}, [the platform side only|we only] [carries it out|flips the switch]",
    ],
    answer: ["[for|it's for] {purpose}, until {deadline}, [reading|view] only, [lead|{team}] [agrees|said ok]"],
    point: [
      "the rules on who may [see|open] what are there, {team} [decides|approves], [form|request] [at the end|below]",
    ],
    fix: [
      "[rights are set|the groups are corrected] since {clock}, [sign in again|open a new session] and [tell me|shout] if {sensitive} [look|are] wrong",
      "[done as agreed with {team}|approved by {team} and set], [logged|noted] in {ticket}, [ends|expires] on {deadline}",
    ],
    confirm: [
      "[tried it|just signed in again], [I see what I should|exactly what we need], [nothing more|no more than that]",
      "[opens now|no error any more], [thank you|also for the rest of {team}|and the ids stay hidden]",
      "[that covers|it is enough for] {purpose}, [closing {ticket}|we can close this|case closed]",
      "[checked with|asked] a second login, [it's as it should be|same result], so [settled|done]",
    ],
    park: ["[privacy|legal] [must|has to] [look|decide] first, [their|the] next [slot|round] is <later>"],
    defer: [
      "[can't|I can't] [open|grant] it [myself|alone], [owner|approver] is [away|off] until {deadline}, [sorry|asked them]",
    ],
    close: ["[still|we're still] [locked|shut] out, {purpose} [waits|is paused] and I [told|tell] <who>"],
  },
  stakes: [
    "{purpose} [is due|ends] on {deadline}, and [without it|until then] we [cannot|can't] [start|deliver].",
    "[If|Should] [an auditor|the regulator] [find|ask about] it, we have [no answer|a problem].",
    "{few} [people|colleagues] are [waiting|blocked], [two|some] since {since}.",
    "[We|I] do not [want|need] more than [necessary|required]: [no ids|totals], [no|without] [export|download].",
    "[Better|I prefer] [to ask|asking] [now|first] than [to explain|explaining] it [later|to {team}].",
  ],
  requests: [
    "[Please tell me|Could you say] who [approves|decides], and [what|which details] [they need|you need] from us.",
    "[Could you|Please] [open|set up] [a view|something] [without personal parts|with totals only] <soon>?",
    "[Please|Can you] [check|review] who [can|is able to] [see|open] it [today|right now], and [close|remove] what [is not needed|should not be].",
    "Would a [time-limited|temporary] [role|right] be possible, [say|for instance] until {deadline}?",
  ],
};
