import { overlaps } from '../document';
import type { Edit, Finding } from '../finding';
import type { WordComment } from '../word/writeComments';
import { applyEdits } from './applyFixes';

/**
 * A comment for each finding of a Word document: the message, the reason and the first source. A comment whose finding
 * one of the edits fixes also has the change, and reaches to all words that change.
 */
export function wordComments(
  text: string,
  findings: readonly Finding[],
  edits: readonly Edit[],
): readonly WordComment[] {
  const made = new Set<Edit>();
  return findings.map((finding) => {
    const { start, end, message, because, sources, fixes } = finding;
    const own = edits.filter((edit) => !made.has(edit) && (overlaps(edit, finding) || isOf(edit, fixes)));
    for (const edit of own) made.add(edit);
    const [source] = sources;
    const span = {
      start: Math.min(start, ...own.map((edit) => edit.start)),
      end: Math.max(end, ...own.map((edit) => edit.end)),
    };
    return {
      ...span,
      message: `${message}\n${because}`,
      ...(source ? { source: { title: source.title, ...(source.url === undefined ? {} : { url: source.url }) } } : {}),
      ...(own.length > 0 ? { change: { newText: textAfter(text, span, own) } } : {}),
    };
  });
}

function isOf({ start, end, newText }: Edit, fixes: Finding['fixes']): boolean {
  return fixes.some(({ edits }) =>
    edits.some((edit) => edit.start === start && edit.end === end && edit.newText === newText),
  );
}

function textAfter(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  edits: readonly Edit[],
): string {
  const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(text.slice(start, end), inside);
}
