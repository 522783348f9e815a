import type { Checked } from '../../src/core/finding';

/** What was found, in a form that can be compared. */
export function asData(checked: Checked): Omit<Checked, 'setAside'> & { readonly setAside: unknown } {
  return { ...checked, setAside: checked.setAside() };
}
