import { anyOf, DOCUMENT_WORDS } from '../reading/cues';
import { into } from '../into';
import { foldKey } from '../fold';
import { preferredTerm, type Termbase, type TermEntry } from '../termbase/termbase';
import type { Surroundings } from '../surroundings/surroundings';
import { contentOf } from './nearMiss';
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
  const uses = parts.map((verdicts) => into(usesByList, verdicts, readUses));
  const minor = minorForms(uses);
  const spelled = new Set(uses.flatMap((own) => [...own.spelled]));
  const introduced = new Set<string>();
  const judged = (verdict: Verdict, part: Surroundings): Verdict => {
    const { term } = verdict;
    const { concept, name } = term.entry;
    if (introduces(verdict)) introduced.add(concept.id);
    if (!mayBeHintedAt(verdict)) return verdict;
    if (minor.size > 0 && minor.has(keyOf(term))) return hint(verdict, 'inconsistent-name');
    const isUndefined =
      term.form === 'abbreviation' &&
      !introduced.has(concept.id) &&
      spelled.has(concept.id) &&
      isRunningText(verdict, part) &&
      !isExplainedHere(verdict, part);
    if (!isUndefined) return verdict;
    introduced.add(concept.id);
    const long = preferredTerm(termbase, name.id, term.lang, 'full');
    return long?.form === 'full' ? hint(verdict, 'undefined-abbreviation') : verdict;
  };
  return parts.map((verdicts, part) => {
    // Most parts have nothing that a hint may concern.
    const own = uses[part]!;
    const mayBeUndefined = [...own.abbreviated].some((id) => spelled.has(id) && !introduced.has(id));
    if (!mayBeUndefined && ![...minor].some((key) => own.forms.has(key))) {
      for (const id of own.introduced) introduced.add(id);
      return verdicts;
    }
    const hinted = verdicts.map((verdict) => judged(verdict, surroundings[part]!));
    return hinted.some((verdict, i) => verdict !== verdicts[i]) ? hinted : verdicts;
  });
}

/** How a part uses its names. */
interface Uses {
  /** The ids of the concepts for which it uses a long form. */
  readonly spelled: ReadonlySet<string>;
  /** The ids of the concepts that it introduces by a long form, in a wrong spelling as well. */
  readonly introduced: ReadonlySet<string>;
  /** The ids of the concepts for which it uses an abbreviation that may need its long form. */
  readonly abbreviated: ReadonlySet<string>;
  /** The right forms other than abbreviations, in the order of their first occurrence, by their keys. */
  readonly forms: Forms;
}

interface Form {
  readonly term: TermEntry;
  readonly count: number;
}

/** Cached for each list of verdicts: after an edit nearly all lists are unchanged. */
const usesByList = new WeakMap<readonly Verdict[], Uses>();

function readUses(verdicts: readonly Verdict[]): Uses {
  const right = verdicts.filter(isRight);
  const isAbbreviation = ({ term }: Verdict): boolean => term.form === 'abbreviation';
  const concepts = (some: readonly Verdict[]): ReadonlySet<string> =>
    new Set(some.map(({ term }) => term.entry.concept.id));
  return {
    spelled: concepts(verdicts.filter(isLongForm)),
    introduced: concepts(verdicts.filter(introduces)),
    abbreviated: concepts(right.filter(isAbbreviation)),
    forms: countsOf(right.filter((each) => !isAbbreviation(each)).map(({ term }) => [keyOf(term), { term, count: 1 }])),
  };
}

type Forms = ReadonlyMap<string, Form>;

function countsOf(forms: readonly (readonly [key: string, form: Form])[]): Forms {
  const counts = new Map<string, Form>();
  for (const [key, { term, count }] of forms) counts.set(key, { term, count: count + (counts.get(key)?.count ?? 0) });
  return counts;
}

/** The keys of the forms that a document uses less often than a rival form of the same name. */
function minorForms(uses: readonly Uses[]): ReadonlySet<string> {
  const forms = [...countsOf(uses.flatMap((own) => [...own.forms]))];
  const isMinor = ([, { term, count }]: readonly [string, Form], i: number): boolean =>
    forms.some(
      ([, other], k) => isRival(term, other.term) && (other.count > count || (other.count === count && k < i)),
    );
  return new Set(forms.filter(isMinor).map(([key]) => key));
}

/** Two spellings that differ in capitals or accents are one form. */
function keyOf({ entry, lang, text }: TermEntry): string {
  return `${entry.name.id} ${lang} ${foldKey(text)}`;
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

/** A long form in a wrong spelling introduces an abbreviation as well. */
function introduces(verdict: Verdict): boolean {
  return verdict.term.form === 'full' || isLongForm(verdict);
}

/** Kinds that have several right names, or no long form. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['objective', 'resolution', 'person']);

function hint(verdict: Verdict, rule: 'inconsistent-name' | 'undefined-abbreviation'): Verdict {
  return outcomeOf(verdict, rule, () => report(verdict, rule, 'likely', 'hint'));
}

/** Headings, headlines, tables, front matter, brackets and questions do not introduce an abbreviation. */
function isRunningText({ mention }: Verdict, surroundings: Surroundings): boolean {
  const block = surroundings.prose.blockAt(mention.start);
  if (!block || (block.kind !== 'paragraph' && block.kind !== 'list-item')) return false;
  // A line without a full stop is a headline, whatever the format.
  const isLine = !/[.!?:;…]\W*$/.test(surroundings.textWithin(block, block.end - LONGEST_END, block.end));
  const isAsked = /^[^.!?]*\?/.test(surroundings.textWithin(block, mention.end, mention.end + LONGEST_QUESTION));
  return (
    !isLine && !isAsked && !/\([^()]{0,24}$/.test(surroundings.textWithin(block, mention.start - 25, mention.start))
  );
}

/** In code units: a full stop with the marks after it. */
const LONGEST_END = 8;
const LONGEST_QUESTION = 160;

/** "IOM (International Organization for Migration)", "IOM stands for the …": the long form follows directly. */
function isExplainedHere({ mention, term }: Verdict, surroundings: Surroundings): boolean {
  const { text } = surroundings.prose;
  const block = surroundings.prose.blockAt(mention.start);
  if (!block) return false;
  // The head of an entry: "**IOM.** International Organization for Migration".
  const isHead = !/[\p{L}\d]/u.test(text.slice(block.start, mention.start));
  return surroundings.mentionsIn({ start: mention.end, end: Math.min(block.end, mention.end + 160) }).some((other) => {
    const between = text.slice(mention.end, other.start).replace(/<[^<>]*>|[*_{}]/g, '');
    return (
      other.terms.some((t) => t.entry.concept === term.entry.concept && t.form === 'full') &&
      (/^\s*[(,–—:-]/.test(between) || EXPLAINS.test(between) || (isHead && /^\.\s*$/.test(between)))
    );
  });
}

/** "is the", "signifie l'" */
const EXPLAINS = new RegExp(`^\\s+${anyOf(DOCUMENT_WORDS.written.explaining)}(?:\\s+\\p{L}{1,3}['’]?)?\\s*$`, 'u');

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

/** The function words and the marks between words. */
function frameOf(key: string): string {
  return key.replace(/[\p{L}\p{N}]+/gu, (word) => (DOCUMENT_WORDS.inNames.has(word) ? word : ''));
}
