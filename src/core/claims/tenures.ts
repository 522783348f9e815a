import type { DateGroup, Mark, NounGroup, VerbGroup } from '../reading/nodes';
import { agentsOf, themesOf, withOwners, type Statement } from '../reading/statement';
import { isVerbOf } from './field';
import { ORGANIZATION, headWordsOf } from './headWords';
import { bodyOf, officeOf, type Office } from './offices';
import { boundaryOf, fitsBoundary } from './officeTimes';
import { aliasesOf, type Person } from './people';
import type { Argument, Utterance } from './utterance';

/** A date with the semantic roles of its preposition. */
export interface RoledDate {
  readonly date: DateGroup;
  readonly roles: ReadonlySet<string>;
}

/** A statement about a person's office as head. */
export interface Tenure {
  readonly person: Person;
  /** Whether the person holds it, in passing (`title`) or in the predicate (`hold`), or is elected, begins or ends. */
  readonly kind: 'title' | 'hold' | 'elected' | 'start' | 'end';
  readonly office: Office | undefined;
  /** How the text refers to the body. */
  readonly of: Office['of'];
  readonly statement: Statement | undefined;
  readonly dates: readonly RoledDate[];
  /** Whether the dates are those of the whole tenure, and not of an event within it. */
  readonly isWhole: boolean;
}

/** The statements of a sentence about a person's office: by a title next to the name, by a verb, by a label. */
export function tenuresOf(utterance: Utterance, person: Person): readonly Tenure[] {
  const tenures: Tenure[] = [];
  const title = adjacentTitle(utterance, person);
  for (const argument of utterance.argumentsOf(person.group)) {
    if (argument.top !== person.group && !argument.top.owners.includes(person.group)) continue;
    const tenure = ofVerb(utterance, person, argument);
    if (tenure) tenures.push(tenure);
  }
  // "William Lacy Swing, the diplomat who led it until 2018": the relative clause of an apposition.
  for (const alias of aliasesOf(utterance, person))
    for (const argument of utterance.argumentsOf(alias.group)) {
      const isOfAlias =
        argument.top === alias.group &&
        (argument.statement.kind === 'relative' || argument.statement.kind === 'participial' || alias.isHost);
      const tenure = isOfAlias ? ofVerb(utterance, alias, argument) : undefined;
      if (tenure) tenures.push({ ...tenure, person });
    }
  if (title) {
    const around = [...utterance.argumentsOf(title.office.group), ...utterance.argumentsOf(person.group)]
      .map(({ statement: each }) => each)
      .filter(({ kind }) => kind !== 'apposition');
    const statement = around.find(({ kind }) => kind === 'main') ?? around[0];
    const own = [
      ...datesAt(utterance, person.group),
      ...(title.office.group === person.group ? [] : datesAt(utterance, title.office.group)),
      ...datesAfter(utterance, person),
    ];
    tenures.push({
      person,
      kind: 'title',
      office: title.office,
      of: title.office.of,
      statement,
      dates: own,
      isWhole: own.length > 0,
    });
  } else if (tenures.length === 0) {
    const own = datesAt(utterance, person.group);
    // "William Lacy Swing (2003–2013)", in a list of heads
    const inRow = own.length === 0 ? spanInRow(utterance, person) : undefined;
    if (inRow)
      tenures.push({
        person,
        kind: 'hold',
        office: undefined,
        of: 'bare',
        statement: undefined,
        dates: [{ date: inRow, roles: NO_ROLES }],
        isWhole: true,
      });
    if (own.length === 1 && own[0]!.date.isSpan && person.head)
      tenures.push({
        person,
        kind: 'hold',
        office: undefined,
        of: 'bare',
        statement: undefined,
        dates: own,
        isWhole: true,
      });
  }
  return tenures;
}

/** "| William Lacy Swing | United States | 2008–2018 |": the only years of a row with no other person. */
function spanInRow(utterance: Utterance, person: Person): DateGroup | undefined {
  const { group } = person;
  const { nodes, groups } = utterance.reading;
  if (utterance.site.block.kind !== 'table-row' || nodes.some(({ kind }) => kind === 'verb')) return undefined;
  const dates = nodes.filter((node): node is DateGroup => node.kind === 'date');
  const isAlone = groups.every((each) => each === group || each.named.length === 0);
  return isAlone && dates.length === 1 && isTenureOf(person, dates[0]!) ? dates[0] : undefined;
}

