import { indexBehind, type Sentence, type Token } from '../reading/sentence';
import type { Surroundings } from '../context/surroundings';
import type { Mention } from '../mentions/findMentions';
import type { Block } from '../prose/prose';
import { isMentionOf, type Subject } from './view';

/** A sentence that goes on to speak of a name by a short word for it. */
export interface TakenUp {
  readonly sentence: Sentence;
  readonly subjects: readonly Subject[];
}

/** The sentences of a paragraph that take up the Compact or the organization by a short word for it. */
export function takenUpIn(block: Block, surroundings: Surroundings, foreign: ReadonlySet<Mention>): readonly TakenUp[] {
  const within = surroundings.mentionsIn(block);
  if (!within.some((mention) => isMentionOf(mention, COMPACT) || isMentionOf(mention, BODY))) return NONE;
  const mentions = within.filter((mention) => !foreign.has(mention) && surroundings.placeOf(mention)?.block === block);
  return [...compactTakenUp(block, surroundings, mentions), ...treatyTakenUp(block, surroundings, mentions), ...bodyTakenUp(block, surroundings, mentions)];
}

/** "… the Global Compact for Migration. This treaty was …": what the sentence before spoke of, where that names no other instrument. */
function treatyTakenUp(block: Block, surroundings: Surroundings, mentions: readonly Mention[]): readonly TakenUp[] {
  const { text } = surroundings.prose;
  const ofBlock = new Set(mentions);
  return surroundings.sentencesOf(block).flatMap((sentence, i, all) => {
    // Before anything is gone through.
    if (!THIS.test(text.slice(sentence.start, sentence.start + 6))) return [];
    const before = all[i - 1];
    const named = before ? surroundings.mentionsIn(before).filter((mention) => ofBlock.has(mention)) : [];
    if (named.length === 0 || !named.every((mention) => isMentionOf(mention, COMPACT)) || surroundings.mentionsIn(sentence).length > 0) return [];
    const [first, second] = sentence.tokens;
    const isThis = first?.kind === 'word' && TREATY.test(second?.folded ?? '') && !OTHER_INSTRUMENT.test(text.slice(before.start, before.end));
    return isThis ? [{ sentence, subjects: [{ mention: named[0], first: 0, next: 1 }] }] : [];
  });
}

const THIS = /^(?:This|Ce|Este|Dicho)(?!\p{L})/u;
const TREATY = /^(?:treaty|traite|tratado)$/;
const OTHER_INSTRUMENT = /convention|convenio|convención|protoc|treat|trait|tratad|agreement|accord|acuerdo|covenant|charter|charte|carta/iu;

/**
 * The sentences that take up "the Global Compact for Migration" as "the Compact", and do not name it themselves; as far
 * as the paragraph speaks of no other compact.
 */
function compactTakenUp(block: Block, surroundings: Surroundings, mentions: readonly Mention[]): readonly TakenUp[] {
  const { text } = surroundings.prose;
  const named = mentions.find((mention) => isMentionOf(mention, COMPACT) && mention.terms[0].form !== 'abbreviation');
  if (!named || mentions.some((mention) => OTHERS.some((concept) => isMentionOf(mention, concept)))) return [];
  const found: TakenUp[] = [];
  for (const sentence of surroundings.sentencesOf(block)) {
    // Before its words are read.
    if (!/Compact|Pact[eo]/.test(text.slice(sentence.start, sentence.end))) continue;
    const own = surroundings.mentionsIn(sentence).filter((mention) => isMentionOf(mention, COMPACT));
    if (own.length > 0 && !speaksOfMore(text, sentence, own)) continue;
    const words = sentence.tokens.flatMap((token, i) => (COMPACTS.test(token.written) && !own.some(({ start, end }) => token.start >= start && token.end <= end) ? [i] : []));
    // Another compact: from here on, "the Compact" may be that.
    if (!words.every((i) => isShortFor(sentence.tokens, i))) return found;
    if (own.length === 0 && words.length > 0) found.push({ sentence, subjects: words.map((i) => ({ mention: named, first: i, next: i + 1 })) });
  }
  return found;
}

/** Whether a word of compacts stands outside the mentions. */
function speaksOfMore(text: string, { start, end }: Sentence, own: readonly Mention[]): boolean {
  for (const { index } of text.slice(start, end).matchAll(/Compact|Pact[eo]/g)) if (!own.some((mention) => start + index >= mention.start && start + index < mention.end)) return true;
  return false;
}

