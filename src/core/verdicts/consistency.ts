import { DOCUMENT_WORDS } from '../reading/cues';
import { into } from '../reading/lookup';
import { foldKey } from '../fold';
import { preferredTerm, type Termbase, type TermEntry } from '../termbase/termbase';
import type { Surroundings } from '../surroundings/surroundings';
import { outcomeOf, report, type Verdict } from './verdict';

/**
 * Hints about a document as a whole, on names that are right in themselves: an abbreviation that precedes its long
 * form, and two forms of one name in the same document. A document that has no long form at all gets no hint. Each
 * part's verdicts come with its surroundings. For a part without hints, the function returns the same list that it
 * received.
 */
export function judgeConsistency(
  parts: readonly (readonly Verdict[])[],
  surroundings: readonly Surroundings[],
  termbase: Termbase,
): readonly (readonly Verdict[])[] {
  const uses = parts.map(usesIn);
  const rivals = minorForms(parts, uses);
  const spelled = new Set<string>();
  for (const { spelled: own } of uses) for (const concept of own) spelled.add(concept);
  const introduced = new Set<string>();
  return parts.map((verdicts, part) => {
    const { abbreviated, rightForms, spelled: own } = uses[part]!;
    const mayHint =
      abbreviated.some((concept) => spelled.has(concept) && !introduced.has(concept)) ||
      (rivals.size > 0 && rightForms.some(({ term }) => rivals.has(term)));
    if (mayHint) return judgeUses(verdicts, surroundings[part]!, rivals, spelled, introduced, termbase);
    for (const concept of own) introduced.add(concept);
    return verdicts;
  });
}

function judgeUses(
  verdicts: readonly Verdict[],
  surroundings: Surroundings,
  rivals: ReadonlySet<TermEntry>,
  spelled: ReadonlySet<string>,
  introduced: Set<string>,
  termbase: Termbase,
): readonly Verdict[] {
  return verdicts.map((verdict) => {
    const { term } = verdict;
    const { concept, name } = term.entry;
    if (isLongForm(verdict)) introduced.add(concept.id);
    if (!mayBeHintedAt(verdict)) return verdict;
    if (rivals.has(term)) return hint(verdict, 'inconsistent-name');
    if (
      term.form !== 'abbreviation' ||
      introduced.has(concept.id) ||
      !spelled.has(concept.id) ||
      !isRunningText(verdict, surroundings) ||
      isExplainedHere(verdict, surroundings)
    )
      return verdict;
    introduced.add(concept.id);
    return preferredTerm(termbase, name.id, term.lang, 'full')?.form === 'full'
      ? hint(verdict, 'undefined-abbreviation')
      : verdict;
  });
}

/** How a part uses its names. Concepts are identified by their ids. */
interface PartUses {
  /** The concepts for which the part uses a long form. */
  readonly spelled: readonly string[];
  /** The concepts for which the part uses an abbreviation that is right in itself. */
  readonly abbreviated: readonly string[];
  /**
   * The right forms other than abbreviations, each with its first occurrence, counted from the part's first name, and
   * its number of occurrences.
   */
  readonly rightForms: readonly { readonly term: TermEntry; readonly first: number; readonly count: number }[];
}

const usesByList = new WeakMap<readonly Verdict[], PartUses>();

/** Cached for each list of verdicts: after an edit nearly all lists are unchanged. */
function usesIn(verdicts: readonly Verdict[]): PartUses {
  return into(usesByList, verdicts, readUses);
}

function readUses(verdicts: readonly Verdict[]): PartUses {
  const spelled = new Set<string>();
  const abbreviated = new Set<string>();
  const rightForms = new Map<TermEntry, { term: TermEntry; first: number; count: number }>();
  verdicts.forEach((verdict, first) => {
    const { term } = verdict;
    const { id } = term.entry.concept;
    if (isLongForm(verdict)) spelled.add(id);
    if (term.form === 'abbreviation') {
      if (mayBeHintedAt(verdict)) abbreviated.add(id);
      return;
    }
    if (!isRight(verdict)) return;
    const form = rightForms.get(term);
    if (form) form.count++;
    else rightForms.set(term, { term, first, count: 1 });
  });
  return { spelled: [...spelled], abbreviated: [...abbreviated], rightForms: [...rightForms.values()] };
}

