import type { OwnReferent } from '../../reading/naming';
import type { NounGroup, VerbGroup } from '../../reading/nodes';
import { datesIn, type Entry } from './entries';
import { isVerbOf } from '../field';
import { labelWordsOf } from './labelWords';
import type { CountRelation, Relation } from '../relation';
import type { Utterance } from '../utterance';
import { ofThing, type ThingRelation } from '../things';

/**
 * Whether the label consists of one of the relation's labels, with its subject, a date and words without effect; or,
 * where `mayBeSubject` allows it, of its subject only.
 */
export function matchOf(entry: Entry, relation: Relation, mayBeSubject = false): Match | undefined {
  const { utterance, asks, row } = entry;
  const { tokens } = utterance.reading.sentence;
  const { groups: inLabel, words } = labelOf(entry);
  // Most labels have no word of most relations, and need no closer inspection.
  if (
    !(mayBeSubject && inLabel.length > 0) &&
    !words.some((i) => isOfLabel(relation, utterance, i, asks !== undefined))
  )
    return undefined;
  const left = new Set(words);
  let named: OwnReferent | undefined;
  let isOther = false;
  for (const group of inLabel) {
    for (const each of group.named) {
      const isOwn = each.mention.terms.some((term) => relation.concepts.has(term.entry.concept.id));
      if (!isOwn) isOther = true;
      else if (!named)
        named = {
          kind: 'own',
          concept: each.mention.terms.find((term) => relation.concepts.has(term.entry.concept.id))!.entry.concept.id,
          by: 'name',
          mention: each.mention,
        };
      if (isOwn) for (let i = each.first; i < each.next; i++) left.delete(i);
    }
  }
  if (isOther) return undefined;
  const indexes = [...left].sort((a, b) => a - b);
  const row2 = indexes.map((i) => utterance.words[i]!);
  const { generic } = labelWordsOf(utterance.lang);
  const isNothing = (k: number): boolean => {
    const token = tokens[indexes[k]!]!;
    return (
      generic.has(row2[k]!) ||
      utterance.grammar.rolesOf(token) !== undefined ||
      utterance.grammar.is(token, 'definite') ||
      utterance.grammar.is(token, 'coordinator') ||
      utterance.grammar.elided.has(token.folded) ||
      utterance.grammar.ordinalOf(token) !== undefined
    );
  };
  const restIsNothing = (k: number, length: number): boolean =>
    row2.every((_, i) => (i >= k && i < k + length) || isNothing(i));
  const isLabel = asks
    ? 'units' in relation
      ? countsUnit(relation as CountRelation, row2, inLabel, utterance, words)
      : hasField(relation, row2, utterance, indexes)
    : row2.some((_, k) => lengthsAt(relation, row2, k).some((length) => restIsNothing(k, length)));
  // "What does the Compact contain?"
  const isOpen = asks?.size === 0;
  const isSubjectAlone = !isLabel && named !== undefined && (isOpen || (!asks && row2.every((_, i) => isNothing(i))));
  if (!isLabel && !isSubjectAlone) return undefined;
  if (row) {
    // "Simulation of the Forum" is not the Forum.
    const own = row.utterance.reading.nodes
      .flatMap((node) => (node.kind === 'noun' ? [ownIn(row.utterance, node, relation)] : []))
      .find((each) => each !== undefined);
    // "| IOM | IMO | ICM |": a former abbreviation in a column header denotes another body.
    if (row.isColumn && own?.mention.terms[0]!.status === 'superseded') return undefined;
    const isOfThing = 'of' in relation && (relation as ThingRelation).of.size > 0;
    return own && isLabel && named === undefined
      ? { subject: row.isColumn ? { ...own, by: 'reference' } : own, how: 'label', isOfThing }
      : undefined;
  }
  const subject = named ?? utterance.discourse.topicOf(utterance.site.block, relation);
  return subject && subject !== 'other'
    ? {
        subject: named ? subject : { ...subject, by: 'reference' },
        how: isLabel ? 'label' : 'subject',
        isOfThing: false,
      }
    : undefined;
}

/**
 * The relation's subject in the first cell of a row, or the owner of a thing named there: "The Constitution of IOM".
 */
