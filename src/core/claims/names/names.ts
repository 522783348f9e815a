import type { Claim } from '../claim';
import type { Records } from '../records';
import type { Surroundings } from '../../surroundings/surroundings';
import { cellsOf } from '../../reading/cells';
import { compareName, type NameTime } from './compareName';
import { isNameLabel } from './nameCells';
import { rowTimes } from './nameTables';
import type { Utterance } from '../utterance';
import { nameWordsOf } from './nameWords';
import { namesInStatement } from './nameStatements';

/** "ICEM became ICM in 1975", "its present name since 1992", "PICMME (1951), ICEM (1952)": the years of names. */
export function nameClaims(utterance: Utterance, surroundings: Surroundings, records: Records): readonly Claim[] {
  const { nodes, groups, modality } = utterance.reading;
  if (modality !== 'asserted') return [];
  if (!(nodes.some(({ kind }) => kind === 'date') || groups.some(({ dates }) => dates.length > 0))) return [];
  const words = nameWordsOf(utterance.lang);
  const stated = [
    ...utterance.reading.statements.flatMap((statement) => namesInStatement(utterance, statement, words)),
    ...inRow(utterance, surroundings),
  ];
  const claims = stated.flatMap((each) => compareName(utterance, each, records) ?? []);
  return claims.filter((each, i) => !claims.slice(0, i).some((other) => other.start === each.start));
}

/** A row of a table of names, which has a header such as "Name": in other tables, the years date something else. */
function inRow(utterance: Utterance, surroundings: Surroundings): readonly NameTime[] {
  const { sentence, grammar } = utterance.reading;
  const { block } = sentence;
  const head = surroundings.tableHeadOf(block);
  if (block.kind !== 'table-row' || head === block) return [];
  const [header] = surroundings.sentencesOf(head);
  const isOfNames =
    header !== undefined && cellsOf(header, surroundings.prose).some((cell) => isNameLabel(cell, grammar));
  return isOfNames ? rowTimes(utterance, cellsOf(sentence, surroundings.prose), nameWordsOf(utterance.lang)) : [];
}
