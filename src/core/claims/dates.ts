import { dayOfFact, differenceOf, isDateOf, isOtherDay, isWithin, lastDayOf, yearOfFact } from './dateOfFact';
import type { Claim } from './claim';
import type { Records } from './records';
import type { OwnReferent } from '../reading/naming';
import type { DateGroup, NounGroup } from '../reading/nodes';
import {
  agentsOf,
  gatheringOf,
  isHappening,
  subjectsOf,
  themesOf,
  withOwners,
  type Complement,
  type Statement,
} from '../reading/statement';
import { bearerOf, isNounOf, isVerbOf } from './field';
import { isOtherPlace, placeNamed, placeOf } from './gazetteer';
import type { DateRelation } from './relation';
import type { Utterance } from './utterance';
import { afterOrdinals, nthOf, ofSeries } from './series';
import { nameAs, ofThing, ofThingBefore, ofThingInState, ofThingOwned } from './things';
import { knownByDay } from './knownByDay';
import { rightAndWrong } from './claimMessage';
import { isEdge, isOfElse, isTimeWord, modalityAt } from './time';
import { dateText, daySpan, yearSpan } from './wordDates';

/** "IOM was founded in 1949", "its adoption in Marrakech on 11 December 2018": dates given for an event. */
export function dateClaims(
  utterance: Utterance,
  relations: readonly DateRelation[],
  records: Records,
): readonly Claim[] {
  if (
    !utterance.reading.nodes.some(({ kind }) => kind === 'date') &&
    !utterance.reading.groups.some(({ dates }) => dates.length > 0)
  )
    return [];
  return relations.flatMap((relation) => {
    const events = eventsOf(utterance, relation, records).filter(
      ({ statement, group }) => !isOfElse(utterance, relation, statement, group),
    );
    const claimsOf = (some: readonly FoundDate[]): readonly Claim[] =>
      some.flatMap((event) => compareDate(utterance, relation, event, records) ?? []);
    const [ofOrdinals, ofOthers] = [
      events.filter(({ isOfOrdinal }) => isOfOrdinal),
      events.filter(({ isOfOrdinal }) => !isOfOrdinal),
    ];
    const claims = claimsOf(ofOthers);
    // "set up in May 2019 and launched in July": if one date belongs to the event, the other does not.
    return [...(claims.length === ofOthers.length ? claims : []), ...claimsOf(ofOrdinals)];
  });
}

interface FoundDate {
  readonly subject: OwnReferent;
  readonly date: DateGroup;
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
  /** The day alone identifies the event, without any other word of the relation. */
  readonly isKnownByDay?: boolean;
  /** Only an ordinal precedes the date: it denotes another event than the subject of the verb. */
  readonly isOfOrdinal?: boolean;
}

/** The events of the relation that the sentence reports, with their dates: by verbs, else by a noun. */
function eventsOf(utterance: Utterance, relation: DateRelation, records: Records): readonly FoundDate[] {
  const isNamed = relation.objects.size === 0 || relation.objects.isIn(utterance.words);
  if (!isNamed && relation.of.size === 0) return [];
  const events = eventsIn(utterance, relation, records);
  return isNamed || events.length === 0 || isNamedBefore(utterance, relation)
    ? events
    : events.filter(({ isKnownByDay }) => isKnownByDay);
}

function eventsIn(utterance: Utterance, relation: DateRelation, records: Records): readonly FoundDate[] {
  const byVerbs = utterance.reading.statements.flatMap((statement) => {
    const named = ofVerb(utterance, statement, relation);
    const subject =
      named ??
      (relation.joiner.size === 0
        ? knownByDay(
            utterance,
            statement,
            relation,
            { date: relation.file.property, place: relation.file.place },
            records,
          )
        : undefined);
    const date = subject && dateOf(utterance, relation, statement);
    if (!subject || !date) return [];
    const ofOrdinals = relation.file.series ? afterOrdinals(statement) : [];
    return [date, ...ofOrdinals.filter((each) => each !== date)].map((each) => ({
      subject,
      date: each,
      statement,
      group: undefined,
      isKnownByDay: named === undefined,
      isOfOrdinal: ofOrdinals.includes(each),
    }));
  });
  if (byVerbs.length > 0) return byVerbs;
  for (const group of utterance.reading.groups) {
    const found = ofNoun(utterance, group, relation) ?? ofSession(utterance, group, relation);
    if (found) return [found];
  }
  return [];
}

