import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/**
 * Text that Org shows as it is written, also at the beginning of a line: by its entities, and where it has none by a
 * space of no width, which is what its manual tells to write.
 */
export function escapeOrg(text: string): string {
  return oneLine(text)
    .replace(/[\\#]|\{(?=\{|$)|@(?=@|$)|\[(?=\[|fn:|cite|$)/g, `$&${NO_WIDTH}`)
    // A link needs no brackets: `elisp:…` and `shell:…` run what follows.
    .replace(/(?<=[A-Za-z+-])(?<!\bhttps?):(?=\S|$)/gi, `$&${NO_WIDTH}`)
    .replace(/[_^$|<>]/g, entity)
    .replace(/(?<=^|[\s\-({'"])[*/=~+](?=\S)/g, entity)
    .replace(/^(?=(?:[^\p{L}\p{N}\s"'“”«»(\\]|[\p{L}\p{N}]+[.)](?:\s|$)|[A-Z]+:))/u, NO_WIDTH);
}

/** An address as a link. */
export function orgLink(url: string): string {
  return `[[${encodedAddress(url, /[[\]]/g)}]]`;
}

const NO_WIDTH = '\u200b';

function entity(sign: string): string {
  return `\\${ENTITIES[sign]}{}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  _: 'under', '^': 'asciicirc', $: 'dollar', '|': 'vert', '<': 'lt', '>': 'gt',
  '*': 'ast', '/': 'slash', '=': 'equal', '~': 'tilde', '+': 'plus',
};
