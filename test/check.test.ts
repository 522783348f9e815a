import { basename, join } from 'node:path';
import { annotatedDocuments, checkAnnotated } from './support/annotated';

describe('annotated documents', () => {
  for (const file of annotatedDocuments(join(__dirname, 'check'))) {
    it(basename(file), () => checkAnnotated(file));
  }
});
