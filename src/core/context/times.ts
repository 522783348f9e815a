import type { Span } from '../document';
import type { Sentence, Token } from './sentence';
import { TIME_WORDS } from './cues';

/** A time that a sentence speaks of, in whole years, both included; open ends are infinite. */
export interface Time extends Span {
  readonly from: number;
  readonly to: number;
  /** Index of its first and past its last token in the sentence. */
  readonly first: number;
  readonly next: number;
  /** "since 1952": the time runs on to the present. */
  readonly since: boolean;
}

/**
 * Years, ranges, decades and centuries in digits or words, in the three languages. Years that date something else are
 * left out: numbers of laws and resolutions, counts, pages, a report's or study's year, an author-year citation.
 */
export function readTimes({ tokens }: Sentence): readonly Time[] {
  const times: Time[] = [];
  for (let i = 0; i < tokens.length;) {
    const time = decadeAt(tokens, i) ?? rangeAt(tokens, i) ?? centuryAt(tokens, i);
    if (time) times.push(withPreposition(tokens, time));
    i = time ? time.next : i + 1;
  }
  return times;
}

const YEAR = /^(?:18[5-9]\d|19\d\d|20\d\d)$/;

function yearAt(tokens: readonly Token[], i: number): number | undefined {
  const token = tokens[i];
  return token && YEAR.test(token.folded) && !datesSomethingElse(tokens, i) ? Number(token.folded) : undefined;
}

/** A year, or two joined: 1952–1980, 1951-52, between 1976 and 1984, from 1952 to 1980, de 1952 à 1980. */
function rangeAt(tokens: readonly Token[], i: number): Time | undefined {
  const from = yearAt(tokens, i);
  if (from === undefined) return undefined;
  const joint = tokens[i + 1];
  const second = tokens[i + 2];
  if (joint && second && (/^[-‐‑‒–—−/]$/.test(joint.folded) || isJointWord(tokens, i))) {
    if (YEAR.test(second.folded) && Number(second.folded) >= from) return timeOf(tokens, i, i + 3, from, Number(second.folded));
    const short = /^\d\d$/.test(second.folded) && joint.start === tokens[i].end ? Math.floor(from / 100) * 100 + Number(second.folded) : 0;
    if (short >= from) return timeOf(tokens, i, i + 3, from, short);
  }
  return timeOf(tokens, i, i + 1, from, from);
}

/** "to", "à", "a" always join two years; "and", "et", "y" only after "between", "entre". */
function isJointWord(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i + 1].folded;
  if (TIME_WORDS.until.has(word)) return true;
  return TIME_WORDS.and.has(word) && TIME_WORDS.between.has(tokens[i - 1]?.folded);
}

function decadeAt(tokens: readonly Token[], i: number): Time | undefined {
  const { folded } = tokens[i];
  const digits = /^((?:1[89]|20)?\d0)s$/.exec(folded) ?? (/^(?:1[89]|20)?\d0$/.test(folded) && tokens[i + 1]?.folded === "'" && tokens[i + 2]?.folded === 's' && tokens[i + 1].start === tokens[i].end ? [folded, folded] : null);
  if (digits && !(digits[1].length === 2 && !introducesDecade(tokens, i))) {
    return modified(tokens, i, folded.endsWith('s') ? i + 1 : i + 3, century(digits[1]));
  }
  const word = TIME_WORDS.decades.get(folded);
  if (word !== undefined && tokens[i - 1] && TIME_WORDS.decadeIntroduction.has(tokens[i - 1].folded)) return modified(tokens, i, i + 1, 1900 + word);
  // "années 60", "años 60", "década de 1960", "los 60"
  if (/^(?:19|20)?\d0$/.test(folded)) {
    const before = tokens[i - 1]?.folded;
    const head = before === 'de' || before === 'del' || before === 'los' ? tokens[i - 2]?.folded : before;
    if (head !== undefined && TIME_WORDS.decadeIntroduction.has(head) && head !== 'the' && head !== 'los') return modified(tokens, i, i + 1, century(folded));
  }
  return undefined;
}

function introducesDecade(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.folded;
  return before === "'" || before === '’' || before === 'the' || TIME_WORDS.partOfDecade.has(before);
}

/** 60 → 1960, 10 → 2010. */
function century(digits: string): number {
  const value = Number(digits);
  return value >= 100 ? value : value < 30 ? 2000 + value : 1900 + value;
}

/** "early", "mid", "late" narrow a decade. */
function modified(tokens: readonly Token[], first: number, next: number, start: number): Time {
  const before = [tokens[first - 1]?.folded, tokens[first - 2]?.folded, tokens[first - 3]?.folded, tokens[first - 4]?.folded];
  const part = before.find((word) => TIME_WORDS.partOfDecade.has(word));
  const [from, to] = part === undefined ? [0, 9] : TIME_WORDS.partOfDecade.get(part)!;
  return timeOf(tokens, first, next, start + from, start + to);
}

