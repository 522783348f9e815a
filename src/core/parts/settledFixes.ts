import type { Span, TextDocument } from '../document';
import { applyEdits, chooseFixes, editsOf, type Chosen } from '../findings/applyFixes';
import type { Edit, Finding } from '../findings/finding';
import { indexBehind } from '../reading/sentence';
import type { Options } from '../options';
import type { Termbase } from '../termbase/termbase';
import { DocumentCheck } from './documentCheck';

/**
 * The edits of the certain, preferred fixes that settle: made once, they leave nothing that would be made the next time.
 * A fix that calls for another fix in its place, or whose result would be turned back, is not among them; it is only
 * offered, for the writer to judge. `findings` are those of the document.
 */
export function settledEdits(document: TextDocument, findings: readonly Finding[], termbase: Termbase, options: Options): readonly Edit[] {
  const choose = (text: string): readonly Chosen[] => chooseFixes(new DocumentCheck({ ...document, text }, termbase, options).checked.findings);
  const all = chooseFixes(findings);
  let chosen = all;
  for (let round = 0; round < MOST_ROUNDS && chosen.length > 0; round++) {
    const edits = editsOf(chosen);
    const fixed = applyEdits(document.text, edits);
    const again = choose(fixed);
    if (again.length === 0) return edits;
    // What was left out before is found again. It must be left out again, or the next time would not give the same.
    if (round > 0 && areLeftOut(again, choose(applyEdits(fixed, editsOf(again))))) return edits;
    const made = new Set(edits.map(keyOf));
    const leftOut = new Set(all.flatMap((fix) => fix.edits.map(keyOf)).filter((key) => !made.has(key)));
    chosen = withoutUnsettled(chosen, again, leftOut);
  }
  return [];
}

/** Each round leaves out fixes; a document that needs more is left as it is. */
const MOST_ROUNDS = 4;

/** Whether of these fixes, which call for the next ones, none would be made. */
function areLeftOut(fixes: readonly Chosen[], next: readonly Chosen[]): boolean {
  return next.length > 0 && withoutUnsettled(fixes, next, new Set()).length === 0;
}

/**
 * The chosen fixes without those that the fixes found after them touch. A fix that touches none comes of how the document
 * uses a name elsewhere: then the fixes of its concept go. Where that leaves out none, all go. Of what was `leftOut`
 * before, told by its edits in the document's text, it is known that it is found again.
 */
function withoutUnsettled(chosen: readonly Chosen[], again: readonly Chosen[], leftOut: ReadonlySet<string>): readonly Chosen[] {
  const edits = editsOf(chosen);
  const spans = spansAfter(edits);
  const touched = new Set<string>();
  const concepts = new Set<string>();
  for (const { finding, edits: next } of again) {
    if (next.every((edit) => leftOut.has(keyOf(beforeEdits(edit, spans))))) continue;
    const start = Math.min(finding.start, next[0].start);
    const end = Math.max(finding.end, next[next.length - 1].end);
    let i = indexBehind(spans, start - 1);
    if (i === spans.length || spans[i].start > end) concepts.add(finding.concept);
    for (; i < spans.length && spans[i].start <= end; i++) touched.add(keyOf(edits[i]));
  }
  const settled = chosen.filter(({ finding, edits: own }) => !concepts.has(finding.concept) && !own.some((edit) => touched.has(keyOf(edit))));
  return settled.length < chosen.length ? settled : [];
}

/** The offset of a new text after all of the edits, and the shift of what follows it. */
interface NewText extends Span {
  readonly shift: number;
}

/** Of edits that are sorted. */
function spansAfter(edits: readonly Edit[]): readonly NewText[] {
  let shift = 0;
  return edits.map(({ start, end, newText }) => {
    const from = start + shift;
    shift += newText.length - (end - start);
    return { start: from, end: from + newText.length, shift };
  });
}

/** An edit of the text after the edits, as one of the text before them. */
function beforeEdits({ start, end, newText }: Edit, spans: readonly NewText[]): Edit {
  const shift = spans[indexBehind(spans, start) - 1]?.shift ?? 0;
  return { start: start - shift, end: end - shift, newText };
}

function keyOf({ start, end, newText }: Edit): string {
  return `${start} ${end} ${newText}`;
}