/** Whether years may be those of a head's term where only the person suggests it: one end of them is right. */
function isTenureOf({ head }: Person, { from, to, isSpan }: DateGroup): boolean {
  return (
    head !== undefined &&
    isSpan &&
    to.year !== from.year &&
    (fitsBoundary(from, boundaryOf(head, 'from')) ||
      (head.to !== undefined && fitsBoundary(to, boundaryOf(head, 'to'))))
  );
}

/** "William Lacy Swing, United States (2008–present)": dates in brackets after a description of the person. */
function datesAfter(utterance: Utterance, { group }: Person): readonly RoledDate[] {
  const { nodes } = utterance.reading;
  const index = nodes.findIndex((node) => node === group);
  if (index < 0) return [];
  // "Amy Pope (United States), since 1 October 2023"
  const close =
    nodes[index + 1]?.kind === 'open' ? nodes.findIndex(({ kind }, i) => i > index && kind === 'close') : -1;
  const follows =
    close >= 0 && nodes[close + 1]?.kind === 'comma' && nodes.slice(index, close).every(({ kind }) => kind !== 'date');
  const at = follows ? close : index;
  const [comma, other] = [nodes[at + 1], nodes[at + 2]];
  const open =
    comma?.kind === 'open'
      ? at + 1
      : comma?.kind === 'comma' &&
          other?.kind === 'noun' &&
          other.isProper &&
          other.named.length === 0 &&
          nodes[at + 3]?.kind === 'open'
        ? at + 3
        : -1;
  // "Amy Pope, since 1 October 2023"
  const since =
    comma?.kind === 'comma' && other?.kind === 'preposition' && other.roles?.has('since') === true
      ? nodes[at + 3]
      : undefined;
  if (since?.kind === 'date') return [{ date: since, roles: (other as Mark).roles! }];
  // "Amy Pope, in office since October 2023"
  for (
    let i = at + 1;
    nodes[i] !== undefined && !(nodes[i]!.kind === 'verb' && (nodes[i] as VerbGroup).form === 'finite');
    i++
  ) {
    const [opening, preposition, seat, mark, start] = nodes.slice(i, i + 5);
    const isSeat =
      opening!.kind === 'comma' &&
      preposition?.kind === 'preposition' &&
      seat?.kind === 'noun' &&
      headWordsOf(utterance.lang).seats.isIn(seat.words) &&
      seat.owners.length === 0;
    if (
      isSeat &&
      mark?.kind === 'preposition' &&
      mark.roles?.has('since') === true &&
      start?.kind === 'date' &&
      start.from.year !== undefined
    )
      return [{ date: start, roles: mark.roles }];
  }
  const date = nodes[open + 1];
  if (open >= 0 && date?.kind === 'date' && !group.dates.includes(date)) return [{ date, roles: NO_ROLES }];
  return index >= 0 &&
    group.dates.length === 0 &&
    comma?.kind === 'comma' &&
    other?.kind === 'noun' &&
    other.isProper &&
    other.owners.length === 0 &&
    other.named.length === 0 &&
    other.dates.length === 1
    ? datesAt(utterance, other)
    : [];
}

interface Title {
  readonly office: Office;
}

