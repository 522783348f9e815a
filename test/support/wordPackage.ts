import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { readWord } from '../../src/core/word/readWord';
import type { WordDocument } from '../../src/core/word/wordDocument';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES =
  `xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wps="urn:wps"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A root element of WordprocessingML with its declaration. */
export function partXml(root: string, content: string): string {
  return `${DECLARATION}\n<w:${root} ${NAMESPACES}>${content}</w:${root}>`;
}

/** A package whose body has the content, and other parts in `word/`, each with a relationship of its own name. */
export function wordPackage(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const related = Object.keys(others).map(
    (name, i) => `<Relationship Id="rId${i + 1}" Type="${TYPES}/${name.replace('.xml', '')}" Target="${name}"/>`,
  );
  const relationships = (content: string): string =>
    `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships(`<Relationship Id="rId1" Type="${TYPES}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': partXml('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationships(related.join('')),
    'word/media/image1.png': '\u0089PNG',
  };
  for (const [name, content] of Object.entries(others)) files[`word/${name}`] = content;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) as Zippable);
}

/** The document in a package that must be readable. */
export function readable(bytes: Uint8Array): WordDocument {
  const document = readWord(bytes);
  assert.equal(document.kind, 'document', JSON.stringify(document));
  return document as WordDocument;
}

/** The text of the parts of a package, in its order. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** A package in which one part has another text. */
export function withPart(bytes: Uint8Array, name: string, text: string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [name]: strToU8(text) });
}
