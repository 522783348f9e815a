import type { Range } from '../reading/nodes';
import type { Modality, Statement } from '../reading/statement';
import type { Said } from './said';
import type { Link } from './statusLinks';
import type { Form, StatusWords } from './statusWords';
import { modalityAt } from './time';

/** A form where it occurs. */
export interface Found extends Range {
  readonly form: Form;
  readonly statement?: Statement;
}

/** Whether the author says it: a plan and a refusal to sign tell of signing as well, a denial does not. */
export function isAsserted(said: Said, found: Found, { statement, group }: Link, words: StatusWords['words']): boolean {
  const { form } = found;
  const modality: Modality = group?.isDenied || group?.determiner === 'negative' ? 'denied' : modalityOf(said, found, statement, group);
  const { tokens } = said.reading.sentence;
  const folded = tokens.map((token) => token.folded);
  const clause = folded.slice(statement?.first ?? 0, found.first);
  if (words.takenFor.isIn(folded.slice(Math.max(0, found.first - 6), found.first + 1)) || words.often.isIn(clause) || words.inverted.lengthAt(folded, 0) > 0) return false;
  if (isPortrayed(said, found) || isClaimed(said, found)) return false;
  const isNegated = tokens.slice(statement?.first ?? 0, found.first).some((token) => said.grammar.is(token, 'negation') || said.grammar.is(token, 'negative'));
  switch (modality) {
    case 'asserted': return !isNegated || form.kind === 'nominal' || (form.kind === 'done' && !statement?.verb?.negated && isPlainlyDone(statement));
    case 'planned': return form.kind === 'done' ? !tokens.slice(0, found.first).some((token) => said.grammar.is(token, 'negation') || said.grammar.is(token, 'negative')) : form.kind === 'nominal';
    case 'denied': return isNotYet(folded, found, words) && (form.kind === 'done') || (form.kind === 'nominal' && group?.determiner !== 'negative' && group?.determiner !== 'indefinite' && !group?.isDenied && group?.determiner !== 'none');
    case 'supposed': return form.kind === 'nominal' && (group?.determiner === 'definite' || (form.isWho && group?.determiner !== 'indefinite'));
    default: return false;
  }
}

/** "describes it as a treaty", "presented as binding": in the words of others. */
function isPortrayed({ reading: { statements }, grammar }: Said, { first }: Range): boolean {
  return statements.some(({ verb, complements }) => verb && verb.first < first && verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'reporting'))
    && complements.some((each) => each.roles.has('as') && each.first <= first && each.first >= verb.first && first - each.next <= REACH));
}

/** "Critics claim that it is a treaty", "the belief that": nouns that report as their verbs do. */
function isClaimed({ reading: { sentence: { tokens }, nodes }, grammar }: Said, { first }: Range): boolean {
  return nodes.some((node, i) => node.first > 0 && node.first < first && (node.kind === 'that' || node.kind === 'relative') && grammar.is(tokens[node.first], 'that') && nodes[i + 1]?.kind === 'noun'
    && grammar.rareVerbForms(tokens[node.first - 1]).some(({ lemma }) => grammar.isVerb(lemma, 'reporting') && !grammar.isVerb(lemma, 'factive')));
}

/** In words, from what somebody is portrayed as to what that is told to do: "as a State that ratified". */
const REACH = 4;

/** How the form is said: what a relative clause, an apposition or "as a …" tells by the way holds however the clause around it is said. */
function modalityOf(said: Said, { form }: Found, statement: Statement | undefined, group: Link['group']): Modality {
  if (statement === undefined) return modalityAt(said, group, statement);
  const { modality, kind, verb } = statement;
  if (modality !== 'denied' && modality !== 'planned' && modality !== 'supposed') return modality;
  if (form.kind === 'is' && group && (kind === 'apposition' || (verb && group.first < verb.first && !statement.subjects.includes(group)))) return 'asserted';
  return kind === 'relative' && verb && !verb.negated && verb.modality === 'asserted' && statement.subjects.every(({ determiner }) => determiner !== 'negative') ? 'asserted' : modality;
}

function isPlainlyDone(statement: Statement | undefined): boolean {
  return statement !== undefined && statement.subjects.every(({ determiner }) => determiner !== 'negative');
}

/** "has not yet ratified": told as what can be. */
function isNotYet(folded: readonly string[], { first, next }: Range, { notYet }: StatusWords['words']): boolean {
  return notYet.isIn(folded.slice(Math.max(0, first - 5), next + 1));
}
