import places from '../../../../data/relations/places.json';
import { LANGS, type Lang } from '../../document';
import { foldKey } from '../../fold';
import { grammarOf } from '../../reading/grammar';
import { listOf } from '../../reading/grammarIndex';
import type { NounGroup } from '../../reading/nodes';
import type { Value } from '../claim';
import { nounPhrase } from '../field';
import type { Records } from '../records';

/** A place with the names that a text may use for it. */
export interface Place {
  readonly names: readonly string[];
  readonly written: Readonly<Record<Lang, string>>;
}

let gazetteer: ReadonlyMap<string, Place> | undefined;

/** The places by their names, collected when the first one is asked for. */
function placesByName(): ReadonlyMap<string, Place> {
  return (gazetteer ??= new Map(places.gazetteer.flatMap(entriesOf)));
}

/** A place by the forms in which the words of a noun group are compared: also in the singular of any language. */
function entriesOf(line: string): readonly (readonly [string, Place])[] {
  const [en, fr, es] = line.split('|') as [string, string, string];
  const place: Place = { names: [en, fr, es].map(foldKey), written: { en, fr, es } };
  const keys = place.names.flatMap((name) => [
    name,
    ...LANGS.map((lang) => nounPhrase(name, grammarOf(lang)).join(' ')),
  ]);
  // The article does not belong to the words of its group: "The Hague".
  const articles = LANGS.flatMap((lang) => listOf(grammarOf(lang).file.words.definite)).map(foldKey);
  const bare = keys.flatMap((key) => {
    const [first, ...rest] = key.split(' ');
    return rest.length > 0 && articles.includes(first!) ? [rest.join(' ')] : [];
  });
  return [...keys, ...bare].map((key) => [key, place]);
}

/** Whether a place is related to the subject in another way: its seat, in a statement about the founding. */
export function isOtherPlace(
  place: Place | undefined,
  concept: string,
  { otherPlaces = [] }: { readonly otherPlaces?: readonly string[] },
  records: Records,
): boolean {
  return (
    place !== undefined &&
    otherPlaces.some((property) =>
      records.facts(concept, property).some(({ value }) => placeNamed(String(value)) === place),
    )
  );
}

/** A place from a writer's own record, which the gazetteer lacks. */
export function asPlace(name: string): Place {
  return { names: [foldKey(name)], written: { en: name, fr: name, es: name } };
}

const IN_PLACES: Readonly<Record<Lang, Readonly<Record<string, string>>>> = places.inPlaces;

/** A place in the form that messages use. */
export function placeValue({ written }: Place): Extract<Value, { kind: 'place' }> {
  const at = (lang: Lang): string =>
    IN_PLACES[lang][written[lang]] ?? places.inPlace[lang].replace('{place}', written[lang]);
  return { kind: 'place', name: written, at: { en: at('en'), fr: at('fr'), es: at('es') } };
}

/** The place in the gazetteer that has a name. */
export function placeNamed(name: string): Place | undefined {
  return placesByName().get(foldKey(name));
}

/** The place that a group names. A capital outside the gazetteer cannot be judged. */
export function placeOf({ words, isProper, named }: NounGroup): Place | undefined {
  if (!isProper || named.length > 0 || words.length === 0 || words.length > 3) return undefined;
  const known = placesByName();
  return known.get(words.join(' ')) ?? known.get(words.slice(0, 2).join(' ')) ?? known.get(words[0]!);
}
