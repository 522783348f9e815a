import assert from 'node:assert/strict';
import { readWord } from '../../src/core/word/readWord';
import { docxParts, zipped } from '../support/docx';

const HEAD =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/">';
const stamp = (name: string, date: string): string => `<dcterms:${name}>${date}</dcterms:${name}>`;
const changed = (properties: string | undefined): string | undefined => {
  const parts = docxParts({ body: '<w:p><w:r><w:t>IOM</w:t></w:r></w:p>' });
  const word = readWord(zipped({ ...parts, ...(properties === undefined ? {} : { 'docProps/core.xml': properties }) }));
  assert.equal(word.kind, 'document');
  return word.kind === 'document' ? word.changed : undefined;
};

describe('the last change of a Word document', () => {
  const table: [properties: string | undefined, expected: string | undefined][] = [
    [
      `${HEAD}${stamp('created', '2015-03-04T10:00:00Z')}${stamp('modified', '2016-05-06T10:00:00Z')}</cp:coreProperties>`,
      '2016-05-06',
    ],
    // The template is newer than the stamp of the last change.
    [
      `${HEAD}${stamp('modified', '2015-03-04T10:00:00Z')}${stamp('created', '2016-05-06T10:00:00Z')}</cp:coreProperties>`,
      '2016-05-06',
    ],
    [`${HEAD}${stamp('created', '2015-03-04T10:00:00Z')}</cp:coreProperties>`, '2015-03-04'],
    [`${HEAD}${stamp('created', 'yesterday')}</cp:coreProperties>`, undefined],
    [`${HEAD}</cp:coreProperties>`, undefined],
    [`${HEAD}${stamp('created', '2015-03-04')}`, undefined],
    ['<!DOCTYPE a [<!ENTITY b "2015-03-04">]><a/>', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [properties, expected] of table)
    it(`${expected ?? 'none'}: ${properties?.replace(HEAD, '…') ?? 'no properties'}`, () => {
      assert.equal(changed(properties), expected);
    });
});
