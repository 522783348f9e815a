/**
 * The label of a note from how it is written. In reStructuredText, `#` and `*` are not labels: the n-th call is that of
 * the n-th note. `counts` has their numbers so far.
 */
export function noteLabel(written: string, counts: Map<string, number>): string {
  if (written !== '#' && written !== '*') return written;
  const number = (counts.get(written) ?? 0) + 1;
  counts.set(written, number);
  return `${written}${number}`;
}