/** "IOM is … . It has 172 Member States": behind a sentence that says what the organization is, the next one speaks of it. */
function bodyTakenUp(block: Block, surroundings: Surroundings, mentions: readonly Mention[]): readonly TakenUp[] {
  const sentences = surroundings.sentencesOf(block);
  const ofBlock = new Set(mentions);
  return mentions.flatMap((mention) => {
    const place = surroundings.placeOf(mention);
    if (!place || !isMentionOf(mention, BODY) || mention.terms[0].status === 'superseded' || !isAtBeginning(place.sentence.tokens, place.first)) return [];
    const next = sentences[indexBehind(sentences, place.sentence.start) + 1];
    if (!next || !saysWhatItIs(place.sentence.tokens, place.next) || surroundings.mentionsIn(next).some((other) => ofBlock.has(other))) return [];
    const first = pronounAt(next.tokens);
    return first === undefined ? [] : [{ sentence: next, subjects: [{ mention, first, next: first + 1 }] }];
  });
}

/** Nothing but an article before it in the sentence, or behind a colon. */
function isAtBeginning(tokens: readonly Token[], first: number): boolean {
  let i = first - 1;
  while (i >= 0 && /^(?:the|l|la|')$/.test(tokens[i].folded)) i--;
  return i < 0 || tokens[i].folded === ':';
}

/** "IOM is", "The International Organization for Migration (IOM) is"; where another name is told of, "it" may be that. */
function saysWhatItIs(tokens: readonly Token[], next: number): boolean {
  const behind = tokens[next]?.folded === '(' && tokens[next + 2]?.folded === ')' ? next + 3 : next;
  const isSeat = /^(?:has|a|tiene)$/.test(tokens[behind]?.folded ?? '') && tokens.slice(behind + 1, behind + 3).some(({ folded }) => /^(?:headquarters|seat|siege|sede)$/.test(folded));
  if (!isSeat && !/^(?:is|est|es)$/.test(tokens[behind]?.folded ?? '')) return false;
  return !tokens.slice(behind + 1).some(({ written }, i) => /^\p{Lu}/u.test(written) && !/^(?:UN|ONU|United|Nations?|Unies|Naciones|Unidas)$/.test(written) && !(isSeat && isOfPlace(tokens, behind + 1 + i)));
}

/** "au Grand-Saconnex, dans le canton de Genève": a place, and not another body that the next sentence may speak of. */
function isOfPlace(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (i > 0 && (tokens[i].folded === '-' || /^\p{Lu}/u.test(tokens[i].written) || /^(?:le|la|the|los|las|el)$/.test(tokens[i].folded))) i--;
  return /^(?:in|at|near|a|au|en|dans|de|of)$/.test(tokens[i]?.folded ?? '');
}

/** Where the word for the organization stands that the sentence begins with: "It", "The Organization", "Elle". */
function pronounAt(tokens: readonly Token[]): number | undefined {
  if (/^(?:it|elle)$/.test(tokens[0]?.folded ?? '')) return 0;
  const article = /^(?:the|la|l|l')$/.test(tokens[0]?.folded ?? '');
  const at = tokens[1]?.folded === "'" ? 2 : 1;
  return article && /^(?:Organi[sz]ation|Organización)$/.test(tokens[at]?.written.normalize('NFC') ?? '') && !/^\p{Lu}/u.test(tokens[at + 1]?.written ?? '') ? at : undefined;
}

const NONE: readonly TakenUp[] = [];
const BODY = 'iom';
const COMPACT = 'gcm';
const OTHERS = ['gcr', 'ungc'];
const COMPACTS = /^(?:Compact|Pacte|Pacto)s?$/;

/** "the Compact", "le Pacte", "el Pacto"; "the Compact on Refugees", "le Pacte international", "the National Compact" are others. */
function isShortFor(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return /^(?:Compact|Pacte|Pacto)$/.test(tokens[i].written) && /^(?:the|le|du|au|el|del|al)$/.test(tokens[i - 1]?.folded ?? '') && !/^\p{Lu}/u.test(next?.written ?? '')
    && !/^(?:on|of|for|sur|sobre|de|du|des|del|pour|para|mondial|with|between|avec|con)$|(?:al|el|een|eo|ien|ique|ico)$/.test(next?.folded ?? '');
}
