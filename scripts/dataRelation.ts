// Prints where everything about a relation is: its entry with its words and messages, the facts that it reads, and the
// cases and annotated documents in which one of its values is reported, or allowed for a reason.
//
//   npx tsx scripts/dataRelation.ts RELATION
import { entriesOf, examplesOf, factsOf, relationIds, testedTexts, type Place } from './relationPlaces';

const relation = process.argv[2] ?? '';
if (relationIds().includes(relation)) {
  const examples = examplesOf(relation, testedTexts());
  list('Its words', entriesOf(relation));
  list('Facts that it reads', factsOf(relation));
  list(
    'Reported in the tests',
    examples.filter(({ isFound }) => isFound),
  );
  list(
    'Seen and allowed in the tests',
    examples.filter(({ isFound }) => !isFound),
  );
} else {
  console.error(`There is no relation "${relation}". There are:\n  ${relationIds().join('\n  ')}`);
  process.exitCode = 2;
}

function list(title: string, places: readonly (Place & { readonly why?: string })[]): void {
  console.log(`${title}: ${places.length}`);
  for (const { file, line, says, why } of places)
    console.log(`  ${file}:${line}  ${says}${why === undefined ? '' : `\n      ${why}`}`);
  console.log();
}
