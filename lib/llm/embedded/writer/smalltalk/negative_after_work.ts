import type { SmallTalk } from "../scene.ts";

/** What colleagues talk about beside the work. */
export const afterWork: readonly SmallTalk[] = [
  {
    open: [
      "[who|anyone] [wants|up for] {snack} [today|tomorrow] at {clock}? [place|stand] [near|behind] {place}",
      "[lunch|team lunch] {deadline}: {snack} or {snack.2}, [vote|thumbs] by {clock}",
    ],
    reply: [
      "{snack} [always|forever]",
      "{snack.2}, [I'm|trying to be] [healthy|brave]",
      "[in|me], [table|bench] for {few}?",
      "[brought|have] my own, [join|sit] with you",
      "[can't|no], [call|dentist] until {clock}",
      "[that|the] place [closed|burned] [in|last] {month}, [try|there's] the [new|green] one",
      "[cash|card] only there, [warning|mind you]",
    ],
    end: ["[see you|meet] downstairs", "[yum|full], [nap|coffee] now"],
  },
  {
    open: [
      "{weather} [is|looks] [wild|bad] [today|outside], [stay|working] [home|from home] if you [can|like]",
      "[power|tram] [out|down] in [half|parts] of {city} [because of|after] {weather}, [safe|all ok] everyone?",
    ],
    reply: [
      "[safe|fine], [candles|torch] [out|ready]",
      "[tree|a tree] on my [street|car], [no|luckily no] [harm|injuries]",
      "[kids|school] [home|closed], [expect|sorry for] [noise|guests] on calls",
      "{place} [roof|ceiling] [drips|leaks], [bucket|bin] placed",
      "[beautiful|dramatic] sky [though|at least]",
      "[took|took me] {hours} to [get|drive] [in|here]",
    ],
    end: ["[stay|keep] safe", "[over|calm] now, [phew|sun]"],
  },
  {
    open: [
      "{hobby} [tonight|on {deadline}] at {clock}, [usual|same] place, {few} [so far|of us]",
      "[result|score] of {hobby}: [we|our side] [lost|won] [badly|narrowly], [fun|beer] [anyway|after]",
    ],
    reply: [
      "[coming|there], [late|by] {clock}",
      "[rematch|again] {deadline}, [revenge|bring it]",
      "[ankle|shoulder] [hurts|complains], [watching|cheering] [only|]",
      "[who|does anyone] [drives|bike] from {city}?",
      "[bring|lend me] [a spare|shoes], size {few}",
      "[photo|the video] of the [fall|finish] is [gold|art]",
    ],
    end: ["[good|great] game", "[until|see you] {deadline}"],
  },
  {
    open: [
      "[happy|big] birthday to [our|the] [quietest|loudest] [desk|corner], [cake|{snack}] at {place}, {clock}",
      "[collecting|we collect] for a [leaving|wedding] gift, [envelope|jar] at {place} until {deadline}",
    ],
    reply: [
      "[many|happy] returns",
      "[card|the card] [signed|needs signing], [left|second] drawer",
      "[put|dropped] in [a ten|some], [idea|maybe]: {hobby} [voucher|lesson]",
      "[is|any] [gluten-free|vegan] cake [left|there]?",
      "[speech|song], [please|now]",
      "[ten|five] years already, [wow|time flies]",
    ],
    end: ["[thank you|touched], [all|everyone]", "[crumbs|nothing] left"],
  },
  {
    open: [
      "[lost|missing]: [grey|blue] [scarf|umbrella|headphones], [last seen|probably] at {place} [on|around] {day}",
      "[found|picked up] [keys|a glove|one earring] at {place}, [with|has] a [fox|red] [tag|bow]",
    ],
    reply: [
      "[front|the front] desk [box|drawer] is [full|worth a look]",
      "[saw|spotted] [it|something] [near|under] the [printer|bench]",
      "[mine|that's mine], [thank|bless] you",
      "[not|isn't] mine but [pretty|stylish]",
      "[cleaners|the night crew] [put|take] things [to|at] {place}",
      "[had|lost] one [too|as well], [ghost|thief]?",
    ],
    end: ["[found|got it], [relief|thanks]", "[handed|gave] it [in|back]"],
  },
  {
    open: [
      "[podcast|book|series] tip [for|of] the weekend? [long|train] ride to {city}",
      "[finished|watched] the [show|film] everybody [talks|raves] about, [overrated|wow]",
    ],
    reply: [
      "[no|zero] spoilers, [episode|chapter] {few} [here|for me]",
      "[try|read] the [one|thing] about [bees|lighthouses]",
      "[the|that] [ending|music], [goosebumps|tears]",
      "[fell|slept] asleep [twice|at minute {few}]",
      "[book|the original] [was|is] better, [obviously|as always]",
      "[lend|borrow] it? [swap|against] {snack}",
    ],
    end: ["[noted|on my list]", "[enjoy|safe] the ride"],
  },
  {
    open: [
      "[plants|the big plant] at {place} [look|looks] [sad|thirsty], [who|is anyone] [waters|in charge]?",
      "[fridge|kitchen] [clean-out|cleaning] {deadline} at {clock}, [name|label] it or [lose|miss] it",
    ],
    reply: [
      "[watered|drowned] it {day}, [someone|maybe] [again|did too]",
      "[that|the] [yoghurt|soup] is [older|from] [than me|{month}]",
      "[dishwasher|sink] [full|beeps], [not me|again]",
      "[can|could] we [get|buy] a [cactus|plastic one]?",
      "[rota|a list] on the door, [nobody|no one] [signs|obeys]",
      "[left|my] [cheese|pie] is [innocent|labelled]",
    ],
    end: ["[sparkling|clean]", "[green|alive] again"],
  },
  {
    open: [
      "[lift|elevator] [stuck|out] [again|since {clock}], [stairs|legs] to {place}",
      "[fire|alarm] drill [on|this] {deadline}, {clock}, [meet|gather] [at|behind] the [fountain|gate]",
    ],
    reply: [
      "[cardio|sport] [done|for today]",
      "[{few}|four] floors, [pray|think] of me",
      "[coat|jacket] [allowed|on]? [cold|{weather}]",
      "[warden|vest] [duty|person] is [me|our desk], [follow|listen]",
      "[technician|repair] [comes|promised] {deadline}",
      "[missed|slept through] the last one [in|at] {place}",
    ],
    end: ["[running|works] again", "[all|everyone] [out|counted], [good|quick]"],
  },
  {
    open: [
      "[dog|puppy] in the office [today|{deadline}], [allergies|fears]? [small|calm], [answers|listens] to '[biscuit|noodle]'",
      "[my|our] cat [joined|crashed] the call with {client}, [got|earned] [applause|a job offer]",
    ],
    reply: [
      "[photo|pictures] [now|please]",
      "[cuddle|petting] slots [from|at] {clock}?",
      "[promote|hire] [the cat|it]",
      "[allergic|sneezing], [far|other] end of {place} [please|ok]",
      "[mine|my parrot] [swears|sings], [stays|better] home",
      "[treats|biscuits] in my [drawer|bag]",
    ],
    end: ["[best|finest] meeting [ever|this year]", "[asleep|snoring] under the desk"],
  },
  {
    open: [
      "[running|charity] race in {city} [on|around] {deadline}, [team|we] [needs|need] {few} [more|] [legs|people]",
      "[bake|cake] sale [for|to help] the [shelter|school] [made|raised] {amount}, [thank|well] you [all|bakers]",
    ],
    reply: [
      "[signed|put] up, [slow|walking] [pace|group]",
      "[shirt|what colour] [size|are] the shirts?",
      "[lemon|the carrot] one was [heaven|criminal]",
      "[double|round] it up, [from|by] [me|the bosses]?",
      "[training|practice] [lunch|run] {clock}, {place}",
      "[knees|excuse]: [old|broken], [wallet|donation] [open|sent]",
    ],
    end: ["[hero|heroes]", "[see you|meet] at the start"],
  },
  {
    open: [
      "[does anyone know|who knows|who has] a [good|trusted] [plumber|babysitter|vet] in {city}?",
      "[selling|giving away] a [bike|sofa|desk lamp], [good|fair] [shape|condition], [pick|fetch] [up|it] [at|near] {place}",
    ],
    reply: [
      "[yes|mine], [send|message] you [the|] [details|contact] [privately|later]",
      "[interested|I'd take it], [photo|picture]?",
      "[ours|the one we had] was [late|pricey] but [good|kind]",
      "[how|what] [tall|wide]? [tiny|small] flat",
      "[first|dibs], [tonight|after work] ok?",
      "[ask|try] the [noticeboard|board] at {place}",
    ],
    end: ["[sold|gone], [thanks|bye]", "[saved|rescued] me, [cheers|thank you]"],
  },
];
