import { preferredTerm, type Termbase } from '../termbase/termbase';
import type { Surroundings } from '../surroundings/surroundings';
import { outcomeOf, report, type Verdict } from './verdict';

/**
 * Hints at the first use of each abbreviation that precedes its long form. A document that has no long form at all gets
 * no hint. Each part's verdicts come with its surroundings. For a part without hints, the function returns the same
 * list that it received.
 */
export function hintAtAbbreviations(
  parts: readonly (readonly Verdict[])[],
  surroundings: readonly Surroundings[],
  termbase: Termbase,
): readonly (readonly Verdict[])[] {
  const spelled = new Set(
    parts.flatMap((verdicts) => verdicts.filter(isLongForm).map(({ term }) => term.entry.concept)),
  );
  const introduced = new Set<unknown>();
  const hinted = (verdict: Verdict, part: Surroundings): Verdict => {
    const { entry, form, lang } = verdict.term;
    if (isLongForm(verdict)) introduced.add(entry.concept);
    if (form !== 'abbreviation' || introduced.has(entry.concept) || !spelled.has(entry.concept)) return verdict;
    if (!isRight(verdict) || !isUnexplained(verdict, part)) return verdict;
    introduced.add(entry.concept);
    return preferredTerm(termbase, entry.name.id, lang, 'full')?.form === 'full'
      ? outcomeOf(verdict, 'undefined', () => report(verdict, 'undefined-abbreviation', 'likely', 'hint'))
      : verdict;
  };
  return parts.map((verdicts, part) => {
    const all = verdicts.map((verdict) => hinted(verdict, surroundings[part]!));
    return all.some((verdict, i) => verdict !== verdicts[i]) ? all : verdicts;
  });
}

function isLongForm({ term, mention }: Verdict): boolean {
  return term.form !== 'abbreviation' && !term.loose && !mention.isNearMiss;
}

function isRight(verdict: Verdict): boolean {
  return verdict.kind === 'allow' && verdict.reason === 'current' && !verdict.term.entry.concept.shield;
}

/**
 * Whether an abbreviation is in running text, which could introduce it, and the long form does not follow directly:
 * "IOM (International Organization for Migration)". Headings, tables, front matter and brackets are too short.
 */
function isUnexplained({ mention: { start, end }, term }: Verdict, surroundings: Surroundings): boolean {
  const { prose } = surroundings;
  const { text } = prose;
  const block = prose.blockAt(start);
  if (!block || (block.kind !== 'paragraph' && block.kind !== 'list-item')) return false;
  const before = text.slice(block.start, start);
  if (/\([^()]{0,24}$/.test(before.slice(-25))) return false;
  // The head of an entry is explained after its full stop: "**IOM.** International Organization for Migration".
  const isHead = !/[\p{L}\d]/u.test(before);
  return !surroundings.mentionsIn({ start: end, end: Math.min(block.end, end + 160) }).some((other) => {
    const between = text.slice(end, other.start);
    return (
      other.terms.some(({ entry, form }) => entry.concept === term.entry.concept && form === 'full') &&
      (/^\s*[(,–—:-]/.test(between) || (isHead && /^[*_]*\.[\s*_]*$/.test(between)))
    );
  });
}
