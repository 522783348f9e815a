import acts from '../../data/relations/acts.json';
import confusions from '../../data/relations/confusions.json';
import heads from '../../data/relations/heads.json';
import names from '../../data/relations/names.json';
import objectives from '../../data/relations/objectives.json';
import votes from '../../data/relations/votes.json';
import type { Lang } from '../../src/core/document';
import type { Fact } from '../../src/core/termbase/concept';
import type { Termbase } from '../../src/core/termbase/termbase';
import { TEMPLATES, type TrialSet } from './gridTemplates';
import { VerbForms, articled, preferredName, sentenceOf, withArticle, type Slots } from './trialSentence';
import type { Trial } from './trials';
import { statusTrials } from './trialsOfStatus';

/** The trials of one language for one subject: makes its sentences. */
export class TrialMaker {
  readonly verbs: VerbForms;
  private readonly own: Slots;

  constructor(
    readonly lang: Lang,
    readonly subject: string,
    readonly termbase: Termbase,
  ) {
    this.verbs = new VerbForms(lang);
    const name = preferredName(subject, lang, termbase);
    this.own = name ? { ...TEMPLATES[lang].trials.slots, S: withArticle(name, lang), N: name.text } : {};
  }

  /** The sentences of a set; none for a subject without a name in the language. */
  texts(set: TrialSet, slots: Slots, end?: string): readonly string[] {
    const { forms, ...sets } = TEMPLATES[this.lang].trials;
    const templates = forms[`${set} ${slots.key}`] ?? sets[set];
    if (this.own.S === undefined) return [];
    return [...new Set(templates.map((each) => sentenceOf(each, { ...this.own, ...slots }, this.lang, end)))];
  }

  /** A trial of a word: its sentences with the wrong value, and with the right ones. */
  trial(
    relation: string,
    word: string,
    set: TrialSet,
    slots: Slots & { readonly v: string },
    ...right: readonly (Slots | undefined)[]
  ): Trial {
    const textsWith = (own: Slots): readonly string[] => this.texts(set, { ...slots, ...own, key: word });
    return {
      relation,
      subject: this.subject,
      lang: this.lang,
      word,
      texts: textsWith({}),
      value: slots.v,
      right: right.flatMap((each) => (each ? textsWith(each) : [])),
    };
  }

  fact(id: string): Fact {
    return this.termbase.facts.get(id)!;
  }
}

/** The trials of what is no event, count, place or body: heads, votes, statuses, objectives, acts and names. */
export function trialsOfKinds(lang: Lang, termbase: Termbase): readonly Trial[] {
  const maker = (subject: string): TrialMaker => new TrialMaker(lang, subject, termbase);
  return [
    ...headTrials(maker(heads.subject)),
    ...votes.relations.flatMap((relation) => voteTrials(maker(relation.subjects[0]!), relation)),
    ...topicTrials(maker(objectives.relations[0]!.subjects[0]!)),
    ...actTrials(maker(acts.relations[0]!.subjects[0]!)),
    ...nameTrials(maker(names.subjects[0]!)),
    ...abbreviationTrials(maker(confusions.organization)),
    ...statusTrials(lang, maker),
  ].filter(({ texts }) => texts.length > 0);
}

function headTrials(maker: TrialMaker): readonly Trial[] {
  const { lang, verbs } = maker;
  const { titles, seats, lead } = heads.words[lang];
  const id = `${heads.subject}-${heads.property}`;
  const [now, before] = ['iom-head-amy-pope', 'iom-head-antonio-vitorino'].map((each) =>
    String(maker.fact(each).value),
  );
  const values = { v: before! };
  const right = { v: now! };
  const { value: person, from, to } = maker.fact('iom-head-brunson-mckinley');
  const span = (...years: readonly (string | number)[]): string =>
    years.reduce<string>((text, year, i) => text.replace(`{${i}}`, String(year)), TEMPLATES[lang].trials.slots.span!);
  const [first, last] = [Number(from!.slice(0, 4)), Number(to!.slice(0, 4))];
  const years = { v: span(first - 12, last - 14), person: String(person) };
  return [
    ...titles.map((word) => maker.trial(id, word, 'headTitle', { ...values, word }, right)),
    ...seats.map((word) => maker.trial(id, word, 'headSeat', { ...values, word }, right)),
    ...lead.map((word) => maker.trial(id, word, 'headLead', { ...values, ...verbs.slotsOf(word) }, right)),
    ...titles.map((word) =>
      maker.trial(`${id}-years`, word, 'headYears', { ...years, word }, { v: span(first, last) }),
    ),
    ...heads.wrongTitles[lang].flatMap(({ titles: wrong, instead }) =>
      wrong.map((word) => maker.trial(heads.title, word, 'headWrong', { v: word, head: now! }, { v: instead })),
    ),
  ];
}