/** "IOM Director General X", "X, Director General of IOM", "Director General of IOM: X". */
function adjacentTitle(utterance: Utterance, person: Person): Title | undefined {
  const { group } = person;
  const at = (each: NounGroup | undefined): Title | undefined => {
    const office = each && officeOf(utterance, each);
    return office && office !== 'other' && !office.isSeat && !(office.isLoose && office.of === 'bare')
      ? { office }
      : undefined;
  };
  const inside = officeOf(utterance, group);
  if (inside === 'other') return undefined;
  if (inside && !inside.isSeat) return at(group);
  for (const { statement } of utterance.argumentsOf(group)) {
    if (statement.kind !== 'apposition' || statement.verb) continue;
    for (const each of [...statement.subjects, ...statement.objects])
      if (each !== group) {
        const title = at(each);
        if (title) return title;
      }
  }
  // "el director general de la OIM António Vitorino": directly after, without a comma.
  const before = utterance.reading.groups.find(
    (each) => each !== group && each.end === group.first && !each.owners.includes(group),
  );
  const adjacent = at(before);
  if (adjacent) return adjacent;
  const { nodes } = utterance.reading;
  const index = nodes.findIndex((node) => node === group);
  // "Amy Pope, Director General of IOM and first woman in the post, …"
  const following = nodes[index + 2];
  if (
    index >= 0 &&
    nodes[index + 1]?.kind === 'comma' &&
    following?.kind === 'noun' &&
    following.named.every(({ mention }) => mention.terms[0]!.entry.concept.kind !== 'person') &&
    nodes[index + 3]?.kind === 'coordinator' &&
    nodes[index + 4]?.kind === 'noun'
  ) {
    const office = at(following);
    if (office?.office.of !== undefined && office.office.of !== 'bare' && !isNamedNext(utterance, following))
      return office;
  }
  let i = index - 1;
  if (
    index < 0 ||
    (nodes[i]?.kind !== 'colon' &&
      nodes[i]?.kind !== 'dash' &&
      nodes[i]?.kind !== 'other' &&
      nodes[i]?.kind !== 'comma')
  )
    return undefined;
  i--;
  while (nodes[i]?.kind === 'date' || (nodes[i]?.kind === 'preposition' && nodes[i + 1]?.kind === 'date')) i--;
  if (nodes[i]?.kind === 'close') {
    while (i > 0 && nodes[i]!.kind !== 'open') i--;
    i--;
  }
  const label = nodes[i];
  if (nodes[index - 1]!.kind === 'comma')
    return label?.kind === 'noun' &&
      label.end <= group.first &&
      !label.owners.includes(group) &&
      label.pronoun === undefined
      ? at(label)
      : undefined;
  const asked = nodes[index - 1]!.kind === 'colon' ? askedFor(utterance, group, at) : undefined;
  if (asked) return asked;
  const opens = nodes[i - 1]?.kind;
  // "IOM (Director General: X)", "IOM: Director General: X"
  const body = label?.kind === 'noun' && (opens === 'open' || opens === 'colon') ? nodes[i - 2] : undefined;
  const own = body?.kind === 'noun' ? utterance.own(body, ORGANIZATION) : undefined;
  const held = own && label?.kind === 'noun' ? officeOf(utterance, label) : undefined;
  // "UNESCO (Director General: X)"
  if (body?.kind === 'noun' && !own && body.isProper) return undefined;
  if (held && held !== 'other' && held.of === 'bare')
    return { office: { ...held, isLoose: false, isSeat: false, of: own!.by } };
  return label?.kind === 'noun' &&
    (opens === undefined || opens === 'stop' || opens === 'colon' || opens === 'adverb' || opens === 'other')
    ? labelled(utterance, label, at(label))
    : undefined;
}

/** "Director General: X" in a table or list about the body, where a loose title suffices ("Direction : X"). */
function labelled(utterance: Utterance, label: NounGroup, title: Title | undefined): Title | undefined {
  if (title && title.office.of !== 'bare') return title;
  const office = officeOf(utterance, label);
  if (!office || office === 'other' || office.of !== 'bare') return title;
  const topic = utterance.discourse.topicOf(utterance.site.block, ORGANIZATION);
  if (topic === 'other') return undefined;
  return topic && !title ? { office: { ...office, isLoose: false, isSeat: false, of: 'reference' } } : title;
}

