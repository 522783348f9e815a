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
    if (!isRight(verdict) || !isRunningText(verdict, part) || isExplainedHere(verdict, part)) return verdict;
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
