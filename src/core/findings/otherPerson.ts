import heads from '../../../data/relations/heads.json';
import type { Claim } from '../claims/claim';
import { contains, type Lang } from '../document';
import type { Edit } from '../finding';
import { hasYear, type DateGroup, type NounGroup } from '../reading/nodes';
import type { Reading } from '../reading/read';
import { readingIn } from '../reading/readings';
import { indexOfSentence } from '../reading/sentence';
import type { Statement } from '../reading/statement';
import type { Token } from '../reading/tokens';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { tellsOfRenaming } from './renaming';

/** The edits that a replacement needs elsewhere; `undefined` where the sentence would have to be rewritten. */
export function editsBeside(
  claim: Claim,
  [fact]: readonly Fact[],
  site: MentionSite | undefined,
  surroundings: Surroundings,
  termbase: Termbase,
): readonly Edit[] | undefined {
  if (concernsRenaming(claim, surroundings)) return undefined;
  const isOfPerson = claim.rule === 'outdated-fact' && termbase.concepts.get(claim.concept)?.kind === 'person';
  return isOfPerson && fact && site ? besideOtherPerson(claim, fact, site, surroundings) : [];
}

/** True for a year of a body's own history in a sentence in which the body changes its name. */
function concernsRenaming(claim: Claim, surroundings: Surroundings): boolean {
  if (claim.rule !== 'fact-mismatch' || !YEAR.test(claim.instead[0] ?? '')) return false;
  const site = surroundings.siteAt(claim);
  return site !== undefined && tellsOfRenaming(site.sentence, claim.concept, surroundings);
}

const YEAR = /^\d{4}$/;

/**
 * The edits that must accompany another name for the head of the organization, such as a title in the other gender
 * or the year of "since"; `undefined` where the sentence says more of the person, so that the name alone would make
 * it wrong.
 */
function besideOtherPerson(
  claim: Pick<Claim, 'start' | 'end' | 'concept' | 'lang'>,
  right: Fact,
  site: MentionSite,
  surroundings: Surroundings,
): readonly Edit[] | undefined {
  const reading = readingIn(surroundings, site.sentence);
  const own = reading.groups.find(({ named }) => named.some(({ mention }) => contains(mention, claim)));
  const isWoman = heads.women.includes(right.id);
  const wasWoman = heads.women.includes(claim.concept.replace('person-', 'iom-head-'));
  if (!own || reading.statements.some((statement) => saysMore(statement, own, reading))) return undefined;
  const { tokens } = site.sentence;
  const sentences = surroundings.sentencesOf(site.block);
  const next = sentences[indexOfSentence(sentences, site.sentence) + 1]?.tokens.slice(0, OPENING) ?? [];
  const gendered = wordsOf(claim.lang, wasWoman);
  const since = sinceEdits(reading, right, surroundings.prose.text);
  if ([...tokens, ...next].some(({ written }) => gendered.has(written.toLowerCase())) || since === undefined)
    return undefined;
  const titles = isWoman === wasWoman ? [] : inGender(claim.lang, site, isWoman);
  const isNamed = (i: number): boolean => own.named.some(({ first, next: after }) => i >= first && i < after);
  const isBare = tokens.every(
    (token, i) => i < own.first || i >= site.first || isNamed(i) || token.kind !== 'word' || isTitle(token, claim.lang),
  );
  return titles && isBare ? [...since, ...titles] : undefined;
}

/** In tokens: where the next sentence may refer to the person. */
const OPENING = 3;

type Words = Readonly<Record<string, string>>;
const FEMININE: Readonly<Record<Lang, Words>> = heads.feminine;

/** Words that show whether a person is a man or a woman, and are not repaired. */
function wordsOf(lang: Lang, isWoman: boolean): ReadonlySet<string> {
  return new Set(heads[isWoman ? 'ofWoman' : 'ofMan'][lang].split(' '));
}

/** Whether a statement reports what a person said or did, or says who the person is besides the head. */
function saysMore({ kind, verb, subjects, objects, tense }: Statement, own: NounGroup, { grammar }: Reading): boolean {
  const isOffice = ({ words }: NounGroup): boolean => words.some((word) => heads.offices.includes(word));
  if (grammar.isVerbOf(verb, 'reporting') && objects.includes(own)) return true;
  const isSubject = subjects.some((group) => group === own || isOffice(group));
  if (!isSubject) return false;
  const others = objects.filter((group) => group !== own && !isOffice(group));
  if (kind === 'apposition' && !verb) return subjects.includes(own) && others.length > 0;
  return (
    tense === 'past' || grammar.isVerbOf(verb, 'reporting') || (grammar.isVerbOf(verb, 'copula') && others.length > 0)
  );
}

/** The year of "since 2018" becomes that of the other person; `undefined` if it has a part that is not on record. */
function sinceEdits({ statements, sentence }: Reading, { from = '' }: Fact, text: string): readonly Edit[] | undefined {
  const dates = new Set(
    statements.flatMap(({ complements }) =>
      complements.flatMap(({ group, roles }) =>
        roles.has('since') && group.kind === 'date' && hasYear(group) ? [group] : [],
      ),
    ),
  );
  const isPlain = ({ from: { month } }: DateGroup): boolean => month === undefined;
  if (![...dates].every(isPlain)) return undefined;
  return [...dates].flatMap(({ first, next }) =>
    sentence.tokens
      .slice(first, next)
      .filter(({ start, end }) => /^\d{4}$/.test(text.slice(start, end)))
      .map(({ start, end }) => ({ start, end, newText: from.slice(0, 4) })),
  );
}

const BESIDE: ReadonlySet<string> = new Set(heads.besideTitles.split(' '));

function isTitle({ folded }: Token, lang: Lang): boolean {
  const [he, she] = [Object.keys(FEMININE[lang]), Object.values(FEMININE[lang])];
  return he.includes(folded) || she.includes(folded) || heads.offices.includes(folded) || BESIDE.has(folded);
}

/**
 * "l'actuel directeur général, M." becomes "l'actuelle directrice générale, Mme"; the reverse is left to the writer.
 */
function inGender(lang: Lang, { sentence: { tokens }, first }: MentionSite, isWoman: boolean): Edit[] | undefined {
  const titleAt = tokens.findIndex(
    ({ folded }) => FEMININE[lang][folded] !== undefined && heads.offices.includes(folded),
  );
  const isNear = (i: number): boolean =>
    (i >= first - 2 && i < first) || (titleAt >= 0 && i >= titleAt - 3 && i <= titleAt + 1);
  if (!isWoman) {
    const she = new Set(Object.values(FEMININE[lang]).map((word) => word.toLowerCase().replace('.', '')));
    return tokens.some(({ folded, written }, i) => isNear(i) && (she.has(folded) || she.has(written.toLowerCase())))
      ? undefined
      : [];
  }
  return tokens.flatMap(({ start, end, written, folded }, i) => {
    const word = isNear(i) ? FEMININE[lang][folded] : undefined;
    if (word === undefined) return [];
    const isAbbreviated = i < first && tokens[i + 1]!.folded === '.';
    const newText = /^\p{Lu}/u.test(written) ? word[0]!.toUpperCase() + word.slice(1) : word;
    return [{ start, end: isAbbreviated ? tokens[i + 1]!.end : end, newText }];
  });
}
