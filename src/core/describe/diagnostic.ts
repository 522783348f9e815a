import type { Finding } from '../finding';

/** The message of a finding with its reason, unless the message already contains it. */
export function messageWithReason(finding: Finding): string {
  const reason = reasonBeyond(finding);
  return reason === '' ? finding.message : `${finding.message}\n${reason}`;
}

/** The reason of a finding; empty if its message says it: “It has 23 objectives” and “It has 23 objectives, not 24”. */
export function reasonBeyond({ message, because }: Pick<Finding, 'message' | 'because'>): string {
  return message.includes(because.replace(/\.$/, '')) ? '' : because;
}