/** "the Agreement between IOM and the United Nations. It was signed in 2016" */
function isNamedBefore(utterance: Utterance, { objects }: DateRelation): boolean {
  const [before] = utterance.discourse.readingsBefore(utterance.site, 1);
  return (
    before !== undefined && objects.isIn(before.sentence.tokens.map((token) => utterance.grammar.singularOf(token)))
  );
}

/** The participant of the statement's verb that has the role of the relation's subject. */
function ofVerb(utterance: Utterance, statement: Statement, relation: DateRelation): OwnReferent | undefined {
  const { grammar, reading } = utterance;
  const { verb } = statement;
  if (!verb) return undefined;
  const ofGroup = (group: NounGroup): OwnReferent | undefined => {
    // "Le premier ayant eu lieu en 2021": a bare ordinal refers back to the series.
    if (relation.file.series && relation.of.size === 0 && group.ordinal && group.words.length === 1)
      return utterance.antecedentAt(group.first, relation);
    // "The first session of the Forum was held".
    if (relation.of.size === 0 && relation.file.series && isNounOf(relation.field.nouns, group)) {
      const owner = utterance.ownerOf(group, relation);
      const host = owner === undefined ? utterance.hostOf(group) : undefined;
      return owner === 'other'
        ? undefined
        : (owner ??
            (host && utterance.own(host, relation)) ??
            (group.ordinal && group.owners.length === 0 ? utterance.antecedentAt(group.first, relation) : undefined));
    }
    if (relation.of.size === 0) {
      return utterance.isLocal(group, statement) ? undefined : utterance.own(group, relation, statement);
    }
    return ofThing(utterance, group, relation);
  };
  if (relation.joiner.size > 0)
    return isVerbOf(relation.field.theme, verb, reading) ? ofMember(utterance, statement, relation) : undefined;
  const isTheme = isVerbOf(relation.field.theme, verb, reading);
  const isAgent = isVerbOf(relation.field.agent, verb, reading);
  const isOfObject = relation.objects.size > 0 && relation.field.agent.size === 0 && relation.field.theme.size === 0;
  if (!isTheme && !isAgent && !isOfObject) return undefined;
  // "was born with its present name": the owner of the new name.
  if (
    relation.of.size === 0 &&
    statement.complements.some(
      ({ roles, group }) =>
        roles.has('with') && group.kind === 'noun' && group.words.some((word) => grammar.isNoun(word, 'name')),
    )
  )
    return undefined;
  // "began to transport": the infinitive denotes what began.
  if (
    reading.statements.some(
      (other) => other.verb?.form === 'infinitive' && other.first >= verb.next - 1 && other.first <= verb.next + 1,
    )
  )
    return undefined;
  if (isTheme) {
    if (
      relation.agents.size > 0 &&
      agentsOf(statement, grammar).some((agent) => agent.pronoun === undefined && !mayAct(utterance, agent, relation))
    )
      return undefined;
    const themes = themesOf(statement, grammar);
    // "the Declaration and the Agenda, adopted in 2015": the sentence leaves open which of them.
    if (
      themes.length > 1 &&
      themes === statement.subjects &&
      verb.passive === undefined &&
      themes.some((group) => ofGroup(group) === undefined)
    )
      return undefined;
    for (const group of themes) {
      const own = ofGroup(group);
      if (own) return own;
    }
    // "The office was born in 1951 as PICMME": the name at that time identifies the subject.
    const called = relation.of.size === 0 ? nameAs(utterance, statement, relation) : undefined;
    if (called) return called;
    if (statement.kind === 'participial' && themes.length === 0 && relation.of.size === 0) {
      const described = utterance.describedBy(relation);
      if (described) return described;
    }
    // "a souscrit au Pacte", "gave its blessing to the Compact"
    if (themes.length === 0 || isVerbPhrase(relation, verb.lemmas))
      for (const { group, roles } of statement.complements)
        if (group.kind === 'noun' && (roles.has('to') || (roles.has('in') && grammar.lang !== 'en'))) {
          const own = ofGroup(group);
          if (own) return own;
        }
    if (statement.omitsSubject && grammar.omitsSubjects && statement.objects.length === 0)
      return relation.of.size > 0
        ? ofThingBefore(utterance, 'omitted', relation)
        : utterance.antecedentAt(verb.first, relation);
    if (verb.clitic && relation.of.size === 0) return utterance.antecedentAt(verb.clitic.first, relation);
  }
  if (isAgent && objectIsWanted(statement, relation)) {
    for (const group of subjectsOf(statement, grammar)) {
      const own = ofGroup(group);
      if (own) return own;
    }
    if (relation.of.size > 0)
      return statement.omitsSubject && grammar.omitsSubjects
        ? ofThingBefore(utterance, 'omitted', relation)
        : undefined;
    for (const group of agentsOf(statement, grammar)) {
      const own = utterance.own(group, relation);
      if (own) return own;
    }
    if (statement.omitsSubject && grammar.omitsSubjects && subjectsOf(statement, grammar).length === 0)
      return utterance.antecedentAt(verb.first, relation);
  }
  // "was granted observer status", "holds observer status since": the object is evidence for the relation.
  if (isOfObject && objectIsWanted(statement, relation)) {
    for (const group of [...statement.subjects, ...(statement.verb?.passive ? [] : agentsOf(statement, grammar))])
      for (const each of withOwners(group)) {
        const own = utterance.own(each, relation, statement);
        if (own) return own;
      }
    // "granted IOM observer status", "otorgó a la OIM la calidad de observadora": the recipient.
    const given = statement.complements.flatMap(({ group, roles, after }) =>
      group.kind === 'noun' &&
      (roles.has('to') || (roles.has('in') && grammar.lang !== 'en')) &&
      !(after && relation.objects.isIn(after.words) && grammar.lang !== 'en')
        ? [group]
        : [],
    );
    for (const group of [...given, ...statement.objects]) {
      const own =
        utterance.own(group, relation) ??
        (relation.objects.isIn(group.words) ? utterance.nameIn(group, relation) : undefined);
      if (own) return own;
    }
    if (verb.clitic) return utterance.antecedentAt(verb.clitic.first, relation);
    if (statement.omitsSubject && grammar.omitsSubjects) return utterance.antecedentAt(verb.first, relation);
  }
  return undefined;
}