function centuryAt(tokens: readonly Token[], i: number): Time | undefined {
  const { folded } = tokens[i];
  const next = tokens[i + 1]?.folded;
  const ordinal = /^(19|20|21)(?:st|th|e|eme)?$/.exec(folded) ?? (TIME_WORDS.romanCenturies.has(folded) ? [folded, String(TIME_WORDS.romanCenturies.get(folded))] : null);
  if (ordinal && next !== undefined && TIME_WORDS.century.has(next)) return timeOf(tokens, i, i + 2, Number(ordinal[1]) * 100 - 99, Number(ordinal[1]) * 100);
  if (TIME_WORDS.century.has(folded) && next !== undefined && TIME_WORDS.romanCenturies.has(next)) {
    const value = TIME_WORDS.romanCenturies.get(next)!;
    return timeOf(tokens, i, i + 2, value * 100 - 99, value * 100);
  }
  return undefined;
}

function timeOf(tokens: readonly Token[], first: number, next: number, from: number, to: number): Time {
  return { from, to, first, next, start: tokens[first].start, end: tokens[next - 1].end, since: false };
}

/** "since 1989" runs on, "until 1980" and "before 1989" run back, "after 1980" runs on. */
function withPreposition(tokens: readonly Token[], time: Time): Time {
  for (let k = 1; k <= 4; k++) {
    const word = tokens[time.first - k]?.folded;
    if (word === undefined) break;
    if (TIME_WORDS.since.has(word)) return time.to > time.from ? time : { ...time, to: Infinity, since: true };
    if (TIME_WORDS.after.has(word)) return { ...time, to: Infinity };
    if (TIME_WORDS.before.has(word)) return { ...time, from: -Infinity };
    // Only the parts of a date and particles may stand between: "until the end of December 1980".
    if (!TIME_WORDS.dateParts.has(word) && !/^\d{1,2}(?:st|nd|rd|th|er)?$/.test(word)) break;
  }
  return time;
}

function datesSomethingElse(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const touching = (a: Token | undefined, b: Token | undefined): boolean => a !== undefined && b !== undefined && a.end === b.start;
  if (after && after.folded === '/' && touching(tokens[i], after) && !YEAR.test(tokens[i + 2]?.folded ?? '') && !/^\d\d$/.test(tokens[i + 2]?.folded ?? '')) return true;
  if (after?.folded === '/' && /^\d{1,2}$/.test(tokens[i + 2]?.folded ?? '') && TIME_WORDS.numbered.has(before?.folded)) return true;
  if (before && before.folded === '/' && touching(before, tokens[i]) && !YEAR.test(tokens[i - 2]?.folded ?? '') && !/^\d\d?$/.test(tokens[i - 2]?.folded ?? '')) return true;
  if (before && (TIME_WORDS.numbered.has(before.folded) || /^[$€£§#°º]$/.test(before.folded))) return true;
  if (before?.folded === '.' && TIME_WORDS.numbered.has(tokens[i - 2]?.folded)) return true;
  if (after && touching(tokens[i], after) && /^[%,.]$/.test(after.folded) && /^\d{3}$/.test(tokens[i + 2]?.folded ?? '') && touching(after, tokens[i + 2])) return true;
  if (after && TIME_WORDS.counted.has(after.folded) && !(before && TIME_WORDS.timePrepositions.has(before.folded))) return true;
  // "a 2015 study", "the report of 2015", "el informe de 2015", "reprinted in 1994", "1992 reprint"
  if (after && TIME_WORDS.works.has(after.folded)) return true;
  if (before && TIME_WORDS.ofYear.has(before.folded) && TIME_WORDS.works.has(tokens[i - 2]?.folded)) return true;
  // "the 1951 Convention", "la ley de 1985": part of an instrument's name.
  if (after && TIME_WORDS.instruments.has(after.folded)) return true;
  if (before && TIME_WORDS.ofYear.has(before.folded) && before.folded !== 'in' && before.folded !== ',' && TIME_WORDS.instruments.has(tokens[i - 2]?.folded)) return true;
  return isAuthorYear(tokens, i);
}

/** "(Ortolani 2011, p. 77)", "(IOM, 2020)", "Carrasco (2006)": the year of a publication. */
function isAuthorYear(tokens: readonly Token[], i: number): boolean {
  const capital = (token: Token | undefined): boolean => token !== undefined && token.kind === 'word' && /^\p{Lu}/u.test(token.written) && !/^\d/.test(token.written);
  const closes = (token: Token | undefined): boolean => token !== undefined && /^[),;:]$/.test(token.folded);
  let before = i - 1;
  if (tokens[before]?.folded === ',') before--;
  if (tokens[before]?.folded === '.' && tokens[before - 1]?.folded === 'al') before -= 3;
  if (capital(tokens[before]) && (tokens[before - 1]?.folded === '(' || tokens[before - 1]?.folded === ';' || /^(?:and|et|y|&)$/.test(tokens[before - 1]?.folded ?? '')) && closes(tokens[i + 1])) {
    return !TIME_WORDS.months.has(tokens[before].folded);
  }
  // A year alone in brackets dates a publication, or the thing right before it, but not what the sentence tells.
  return tokens[i - 1]?.folded === '(' && /^[),:]$/.test(tokens[i + 1]?.folded ?? '');
}
