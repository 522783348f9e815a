import heads from '../../../../data/relations/heads.json';
import { perLang } from '../../document';
import type { NounGroup, Range } from '../../reading/nodes';
import { capitalized, isCapitalized } from '../../reading/tokens';
import { claimAt, type Claim, quoted } from '../claim';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { bodyOf, labelsOf, officeList, phraseIn } from './offices';
import type { Person } from './tenures';

const wrongTitlesOf = perLang((lang) =>
  heads.wrongTitles[lang].map(({ titles, instead }) => ({ titles: officeList(titles, lang), instead })),
);

/** "IOM Secretary-General Amy Pope", "le président de l'OIM": a title that the head of the organization lacks. */
export function titleClaims(utterance: Utterance, people: readonly Person[], records: Records): readonly Claim[] {
  const fact = records.fact(heads.title);
  const wrong = wrongTitlesOf(utterance.lang).filter(({ titles }) => titles.isIn(utterance.words));
  if (!fact || wrong.length === 0 || utterance.discourse.isRefuted(utterance.site)) return [];
  return utterance.reading.groups.flatMap((group) => {
    const [found] = wrong.flatMap(({ titles, ...title }) => {
      const range = phraseIn(utterance, group, titles);
      return range ? [{ ...range, ...title }] : [];
    });
    if (!found) return [];
    const body = bodyOf(utterance, group);
    const linked = people.filter((person) => isSaidOf(utterance, person.group, group));
    const isPlain = group.named.length === 0 && group.owners.length === 0;
    // Only a name next to the title, or the person, says whose it is: "IOM held a congress. Its president".
    const isOfBody = body === 'name' ? linked.length > 0 || !isPlain : body === 'reference' && linked.length > 0;
    // In a caption or a row of a table: "Amy Pope, Secretary-General", "Secretary-General | Amy Pope".
    const isApposed =
      utterance
        .argumentsOf(group)
        .some(({ statement, role }) => statement.kind === 'apposition' && role === 'object') ||
      people.some((person) => labelsOf(utterance, person.group).includes(group));
    const isAlone = body === undefined && isPlain && found.next === group.next && isApposed;
    if (!isOfBody && !(isAlone && linked.some(({ head }) => head.to === undefined))) return [];
    const by = body === 'name' ? 'name' : 'reference';
    const right = inCaseOf(utterance, found.instead, found);
    const values = { right: quoted(right), wrong: quoted(utterance.textOf(found)) };
    const message = { template: heads.messages.title, values };
    const subject = { concept: heads.subject, by } as const;
    return [claimAt(utterance, found, subject, { facts: [fact.id], message, instead: [right], safe: by === 'name' })];
  });
}

/** Whether a noun group is part of a person's name, or next to it, or equated with it. */
function isSaidOf(utterance: Utterance, person: NounGroup, group: NounGroup): boolean {
  return (
    person === group ||
    person.end === group.first ||
    group.end === person.first ||
    labelsOf(utterance, person).includes(group) ||
    utterance
      .argumentsOf(group)
      .some(
        ({ statement: { kind, verb, subjects, objects }, top }) =>
          top === group &&
          (kind === 'apposition' || utterance.grammar.isVerbOf(verb, 'copula')) &&
          [...subjects, ...objects].includes(person),
      )
  );
}

/** The right title in the case of the wrong one: all words capitalized, the first one, or none. */
function inCaseOf(utterance: Utterance, right: string, { first, next }: Range): string {
  const words = utterance.reading.sentence.tokens.slice(first, next).filter(({ kind }) => kind === 'word');
  const written = words.map((word) => word.written);
  if (!isCapitalized(written[0]!)) return right;
  return written.every(isCapitalized) && (written.length > 1 || heads.titleCase.includes(utterance.lang))
    ? right.split(' ').map(capitalized).join(' ')
    : capitalized(right);
}
