import data from '../../../data/relations/labels.json';
import type { Claim } from '../claims/claim';
import type { Records } from '../claims/records';
import type { Sentence } from '../reading/sentence';
import type { Surroundings } from '../context/surroundings';
import type { Lang } from '../document';
import type { Block } from '../prose/prose';
import { cellsOf, labelledIn } from '../reading/cells';
import type { OwnReferent, Part } from '../reading/discourse';
import { grammarOf } from '../reading/grammar';
import type { DateGroup, NounGroup } from '../reading/nodes';
import type { Reading } from '../reading/read';
import { labelledBodies } from './bodies';
import { compareCount } from './compareCount';
import { unitOf } from './counts';
import { compareDate } from './dates';
import { PhraseList, nounPhrase } from './field';
import { comparePlace, placeOf } from './places';
import type { CountRelation, Relation, Relations } from './relation';
import { Said } from './said';
import { yearsOf, type Years } from './time';

/** "Members: 171", "| Seat | Vienna |", "Where is IOM based? In Vienna.": values that a label or a question gives to its subject. */
export function labelClaims(sentence: Sentence, around: Said, surroundings: Surroundings, relations: Relations, records: Records): readonly Claim[] {
  if (around.reading.modality !== 'asserted' && around.reading.modality !== 'asked') return [];
  return entriesOf(sentence, around, surroundings).flatMap((entry) => [...claimsOf(entry, relations, records), ...labelledBodies(entry, relations.bodies, records)]);
}

/** A label with its value, read as one stretch: the value begins at token `from`. */
export interface Entry {
  readonly said: Said;
  readonly from: number;
  /** Whom the row is about, by its first cell. */
  readonly row: { readonly said: Said } | undefined;
  readonly asks: Asked | undefined;
  /** A part of a longer value: "objectives 5 and 6" counts nothing. */
  readonly isInner: boolean;
}

type Asked = ReadonlySet<'count' | 'date' | 'place'>;

/** The labels and questions whose values stand in a sentence. */
export function entriesOf(sentence: Sentence, around: Said, surroundings: Surroundings): readonly Entry[] {
  const { prose } = surroundings;
  const { block } = sentence;
  if (sentence.tokens.length === 0 || sentence.tokens.length > 200) return [];
  const cells = cellsOf(sentence, prose);
  const isAsked = around.reading.modality === 'asked';
  if (cells.length === 0) return [];
  if (cells.length > 1) return isAsked ? [] : ofCells(cells, block, around, surroundings);
  const question = questionBefore(sentence, block, surroundings);
  const answered = question && entryOf([{ sentence: question, first: 0, next: question.tokens.length - 1 }], cells[0], around, { asks: asksFor(question, around.lang) });
  const labelled = isAsked || block.kind === 'heading' ? [] : labelledIn(cells[0], prose).flatMap(({ label, value }) => [entryOf([label], value, around, {}), ...innerOf(label, value, around)]);
  return answered ? [answered, ...labelled] : labelled;
}

/** What else is known of an entry: the time of its column or row, whom its row is about, what its question asks for. */
interface Beside {
  readonly time?: Years;
  readonly row?: Said;
  readonly asks?: Asked;
  readonly isInner?: boolean;
}

function entryOf(labels: readonly Part[], value: Part, around: Said, { time, row, asks, isInner = false }: Beside): Entry {
  const reading = around.discourse.readingOfParts([...labels, value], around.site.block);
  const from = labels.reduce((sum, { first, next }) => sum + next - first + 1, 0);
  // "Staff (2020): 15,311"
  const ofLabel = datesIn(reading).filter(({ next }) => next <= from).flatMap(yearsOf)[0];
  const said = new Said({ ...around.site, reading }, around.discourse, around.lang, around.documentDate, ofLabel ?? time ?? around.inherited);
  return { said, from, row: row && { said: row }, asks, isInner };
}

/** "The Compact: adopted on 10 December 2018, 25 objectives": what each part of a value says before its own date or number goes with the label. */
function innerOf(label: Part, value: Part, around: Said): readonly Entry[] {
  const { grammar } = around;
  const { sentence: { tokens } } = value;
  const entries: Entry[] = [];
  for (let first = value.first, i = value.first; i <= value.next; i++) {
    if (i < value.next && !/^[,;]$/.test(tokens[i].folded)) continue;
    const at = tokens.findIndex((token, k) => k > first && k < i && (/^\d/.test(token.folded) || grammar.monthOf(token) !== undefined || grammar.numberOf(token) !== undefined));
    if (at > first && at - first <= 8 && entries.length < 6) entries.push(entryOf([label, { ...value, first, next: at }], { ...value, first: at, next: i }, around, { isInner: true }));
    first = i + 1;
  }
  return entries;
}