/** "Who leads IOM: X", "Who is the Director General of IOM: X": the answer to the question before a colon. */
function askedFor(
  utterance: Utterance,
  person: NounGroup,
  at: (group: NounGroup) => Title | undefined,
): Title | undefined {
  const { statements } = utterance.reading;
  const [question] = statements;
  if (
    !question?.verb ||
    question.next > person.first ||
    question.subjects.some(({ named, owners }) => named.length > 0 || owners.length > 0)
  )
    return undefined;
  const { verb, objects, subjects } = question;
  if (isVerbOf(headWordsOf(utterance.lang).lead, verb, utterance.reading)) {
    const own =
      objects.map((each) => utterance.own(each, ORGANIZATION)).find((each) => each !== undefined) ??
      (verb.clitic ? utterance.antecedentAt(verb.clitic.first, ORGANIZATION, true) : undefined);
    return (
      own && {
        office: {
          group: objects[0] ?? subjects[0] ?? person,
          first: verb.first,
          next: verb.next,
          isSeat: false,
          isLoose: false,
          of: own.by,
        },
      }
    );
  }
  if (!verb.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula'))) return undefined;
  const seats = [...objects, ...subjects];
  const named = seats.map(at).find((each) => each !== undefined && each.office.of !== 'bare');
  const bare = named
    ? undefined
    : seats
        .map((each) => officeOf(utterance, each))
        .find((each): each is Office => each !== undefined && each !== 'other' && each.of === 'bare' && !each.isSeat);
  const topic = bare && utterance.discourse.topicOf(utterance.site.block, ORGANIZATION);
  // "Who is the Director General?" under a heading about the body.
  return (
    named ?? (bare && topic && topic !== 'other' ? { office: { ...bare, isLoose: false, of: 'reference' } } : undefined)
  );
}

/** Whether a person's name follows a title: "X, the Director General, Y, and …". */
function isNamedNext(utterance: Utterance, title: NounGroup): boolean {
  const after = utterance.reading.sentence.tokens[title.end];
  return after !== undefined && after.kind === 'word' && /^\p{Lu}/u.test(after.written);
}

/** "X heads IOM", "X was Director General", "IOM was led by X", "X took office", "X left". */
function ofVerb(
  utterance: Utterance,
  person: Person,
  { statement, role, complement, top }: Argument,
): Tenure | undefined {
  const { grammar, reading } = utterance;
  const words = headWordsOf(utterance.lang);
  const { verb } = statement;
  const { group } = person;
  if (!verb) return undefined;
  const dates = datesIn(statement, utterance);
  // "Under X, IOM joined the system in 2016", "sous la direction de X"
  if (
    complement?.roles.has('under') === true &&
    dates.length === 1 &&
    (top === group || words.seats.isIn(top.words) || words.terms.isIn(top.words))
  ) {
    const own = statement.subjects.map((each) => utterance.own(each, ORGANIZATION)).find((each) => each !== undefined);
    return own && { person, kind: 'hold', office: undefined, of: own.by, statement, dates, isWhole: false };
  }
  // "a representative of Amy Pope, who heads IOM": a relative clause may modify the last name in the preceding group.
  if (top !== group && !(statement.kind === 'relative' && top.owners.at(-1) === group))
    return ofOwned(utterance, person, top, statement);
  const others = [
    ...statement.subjects,
    ...statement.objects,
    ...statement.complements.flatMap((each) => (each.group.kind === 'noun' ? [each.group] : [])),
  ].filter((each) => each !== group);
  const roled = others.filter((each) => {
    // "António Vitorino, later Director General of IOM, was a minister": two subjects, or two objects, stay separate.
    if (
      (role === 'subject' && statement.subjects.includes(each)) ||
      (role === 'object' && statement.objects.includes(each) && statement.subjects.length > 0)
    )
      return false;
    const own = statement.complements.find((complement2) => complement2.group === each);
    return !own || LINKS.some((link) => own.roles.has(link));
  });
  const offices = roled.flatMap((each) => {
    const office = officeOf(utterance, each);
    return office ? [office] : [];
  });
  if (offices.includes('other')) return undefined;
  const office = offices.find((each): each is Office => each !== 'other' && (!each.isLoose || each.of !== 'bare'));
  const weak = office ?? offices.find((each): each is Office => each !== 'other');
  const make = (kind: Tenure['kind'], of: Office['of'], isWhole: boolean): Tenure => ({
    person,
    kind,
    office: weak,
    of,
    statement,
    dates,
    isWhole,
  });
  if (isVerbOf(words.lead, verb, reading) && !isVerbOf(words.end, verb, reading)) {
    const isAgent = agentsOf(statement, grammar).includes(group) || (role === 'subject' && verb.passive !== true);
    if (isAgent) {
      for (const theme of [
        ...themesOf(statement, grammar),
        ...(verb.passive === true ? statement.subjects : statement.objects),
      ]) {
        if (theme === group) continue;
        const own = utterance.own(theme, ORGANIZATION);
        if (own && !utterance.isLocal(theme, statement)) return make('hold', own.by, role === 'subject');
      }
      // "William Lacy Swing la dirige de 2008 à 2018"
      const taken =
        verb.clitic && statement.objects.length === 0
          ? utterance.antecedentAt(verb.clitic.first, ORGANIZATION)
          : undefined;
      if (taken) return make('hold', taken.by, role === 'subject');
      // "Está dirigida por Amy Pope"
      const omitted =
        verb.passive === true && statement.omitsSubject && grammar.omitsSubjects
          ? utterance.antecedentAt(verb.first, ORGANIZATION)
          : undefined;
      if (omitted) return make('hold', omitted.by, false);
    }
  }
  const isSubject = role === 'subject' || (role === 'object' && statement.subjects.length === 0);
  const isPatient =
    verb.passive === true || verb.passive === undefined
      ? themesOf(statement, grammar).includes(group) || role === 'subject'
      : role === 'object' || (role === 'subject' && verb.passive !== false);
  // "El Consejo eligió a Amy Pope"
  const isMarked =
    grammar.omitsSubjects &&
    verb.passive !== true &&
    complement !== undefined &&
    (complement.roles.has('to') || complement.roles.has('in')) &&
    isVerbOf(words.elect, verb, reading);
  if (isVerbOf(words.elect, verb, reading) && (isPatient || isMarked) && !hasOtherPost(utterance, statement, office))
    return make('elected', office?.of ?? 'bare', true);
  // "Swing succeeded him, from 2008 to 2016": a whole tenure.
  if (isVerbOf(words.succeed, verb, reading))
    return role === 'subject' && dates.length === 1 && isTenureOf(person, dates[0]!.date)
      ? make('hold', office?.of ?? 'bare', true)
      : undefined;
  if (
    isVerbOf(words.start, verb, reading) &&
    (isSubject || role === 'object') &&
    (weak || isWholePhrase(utterance, statement))
  )
    return hasOtherPost(utterance, statement, office) ? undefined : make('start', office?.of ?? 'bare', true);
  if (isVerbOf(words.end, verb, reading) && isSubject && !hasOtherPost(utterance, statement, office))
    return make(
      'end',
      office?.of ??
        statement.objects.map((each) => utterance.own(each, ORGANIZATION)?.by).find((by) => by !== undefined) ??
        'bare',
      true,
    );
  // "McKinley makes way for William Lacy Swing, who stays until 2016"
  if (
    !office &&
    person.head &&
    (statement.kind === 'relative' || person.by === 'reference') &&
    dates.some(({ roles }) => roles.has('until')) &&
    isVerbOf(words.stay, verb, reading) &&
    !hasOtherPost(utterance, statement, office)
  )
    return make('hold', 'bare', true);
  if (!office && !(weak && dates.length > 0)) return undefined;
  if ((!office || office.isLoose) && hasOtherPost(utterance, statement, office)) return undefined;
  if (isVerbOf(words.hold, verb, reading) || verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula'))) {
    const isPredicate = role === 'subject' || role === 'object' || complement?.roles.has('by') === true;
    return isPredicate ? make('hold', office?.of ?? 'bare', true) : undefined;
  }
  return undefined;
}

/** Roles of prepositions before an office of the statement's subject: "as", "at the helm". */
const LINKS = ['as', 'in', 'on', 'to', 'of', 'for'];

/** "Purcell's decade at the head of the organization began in 1979", "António Vitorino's term ended in 2021". */
function ofOwned(utterance: Utterance, person: Person, top: NounGroup, statement: Statement): Tenure | undefined {
  const words = headWordsOf(utterance.lang);
  if (!words.seats.isIn(utterance.words.slice(top.first, top.end)) || !statement.subjects.includes(top))
    return undefined;
  const dates = datesIn(statement, utterance);
  const stated = bodyOf(utterance, top);
  if (stated === 'other') return undefined;
  const make = (kind: Tenure['kind']): Tenure => ({
    person,
    kind,
    office: undefined,
    of: stated ?? 'bare',
    statement,
    dates,
    isWhole: true,
  });
  if (
    statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'ending')) === true ||
    isVerbOf(words.end, statement.verb, utterance.reading)
  )
    return make('end');
  return isVerbOf(words.start, statement.verb, utterance.reading) ? make('start') : undefined;
}

