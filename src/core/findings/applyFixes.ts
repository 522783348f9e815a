import type { Edit, Finding } from './finding';

/** The text with the edits applied. Edits may come in any order but must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(position, edit.start) + edit.newText;
    position = edit.end;
  }
  return result + text.slice(position);
}

/**
 * The edits of all certain, preferred fixes together. Where two findings want the same edit it is made once; where their
 * edits overlap the later finding waits for the next round.
 */
export function combinePreferred(findings: readonly Finding[]): readonly Edit[] {
  const chosen: Edit[] = [];
  for (const finding of findings) {
    if (finding.certainty !== 'certain') continue;
    const fix = finding.fixes.find((candidate) => candidate.preferred);
    if (!fix) continue;
    const fresh = fix.edits.filter((edit) => !chosen.some((other) => same(edit, other)));
    if (fresh.some((edit) => chosen.some((other) => edit.start < other.end && other.start < edit.end))) continue;
    chosen.push(...fresh);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function same(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