function voteTrials(maker: TrialMaker, { id, fact }: (typeof votes.relations)[number]): readonly Trial[] {
  const { lang, verbs } = maker;
  const { sides, ballots, units, to } = votes.words;
  const right = String(maker.fact(fact).value).split('-');
  const wrong = right.map((value) => String(Number(value) + 9));
  const all = { n0: right[0]!, n1: right[1]!, n2: right[2]! };
  const of = (word: string, set: TrialSet, side: number, slots: Slots): Trial =>
    maker.trial(
      id,
      word,
      set,
      { ...all, ...slots, v: wrong[side]!, [`n${side}`]: wrong[side]! },
      { v: right[side]!, [`n${side}`]: right[side]! },
    );
  return [
    ...sides.flatMap(({ labels, verbs: own }, side) => [
      ...labels[lang].map((word) => of(word, 'voteSide', side, { [`l${side}`]: word })),
      ...own[lang].map((word) => of(word, 'voteVerb', side, verbs.slotsOf(word))),
    ]),
    ...ballots[lang].map((word) => of(word, 'voteBallot', 0, { word })),
    ...units[lang].map((word) => of(word, 'voteUnit', 0, { word })),
    ...to[lang].map((word) => of(word, 'voteTo', 1, { word })),
  ];
}

function topicTrials(maker: TrialMaker): readonly Trial[] {
  const { lang } = maker;
  const [{ id, units, field, topics }] = objectives.relations as [(typeof objectives.relations)[number]];
  const unit = units[lang][0]!;
  const wordsOf = (topic: (typeof topics)[number]): readonly string[] => [
    ...topic.words[lang],
    ...((topic as { readonly also?: Readonly<Record<Lang, readonly string[]>> }).also?.[lang] ?? []),
  ];
  const wrongOf = (number: number): number => ((number + 10) % topics.length) + 1;
  const named = (number: number): string => articledUnit(`${unit} ${number}`, lang);
  return [
    ...topics.flatMap((topic) =>
      topic.words[lang].map((word) => {
        const fits = topics.filter((each) => wordsOf(each).includes(word)).map(({ number }) => number);
        const wrong = [0, 1, 2, 3].map((n) => wrongOf(topic.number + n)).find((number) => !fits.includes(number))!;
        return maker.trial(id, word, 'topicWord', { v: named(wrong), word }, { v: named(topic.number) });
      }),
    ),
    ...field[lang].nouns.map((noun) => {
      const word = articled(noun, lang);
      return maker.trial(
        id,
        noun,
        'topicNoun',
        { v: named(5), word, topic: topics[19]!.about[lang] },
        { v: named(20) },
      );
    }),
    ...units[lang].map((word) => maker.trial(id, `${word} 24`, 'topicUnit', { v: '24', word }, { v: '23' })),
  ];
}

/** "Objective 9", "l'objectif 9". */
function articledUnit(unit: string, lang: Lang): string {
  return lang === 'en' ? unit : articled(unit, lang);
}

function actTrials(maker: TrialMaker): readonly Trial[] {
  const { lang, verbs } = maker;
  const [{ id, field, units, fact }] = acts.relations as [(typeof acts.relations)[number]];
  const right = String(maker.fact(fact).value).replace('A/RES/', '');
  const values = { v: right.replace(/\d+$/, (last) => String(Number(last) + 9)) };
  return [
    ...field[lang].theme.map((word) =>
      maker.trial(id, word, 'actVerb', { ...values, ...verbs.slotsOf(word) }, { v: right }),
    ),
    ...units[lang].map((word) => maker.trial(id, word, 'actUnit', { ...values, word }, { v: right })),
  ];
}

function nameTrials(maker: TrialMaker): readonly Trial[] {
  const { lang, verbs } = maker;
  const id = `${names.subjects[0]}-${names.property}`;
  const at = (year: number): { v: string; at: string } => ({
    v: String(year),
    at: TEMPLATES[lang].at.year!.replace('{v}', String(year)),
  });
  const right = Number(maker.fact('iom-renamed-1989').from!.slice(0, 4));
  const of = (word: string, set: TrialSet, slots: Slots): Trial =>
    maker.trial(id, word, set, { ...slots, ...at(right - 7) }, at(right));
  return [
    ...names.turning[lang].map((word) => of(word, 'nameTurning', verbs.slotsOf(word))),
    ...names.withNoun[lang].map((word) => of(word, 'nameWithNoun', verbs.slotsOf(word))),
    ...names.nouns[lang].map((word) => of(word, 'nameNoun', { word })),
    ...names.present[lang].map((word) => of(word, 'namePresent', { word })),
  ];
}

function abbreviationTrials(maker: TrialMaker): readonly Trial[] {
  const { lang } = maker;
  return confusions.wrongAbbreviations[lang].map((word) =>
    maker.trial('iom-abbreviation', word, 'abbreviation', { v: word }, { v: confusions.abbreviation[lang] }),
  );
}
