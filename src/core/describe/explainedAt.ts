import type { Span } from '../document';
import type { Allowed, Checked, Finding } from '../finding';

/**
 * What is explained at an offset, for every front end: what is reported there, else why a name or a value is not, else
 * the condition for which no relation compared it, else the name.
 */
export function explainedAt(
  checked: Checked,
  offset: number,
  isThere: (span: Span) => boolean,
): Finding | Allowed | undefined {
  const name = checked.allowed.find(isThere);
  const found = checked.findings.find(isThere) ?? (name?.reason === 'current' ? undefined : name);
  return found ?? checked.setAside(offset).find(isThere) ?? name;
}
