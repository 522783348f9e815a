import heads from '../../../../data/relations/heads.json';
import type { Claim } from '../claim';
import type { Records } from '../records';
import { perLang } from '../../document';
import type { NounGroup, Range } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import { isVerbOf, type PhraseList } from '../field';
import { ORGANIZATION, headWordsOf, officeList } from './headWords';
import { bodyOf } from './offices';
import { headsOf, peopleIn } from './people';
import type { Utterance } from '../utterance';
import { quoted } from '../claimMessage';

interface WrongTitle {
  readonly titles: PhraseList;
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

/**
 * "IOM Secretary-General Amy Pope", "le président de l'OIM": a title that the head of the organization does not have.
 */
export function headTitleClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const fact = records.fact(heads.title);
  if (!fact || utterance.reading.modality !== 'asserted' || utterance.discourse.isRefuted(utterance.site)) return [];
  const wrong = wrongTitlesOf(utterance.lang);
  if (!wrong.some(({ titles, weak }) => titles.isIn(utterance.words) || weak.isIn(utterance.words))) return [];
  const row = headsOf(records);
  return utterance.reading.groups.flatMap((group) => {
    for (const { titles, weak, instead } of wrong) {
      for (let i = group.first; i < group.next; i++) {
        const isStrong = titles.lengthAt(utterance.words, i) > 0;
        const length = titles.lengthAt(utterance.words, i) || weak.lengthAt(utterance.words, i);
        if (
          length === 0 ||
          group.owners.some((owner) => i >= owner.first && i < owner.next) ||
          group.named.some((each) => i >= each.first && i < each.next)
        )
          continue;
        if (!isOfHead(utterance, group, { first: i, next: i + length }, isStrong, row, records)) return [];
        const right = inCaseOf(utterance, instead, { first: i, next: i + length });
        return [
          {
            ...utterance.span({ first: i, next: i + length }),
            lang: utterance.lang,
            concept: heads.subject,
            facts: [fact.id],
            message: {
              template: heads.messages.title,
              values: { right: quoted(right), wrong: quoted(utterance.textOf({ first: i, next: i + length })) },
            },
            rule: 'fact-mismatch' as const,
            certainty: bodyOf(utterance, group) === 'name' ? ('certain' as const) : ('likely' as const),
            severity: 'warning' as const,
            instead: [right],
            safe: isStrong && bodyOf(utterance, group) === 'name',
            evidence: [],
          },
        ];
      }
    }
    return [];
  });
}

/** Whether a title denotes the head of the organization. */
function isOfHead(
  utterance: Utterance,
  group: NounGroup,
  title: Range,
  isStrong: boolean,
  row: readonly Fact[],
  records: Records,
): boolean {
  const words = headWordsOf(utterance.lang);
  const { tokens } = utterance.reading.sentence;
  if (
    group.isDenied ||
    group.determiner === 'negative' ||
    words.others.isIn(utterance.words.slice(group.first, group.next)) ||
    words.others.isIn(utterance.words.slice(Math.max(0, title.first - 2), title.first))
  )
    return false;
  const args = utterance.argumentsOf(group);
  if (
    args.some(
      ({ statement, top }) =>
        top === group &&
        group.first >= statement.first &&
        statement.modality !== 'asserted' &&
        (statement.modality === 'denied' || statement.modality === 'supposed' || statement.modality === 'reported'),
    )
  )
    return false;
  // "IOM president"; "IOM secretary general assembly": the title ends its group, or a name follows.
  const after = tokens[title.next]!;
  if (
    utterance.grammar.lang === 'en' &&
    title.next < group.next &&
    after.kind === 'word' &&
    !/^\p{Lu}/u.test(after.written)
  )
    return false;
  // "the IOM President's Award"
  if (after?.folded === "'" && /^\p{Lu}/u.test(tokens[title.next + 2]?.written ?? '')) return false;
  // "Government Commissioner for Emigration": the office belongs to another body.
  if (
    utterance
      .attachedTo(group)
      .some(
        ({ roles, group: each }) =>
          roles.has('for') && each.kind === 'noun' && each.isProper && utterance.own(each, ORGANIZATION) === undefined,
      )
  )
    return false;
  const people = peopleIn(utterance, row, records).filter(({ head }) => head !== undefined);
  const body = bodyOf(utterance, group);
  if (body === 'other') return false;
  const isWithPerson = people.some(
    ({ group: each }) =>
      each === group ||
      each.end === group.first ||
      group.end === each.first ||
      args.some(
        ({ statement, top }) =>
          top === group &&
          (statement.kind === 'apposition' || isLinking(utterance, statement)) &&
          [...statement.subjects, ...statement.objects].includes(each),
      ),
  );
  if (body === undefined) {
    // "Amy Pope, Secretary-General": in a row of a table, a caption.
    return (
      isStrong &&
      group.owners.length === 0 &&
      group.named.length === 0 &&
      title.next === group.next &&
      people.some(
        ({ head, group: each }) =>
          head!.to === undefined &&
          args.some(
            ({ statement }) =>
              statement.kind === 'apposition' && statement.subjects.includes(each) && statement.objects.includes(group),
          ),
      )
    );
  }
  const isDescribed =
    group.determiner === 'definite' ||
    isWithPerson ||
    group.named.length > 0 ||
    args.some(({ role, complement }) => role === 'complement' && complement!.roles.has('as')) ||
    group.possessive !== undefined ||
    args.some(({ statement }) => isLinking(utterance, statement) && statement.objects.includes(group));
  return isStrong
    ? isDescribed || group.owners.length > 0
    : isWithPerson ||
        (isDescribed &&
          group.named.every(({ mention }) => mention.terms[0]!.entry.concept.kind === 'person') &&
          people.length > 0);
}

function isLinking(utterance: Utterance, { verb }: Utterance['reading']['statements'][number]): boolean {
  return (
    verb !== undefined &&
    (verb.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula')) ||
      isVerbOf(headWordsOf(utterance.lang).hold, verb, utterance.reading) ||
      isVerbOf(headWordsOf(utterance.lang).start, verb, utterance.reading))
  );
}

/**
 * "Director General" in English; in other languages, the case of the original title: all words capitalized, the first
 * one, or none. One capital suffices in Spanish.
 */
function inCaseOf(utterance: Utterance, right: string, range: Range): string {
  const written = utterance.reading.sentence.tokens
    .slice(range.first, range.next)
    .filter(({ kind }) => kind === 'word');
  const isCapital = (token: { readonly written: string }): boolean => /^\p{Lu}/u.test(token.written);
  if (!isCapital(written[0]!)) return right;
  const capitalized = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
  return written.every(isCapital) && (written.length > 1 || utterance.lang === 'es')
    ? right.split(' ').map(capitalized).join(' ')
    : capitalized(right);
}
