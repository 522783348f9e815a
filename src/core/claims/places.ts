import data from '../../../data/relations/places.json';
import type { Claim } from './claim';
import { perLang } from '../document';
import type { Records } from './records';
import { foldKey } from '../fold';
import { grammarOf } from '../reading/grammar';
import type { OwnReferent } from '../reading/naming';
import type { NounGroup } from '../reading/nodes';
import { agentsOf, gatheringOf, isHappening, themesOf, type Statement } from '../reading/statement';
import { mayAct } from './dates';
import { yearOfFact } from './dateOfFact';
import { isNounOf, isVerbOf, nounPhrase, PhraseList, verbPhrase } from './field';
import { asPlace, isOtherPlace, placeNamed, placeOf, placeValue, type Place } from './gazetteer';
import type { PlaceRelation } from './relation';
import type { Utterance } from './utterance';
import { knownByDay } from './knownByDay';
import { nameAs, ofThing, ofThingOwned } from './things';
import { isOfElse, modalityAt } from './time';

/**
 * "founded in Geneva", "its headquarters in Vienna", "the Brussels-based organization": places that the text gives for
 * a subject.
 */
export function placeClaims(
  utterance: Utterance,
  relations: readonly PlaceRelation[],
  records: Records,
): readonly Claim[] {
  const known = utterance.reading.groups.filter((group) => placeOf(group) !== undefined);
  if (known.length === 0) return [];
  return relations.flatMap((relation) => {
    const found = placeIn(utterance, relation) ?? placeOnDay(utterance, relation, records);
    if (
      found &&
      (isOfElse(utterance, relation, found.statement, found.group) ||
        relations.some((other) => isInPlace(utterance, found, relation, other, records)))
    )
      return [];
    const claim = found && comparePlace(utterance, relation, found, records);
    return claim ? [claim] : [];
  });
}

/**
 * "Établie à Genève": without a date, a verb that also fits another of the subject's places is read as referring to
 * that place, where it is right.
 */
function isInPlace(
  utterance: Utterance,
  { subject, places: found, statement }: FoundPlace,
  { file }: PlaceRelation,
  other: PlaceRelation,
  records: Records,
): boolean {
  if (
    file.otherPlaces?.includes(other.file.property) !== true ||
    !isVerbOf(other.field.theme, statement?.verb, utterance.reading)
  )
    return false;
  const isDated = statement!.complements.some(({ group }) => group.kind === 'date' && group.from.year !== undefined);
  return !isDated && found.every((place) => isOtherPlace(placeOf(place), subject.concept, file, records));
}

interface FoundPlace {
  readonly subject: OwnReferent;
  readonly places: readonly NounGroup[];
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
}

function placeIn(utterance: Utterance, relation: PlaceRelation): FoundPlace | undefined {
  if (relation.objects.size > 0 && !relation.objects.isIn(utterance.words)) return undefined;
  for (const statement of utterance.reading.statements) {
    if (relation.objects.size > 0 && relation.of.size === 0 && !isWithObject(utterance, statement, relation)) continue;
    const isTheme = isVerbOf(relation.field.theme, statement.verb, utterance.reading);
    if (!isTheme && !isVerbOf(relation.field.agent, statement.verb, utterance.reading)) continue;
    if (
      relation.agents.size > 0 &&
      agentsOf(statement, utterance.grammar).some(
        (agent) => agent.pronoun === undefined && !mayAct(utterance, agent, relation),
      )
    )
      continue;
    for (const group of isTheme ? themesOf(statement, utterance.grammar) : statement.subjects) {
      // "The first edition was held in Geneva": a session of the series that was named last.
      const isSession =
        group.ordinal !== undefined &&
        group.owners.length === 0 &&
        (isNounOf(relation.field.nouns, group) || (relation.file.series === true && group.words.length === 1));
      const subject =
        relation.of.size > 0
          ? ofThing(utterance, group, relation)
          : (utterance.own(group, relation, statement) ??
            (isSession ? utterance.antecedentAt(group.first, relation) : undefined));
      const found =
        subject && !utterance.isLocal(group, statement)
          ? [...placesOf(statement), ...placesOfMeeting(utterance, statement)]
          : [];
      if (subject && found.length > 0) return { subject, places: found, statement, group: undefined };
    }
    const called = isTheme && relation.of.size === 0 ? nameAs(utterance, statement, relation) : undefined;
    const there = called ? placesOf(statement) : [];
    if (called && there.length > 0) return { subject: called, places: there, statement, group: undefined };
    const described =
      isTheme &&
      relation.of.size === 0 &&
      statement.kind === 'participial' &&
      themesOf(statement, utterance.grammar).length === 0
        ? utterance.describedBy(relation)
        : undefined;
    const given = described ? placesOf(statement) : [];
    if (described && given.length > 0) return { subject: described, places: given, statement, group: undefined };
    if (
      statement.omitsSubject &&
      utterance.grammar.omitsSubjects &&
      statement.objects.length === 0 &&
      relation.of.size === 0
    ) {
      const subject = utterance.antecedentAt(statement.verb!.first, relation);
      const found = placesOf(statement);
      if (subject && found.length > 0) return { subject, places: found, statement, group: undefined };
    }
  }
  const hosted = hostOf(utterance, relation);
  if (hosted) return hosted;
  for (const group of utterance.reading.groups) {
    const found = isNounOf(relation.field.nouns, group)
      ? ofNoun(utterance, group, relation)
      : relation.file.called
        ? ofName(utterance, group, relation)
        : undefined;
    if (found) return found;
  }
  return undefined;
}