/** Of a row the first cell labels the second; in a table of more columns each is labelled by the head of its column. */
function ofCells(cells: readonly Part[], block: Block, around: Said, surroundings: Surroundings): readonly Entry[] {
  const entries: Entry[] = [];
  const head = headOf(block, surroundings);
  const readAlone = (part: Part): Said => { const reading = around.discourse.readingOfParts([part], block); return new Said({ ...around.site, reading }, around.discourse, around.lang, undefined, undefined); };
  const [first, ...rest] = cells;
  const heads = head && head.length === cells.length ? head : undefined;
  for (const [i, value] of rest.entries()) {
    // Of several values in a row the time of each is the head of its column.
    const columnTime = heads && timeIn(readAlone(heads[i + 1]));
    if (rest.length > 1 && !columnTime) continue;
    entries.push(entryOf([first], value, around, { time: columnTime }));
  }
  if (!heads) return entries;
  const alone = cells.map(readAlone);
  const time = alone.map(timeIn).find((each) => each !== undefined);
  const isOfTime = timeIn(alone[0]) !== undefined;
  const title = isOfTime ? titleOf(block, surroundings) : undefined;
  for (const [i, value] of cells.entries()) {
    if (i === 0) continue;
    if (!isOfTime) { entries.push(entryOf([heads[i]], value, around, { row: alone[0] })); continue; }
    if (timeIn(alone[i])) continue;
    entries.push(entryOf([heads[i]], value, around, { time }));
    // "Membership of IOM" above, "Year | Number" in the head.
    if (title) entries.push(entryOf([title, heads[i]], value, around, { time }));
  }
  return entries;
}

/** The cells of the first row of the table that a row is in, if it is not that itself. */
function headOf(block: Block, surroundings: Surroundings): readonly Part[] | undefined {
  const { prose } = surroundings;
  const { blocks } = prose;
  const at = prose.indexAt(block.start);
  let b = at;
  while (b > 0 && blocks[b - 1].kind === 'table-row' && !NEW_TABLE.test(prose.text.slice(blocks[b - 1].end, blocks[b].start))) b--;
  const [sentence] = b === at ? [] : surroundings.sentencesOf(blocks[b]);
  return sentence && cellsOf(sentence, prose);
}

/** The caption, heading or opening line above a table. */
function titleOf(block: Block, surroundings: Surroundings): Part | undefined {
  const { blocks } = surroundings.prose;
  let b = surroundings.prose.indexAt(block.start);
  while (b >= 0 && blocks[b].kind === 'table-row') b--;
  const above = blocks[b];
  // "3. Members of IOM": the number stands by itself.
  const sentence = above && above.end - above.start < 160 ? surroundings.sentencesOf(above).at(-1) : undefined;
  return sentence && sentence.tokens.length > 0 ? { sentence, first: 0, next: sentence.tokens.length } : undefined;
}

const NEW_TABLE = /<table|\n[ \t]*\r?\n/i;

/** The year or date that is all that a cell says. */
function timeIn({ reading }: Said): Years | undefined {
  const dates = reading.nodes.filter((node): node is DateGroup => node.kind === 'date');
  const isAll = reading.nodes.every(({ kind }) => kind === 'date' || kind === 'preposition' || kind === 'other');
  return dates.length === 1 && isAll ? yearsOf(dates[0])[0] : undefined;
}

/** The sentence before one, if it asks something: a heading, the term of a list, or one of the same paragraph. */
function questionBefore(sentence: Sentence, block: Block, surroundings: Surroundings): Sentence | undefined {
  const own = surroundings.sentencesOf(block);
  const at = own.indexOf(sentence);
  let before = at > 0 ? own[at - 1] : undefined;
  // A list behind a question may be what a quiz offers.
  if (at === 0 && block.kind !== 'list-item') {
    const previous = surroundings.prose.blocks[surroundings.prose.indexAt(block.start) - 1];
    const sentences = previous && previous.kind !== 'table-row' && previous.kind !== 'caption' ? surroundings.sentencesOf(previous) : [];
    before = sentences[sentences.length - 1];
  }
  return before && before.tokens.length < 40 && before.tokens[before.tokens.length - 1]?.folded === '?' ? before : undefined;
}

interface Words {
  readonly generic: ReadonlySet<string>;
  readonly alternatives: ReadonlySet<string>;
  readonly questions: ReadonlyMap<'count' | 'date' | 'place', PhraseList>;
}

const words = new Map<Lang, Words>();

