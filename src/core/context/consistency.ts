import { foldKey } from '../mentions/fold';
import { preferredTerm, type Termbase, type TermEntry } from '../termbase/termbase';
import type { Surroundings } from './surroundings';
import type { Report, Verdict } from './verdict';

/**
 * Hints about a document as a whole, on names that are right by themselves: an abbreviation that comes before its long
 * form, and two forms of one name side by side.
 */
export function judgeConsistency(verdicts: readonly Verdict[], surroundings: Surroundings, termbase: Termbase): readonly Verdict[] {
  const rivals = minorForms(verdicts);
  const introduced = new Set<string>();
  return verdicts.map((verdict) => {
    const { term } = verdict;
    const { concept, name } = term.entry;
    const isRight = verdict.kind === 'allow' && verdict.reason === 'current';
    if (term.form !== 'abbreviation' && !verdict.mention.isNearMiss) introduced.add(concept.id);
    if (!isRight || PLAIN_KINDS.has(concept.kind) || concept.shield) return verdict;
    if (rivals.has(keyOf(term))) return hint(verdict, 'inconsistent-name');
    if (term.form !== 'abbreviation' || introduced.has(concept.id) || !isRunningText(verdict, surroundings) || isExplainedHere(verdict, surroundings)) return verdict;
    introduced.add(concept.id);
    return preferredTerm(termbase, name.id, term.lang, 'full')?.form === 'full' ? hint(verdict, 'undefined-abbreviation') : verdict;
  });
}

/** Kinds that are told in several right ways, or have no long form. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['objective', 'resolution', 'person']);

function hint(verdict: Verdict, rule: 'inconsistent-name' | 'undefined-abbreviation'): Report {
  return { kind: 'report', mention: verdict.mention, term: verdict.term, rule, certainty: 'likely', severity: 'hint', year: undefined, evidence: [] };
}

/** Headings, tables, front matter and brackets are too short to introduce an abbreviation in. */
function isRunningText({ mention }: Verdict, { prose }: Surroundings): boolean {
  const kind = prose.blockAt(mention.start)?.kind;
  const isInBrackets = /\([^()]{0,24}$/.test(prose.text.slice(Math.max(0, mention.start - 25), mention.start));
  return (kind === 'paragraph' || kind === 'list-item') && !isInBrackets;
}

/** "IOM (International Organization for Migration)": the long form comes right behind. */
function isExplainedHere(verdict: Verdict, surroundings: Surroundings): boolean {
  const { mention, term } = verdict;
  return surroundings.mentionsIn({ start: mention.end, end: mention.end + 160 })
    .some((other) => other.terms.some((t) => t.entry.concept === term.entry.concept && t.form === 'full') && /^\s*[(,–—:-]/.test(surroundings.prose.text.slice(mention.end, other.start)));
}

/** The forms that a document uses less often than a rival form of the same name, as keys. */
function minorForms(verdicts: readonly Verdict[]): ReadonlySet<string> {
  const counts = new Map<string, { term: TermEntry; count: number; first: number }>();
  for (const verdict of verdicts) {
    if (verdict.kind !== 'allow' || verdict.reason !== 'current' || verdict.term.form === 'abbreviation') continue;
    const key = keyOf(verdict.term);
    const known = counts.get(key);
    if (known) known.count++; else counts.set(key, { term: verdict.term, count: 1, first: verdict.mention.start });
  }
  const minor = new Set<string>();
  const forms = [...counts];
  for (const [key, form] of forms) {
    if (forms.some(([, other]) => isRival(form.term, other.term) && (other.count > form.count || (other.count === form.count && other.first < form.first)))) minor.add(key);
  }
  return minor;
}

function keyOf(term: TermEntry): string {
  return `${term.entry.name.id} ${term.lang} ${foldKey(term.text)}`;
}

/** Two written forms of one name that differ in small words or a hyphen only: "pour les migrations", "sur les migrations". */
function isRival(a: TermEntry, b: TermEntry): boolean {
  if (a === b || a.entry.name !== b.entry.name || a.lang !== b.lang || a.form !== b.form) return false;
  const [first, second] = [foldKey(a.text), foldKey(b.text)];
  if (first === second) return false;
  // The words that carry the meaning are the same; a plural alone is no other form.
  return contentOf(first) === contentOf(second) && frameOf(first) !== frameOf(second);
}

const SMALL = /^(?:for|of|on|the|pour|sur|les|la|le|des|de|du|para|las|los|sobre|una|une|un)$/;

function contentOf(key: string): string {
  return key.split(/[^\p{L}\p{N}]+/u).filter((word) => !SMALL.test(word)).map((word) => word.replace(/s$/, '')).join(' ');
}

/** The small words and the marks between words. */
function frameOf(key: string): string {
  return key.replace(/[\p{L}\p{N}]+/gu, (word) => (SMALL.test(word) ? word : ''));
}
