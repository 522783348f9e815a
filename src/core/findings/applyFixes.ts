import { overlaps, type Span } from '../document';
import { onlyReplacement, type Edit, type Finding, type Fix } from '../finding';

/** Applies the edits to the text. They may be in any order but must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const edit of [...edits].sort(inOrder)) {
    pieces.push(text.slice(position, edit.start), edit.newText);
    position = edit.end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}

/**
 * Combines the edits of all certain, preferred fixes. An edit that two findings share is made once; where the edits
 * of two findings overlap, the later finding must wait for the next run.
 */
export function combinePreferred(findings: readonly Finding[]): readonly Edit[] {
  return editsOf(chooseFixes(findings));
}

/** The findings of a name, for a writer who requests all of its fixes: every fix that fits is preferred. */
export function preferAllOf(findings: readonly Finding[], name: string): readonly Finding[] {
  return findings.flatMap((finding) =>
    finding.name === name ? [{ ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, preferred: fix.fits })) }] : [],
  );
}

/**
 * The findings, apart from hints, for a writer who accepts or rejects each change: the only replacement of each is
 * preferred, unless it reaches into the words of another one.
 */
export function preferAll(findings: readonly Finding[]): readonly Finding[] {
  const taken: Span[] = [];
  const isUnasked = ({ certainty, fixes }: Finding): boolean =>
    certainty === 'certain' && fixes.some(({ preferred }) => preferred);
  const chosen = new Map<Finding, Fix>();
  for (const finding of [...findings.filter(isUnasked), ...findings.filter((each) => !isUnasked(each))]) {
    const fix = isUnasked(finding) ? finding.fixes.find(({ preferred }) => preferred) : onlyReplacement(finding);
    if (!fix || finding.severity === 'hint') continue;
    const span = {
      start: Math.min(finding.start, ...fix.edits.map(({ start }) => start)),
      end: Math.max(finding.end, ...fix.edits.map(({ end }) => end)),
    };
    if (taken.some((each) => overlaps(each, span))) continue;
    taken.push(span);
    chosen.set(finding, fix);
  }
  return findings.flatMap((finding) => {
    const fix = chosen.get(finding);
    return fix ? [{ ...finding, certainty: 'certain', fixes: [{ ...fix, preferred: true }] } as const] : [];
  });
}

/** The words that the first fix of a finding writes in its place. */
export function replacementOf({ start, end, fixes }: Finding): string {
  return fixes[0]?.edits.find((edit) => edit.start < end && edit.end > start)?.newText ?? '';
}

/**
 * The findings that edits leave for a writer to decide, apart from hints; a finding is fixed if all edits of its
 * preferred fix were made.
 */
export function choicesAfter(
  findings: readonly Finding[],
  edits: readonly Edit[],
): { readonly fixed: readonly Finding[]; readonly left: readonly Finding[] } {
  const made = new Set(edits.map(keyOf));
  const isFixed = (finding: Finding): boolean =>
    made.size > 0 &&
    finding.fixes.find(({ preferred }) => preferred)?.edits.every((edit) => made.has(keyOf(edit))) === true;
  return {
    fixed: findings.filter(isFixed),
    left: findings.filter((finding) => finding.severity !== 'hint' && !isFixed(finding)),
  };
}

function keyOf({ start, end, newText }: Edit): string {
  return `${start} ${end} ${newText}`;
}

/** A fix that is compatible with the other chosen ones, and its finding. */
export interface Chosen {
  readonly finding: Finding;
  /** Sorted and disjoint. */
  readonly edits: readonly Edit[];
}

/** The certain, preferred fixes that can be applied together, in the order of their findings. */
export function chooseFixes(findings: readonly Finding[]): readonly Chosen[] {
  const chosenEdits: Edit[] = [];
  const chosen: Chosen[] = [];
  for (const finding of findings) {
    if (finding.certainty !== 'certain') continue;
    const fix = finding.fixes.find((candidate) => candidate.preferred);
    if (!fix) continue;
    const fresh = fix.edits.filter((edit) => !isChosen(edit, chosenEdits));
    if (fresh.some((edit) => conflicts(edit, chosenEdits))) continue;
    for (const edit of fresh) chosenEdits.splice(indexIn(chosenEdits, edit), 0, edit);
    chosen.push({ finding, edits: fix.edits });
  }
  return chosen;
}

/** The edits of the chosen fixes, sorted and without duplicates. */
export function editsOf(chosen: readonly Chosen[]): readonly Edit[] {
  const all = chosen.flatMap(({ edits }) => edits).sort(inOrder);
  return all.filter((edit, i) => i === 0 || !isSameEdit(edit, all[i - 1]!));
}

function isChosen(edit: Edit, chosenEdits: readonly Edit[]): boolean {
  for (let i = indexIn(chosenEdits, edit); i < chosenEdits.length && inOrder(chosenEdits[i]!, edit) === 0; i++)
    if (isSameEdit(chosenEdits[i]!, edit)) return true;
  return false;
}

/** Only neighbours can overlap, because the edits made so far are sorted and disjoint. */
function conflicts(edit: Edit, chosenEdits: readonly Edit[]): boolean {
  const index = indexIn(chosenEdits, edit);
  return [chosenEdits[index - 1], chosenEdits[index]].some((other) => other !== undefined && overlaps(edit, other));
}

/** The index for an edit among the sorted ones, before equal edits. */
function indexIn(sorted: readonly Edit[], edit: Edit): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(sorted[middle]!, edit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inOrder(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}

function isSameEdit(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
