import { joinLines } from '../citation/escapeText';

/**
 * Escapes text so that it shows as written: no data of the termbase can become markup, a link or an icon, and no bare
 * address a link.
 */
export function escapeMarkdown(text: string): string {
  return joinLines(text)
    .replace(/[\\`*_{}[\]<>#|~&$@]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** A link if the address is a web address; otherwise the label alone. */
export function markdownLink(label: string, url: string | undefined): string {
  if (url === undefined || !isWebAddress(url)) return escapeMarkdown(label);
  return `[${escapeMarkdown(label)}](${url.replace(/[\s()<>\\]/g, percentEncoded)})`;
}

export function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url);
}

/** A link that runs a command. */
export function commandLink(label: string, command: string, args: readonly unknown[]): string {
  return `[${escapeMarkdown(label)}](${commandAddress(command, args)})`;
}

/** The address that runs a command; no value among the arguments can end it. */
export function commandAddress(command: string, args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[!'()*]/g, percentEncoded)}`;
}

function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
