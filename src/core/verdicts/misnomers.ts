import { foldKey } from '../fold';
import { phraseAfter } from '../reading/phrases';
import type { Reading } from '../reading/read';
import type { Statement } from '../reading/statement';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { TermEntry } from '../termbase/termbase';
import { isRefutedByNext } from './siteReading';
import { wordSet } from './wordList';

/** "Why do you avoid the word …?", "Do not write …": the sentence is about the misnomer. */
export function isMisnomerDiscussed(
  reading: Reading,
  statement: Statement | undefined,
  { first, next, sentence }: MentionSite,
  surroundings: Surroundings,
): boolean {
  const { grammar, modality, nodes } = reading;
  const saying = wordSet(grammar.file.settings.saying);
  const utterance = nodes.some(
    (node) =>
      node.kind === 'verb' &&
      node.next <= first &&
      first - node.next <= 4 &&
      node.lemmas.some((lemma) => saying.has(foldKey(lemma))) &&
      !sentence.tokens.slice(node.next, first).some(({ kind, folded }) => kind === 'punctuation' && folded !== "'"),
  );
  const before = sentence.tokens[first - 1];
  // "IOM (not International Organization of Migration)"
  if (grammar.is(before, 'negation') || isEntryOnForm(reading, first, next)) return true;
  // "What is the right name: Compact for Migration or Marrakech Compact?"
  if (modality === 'asked' && reading.groups.some(({ words }) => words.some((word) => grammar.isNoun(word, 'name'))))
    return true;
  const isRefuted = modality === 'refuted' || isRefutedByNext(reading, surroundings);
  // "decía en la portada Organización Internacional de Migraciones": a name that needs an article and has none is
  // cited.
  const isCited =
    utterance &&
    !grammar.has('headLast') &&
    !grammar.is(before, 'definite') &&
    !grammar.isContracted(before!) &&
    before!.folded !== "'";
  if (isCited || (utterance && (modality === 'asked' || isRefuted || statement?.modality === 'denied'))) return true;
  // "X is wrong", "X is a mistake"
  return isRefuted && phraseAfter(sentence.tokens, next, grammar.phrases.refuting, 2) !== undefined;
}

/** "whether he intends to sign the United Nations migration treaty": the question may be whether there is a treaty. */
export function isDoubtedStatus(
  { modality: whole }: Reading,
  statement: Statement | undefined,
  { rule }: TermEntry,
): boolean {
  const modality = statement?.modality ?? whole;
  return rule === 'wrong-status' && (modality === 'asked' || modality === 'supposed');
}

/** "Global Compact on Migration, a loose form of the title": an entry that says what kind of form its headword is. */
function isEntryOnForm({ groups, grammar, sentence: { tokens } }: Reading, first: number, next: number): boolean {
  const described = groups.find((group) => group.first === next + 1);
  return (
    tokens.slice(0, first).every(({ kind }) => kind === 'punctuation') &&
    /^[,:–—]$/.test(tokens[next]?.folded ?? '') &&
    described !== undefined &&
    described.head >= 0 &&
    grammar.isNoun(tokens[described.head]!, 'name')
  );
}
