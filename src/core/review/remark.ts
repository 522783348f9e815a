import type { Lang, Span } from '../document';
import type { Finding, Fix } from '../finding';
import { claimEdit, severityOf, sourceLink, yearsOf } from '../findings/explain';
import { WORDING } from '../findings/wording';
import type { Options } from '../options';
import { escapeAt } from '../prose/escapeAt';
import type { Prose } from '../prose/prose';
import type { RuleId, Severity } from '../rules';
import type { Fact, Name } from '../termbase/concept';
import { disagreements } from '../termbase/disagreements';
import { preferredTerm, rightTerm, type Termbase } from '../termbase/termbase';
import type { Comparison } from './comparison';
import { comesFromRecord, isLikeForLike } from './fixWords';
import { textIn, type Entry } from './recordLines';
import type { QuoteSite } from './quoteSite';
import { REVIEW_WORDING } from './wording';

/** An item of an answer that survived the checks, ready to be worded. */
export interface Proven {
  readonly site: QuoteSite;
  readonly entry: Entry;
  readonly comparison: Comparison;
  readonly right: string | undefined;
  readonly reader: string;
}

/**
 * Words a remark, from the record only; `undefined` where the options switch its rule off. Its fix is never preferred.
 */
export function wordRemark(proven: Proven, prose: Prose, termbase: Termbase, options: Options): Finding | undefined {
  const { site, entry, reader } = proven;
  const { text } = prose;
  const { start, end } = site;
  const rule = ruleOf(proven);
  const severity = severityOf({ rule, severity: usualSeverity(proven, rule), certainty: 'likely' }, options);
  if (severity === undefined) return undefined;
  const lang = options.messages ?? site.lang;
  const fix = fixOf(proven, prose, termbase, lang);
  const of = entry.kind === 'fact' ? entry.fact : entry.name;
  return {
    start,
    end,
    text: text.slice(start, end),
    rule,
    severity,
    certainty: 'likely',
    concept: entry.kind === 'fact' ? entry.fact.subject : entry.concept.id,
    name: of.id,
    ...wordsOf(proven, text, termbase, lang),
    sources: of.sources.map((id) => sourceLink(id, termbase)),
    evidence: [],
    fixes: fix ? [fix] : [],
    by: { reader, rules: false },
  };
}

/** The rule to which a remark belongs, for settings, pages and ignore comments. */
function ruleOf({ entry, site }: Proven): RuleId {
  if (entry.kind === 'name') return isPlainWord(entry) ? 'preferred-terminology' : ruleOfName(entry.name, site);
  const { property, subject } = entry.fact;
  if (property.startsWith('not-') || property === 'un-status' || property === 'legal-force') return 'wrong-status';
  if (subject.includes('-objective-')) return 'confused-concept';
  return 'fact-mismatch';
}

/** A word such as "irregular migrant", which is no name. */
function isPlainWord(entry: Extract<Entry, { kind: 'name' }>): boolean {
  return entry.concept.kind === 'notion';
}

function ruleOfName(name: Name, { values: { names, dates }, time }: QuoteSite): RuleId {
  const terms = names.filter(({ isNearMiss }) => !isNearMiss).flatMap((mention) => mention.terms);
  const [term] = terms;
  if (names.some(({ isNearMiss }) => isNearMiss)) return 'near-miss-name';
  if (names.length === 0 && dates.length > 0) return 'fact-mismatch';
  if (term?.status === 'deprecated') return term.rule;
  const isTimed = time.kind === 'stated' || time.kind === 'context';
  if (term && term.entry.concept.names.includes(name))
    return term.status === 'superseded' && !isTimed ? 'superseded-name' : 'anachronistic-name';
  return term ? 'confused-concept' : 'deprecated-name';
}

