/** Text that shows as it is written: no data of the termbase can become markup, a link or an icon, nor a bare address a link. */
export function escapeMarkdown(text: string): string {
  return text
    // A no-break space stays: French sets a colon or a quotation mark apart with it.
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&$@]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** A link, where the address is one of the web; else the label alone. */
export function markdownLink(label: string, url: string | undefined): string {
  if (url === undefined || !isWebAddress(url)) return escapeMarkdown(label);
  return `[${escapeMarkdown(label)}](${url.replace(/[\s()<>\\]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}

export function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url);
}