/** "China joined IOM", "China was admitted to IOM", "France withdrew from ICEM": the body joined or left. */
function ofMember(
  utterance: Utterance,
  { subjects, objects, complements }: Statement,
  relation: DateRelation,
): OwnReferent | undefined {
  if (
    !subjects.some(
      (group) =>
        group.words.length > 0 &&
        group.owners.length === 0 &&
        relation.joiner.lengthAt(group.words, 0) === group.words.length,
    )
  )
    return undefined;
  const joined = complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && ['to', 'in', 'of', 'from'].some((role) => roles.has(role)) ? [group] : [],
  );
  // "joined IOM and UNHCR in a meeting", "withdrew its offer to IOM"
  if (objects.length > 1 || (objects.length === 1 && objects[0]!.possessive !== undefined)) return undefined;
  // "became a member of IOM"
  const whole = objects.flatMap((group) =>
    group.quantity === undefined && group.determiner !== 'definite' && group.words.length === 1 ? group.owners : [],
  );
  return [...objects, ...whole, ...(objects.length === 0 || whole.length > 0 ? joined : [])]
    .map((group) => utterance.own(group, relation))
    .find((own) => own !== undefined);
}

/** Whether a group is an agent of the event: a body, or many governments. A single government has acts of its own. */
export function mayAct(
  utterance: Utterance,
  agent: NounGroup,
  { agents, manyAgents }: Pick<DateRelation, 'agents' | 'manyAgents'>,
): boolean {
  return [...(agent.isProper ? [agent] : withOwners(agent))].some((group) => {
    if (agents.isIn(group.words)) return true;
    return manyAgents.isIn(group.words) && (group.quantity !== undefined || isPlural(utterance, group));
  });
}

/** Whether the relation lists one of the verbs with a noun of its own: "give its blessing". */
function isVerbPhrase({ field }: DateRelation, lemmas: readonly string[]): boolean {
  return lemmas.some((lemma) => field.theme.get(lemma).some((phrase) => phrase.length > 1));
}

function objectIsWanted(statement: Statement, relation: DateRelation): boolean {
  if (relation.objects.size === 0) return true;
  // "In 1996 IOM was outside the system": the complement of "outside" does not count.
  const inside = statement.complements.flatMap(({ group, roles }) => (roles.has('other') ? [] : [group]));
  const own = [...statement.subjects, ...statement.objects, ...inside];
  return own.some(
    (top) =>
      top.kind === 'noun' &&
      [...withOwners(top)].some((group) => group.quantity === undefined && relation.objects.isIn(group.words)),
  );
}

