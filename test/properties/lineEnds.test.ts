import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMAT_IDS } from '../cliffs/measure';
import { assertAlikeWithAnyLineEnd } from '../fuzz/properties';
import { annotatedDocuments, withoutNotes } from '../support/annotated';
import { sampleOf } from '../support/runs';

/** Texts found by the fuzzer, and other constructs that end with the line. */
const TEXTS = [
  'El diario habla de migrantes.\n\nSegún el ministro, “el CIME es una agencia de viaje.\n\nICEM assists migrants.\n',
  '“ICEM pays the passage of every migrant.\nIt was renamed; ICEM assists migrants all the same.\n\n',
  '1951\nConferencia de Bruselas. Se crea el CIPMME.\n\n**1998** McKinley asume la dirección de la OIM.\nLa Organización tiene 67 Estados miembros.\n',
  ...sampleOf(annotatedDocuments(join(__dirname, '../check')), 1).map((file) =>
    withoutNotes(readFileSync(file, 'utf8')),
  ),
];

describe('CRLF and LF', function () {
  this.timeout(300_000);
  for (const languageId of FORMAT_IDS) {
    it(`give the same findings, allowed names and fixes in ${languageId}`, () => {
      for (const text of TEXTS) assertAlikeWithAnyLineEnd(text, languageId);
    });
  }
});
