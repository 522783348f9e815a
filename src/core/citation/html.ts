import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/** Escapes text so that HTML shows it as written, even if a site generator processes the page first. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"'`{}]/g, (sign) => NAMES[sign] ?? `&#${sign.charCodeAt(0)};`);
}

/** Encodes an address as text. */
export function htmlAddress(url: string): string {
  return escapeHtml(encodedAddress(url));
}

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
