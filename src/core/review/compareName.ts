import { isInOffice } from '../claims/heads/months';
import { foldedWords, foldKey } from '../fold';
import type { Lang } from '../document';
import type { Name } from '../termbase/concept';
import { isFormer, type TermEntry } from '../termbase/termbase';
import type { Comparison } from './comparison';
import { isEndOf } from './compareDate';
import type { QuoteSite, SentenceTime } from './quoteSite';
import { isSameWord } from './values';

/**
 * Compares a quote with a name of the record and the time in which it was in use. A form that was never right always
 * contradicts; so does any other name, unless it was the right one at the time.
 */
export function compareName(site: QuoteSite, name: Name): Comparison {
  const { values, lang, time, quoted } = site;
  if (values.names.length > 0) {
    const terms = values.names.flatMap((mention) => (mention.isNearMiss ? [] : mention.terms));
    const right = terms.filter(({ status }) => status !== 'deprecated');
    if (right.length === 0 || right.every((term) => isForeign(term, lang))) return 'contradicts';
    if (right.some(({ entry }) => entry.name === name)) return isInUse(name, time) ? 'agrees' : 'contradicts';
    const isOfThen = right.some(
      ({ entry }) => entry.name !== name && entry.concept.names.includes(name) && isInUse(entry.name, time),
    );
    return isOfThen && !isInUse(name, time) ? 'agrees' : 'contradicts';
  }
  if (values.dates.length > 0) {
    if (name.from === undefined && name.to === undefined) return 'open';
    return values.dates.every((date) => isEndOf(date, name, 'from')) ? 'agrees' : 'contradicts';
  }
  const isTerm = name.terms.some(
    ({ text, lang: of, status }) => of === lang && status !== 'deprecated' && foldKey(text) === foldKey(quoted),
  );
  return isTerm || !isLike(site, name) ? 'agrees' : 'contradicts';
}

/** Whether a term is the abbreviation of another language, and the name has one in this language. */
function isForeign({ lang, form, text, entry }: TermEntry, own: Lang): boolean {
  const { terms } = entry.name;
  const ofOwn = terms.filter(
    (term) => term.lang === own && term.form === 'abbreviation' && term.status !== 'deprecated',
  );
  return form === 'abbreviation' && lang !== own && ofOwn.length > 0 && !ofOwn.some((term) => term.text === text);
}

/** Whether the name was in use at a time, by its own dates; one without a beginning always was. */
function isInUse(name: Name, time: SentenceTime): boolean {
  if (time.kind === 'unknown' || time.kind === 'present') return !isFormer(name);
  return isInOffice({ from: name.from ?? '0001', ...(name.to === undefined ? {} : { to: name.to }) }, time.months);
}

/** Whether the words of the quote, or those next to it, have something in common with a form of the name. */
function isLike({ tokens, first, next }: QuoteSite, { terms }: Name): boolean {
  const words = tokens.slice(Math.max(0, first - NEXT), next + NEXT).filter(({ kind }) => kind === 'word');
  const own = terms.flatMap(({ text }) => foldedWords(text)).filter((word) => word.length > 3);
  const isAbbreviation = tokens.slice(first, next).some(({ written }) => /^\p{Lu}{2,}$/u.test(written));
  return isAbbreviation || words.some(({ folded }) => own.some((each) => isSameWord(each, folded)));
}

/** The number of words on each side. */
const NEXT = 4;
