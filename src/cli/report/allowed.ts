import type { Allowed, Checked } from '../../core/finding';

/**
 * The names to list as allowed, without those that a finding also covers, such as the correct name of a former head.
 * Listing one place both as wrong and as allowed would confuse readers.
 */
export function listedAllowed({ findings, allowed }: Checked): readonly Allowed[] {
  const found = new Set(findings.map(({ start, end }) => `${start} ${end}`));
  return allowed.filter(({ start, end }) => !found.has(`${start} ${end}`));
}
