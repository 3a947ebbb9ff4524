import type { SmallTalk } from "../scene.ts";
import { officeTalk } from "./hard_negative_office.ts";

/** It sounds like data (access, join, duplicate, fresh, pipeline, coverage) and asks nothing of it: products and trade. */
const tradeTalk: readonly SmallTalk[] = [
  {
    open: [
      "[sales|partner] pipeline [looks|is] [thin|healthy] for {quarter}, {few} deals in [late|early] stage, {client} [close to|about to] sign",
      "[who owns|who takes] the {client} lead? it [sits|is] in the [top|second] stage of the [sales funnel|pipeline] [since|for] {weeks}",
    ],
    reply: [
      "I [met|spoke to] them in {city}, [they like|keen on] {product}, [budget|signature] [comes|expected] {deadline}",
      "[moved|pushing] it to [negotiation|the next stage], [legal|their lawyer] has the [draft|paper]",
      "[happy to|can] join the call [with|for] {client} [if|in case] you need a [demo|second voice]",
      "[two|three] [dropped|fell] out [this week|last week], [price|timing], [the usual|nothing we can do]",
      "[forecast|my forecast] call is [at|moved to] {clock}, [bring|please have] your [top|best] three",
      "[coffee|lunch] on me if {client} [signs|closes] before {occasion}",
    ],
    end: ["[great|good], [let's close|go get] [it|that one]", "[deal|fingers crossed], [talk|see you] at {clock}"],
  },
  {
    open: [
      "[recruiting|hiring] funnel [update|news]: {few} [applications|CVs] for the [designer|team lead] role, {few.2} after the first [screen|call]",
      "[how is|where are we with] the [candidate|hiring] pipeline [for|in] {city}? [two|three] [offers|people] [open|pending] I think",
    ],
    reply: [
      "[interviewed|met] one [today|on {day}], [strong|very strong] on [people|craft], [less|weaker] on [planning|English]",
      "[panel|the panel] [needs|lacks] one more [voice|person], [can|could] anyone [cover|take] {deadline} [at|around] {clock}?",
      "[referral|the referral] bonus is [up|raised] [until|through] {deadline}, [tell|ask] your friends",
      "[the|our] job ad [got|has] a [fresh|new] text, [less|no] [jargon|buzzwords], [more|plenty of] {city}",
      "[offer|one offer] [accepted|signed], starts [after|right after] {occasion}, [yay|finally]",
      "[SQL puzzle|take-home] [takes|took] [them|most] {minutes}, [too|a bit] [long|hard] I [think|fear]",
    ],
    end: ["[nice|super], [thanks all|good work]", "[fantastic|well done], [next|another] [round|panel] {deadline}"],
  },
  {
    open: [
      "[duplicate|double] [invite|calendar entry] for {occasion}: one [at|for] {clock}, one [at|for] {clock.2}. [which|what] one is [real|alive]?",
      "I [have|see] {occasion} [twice|two times] in my calendar, [deleting|I'll delete] the [one|copy] without a [room|link]",
    ],
    reply: [
      "[the|take the] {clock.2} one, the [other|first] is a [ghost|leftover] from the [old|former] organiser",
      "[same|also] here, [declined|removed] both [by accident|in panic], [please|can you] [resend|invite me again]",
      "[room|the room] is {place}, [join|dial in] from [home|your desk] if you [like|prefer]",
      "[series|the series] was [re-created|moved] after the [holiday|summer], [sorry|apologies] for the [noise|spam]",
      "[my|the] phone [rings|beeps] [for both|twice], [every|each] [week|time], [loud|love it]",
      "[short|quick] agenda: [hiring|offsite], {product}, [any other business|questions]",
    ],
    end: ["[got it|ok], [see you|until] {clock.2}", "[cleaned up|fixed], [one|single] entry left"],
  },
  {
    open: [
      "[video|the call] with {client} [lagged|froze] [again|terribly], [five|ten] seconds [behind|delay], [anyone|did anybody else] [notice|suffer]?",
      "[big|horrible] lag on [calls|screen sharing] from {place} [today|since {clock}], [audio|my voice] [arrives|comes] late",
    ],
    reply: [
      "[switch|move] to the [cable|other network], [wifi|the signal] [near|at] {place} is [awful|weak]",
      "[I joined|joined] from {city}, [perfect|smooth] there, so it's [the office|your side]",
      "[camera|turn the camera] off [helps|works] a bit, [ugly|sad] but [stable|fluent]",
      "[vendor|the vendor] [rolled|pushed] an update [on|last] {day}, [restart|restarting] [fixes|helped] it for me",
      "[IT|the helpdesk] [knows|is aware], new [boxes|antennas] [arrive|come] <later>",
      "[we|let's] [meet|talk] in person [then|next time], {snack} [included|afterwards]",
    ],
    end: ["[restarted|rebooted], [much|far] better", "[phone|dialling in] it is, [thanks|cheers]"],
  },
  {
    open: [
      "[orphaned|ownerless] [tickets|cards] on our board: {few} [without|have no] [assignee|owner] since the [re-org|team change], [please|can everyone] [claim|adopt] yours",
      "[closing|I'm closing] [stale|old] tracker [tickets|items] from {quarter} [on|by] {deadline}, [shout|say so] if you [still|really] [want|need] one",
    ],
    reply: [
      "[took|claimed] {few}, [mostly|all] about {product}, [the rest|others] [aren't|not] mine",
      "[{ticket}|number {few}] is [dead|obsolete], the [feature|screen] [was|got] [cut|dropped] in {month}",
      "[can|could] we [merge|join] the [two|three] [duplicates|similar ones] about the [button|logo]?",
      "[label|tag] them '[cleanup|spring]' so I [can|could] [filter|find] them",
      "[ours|our team's] are [done|sorted], [board|column] [looks|feels] [fresh|light]",
      "[who|does anyone] [knows|remember] what '[fix|the] {place} thing' [meant|was about]? [I wrote|mine], no [clue|memory]",
    ],
    end: ["[board|all] clean, [thank you|well done]", "[archived|closed] the [rest|remaining {few}], [bye|gone]"],
  },
  {
    open: [
      "[on-call|support] coverage for [the long weekend|{deadline}] has a [gap|hole], [who|can somebody] [takes|take] the [late|night] shift?",
      "[rota|the rota] for {month} is [up|out], [full|complete] coverage [except|but] [the 3rd|Sunday] [evening|night]",
    ],
    reply: [
      "[I can|can] [do|take] it [if|provided] somebody [swaps|covers] my [Tuesday|Friday]",
      "[took|did] the last {few}, [please|maybe] someone [else|fresh]",
      "[swap|trade] for {snack}? [half|only half] [joking|kidding]",
      "[new|the new] colleagues [could|may] [shadow|join] the [early|first] [half|hours]",
      "[pay|the bonus] is [double|extra] on [holidays|that day], [just saying|in case that helps]",
      "[my|the] [train|flight] [lands|is back] at {clock}, [after|from] then I'm [free|available]",
    ],
    end: ["[sorted|covered], [thanks|you're great]", "[rota|plan] updated, [no|zero] gaps [left|now]"],
  },
  {
    open: [
      "{product}: [latency|response times] [climb|went up] to {few} seconds [after|since] the [deploy|release], [rolling|shall we roll] back?",
      "[users|people] say {product} is [slow|laggy] on [old|cheap] phones, [graph|p95] [shows|confirms] {share} [more|worse] [than|since] {month}",
    ],
    reply: [
      "[image|the image] [cache|loader] [looks|seems] [cold|guilty], [warming|fix] in [review|progress]",
      "[rolled|rolling] back [one|a single] node [first|to compare]",
      "[only|just] Android, [iOS|iPhones] [smooth|fine], [repro|video] in {ticket}",
      "[backlog|queue] of [push|notification] [jobs|messages] is [draining|shrinking], [service|app] [recovers|is coming back]",
      "[design|we] [wanted|asked for] that [animation|shadow], [I|we] can [live|do] without",
      "[status|the status] page is [yellow|updated], [support|team] [knows|is briefed]",
    ],
    end: ["[green|fast] again since {clock}", "[rolled back|reverted], [retro|post-mortem] {deadline}"],
  },
  {
    open: [
      "[bug|glitch] in {product}: the [save|back] button [appears|shows] twice [on|with] [small|rotated] screens, [harmless|ugly]",
      "[the|our] [search|filter] field in {product} [loses|forgets] its [text|focus] when [you|one] [switch|change] tabs",
    ],
    reply: [
      "[can|I can] reproduce, [css|layout] [thing|issue], [one|two]-line [fix|patch]",
      "[only|just] in [dark|landscape] mode [here|for me], [charming|odd]",
      "[add|put] it to the [release|next] train, [not|no] a [blocker|show-stopper]",
      "[QA|testers] [has|have] it as {ticket}, [duplicate|same] of [an older|last month's] one",
      "[pixel|the mock] says [eight|twelve], [we|code] [have|says] ten, [somebody|someone] [owes|buy] {snack}",
      "[merged|in the branch], [preview|build] [ready|comes] in {few} minutes",
    ],
    end: ["[ships|goes out] {deadline}, [ta|thanks]", "[verified|looks good] on [my|three] phone[s|]"],
  },
  {
    open: [
      "[press|newspaper] coverage of {praise} [is|was] [great|lovely], [five|{few}] articles [and|plus] a [podcast|radio bit]",
      "did [anyone|you] [read|see] the piece [about|on] {praise}? [source|they] [quotes|quote] us [fairly|nicely] [for once|]",
    ],
    reply: [
      "[photo|the picture] has no [attribution|credit], our [photographer|designer] [is|was] [sad|cross]",
      "[my|even my] [mother|landlord] [sent|forwarded] me the [link|clipping]",
      "[headline|title] [a bit|slightly] [much|over the top], [text|rest] [fair|solid]",
      "[PR|comms] [did|deserve] a [great|fine] job, [cake|{snack}] for them",
      "[framing|printing] it for {place}",
      "[comments|the comments] are [mixed|funny], [don't|never] [read|scroll] [below|down there]",
    ],
    end: ["[proud|happy] [day|week]", "[well|really well] deserved, [all|team]"],
  },
  {
    open: [
      "[industry|vendor] newsletter [says|claims] [lakehouses|AI agents|vector search] will [replace|eat] [everything|us all] by next year. [who|does anyone] [believes|buy] [it|that]?",
      "[conference|the data conference] in {city} [has|opened] [early|cheap] tickets until {deadline}, [worth|is it worth] it?",
    ],
    reply: [
      "[went|I went] last year, [good|great] [hallway|coffee] talks, [dull|weak] [keynote|panels]",
      "[talk|a talk] on [streaming|lineage] [sounds|looks] [fun|decent], the [rest|others] [sells|is ads]",
      "[budget|training money] [covers|pays] [two|one] of us, [draw|toss] a coin?",
      "[recordings|videos] [appear|come] online [anyway|later], [couch|sofa] wins",
      "[their|the] [stickers|socks] are [legendary|the best], [go|worth it] for [those|that]",
      "[we|our team] [tried|piloted] that [tool|product], [fresh|shiny] but [pricey|immature]",
    ],
    end: ["[booked|going], [who joins|come along]", "[skip|passing], [next|maybe next] year"],
  },
  {
    open: [
      "[privacy|security] training [is|falls] due {deadline}, [takes|needs] {minutes}, [access|entry] to {place} [stays|is] [unaffected|the same], [promise|they say]",
      "[reminder|please]: the [yearly|mandatory] [compliance|PII] course, {share} [of us|] [finished|done] [so far|]",
    ],
    reply: [
      "[done|finished], the [quiz|test] has [trick|funny] questions about [printers|post-its]",
      "[video|the clip] [hangs|stops] at [minute|slide] {few}, [reload|refresh] [works|helped]",
      "[same|isn't that the same] as last year? [deja-vu|I remember the sofa scene]",
      "[certificate|badge] for the [wall|fridge], [proud|printed]",
      "[can|may] we do it [together|as a group] with {snack}?",
      "[my|the] link [expired|is dead], [who|whom do I] [resend|ask]?",
    ],
    end: ["[100%|all] [done|complete], [thanks|bravo]", "[passed|certified], [see you|until] next year"],
  },
];

export const HARD_NEGATIVE_TALK: readonly SmallTalk[] = [...tradeTalk, ...officeTalk];
