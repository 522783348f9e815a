import type { Allowed, Checked } from '../../core/findings/finding';

/**
 * The names to list as let through: without those that a finding is about as well, such as a right name of a head who is
 * head no more. One place told twice, once as wrong and once as right, would puzzle whoever reads it.
 */
export function listedAllowed({ findings, allowed }: Checked): readonly Allowed[] {
  const found = new Set(findings.map(({ start, end }) => `${start} ${end}`));
  return allowed.filter(({ start, end }) => !found.has(`${start} ${end}`));
}