function usualSeverity({ comparison, site: { values }, entry }: Proven, rule: RuleId): Severity {
  // Where nothing could be compared, the record proves nothing.
  if (comparison !== 'contradicts' || rule === 'preferred-terminology') return 'information';
  const [term] = values.names.flatMap(({ terms }) => terms);
  if (term?.loose === true) return 'information';
  // "IOM in 1956": the current name of an earlier time, which many texts use on purpose.
  return rule === 'anachronistic-name' &&
    term?.entry.name.to === undefined &&
    entry.kind === 'name' &&
    term?.entry.concept === entry.concept
    ? 'hint'
    : 'warning';
}

function wordsOf(
  { site, entry, comparison }: Proven,
  text: string,
  termbase: Termbase,
  lang: Lang,
): Pick<Finding, 'message' | 'because'> {
  const wording = REVIEW_WORDING[lang];
  const { values } = site;
  const quote = shortened(text.slice(site.start, site.end));
  if (entry.kind === 'name') {
    const { name } = entry;
    const right = preferredTerm(termbase, name.id, lang, 'full') ?? preferredTerm(termbase, name.id, 'en', 'full');
    const period = name.from === undefined && name.to === undefined ? '' : yearsOf(name, lang);
    const known = right?.text ?? '';
    return {
      message: isPlainWord(entry)
        ? WORDING[lang].avoid(quote, known)
        : values.names.length === 0 && values.dates.length > 0
          ? wording.nameTime(quote, known, period)
          : wording.name(quote, known, period),
      because: textIn(name.because, lang),
    };
  }
  const { fact } = entry;
  const statement = textIn(fact.statement, lang);
  return {
    message: comparison === 'disputed' ? wording.disputed(quote, statement) : wording.disagrees(quote, statement),
    because: becauseOf(fact, statement, lang),
  };
}

function becauseOf(fact: Fact, statement: string, lang: Lang): string {
  const [conflict] = disagreements(fact);
  return conflict === undefined
    ? statement
    : `${statement} ${REVIEW_WORDING[lang].othersSay(String(conflict.value), textIn(conflict.verdict, lang))}`;
}

/** The words of the document on one line. */
function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN).trimEnd()}…` : line;
}

const MOST_SHOWN = 80;

/** The fix that the reader proposes, if its words come from the record; offered, and never applied unasked. */
function fixOf(
  { site, entry, right, comparison }: Proven,
  prose: Prose,
  termbase: Termbase,
  said: Lang,
): Fix | undefined {
  const { start, end, lang, values } = site;
  const { text } = prose;
  const quote = text.slice(start, end);
  if (right === undefined || right === quote || comparison === 'unrelated') return undefined;
  if (!comesFromRecord(right, quote, entry, lang, termbase) || !isLikeForLike(right, site, termbase)) return undefined;
  const old = values.names.find((name) => name.start === start && name.end === end)?.terms[0];
  const term = rightTerm(termbase, right, lang);
  const genders = old?.gender && term?.gender ? ([old.gender, term.gender] as const) : undefined;
  const edit = claimEdit(
    text,
    { start, end, lang, ...(genders ? { genders } : {}) },
    escapeAt(prose, start, right),
    site.first === 0,
  );
  return { title: WORDING[said].replace(right), fits: false, preferred: false, edits: [edit] };
}

/**
 * The words that a fix changes, where a reader quotes more than a few: words with which both the quote and the fix
 * begin or end are right.
 */
export function narrowed(
  quote: string,
  right: string | undefined,
  span: Span,
): { readonly span: Span; readonly right: string | undefined } {
  const a = quote.split(' ');
  if (right === undefined || a.length <= FEW_WORDS) return { span, right };
  const b = right.split(' ');
  let head = 0;
  while (head < Math.min(a.length, b.length) - 1 && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - 1 - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  if (head + tail === 0) return { span, right };
  const before = a.slice(0, head).join(' ').length + (head > 0 ? 1 : 0);
  const after = a.slice(a.length - tail).join(' ').length + (tail > 0 ? 1 : 0);
  return {
    span: { start: span.start + before, end: span.end - after },
    right: b.slice(head, b.length - tail).join(' '),
  };
}

const FEW_WORDS = 5;