function ownIn(utterance: Utterance, group: NounGroup, relation: Relation | ThingRelation): OwnReferent | undefined {
  return 'of' in relation && relation.of.size > 0
    ? ofThing(utterance, group, relation)
    : utterance.own(group, relation);
}

interface Label {
  readonly groups: readonly NounGroup[];
  /** Indexes of its words, except those of its dates. */
  readonly words: readonly number[];
}

const LABELS = new WeakMap<Entry, Label>();

/** The components of a label, independent of the relation. */
function labelOf(entry: Entry): Label {
  let known = LABELS.get(entry);
  if (!known) {
    const {
      utterance: { reading },
      from,
    } = entry;
    const {
      sentence: { tokens },
    } = reading;
    const words = new Set<number>();
    for (let i = 0; i < from - 1; i++) if (tokens[i]!.kind === 'word') words.add(i);
    for (const date of datesIn(reading))
      if (date.next <= from) for (let i = date.first; i < date.next; i++) words.delete(i);
    LABELS.set(
      entry,
      (known = { groups: reading.groups.filter(({ first, next }) => next <= from && first < from), words: [...words] }),
    );
  }
  return known;
}

/** Whether a word begins a phrase that a label or a question may have for a relation. */
function isOfLabel(relation: Relation, utterance: Utterance, i: number, asks: boolean): boolean {
  const word = utterance.words[i]!;
  return (
    relation.labels.get(word).length > 0 ||
    relation.field.nouns.get(word).length > 0 ||
    isOfVerb(relation, utterance, i, asks)
  );
}

function isOfVerb({ field }: Relation, utterance: Utterance, i: number, asks: boolean): boolean {
  const asked = asks
    ? utterance.reading.nodes.find((node): node is VerbGroup => node.kind === 'verb' && node.main === i)
    : undefined;
  return asked?.lemmas.some((lemma) => field.theme.get(lemma).length > 0 || field.agent.get(lemma).length > 0) === true;
}

/**
 * Which part of an entry's label matches a relation, its subject, and whether a header or title names the thing in
 * question.
 */
export type Match = { readonly subject: OwnReferent; readonly how: 'label' | 'subject'; readonly isOfThing: boolean };

function lengthsAt({ labels, field }: Relation, row: readonly string[], k: number): readonly number[] {
  const lengths = [labels.lengthAt(row, k), field.nouns.lengthAt(row, k)];
  return lengths.filter((length) => length > 0);
}

function hasField(
  { labels, field }: Relation,
  row: readonly string[],
  utterance: Utterance,
  indexes: readonly number[],
): boolean {
  // "When did its endorsement take place?": a verb that only says that something happened.
  const isLight = (verb: VerbGroup): boolean =>
    utterance.reading.statements.some(
      (each) =>
        each.verb === verb &&
        each.objects.some(({ words }) => words.length === 1 && utterance.grammar.isNoun(words[0]!, 'light')),
    );
  const asked = utterance.reading.nodes.filter(
    (node): node is VerbGroup => node.kind === 'verb' && indexes.includes(node.main) && !isLight(node),
  );
  return (
    labels.isIn(row) ||
    field.nouns.isIn(row) ||
    asked.some(
      (verb) => isVerbOf(field.theme, verb, utterance.reading) || isVerbOf(field.agent, verb, utterance.reading),
    )
  );
}

/**
 * "How many States belong to IOM?", "What is its membership?": the counted noun determines the relation; the verb,
 * "has", fits every number. A looser unit must occur without a modifier: "how many observer States" is not about
 * members.
 */
function countsUnit(
  relation: CountRelation,
  row: readonly string[],
  inLabel: readonly NounGroup[],
  utterance: Utterance,
  indexes: readonly number[],
): boolean {
  const { labels, field, units, looseUnits } = relation;
  const { lang } = utterance;
  const asking = labelWordsOf(lang).questions.get('count')!;
  const isLoose =
    indexes.some((i) => isOfVerb(relation, utterance, i, true)) &&
    inLabel.some(({ words }) => {
      const at = looseUnits.indexIn(words);
      // Only the words that ask for the number precede it.
      return (
        at >= 0 &&
        words.length === at + looseUnits.lengthAt(words, at) &&
        (at === 0 || asking.lengthAt(words, 0) === at)
      );
    });
  return [labels, field.nouns, units].some((list) => list.isIn(row)) || isLoose;
}