function wordsOf(lang: Lang): Words {
  let known = words.get(lang);
  if (!known) {
    const grammar = grammarOf(lang);
    const list = (phrases: readonly string[]): PhraseList => new PhraseList(phrases, (phrase) => nounPhrase(phrase, grammar));
    const { questions } = data;
    known = {
      generic: new Set(data.generic[lang].flatMap((word) => nounPhrase(word, grammar))), alternatives: new Set(data.alternatives[lang]),
      questions: new Map([['count', list(questions.count[lang])], ['date', list(questions.date[lang])], ['place', list(questions.place[lang])]]),
    };
    words.set(lang, known);
  }
  return known;
}

function asksFor(question: Sentence, lang: Lang): Asked {
  const grammar = grammarOf(lang);
  const row = question.tokens.flatMap(({ kind, folded }) => (kind === 'word' ? [grammar.singular(folded)] : []));
  return new Set([...wordsOf(lang).questions].flatMap(([kind, list]) => (list.isIn(row) ? [kind] : [])));
}

/** What of an entry's label speaks of a relation, and who is its subject. */
type Match = { readonly subject: OwnReferent; readonly how: 'label' | 'subject' };

/** Whether the label says nothing but one of the relation's labels, with its subject, a date and words that change nothing; or its subject alone. */
export function matchOf(entry: Entry, relation: Relation): Match | undefined {
  const { said, from, asks, row } = entry;
  const { tokens } = said.reading.sentence;
  const inLabel = said.reading.groups.filter(({ first, next }) => next <= from && first < from);
  const left = new Set<number>();
  for (let i = 0; i < from - 1; i++) if (tokens[i].kind === 'word') left.add(i);
  for (const date of datesIn(said.reading)) if (date.next <= from) for (let i = date.first; i < date.next; i++) left.delete(i);
  let named: OwnReferent | undefined;
  let isOther = false;
  for (const group of inLabel) {
    const own = said.own(group, relation);
    if (own) { named ??= own; for (let i = group.first; i < group.next; i++) if (group.named.length > 0 ? group.named.some(({ first, next }) => i >= first && i < next) : true) left.delete(i); }
    for (const each of group.named) {
      const isOwn = each.mention.terms.some((term) => relation.concepts.has(term.entry.concept.id));
      if (!isOwn) isOther = true;
      else if (!named) named = { kind: 'own', concept: each.mention.terms.find((term) => relation.concepts.has(term.entry.concept.id))!.entry.concept.id, by: 'name', mention: each.mention };
      if (isOwn) for (let i = each.first; i < each.next; i++) left.delete(i);
    }
  }
  if (isOther) return undefined;
  const indexes = [...left].sort((a, b) => a - b);
  const row2 = indexes.map((i) => said.words[i]);
  const { generic } = wordsOf(said.lang);
  const isNothing = (k: number): boolean => { const token = tokens[indexes[k]]; return generic.has(row2[k]) || said.grammar.rolesOf(token) !== undefined || said.grammar.is(token, 'definite') || said.grammar.is(token, 'coordinator') || said.grammar.elided.has(token.folded) || said.grammar.ordinalOf(token) !== undefined; };
  const restIsNothing = (k: number, length: number): boolean => row2.every((_, i) => (i >= k && i < k + length) || isNothing(i));
  const isLabel = asks ? hasField(relation, row2, said, indexes) : row2.some((_, k) => lengthsAt(relation, row2, k, said, indexes).some((length) => restIsNothing(k, length)));
  const isSubjectAlone = !isLabel && !asks && named !== undefined && row2.every((_, i) => isNothing(i));
  if (!isLabel && !isSubjectAlone) return undefined;
  if (row) {
    const own = row.said.reading.groups.map((group) => row.said.own(group, relation)).find((each) => each !== undefined);
    return own && isLabel && named === undefined ? { subject: own, how: 'label' } : undefined;
  }
  if (asks && named === undefined) {
    // "How many members has it?"
    const at = inLabel.find(({ pronoun }) => pronoun === 'thing');
    const taken = at && said.refer(at, relation);
    if (taken?.kind === 'own') return { subject: taken, how: 'label' };
    if (taken?.kind === 'other' || inLabel.some(({ isProper, pronoun }) => isProper || (pronoun !== undefined && pronoun !== 'thing' && pronoun !== 'other'))) return undefined;
  }
  const subject = named ?? said.discourse.topicOf(said.site.block, relation);
  return subject && subject !== 'other' ? { subject: named ? subject : { ...subject, by: 'reference' }, how: isLabel ? 'label' : 'subject' } : undefined;
}

function lengthsAt({ labels, field }: Relation, row: readonly string[], k: number, said: Said, indexes: readonly number[]): readonly number[] {
  const lengths = [labels.lengthAt(row, k), field.nouns.lengthAt(row, k)];
  if (isParticipleOf([field.theme], said, indexes[k])) lengths.push(1);
  return lengths.filter((length) => length > 0);
}

