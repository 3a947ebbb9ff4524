import type { SmallTalk } from "../scene.ts";
import { afterWork } from "./negative_after_work.ts";

/** Ordinary work talk. */
const atWork: readonly SmallTalk[] = [
  {
    open: [
      "[launch|release] of {product} [went|is] [out|live] at {clock}, [smooth|quiet], [thanks|applause] to [all|everybody] who [stayed|helped]",
      "{product} is [live|in the stores], {few} [reviews|stars] [already|so far], [mostly|all] [kind|warm]",
    ],
    reply: [
      "[congrats|bravo], [that|this] was a [long|tough] [month|road]",
      "[champagne|cake] at {place} [from|at] {clock}",
      "[first|my first] [impression|try]: [lovely|snappy], the [colours|icons] [work|shine]",
      "[proud|so proud] of [the team|you], [sleep|rest] now",
      "[small|tiny] typo on the [second|last] screen, [fix|fixing] it [tonight|today]",
      "[{client}|even {client}] [wrote|called] to [congratulate|say well done]",
      "[party|screenshots] or it didn't happen",
    ],
    end: ["[onwards|cheers]", "[thank you|thanks all], [home|bed] time"],
  },
  {
    open: [
      "[out|off] [on|from] {deadline} [for|until] [a week|two days], [call|ask] [my lead|the desk] [if|when] it [burns|is urgent]",
      "[taking|I take] [Friday|the afternoon] off, [dentist|moving house], [back|online] [on|from] {deadline}",
    ],
    reply: [
      "[enjoy|have fun], [send|post] [photos|a postcard]",
      "[good|all the best], [hope|may] it [not hurt|go well]",
      "[noted|ok], [I'll|can] [water|feed] your [plant|cactus]",
      "[who|does anyone] [chairs|run] the [stand-up|weekly] [then|meanwhile]?",
      "[jealous|envy], [weather|sun] in {city} [looks|is] [great|perfect]",
      "[handover|your handover] [read|received], [no|zero] questions",
    ],
    end: ["[thanks|bye], [see you|until] {deadline}", "[safe|good] travels"],
  },
  {
    open: [
      "[office|desk] move: [crates|boxes] [arrive|come] {deadline}, [write|put] your [desk|team] number on [everything|each of them]",
      "[we|our team] [move|moves] to {place} [on|by] {deadline}, [who|anyone] [wants|fancies] the [window|corner]?",
    ],
    reply: [
      "[window|corner] for me, [please|I have plants]",
      "[my|the] [chair|monitor] [stays|must come] with me, [old|best] friends",
      "[is|will] there [be|] [quiet|phone] [booths|rooms]?",
      "[dibs|claim] on the [shelf|lamp] near {place}",
      "[movers|lift] [only|just] [until|till] {clock}, [hurry|plan well]",
      "[labels|tape] [run|ran] out, [more|new ones] at {place}",
    ],
    end: ["[packed|all boxed]", "[see you|meet] on the other side"],
  },
  {
    open: [
      "[support|phone] story of the day: {anecdote}",
      "[you|this] [won't|can't] believe [it|my call], {anecdote}, [best|sweetest] [ever|of the year]",
    ],
    reply: [
      "[crying|laughing], [frame|print] it",
      "[I had|had] [one|him] [too|last year], [legend|classic]",
      "[please|can we] [put|read] that [in|at] the [newsletter|next meeting]",
      "[kind|lovely] people [exist|out there]",
      "[what|how] did you [answer|reply]? [same|in] [style|tone] I hope",
      "[hold|waiting] [music|line] [team|folks] [will|must] [love|hear] it",
    ],
    end: ["[made|saved] my [day|Monday]", "[more|keep them] coming"],
  },
  {
    open: [
      "[copy|text] check: '[simply|just] [better|calmer] with {product}' or '[made|built] for [you|now]'?",
      "[wording|can someone read] the [banner|mail] for {product}? [two|three] [lines|sentences], [tone|mood] [friendly|warm]",
    ],
    reply: [
      "[first|the first], [shorter|crisper]",
      "[second|latter], the [other|first] [sounds|smells] like [soap|insurance]",
      "[drop|lose] the [comma|exclamation mark], [keep|leave] the rest",
      "[legal|lawyers] [want|need] a [footnote|small print], [sorry|as ever]",
      "[read|say] it [aloud|out loud], [stumbles|trips] at '[calmer|built]'",
      "[can|may] we [test|try] both [in|with] [the mail|small type]?",
      "[love|like] it, [ship|send] it",
    ],
    end: ["[first|one] it is", "[taken|changed], [thanks|you wordsmiths]"],
  },
  {
    open: [
      "[wifi|internet] at {place} [down|dead] since {clock}, [phones|hotspots] [work|ok]",
      "[printer|the big printer] [eats|jams] [paper|everything], [tray|drawer] two, [smoke|no smoke] [yet|luckily]",
    ],
    reply: [
      "[turned|switch] it [off|out] and on, [classic|shrug]",
      "[someone|they] [drilled|cut] [into|through] a cable [again|outside]",
      "[IT|helpdesk] [is|are] [on|at] it, [half|an] hour",
      "[working|I work] from {place} [till|until] [then|lunch]",
      "[peace|silence] at last, [nobody|no one] can [call|reach] us",
      "[paper|ink] [ordered|arrives] {deadline}",
    ],
    end: ["[back|up] again, [quick|well done]", "[works|alive], [don't|nobody] touch it"],
  },
  {
    open: [
      "[interview|chat] with [the founders|our CEO] [moved|shifted] to {clock}, {place}, [bring|prepare] [one|your] question",
      "[agenda|plan] for the [offsite|away day] in {city}: [walk|workshop] [first|in the morning], {snack}, [then|after] [games|groups]",
    ],
    reply: [
      "[shoes|what shoes], [mud|hills]?",
      "[train|the train] at {clock}, [meet|group] at {place}",
      "[bring|pack] a [jumper|hat], {weather} [expected|announced]",
      "[roommates|rooms] [drawn|by lot]? I [snore|warn you]",
      "[question|mine]: [four|4] day week, [when|yes or no]?",
      "[vegetarian|veggie] [option|count] [please|]: {few}",
    ],
    end: ["[set|deal]", "[great|perfect], [bags|shoes] packed"],
  },
  {
    open: [
      "[welcome|please welcome] our new [colleague|designer|office manager], [starts|sits] at {place} [today|on {deadline}]",
      "[first|my first] day, [hello|hi], [coming|came] from {city}, [like|into] {hobby} and {snack}",
    ],
    reply: [
      "[welcome|hello], [coffee|lunch] [today|at {clock}]?",
      "{hobby} [group|crew] [awaits|wants you]",
      "[desk|the desk] by the [plant|window] is [the best|cursed], [good|] luck",
      "[ask|shout] [anything|any time], [no|there are no] [stupid|silly] ones",
      "{city}! [studied|grew up] there, [small|tiny] world",
      "[laptop|keys] [ready|waiting] at {place}",
    ],
    end: ["[thanks|so kind], [all|everyone]", "[feels|like] home already"],
  },
  {
    open: [
      "[retro|workshop] notes: [less|fewer] meetings, [more|longer] [walks|focus time], [cameras|cameras off] [optional|on Fridays]",
      "[can|could] we [try|pilot] [a|one] [meeting-free|silent] [Wednesday|morning]? [asking|idea] from {team}",
    ],
    reply: [
      "[yes|please], [hands|both hands] up",
      "[clients|{client}] [won't|don't] [respect|know] it, [but|still] [nice|try]",
      "[did|we had] that in my [old|last] job, [bliss|worked]",
      "[mornings|afternoons] [better|work] for [parents|us]",
      "[vote|poll] [until|by] {deadline}?",
      "[walk|walking] meetings [count|allowed]? {weather} [permitting|aside]",
    ],
    end: ["[trial|pilot] [from|starts] {deadline}", "[agreed|done deal]"],
  },
  {
    open: [
      "[contract|renewal] with {client} is [signed|through], {amount} a year, [two|three] [years|terms]",
      "{client} [visits|comes] {deadline}, [who|can someone] [books|book] {place} and [lunch|{snack}]?",
    ],
    reply: [
      "[booked|reserved], {few} [seats|people]",
      "[great|super] [negotiation|work], [tough|hard] [nuts|lot]",
      "[I|can] [pick|fetch] them [up|] [from|at] the [station|airport]",
      "[last|] time they [loved|praised] the {snack}",
      "[slides|deck] [or|and] [demo|tour]? [fifteen|ten] minutes each",
      "[parking|badge] [arranged|ordered]",
    ],
    end: ["[perfect|all set]", "[good|great] [news|day]"],
  },
  {
    open: [
      "[expenses|travel claims] for {month} [close|are due] {deadline}, [receipts|photos] [please|attached]",
      "[new|the new] travel [policy|rule]: [train|rail] [under|below] {hours}, [hotel|room] up to {amount}... [a night|kidding, less]",
    ],
    reply: [
      "[taxi|cab] [receipt|slip] [washed|lost] in the [laundry|rain], [now|what now]?",
      "[sent|submitted], {few} [coffees|trips]",
      "[sleeper|night] trains [count|allowed]? [romantic|please]",
      "[form|the form] [logs|throws] me out [at|on] page {few}",
      "[who|whom] [approves|signs] while [my lead|she] is [away|off]?",
      "[mileage|bike] money [exists|is a thing], [great|nice]",
    ],
    end: ["[approved|paid out] {deadline}", "[done|in], [ta|thanks]"],
  },
];

export const NEGATIVE_TALK: readonly SmallTalk[] = [...atWork, ...afterWork];
