/**
 * Frequent given names, in lower case. Left out are those that are also words, months, places or brands (will, grant,
 * mark, may, chase, jordan, georgia …): a text with one of them says nothing about a person.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abigail adam adrian ahmed aiden alan albert alejandro alex alexander alexandra alexis alice alicia alison allison
  amanda amelia amir amy ana andrea andreas andrew angela anita anna anne anthony antonio anya arjun arthur ashley aubrey
  barbara beatrice becky ben benjamin bernard beth betty beverly bob bobby brad bradley brandon brenda brian brittany bruce
  bryan caleb cameron camila carl carla carlos carmen caroline catherine cathy charles charlie chen chloe chris
  christian christina christine christopher cindy claire clara claudia colin connor corey courtney craig cristina cynthia
  daniel danielle darren dave david deborah debra deepak dennis derek diana diane diego dmitri donald donna dorothy doug
  douglas dylan eddie edgar edith eduardo edward edwin eileen elaine eleanor elena eli elias elijah elizabeth ella ellen
  emily emma eric erica erik erin esther ethan eugene eva evan evelyn felix fernando fiona francesca francis francisco fred
  frederick gabriel gabriela gary gavin george gerald gina giulia gloria gordon greg gregory hannah hans harold harry
  hassan heather heidi helen henry hiroshi howard ian ibrahim igor ines ingrid irene isaac isabel isabella ivan jacob
  jacqueline james jamie jamal jane janet janice jason javier jeff jeffrey jennifer jenny jeremy jerry jesse
  jessica jill jim jimmy joan joanna joe joel johan johannes john johnny jonas jonathan jorge jose joseph joshua joyce
  juan judith judy julia julian julie justin karen karl kate katherine kathleen kathryn katie keith ken kenneth kevin
  kim kimberly klaus kristen kristina kumar kurt kyle larry laura lauren laurie leah leo leon leonard leslie liam lily
  linda lisa liz lois lorenzo louis louise lucas lucia lucy luis luke lydia lynn malik marc marcel marco marcus
  margaret maria marie marilyn mario martha martin mary mateo matt matthew maureen maya megan mei melanie melissa mia
  michael michelle miguel mike mohammed monica nadia naomi natalia natalie natasha nathan neha neil nicholas nick nicole
  nikhil nina noah nora olga oliver olivia omar oscar pablo pamela patricia patrick paul paula pedro peggy peter phil
  philip phyllis pierre pooja priya rachel raj ralph ramesh raul rebecca ricardo richard rick riley rita robert roberto
  robin rodrigo roger roland ronald rosa ross roy russell ruth ryan sabrina sam samantha samuel sandra sanjay sara sarah
  scott sean sebastian sergei sergio shannon sharon shawn sheila shirley simon simone sofia sonia sophia sophie stacy
  stanley stefan stella stephanie stephen steve steven stuart susan suzanne svetlana sylvia tamara tanya tara ted teresa
  terry thomas tiffany tim timothy tina todd tom tony tracy travis trevor tyler valerie vanessa veronica victor victoria
  vijay vincent vivian vladimir walter wanda wayne wendy wei wolfgang yasmin yuki yusuf zachary zoe`
    .split(/\s+/),
);