/** "A constitution followed, adopted in Vienna on 19 October 1953": the place of an event identified by its day. */
function placeOnDay(utterance: Utterance, relation: PlaceRelation, records: Records): FoundPlace | undefined {
  if (relation.file.date === undefined) return undefined;
  for (const statement of utterance.reading.statements) {
    const places = placesOf(statement);
    const subject =
      places.length > 0
        ? knownByDay(
            utterance,
            statement,
            relation,
            { date: relation.file.date, place: relation.file.property },
            records,
          )
        : undefined;
    if (subject) return { subject, places, statement, group: undefined };
  }
  return undefined;
}

/** "Vienna hosts the headquarters of IOM", "Rabat was the scene of the adoption": the place is the subject. */
function hostOf(utterance: Utterance, relation: PlaceRelation): FoundPlace | undefined {
  const { hosting, venues } = wordsOf(utterance.lang);
  for (const statement of utterance.reading.statements) {
    const { verb, subjects, objects } = statement;
    const places = subjects.filter((each) => placeOf(each) !== undefined);
    if (places.length === 0 || !verb || verb.passive === true) continue;
    const isHost = isVerbOf(hosting, verb, utterance.reading);
    const isVenue = verb.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula'));
    for (const object of isHost
      ? objects
      : isVenue
        ? objects.filter((each) => isNounOf(venues, each)).flatMap(({ owners }) => owners)
        : []) {
      const owner = isNounOf(relation.field.nouns, object)
        ? relation.of.size > 0
          ? ofThingOwned(utterance, object, relation)
          : utterance.ownerOf(object, relation)
        : undefined;
      // "hosted the first Forum", "alberga el GMDAC": a session, or something with only one place.
      const subject =
        owner ??
        (relation.file.series === true || relation.file.called !== undefined
          ? utterance.own(object, relation)
          : undefined);
      if (subject && subject !== 'other') return { subject, places, statement, group: undefined };
    }
  }
  return undefined;
}

interface Words {
  readonly hosting: PhraseList;
  readonly venues: PhraseList;
}

const wordsOf = perLang((lang): Words => ({
  hosting: new PhraseList(data.hosting[lang], verbPhrase),
  venues: new PhraseList(data.venues[lang], (phrase) => nounPhrase(phrase, grammarOf(lang))),
}));

/** Whether the statement itself has one of the relation's objects: "its first meeting was held", "first met". */
function isWithObject(
  { words }: Utterance,
  { verb, subjects, objects, complements }: Statement,
  relation: PlaceRelation,
): boolean {
  const groups = [
    ...subjects,
    ...objects,
    ...complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : [])),
  ];
  return (
    groups.some((group) => relation.objects.isIn(group.words)) ||
    (verb !== undefined && relation.objects.isIn(words.slice(Math.max(0, verb.first - 1), verb.next + 1)))
  );
}

/**
 * "the Global Migration Data Analysis Centre in Berlin", "the Centre, at work in Berlin since 2015,": a place that
 * follows the name.
 */
