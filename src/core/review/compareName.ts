import { isInOffice, type Months } from '../claims/heads/months';
import { foldedWords, foldKey } from '../fold';
import type { Lang } from '../document';
import type { Fact, Name } from '../termbase/concept';
import { isFormer, type TermEntry } from '../termbase/termbase';
import type { Comparison } from './comparison';
import type { QuoteSite, SentenceTime } from './quoteSite';
import { isSameWord, type Values } from './values';
import { boundaryOf, fitsBoundary } from './tenureDates';

/**
 * Compares a quote with a name of the record and the time in which it was in use. A form that was never right always
 * contradicts; so does any other name, unless it was the right one at the time.
 */
export function compareName(values: Values, site: QuoteSite, name: Name): Comparison {
  const terms = values.names.flatMap((mention) => (mention.isNearMiss ? [] : mention.terms));
  if (values.names.length > 0) {
    const right = terms.filter(({ status }) => status !== 'deprecated');
    if (right.length === 0 || right.every((term) => isForeign(term, site.lang))) return 'contradicts';
    if (right.some((term) => term.entry.name === name)) return isInUse(name, site.time) ? 'agrees' : 'contradicts';
    const own = right.map((term) => term.entry.name).filter((other) => isOfSame(other, name, right));
    return own.some((other) => isInUse(other, site.time)) && !isInUse(name, site.time) ? 'agrees' : 'contradicts';
  }
  if (values.dates.length > 0) {
    if (name.from === undefined && name.to === undefined) return 'open';
    return values.dates.every((date) => fitsBoundary(date.from, boundaryOf(asPeriod(name), 'from'), true))
      ? 'agrees'
      : 'contradicts';
  }
  const quote = foldKey(
    site.tokens
      .slice(site.first, site.next)
      .map(({ written }) => written)
      .join(' '),
  );
  if (
    name.terms.some(
      ({ text, lang, status }) => lang === site.lang && status !== 'deprecated' && foldKey(text) === quote,
    )
  )
    return isInUse(name, site.time) ? 'agrees' : 'contradicts';
  return isLike(site, name) ? 'contradicts' : 'agrees';
}

/** Whether a term is the abbreviation of another language, and the name has one in this language. */
function isForeign({ lang, form, text, entry }: TermEntry, own: Lang): boolean {
  const { terms } = entry.name;
  const ofOwn = terms.filter(
    (term) => term.lang === own && term.form === 'abbreviation' && term.status !== 'deprecated',
  );
  return form === 'abbreviation' && lang !== own && ofOwn.length > 0 && !ofOwn.some((term) => term.text === text);
}

function isOfSame(other: Name, name: Name, terms: Values['names'][number]['terms']): boolean {
  return other !== name && terms.some(({ entry }) => entry.name === other && entry.concept.names.includes(name));
}

/** Whether the name was in use at a time, by its own dates; sources that differ by a year do not make it right. */
function isInUse(name: Name, time: SentenceTime): boolean {
  if (time.kind === 'unknown') return !isFormer(name);
  if (time.kind === 'present') return !isFormer(name);
  return isInOffice(asPeriod(name), fromStart(name, time.months));
}

/** A name without a beginning was always in use. */
function fromStart(name: Name, months: Months): Months {
  return name.from === undefined ? { ...months, to: Math.max(months.to, ALWAYS) } : months;
}

const ALWAYS = 12 * 10_000;

function asPeriod({ id, from, to }: Name): Fact {
  return {
    id,
    subject: '',
    property: 'name',
    value: '',
    from: from ?? '0001',
    ...(to === undefined ? {} : { to }),
    section: 'history-and-names',
    statement: { en: '' },
    sources: [],
    confidence: 'A',
  };
}

/** Whether the words of the quote, or those next to it, have something in common with a form of the name. */
function isLike({ tokens, first, next }: QuoteSite, { terms }: Name): boolean {
  const words = tokens
    .slice(Math.max(0, first - NEXT), next + NEXT)
    .filter(({ kind }) => kind === 'word')
    .map(({ folded }) => folded);
  const own = terms.flatMap(({ text }) => foldedWords(text)).filter((word) => word.length > 3);
  const abbreviations = tokens.slice(first, next).some(({ written }) => /^\p{Lu}{2,}$/u.test(written));
  return abbreviations || words.some((word) => own.some((each) => isSameWord(each, word)));
}

/** The number of words on each side. */
const NEXT = 4;