/** "its foundation in 1949", "the founding of IOM (1949)", "the date of its adoption, 11 December 2018". */
function ofNoun(utterance: Utterance, group: NounGroup, relation: DateRelation): FoundDate | undefined {
  const bearer = bearerOf(relation.field.nouns, group, utterance.reading.groups, utterance.words);
  // "the eight observers of IOM": observers at IOM, not IOM as an observer.
  if (
    !bearer ||
    (relation.objects.size > 0 && [bearer, ...bearer.owners].some((each) => isPlural(utterance, each))) ||
    (relation.objects.size > 0 && relation.field.agent.size > 0 && !relation.objects.isIn(utterance.words))
  )
    return undefined;
  const args = utterance.argumentsOf(group);
  // "the Forum, first edition in 2022": the noun to which the group is in apposition.
  const host =
    relation.file.series === true && relation.of.size === 0 && bearer.owners.length === 0
      ? utterance.hostOf(group)
      : undefined;
  const owner =
    relation.of.size > 0
      ? (ofThingOwned(utterance, bearer, relation) ??
        ofThingOwned(utterance, group, relation) ??
        ofThingInState(utterance, args, relation))
      : (utterance.ownerOf(bearer, relation) ??
        ofHolder(utterance, group, relation) ??
        (host && utterance.own(host, relation)));
  if (!owner || owner === 'other') return undefined;
  const own = [...new Set([...utterance.datesOf(group), ...utterance.datesOf(bearer)])].filter(
    (each) => !isEdge(utterance, each),
  );
  if (own.length === 1) return { subject: owner, date: own[0]!, statement: args[0]?.statement, group };
  for (const { statement, role, top } of args) {
    // "Its foundation dates from 1951", "The year of its foundation is 1951"; not a noun within an adverbial.
    if (top !== group && !top.owners.includes(group)) continue;
    // "The founding of IOM, in 1951, answered …": a date between the noun and the verb belongs to the noun.
    const adjacent = statement.complements.find(
      (each) =>
        each.group.kind === 'date' &&
        each.first >= Math.max(top.end, bearer.end) &&
        statement.verb !== undefined &&
        each.next <= statement.verb.first &&
        role === 'subject',
    );
    if (adjacent) return { subject: owner, date: adjacent.group as DateGroup, statement, group };
    const isLinking = statement.verb === undefined || isHappening(statement, utterance.grammar);
    const isWitnessed =
      role === 'object' &&
      statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'witnessing')) === true;
    // "10 December 2018: adoption of the Compact"
    const before =
      statement.kind === 'fragment'
        ? utterance.reading.statements.find(
            (other) => other.next <= statement.first && other.verb === undefined && other.subjects.length === 0,
          )?.complements[0]?.group
        : undefined;
    if (before?.kind === 'date') return { subject: owner, date: before, statement, group };
    // "IOM, an observer since 1992"
    const isCalled = statement.kind === 'apposition' && role === 'object' && relation.objects.size > 0;
    const date =
      (role === 'subject' && isLinking) || isWitnessed || isCalled || statement.kind === 'fragment'
        ? dateOf(utterance, relation, statement)
        : undefined;
    if (date) return { subject: owner, date, statement, group };
  }
  return undefined;
}

/** "the second Forum in May 2027", "le Forum de mai 2021": a session of a series, with its date. */
function ofSession(utterance: Utterance, group: NounGroup, relation: DateRelation): FoundDate | undefined {
  // The date of a title follows "of", or is in brackets; a comma may separate them.
  const follows = ({ after, first }: Complement): boolean =>
    after === group || (after === undefined && first === group.end + 1 && utterance.words[group.end] === ',');
  const ofTitle = relation.file.titled
    ? [
        ...group.dates,
        ...utterance.reading.statements.flatMap(({ complements }) =>
          complements.flatMap((each) =>
            each.group.kind === 'date' && each.roles.has('of') && follows(each) ? [each.group] : [],
          ),
        ),
      ]
    : undefined;
  const [date] = ofTitle ?? (relation.file.series && relation.of.size === 0 ? utterance.datesOf(group) : []);
  if (!date) return undefined;
  // "both sessions of the Forum: that of May 2022 and that of May 2026"
  const series =
    group.pronoun === 'other' && relation.file.series
      ? utterance.reading.groups.find(
          (each) => each.first < group.first && each.named.length > 0 && utterance.own(each, relation) !== undefined,
        )
      : undefined;
  // "**New York Declaration** – a text of 19 September 2016"
  const host = ofTitle && group.named.length === 0 ? utterance.hostOf(group) : undefined;
  const subject = utterance.own(series ?? host ?? group, relation);
  if (ofTitle && subject?.by !== 'name') return undefined;
  return subject ? { subject, date, statement: utterance.argumentsOf(group)[0]?.statement, group } : undefined;
}

