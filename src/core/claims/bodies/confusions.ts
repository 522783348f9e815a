import data from '../../../../data/relations/confusions.json';
import { perLang, type Lang } from '../../document';
import { foldKey } from '../../fold';
import { grammarOf } from '../../reading/grammar';
import type { Named } from '../../reading/nodes';
import type { Sentence } from '../../reading/sentence';
import type { Text } from '../../reading/text';
import { claimAt, type Claim } from '../claim';
import { text } from '../claimMessage';
import { PhraseList, nounPhrase } from '../field';
import type { Utterance } from '../utterance';

/**
 * Names confused with others: the abbreviation of the maritime organization with ours, the refugee compact or the
 * business compact with the migration compact.
 */
export function confusionClaims(utterance: Utterance): readonly Claim[] {
  return [...inBrackets(utterance), ...refugeeCompact(utterance), ...businessCompact(utterance)];
}

/** Whether a sentence has a name that may be confused, without reading it. */
export function mayConfuse({ tokens, start, end }: Sentence, text: Text, lang: Lang): boolean {
  const names = text.mentionsIn({ start, end });
  const isOf = (concepts: readonly string[]): boolean =>
    names.some(({ terms }) => terms.some(({ entry }) => concepts.includes(entry.concept.id)));
  return (
    isOf([...data.refugeeCompact, ...data.businessCompact]) ||
    (isOf([data.organization]) && tokens.some(({ written }) => data.wrongAbbreviations[lang].includes(written)))
  );
}

interface Words {
  readonly objectives: PhraseList;
  readonly migration: readonly string[];
  readonly business: readonly string[];
  readonly contrast: ReadonlySet<string>;
}

const wordsOf = perLang((lang): Words => {
  const grammar = grammarOf(lang);
  return {
    objectives: new PhraseList(data.objectives[lang], (phrase) => nounPhrase(phrase, grammar)),
    migration: data.migration.map(foldKey),
    business: data.business.map(foldKey),
    contrast: new Set(data.contrast[lang].map(foldKey)),
  };
});

function namesOf({ reading }: Utterance, concepts: readonly string[]): readonly Named[] {
  return reading.groups
    .flatMap(({ named }) => named)
    .filter(({ mention }) => mention.terms.some(({ entry }) => concepts.includes(entry.concept.id)));
}

function claim(
  utterance: Utterance,
  named: Named,
  how: keyof typeof data.messages,
  right: string,
  isCertain: boolean,
): Claim {
  const { concept } = named.mention.terms[0]!.entry;
  return claimAt(
    utterance,
    named,
    { concept: concept.id, by: isCertain ? 'name' : 'reference' },
    {
      rule: 'confused-concept',
      facts: [],
      message: { template: data.messages[how], values: { right: text(right) } },
      severity: isCertain ? 'warning' : 'information',
      instead: [right],
    },
  );
}

/** "International Organization for Migration (IMO)": the abbreviation of another body follows our name. */
function inBrackets(utterance: Utterance): readonly Claim[] {
  const { tokens } = utterance.reading.sentence;
  const right = data.abbreviation[utterance.lang];
  return namesOf(utterance, [data.organization]).flatMap((named): readonly Claim[] => {
    const [open, wrong, close] = tokens.slice(named.next);
    const { mention } = named;
    const isInBrackets = open?.folded === '(' && close?.folded === ')' && mention.terms[0]!.form !== 'abbreviation';
    if (!isInBrackets || !data.wrongAbbreviations[utterance.lang].includes(wrong!.written)) return [];
    return [
      {
        ...claim(utterance, named, 'abbreviation', right, true),
        start: wrong!.start,
        end: wrong!.end,
        message: {
          template: data.messages.abbreviation,
          values: { right: text(right), wrong: text(wrong!.written) },
        },
        safe: true,
        evidence: [{ start: mention.start, end: mention.end }],
      },
    ];
  });
}

/** "The Global Compact on Refugees and its 23 objectives": the refugee compact with the objectives of the other. */
function refugeeCompact(utterance: Utterance): readonly Claim[] {
  const { reading, lang, grammar } = utterance;
  if (namesOf(utterance, data.migrationCompact).length > 0) return [];
  const { objectives, contrast } = wordsOf(lang);
  return namesOf(utterance, data.refugeeCompact).flatMap((named): readonly Claim[] => {
    const count = reading.groups.find(
      ({ first, quantity, words }) =>
        first >= named.next &&
        first - named.next <= REACH &&
        quantity?.value === data.objectiveCount &&
        objectives.isIn(words),
    );
    const isApart = reading.sentence.tokens
      .slice(named.next, count?.first)
      .some((token) => contrast.has(token.folded) || grammar.is(token, 'negation'));
    if (!count || isApart) return [];
    const evidence = utterance.span({ first: count.quantity!.first, next: count.next });
    return [{ ...claim(utterance, named, 'objectives', data.compact[lang], true), evidence: [evidence] }];
  });
}

/** The maximal distance from the name of the compact to its objectives, in words. */
const REACH = 16;

/** "The UN Global Compact sets out objectives for migration": the name on its own denotes the business initiative. */
function businessCompact(utterance: Utterance): readonly Claim[] {
  const { words, lang, reading, grammar } = utterance;
  const names = namesOf(utterance, data.businessCompact);
  // A text that names another compact distinguishes it from the others.
  const others = [...data.migrationCompact, ...data.refugeeCompact, ...data.otherCompacts];
  if (names.length === 0 || namesOf(utterance, others).length > 0) return [];
  const { migration, business } = wordsOf(lang);
  const begins = (list: readonly string[], range: readonly string[] = words): boolean =>
    range.some((word) => list.some((beginning) => word.startsWith(beginning)));
  // Before the migration compact existed, it can only be the other.
  const isEarlier = reading.sentence.times.some(
    ({ from, to, since }) => to < data.firstYear || (since && from < data.firstYear),
  );
  if (!begins(migration) || begins(business) || isEarlier) return [];
  // A preposition with migration continues the name: it is a loose name of ours.
  const goesOn = ({ next }: Named): boolean => {
    const [after, ...rest] = reading.sentence.tokens.slice(next, next + 3);
    return (
      after !== undefined &&
      grammar.rolesOf(after) !== undefined &&
      begins(
        migration,
        rest.map(({ folded }) => folded),
      )
    );
  };
  return names
    .filter((named) => !goesOn(named))
    .map((named) => claim(utterance, named, 'business', data.compact[lang], false));
}
