/** Text that Markdown and Pandoc show as it is written; `@` would begin a citation of Pandoc's. */
export function escapeMarkdownText(text: string): string {
  return text
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~$^@]/g, '\\$&')
    .replace(/&(?=[#\w]+;)/g, '\\&')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** An address for angle brackets. */
export function markdownAddress(url: string): string {
  return url.replace(/[\s<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
