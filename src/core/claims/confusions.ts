import data from '../../../data/relations/confusions.json';
import type { Claim } from './claim';
import { foldKey } from '../fold';
import { grammarOf } from '../reading/grammar';
import { perLang } from '../document';
import type { Named, NounGroup } from '../reading/nodes';
import { themesOf } from '../reading/statement';
import { PhraseList, nounPhrase } from './field';
import type { Utterance } from './utterance';
import { quoted, text } from './claimMessage';

/**
 * Names confused with others: the maritime organization with ours, the refugee compact or the business compact with the
 * migration compact.
 */
export function confusionClaims(utterance: Utterance): readonly Claim[] {
  return [
    ...inBrackets(utterance),
    ...ofAnotherName(utterance),
    ...maritime(utterance),
    ...refugeeCompact(utterance),
    ...businessCompact(utterance),
  ];
}

interface Words {
  readonly work: PhraseList;
  readonly migrants: ReadonlySet<string>;
  readonly sea: ReadonlySet<string>;
  readonly seaBeginnings: readonly string[];
  readonly titles: PhraseList;
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
    work: list(data.work[lang]),
    migrants: new Set(data.migrants[lang].map(foldKey)),
    sea: new Set(data.sea.words.map(foldKey)),
    seaBeginnings: data.sea.beginnings.map(foldKey),
    titles: list(data.titles[lang]),
    objectives: list(data.objectives[lang]),
    migration: data.migration.map(foldKey),
    business: data.business.map(foldKey),
    contrast: new Set(data.contrast[lang].map(foldKey)),
  };
});

const OURS: ReadonlySet<string> = new Set(data.programmes);

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
const IMO = one('imo');
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
 * "Intergovernmental Committee for Migration (ICEM)": the abbreviation of another name of the same body. Either of the
 * two may be wrong.
 */
function ofAnotherName(utterance: Utterance): readonly Claim[] {
  const { tokens } = utterance.reading.sentence;
  const all = utterance.reading.groups.flatMap(({ named, alias }) => [...named, ...(alias?.named ?? [])]);
  return namesOf(utterance, IOM).flatMap(({ named: { next, mention } }): Claim[] => {
    const [term] = mention.terms;
    const abbreviation = all.find(
      (each) => each.first === next + 1 && each.mention.terms[0]!.form === 'abbreviation' && isOf(each, IOM),
    );
    if (
      !abbreviation ||
      term!.form === 'abbreviation' ||
      tokens[next]?.folded !== '(' ||
      tokens[abbreviation.next]?.folded !== ')'
    )
      return [];
    const right = term!.entry.name.terms.find(
      ({ form, lang, status }) => form === 'abbreviation' && lang === utterance.lang && status !== 'deprecated',
    );
    if (
      !right ||
      term!.status === 'deprecated' ||
      abbreviation.mention.terms.some(({ entry }) => entry.name === term!.entry.name || entry.name.to === undefined)
    )
      return [];
    const wrong = utterance.textOf(abbreviation);
    return [
      {
        ...claim(utterance, abbreviation, 'iom', 'ofName', wrong, right.text, mention, true, false),
        message: {
          template: data.messages.ofName,
          values: { name: quoted(term!.text), right: text(right.text), wrong: text(wrong) },
        },
      },
    ];
  });
}

/**
 * "IMO's Displacement Tracking Matrix", "the Matrix, which IMO runs", "IMO, the International Organization for
 * Migration", "Amy Pope, Director General of IMO".
 */
function maritime(utterance: Utterance): readonly Claim[] {
  return namesOf(utterance, IMO).flatMap(({ group, named }): Claim[] => {
    if (named.mention.terms[0]!.form !== 'abbreviation') return [];
    const owned = ownedBy(utterance, group) ?? sameAs(utterance, group) ?? headOf(utterance, group);
    const right = data.abbreviation[utterance.lang];
    const wrong = utterance.textOf(named);
    if (owned) return [claim(utterance, named, 'imo', 'maritime', wrong, right, owned, true, true)];
    const work = workOfOurs(utterance);
    return work ? [claim(utterance, named, 'imo', 'maritime', wrong, right, work, false, false)] : [];
  });
}

