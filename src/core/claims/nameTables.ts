import type { DateGroup, NounGroup } from '../reading/nodes';
import { YEAR } from '../reading/otherDates';
import type { Name } from '../termbase/concept';
import { nameIn, type Named, type NameTime } from './compareName';
import { isVerbOf, type PhraseList } from './field';
import type { NameWords } from './nameWords';
import { Utterance } from './utterance';
import type { Part } from '../reading/text';

/**
 * "1952–1980 | Intergovernmental Committee for European Migration | ICEM", "ICEM, 1952 to 1980", "| ICEM | in use from
 * 1952 to 1980 |": a row or line that consists of one name and its years.
 */
export function lineTimes(
  utterance: Utterance,
  cells: readonly Part[],
  { nouns, uses, bearingWithNoun }: Pick<NameWords, 'nouns' | 'uses' | 'bearingWithNoun'>,
): readonly NameTime[] {
  const { reading } = utterance;
  if (reading.sentence.tokens.length > 60 || reading.groups.length === 0) return [];
  // A group that extends from one cell into the next belongs to neither.
  if (
    reading.nodes.some(
      (node) => node.kind === 'noun' && !cells.some(({ first, next }) => node.first >= first && node.next <= next),
    )
  )
    return [];
  // "ICEM – the name of a ship": only a cell of its own is a note on the name of the row.
  const isRow = cells.length > 1;
  const isUse = (word: string): boolean => isRow && [uses, nouns].some((list) => list.get(word).length > 0);
  const names: Named[] = [];
  const dates = new Set<DateGroup>();
  for (const { first, next } of cells) {
    const inside = reading.nodes.filter((node) => node.first >= first && node.next <= next);
    for (const node of inside) {
      if (node.kind === 'date') dates.add(node);
      else if (node.kind === 'noun') {
        const name = nameIn(utterance, node);
        for (const date of node.dates) dates.add(date);
        if (name) names.push(name);
        else if (!node.words.every((word) => isNow(word, utterance) || isUse(word))) return [];
      } else if (node.kind === 'verb' && !(isRow && node.passive !== false && isVerbOf(bearingWithNoun, node, reading)))
        return [];
    }
  }
  const [name] = names;
  if (!name || names.some((other) => other.name !== name.name)) return [];
  const [from, to, ...more] = [...dates]
    .filter((date) => date.from.year !== undefined)
    .sort((a, b) => a.first - b.first);
  if (!from || more.length > 0) return [];
  if (to) return from.isSpan || to.isSpan ? [] : [{ kind: 'span', name, from, to }];
  // "1974–1980: ICEM. Transport officer, Santiago": in a curriculum vitae the years are those of the employment.
  const { block, end } = reading.sentence;
  const isOfWork = block.kind !== 'table-row' && end + 1 < block.end && from.first < name.group.first;
  // "IOM (1979–1989)": for a name still in use, the years are those of a section.
  if (from.isSpan)
    return name.name.to === undefined ? [] : [{ kind: isOfWork ? 'within' : 'span', name, from, to: from }];
  // A single year is a beginning only after a word such as "since", or where it opens an item of a sequence.
  const before = reading.nodes.filter(({ next }) => next <= from.first).at(-1);
  const isSince =
    (before?.kind === 'preposition' && before.roles?.has('since') === true) ||
    (before === undefined && isInSequence(utterance, name));
  const isUntil = before?.kind === 'preposition' && before.roles?.has('until') === true;
  if (isUntil) return [{ kind: 'end', name, from: undefined, to: from }];
  return isSince ? [{ kind: 'start', name, from, to: undefined }] : [];
}

/** The maximal number of preceding items, so that a list of any length is read in linear time. */
const MOST_ITEMS = 12;

/** "1980: ICM", in a list whose preceding items open with a year and have two other names: each year is a beginning. */
function isInSequence(
  {
    discourse,
    reading: {
      sentence: { block },
    },
  }: Utterance,
  own: Named,
): boolean {
  const names = new Set<Name>();
  let steps = 0;
  if (block.kind !== 'list-item') return false;
  for (const { text, block: earlier } of discourse.blocksBefore(block)) {
    if (earlier.kind !== 'list-item') break;
    const [first] = text.sentencesOf(earlier);
    if (first === undefined || !YEAR.test(first.tokens.find(({ kind }) => kind === 'word')?.folded ?? '')) break;
    for (const { terms } of text.mentionsIn(earlier))
      if (terms[0]!.entry.concept.names.includes(own.name) && terms[0]!.entry.name !== own.name)
        names.add(terms[0]!.entry.name);
    if (names.size >= 2) return true;
    if (++steps >= MOST_ITEMS) break;
  }
  return false;
}

/**
 * "**ICEM** – … Name borne from 1952 to 1980.", "Así se llamó entre 1952 y 1980.": years of the name that opens an
 * entry.
 */
