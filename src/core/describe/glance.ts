import type { Finding } from '../finding';

/** What a finding replaces, short enough for a narrow row. */
export interface Glance {
  /** The words in the document; “…” denotes words that the replacement shares. */
  readonly from: string;
  /** What to write instead; absent without a fix. */
  readonly to?: string;
}

/** A finding and its first fix at one glance: “… Comittee …” and “Committee”, “24” and “23 objectives”. */
export function glanceOf(text: string, finding: Finding): Glance {
  const edits = (finding.fixes[0]?.edits ?? []).filter(({ start, end }) => start < finding.end && end > finding.start);
  if (edits.length === 0) return { from: onOneLine(finding.text) };
  const start = Math.min(finding.start, edits[0]!.start);
  const end = Math.max(finding.end, edits.at(-1)!.end);
  let to = '';
  let at = start;
  for (const edit of edits) {
    to += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  to = onOneLine(to + text.slice(at, end));
  const from = onOneLine(text.slice(start, end));
  return NUMBER.test(from) ? counted(from, to, text, { ...finding, start, end }) : different(from, to);
}

/** What a finding is about, in the words of the document: “24 objectives”, “Objective 9”, “ICEM”. */
export function wordsOfFinding(text: string, finding: Finding): string {
  if (!NUMBER.test(onOneLine(finding.text))) return onOneLine(finding.text);
  const { from, to } = glanceOf(text, finding);
  const [, ...counted] = to?.split(' ') ?? [from, nounOf(phrasesOf(text.slice(finding.end, finding.end + REACH))[0]!)];
  return [from, ...counted].join(' ').trim();
}

/** A glance in a row that may be narrow. */
export interface GlanceRow {
  /** “Antón… → Amy E. Pope”: what is replaced is shortened, so that what to write is seen. */
  readonly label: string;
  /** What the label has no room for: what is replaced, or what is counted; empty otherwise. */
  readonly aside: string;
}

export function rowOf({ from, to }: Glance): GlanceRow {
  if (to === undefined) return { label: from, aside: '' };
  const room = NARROW - to.length;
  const bare = from.replace(/^… | …$/g, '');
  if (from.length <= room) return { label: `${from} → ${to}`, aside: '' };
  if (bare.length <= room) return { label: `${bare} → ${to}`, aside: '' };
  const [number, ...counted] = to.split(' ');
  if (NUMBER.test(from)) return { label: `${from} → ${number}`, aside: counted.join(' ') };
  return room < FEWEST
    ? { label: `→ ${to}`, aside: from }
    : { label: `${bare.slice(0, room - 1).trimEnd()}… → ${to}`, aside: '' };
}

/** A number without words says little; a year says enough. */
const NUMBER = /^(?!\d{4}$)[\d.,\s]+$/;

/** The number with the words next to it that the message repeats next to the right one. */
function counted(from: string, to: string, text: string, { start, end, message }: Finding): Glance {
  const place = message.indexOf(to);
  if (place < 0) return { from, to };
  const before = phrasesOf(text.slice(Math.max(0, start - REACH), start))
    .at(-1)!
    .at(-1);
  const beforeRight = phrasesOf(message.slice(0, place)).at(-1)!.at(-1);
  const after = phrasesOf(text.slice(end, end + REACH))[0]!;
  const afterRight = phrasesOf(message.slice(place + to.length))[0]!;
  const count = sharedAtStart(after.map(inLowerCase), afterRight.map(inLowerCase));
  if (count > 0) return { from, to: [to, ...after.slice(0, count)].join(' ') };
  const isSame = before !== undefined && beforeRight !== undefined && inLowerCase(before) === inLowerCase(beforeRight);
  if (isSame) return { from: `${before} ${from}`, to };
  // A message in another language shares no word with the text.
  const counted = nounOf(after);
  if (counted !== '') return { from, to: `${to} ${counted}` };
  return { from: before !== undefined && before.length > PREPOSITION ? `${before} ${from}` : from, to };
}

/** What probably is counted: the next word, or two words with capitals, unless a preposition follows. */
function nounOf([first = '', second = '']: readonly string[]): string {
  if (first.length <= PREPOSITION) return '';
  return [first, second].every((word) => /^\p{Lu}/u.test(word)) ? `${first} ${second}` : first;
}

/** The words that differ, if the names are long; at least one word of each is left. */
function different(from: string, to: string): Glance {
  const [old, right] = [from.split(' '), to.split(' ')];
  if (from.length <= SHORT && to.length <= SHORT) return { from, to };
  const fewest = Math.min(old.length, right.length) - 1;
  let first = Math.min(sharedAtStart(old, right), fewest);
  let last = Math.min(sharedAtStart(old.toReversed(), right.toReversed()), fewest - first);
  const left = (words: readonly string[]) => words.slice(first, words.length - last).join(' ');
  // A mere preposition needs the word that it belongs to.
  if (Math.min(left(old).length, left(right).length) < LONG_ENOUGH) {
    if (last > 0) last--;
    else if (first > 0) first--;
  }
  return { from: `${first > 0 ? '… ' : ''}${left(old)}${last > 0 ? ' …' : ''}`, to: left(right) };
}

/** The number of words that both lists begin with. */
function sharedAtStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((word, i) => word !== other[i]);
  return differs < 0 ? one.length : differs;
}

/** The words between punctuation marks. */
function phrasesOf(text: string): readonly (readonly string[])[] {
  return onOneLine(text)
    .split(/[^\p{L}\p{N}\s'’-]/u)
    .map((phrase) => phrase.split(' ').filter((word) => word !== ''));
}

function inLowerCase(word: string): string {
  return word.toLowerCase();
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The number of letters that fit into a narrow row twice. */
const SHORT = 20;

/** The number of letters that hardly any preposition exceeds. */
const PREPOSITION = 3;

/** The number of letters in a row of a side bar of 250 pixels, without the arrow. */
const NARROW = 17;

/** The number of letters by which a longer text is recognized. */
const FEWEST = 6;

/** The number of letters that are understood alone. */
const LONG_ENOUGH = 8;

/** The number of letters that are read on each side of a number. */
const REACH = 60;
