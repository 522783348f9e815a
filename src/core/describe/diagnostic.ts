import type { Finding } from '../finding';

/** The message of a finding with its reason, unless the message already contains it. */
export function messageWithReason({ message, because }: Finding): string {
  return because === '' || message.includes(because) ? message : `${message}\n${because}`;
}
