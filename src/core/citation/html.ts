import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/** Text that HTML shows as it is written, also where a site generator reads the page before. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"'`{}]/g, (sign) => NAMES[sign] ?? `&#${sign.charCodeAt(0)};`);
}

/** An address as text. */
export function htmlAddress(url: string): string {
  return escapeHtml(encodedAddress(url));
}

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
