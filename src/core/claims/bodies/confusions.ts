import data from '../../../../data/relations/confusions.json';
import type { Claim } from '../claim';
import { foldKey } from '../../fold';
import { grammarOf } from '../../reading/grammar';
import { perLang } from '../../document';
import type { Named, NounGroup } from '../../reading/nodes';
import { themesOf } from '../../reading/statement';
import { PhraseList, nounPhrase } from '../field';
import type { Utterance } from '../utterance';
import { text } from '../claimMessage';

/**
 * Names confused with others: the abbreviation of the maritime organization with ours, the refugee compact or the
 * business compact with the migration compact.
 */
export function confusionClaims(utterance: Utterance): readonly Claim[] {
  return [...inBrackets(utterance), ...refugeeCompact(utterance), ...businessCompact(utterance)];
}

interface Words {
  readonly objectives: PhraseList;
  readonly migration: readonly string[];
  readonly business: readonly string[];
  readonly contrast: ReadonlySet<string>;
}

const wordsOf = perLang((lang): Words => {
  const grammar = grammarOf(lang);
  const list = (phrases: readonly string[]): PhraseList =>
    new PhraseList(phrases, (phrase) => nounPhrase(phrase, grammar));
  return {
    objectives: list(data.objectives[lang]),
    migration: data.migration.map(foldKey),
    business: data.business.map(foldKey),
    contrast: new Set(data.contrast[lang].map(foldKey)),
  };
});

function isOf({ mention }: Named, concepts: { has(concept: string): boolean }): boolean {
  return mention.terms.some(({ entry }) => concepts.has(entry.concept.id));
}

function namesOf(
  { reading }: Utterance,
  concepts: { has(concept: string): boolean },
): readonly { readonly group: NounGroup; readonly named: Named }[] {
  return reading.groups.flatMap((group) =>
    group.named.flatMap((named) => (isOf(named, concepts) ? [{ group, named }] : [])),
  );
}

const one = (concept: string): ReadonlySet<string> => new Set([concept]);
const IOM = one('iom');
const GCM = one('gcm');
const GCR = one('gcr');
const UNGC = one('ungc');

const OTHER_COMPACTS: ReadonlySet<string> = new Set(data.otherCompacts);

function claim(
  { lang }: Utterance,
  { mention: { start, end } }: Named,
  concept: string,
  how: keyof typeof data.messages,
  wrong: string,
  right: string,
  evidence: { readonly start: number; readonly end: number } | undefined,
  isCertain: boolean,
  isSafe: boolean,
): Claim {
  return {
    start,
    end,
    lang,
    concept,
    facts: [],
    message: { template: data.messages[how], values: { right: text(right), wrong: text(wrong) } },
    rule: 'confused-concept',
    certainty: isCertain ? 'certain' : 'likely',
    severity: isCertain ? 'warning' : 'information',
    instead: [right],
    safe: isSafe,
    evidence: evidence ? [{ start: evidence.start, end: evidence.end }] : [],
  };
}

/** "International Organization for Migration (IMO)": the abbreviation of another body follows our name. */
function inBrackets(utterance: Utterance): readonly Claim[] {
  const { tokens } = utterance.reading.sentence;
  return namesOf(utterance, IOM).flatMap(({ named }): Claim[] => {
    const { next, mention } = named;
    const wrong = tokens[next + 1]!;
    if (
      mention.terms[0]!.form === 'abbreviation' ||
      tokens[next]?.folded !== '(' ||
      tokens[next + 2]?.folded !== ')' ||
      !data.wrongAbbreviations[utterance.lang].includes(wrong.written)
    )
      return [];
    const right = data.abbreviation[utterance.lang];
    return [
      {
        ...claim(utterance, named, 'iom', 'abbreviation', wrong.written, right, mention, true, true),
        start: wrong.start,
        end: wrong.end,
      },
    ];
  });
}

/**
 * "The Global Compact on Refugees and its 23 objectives", "adopted in Marrakech": the refugee compact with a property
 * of the migration compact.
 */
function refugeeCompact(utterance: Utterance): readonly Claim[] {
  if (namesOf(utterance, GCM).length > 0) return [];
  const { objectives, contrast } = wordsOf(utterance.lang);
  const { tokens } = utterance.reading.sentence;
  const right = data.compact[utterance.lang];
  return namesOf(utterance, GCR).flatMap(({ group, named }): Claim[] => {
    const count = utterance.reading.groups.find(
      (each) =>
        each.first >= named.next &&
        each.first - named.next <= REACH &&
        each.quantity?.value === data.objectiveCount &&
        objectives.isIn(each.words),
    );
    const isApart = (until: number): boolean =>
      tokens
        .slice(named.next, until)
        .some(
          (token) =>
            contrast.has(token.folded) ||
            utterance.grammar.is(token, 'negation') ||
            utterance.grammar.is(token, 'negative'),
        );
    if (count && !isApart(count.first))
      return [
        claim(
          utterance,
          named,
          'gcr',
          'objectives',
          '',
          right,
          utterance.span({ first: count.quantity!.first, next: count.next }),
          true,
          false,
        ),
      ];
    for (const statement of utterance.reading.statements) {
      if (
        !themesOf(statement, utterance.grammar).includes(group) ||
        statement.modality !== 'asserted' ||
        !statement.verb?.lemmas.some((lemma) => data.adopting[utterance.lang].includes(lemma))
      )
        continue;
    }
    return [];
  });
}

/** The maximal distance from the name of the compact to its objectives, in words. */
const REACH = 16;

/** "The UN Global Compact sets out objectives for migration": the name on its own denotes the business initiative. */
function businessCompact(utterance: Utterance): readonly Claim[] {
  const names = namesOf(utterance, UNGC);
  // "| For Migration | On Refugees | UN Global Compact | Global Digital Compact |": the text distinguishes it from the
  // others.
  if (names.length === 0 || [GCM, GCR, OTHER_COMPACTS].some((concepts) => namesOf(utterance, concepts).length > 0))
    return [];
  const { migration, business } = wordsOf(utterance.lang);
  const begins = (list: readonly string[]): boolean =>
    utterance.words.some((word) => list.some((beginning) => word.startsWith(beginning)));
  // Before the migration compact existed, it can only be the other.
  const isEarlier = utterance.reading.sentence.times.some(
    (time) => time.to < data.firstYear || (time.since && time.from < data.firstYear),
  );
  if (!begins(migration) || begins(business) || isEarlier) return [];
  const { tokens } = utterance.reading.sentence;
  // A preposition with migration continues the name: it is a loose name of ours.
  const goesOn = ({ next }: Named): boolean =>
    tokens[next] !== undefined &&
    utterance.grammar.rolesOf(tokens[next]) !== undefined &&
    tokens.slice(next + 1, next + 3).some(({ folded }) => migration.some((beginning) => folded.startsWith(beginning)));
  return names
    .filter(({ named }) => !goesOn(named))
    .map(({ named }) =>
      claim(utterance, named, 'ungc', 'business', '', data.compact[utterance.lang], undefined, false, false),
    );
}
