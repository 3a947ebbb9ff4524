import type { SmallTalk } from "../scene.ts";

/** The vocabulary of data in doors, tables, rows and streams of another kind. */
export const officeTalk: readonly SmallTalk[] = [
  {
    open: [
      "my [badge|card] [doesn't|won't] open {place} [any more|since {day}], who [grants|gives] [access|entry] [these days|]?",
      "[badge|door] access for {few} [visitors|guests] on {deadline}, [who|can reception] [prints|print] the [passes|cards]?",
    ],
    reply: [
      "[front|the front] desk [re-codes|resets] it in [two|five] minutes, [bring|take] your [old|plastic] one",
      "[same|mine too], [permission|rights] for {place} [ended|expired] with the [move|renovation]",
      "[visitors|guests] [need|must have] an escort [past|beyond] {place}, [company|house] rule",
      "[tailgate|walk in] with me, I'm [there|around] at {clock} [daily|most days]",
      "[facility|the building] team [swapped|changed] the readers [on|last] {day}, [half|some] cards [went|are] [dead|mute]",
      "[list|guest list] [closes|must be in] by {clock}, [full|first] names not [needed|required]",
    ],
    end: ["[works|opens] again, [merci|thank you]", "[passes|cards] are at {place}, [all set|done]"],
  },
  {
    open: [
      "[guest|seating] list for the {quarter} dinner: {few} [yes|coming], [please|kindly] [no|avoid] duplicates, [partners|plus-ones] in the [second|right] column",
      "[table|who's at which table] for [the gala|the dinner]? {few} seats, [three|four] [rows|tables] [near|by] the [stage|door]",
    ],
    reply: [
      "[put|seat] me [next|close] to [support|legal], [good|great] stories [there|]",
      "[vegan|vegetarian] here, [also|and] [allergic|no] to nuts",
      "[I'm|am I] [on|listed] twice, [delete|strike] one, [or|unless] I get two [desserts|puddings]",
      "[front|first] row [please|], [my|bad] eyes",
      "[can't|sadly can't] [come|join], [flight|train] to {city} [at|around] {clock}",
      "[dress|is there a dress] code? [asking|I ask] for a friend [in|with] shorts",
    ],
    end: ["[list|seating] [closed|final], [see you|until] then", "[noted|added], [looking forward|can't wait]"],
  },
  {
    open: [
      "[join|come and join] {hobby} [on|this] {deadline}? [fresh|new] faces [welcome|wanted], [no|zero] [skill|experience] [needed|required]",
      "[left|inner] or [outer|right] lane, [the|our] {hobby} [group|club] [meets|starts] at {clock} [near|by] {place}",
    ],
    reply: [
      "[in|count me in], [bringing|I bring] [a friend|my own gear|{snack}]",
      "[what|which] level? I [last|] [did|tried] {hobby} [at school|ten years ago]",
      "[knee|back] says [no|not yet], [will|I'll] [cheer|watch] [with|holding] {snack}",
      "[we|last week] [were|had] {few}, [record|most] [so far|this year]",
      "[meet|start] [earlier|later]? [kids|school run] [until|till] {clock}",
      "[a|the] [trial|first] evening is [free|on the house], [after|then] {amount} [a year|per season]",
    ],
    end: ["[great|lovely], [see you|meet] at {place}", "[signed|added] you [up|to the list]"],
  },
  {
    open: [
      "[who left|did someone leave] the [coffee|espresso] machine on '[descale|clean]'? [no|not a drop of] fresh [beans|coffee] since {clock}",
      "[coffee|bean] pipeline [update|status]: [new|fresh] [roast|bags] [from|of] {city} [arrived|are in], [old|stale] ones [go|are] [free|for grabs]",
    ],
    reply: [
      "[pressed|hold] the [left|blue] button {few} seconds, [alive|works] [again|now]",
      "[stale|old] ones [taste|are] like [cardboard|wet carpet], [fresh|new] ones [please|]",
      "[oat|the oat] milk is [out|gone] [again|too], [ordered|on its way]",
      "[tea|green tea] people [win|remain calm] [again|as ever]",
      "[queue|line] at {place} is {few} [deep|people], [backpressure|chaos]",
      "[my|the] [mug|cup] with the [cat|fox] [vanished|is missing], [reward|bounty]: {snack}",
    ],
    end: ["[brewing|back in business], [enjoy|cheers]", "[fixed|refilled], [you're welcome|first cup mine]"],
  },
  {
    open: [
      "[join|please join] the [all-hands|town hall] at {clock}, [stream|link] in the [invite|calendar], [Q&A|questions] [after|at the end]",
      "[the|our] [all-hands|town hall] [stream|broadcast] [drops|cuts out] [for|in] {city}, [join|dial] by phone [if|when] [stuck|lost]",
    ],
    reply: [
      "[sound|audio] [fine|good] [here|in {city}], [picture|video] [freezes|hangs] [now and then|a bit]",
      "[slides|the deck] [will|to] be [shared|posted] [after|tonight], [recording|video] too",
      "[can|could] we [ask|post] questions [anonymously|without our id]?",
      "[last|row] seats at {place} [taken|gone], [stand|standing] [by|near] the door",
      "[great|good] [segment|bit] on {praise}, [goosebumps|clap]",
      "[late|running late], [save|keep] me a [seat|chair] [please|]",
    ],
    end: ["[thanks|great session], [all|everyone]", "[recording|replay] is [up|there], [bye|done]"],
  },
  {
    open: [
      "[parking|garage] [permissions|permits] for {quarter}: [apply|send your plate] by {deadline}, [row|level] B is [closed|for bikes]",
      "[someone|a grey van] [blocks|is parked in] [row|column] C at {place}, [please|kindly] move [it|]",
    ],
    reply: [
      "[not|isn't] mine, [try|ask] [the|our] [caterer|{client}]",
      "[my|the] [permit|sticker] never [arrived|came], [who|whom do I] [ask|chase]?",
      "[bike|cycling] [wins|is faster], {minutes} from {place}",
      "[barrier|the gate] [reads|takes] plates [late|slowly] when [wet|it rains], [back|roll] up and [retry|again]",
      "[level|row] B [opens|is back] after [painting|repairs], [end of|in] {month}",
      "[carpool|sharing a ride] from {city}? [two|one] seat[s|] free",
    ],
    end: ["[moved|gone], [sorry|thanks]", "[permit|sticker] [found|on my desk], [all good|ta]"],
  },
  {
    open: [
      "[shout-out|kudos] to [support|the front desk]: [zero|no] [backlog|open calls] [on|since] {day}, [first|the first] time [in|since] {month}",
      "[huge|big] thanks for {praise}, {few} people [merged|joined] forces, [what|such] a [team|crew]",
    ],
    reply: [
      "[well|so] deserved, [cake|{snack}] at {place} [at|around] {clock}",
      "[clap|bravo], [frame|print] that [chart|number]",
      "[they|you] [make|made] it look [easy|simple]",
      "[quality|calm] under [pressure|load], [impressive|chapeau]",
      "[next|can the next] [round|trophy] [goes|go] to [facilities|the night shift]?",
      "[song|playlist] [of|for] the day, [loud|volume up]",
    ],
    end: ["[cheers|hooray]", "[see you|meet] at the [cake|table]"],
  },
  {
    open: [
      "[library|book] club: [volunteers|who wants] to [index|catalogue] the {few} [new|donated] titles, [duplicates|doubles] go to [charity|the school]",
      "[missing|lost]: [volume|part] two of the [trilogy|series], [shelf|row] {few} at {place}, [last|] [seen|spotted] {day}",
    ],
    reply: [
      "[found|saw] it [under|behind] the [sofa|plant] at {place}",
      "[I have|have] it [at home|in my bag], [back|return] {deadline}, [spoiler|warning]: [good|sad] end",
      "[can|could] we [get|add] a column for '[borrowed|lent] by'? [paper|pen and paper] [list|is fine]",
      "[happy|glad] to [sort|help] on {deadline}, [dust|sneezing] and all",
      "[the|that] [schema|order] by colour is [pretty|lovely] and [useless|maddening]",
      "[audio|the audio] version [is|was] [great|better], [long|perfect for] [commute|walks]",
    ],
    end: ["[back|safe] on the shelf", "[sorted|shelved], [tea|{snack}] now"],
  },
  {
    open: [
      "[school|summer] permission slips for the [family|kids] day: [hand|drop] them [in|off] at {place} by {deadline}",
      "[family|kids] day on {deadline}: [face|fancy] masks, [sack|egg] race, {snack} [for|in] [all|plenty]",
    ],
    reply: [
      "[two|three] kids, one [dog|scooter], [ok|allowed]?",
      "[mine|my son] [wants|insists] to [see|visit] the [server|printer] room, [access|entry] [possible|allowed]?",
      "[rain|what's the] plan [b|for] {weather}? [tent|hall] [booked|ordered]",
      "[I|we] [bring|lend] [chairs|a tent], [row|rows] of ten",
      "[grill|who mans the grill], [again|as ever] the [finance|legal] [lot|folks]?",
      "[last|] year's [photo|picture] wall was [gold|great], [repeat|again please]",
    ],
    end: ["[signed|slips in], [see you|until] there", "[sun|weather] ordered, [bye|great]"],
  },
  {
    open: [
      "[car|my car] dashboard [shows|has] a [red|yellow] [light|warning] [since|after] {place} ramp, [anyone|who] [knows|recommend] a [garage|mechanic] in {city}?",
      "[bus|train] line {few} [delayed|late] [again|by {minutes}], [join|share] a [cab|taxi] from {place}?",
    ],
    reply: [
      "[check|top up] the [oil|coolant] first, [cheap|easy] [fix|hope]",
      "[left|coming] in {few}, [two|one] [seats|seat] [free|open]",
      "[mechanic|the one] [behind|near] the [station|mall] is [fair|honest], [cash|slow] though",
      "[app|timetable] says {clock}, [reality|sign] says [never|later]",
      "[walk|walking] [takes|is] {minutes}, [fresh|good] air [included|free]",
      "[mine|same light] was a [loose|bad] [cap|cable], [{amount}|a fortune] [later|]",
    ],
    end: ["[fixed|home], [thanks|pfew]", "[cab|ride] [is|waits] at {place}, [go|now]"],
  },
  {
    open: [
      "[mentoring|trainee] cohort [of|for] {quarter} [starts|begins] {deadline}, {few} [pairs|people] [matched|joined], [one|a] mentor [missing|wanted]",
      "[who|anyone] [joins|taking] the [writing|public speaking] course? [cohort|group] of {few}, [source|material] [provided|free]",
    ],
    reply: [
      "[did|took] it in {month}, [recommend|worth it], [homework|a bit of homework]",
      "[I can|can] mentor [someone|one], [ops|engineering] or [people|soft] topics",
      "[time|when] is it? [not|no] [mornings|Fridays] [please|for me]",
      "[my|the] match [moved|left] to {city}, [need|looking for] a new [one|pair]",
      "[certificate|does it come] with a [certificate|grade]? [asking|vain], I know",
      "[pair|trio] up with [support|sales], [fresh|other] [view|angles]",
    ],
    end: ["[matched|enrolled], [nice|super]", "[starts|see you] {deadline}, {place}"],
  },
];
