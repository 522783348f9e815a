import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { ofThing } from '../events/things';
import type { EventRelation, Relation } from '../relation';
import type { Utterance } from '../utterance';
import { datesIn, type Entry } from './entries';
import { labelWordsOf } from './labelWords';

/** The subject of an entry, and whether its label is one of the relation or consists of the subject only. */
export interface Match {
  readonly subject: OwnReferent;
  readonly how: 'label' | 'subject';
}

/**
 * Whether the label consists of one of the relation's labels, with its subject, a date and words without effect; or,
 * where `mayBeSubject` allows it, of its subject only.
 */
export function matchOf(entry: Entry, relation: Relation, mayBeSubject = false): Match | undefined {
  const { utterance, row } = entry;
  const label = labelOf(entry);
  // Most labels have no word of most relations, and need no closer inspection.
  const isOfRelation = label.words.some((i) => beginsLabel(relation, utterance.words[i]!));
  if (!isOfRelation && !(mayBeSubject && label.groups.length > 0)) return undefined;
  const names = label.groups.flatMap(({ named }) => named);
  const own = names.map((each) => ({ ...each, term: termOf(each, relation) }));
  if (own.some(({ term }) => term === undefined)) return undefined;
  const isName = (i: number): boolean => own.some(({ first, next }) => i >= first && i < next);
  const left = label.words.filter((i) => !isName(i));
  const words = left.map((i) => utterance.words[i]!);
  const isRest = (k: number): boolean => isGeneric(utterance, left[k]!);
  const isLabel = words.some((_, k) =>
    [relation.labels.lengthAt(words, k), relation.field.nouns.lengthAt(words, k)].some(
      (length) => length > 0 && words.every((_word, i) => (i >= k && i < k + length) || isRest(i)),
    ),
  );
  const [name] = own;
  if (!isLabel && !(name && words.every((_, i) => isRest(i)))) return undefined;
  const how = isLabel ? 'label' : 'subject';
  if (row) {
    const subject = name || !isLabel ? undefined : ownIn(row.utterance, relation);
    return subject && { subject: row.isColumn ? { ...subject, by: 'reference' } : subject, how };
  }
  if (name)
    return {
      subject: { kind: 'own', concept: name.term!.entry.concept.id, by: 'name', mention: name.mention },
      how,
    };
  const topic = utterance.discourse.topicOf(utterance.site.block, relation);
  return topic && topic !== 'other' ? { subject: { ...topic, by: 'reference' }, how } : undefined;
}

function termOf({ mention }: NounGroup['named'][number], { concepts }: Relation) {
  return mention.terms.find(({ entry }) => concepts.has(entry.concept.id));
}

/** Words that leave the meaning of a label unchanged. */
function isGeneric({ words, lang, grammar, reading }: Utterance, i: number): boolean {
  const token = reading.sentence.tokens[i]!;
  return (
    labelWordsOf(lang).generic.has(words[i]!) ||
    grammar.rolesOf(token) !== undefined ||
    grammar.is(token, 'definite') ||
    grammar.is(token, 'coordinator') ||
    grammar.elided.has(token.folded)
  );
}

/**
 * The relation's subject in the first cell of a row, or the owner of a thing named there: "The Constitution of IOM".
 */
function ownIn(utterance: Utterance, relation: Relation | EventRelation): OwnReferent | undefined {
  return utterance.reading.nodes
    .flatMap((node) => {
      if (node.kind !== 'noun') return [];
      const isOfThing = 'of' in relation && relation.of.size > 0;
      return (isOfThing ? ofThing(utterance, node, relation) : utterance.own(node, relation)) ?? [];
    })
    .at(0);
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
    const { utterance, from } = entry;
    const { sentence, groups } = utterance.reading;
    const dates = datesIn(utterance.reading);
    const isDate = (i: number): boolean => dates.some(({ first, next }) => next <= from && i >= first && i < next);
    known = {
      groups: groups.filter(({ next }) => next <= from),
      words: sentence.tokens.slice(0, from - 1).flatMap(({ kind }, i) => (kind === 'word' && !isDate(i) ? [i] : [])),
    };
    LABELS.set(entry, known);
  }
  return known;
}

function beginsLabel({ labels, field }: Relation, word: string): boolean {
  return labels.get(word).length > 0 || field.nouns.get(word).length > 0;
}
