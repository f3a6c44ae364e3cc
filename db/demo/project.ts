/** What the source says of the project: seed/gen-y-city.lv.txt, a news item of Daugavpils City Council of 2016. */
export const project = {
  slug: 'gen-y-city',
  title: { lv: 'Gen-Y City', en: 'Gen-Y City' },
  aim: {
    lv: `„Get into the swing of the City!“ jeb īsāk „Gen-Y City“ ir projekts par pilsētu, kurā jauniem un radošiem cilvēkiem gribas palikt. Daugavpilī to īsteno pilsētas dome, un visu partneru darbu koordinē Poznaņas pašvaldība Polijā.

Mēs tiekamies, stāstām cits citam, kas izdevies, apmaināmies ar pieredzi un kopā domājam, kā Daugavpilij vēl pietrūkst. Tavs viedoklis te nav formalitāte: dome grib to dzirdēt un sarunu turpināt.`,
    en: `“Get into the swing of the City!”, or “Gen-Y City” for short, is about a city where young, creative people want to stay. In Daugavpils the city council runs it; the Municipality of Poznań in Poland coordinates all the partners.

We meet, tell each other what has worked, swap experience and work out together what Daugavpils is still missing. Your opinion is not a formality here: the council wants to hear it, and to keep the conversation going.`,
  },
  programme: { lv: 'URBACT III, 2014.–2020. gads', en: 'URBACT III, 2014–2020' },
  funder: {
    lv: 'Eiropas Strukturālie un investīciju fondi, mērķis „Eiropas teritoriālā sadarbība“',
    en: 'European Structural and Investment Funds, objective “European Territorial Cooperation”',
  },
  disclaimer: {
    lv: 'Projekts „Get into the swing of the City!“ („Gen-Y City“) tiek īstenots Eiropas Strukturālo un investīciju fondu mērķa „Eiropas teritoriālā sadarbība“ starpreģionu sadarbības programmā URBACT III 2014.–2020. gadam. Par saturu atbild tā autori; tas ne vienmēr sakrīt ar Eiropas Savienības viedokli.',
    en: 'The project “Get into the swing of the City!” (“Gen-Y City”) is part of the interregional cooperation programme URBACT III 2014–2020, under the objective “European Territorial Cooperation” of the European Structural and Investment Funds. Its authors alone are responsible for the content, which may differ from the view of the European Union.',
  },
  startsOn: '2015-09-15',
  contactEmail: 'jaunatne@example.org',
  zone: 'Europe/Riga',
} as const
