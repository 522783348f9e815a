import { TENSE } from '../../reading/cues';
import type { OwnReferent } from '../../reading/naming';
import { phraseIn } from '../../reading/phrases';
import type { Modality } from '../../reading/statement';
import { isNarratedUntil, modalityAt, timesOf } from '../time';
import type { Utterance } from '../utterance';
import type { Link } from './statusSubjects';
import { statusWordsOf, type FoundForm } from './statusWords';

/** Whether the author asserts a form. A plan to sign implies that signing is possible; a denial does not. */
export function isAsserted(utterance: Utterance, found: FoundForm, link: Link): boolean {
  const { takenFor, inverted, notYet } = statusWordsOf(utterance.lang).words;
  const { first, next, form } = found;
  const folded = utterance.reading.sentence.tokens.map((token) => token.folded);
  const around = folded.slice(Math.max(0, first - PHRASE), next + 1);
  if (takenFor.isIn(around) || inverted.lengthAt(folded, 0) > 0) return false;
  switch (modalityOf(utterance, link)) {
    case 'asserted':
      return !isNegatedBefore(utterance, link.statement?.first ?? 0, first);
    case 'planned':
      return form.kind === 'nominal' || (form.kind === 'done' && !isNegatedBefore(utterance, 0, first));
    case 'supposed':
      // Only a definite act is presupposed: "Any ratification would be void".
      return form.kind === 'done'
        ? isPossible(utterance, found)
        : form.kind === 'nominal' && (link.group?.determiner === 'definite' || form.who === true);
    case 'denied':
      // Presupposes that it is possible: "has not yet ratified".
      return notYet.isIn(around);
    default:
      return false;
  }
}

/**
 * What must or should be done is taken to be possible, and so is what would be done at a place or a time, unless a
 * clause supposes something else: "should ratify it", "se firmaría en Marrakech".
 */
function isPossible(utterance: Utterance, { statement, first }: FoundForm): boolean {
  const { nodes } = utterance.reading;
  const { verb, complements } = statement!;
  const isPlaced = complements.some(({ group, roles }) => group.kind === 'date' || (group.isProper && roles.has('in')));
  const isSupposed = nodes.some(({ kind }) => kind === 'supposing');
  return (verb?.required || isPlaced) && !isSupposed && !isNegatedBefore(utterance, 0, first);
}

/** In words: the longest phrase that makes a form somebody else's, with the words after it. */
const PHRASE = 6;

/** Whether a negation occurs between two tokens. */
export function isNegatedBefore({ reading, grammar }: Utterance, from: number, to: number): boolean {
  return reading.sentence.tokens
    .slice(from, to)
    .some((token) => grammar.is(token, 'negation') || grammar.is(token, 'negative'));
}

/** "describes it as a treaty", "the belief that it is a treaty": a verb or a noun before it reports what others say. */
export function isReported({ reading: { sentence }, grammar }: Utterance, at: number): boolean {
  const before = sentence.tokens.slice(0, at);
  const verb = before.findIndex((token) =>
    grammar.rareVerbForms(token).some(({ lemma }) => grammar.isVerb(lemma, 'reporting')),
  );
  return verb >= 0 && before.slice(verb).some((token) => grammar.is(token, 'that') || grammar.hasRole(token, 'as'));
}

/**
 * A relative clause, and a participle between commas, assert their content whatever the modality of the clause around
 * them: "He decided not to join the Pact, promoted by the UN and signed yesterday".
 */
function modalityOf(utterance: Utterance, { statement, group }: Link): Modality {
  if (!statement || group?.isDenied) return modalityAt(utterance, group, statement);
  const { modality, kind, verb, subjects } = statement;
  const isApart =
    kind === 'relative' ||
    (verb?.form === 'participle' && utterance.words.slice(subjects[0]?.end, verb.first).includes(','));
  return isApart && verb?.modality === 'asserted' && !verb.negated ? 'asserted' : modality;
}

/** Whether a status within the system is stated of a time after the year in which it changed. */
export function isOfToday(utterance: Utterance, { first }: FoundForm, link: Link, since: number): boolean {
  const { documentDate, time } = utterance;
  const { statement, subject } = link;
  const { tokens } = utterance.reading.sentence;
  // "has been outside the system until recently"
  if (phraseIn(tokens, 0, tokens.length, TENSE.endedCues)) return false;
  if (isOfThen(utterance, subject, since) || (documentDate && documentDate.year <= since)) return false;
  // What a participle says happened before: "Établie en dehors du système", "Nacida fuera del sistema".
  const isOfBirth = statement?.verb?.form === 'participle' && !utterance.grammar.isVerbOf(statement.verb, 'copula');
  if (statement?.tense === 'past' || isOfBirth) {
    // A past status is right unless the clause has a date: "IOM was outside the system and joined it in 2016".
    // The date may also be that of the verb after the status: "Long outside the system, IOM joined it in 2016".
    const isDated = statement!.complements.some(({ group }) => group.kind === 'date');
    if (!isDated || statement!.subjects.some((group) => first < group.first)) return false;
  }
  const times = timesOf(utterance, statement, undefined);
  if (times.length > 0) return times.every(({ from }) => from > since);
  return time.kind !== 'unclear' && !isNarratedUntil(utterance, since);
}

/**
 * "ICEM is not part of the system": a name that was out of use by the year of the change refers to its own time. So
 * does a word that refers back to it, unless the passage has a later name or speaks of today.
 */
function isOfThen({ discourse, site, reading }: Utterance, subject: OwnReferent, since: number): boolean {
  const { entry } = subject.mention.terms[0]!;
  if (entry.lastYear > since) return false;
  const { tokens } = reading.sentence;
  return (
    subject.by === 'name' ||
    (!discourse.speaksOfOtherNames(site.block, subject.concept, entry.name.id) &&
      !phraseIn(tokens, 0, tokens.length, TENSE.todayCues))
  );
}