function hasField({ labels, field }: Relation, row: readonly string[], said: Said, indexes: readonly number[]): boolean {
  return labels.isIn(row) || field.nouns.isIn(row) || indexes.some((i) => isParticipleOf([field.theme, field.agent], said, i));
}

function isParticipleOf(lists: readonly PhraseList[], { grammar, reading }: Said, i: number): boolean {
  return grammar.verbForms(reading.sentence.tokens[i]).some(({ lemma, kind }) => (kind === 'participle' || lists.length > 1) && lists.some((list) => list.get(lemma).some((phrase) => phrase.length === 1)));
}

function claimsOf(entry: Entry, { counts, dates, places }: Relations, records: Records): readonly Claim[] {
  const { said, from, asks } = entry;
  const { tokens } = said.reading.sentence;
  const value = tokens.slice(from);
  const { alternatives } = wordsOf(said.lang);
  if (value.length === 0 || value.length > 60 || value.some(({ folded }) => folded === '?')) return [];
  const isBare = !said.reading.statements.some(({ verb, first }) => verb !== undefined && first >= from && !verb.lemmas.some((lemma) => said.grammar.isVerb(lemma, 'copula')));
  if (asks && (asks.size === 0 || !isBare)) return [];
  const isChoice = value.some(({ folded }) => alternatives.has(folded));
  const inValue = said.reading.groups.filter(({ first }) => first >= from);
  const found: { readonly claim: Claim | undefined; readonly match: Match; readonly kind: string }[] = [];
  const numbers = inValue.filter((group) => group.quantity !== undefined && group.ordinal === undefined);
  for (const relation of (asks && !asks.has('count')) || entry.isInner ? [] : counts) {
    const match = numbers.length > 0 && !isChoice ? matchOf(entry, relation) : undefined;
    const group = match && numberOf(said, numbers, relation, match);
    if (match && group) found.push({ kind: 'count', match, claim: isFar(group, relation, match, records) ? undefined : compareCount(said, group, group.quantity!, relation, { subject: match.subject, statement: undefined }, records) });
  }
  const told = datesIn(said.reading).filter(({ first }) => first >= from);
  for (const relation of asks && !asks.has('date') ? [] : dates) {
    if (told.length === 0 || isChoice || relation.unless.isIn(said.words) || new Set(told.map((date) => date.from.year)).size > 1) continue;
    const match = matchOf(entry, relation);
    if (match?.how === 'label' && (relation.objects.size === 0 || relation.objects.isIn(said.words)) && (relation.of.size === 0 || relation.of.isIn(said.words))) found.push({ kind: 'date', match, claim: compareDate(said, relation, { subject: match.subject, date: told[0], statement: undefined, group: undefined }, records) });
  }
  const known = inValue.filter((group) => placeOf(group) !== undefined);
  for (const relation of asks && !asks.has('place') ? [] : places) {
    if (known.length === 0 || isChoice || relation.unless.isIn(said.words)) continue;
    const match = matchOf(entry, relation);
    if (match?.how === 'label') found.push({ kind: 'place', match, claim: comparePlace(said, relation, { subject: match.subject, places: known, statement: undefined, group: undefined }, records) });
  }
  // A heading that names several of ours does not tell which is meant.
  return found.flatMap(({ claim, match, kind }) => (claim && (match.subject.by === 'name' || !found.some((other) => other.kind === kind && other.match.subject.concept !== match.subject.concept)) ? [claim] : []));
}

/** The number that counts the relation's unit, else the only one, where the label says what it counts. */
function numberOf(said: Said, numbers: readonly NounGroup[], relation: CountRelation, { how }: Match): NounGroup | undefined {
  const [first] = numbers;
  if (how === 'subject') return numbers.find((group) => unitOf(group, group.quantity!, relation, said) === 'unit' && (group.determiner === 'none' || group.determiner === 'definite') && !said.attachedTo(group).some(({ roles }) => roles.has('in') || roles.has('from')));
  const unit = unitOf(first, first.quantity!, relation, said);
  const bare = numbers.filter(({ words: each }) => each.length === 0);
  return unit !== undefined && bare.length <= 1 ? first : undefined;
}

/** What only a heading relates to the subject may as well count something else. */
function isFar({ quantity }: NounGroup, { file }: CountRelation, { subject }: Match, records: Records): boolean {
  const series = records.series(subject.concept, file.property);
  const newest = series[series.length - 1]?.value ?? 0;
  return subject.by === 'reference' && file.fixed !== true && quantity!.value < newest / 3;
}

function datesIn({ nodes, groups }: Reading): readonly DateGroup[] {
  const dates = new Set([...nodes.flatMap((node) => (node.kind === 'date' ? [node] : [])), ...groups.flatMap((group) => group.dates)]);
  return [...dates].sort((a, b) => a.first - b.first);
}
