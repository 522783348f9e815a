import type { Lang } from '../../src/core/document';

/** Sentences with one error each, and the resulting message: for every kind of claim, in every language. */
export const MESSAGES_OF_CLAIMS: Readonly<
  Record<string, Readonly<Record<Lang, readonly [text: string, message: string]>>>
> = {
  'a count of today': {
    en: ['IOM has 166 Member States.', 'IOM has 175 Member States (2025), not 166.'],
    fr: ["L'OIM compte 166 États membres.", "L'OIM compte 175 États membres (2025), pas 166."],
    es: ['La OIM tiene 166 Estados miembros.', 'La OIM tiene 175 Estados miembros (2025), no 166.'],
  },
  'a count of then': {
    en: ['IOM had 70 Member States in 1998.', 'IOM had 67 Member States in 1998, not 70.'],
    fr: ["L'OIM comptait 70 États membres en 1998.", "L'OIM comptait 67 États membres en 1998, pas 70."],
    es: ['La OIM tenía 70 Estados miembros en 1998.', 'La OIM tenía 67 Estados miembros en 1998, no 70.'],
  },
  'a count for ever': {
    en: ['The Global Compact for Migration has 24 objectives.', 'The Compact has 23 objectives, not 24.'],
    fr: ['Le Pacte mondial sur les migrations compte 24 objectifs.', 'Le Pacte compte 23 objectifs, pas 24.'],
    es: ['El Pacto Mundial para la Migración tiene 24 objetivos.', 'El Pacto tiene 23 objetivos, no 24.'],
  },
  'a large count': {
    en: ['IOM has 12,000 staff.', 'IOM has about 22,000 staff (2024), not 12,000.'],
    fr: ["L'OIM a 12\u202f000 employés.", "L'OIM emploie environ 22\u202f000 personnes (2024), pas 12\u202f000."],
    es: ['La OIM tiene 12.000 empleados.', 'La OIM tiene unos 22.000 empleados (2024), no 12.000.'],
  },
  'a year': {
    en: ['IOM was founded in 1949.', 'IOM was founded in 1951, not 1949.'],
    fr: ["L'OIM a été fondée en 1949.", "L'OIM a été fondée en 1951, pas en 1949."],
    es: ['La OIM se fundó en 1949.', 'La OIM se fundó en 1951, no en 1949.'],
  },
  'a day': {
    en: [
      'The Global Compact for Migration was adopted on 11 December 2018.',
      'The Compact was adopted on 10 December 2018, not 11 December.',
    ],
    fr: [
      'Le Pacte mondial sur les migrations a été adopté le 11 décembre 2018.',
      'Le Pacte a été adopté le 10 décembre 2018, pas le 11 décembre.',
    ],
    es: [
      'El Pacto Mundial para la Migración se adoptó el 11 de diciembre de 2018.',
      'El Pacto se adoptó el 10 de diciembre de 2018, no el 11 de diciembre.',
    ],
  },
  'a place': {
    en: ['The Global Compact for Migration was adopted in Rabat.', 'The Compact was adopted in Marrakech, not Rabat.'],
    fr: [
      'Le Pacte mondial sur les migrations a été adopté à Rabat.',
      'Le Pacte a été adopté à Marrakech, pas à Rabat.',
    ],
    es: ['El Pacto Mundial para la Migración se adoptó en Rabat.', 'El Pacto se adoptó en Marrakech, no en Rabat.'],
  },
  'a head of before': {
    en: [
      'The Director General of IOM is António Vitorino.',
      'Amy E. Pope has been Director General since October 2023; António Vitorino held the post from 2018 to 2023.',
    ],
    fr: [
      "Le directeur général de l'OIM est António Vitorino.",
      "Amy E. Pope dirige l'OIM depuis octobre 2023\u00a0; António Vitorino l'a dirigée de 2018 à 2023.",
    ],
    es: [
      'El director general de la OIM es António Vitorino.',
      'Amy E. Pope dirige la OIM desde octubre de 2023; António Vitorino la dirigió de 2018 a 2023.',
    ],
  },
  'a body': {
    en: ['The UN Network on Migration is coordinated by UNHCR.', 'The Network is coordinated by IOM, not UNHCR.'],
    fr: [
      'Le Réseau des Nations Unies sur les migrations est coordonné par le HCR.',
      "Le Réseau est coordonné par l'OIM, pas par le HCR.",
    ],
    es: [
      'La Red de las Naciones Unidas sobre la Migración está coordinada por el ACNUR.',
      'La Red está coordinada por la OIM, no por el ACNUR.',
    ],
  },
  'the resolution of an act': {
    en: [
      'The Global Compact for Migration was endorsed by the General Assembly in its resolution 73/151.',
      'The Compact was endorsed in resolution 73/195, not 73/151.',
    ],
    fr: [
      "Le Pacte mondial sur les migrations a été approuvé par l'Assemblée générale dans sa résolution 73/151.",
      'Le Pacte a été approuvé par la résolution 73/195, pas 73/151.',
    ],
    es: [
      'El Pacto Mundial para la Migración fue aprobado por la Asamblea General en su resolución 73/151.',
      'El Pacto fue refrendado en la resolución 73/195, no 73/151.',
    ],
  },
  'a vote': {
    en: [
      'The General Assembly endorsed the Global Compact for Migration by 164 votes to 5.',
      '152 States voted for the Compact, not 164.',
    ],
    fr: [
      "L'Assemblée générale a approuvé le Pacte mondial sur les migrations par 164 voix contre 5.",
      '152 États ont voté pour le Pacte, pas 164.',
    ],
    es: [
      'La Asamblea General refrendó el Pacto Mundial para la Migración por 164 votos contra 5.',
      '152 Estados votaron a favor del Pacto, no 164.',
    ],
  },
  'a status': {
    en: [
      'IOM is a specialized agency.',
      'IOM is a related organization of the United Nations, not a specialized agency.',
    ],
    fr: [
      "L'OIM est une institution spécialisée.",
      "L'OIM est une organisation apparentée aux Nations Unies, pas une institution spécialisée.",
    ],
    es: [
      'La OIM es un organismo especializado.',
      'La OIM es una organización conexa de las Naciones Unidas, no un organismo especializado.',
    ],
  },
  'a treaty act': {
    en: [
      'States signed the Global Compact for Migration.',
      'The Compact is not a treaty: States adopted it, they did not sign it.',
    ],
    fr: [
      'Les États ont signé le Pacte mondial sur les migrations.',
      "Le Pacte n'est pas un traité\u00a0: les États l'ont adopté, ils ne l'ont pas signé.",
    ],
    es: [
      'Los Estados firmaron el Pacto Mundial para la Migración.',
      'El Pacto no es un tratado: los Estados lo adoptaron, no lo firmaron.',
    ],
  },
  'an objective': {
    en: [
      'Objective 9 of the Global Compact for Migration is on trafficking in persons.',
      'Objective 9 is on smuggling; trafficking is Objective 10.',
    ],
    fr: [
      "L'objectif 9 du Pacte mondial sur les migrations porte sur la traite des personnes.",
      "L'objectif 9 porte sur le trafic illicite de migrants\u00a0; pour la traite des personnes, c'est l'objectif 10.",
    ],
    es: [
      'El objetivo 9 del Pacto Mundial para la Migración trata sobre la trata de personas.',
      'El objetivo 9 trata sobre el tráfico ilícito de migrantes; sobre la trata de personas trata el objetivo 10.',
    ],
  },
  'a missing objective': {
    en: [
      'Objective 24 of the Global Compact for Migration is on youth.',
      'The Compact has 23 objectives; there is no Objective 24.',
    ],
    fr: [
      "L'objectif 24 du Pacte mondial sur les migrations porte sur la jeunesse.",
      "Le Pacte compte 23 objectifs\u00a0; il n'y a pas d'objectif 24.",
    ],
    es: [
      'El objetivo 24 del Pacto Mundial para la Migración trata de la juventud.',
      'El Pacto tiene 23 objetivos; no hay objetivo 24.',
    ],
  },
  'the time of a name': {
    en: ['The name ICEM was adopted in 1949.', 'The name “ICEM” dates from 1952, not 1949.'],
    fr: ['Le nom de CIME a été adopté en 1949.', 'Le nom «\u00a0CIME\u00a0» date de 1952, pas de 1949.'],
    es: ['El nombre de CIME se adoptó en 1949.', 'El nombre «CIME» data de 1952, no de 1949.'],
  },
  'a name for another': {
    en: [
      'The International Organization for Migration (IMO) works.',
      'The International Organization for Migration is abbreviated IOM, not IMO.',
    ],
    fr: [
      "L'Organisation internationale pour les migrations (OMI) travaille.",
      "L'Organisation internationale pour les migrations s'abrège OIM, pas OMI.",
    ],
    es: [
      'La Organización Internacional para las Migraciones (OMI) trabaja.',
      'La sigla de la Organización Internacional para las Migraciones es OIM, no OMI.',
    ],
  },
};