/** "was elected to Parliament", "took office as minister": an office other than that of the head. */
function hasOtherPost(utterance: Utterance, statement: Statement, office: Office | undefined): boolean {
  const words = headWordsOf(utterance.lang);
  if (words.otherOffices.isIn(utterance.words.slice(statement.first, statement.next))) return true;
  return (
    office === undefined &&
    statement.complements.some(
      ({ roles, group }) =>
        group.kind === 'noun' &&
        (roles.has('as') || roles.has('to')) &&
        officeOf(utterance, group) === undefined &&
        utterance.own(group, ORGANIZATION) === undefined,
    )
  );
}

/** A verb phrase that denotes the beginning on its own: "took office", "took over". */
function isWholePhrase(utterance: Utterance, { verb }: Statement): boolean {
  const { tokens } = utterance.reading.sentence;
  return (
    verb !== undefined &&
    verb.lemmas.some((lemma) =>
      headWordsOf(utterance.lang)
        .start.get(lemma)
        .some(
          (phrase) =>
            phrase.length > 1 &&
            [0, 1, 2].some((skip) =>
              phrase.slice(1).every((word, k) => tokens[verb.main + 1 + skip + k]?.folded === word),
            ),
        ),
    )
  );
}

/** The dates of a statement, with their roles. Dates that belong to nouns without an office do not count. */
export function datesIn(statement: Statement, utterance: Utterance): readonly RoledDate[] {
  const { tokens } = utterance.reading.sentence;
  const own = statement.complements.flatMap(({ group, roles, first }) => {
    if (group.kind !== 'date') return [];
    // "who led it through its transition, died on 5 January 2024": after a comma the main clause continues.
    const follows =
      statement.kind !== 'main' &&
      statement.verb !== undefined &&
      tokens.slice(statement.verb.next, Math.max(statement.verb.next, first - 1)).some(({ folded }) => folded === ',');
    return follows ? [] : [{ date: group, roles }];
  });
  const words = headWordsOf(utterance.lang);
  const groups = [
    ...statement.subjects,
    ...statement.objects,
    ...statement.complements.flatMap((each) => (each.group.kind === 'noun' ? [each.group] : [])),
  ];
  const ofNouns = groups.flatMap((group) =>
    words.seats.isIn(group.words) || words.titles.isIn(group.words) || group.named.length > 0
      ? datesAt(utterance, group)
      : [],
  );
  // "2018. El 29 de junio el Consejo elige a …": the year that opens an entry is the year of the day.
  const isEntry = ({ date }: RoledDate, all: readonly RoledDate[]): boolean =>
    date.first === 0 &&
    date.from.month === undefined &&
    all.some((other) => other.date !== date && other.date.from.year === date.from.year);
  return [...own, ...ofNouns].filter(
    (each, i, all) => all.findIndex(({ date }) => each.date === date) === i && !isEntry(each, all),
  );
}

/** The dates in a group, in brackets or after "of", and those directly after it: "Director General since 2021". */
function datesAt(utterance: Utterance, group: NounGroup): readonly RoledDate[] {
  const { tokens } = utterance.reading.sentence;
  const own = [...withOwners(group)].flatMap(({ dates }) => dates);
  const attached = utterance
    .attachedTo(group)
    .flatMap(({ group: date, roles, first }) =>
      date.kind === 'date' &&
      first === group.end &&
      (roles.has('since') || date.isSpan || utterance.grammar.lang !== 'en')
        ? [{ date, roles }]
        : [],
    );
  return [
    ...attached,
    ...own.map((date) => ({
      date,
      roles: utterance.grammar.rolesOf(tokens[date.first - 1] ?? { written: '', folded: '' }) ?? NO_ROLES,
    })),
  ];
}

const NO_ROLES: ReadonlySet<string> = new Set();
