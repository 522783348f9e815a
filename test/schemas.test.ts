import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFiles } from '../scripts/schemas';

for (const [file, text] of schemaFiles())
  it(`${file} describes what is read: npm run schemas writes it`, () =>
    assert.equal(readFileSync(join(__dirname, '..', file), 'utf8'), text));
