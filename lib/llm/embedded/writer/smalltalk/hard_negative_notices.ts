import type { Notice } from "../scene.ts";

/** Circulars in the words of data that ask nothing of it. */
export const HARD_NEGATIVE_NOTICES: readonly Notice[] = [
  {
    head: ["Building access [changes|moves] on {deadline}", "New [badges|door cards] from {deadline} on"],
    parts: [
      [
        "[On|From] {deadline} the readers at {place} [are replaced|get replaced], and old badges [lose|will lose] their access to the [garage|side door].",
        "[Facilities|The building team] will [re-issue|exchange] badges at {place} [from|starting] {deadline}; access to other floors [stays|remains] as it is.",
      ],
      [
        "[Please collect|Pick up] your new [badge|card] between {clock} and {clock.2}; [duplicates|spare cards] [cost|are] {few} dollars.",
        "[Visitors|Guests] still [need|get] a paper pass, and [their host|you] must [join|fetch] them at the front desk.",
      ],
      [
        "[Questions|Problems] go to the front desk, [not|please not] to your [lead|manager].",
        "[Lost|Missing] cards [are|can be] blocked within {minutes} if you [call|report] it at once.",
        "[Thank you|We thank you] for [queueing|waiting] [patiently|in one row], [the|our] last exchange took {hours}.",
      ],
    ],
  },
  {
    head: ["Sales pipeline review [moved|shifts] to {deadline}", "[Partner|Deal] pipeline: agenda for {deadline}"],
    parts: [
      [
        "The pipeline review [moves|has moved] to {deadline}, {clock}, because {client} [visits|is in town] [that day|on the old date].",
        "[We|The sales leads] will walk through all deals in the [late|last] stages of the funnel on {deadline}.",
      ],
      [
        "Each [region|owner] has {few} minutes; [bring|prepare] the top three [deals|leads] and one [loss|lesson].",
        "{client} and [two|three] others are [close|about to sign], [worth|together] {amount}.",
      ],
      [
        "[Slides|A deck] [are|is] not needed, [a good story|one page] is.",
        "[Join|Dial in] from {city} or come to {place}, [lunch|{snack}] is ordered.",
        "[Those|Whoever] [on leave|away] can send a [voice note|stand-in].",
      ],
    ],
  },
  {
    head: ["[Guest list|Seating] for the dinner in {city}", "Who [joins|comes to] the dinner on {deadline}"],
    parts: [
      [
        "The guest list for the dinner in {city} [closes|is final] on {deadline}.",
        "[We|The organisers] [have|count] {few} confirmations for the dinner and [expect|hope for] {few.2} more.",
      ],
      [
        "[Some|A few] of you are on it twice, [please|kindly] strike the duplicate [yourself|when you see it].",
        "Tables seat [eight|ten]; [write|put] your table wish in the second column of the [sheet at|paper list at] {place}.",
      ],
      [
        "[Partners|Plus-ones] are welcome [if|when] they are [listed|announced] by then.",
        "[Vegetarian|Vegan] menus need a [cross|mark] behind the id.",
        "The [bus|coach] [leaves|starts] from {place} at {clock} [sharp|on the dot].",
      ],
    ],
  },
  {
    head: [
      "[Monthly|Vendor] newsletter: [streams, lakes and meshes|the modern stack]",
      "[Webinar|Conference] notes from {city}",
    ],
    parts: [
      [
        "[This month|In this issue] the vendor [celebrates|presents] its new streaming [engine|edition] and [a study|a survey] on data quality in [retail|industry].",
        "[Attached|Below] are my notes from the conference in {city}, [three|two] days of lakes, meshes and [free socks|good coffee].",
      ],
      [
        "The [keynote|main talk] on lineage was [crowded|popular], [the one|a talk] on schema design [surprisingly|rather] [funny|good].",
        "[Early|Cheap] tickets for next year [are|stay] open until {deadline}, [code|discount] at the [booth|end of the page].",
      ],
      [
        "[Nothing|There is nothing] for us to do [here|], I just [found|thought] it a [nice|pleasant] read.",
        "If [anyone|somebody] wants the [stickers|tote bags], they [lie|are] at {place}.",
        "[We|Our team] [may|might] send [two|three] people [again|next time], [talk|speak] to your lead.",
      ],
    ],
  },
  {
    head: ["Rota for {month}: [coverage|cover] wanted", "Holiday coverage [of|for] the [support|reception] desk"],
    parts: [
      [
        "The rota for the [support|front] desk has [two|three] open [shifts|slots] around {deadline}.",
        "[We|The desk leads] [need|look for] coverage on {deadline} from {clock} [until|to] the evening.",
      ],
      [
        "[Swaps|Trades] are [fine|allowed], [please|just] [tell|inform] the desk [a day|two days] ahead.",
        "[Night|Late] shifts are paid [extra|double], and [taxis|the ride home] [are|is] covered.",
      ],
      [
        "[New|Fresh] colleagues can join an [experienced|old] hand for the first hours.",
        "If [nobody|no one] volunteers we [draw|will draw] lots at {place} on {deadline.2}.",
        "[Thank you|Thanks] to the {few} who [covered|filled] the gaps in the [storm|spring].",
      ],
    ],
  },
  {
    head: [
      "[Hiring|Recruiting] funnel: where we stand in {month}",
      "Candidates for {city}: [panel|interviewers] needed",
    ],
    parts: [
      [
        "[We|The people team] received {count} applications for {city}, and {few} [passed|came through] the first round.",
        "The candidate pipeline for the [design|office] roles is [full|healthy], [the|our] interviewers are the [bottleneck|limit].",
      ],
      [
        "[Panel|Interview] slots are open on {deadline} and {deadline.2}, [forty|fifty] minutes each.",
        "[Please|Kindly] send your [notes|scores] [the same day|within a day], the form has [five|six] fields.",
      ],
      [
        "[Referrals|Friends] are [welcome|still the best source], the bonus [stays|is] {amount}... for [two|three] of them.",
        "[Offers|Two offers] go out before {occasion}.",
        "[Coffee|{snack}] with the finalists is [planned|set] at {place}.",
      ],
    ],
  },
  {
    head: [
      "Mandatory privacy [course|training] by {deadline}",
      "[Security|Compliance] week: [what happens and when|the programme of talks]",
    ],
    parts: [
      [
        "The yearly privacy course is due by {deadline}, [it takes|plan] {minutes}.",
        "[Security|Compliance] week [starts|begins] on {deadline} with a [quiz|talk] at {place}.",
      ],
      [
        "It covers [permissions|passwords], [clean desks|visitors] and what to do with [papers|prints] [left|found] at the printer.",
        "[So far|Until today] {share} of us [have finished|are done], [support|legal] [leads|is first].",
      ],
      [
        "The link [is in|sits in] the training portal; [no|there is no] need to [print|send] the certificate.",
        "[Teams|Groups] with full [attendance|completion] win {snack}.",
        "If the video [lags|stops], reload the page [once|and wait a moment].",
      ],
    ],
  },
  {
    head: [
      "{product}: [slow screens|hiccups] [on|around] {day}",
      "[Service|App] notice: {product} [slow|down] for {minutes}",
    ],
    parts: [
      [
        "On {day} {product} [answered|responded] slowly for {minutes}, [mostly|above all] on older phones.",
        "[Between|From] {clock} and {clock.2} users of {product} saw a [spinner|blank screen].",
      ],
      [
        "A [cache|server] was [cold|too small] after the [release|deploy]; the team [rolled back|added two more].",
        "[Nobody|No user] lost [anything|work], [but|and] the store reviews [dropped|took] half a star.",
      ],
      [
        "[Support|The desk] has a [text|reply] ready for [complaints|questions].",
        "A [retro|look back] [is planned|takes place] on {deadline} at {place}.",
        "[Design|The designers] will [trim|remove] the heavy [animation|pictures] in the next version.",
      ],
    ],
  },
  {
    head: ["[Duplicate|Double] invites for {occasion}, please ignore one", "Calendar clean-up [on|before] {deadline}"],
    parts: [
      [
        "[You|Many of you] have two invites for {occasion}; the one at {clock} [is|counts as] void.",
        "[After|With] the [re-org|team change] [several|many] meeting series [exist|live] twice in our calendars.",
      ],
      [
        "[Please|Kindly] keep the one with the room at {place} and [delete|decline] the other.",
        "[The old|Orphaned] series [will be|get] removed on {deadline}.",
      ],
      [
        "[Apologies|Sorry] for the [noise|confusion], [the tool|our assistant] [meant|wanted] well.",
        "If [you|somebody] lost an invite [meanwhile|by accident], [ask|write to] the organiser.",
        "[Join|The dial-in] links [stay|remain] the same.",
      ],
    ],
  },
  {
    head: ["[Library|Archive] move: [sorting|index] days", "Volunteers for the [book|archive] index wanted"],
    parts: [
      [
        "The [library|paper archive] moves to {place}, and [its|the] card index has to [come|move] along.",
        "[We|A few of us] sort the [donated|old] books by author and [colour|year] on {deadline}.",
      ],
      [
        "Duplicates [go|are given] to the school in {city}, [rare|old] ones [stay|remain] with us.",
        "[Bring|Wear] old clothes, there is [dust|a lot of dust] on every row.",
      ],
      [
        "{snack} for [all|every] helpers at {clock}.",
        "[Missing|Lost] volumes can be [listed|noted] on the sheet at the door.",
        "[Half|Two hours] of a morning is [enough|already a help].",
      ],
    ],
  },
  {
    head: ["Parking [permits|permissions] for {quarter}", "[Garage|Level B] closed from {deadline}"],
    parts: [
      [
        "Parking permissions for {quarter} [can be|are] requested until {deadline}.",
        "Level B of the garage is closed from {deadline} for [about |]{weeks}.",
      ],
      [
        "[Rows|Columns] C and D are [kept|reserved] for [car pools|visitors], [please|so] do not block them.",
        "[There are|We have] {few} places for {count} [wishes|requests], so [we draw lots|distance decides].",
      ],
      [
        "[Bikes|Bicycles] have a new [rack|shed] next to {place}.",
        "[Permits|Stickers] [are|can be] collected at the front desk.",
        "[Drivers|Those] from {city} may want to share [rides|a car].",
      ],
    ],
  },
];
