import places from '../../../data/relations/places.json';
import type { Claim } from './claim';
import type { Records } from './records';
import { LANGS, type Lang } from '../document';
import { foldKey } from '../mentions/fold';
import type { OwnReferent } from '../reading/naming';
import { grammarOf } from '../reading/grammar';
import type { NounGroup } from '../reading/nodes';
import { agentsOf, themesOf, type Statement } from '../reading/statement';
import { mayAct } from './dates';
import { isNounOf, isVerbOf } from './field';
import type { PlaceRelation } from './relation';
import type { Said } from './said';
import type { Value } from './told';
import { isOfElse, modalityAt } from './time';

/** "founded in Geneva", "its headquarters in Vienna", "the Brussels-based organization": places that the text gives to a subject. */
export function placeClaims(said: Said, relations: readonly PlaceRelation[], records: Records): readonly Claim[] {
  const known = said.reading.groups.filter((group) => placeOf(group) !== undefined);
  if (known.length === 0) return [];
  return relations.flatMap((relation) => {
    const found = placeIn(said, relation);
    if (found && isOfElse(said, relation, found.statement, found.group)) return [];
    const claim = found && comparePlace(said, relation, found, records);
    return claim ? [claim] : [];
  });
}

interface FoundPlace {
  readonly subject: OwnReferent;
  readonly places: readonly NounGroup[];
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
}

function placeIn(said: Said, relation: PlaceRelation): FoundPlace | undefined {
  for (const statement of said.reading.statements) {
    const isTheme = isVerbOf(relation.field.theme, statement.verb, said.reading);
    if (!isTheme && !isVerbOf(relation.field.agent, statement.verb, said.reading)) continue;
    if (relation.agents.size > 0 && agentsOf(statement, said.grammar).some((agent) => agent.pronoun === undefined && !mayAct(said, agent, relation))) continue;
    for (const group of isTheme ? themesOf(statement, said.grammar) : statement.subjects) {
      const subject = said.own(group, relation, statement);
      const found = subject && !said.isLocal(group, statement) ? placesOf(statement) : [];
      if (subject && found.length > 0) return { subject, places: found, statement, group: undefined };
    }
    if (statement.omitsSubject && said.grammar.omitsSubjects && statement.objects.length === 0) {
      const subject = said.takenUp(statement.verb!.first, relation);
      const found = placesOf(statement);
      if (subject && found.length > 0) return { subject, places: found, statement, group: undefined };
    }
  }
  for (const group of said.reading.groups) {
    if (!isNounOf(relation.field.nouns, group)) continue;
    const found = ofNoun(said, group, relation);
    if (found) return found;
  }
  return undefined;
}

/** "its seat in Vienna", "IOM has its headquarters in Vienna", "Vienna is the seat of IOM", "whose seat is in Vienna". */
function ofNoun(said: Said, group: NounGroup, relation: PlaceRelation): FoundPlace | undefined {
  const owner = said.ownerOf(group, relation);
  if (owner === 'other') return undefined;
  for (const { statement, top, role, complement } of said.argumentsOf(group)) {
    if (top !== group) continue;
    // "IOM, with headquarters in Vienna,": of what it follows, else of the subject.
    const isWith = complement?.roles.has('with') === true;
    const subject = owner ?? (isWith ? (complement?.after && said.own(complement.after, relation)) ?? said.subjectOf(statement, relation) : undefined) ?? (statement.verb?.lemmas.some((lemma) => said.grammar.isVerb(lemma, 'having')) ? said.subjectOf(statement, relation) : undefined);
    if (!subject || subject === 'other') continue;
    const attached = said.attachedTo(group).flatMap(({ roles, group: place }) => (place.kind === 'noun' && roles.has('in') && placeOf(place) !== undefined ? [place] : []));
    if (attached.length > 0) return { subject, places: attached, statement, group };
    const isLinking = statement.verb?.lemmas.some((lemma) => said.grammar.isVerb(lemma, 'copula') || said.grammar.isVerb(lemma, 'intransitive') || said.grammar.isVerb(lemma, 'having')) === true || statement.verb?.passive === true || statement.verb?.reflexive === true;
    if (!isLinking || (role === 'complement' && statement.kind !== 'apposition')) continue;
    const found = placesOf(statement);
    if (found.length > 0) return { subject, places: found, statement, group };
    const linked = (role === 'subject' ? statement.objects : statement.subjects).filter((each) => placeOf(each) !== undefined);
    if (linked.length > 0) return { subject, places: linked, statement, group };
  }
  return undefined;
}

