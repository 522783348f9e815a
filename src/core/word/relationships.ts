import { escapeXml } from '../xml';
import { decodePart, encodePart, utf8 } from './partText';
import { folderOf, readRelations, relationsOf } from './relations';
import { walkXml } from './walkXml';
import { appendToRoot } from './xmlEdit';

type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * The first part to which a part (or the package, for the empty name) is related. `type` is the last word
 * of the type of the relationship.
 */
export function relatedPart(parts: Parts, part: string, type: string): string | undefined {
  const relations = readRelations(relationsXml(parts, part) ?? '', folderOf(part));
  return typeof relations === 'string' ? undefined : relations.get(type)?.[0];
}

/** Adds a relationship to a part in the same folder. */
export function addRelationship(parts: Map<string, Uint8Array>, part: string, type: string, target: string): void {
  const used = new Set<string | undefined>();
  walkXml(relationsXml(parts, part) ?? '', { open: (_, { Id: id }) => used.add(id) });
  let number = used.size;
  while (used.has(`rId${number}`)) number++;
  append(
    parts,
    relationsOf(part),
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    (prefix) => `<${prefix}Relationship Id="rId${number}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"/>`,
  );
}

/** Declares the type of the content of a part. */
export function addContentType(parts: Map<string, Uint8Array>, part: string, contentType: string): void {
  append(
    parts,
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    (prefix) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`,
  );
}

function relationsXml(parts: Parts, part: string): string | undefined {
  const bytes = parts.get(relationsOf(part));
  return bytes && decodePart(bytes).xml;
}

/** Adds an element at the end of the root of a part. The part is created with `empty` if it does not exist. */
function append(parts: Map<string, Uint8Array>, name: string, empty: string, child: (prefix: string) => string): void {
  const bytes = parts.get(name);
  const part = bytes ? decodePart(bytes) : utf8(XML_DECLARATION + empty);
  parts.set(name, encodePart({ ...part, xml: appendToRoot(part.xml, child) }));
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