function ofName(utterance: Utterance, group: NounGroup, relation: PlaceRelation): FoundPlace | undefined {
  const subject = group.named.length > 0 ? utterance.own(group, relation) : undefined;
  const placesAt = (each: NounGroup): readonly NounGroup[] =>
    utterance.attachedTo(each).flatMap(({ roles, group: place }) => {
      if (place.kind !== 'noun' || !roles.has('in')) return [];
      return placeOf(place) !== undefined
        ? [place]
        : place.determiner === 'none' && place.words.length === 1
          ? placesAt(place)
          : [];
    });
  const attached = subject ? placesAt(group) : [];
  return subject && attached.length > 0 ? { subject, places: attached, statement: undefined, group } : undefined;
}

/** "by a conference held in Brussels": the place where the agents met. */
function placesOfMeeting({ reading: { statements }, grammar }: Utterance, statement: Statement): readonly NounGroup[] {
  const meetings = agentsOf(statement, grammar).filter(({ words }) =>
    words.some((word) => grammar.isNoun(word, 'convening')),
  );
  const gathered = placesOf({ complements: gatheringOf(statement, statements, grammar) });
  return [
    ...gathered,
    ...statements.flatMap((other) =>
      other.kind === 'participial' && other.subjects.some((each) => meetings.includes(each)) ? placesOf(other) : [],
    ),
  ];
}

/**
 * "its seat in Vienna", "IOM has its headquarters in Vienna", "Vienna is the seat of IOM", "whose seat is in Vienna".
 */
function ofNoun(utterance: Utterance, group: NounGroup, relation: PlaceRelation): FoundPlace | undefined {
  const owner = relation.of.size > 0 ? ofThingOwned(utterance, group, relation) : utterance.ownerOf(group, relation);
  if (owner === 'other' || (owner === undefined && relation.of.size > 0)) return undefined;
  for (const { statement, top, role, complement } of utterance.argumentsOf(group)) {
    if (top !== group) continue;
    // "IOM, with headquarters in Vienna,": belongs to the preceding noun, else to the subject.
    const isWith = complement?.roles.has('with') === true;
    const subject =
      owner ??
      (isWith
        ? ((complement?.after && utterance.own(complement.after, relation)) ??
          definedBy(utterance, statement, relation) ??
          utterance.subjectOf(statement, relation) ??
          utterance.describedBy(relation))
        : undefined) ??
      (statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'having'))
        ? utterance.subjectOf(statement, relation)
        : undefined) ??
      (statement.verb === undefined && group.owners.length === 0 ? utterance.describedBy(relation) : undefined) ??
      // "IOM (headquarters in Vienna)"
      (statement.kind === 'apposition' && role === 'object' && group.owners.length === 0
        ? utterance.own(statement.subjects[0], relation)
        : undefined);
    if (!subject || subject === 'other') continue;
    // "its seat in Vienna", "su sede de Viena"
    const attached = [
      ...utterance
        .attachedTo(group)
        .flatMap(({ roles, group: place }) => (place.kind === 'noun' && roles.has('in') ? [place] : [])),
      ...group.owners,
    ].filter((place) => placeOf(place) !== undefined);
    // "the headquarters of IOM, in Geneva": a comma precedes the place, and there is no verb to which it could belong.
    if (attached.length === 0 && statement.verb === undefined)
      attached.push(
        ...statement.complements.flatMap(({ group: place, roles, first, after }) =>
          place.kind === 'noun' &&
          after === undefined &&
          roles.has('in') &&
          first === group.end + 1 &&
          placeOf(place) !== undefined
            ? [place]
            : [],
        ),
      );
    // "centres in Manila and Panama": the places coordinated with the first.
    const others =
      attached.length > 0
        ? statement.complements.flatMap(({ group: place, roles, after, first }) =>
            place.kind === 'noun' &&
            after === undefined &&
            roles.has('in') &&
            first > attached[0]!.first &&
            placeOf(place) !== undefined
              ? [place]
              : [],
          )
        : [];
    if (attached.length > 0) return { subject, places: [...attached, ...others], statement, group };
    const isLinking =
      isHappening(statement, utterance.grammar) ||
      statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'having')) === true;
    if (!isLinking || (role === 'complement' && statement.kind !== 'apposition')) continue;
    const found = placesOf(statement);
    if (found.length > 0) return { subject, places: found, statement, group };
    const linked = (role === 'subject' ? statement.objects : statement.subjects).filter(
      (each) => placeOf(each) !== undefined,
    );
    if (linked.length > 0) return { subject, places: linked, statement, group };
  }
  return undefined;
}