function isRight(verdict: Verdict): boolean {
  return verdict.kind === 'allow' && verdict.reason === 'current';
}

function mayBeHintedAt(verdict: Verdict): boolean {
  const { concept } = verdict.term.entry;
  return isRight(verdict) && !PLAIN_KINDS.has(concept.kind) && !concept.shield;
}

function isLongForm({ term, mention }: Verdict): boolean {
  return term.form !== 'abbreviation' && !term.loose && !mention.isNearMiss;
}

/** Kinds that have several right names, or no long form. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['objective', 'resolution', 'person']);

function hint(verdict: Verdict, rule: 'inconsistent-name' | 'undefined-abbreviation'): Verdict {
  return outcomeOf(verdict, rule, () => report(verdict, rule, 'likely', 'hint'));
}

/** Headings, tables, front matter and brackets are too short to introduce an abbreviation. */
function isRunningText({ mention }: Verdict, surroundings: Surroundings): boolean {
  const block = surroundings.prose.blockAt(mention.start);
  if (!block || (block.kind !== 'paragraph' && block.kind !== 'list-item')) return false;
  return !/\([^()]{0,24}$/.test(surroundings.textWithin(block, mention.start - 25, mention.start));
}

/** "IOM (International Organization for Migration)": the long form follows directly. */
function isExplainedHere({ mention, term }: Verdict, surroundings: Surroundings): boolean {
  const { text } = surroundings.prose;
  const block = surroundings.prose.blockAt(mention.start);
  if (!block) return false;
  // "**IOM.** International Organization for Migration": the head of an entry.
  const isHead = !/[\p{L}\d]/u.test(text.slice(block.start, mention.start));
  return surroundings.mentionsIn({ start: mention.end, end: Math.min(block.end, mention.end + 160) }).some((other) => {
    const between = text.slice(mention.end, other.start);
    return (
      other.terms.some((t) => t.entry.concept === term.entry.concept && t.form === 'full') &&
      (/^\s*[(,–—:-]/.test(between) || (isHead && /^[*_]*\.[\s*_]*$/.test(between)))
    );
  });
}

interface FormUse {
  readonly term: TermEntry;
  count: number;
  /** Index of its first occurrence among the names of the document. */
  readonly first: number;
}

/** The terms whose form a document uses less often than a rival form of the same name. */
function minorForms(parts: readonly (readonly Verdict[])[], all: readonly PartUses[]): ReadonlySet<TermEntry> {
  const uses = new Map<string, FormUse>();
  const seen = new Map<TermEntry, FormUse>();
  let before = 0;
  parts.forEach((verdicts, part) => {
    for (const { term, first, count } of all[part]!.rightForms) {
      const use = into(seen, term, () => into(uses, keyOf(term), () => ({ term, count: 0, first: before + first })));
      use.count += count;
    }
    before += verdicts.length;
  });
  const minor = new Set<TermEntry>();
  for (const [term, use] of seen) {
    for (const other of uses.values()) {
      if (
        isRival(use.term, other.term) &&
        (other.count > use.count || (other.count === use.count && other.first < use.first))
      ) {
        minor.add(term);
        break;
      }
    }
  }
  return minor;
}

function keyOf({ entry, lang, text }: TermEntry): string {
  return `${entry.name.id} ${lang} ${foldKey(text)}`;
}

/**
 * Two written forms of one name that differ only in function words or a hyphen: "pour les migrations", "sur les
 * migrations".
 */
function isRival(a: TermEntry, b: TermEntry): boolean {
  if (a === b || a.entry.name !== b.entry.name || a.lang !== b.lang || a.form !== b.form) return false;
  const [first, second] = [foldKey(a.text), foldKey(b.text)];
  // The content words are the same. A plural alone does not make another form.
  return contentOf(first) === contentOf(second) && frameOf(first) !== frameOf(second);
}

function contentOf(key: string): string {
  return key
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !DOCUMENT_WORDS.inNames.has(word))
    .map((word) => word.replace(/s$/, ''))
    .join(' ');
}

/** The function words and the marks between words. */
function frameOf(key: string): string {
  return key.replace(/[\p{L}\p{N}]+/gu, (word) => (DOCUMENT_WORDS.inNames.has(word) ? word : ''));
}