function placesOf({ complements }: Statement): readonly NounGroup[] {
  return complements.flatMap(({ group, roles }) => (group.kind === 'noun' && roles.has('in') && placeOf(group) !== undefined ? [group] : []));
}

export function comparePlace(said: Said, relation: PlaceRelation, { subject, places: found, statement, group }: FoundPlace, records: Records): Claim | undefined {
  const modality = modalityAt(said, group && said.attachedTo(group).some((each) => each.group === found[0]) && statement?.kind === 'fragment' ? group : undefined, statement);
  if (modality !== 'asserted' && !(relation.file.planned && modality === 'planned')) return undefined;
  const [fact] = records.facts(subject.concept, relation.file.property);
  if (!fact) return undefined;
  const right = placeNamed(String(fact.value));
  const admitted = new Set([...relation.file.admitted, ...(relation.alsoWhen.isIn(said.words) ? relation.file.also ?? [] : [])].map(foldKey));
  const isRight = (place: NounGroup): boolean => { const entry = placeOf(place)!; return entry === right || entry.names.some((name) => admitted.has(name)) || place.words.some((word) => admitted.has(word)); };
  if (found.some(isRight)) return undefined;
  const [wrong] = found;
  const isNamed = subject.by === 'name';
  const text = right?.written[said.lang] ?? String(fact.value);
  return {
    ...said.span({ first: wrong.head >= 0 ? Math.min(wrong.head, wrong.first) : wrong.first, next: wrong.next }), lang: said.lang, concept: subject.concept, facts: [fact.id], told: { message: relation.file.messages.place, values: { right: placeValue(right ?? asPlace(String(fact.value))), wrong: { ...placeValue(placeOf(wrong)!), isOther: true } } }, rule: 'fact-mismatch', instead: [text], evidence: [],
    certainty: isNamed ? 'certain' : 'likely', severity: 'warning', safe: isNamed,
  };
}

interface Place {
  readonly names: readonly string[];
  readonly written: Readonly<Record<Lang, string>>;
}

const GAZETTEER: ReadonlyMap<string, Place> = new Map(places.gazetteer.flatMap((line) => {
  const [en, fr, es] = line.split('|');
  const place: Place = { names: [en, fr, es].map(foldKey), written: { en, fr, es } };
  // As words of a noun group are compared, in the singular of whatever language.
  const keys = place.names.flatMap((name) => [name, ...LANGS.map((lang) => name.split(' ').map((word) => grammarOf(lang).singular(word)).join(' '))]);
  return [...new Set(keys)].map((name) => [name, place] as const);
}));

/** A place of a writer's own record, which the list does not have. */
function asPlace(name: string): Place {
  return { names: [foldKey(name)], written: { en: name, fr: name, es: name } };
}

const IN_PLACES: Readonly<Record<Lang, Readonly<Record<string, string>>>> = places.inPlaces;

function placeValue({ written }: Place): Extract<Value, { kind: 'place' }> {
  const at = (lang: Lang): string => IN_PLACES[lang][written[lang]] ?? places.inPlace[lang].replace('{place}', written[lang]);
  return { kind: 'place', name: written, at: { en: at('en'), fr: at('fr'), es: at('es') } };
}

function placeNamed(name: string): Place | undefined {
  return GAZETTEER.get(foldKey(name));
}

/** The place that a group names; other capitals are no place that can be judged. */
export function placeOf({ words, isProper, named }: NounGroup): Place | undefined {
  if (!isProper || named.length > 0 || words.length === 0 || words.length > 3) return undefined;
  return GAZETTEER.get(words.join(' ')) ?? GAZETTEER.get(words.slice(0, 2).join(' ')) ?? GAZETTEER.get(words[0]);
}
