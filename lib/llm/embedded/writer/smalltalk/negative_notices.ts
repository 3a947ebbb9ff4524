import type { Notice } from "../scene.ts";

/** Ordinary circulars. */
export const NEGATIVE_NOTICES: readonly Notice[] = [
  {
    head: ["[Summer|Autumn] party at {place} on {deadline}", "Save the [date|evening]: party on {deadline}"],
    parts: [
      [
        "[You are|Everyone is] invited to our party at {place} on {deadline}, [from|starting at] {clock}.",
        "[It is|This is] party time: {deadline}, {place}, [music|a band] from {city}.",
      ],
      [
        "There will be {snack}, [drinks|lemonade] and a [raffle|photo corner].",
        "{team} [prepares|runs] the bar, {team.2} [promised|brings] the music.",
      ],
      [
        "[Please|Kindly] say by {deadline.2} whether you [come|bring somebody].",
        "[Families|Partners and kids] are [welcome|invited] until {clock}.",
        "[In case of|Should there be] {weather}, we move [inside|to the hall].",
      ],
    ],
  },
  {
    head: ["We move [desks|floors] on {deadline}", "Office move: [what to pack|boxes and labels]"],
    parts: [
      [
        "On {deadline} {team} and {team.2} move to {place}.",
        "The [new|renovated] floor is ready, and our desks [follow|move] on {deadline}.",
      ],
      [
        "[Pack|Please pack] your things in the [grey|blue] crates and put your desk number on [each|two sides].",
        "The movers start at {clock}; [plants|monitors] go [last|separately].",
      ],
      [
        "[Work|Working] from home is fine [that day|on {deadline}].",
        "[Keys|Lockers] are handed out at {place}.",
        "[Chairs|Old chairs] [nobody|that no one] wants go to a [school|charity] in {city}.",
      ],
    ],
  },
  {
    head: ["Thank you for {praise} from {team}", "[A big|One] thank-you [note|round] to everybody"],
    parts: [
      [
        "{praise} is behind us, and it [went|worked out] better than [we hoped|planned].",
        "[I|We] want to thank [everybody|all of you] who [worked on|helped with] {praise}.",
      ],
      [
        "[Special|Particular] thanks go to {team}, who [stayed|answered] until {clock} for [a week|days].",
        "{client} [wrote|called] to say how [pleased|happy] they [are|were].",
      ],
      [
        "[Cake|{snack}] [is|waits] at {place} [from|at] {clock}.",
        "[Take|Please take] [a day|the Friday] off, [really|you earned it].",
        "[Photos|Pictures] [hang|are] at {place}.",
      ],
    ],
  },
  {
    head: ["Travel [rules|claims] for {quarter}: what is new", "[Expenses|Receipts] of {month} due {deadline}"],
    parts: [
      [
        "[Claims|Expense claims] for {month} must be [in|submitted] by {deadline}.",
        "The travel rules [change|were updated] for {quarter}: [train|rail] first, [then|after that] [car|flight].",
      ],
      [
        "[Photos|Scans] of receipts are [enough|fine], [paper|originals] [can|may] go.",
        "[Hotels|Rooms] above the limit need a [yes|line] from your lead.",
      ],
      [
        "[Payment|The money] follows [about|] {days} later.",
        "[Bike|Bicycle] trips are [paid|refunded] too.",
        "[Late|Forgotten] ones [roll|move] into the next month.",
      ],
    ],
  },
  {
    head: ["{product}: [text|wording] for the [campaign|mailing]", "[Please read|Feedback on] the {product} text"],
    parts: [
      [
        "[Below|Attached] is the draft text for {product}, [two|three] short paragraphs.",
        "[We|The copy team] wrote a new [intro|headline] for {product}.",
      ],
      [
        "The tone should be [warm|calm] and [plain|friendly], [no|without] [jokes|big words].",
        "{client} [prints|needs] it by {deadline}.",
      ],
      [
        "[Comments|Remarks] by {deadline.2} [please|would be great].",
        "The second sentence [is|feels] too long, [ideas|help] welcome.",
        "[Legal|Our lawyers] [has|have] seen it and [smiled|agreed].",
      ],
    ],
  },
  {
    head: ["[Visit|Guests] from {client} on {deadline}", "{client} comes to {place}"],
    parts: [
      [
        "{client} visits us on {deadline}, {few} people, [arriving|they arrive] at {clock}.",
        "We [host|welcome] {client} at {place} on {deadline}.",
      ],
      [
        "[First|After] a [tour|walk] through the office there is [lunch|{snack}] and a talk about {product}.",
        "{team} [shows|presents] {product}, {team.2} the [plans|road ahead] for {quarter}.",
      ],
      [
        "[Please|Kindly] keep {place} [tidy|free] that [day|morning].",
        "[Who|Anyone who] speaks [French|Portuguese] [is|would be] a great help.",
        "They [leave|fly back] at {clock.2}.",
      ],
    ],
  },
  {
    head: ["Welcome to our new [colleagues|joiners] in {month}", "[Hello|A welcome] from {city}: new faces"],
    parts: [
      [
        "In {month} {few} people join us, most of them in {city}.",
        "[Please|Let us] welcome the new [designers|colleagues] of {team}.",
      ],
      ["They like {hobby} and {snack}, [we|I] [hear|am told].", "They [sit|start] at {place} on {deadline}."],
      [
        "[Say hello|Come by] for a coffee at {clock}.",
        "[Buddies|Each gets a buddy], [thanks|thank you] to all who [offered|volunteered].",
        "[Laptops|Chairs] [are|stand] ready this time.",
      ],
    ],
  },
  {
    head: ["{weather}: [home office|stay home] on {deadline}", "Closed [early|offices] because of {weather}"],
    parts: [
      [
        "Because of {weather} the office closes at {clock} [today|on {deadline}].",
        "[The city|{city}] warns of {weather}; [please|we suggest to] work from home on {deadline}.",
      ],
      [
        "[Trams|Trains] may stop [early|in the evening], so leave [in time|while you can].",
        "[Meetings|Visits] at {place} are [held|moved] online.",
      ],
      [
        "[Stay|Keep] safe, [and|please] check on your neighbours.",
        "[The|Our] front desk is [reachable|staffed] until {clock.2}.",
        "[We|I] will write again [tomorrow|in the morning].",
      ],
    ],
  },
  {
    head: ["{hobby} [group|evening]: who wants to [come|play]?", "[New|Open] season of {hobby} at {place}"],
    parts: [
      [
        "Our {hobby} group [starts|opens] the season on {deadline}.",
        "[We|Some of us] meet for {hobby} [every week|twice a month] near {place}.",
      ],
      [
        "[Beginners|Newcomers] are [very|most] welcome, [gear|everything] can be borrowed.",
        "[Last|In the last] season we were {few}, the oldest [is|was] sixty.",
      ],
      [
        "It costs [nothing|a round of {snack}].",
        "[Write|Tell me] by {deadline.2} if you [come|like to join].",
        "[Afterwards|After that] we [eat|share] {snack}.",
      ],
    ],
  },
  {
    head: ["[Charity|Bake] sale brought {amount}", "[Run|Race] in {city}: thank you"],
    parts: [
      [
        "The [bake|charity] sale at {place} brought {amount}, [more|far more] than last year.",
        "{few} of us ran in {city} [on|around] {day}, and the [sponsors|bosses] paid {amount}.",
      ],
      ["The money goes to [a school|the shelter] in {city}.", "{team} baked [most|the best], {team.2} ate it."],
      [
        "[Next|The next] one is planned for {quarter}.",
        "[Recipes|Pictures] are [pinned|up] at {place}.",
        "[Thank you|Thanks] to all who [stood|helped] in {weather}.",
      ],
    ],
  },
  {
    head: ["[Results|Mood] of the team survey", "[Fewer|Shorter] meetings from {deadline}"],
    parts: [
      [
        "{share} of us answered the mood survey, and [most|many] like the [people|coffee] best.",
        "[From|Starting] {deadline} we [try|test] a morning without meetings.",
      ],
      [
        "[Wishes|What you want]: quiet rooms, [longer|real] lunch breaks, [fewer|less] [calls|mails] at night.",
        "{team} [tried|did] it in {month} and [would not|won't] go back.",
      ],
      [
        "[We|The leads] discuss it on {deadline}.",
        "[Ideas|Suggestions] go into the box at {place}.",
        "After {weeks} we [vote|decide] whether it stays.",
      ],
    ],
  },
];