export function entryTimes(
  utterance: Utterance,
  nouns: PhraseList,
  bearing: PhraseList,
  bearingWithNoun: PhraseList,
): readonly NameTime[] {
  const { reading, site, discourse } = utterance;
  // "Name of today's IOM from 1952 to 1980"
  const [first, mark] = reading.nodes;
  const noun = reading.nodes.find(
    (node): node is NounGroup =>
      node.kind === 'noun' && node.quantity === undefined && nouns.lengthAt(node.words, 0) > 0,
  );
  const isFinite = (to: number): boolean =>
    reading.nodes.some(
      (node) =>
        node.kind === 'verb' &&
        node.form === 'finite' &&
        node.first < to &&
        !node.lemmas.some((lemma) => utterance.grammar.isBe(lemma)),
    );
  // "CIM: name of IOM from 1980 to 1989", "ICM, the name from 1980 to 1989,": the name in the same sentence.
  const isHere =
    noun !== undefined &&
    noun !== first &&
    (mark?.kind === 'colon' || mark?.kind === 'dash' || mark?.kind === 'comma') &&
    !isFinite(noun.first);
  const inSentence = isHere
    ? reading.groups.flatMap((group) => (group.next <= noun.first ? (nameIn(utterance, group) ?? []) : []))
    : [];
  const isOfAnother = (group: NounGroup): boolean => {
    const name = inSentence.length > 0 && group.next <= noun!.first ? undefined : nameIn(utterance, group);
    return name !== undefined && (name.name.to !== undefined || (first?.kind !== 'noun' && !noun) || group === first);
  };
  if ((site.index === 0 && inSentence.length === 0) || reading.groups.some(isOfAnother)) return [];
  // "In history, the name that IOM bore", "It is the name that IOM bore"
  const isOfName = noun !== undefined && (noun === first || !isFinite(noun.first));
  const isBorne = reading.statements.some(
    ({ kind, verb }) =>
      kind === 'main' && verb?.reflexive === true && verb.negated === false && isVerbOf(bearing, verb, reading),
  );
  const head = inSentence.length === 0 && (isOfName || isBorne) ? discourse.openingOf(site) : undefined;
  const opening = head && new Utterance({ ...site, index: 0, reading: head }, discourse, utterance.lang);
  const names = opening?.reading.groups.flatMap((group) => nameIn(opening, group) ?? []) ?? inSentence;
  const name =
    names.length > 0 && names.every((each) => each.name === names[0]!.name) ? names[names.length - 1] : undefined;
  const own = reading.groups.flatMap(({ dates: each }) => each.map((date) => ({ date, roles: NO_ROLES })));
  const dates = [
    ...reading.statements.flatMap(({ complements }) =>
      complements.flatMap(({ group, roles }) => (group.kind === 'date' ? [{ date: group, roles }] : [])),
    ),
    ...own,
  ].filter(({ date }) => date.from.year !== undefined);
  const [only, ...more] = dates.filter(({ date }, i) => dates.findIndex((each) => each.date === date) === i);
  if (!name || !only || more.length > 0) return [];
  const group = { ...name, group: { ...name.group, named: [] } };
  // "initials of IOM in the sixties": a decade within which the name was in use.
  const years = reading.sentence.tokens
    .slice(only.date.first, only.date.next)
    .filter(({ folded }) => /^(?:19|20)\d\d$/.test(folded));
  if (only.date.isSpan && years.length < 2) return [];
  if (noun && noun !== first) {
    // "ICEM, a name that stood on the door from 1960 to 1975", "the name of a ship": the name of another object.
    const dating = reading.statements.filter(({ complements }) => complements.some((each) => each.group === only.date));
    const isOwn = dating.every(({ subjects }) =>
      subjects.every(
        (each) =>
          each === noun ||
          each.pronoun === 'thing' ||
          nameIn(utterance, each) !== undefined ||
          each.words.some((word) => nouns.get(word).length > 0) ||
          inSentence.some((other) => other.group === each),
      ),
    );
    const isCalled =
      isOwn &&
      dating.every(
        ({ verb }) =>
          !verb ||
          verb.lemmas.some((lemma) => utterance.grammar.isBe(lemma)) ||
          isVerbOf(bearing, verb, reading) ||
          isVerbOf(bearingWithNoun, verb, reading),
      );
    if (!only.date.isSpan || !isCalled || !noun.owners.every((owner) => nameIn(utterance, owner) !== undefined))
      return [];
  }
  if (only.date.isSpan) return [{ kind: 'span', name: group, from: only.date, to: only.date }];
  if (only.roles.has('until')) return [{ kind: 'end', name: group, from: undefined, to: only.date }];
  return only.roles.has('since') ? [{ kind: 'start', name: group, from: only.date, to: undefined }] : [];
}

const NO_ROLES: ReadonlySet<string> = new Set();

/** "since 1989", "today": an open end. */
function isNow(word: string, { grammar }: Utterance): boolean {
  return (
    grammar.is({ written: word, folded: word }, 'present') || grammar.is({ written: word, folded: word }, 'adverb')
  );
}
