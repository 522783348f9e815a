import assert from 'node:assert/strict';
import { readWord } from '../../src/core/word/readWord';
import { docxParts, zipped } from '../support/docx';

const HEAD =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/">';
const stamp = (name: string, date: string): string => `<dcterms:${name}>${date}</dcterms:${name}>`;
const datesOf = (properties: string | undefined): string | undefined => {
  const parts = docxParts({ body: '<w:p><w:r><w:t>IOM</w:t></w:r></w:p>' });
  const word = readWord(zipped({ ...parts, ...(properties === undefined ? {} : { 'docProps/core.xml': properties }) }));
  assert.equal(word.kind, 'document');
  const dates = word.kind === 'document' ? word.dates : undefined;
  return dates && `${dates.created ?? '?'} to ${dates.changed}`;
};

describe('the days on which a Word document was made and last changed', () => {
  const table: [properties: string | undefined, expected: string | undefined][] = [
    [
      `${HEAD}${stamp('created', '2015-03-04T10:00:00Z')}${stamp('modified', '2016-05-06T10:00:00Z')}</cp:coreProperties>`,
      '2015-03-04 to 2016-05-06',
    ],
    // The last change is that of the template.
    [
      `${HEAD}${stamp('modified', '2015-03-04T10:00:00Z')}${stamp('created', '2016-05-06T10:00:00Z')}</cp:coreProperties>`,
      '2016-05-06 to 2016-05-06',
    ],
    [`${HEAD}${stamp('created', '2015-03-04T10:00:00Z')}</cp:coreProperties>`, '2015-03-04 to 2015-03-04'],
    [`${HEAD}${stamp('modified', '2015-03-04T10:00:00Z')}</cp:coreProperties>`, '? to 2015-03-04'],
    // What programs write into every file.
    ...['2013-12-23T23:15:00Z', '1970-01-01T00:00:00Z', '1980-01-01T00:00:00Z', '1601-01-01T00:00:00Z'].map(
      (day): [string, undefined] => [
        `${HEAD}${stamp('created', day)}${stamp('modified', day)}</cp:coreProperties>`,
        undefined,
      ],
    ),
    [
      `${HEAD}${stamp('created', '2013-12-23T23:15:00Z')}${stamp('modified', '2025-10-22T08:10:00Z')}</cp:coreProperties>`,
      '? to 2025-10-22',
    ],
    [`${HEAD}${stamp('created', 'yesterday')}</cp:coreProperties>`, undefined],
    [`${HEAD}</cp:coreProperties>`, undefined],
    [`${HEAD}${stamp('created', '2015-03-04')}`, undefined],
    ['<!DOCTYPE a [<!ENTITY b "2015-03-04">]><a/>', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [properties, expected] of table)
    it(`${expected ?? 'none'}: ${properties?.replace(HEAD, '…') ?? 'no properties'}`, () => {
      assert.equal(datesOf(properties), expected);
    });
});
