import { cellsOf } from '../../reading/cells';
import type { Node } from '../../reading/nodes';
import type { Surroundings } from '../../surroundings/surroundings';
import type { Claim } from '../claim';
import { isNameLabel } from '../labels/rows';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { compareName, nameIn, type NameTime } from './compareName';
import { nameWordsOf, namesInStatement } from './nameStatements';

/** "ICEM became ICM in 1975", "its present name since 1992", "PICMME (1951), ICEM (1952)": the years of names. */
export function nameClaims(utterance: Utterance, surroundings: Surroundings, records: Records): readonly Claim[] {
  const { reading } = utterance;
  if (reading.modality !== 'asserted' || reading.dates.length === 0) return [];
  const words = nameWordsOf(utterance.lang);
  const stated = [
    ...reading.statements.flatMap((statement) => namesInStatement(utterance, statement, words)),
    ...nameInRow(utterance, surroundings),
  ];
  return stated.flatMap((each) => compareName(utterance, each, records) ?? []);
}

/**
 * "1952–1980 | Intergovernmental Committee for European Migration | ICEM": a row that consists of a name and its years,
 * in a table with a header such as "Name": in other tables, the years date something else.
 */
function nameInRow(utterance: Utterance, surroundings: Surroundings): readonly NameTime[] {
  const { reading, grammar } = utterance;
  const { sentence, nodes, groups } = reading;
  const head = surroundings.tableHeadOf(sentence.block);
  if (sentence.block.kind !== 'table-row' || head === sentence.block) return [];
  const [header] = surroundings.sentencesOf(head);
  if (!header || !cellsOf(header, surroundings.prose).some((cell) => isNameLabel(cell, grammar))) return [];
  const isElse = (node: Node): boolean =>
    node.kind === 'verb' || (node.kind === 'noun' && nameIn(utterance, node) === undefined);
  const [name, ...others] = groups.flatMap((group) => nameIn(utterance, group) ?? []);
  const [date, ...more] = reading.dates.filter(({ from }) => from.year !== undefined);
  if (!name || others.some((other) => other.name !== name.name) || !date || more.length > 0) return [];
  if (nodes.some(isElse)) return [];
  // For a name still in use, the years are those of a section.
  if (date.isSpan) return name.name.to === undefined ? [] : [{ name, from: date, to: date }];
  // A single year is a beginning only after a word such as "since".
  const before = nodes.findLast(({ next }) => next <= date.first);
  return before?.kind === 'preposition' && before.roles?.has('since') === true ? [{ name, from: date }] : [];
}
