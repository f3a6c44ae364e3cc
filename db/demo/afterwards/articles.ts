import type { Both } from '../shapes.ts'

export type DemoArticle = { title: Both; lead: Both; text: Both }

/** The news of each past meeting, as a person finished it. */
export const articles: Record<'first' | 'second' | 'last', DemoArticle> = {
  first: {
    title: { lv: 'Sešas lapas pie sienas un viens jautājums', en: 'Six sheets on the wall, and one question' },
    lead: {
      lv: '22. oktobrī Jauniešu mājā pirmoreiz tikās tie, kuriem rūp, vai Daugavpilī gribas palikt.',
      en: 'On 22 October those who care whether one wants to stay in Daugavpils met at the youth house for the first time.',
    },
    text: {
      lv: `Sākumā bija kluss. Tad kāds no zāles pajautāja, kāpēc pēc deviņiem vakarā nav kur palikt, un klusums beidzās.

Poznaņas komanda pastāstīja, kas viņiem izdevies un kas ne: tukšs veikals, ko jaunieši pārvērta par darbnīcu, un festivāls, uz kuru neviens neatnāca. Tieši par otro jautāja visvairāk.

## Kas palika pie sienas

Stundas laikā sešas grupas aprakstīja sešas lapas. Trīs idejas atkārtojās gandrīz visās:

- vieta, kur satikties bez naudas,
- siena, uz kuras drīkst zīmēt,
- telpa, kur pamēģināt savu mazo biznesu.

Dome lapas neizmeta. Katrai no trim idejām tagad ir vārds, datums un atbilde.`,
      en: `It began quietly. Then somebody in the hall asked why there is nowhere to go after nine in the evening, and the quiet was over.

The team from Poznań told us what had worked for them and what had not: an empty shop that young people turned into a workshop, and a festival to which nobody came. It was the second that got most of the questions.

## What stayed on the wall

Within an hour six groups had filled six sheets. Three ideas were on nearly all of them:

- a place to meet without money,
- a wall that one may paint on,
- a room to try out a small business.

The council did not throw the sheets away. Each of the three ideas now has a name, a date and an answer.`,
    },
  },
  second: {
    title: { lv: 'Runājam ar tiem, kas lemj', en: 'Talking with those who decide' },
    lead: {
      lv: 'Otrajā tikšanās reizē pie viena galda sēdās jaunieši un dome, un runāja par autobusiem, praksi un kalendāru.',
      en: 'At the second meeting young people and the council sat down at one table, and talked of buses, placements and a calendar.',
    },
    text: {
      lv: `Šoreiz runāja abas puses. Jaunieši jautāja, dome atbildēja, un tur, kur atbildes nebija, pierakstīja datumu.

Visvairāk balsu saņēma jautājums par pēdējo autobusu: kāpēc tas aizbrauc, pirms pasākumi beigušies? Jau janvārī bija skaidrs, ka ar februāri piektdienās un sestdienās brauks vēl viens.

Ne viss izdevās tik ātri. Kopīgais pasākumu kalendārs vēl top, un par apmaksātu praksi strīdējāmies līdz pauzei. Strīdēties arī ir dialogs.`,
      en: `This time both sides talked. The young asked, the council answered, and where there was no answer a date was written down.

Most votes went to the question about the last bus: why does it leave before events are over? By January it was clear that from February one more would run on Fridays and Saturdays.

Not everything went that fast. The common calendar of events is still in the making, and about paid placements we argued until the break. Arguing is a dialogue, too.`,
    },
  },
  last: {
    title: { lv: 'Trīspadsmit stāsti vienā pēcpusdienā', en: 'Thirteen stories in one afternoon' },
    lead: {
      lv: 'Projekta pēdējā tikšanās: logo, cietoksnis, sikspārņi, blogs un desmit minūtes katram.',
      en: 'The last meeting of the project: a logo, a fortress, bats, a blog, and ten minutes for each.',
    },
    text: {
      lv: `Trīspadsmit reizes kāds piecēlās un pastāstīja, kas viņam izdevies. Kā no pirmās skices tapa logo „Daugavpils ir daudzveidība“. Kas cietoksnī jau atdzīvojies un kur vēl vajag rokas. Kā „Luna“ no idejas virtuvē nonāca līdz rezultātam. Kāpēc pilsētai jālepojas ar saviem sikspārņiem.

Gandrīz katrā stāstā bija viena neveiksme. Tieši tur zāle klausījās visuzmanīgāk.

## Un kas tālāk?

Beigās runājām visi kopā. Visvairāk balsu saņēma jautājums, kas notiks, kad projekts martā beigsies. Atbilde ir rakstiski: **divas tikšanās gadā, un katra sākas ar to, kas izdarīts no solītā**.

Paldies visām vienpadsmit grupām, kas atnāca, un tiem, kas pirmoreiz runāja mikrofonā. Prezentācijas ir pie katra stāsta, fotogrāfijas – tepat.`,
      en: `Thirteen times somebody got up and told what had worked for them. How a first sketch became the logo “Daugavpils is diversity”. What has come alive in the fortress, and where hands are still needed. How “Luna” got from an idea in a kitchen to a result. Why a city should be proud of its bats.

Nearly every story had one failure in it. That was when the hall listened best.

## And what next?

At the end we all talked together. Most votes went to the question of what happens once the project is over in March. The answer is in writing: **two meetings a year, each beginning with what has become of our promises**.

Thanks to all eleven groups that came, and to those who spoke into a microphone for the first time. The presentations are with each story, the photos right here.`,
    },
  },
}