function isPlural(
  {
    grammar,
    reading: {
      sentence: { tokens },
    },
  }: Utterance,
  { head }: NounGroup,
): boolean {
  return head >= 0 && grammar.isPlural(tokens[head]!);
}

/** "IOM has observer status since 1994": the holder of the status. */
function ofHolder(utterance: Utterance, group: NounGroup, relation: DateRelation): OwnReferent | undefined {
  if (relation.objects.size === 0 || relation.field.agent.size > 0 || relation.field.theme.size > 0) return undefined;
  for (const { statement } of utterance.argumentsOf(group)) {
    const subject = utterance.subjectOf(statement, relation);
    if (subject && subject !== 'other') return subject;
  }
  return undefined;
}

/** The date that a statement gives for its verb, and not for a noun; neither only its earliest nor its latest date. */
function dateOf(utterance: Utterance, relation: DateRelation, statement: Statement): DateGroup | undefined {
  const dates = statement.complements.flatMap(({ group, roles, after }) => {
    if (group.kind !== 'date') return isTimeWord(group, utterance) ? group.dates : [];
    // "surgió del Grupo de abril de 2003": the date of its predecessor.
    if (roles.has('of') && roles.size === 1 && !group.isSpan) return [];
    if (roles.has('until') || roles.has('before') || roles.has('after') || (roles.has('for') && !relation.file.series))
      return [];
    // "Twelve years after its foundation in 2006 it was replaced": the date belongs to the noun of the adverbial.
    const isOfNoun =
      after !== undefined &&
      !after.isProper &&
      (after.possessive !== undefined || after.owners.length > 0) &&
      statement.complements.some((other) => other.group === after && !other.roles.has('in') && !other.roles.has('by'));
    return isOfNoun ? [] : [group];
  });
  // "Meeting in Venice in October 1953, delegates adopted the Constitution"
  if (dates.length === 0)
    for (const { group, roles } of gatheringOf(statement, utterance.reading.statements, utterance.grammar))
      if (group.kind === 'date' && !group.isSpan && !roles.has('since') && !roles.has('after')) dates.push(group);
  const ofYear = dates.filter((date) => date.from.year !== undefined);
  // "1989. On 14 October …", "10 December 2018. … On 19 December …": the day within an entry, not its opening date.
  const ownDay =
    ofYear[0]?.first === 0 && ofYear[0].from.day !== undefined
      ? dates.find(({ from, first }) => first > 0 && from.day !== undefined && from.year === undefined)
      : undefined;
  return (
    ownDay ??
    (ofYear[0]?.first === 0
      ? ofYear.find((date) => date.from.day !== undefined && date.from.year === ofYear[0]!.from.year)
      : undefined) ??
    ofYear[0] ??
    dates[0]
  );
}

