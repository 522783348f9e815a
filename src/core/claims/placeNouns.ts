import data from '../../../data/relations/places.json';
import { perLang } from '../document';
import { grammarOf } from '../reading/grammar';
import type { OwnReferent } from '../reading/naming';
import type { NounGroup } from '../reading/nodes';
import { isHappening, type Statement } from '../reading/statement';
import { isNounOf, isVerbOf, nounPhrase, PhraseList, verbPhrase } from './field';
import { placeOf } from './gazetteer';
import type { PlaceRelation } from './relation';
import type { Utterance } from './utterance';
import { ofThingOwned } from './things';
import type { FoundPlace } from './comparePlace';

/**
 * "its seat in Vienna", "IOM has its headquarters in Vienna", "Vienna is the seat of IOM", "whose seat is in Vienna".
 */
export function placeOfNoun(utterance: Utterance, group: NounGroup, relation: PlaceRelation): FoundPlace | undefined {
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

/** "Vienna hosts the headquarters of IOM", "Rabat was the scene of the adoption": the place is the subject. */
export function placeOfHost(utterance: Utterance, relation: PlaceRelation): FoundPlace | undefined {
  const { hosting, venues } = venueWordsOf(utterance.lang);
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

interface VenueWords {
  readonly hosting: PhraseList;
  readonly venues: PhraseList;
}

const venueWordsOf = perLang((lang): VenueWords => ({
  hosting: new PhraseList(data.hosting[lang], verbPhrase),
  venues: new PhraseList(data.venues[lang], (phrase) => nounPhrase(phrase, grammarOf(lang))),
}));

/** The places among the complements of a statement. */
export function placesOf({ complements }: Pick<Statement, 'complements'>): readonly NounGroup[] {
  return complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && roles.has('in') && placeOf(group) !== undefined ? [group] : [],
  );
}
