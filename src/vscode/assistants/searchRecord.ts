import { factTime, rankOf } from '../../core/describe/facts';
import { filterFacts } from '../../core/describe/filterFacts';
import { LANGS } from '../../core/document';
import type { Fact } from '../../core/termbase/concept';
import type { TermEntry, Termbase } from '../../core/termbase/termbase';

export type Hit =
  | { readonly kind: 'name'; readonly term: TermEntry }
  | { readonly kind: 'fact'; readonly fact: Fact };

/**
 * What a question in plain words asks for, best first: the names that stand in it, right or not, then the facts and names
 * that have most of its words, rare words counting for more. Where none has, facts that are spelt alike.
 */
export function searchRecord(termbase: Termbase, question: string): readonly Hit[] {
  const asked = wordsOf(question);
  const words = [...new Set(asked.filter((word) => !EMPTY.has(word)))];
  const standing = namesIn(termbase, ` ${asked.join(' ')} `);
  const records = recordsOf(termbase);
  const weights = words.map((word) => {
    const count = records.filter(({ words: own }) => holds(own, word)).length;
    return count === 0 ? 0 : Math.log(1 + records.length / count);
  });
  const most = weights.reduce((sum, weight) => sum + weight, 0);
  const scored = records
    .map((record) => ({ ...record, score: words.reduce((sum, word, i) => sum + (weights[i] > 0 && holds(record.words, word) ? weights[i] : 0), 0) }))
    .filter(({ score }) => score > 0 && score >= most * ENOUGH)
    .sort((a, b) => b.score - a.score || a.rank - b.rank || b.time.localeCompare(a.time));
  const concepts = new Set(standing.map(({ entry }) => entry.concept.id));
  const hits: Hit[] = [
    ...standing.map((term): Hit => ({ kind: 'name', term })),
    ...scored.map(({ hit }) => hit).filter((hit) => hit.kind === 'fact' || !concepts.has(hit.term.entry.concept.id)),
  ];
  if (hits.length > 0 || words.length === 0) return hits;
  return [...filterFacts(termbase, words.join(' '))].map((fact) => ({ kind: 'fact', fact }));
}

/** Of the weight of all words of the question. */
const ENOUGH = 0.6;
const MOST_NAMES = 4;

interface Record {
  readonly hit: Hit;
  readonly words: ReadonlySet<string>;
  /** Of two that fit alike, what is asked for more often comes first, then what is newer. */
  readonly rank: number;
  readonly time: string;
}

const known = new WeakMap<Termbase, readonly Record[]>();

function recordsOf(termbase: Termbase): readonly Record[] {
  let records = known.get(termbase);
  if (records === undefined) known.set(termbase, (records = [...factRecords(termbase), ...nameRecords(termbase)]));
  return records;
}

function* factRecords(termbase: Termbase): Generator<Record> {
  for (const fact of termbase.facts.values()) {
    const terms = termbase.concepts.get(fact.subject)?.names.flatMap((name) => name.terms.map(({ text }) => text)) ?? [];
    const texts = [...LANGS.map((lang) => fact.statement[lang] ?? ''), fact.property, String(fact.value), fact.unit ?? '', fact.asOf ?? '', fact.from ?? '', ...terms];
    yield { hit: { kind: 'fact', fact }, words: new Set(wordsOf(texts.join(' '))), rank: rankOf(fact), time: factTime(fact) };
  }
}

/** Each concept by the official term of its newest name. */
function* nameRecords(termbase: Termbase): Generator<Record> {
  const shown = new Map(termbase.terms.filter(({ status }) => status === 'preferred' || status === 'superseded').map((term) => [term.entry.name.id, term] as const).reverse());
  for (const { names, definition, shield } of termbase.concepts.values()) {
    const term = shown.get(names.at(-1)?.id ?? '');
    if (term === undefined || shield === true) continue;
    const texts = [...LANGS.map((lang) => definition[lang] ?? ''), ...names.flatMap((name) => name.terms.map(({ text }) => text))];
    yield { hit: { kind: 'name', term }, words: new Set(wordsOf(texts.join(' '))), rank: Number.MAX_SAFE_INTEGER, time: '' };
  }
}

/** The terms that stand in the question as they are; a longer one stands for the shorter ones within. */
function namesIn(termbase: Termbase, question: string): readonly TermEntry[] {
  const found = new Map<string, TermEntry>();
  for (const term of termbase.terms) {
    if (term.suffix !== '') continue;
    const key = ` ${wordsOf(term.text).join(' ')} `;
    // A name may be the same in several languages and forms, and is told once.
    if (key.trim().length > 1 && question.includes(key) && !found.has(`${key}${term.entry.concept.id}`)) found.set(`${key}${term.entry.concept.id}`, term);
  }
  const keys = [...found.values()].map((term) => ({ term, key: ` ${wordsOf(term.text).join(' ')} ` }));
  return keys.filter(({ key }) => !keys.some((other) => other.key.length > key.length && other.key.includes(key))).map(({ term }) => term).slice(0, MOST_NAMES);
}

/** As it is, or with another ending: “state” and “states”. */
function holds(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  return word.length >= 4 && (words.has(`${word}s`) || words.has(`${word}es`) || (word.endsWith('s') && words.has(word.slice(0, -1))));
}

/** Words without case, accents and punctuation. */
function wordsOf(text: string): readonly string[] {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words of questions that say nothing of what is asked for, in the three languages. */
const EMPTY: ReadonlySet<string> = new Set((
  'a an and any are as at be been by can could did do does for from had has have how in into is it its me many much of on or please right say should still tell than that '
  + 'the their there these this to use used was were what when where which who whose why will with would write wrong '
  + 'au aux ce ces combien dans de des du elle en est et etait il ils la le les leur l d qu que quel quelle quels quelles qui quand ou par pour sont sur un une y '
  + 'al como con cual cuales cuando cuanto cuantos cuantas del donde el ella es esta fue ha hay lo los las para por que quien se ser son su sus un una y'
).split(' '));
