import { decodePart } from './partText';
import { relatedPart } from './relationships';
import { walkXml } from './walkXml';

/** The ids of the styles that a document has for comments. Word adds them with the first comment. */
export interface CommentStyles {
  readonly text?: string;
  readonly reference?: string;
}

/** Finds the styles by their names, which are the same in every language of Word, unlike their ids. */
export function commentStyles(parts: ReadonlyMap<string, Uint8Array>, mainPart: string): CommentStyles {
  const bytes = parts.get(relatedPart(parts, mainPart, 'styles') ?? '');
  const ids = new Map<string, string>();
  let id = '';
  if (bytes)
    walkXml(decodePart(bytes).xml, {
      open(name, { 'w:styleId': styleId = '', 'w:val': value = '' }) {
        if (name === 'w:style') id = styleId;
        if (name === 'w:name' && id !== '') ids.set(value.toLowerCase(), id);
      },
    });
  return { text: ids.get('annotation text'), reference: ids.get('annotation reference') };
}
