import subjects from '../../data/relations/subjects.json';
import { type Lang } from '../../src/core/document';
import { grammarOf } from '../../src/core/reading/grammar';
import type { NounClass } from '../../src/core/reading/grammarFile';
import { listOf } from '../../src/core/reading/grammarIndex';
import type { Termbase } from '../../src/core/termbase/termbase';
import { TEMPLATES, type TrialSet } from './gridTemplates';
import { valuesOf, type GridRelation, type Values } from './gridValues';
import { articled, type Slots } from './trialSentence';
import type { Trial } from './trials';
import { TrialMaker } from './trialsOfKinds';

/** The trials of each label of a relation, under a title that names its subject. */
export function labelTrials(relation: GridRelation, lang: Lang, termbase: Termbase): readonly Trial[] {
  return relation.subjects.flatMap((subject) => {
    const maker = new TrialMaker(lang, subject, termbase);
    const { wrong, right, asOf } = valuesIn(relation, lang, subject, termbase);
    const dated = (word: string): string => (relation.dated ? `${word} (${asOf})` : word);
    return (relation.labels?.[lang] ?? [])
      .map((word) => maker.trial(`${relation.id}/label`, word, 'label', { v: wrong, word: dated(word) }, { v: right }))
      .filter(({ texts }) => texts.length > 0);
  });
}

/**
 * The trials of references: the short names and the pronoun of a subject after a sentence that names it, with the first
 * word of a relation.
 */
export function referenceTrials(relation: GridRelation, lang: Lang, termbase: Termbase): readonly Trial[] {
  const { theme = [], agent = [], nouns = [] } = relation.field?.[lang] ?? {};
  const [set, word] = (
    [
      ['referenceBody', relation.kind === 'body' ? theme[0] : undefined],
      ['referenceUnit', relation.recurring ? undefined : relation.units?.[lang][0]],
      ['referenceTheme', relation.kind === 'body' ? undefined : theme[0]],
      ['referenceAgent', agent[0]],
      ['referenceNoun', nouns[0]],
    ] as const
  ).find((each) => each[1] !== undefined) ?? ['referenceNoun', undefined];
  if (word === undefined || relation.objects || relation.of || relation.recurring) return [];
  return relation.subjects.flatMap((subject) =>
    referencesTo(subject, lang).flatMap((reference) =>
      trialsOfReference(relation, subject, lang, reference, set, word, termbase),
    ),
  );
}

function trialsOfReference(
  relation: GridRelation,
  subject: string,
  lang: Lang,
  reference: string,
  set: TrialSet,
  word: string,
  termbase: Termbase,
): readonly Trial[] {
  const maker = new TrialMaker(lang, subject, termbase);
  const values = valuesIn(relation, lang, subject, termbase);
  const when = relation.dated ? ` ${TEMPLATES[lang].at.year!.replace('{v}', values.asOf!)}.` : '.';
  const slots = (v: string): Slots & { readonly v: string } => ({
    ...maker.verbs.slotsOf(word),
    v,
    word: reference,
    unit: word,
    noun: articled(word, lang),
    at: TEMPLATES[lang].at[values.kind]?.replace('{v}', v) ?? v,
  });
  const after = (texts: readonly string[]): readonly string[] =>
    maker
      .texts('referenceBefore', {})
      .flatMap((before) => texts.map((text) => `${before} ${text.slice(0, -1)}${when}`));
  const trial = maker.trial(`${relation.id}/reference`, reference, set, slots(values.wrong), slots(values.right));
  return trial.texts.length === 0
    ? []
    : [{ ...trial, texts: after(trial.texts), right: values.right === '' ? [] : after(trial.right) }];
}

/** The short names of a subject with their articles: "the Organization". */
function referencesTo(subject: string, lang: Lang): readonly string[] {
  const classes = (subjects.shortNames as Readonly<Record<string, readonly string[]>>)[subject] ?? [];
  const { nounClasses } = grammarOf(lang).file;
  const words = classes.flatMap((name) => listOf(nounClasses[name as NounClass]));
  return words.map((word) => {
    const capital = word.replace(/^\p{L}/u, (first) => first.toUpperCase());
    return lang === 'en' ? `the ${capital}` : articled(capital, lang);
  });
}

function valuesIn(relation: GridRelation, lang: Lang, subject: string, termbase: Termbase): Values {
  const words = TEMPLATES[lang].relations[relation.id] ?? { set: '' };
  return valuesOf(relation, words, TEMPLATES[lang], lang, subject, termbase);
}
