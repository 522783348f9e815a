import type { Wording } from './wording';

/** See {@link Wording}. */
export const FRENCH: Wording = {
  lang: 'fr',
  allowed: {
    current: "Pas d'avertissement\u00a0: ce nom est en usage aujourd'hui.",
    quotation:
      "Pas d'avertissement\u00a0: les mots sont entre guillemets, et une citation reste telle qu'elle a été dite.",
    'block-quote':
      "Pas d'avertissement\u00a0: les mots sont dans un bloc de citation, qui reste tel qu'il a été écrit.",
    title: "Pas d'avertissement\u00a0: les mots font partie d'un titre.",
    citation: "Pas d'avertissement\u00a0: les mots font partie d'une référence.",
    'legal-text': "Pas d'avertissement\u00a0: un texte juridique garde les mots dans lesquels il a été adopté.",
    history: "Pas d'avertissement\u00a0: la phrase en parle comme d'un nom du passé.",
    period: "Pas d'avertissement\u00a0: la phrase parle d'une époque où ce nom était en usage.",
    'period-nearby':
      "Pas d'avertissement\u00a0: le texte qui l'entoure ne parle que d'une époque où ce nom était en usage.",
    retrospect: "Pas d'avertissement\u00a0: la phrase peut en parler après coup.",
    'time-unclear':
      "Pas d'avertissement\u00a0: le texte est d'une époque qu'il n'indique pas, et cela a été juste un jour.",
    'year-doubted':
      "Pas d'avertissement\u00a0: l'année de la phrase ne concorde pas avec les sources\u00a0; avec la bonne année, le nom convient.",
    'earlier-year':
      "Pas d'avertissement\u00a0: le titre ou la date qui précède est d'une année antérieure aux sources, et cela a pu être juste alors.",
    'own-year': "Pas d'avertissement\u00a0: cela était juste dans l'année la plus récente du texte.",
    'former-name':
      "Pas d'avertissement\u00a0: la phrase parle de l'organisme sous un ancien nom, et cela a pu être juste alors.",
    caption:
      "Pas d'avertissement\u00a0: les mots sont sans verbe, comme un titre ou une légende, et ont été justes un jour.",
    corrected: "Pas d'avertissement\u00a0: le texte corrige cela lui-même.",
    'to-avoid': "Pas d'avertissement\u00a0: le texte cite les mots comme une forme à éviter.",
    established: "Pas d'avertissement\u00a0: le document emploie ce nom pour le passé, et cette phrase aussi.",
    'other-meaning': "Pas d'avertissement\u00a0: le sigle désigne autre chose ici.",
    'no-anchor': "Pas d'avertissement\u00a0: rien dans ce document ne montre que le sigle a ce sens.",
    'term-discussed': "Pas d'avertissement\u00a0: le texte parle du mot lui-même.",
    'not-asserted':
      "Pas d'avertissement\u00a0: la phrase n'affirme rien de ce nom (question, liste de noms, objet d'archives).",
    'quiz-or-glossary':
      "Pas d'avertissement\u00a0: le titre, ou la phrase qui précède, annonce un quiz, des corrections ou une explication de noms.",
    'other-language': "Pas d'avertissement\u00a0: le passage est dans une autre langue.",
    ignored: "Pas d'avertissement\u00a0: un commentaire du document demande de l'ignorer.",
    'switched-off': "Pas d'avertissement\u00a0: la règle est désactivée dans les paramètres.",
  },
  textTime: {
    dated: (date) => `Le texte est jugé à la date suivante\u00a0: ${date}`,
    datedByEvent: (date) => `Le texte rapporte un événement et est jugé à la date de celui-ci\u00a0: ${date}`,
    undated: "Le texte n'indique pas de date et est jugé à la date d'aujourd'hui",
    unclear: {
      event:
        "Le texte rapporte un événement sans en donner la date\u00a0: ce qui a été juste un jour n'est pas signalé",
      'first-sentence':
        "Le texte commence par un événement d'un jour passé\u00a0: ce qui a été juste un jour n'est pas signalé",
      'several-dates':
        "Le texte donne des dates éloignées de plusieurs années\u00a0: ce qui a été juste un jour n'est pas signalé",
      file: "Le fichier n'a pas changé depuis une année passée et n'indique pas de date\u00a0: ce qui a été juste un jour n'est pas signalé",
    },
  },
  sections: {
    'history-and-names': 'Histoire et noms',
    'un-integration': 'Place dans le système des Nations Unies',
    'structure-membership-leadership': 'Structure, membres et direction',
    'mandate-and-operations': 'Mandat et opérations',
    'members-and-engagement': 'États membres et dialogue',
    'criticism-and-debates': 'Critiques et débats',
    'contemporary-role': "Rôle aujourd'hui",
    'global-compact': 'Pacte mondial sur les migrations',
    'un-network': 'Réseau des Nations Unies sur les migrations',
    'programmes-and-tools': 'Programmes et outils',
    'regional-processes': 'Processus régionaux',
    'legal-instruments': 'Instruments juridiques',
    figures: 'Les migrations en chiffres',
    style: 'Usages rédactionnels de l’ONU',
  },
  kinds: {
    organization: 'organisation',
    body: 'organe',
    instrument: 'instrument',
    objective: 'objectif',
    resolution: 'résolution',
    forum: 'forum',
    person: 'personne',
    programme: 'programme',
    office: 'bureau',
    notion: 'notion',
  },
  confidence: {
    A: 'Confirmé par une source officielle ou par deux sources indépendantes.',
    B: "Vu dans une bonne source ; rien n'a été vu qui le contredise.",
    C: "Non vérifié\u00a0: à contrôler avant l'emploi.",
  },
  properties: {
    'member-states': 'États membres',
    'observer-states': 'États observateurs',
    staff: 'Personnel',
    budget: 'Budget',
    objectives: 'Objectifs',
    adopted: 'Adoption',
    endorsed: 'Approbation',
    established: 'Création',
    ended: 'Fin',
    founded: 'Fondation',
    renamed: 'Changement de nom',
    'in-force': 'Entrée en vigueur',
    'adopted-in': "Lieu d'adoption",
    'opened-for-signature': 'Ouverture à la signature',
    concluded: 'Conclusion',
    parties: 'Parties',
    'parties-to-either': 'Parties à la Convention ou au Protocole',
    ratifications: 'Ratifications',
    covers: 'Objet',
    title: 'Intitulé',
    limits: 'Limites',
    revises: 'Révise',
    'monitored-by': 'Organe de suivi',
    'legal-force': 'Force juridique',
    launched: 'Lancement',
  },
  topics: {
    membership: 'Membres',
    leadership: 'Direction',
    money: 'Personnel et budget',
    organs: 'Organes',
    offices: 'Siège et bureaux',
    adoption: 'Adoption et portée juridique',
    objectives: 'Objectifs et principes',
    review: 'Examen',
  },
  rules: {
    'superseded-name': 'Ancien nom',
    'anachronistic-name': 'Faux pour cette année',
    'deprecated-name': 'Forme erronée',
    'near-miss-name': 'Faute de frappe probable',
    'wrong-status': 'Statut inexact',
    'outdated-fact': 'Périmé',
    'fact-mismatch': 'Fait inexact',
    'confused-concept': 'Une chose pour une autre',
    'undefined-abbreviation': 'Sigle non introduit',
    'inconsistent-name': "Deux formes d'un nom",
    'preferred-terminology': 'Terme à préférer',
  },
  languages: { en: 'Anglais', fr: 'Français', es: 'Espagnol' },
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  since: (date) => `depuis ${article(date)}`,
  until: (date) => (/^\d{1,2}(er)? /.test(date) ? `jusqu'au ${date}` : `jusqu'en ${date}`),
  asOf: (date) => (/^\d{1,2}(er)? /.test(date) ? `au ${date}` : `en ${date}`),
  formerName: (period) => `Ancien nom, ${period}`,
  currentName: (since) => `Nom en usage ${since}`,
  sources: 'Sources',
  sameAs: 'Aussi dans',
  links: { lookUp: 'Rechercher', copy: 'Copier le nom', explain: 'Expliquer' },
  explanation: {
    why: 'Pourquoi',
    facts: 'Faits',
    ignoreHere: 'Ignorer ici',
    ignore: 'Ignorer autrement…',
    goTo: 'Aller au texte',
    rule: 'À propos de la règle',
    gone: "Le texte a changé depuis\u00a0; rien n'est plus signalé ici.",
  },
  spokenOf: (year) => `${year} ici`,
  labelled: (label, text) => `${label}\u00a0: ${text}`,
  yearOutside: (year, name, period) => `${year} est en dehors du temps de ${name} (${period})`,
  yearCounted: (year) => `${year} est l'année qui a compté ici`,
  cueCounted: (text) => `« ${text} » a été décisif ici`,
  othersSay: (value, who) => `Ailleurs\u00a0: ${value} (${who}).`,
  lookUp: {
    guess: 'Pas de réponse exacte. Ce qui s’en approche le plus\u00a0:',
    nothing: (query, near) =>
      `Rien n’a été trouvé pour «\u00a0${query}\u00a0».${near === '' ? '' : ` Noms les plus proches\u00a0: ${near}.`}`,
    corrected: (word, alike) =>
      `Le mot «\u00a0${word}\u00a0» ne figure nulle part\u00a0; recherche de ${alike.map((each) => `«\u00a0${each}\u00a0»`).join(' ou ')}.`,
    older: (count, first, last) =>
      count === 1 ? `1 autre valeur\u00a0: ${first}` : `${count} autres valeurs\u00a0: de ${first} à ${last}`,
    more: (count, option) => `${count} de plus avec ${option}`,
  },
  counts: (findings, names) =>
    names === 0 && findings === 0
      ? 'Ne nomme aucun des organismes connus ici'
      : `${findings === 0 ? 'Aucun problème' : plural(findings, 'constat')} · ${plural(names, 'nom')}`,
  decidedBy: (quoted) => `La phrase dit ${quoted}.`,
  foundBy: (reader, day, alsoRules) =>
    `Relevé par ${reader} lors de la relecture du ${day}${alsoRules ? ', et par les règles' : ''}\u00a0; comparé aux données.`,
  dataOf: (date) => `Données\u00a0: ${date}`,
};

/** A day has an article in French: « le 14 novembre 1989 », but « 1989 ». */
function article(date: string): string {
  return /^\d{1,2}(er)? /.test(date) ? `le ${date}` : date;
}

function plural(count: number, noun: string): string {
  return `${count === 0 ? 'aucun' : count} ${noun}${count > 1 ? 's' : ''}`;
}
