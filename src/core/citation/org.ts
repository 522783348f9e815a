import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/**
 * Escapes text so that Org shows it as written, even at the beginning of a line. Uses entities, and a zero-width
 * space where there is none, as the Org manual recommends.
 */
export function escapeOrg(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\#]|\{(?=\{|$)|@(?=@|$)|\[(?=\[|fn:|cite|$)/g, `$&${NO_WIDTH}`)
      // A link needs no brackets: `elisp:…` and `shell:…` execute the text that follows.
      .replace(/(?<=[A-Za-z+-])(?<!\bhttps?):(?=\S|$)/gi, `$&${NO_WIDTH}`)
      .replace(/[_^$|<>]/g, entity)
      .replace(/(?<=^|[\s\-({'"])[*/=~+](?=\S)/g, entity)
      .replace(/^(?=(?:[^\p{L}\p{N}\s"'“”«»(\\]|[\p{L}\p{N}]+[.)](?:\s|$)|[A-Z]+:))/u, NO_WIDTH)
  );
}

/** Encodes an address as a link. */
export function orgLink(url: string): string {
  return `[[${encodedAddress(url, /[[\]]/g)}]]`;
}

const NO_WIDTH = '\u200b';

function entity(sign: string): string {
  return `\\${ENTITIES[sign]}{}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  _: 'under',
  '^': 'asciicirc',
  $: 'dollar',
  '|': 'vert',
  '<': 'lt',
  '>': 'gt',
  '*': 'ast',
  '/': 'slash',
  '=': 'equal',
  '~': 'tilde',
  '+': 'plus',
};