/** "GMDAC: a data centre of IOM, with its seat in Berlin": the term that precedes a definition. */
function definedBy(
  utterance: Utterance,
  { subjects: [first] }: Statement,
  relation: PlaceRelation,
): OwnReferent | undefined {
  const term = first && utterance.hostOf(first);
  return term && utterance.own(term, relation);
}

function placesOf({ complements }: Pick<Statement, 'complements'>): readonly NounGroup[] {
  return complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && roles.has('in') && placeOf(group) !== undefined ? [group] : [],
  );
}

export function comparePlace(
  utterance: Utterance,
  relation: PlaceRelation,
  { subject, places: found, statement, group }: FoundPlace,
  records: Records,
): Claim | undefined {
  const modality = modalityAt(
    utterance,
    group && utterance.attachedTo(group).some((each) => each.group === found[0]) && statement?.kind === 'fragment'
      ? group
      : undefined,
    statement,
  );
  if (modality !== 'asserted' && !(relation.file.planned && modality === 'planned')) return undefined;
  const [fact] = records.facts(subject.concept, relation.file.property);
  if (!fact) return undefined;
  const right = placeNamed(String(fact.value));
  const admitted = new Set(
    [...relation.file.admitted, ...(relation.alsoWhen.isIn(utterance.words) ? (relation.file.also ?? []) : [])].map(
      foldKey,
    ),
  );
  const isRight = (place: NounGroup): boolean => {
    const entry = placeOf(place)!;
    return (
      entry === right ||
      entry.names.some((name) => admitted.has(name)) ||
      place.words.some((word) => admitted.has(word))
    );
  };
  // "Vienna, Austria", "Berna (Suiza)": a city with its country.
  const { tokens } = utterance.reading.sentence;
  const heads = found.filter(
    (place) =>
      !found.some(
        (city) => city !== place && place.first - city.next === 1 && /^[,(]$/.test(tokens[city.next]!.folded),
      ),
  );
  const wrongs = heads.filter((place) => !isRight(place));
  if (wrongs.length === 0 || (wrongs.length < heads.length && relation.file.each !== true)) return undefined;
  // "established in Kenya in 1985": with another year as well, it is another event.
  const [event] = relation.file.date === undefined ? [] : records.facts(subject.concept, relation.file.date);
  if (
    event &&
    !isOtherPlace(placeOf(wrongs[0]!), subject.concept, relation.file, records) &&
    statement?.complements.some(
      ({ group: date }) => date.kind === 'date' && date.from.year !== undefined && date.from.year !== yearOfFact(event),
    )
  )
    return undefined;
  const [wrong] = wrongs;
  const isNamed = subject.by === 'name';
  const text = right?.written[utterance.lang] ?? String(fact.value);
  return {
    ...utterance.span({
      first: wrong!.head >= 0 ? Math.min(wrong!.head, wrong!.first) : wrong!.first,
      next: wrong!.next,
    }),
    lang: utterance.lang,
    concept: subject.concept,
    facts: [fact.id],
    message: {
      template: relation.file.messages.place!,
      values: {
        right: placeValue(right ?? asPlace(String(fact.value))),
        wrong: { ...placeValue(placeOf(wrong!)!), isOther: true },
      },
    },
    rule: 'fact-mismatch',
    instead: relation.file.each || isOfAnotherPreposition(utterance, wrong!, right) ? [] : [text],
    evidence: [],
    certainty: isNamed ? 'certain' : 'likely',
    severity: 'warning',
    safe: isNamed && !relation.file.each,
  };
}

/** "au Kenya": Geneva takes another preposition, which does not belong to the name. */
function isOfAnotherPreposition({ lang, words }: Utterance, wrong: NounGroup, right: Place | undefined): boolean {
  const before = words[wrong.first - 1];
  const prepositionOf = (place: Place): string => foldKey(placeValue(place).at[lang].split(' ')[0]!);
  return right !== undefined && before === prepositionOf(placeOf(wrong)!) && before !== prepositionOf(right);
}
