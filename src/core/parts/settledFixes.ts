import { firstEndingAfter, type Span, type TextDocument } from '../document';
import { applyEdits, chooseFixes, editsOf, type Chosen } from '../findings/applyFixes';
import type { Edit, Finding } from '../finding';
import type { Options } from '../options';
import type { Termbase } from '../termbase/termbase';
import { DocumentCheck } from './documentCheck';

/**
 * The edits of the certain, preferred fixes that are stable: once applied, a second run would apply nothing. Excludes
 * a fix that leads to another fix in its place, or that would be reverted; such a fix is only offered to the writer.
 * `findings` are those of the document; `prefer` decides which of their fixes are preferred.
 */
export function settledEdits(
  document: TextDocument,
  findings: readonly Finding[],
  termbase: Termbase,
  options: Options,
  prefer = (found: readonly Finding[]): readonly Finding[] => found,
): readonly Edit[] {
  const choose = (text: string): readonly Chosen[] =>
    chooseFixes(prefer(new DocumentCheck({ ...document, text }, termbase, options).checked.findings));
  // Those that are not listed would remain, and be taken for later ones.
  const all = findings.at(-1)?.unlisted === undefined ? chooseFixes(prefer(findings)) : [];
  let chosen = all;
  for (let round = 0; round < MOST_ROUNDS && chosen.length > 0; round++) {
    const edits = editsOf(chosen);
    const fixed = applyEdits(document.text, edits);
    const again = choose(fixed);
    if (again.length === 0) return edits;
    // Fixes excluded earlier are found again. They must be excluded again, or a second run would differ.
    if (round > 0 && areLeftOut(again, choose(applyEdits(fixed, editsOf(again))))) return edits;
    const made = new Set(edits.map(keyOf));
    const leftOut = new Set(all.flatMap((fix) => fix.edits.map(keyOf)).filter((key) => !made.has(key)));
    chosen = withoutUnsettled(chosen, again, leftOut);
  }
  return [];
}

/** Each round excludes fixes; a document that needs more rounds is left unchanged. */
const MOST_ROUNDS = 4;

/** Whether none of these fixes would be applied, given the fixes that would follow them. */
function areLeftOut(fixes: readonly Chosen[], next: readonly Chosen[]): boolean {
  return next.length > 0 && withoutUnsettled(fixes, next, new Set()).length === 0;
}

/**
 * Returns the chosen fixes except those that a later fix touches. A later fix that touches none results from the use
 * of a name elsewhere in the document: then all fixes of its concept are excluded. If this excludes none, all are
 * excluded. Fixes already in `leftOut`, identified by their edits in the text of the document, are expected among the
 * later fixes and exclude nothing.
 */
function withoutUnsettled(
  chosen: readonly Chosen[],
  again: readonly Chosen[],
  leftOut: ReadonlySet<string>,
): readonly Chosen[] {
  const edits = editsOf(chosen);
  const spans = spansAfter(edits);
  const touched = new Set<string>();
  const concepts = new Set<string>();
  for (const { finding, edits: next } of again) {
    if (next.every((edit) => leftOut.has(keyOf(beforeEdits(edit, spans))))) continue;
    const start = Math.min(finding.start, next[0]!.start);
    const end = Math.max(finding.end, next[next.length - 1]!.end);
    let i = firstEndingAfter(spans, start - 1);
    if (i === spans.length || spans[i]!.start > end) concepts.add(finding.concept);
    for (; i < spans.length && spans[i]!.start <= end; i++) touched.add(keyOf(edits[i]!));
  }
  const settled = chosen.filter(
    ({ finding, edits: own }) => !concepts.has(finding.concept) && !own.some((edit) => touched.has(keyOf(edit))),
  );
  return settled.length < chosen.length ? settled : [];
}

/** The span of a new text after all edits, and the shift of the text that follows it. */
interface NewText extends Span {
  readonly shift: number;
}

/** The edits must be sorted. */
function spansAfter(edits: readonly Edit[]): readonly NewText[] {
  let shift = 0;
  return edits.map(({ start, end, newText }) => {
    const from = start + shift;
    shift += newText.length - (end - start);
    return { start: from, end: from + newText.length, shift };
  });
}

/** Converts an edit of the text after the edits to one of the text before them. */
function beforeEdits({ start, end, newText }: Edit, spans: readonly NewText[]): Edit {
  const shift = spans[firstEndingAfter(spans, start) - 1]?.shift ?? 0;
  return { start: start - shift, end: end - shift, newText };
}

function keyOf({ start, end, newText }: Edit): string {
  return `${start} ${end} ${newText}`;
}
