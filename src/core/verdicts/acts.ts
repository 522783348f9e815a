import { grammarOf } from '../reading/grammar';
import type { NounGroup } from '../reading/nodes';
import { type Reading } from '../reading/read';
import { readingIn } from '../reading/readings';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import { agentsOf, type Statement } from '../reading/statement';
import type { Time } from '../reading/times';
import { statementAt } from './siteReading';
import { tenseOfVerb } from './tense';

/**
 * Whether the body acts at one of the times: it is the subject or the agent of a verb whose clause has the time, or the
 * whole cell of a row that has it.
 */
export function actsAt(site: MentionSite, times: readonly Time[], surroundings: Surroundings): boolean {
  if (fillsCell(site, surroundings)) return true;
  const reading = readingIn(surroundings, site.sentence);
  const grammar = grammarOf(surroundings.languageOf(site.block));
  const clause = reading.statements.find(
    (statement) =>
      statement.verb !== undefined &&
      statement.kind === 'main' &&
      [...statement.subjects, ...agentsOf(statement, grammar)].some((group) => isNamedBy(group, site)),
  );
  if (!clause) return false;
  const own = times.filter(({ start, end }) => start >= site.sentence.start && end <= site.sentence.end);
  return own.length === 0 || own.some((time) => belongsTo(time, clause, reading));
}

/** Whether a name is the subject of a verb in the present tense: "ICEM assists migrants". */
export function actsInPresent(site: MentionSite, surroundings: Surroundings): boolean {
  return readingIn(surroundings, site.sentence).statements.some(
    ({ verb, subjects }) =>
      verb !== undefined && tenseOfVerb(verb) === 'present' && subjects.some((group) => isNamedBy(group, site)),
  );
}

function isNamedBy({ named }: NounGroup, { first }: MentionSite): boolean {
  return named.some((name) => name.first === first);
}

/** A time that precedes a clause directly belongs to it, even if the clause before it seems to end in it. */
function belongsTo(time: Time, clause: Statement, reading: Reading): boolean {
  const inner = statementAt(reading, time);
  return inner === undefined || inner === clause || (time.next <= clause.first && time.next >= clause.first - 1);
}

function fillsCell({ block, mention }: MentionSite, { prose: { text } }: Surroundings): boolean {
  return (
    block.kind === 'table-row' &&
    /[|&\t>]\s*$/.test(text.slice(block.start, mention.start)) &&
    /^\s*(?:[|&\t<]|\\\\|$)/.test(text.slice(mention.end, block.end))
  );
}