export function compareDate(
  utterance: Utterance,
  relation: DateRelation,
  { subject, date, statement, group }: FoundDate,
  records: Records,
): Claim | undefined {
  const modality = modalityAt(utterance, group?.dates.includes(date) === true ? group : undefined, statement);
  if (modality !== 'asserted' && !(relation.file.planned && modality === 'planned')) return undefined;
  if (relation.file.present && statement?.verb !== undefined && statement.tense !== 'present') return undefined;
  const facts = records
    .facts(subject.concept, relation.file.property)
    .filter(({ id }) => relation.file.fact === undefined || id === relation.file.fact);
  if (facts.length === 0) return undefined;
  const others = (relation.file.also ?? []).flatMap((id) => records.fact(id) ?? []);
  // The agent may show which event is meant: the Assembly adopts what the conference adopted before it.
  const isOthers =
    statement !== undefined && agentsOf(statement, utterance.grammar).some(({ words }) => relation.alsoBy.isIn(words));
  const right = relation.file.series
    ? ofSeries(utterance, relation, facts, date, statement)
    : isOthers
      ? others[0]!
      : facts[0]!;
  if (
    !right ||
    (utterance.reading.groups.some(({ words }) => words.some((word) => utterance.grammar.isNoun(word, 'draft'))) &&
      relation.file.precision === 'day')
  )
    return undefined;
  if (relation.alsoWhen.isIn(utterance.words) && others.some((fact) => isWithin(date, fact))) return undefined;
  // Another name of the subject began in another year: "PICMME was founded in 1951", "ICEM was created in 1952".
  const { entry, status } = subject.mention.terms[0]!;
  if (
    status === 'superseded' &&
    entry.name.from !== undefined &&
    date.from.year === Number(entry.name.from.slice(0, 4)) &&
    date.from.year !== yearOfFact(right)
  )
    return undefined;
  // "IOM, born in 1989" in an account of its names denotes the beginning of the name.
  if (
    entry.name.from !== undefined &&
    date.from.year === Number(entry.name.from.slice(0, 4)) &&
    utterance.discourse.speaksOfOtherNames(utterance.site.block, subject.concept, entry.name.id)
  )
    return undefined;
  if (statement && isElsewhere(statement, subject, relation, records)) return undefined;
  const wrong = differenceOf(date, right, relation.file.precision);
  if (
    !wrong ||
    otherDates(statement, date).some((other) => differenceOf(other, right, relation.file.precision) === undefined)
  )
    return undefined;
  const isDisputed = (right.conflicts ?? []).some((conflict) => isDateOf(String(conflict.value), date, wrong));
  const day = wrong === 'day' && !date.isSpan && date.from.day !== undefined ? daySpan(utterance, date) : undefined;
  // "13 December 1975" for "6 June 1960": if only the year were corrected, the day would still be wrong.
  const isYear = wrong === 'year' && !isOtherDay(date, dayOfFact(right));
  const text = isYear
    ? String(yearOfFact(right))
    : day
      ? String(dayOfFact(right).day)
      : dateText(dayOfFact(right), lastDayOf(right), date, utterance);
  const span = isYear ? yearSpan(utterance, date) : (day ?? date);
  // "from 26 November to 4 December": the words that introduce two days do not fit a single day.
  const isSpanForDay = date.isSpan && !isYear && lastDayOf(right) === undefined;
  const isNamed = subject.by === 'name';
  return {
    ...utterance.span(span),
    lang: utterance.lang,
    concept: subject.concept,
    facts: [right.id],
    message: {
      template: relation.file.messages.date!,
      values: {
        ...rightAndWrong(dayOfFact(right), lastDayOf(right), date, isYear),
        nth: { kind: 'ordinal', value: relation.file.series ? nthOf(right, facts) : 1 },
      },
    },
    rule: 'fact-mismatch',
    instead: [text],
    evidence: [],
    certainty: isDisputed || !isNamed ? 'likely' : 'certain',
    severity: isDisputed ? 'information' : 'warning',
    safe: isNamed && !isDisputed && modality === 'asserted' && relation.joiner.size === 0 && !isSpanForDay,
  };
}

/** "established in Kenya in 1985" is another event; "founded in 1951, with its seat in Geneva" is not. */
function isElsewhere(
  { complements }: Statement,
  { concept }: OwnReferent,
  { file }: DateRelation,
  records: Records,
): boolean {
  if (file.general)
    return complements.some(
      ({ group, roles }) =>
        group.kind === 'noun' && (roles.has('in') || roles.has('for')) && group.isProper && group.named.length === 0,
    );
  const [fact] = file.place === undefined ? [] : records.facts(concept, file.place);
  const right = fact && placeNamed(String(fact.value));
  const places = complements.flatMap(({ group, roles, after, first }) =>
    group.kind === 'noun' &&
    roles.has('in') &&
    first < group.first &&
    (after === undefined || after.isProper || after.named.length > 0) &&
    group.isProper &&
    group.named.length === 0
      ? [placeOf(group)]
      : [],
  );
  return (
    right !== undefined &&
    places.length > 0 &&
    !places.some((place) => place === right || isOtherPlace(place, concept, file, records))
  );
}

/** The other dates in a statement. If it is unclear which belongs to the event, a right one does. */
function otherDates(statement: Statement | undefined, date: DateGroup): readonly DateGroup[] {
  // The year that opens an entry does not compete with the day within the entry.
  const isEntry = (other: DateGroup): boolean =>
    other.first === 0 && other.from.month === undefined && other.from.year === date.from.year;
  const ofOrdinals = statement ? afterOrdinals(statement) : [];
  if (ofOrdinals.includes(date)) return [];
  return (statement?.complements ?? []).flatMap(({ group }) =>
    group.kind === 'date' && ofOrdinals.includes(group)
      ? []
      : group.kind === 'date' && group !== date && group.from.year !== undefined && !isEntry(group)
        ? [group]
        : [],
  );
}