/** A programme of ours that the text attributes to the group. */
function ownedBy(utterance: Utterance, group: NounGroup): Named['mention'] | undefined {
  const programmes = namesOf(utterance, OURS);
  if (programmes.length === 0) return undefined;
  const owns = programmes.find(
    ({ group: each, named }) =>
      each.owners.includes(group) ||
      (each === group && each.named.some((other) => isOf(other, IMO) && other.first < named.first)),
  );
  if (owns) return owns.named.mention;
  for (const { subjects, objects, verb, complements } of utterance.reading.statements) {
    if (!verb || !subjects.includes(group)) continue;
    const run = programmes.find(
      ({ group: each }) =>
        objects.includes(each) || (each.possessive === 'thing' && complements.some((other) => other.group === each)),
    );
    if (run) return run.named.mention;
  }
  // "IMO through its Displacement Tracking Matrix"; in the brackets after it: "the Matrix (DTM) of IMO".
  const its = programmes.find(
    ({ group: each }) => each.possessive === 'thing' && each.first >= group.next && each.first - group.next <= 3,
  );
  if (its) return its.named.mention;
  const nodes = utterance.reading.nodes;
  const at = nodes.findIndex((node) => node === group);
  const isOwner =
    nodes[at - 1]?.kind === 'preposition' &&
    (nodes[at - 1] as { readonly roles?: ReadonlySet<string> }).roles?.has('of') === true &&
    nodes[at - 2]?.kind === 'close';
  return isOwner
    ? programmes.find(({ group: each }) => each.next <= nodes[at - 2]!.first && nodes[at - 2]!.first - each.next <= 4)
        ?.named.mention
    : undefined;
}

/** Our name in apposition to the group: "IMO (International Organization for Migration)"; not a neighbour in a list. */
function sameAs(utterance: Utterance, group: NounGroup): Named['mention'] | undefined {
  const {
    reading: {
      statements,
      sentence: { tokens },
      groups,
    },
  } = utterance;
  const names = namesOf(utterance, IOM).filter(({ named }) => named.mention.terms[0]!.form !== 'abbreviation');
  const bracketed = names.find(
    ({ group: each, named }) =>
      tokens[group.next]?.folded === '(' && each.first === group.next + 1 && named.next <= each.next,
  );
  if (bracketed) return bracketed.named.mention;
  if (
    groups.some(
      (each) => each.next === group.first - 1 && tokens[group.first - 1]!.kind === 'punctuation' && each.isProper,
    )
  )
    return undefined;
  const isAdjacent = ({ group: each }: { readonly group: NounGroup }): boolean =>
    tokens[group.next]?.folded === ',' && each.first === group.next + 1;
  const same = names.find(
    (name) =>
      isAdjacent(name) ||
      statements.some(
        ({ kind, verb, subjects, objects }) =>
          kind === 'apposition' && !verb && subjects.includes(group) && objects.includes(name.group),
      ),
  );
  return same && tokens[Math.max(same.group.end, same.named.next)]?.kind !== 'word' ? same.named.mention : undefined;
}

/** The maritime organization has a Secretary-General, and none of our heads led it. */
function headOf(utterance: Utterance, group: NounGroup): Named['mention'] | undefined {
  const { titles } = wordsOf(utterance.lang);
  const {
    reading: { groups },
  } = utterance;
  const title = groups.find(
    (each) =>
      titles.isIn(each.words) &&
      (each.owners.includes(group) || each.named.some((named) => group.named.includes(named))),
  );
  if (!title) return undefined;
  const adjacent = groups.find(
    (each) =>
      each.named.some(({ mention }) => mention.terms[0]!.entry.concept.kind === 'person') &&
      (Math.abs(each.first - title.end) <= 2 || Math.abs(title.first - each.next) <= 2 || each === title),
  );
  return adjacent?.named.find(({ mention }) => mention.terms[0]!.entry.concept.kind === 'person')?.mention;
}

/**
 * "IMO, which runs the transit centre for stranded migrants": work that only our organization does, in a text without
 * maritime words.
 */
function workOfOurs(utterance: Utterance): { readonly start: number; readonly end: number } | undefined {
  const words = wordsOf(utterance.lang);
  const { tokens } = utterance.reading.sentence;
  const isAtSea = utterance.discourse
    .wordsOf(utterance.site.block)
    .some((word) => words.sea.has(word) || words.seaBeginnings.some((beginning) => word.startsWith(beginning)));
  if (isAtSea) return undefined;
  const [own] = namesOf(utterance, OURS);
  if (own) return own.named.mention;
  if (!tokens.some(({ folded }) => words.migrants.has(folded))) return undefined;
  const at = words.work.indexIn(utterance.words);
  return at < 0 ? undefined : utterance.span({ first: at, next: at + words.work.lengthAt(utterance.words, at) });
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
      const there = statement.complements.find(
        ({ group: place, roles }) =>
          place.kind === 'noun' && roles.has('in') && place.words.some((word) => data.places.includes(word)),
      );
      if (there)
        return [claim(utterance, named, 'gcr', 'adoption', '', right, utterance.span(there.group), true, false)];
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
