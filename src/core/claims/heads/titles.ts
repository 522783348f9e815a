import heads from '../../../../data/relations/heads.json';
import { perLang } from '../../document';
import type { NounGroup, Range } from '../../reading/nodes';
import type { Claim } from '../claim';
import { quoted } from '../claimMessage';
import { isVerbOf, type PhraseList } from '../field';
import type { Records } from '../records';
import type { Argument, Utterance } from '../utterance';
import { headWordsOf, officeList, ORGANIZATION } from './headWords';
import { bodyOf } from './offices';
import { headsOf, peopleIn, type Person } from './people';

interface WrongTitle {
  readonly titles: PhraseList;
  /** Titles that only a person next to them makes those of the head. */
  readonly weak: PhraseList;
  readonly instead: string;
}

const wrongTitlesOf = perLang((lang): readonly WrongTitle[] =>
  heads.wrongTitles[lang].map((each) => ({
    titles: officeList(each.titles, lang),
    weak: officeList(each.weak, lang),
    instead: each.instead,
  })),
);

/** "IOM Secretary-General Amy Pope", "le président de l'OIM": a title that the head of the organization lacks. */
export function headTitleClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const fact = records.fact(heads.title);
  const wrong = wrongTitlesOf(utterance.lang).filter(
    ({ titles, weak }) => titles.isIn(utterance.words) || weak.isIn(utterance.words),
  );
  if (!fact || wrong.length === 0 || utterance.reading.modality !== 'asserted') return [];
  if (utterance.discourse.isRefuted(utterance.site)) return [];
  const people = peopleIn(utterance, headsOf(records));
  return utterance.reading.groups.flatMap((group) => {
    const found = wrong.flatMap((each) => titleIn(utterance, group, each) ?? [])[0];
    if (!found || !isOfHead(utterance, group, found, people)) return [];
    const isNamed = bodyOf(utterance, group) === 'name';
    const right = inCaseOf(utterance, found.instead, found);
    return [
      {
        ...utterance.span(found),
        lang: utterance.lang,
        concept: heads.subject,
        facts: [fact.id],
        message: {
          template: heads.messages.title,
          values: { right: quoted(right), wrong: quoted(utterance.textOf(found)) },
        },
        rule: 'fact-mismatch' as const,
        certainty: isNamed ? ('certain' as const) : ('likely' as const),
        severity: 'warning' as const,
        instead: [right],
        safe: found.isStrong && isNamed,
        evidence: [],
      },
    ];
  });
}

interface FoundTitle extends Range {
  readonly isStrong: boolean;
  readonly instead: string;
}

/** A title among the group's own words, outside names; in English a word after it must be a name. */
function titleIn(
  { words, grammar, reading }: Utterance,
  group: NounGroup,
  { titles, weak, instead }: WrongTitle,
): FoundTitle | undefined {
  const { tokens } = reading.sentence;
  for (let i = group.first; i < group.next; i++) {
    const strong = titles.lengthAt(words, i);
    const next = i + (strong || weak.lengthAt(words, i));
    if (next === i || [...group.owners, ...group.named].some((each) => i >= each.first && i < each.next)) continue;
    const after = tokens[next];
    const goesOn = next < group.next && after!.kind === 'word' && !/^\p{Lu}/u.test(after!.written);
    // "the IOM President's Award"
    const isOfName = after?.folded === "'" && /^\p{Lu}/u.test(tokens[next + 2]?.written ?? '');
    return (goesOn && grammar.has('headLast')) || isOfName
      ? undefined
      : { first: i, next, isStrong: strong > 0, instead };
  }
  return undefined;
}

/** Whether a title denotes the head of the organization. */
function isOfHead(
  utterance: Utterance,
  group: NounGroup,
  { first, next, isStrong }: FoundTitle,
  people: readonly Person[],
): boolean {
  const { others } = headWordsOf(utterance.lang);
  const body = bodyOf(utterance, group);
  const args = utterance.argumentsOf(group);
  if (
    body === 'other' ||
    group.isDenied ||
    group.determiner === 'negative' ||
    others.isIn(utterance.words.slice(Math.min(group.first, Math.max(0, first - 2)), group.next)) ||
    args.some((each) => isDoubted(each, group)) ||
    isForOther(utterance, group)
  )
    return false;
  const linked = people.filter(({ group: each }) => isLinked(utterance, each, group, args));
  // "Amy Pope, Secretary-General": in a row of a table, a caption.
  if (body === undefined) {
    const isAlone = group.owners.length === 0 && group.named.length === 0 && next === group.next;
    return (
      isStrong &&
      isAlone &&
      linked.some(({ head, group: each }) => head.to === undefined && each !== group && isApposed(args, each, group))
    );
  }
  if (!isStrong) return linked.length > 0;
  return (
    linked.length > 0 ||
    group.owners.length > 0 ||
    group.determiner === 'definite' ||
    group.named.length > 0 ||
    group.possessive !== undefined ||
    args.some(
      ({ statement, role, complement }) =>
        (role === 'complement' && complement!.roles.has('as')) ||
        (isLinking(utterance, statement) && statement.objects.includes(group)),
    )
  );
}

function isDoubted({ statement, top }: Argument, group: NounGroup): boolean {
  const { modality, first } = statement;
  return top === group && group.first >= first && ['denied', 'supposed', 'reported'].includes(modality);
}

/** "Government Commissioner for Emigration": the office belongs to another body. */
function isForOther(utterance: Utterance, group: NounGroup): boolean {
  return utterance
    .attachedTo(group)
    .some(
      ({ roles, group: each }) =>
        roles.has('for') && each.kind === 'noun' && each.isProper && utterance.own(each, ORGANIZATION) === undefined,
    );
}

/** Whether a person is next to a title, or a statement equates them. */
function isLinked(utterance: Utterance, person: NounGroup, group: NounGroup, args: readonly Argument[]): boolean {
  return (
    person === group ||
    person.end === group.first ||
    group.end === person.first ||
    args.some(
      ({ statement, top }) =>
        top === group &&
        (statement.kind === 'apposition' || isLinking(utterance, statement)) &&
        [...statement.subjects, ...statement.objects].includes(person),
    )
  );
}

function isApposed(args: readonly Argument[], person: NounGroup, group: NounGroup): boolean {
  return args.some(
    ({ statement: { kind, subjects, objects } }) =>
      kind === 'apposition' && subjects.includes(person) && objects.includes(group),
  );
}

function isLinking(utterance: Utterance, { verb }: Argument['statement']): boolean {
  const { hold, start } = headWordsOf(utterance.lang);
  return (
    verb !== undefined &&
    (verb.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula')) ||
      isVerbOf(hold, verb, utterance.reading) ||
      isVerbOf(start, verb, utterance.reading))
  );
}

/** The right title in the case of the wrong one: all words capitalized, the first one, or none. */
function inCaseOf(utterance: Utterance, right: string, { first, next }: Range): string {
  const written = utterance.reading.sentence.tokens.slice(first, next).filter(({ kind }) => kind === 'word');
  const isCapital = (token: { readonly written: string }): boolean => /^\p{Lu}/u.test(token.written);
  if (!isCapital(written[0]!)) return right;
  const capitalized = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
  return written.every(isCapital) && (written.length > 1 || heads.titleCase.includes(utterance.lang))
    ? right.split(' ').map(capitalized).join(' ')
    : capitalized(right);
}
