import acts from '../../../data/relations/acts.json';
import bodies from '../../../data/relations/bodies.json';
import confusions from '../../../data/relations/confusions.json';
import counts from '../../../data/relations/counts.json';
import events from '../../../data/relations/events.json';
import heads from '../../../data/relations/heads.json';
import names from '../../../data/relations/names.json';
import objectives from '../../../data/relations/objectives.json';
import places from '../../../data/relations/places.json';
import status from '../../../data/relations/status.json';
import votes from '../../../data/relations/votes.json';
import { LANGS, type Lang } from '../document';
import { FOLD, LETTER, foldKey } from '../mentions/fold';
import { WordRow } from '../mentions/wordRow';
import { hashOf } from '../mentions/words';
import { grammarOf, type Grammar } from '../reading/grammar';
import { FORM_KINDS } from '../reading/inflection';

/** What the words of a stretch may speak of. */
export interface Interest {
  /** Bits of {@link KINDS}: the kinds of relation of whose field a word occurs. */
  readonly kinds: number;
  /** A pronoun, a possessive or a noun that may take up one of our concepts, if that was named shortly before. */
  readonly takesUp: boolean;
  /** A short name with a capital letter, which takes up what was named anywhere. */
  readonly hasShortName: boolean;
}

const FILES = { acts, bodies, confusions, counts, events, heads, names, objectives, places, status, votes } as const;
export type RelationKind = keyof typeof FILES;

/** A bit for each kind of relation. */
export const KINDS: Readonly<Record<RelationKind, number>> = Object.fromEntries(Object.keys(FILES).map((kind, i) => [kind, 1 << i])) as Record<RelationKind, number>;
export const ALL_KINDS = (1 << Object.keys(FILES).length) - 1;

const EVERYTHING: Interest = { kinds: ALL_KINDS, takesUp: true, hasShortName: true };

/**
 * One look at the words of a stretch, before anything is read: most sentences speak of no relation at all. What it lets through
 * may still state nothing; what it does not let through states nothing that a relation could recognize.
 */
export function interestOf(text: string, start: number, end: number): Interest {
  if (!ROW.readAll(text, start, end)) return EVERYTHING;
  const { fields, takers, shortNames } = (words ??= collectWords());
  let kinds = 0;
  let takesUp = false;
  let hasShortName = false;
  for (let i = 0; i < ROW.count; i++) {
    const hash = ROW.hashes[i];
    kinds |= fields.get(hash) ?? 0;
    if (takers.has(hash)) takesUp = true;
    if (shortNames.has(hash)) { takesUp = true; hasShortName ||= isCapital(text, ROW.ends[i]); }
  }
  return { kinds, takesUp, hasShortName };
}

/** Whether the word that ends at an offset begins with a capital. */
function isCapital(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && FOLD[text.charCodeAt(start - 1)] >= LETTER) start--;
  return /^\p{Lu}/u.test(text.slice(start, start + 2));
}

/** Used again for each stretch. */
const ROW = new WordRow();

let words: { readonly fields: ReadonlyMap<number, number>; readonly takers: ReadonlySet<number>; readonly shortNames: ReadonlySet<number> } | undefined;

/** The keys whose words a statement of the relation has to have one of; other words only qualify it. */
const FIELDS: ReadonlySet<string> = new Set([
  'field', 'units', 'objects', 'of', 'text', 'titles', 'looseTitles', 'seats', 'lead', 'hold', 'elect', 'start', 'end', 'succeed', 'yield', 'body', 'symbol',
  'turning', 'into', 'bearing', 'bearingWithNoun', 'dating', 'replacing', 'nouns', 'present', 'numbered', 'ballots', 'voting', 'resolution', 'work', 'wrong', 'compact', 'wrongAbbreviations', 'labels', 'firstWoman', 'terms', 'abbreviation',
  'names', 'migrants', 'objectives', 'changes', 'belong', 'part', 'joiner',
]);

function collectWords(): NonNullable<typeof words> {
  const fields = new Map<number, number>();
  const takers = new Set<number>();
  const shortNames = new Set<number>();
  const common = new Set(LANGS.flatMap((lang) => grammarOf(lang).commonWords.map((word) => hashOf(foldKey(word)))));
  for (const [kind, file] of Object.entries(FILES) as [RelationKind, unknown][]) {
    addFields(file, undefined, false, (lang, phrase, isPart) => {
      for (const word of keyWordsOf(phrase, grammarOf(lang), (each) => common.has(hashOf(foldKey(each))))) {
        const hash = hashOf(foldKey(word));
        fields.set(hash, (fields.get(hash) ?? 0) | KINDS[kind]);
        // A part alone takes up the whole: "the Executive Committee".
        if (isPart) takers.add(hash);
      }
    });
  }
  for (const lang of LANGS) {
    const grammar = grammarOf(lang);
    const taking = (['pronounThing', 'possessiveThing', 'pronounPerson', 'possessivePerson', 'demonstrative'] as const).flatMap((kind) => grammar.wordsOf(kind));
    const nouns = (['organization', 'instrument', 'network', 'forum', 'centre', 'group'] as const).flatMap((kind) => grammar.nounsOf(kind));
    for (const word of nouns) shortNames.add(hashOf(foldKey(word)));
    // An article that is also a pronoun tells nothing.
    for (const word of taking) if (word.length > 1 && !grammar.is({ written: word, folded: foldKey(word) }, 'definite')) takers.add(hashOf(foldKey(word)));
  }
  return { fields, takers, shortNames };
}

/** Calls back for each phrase of a language under one of the keys. */
function addFields(value: unknown, lang: Lang | undefined, isField: boolean, add: (lang: Lang, phrase: string, isPart: boolean) => void, isPart = false): void {
  if (typeof value === 'string') { if (lang && isField) add(lang, value, isPart); }
  else if (Array.isArray(value)) for (const each of value) addFields(each, lang, isField, add, isPart);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) addFields(each, (LANGS as readonly string[]).includes(key) ? key as Lang : lang, isField || FIELDS.has(key), add, isPart || key === 'part');
  }
}

/** The word of a phrase that tells most, the longest that is not common, in the forms that a text may have; of a choice each. */
function keyWordsOf(phrase: string, grammar: Grammar, isCommon: (word: string) => boolean): readonly string[] {
  const isWord = (word: string): boolean => word.length > 2 && !grammar.isSmall({ written: word.toLowerCase(), folded: foldKey(word) });
  // Of a choice each has to be there; without a word that tells, the common ones have to do.
  const partsBy = (tells: (word: string) => boolean): readonly (readonly string[])[] => (phrase.match(PARTS) ?? []).flatMap((part) => {
    const keys = part.split(CHOICE).filter(Boolean).map((each) => each.split(BETWEEN_WORDS).filter(tells).sort((a, b) => b.length - a.length)[0]);
    return keys.length > 0 && keys.every((key) => key !== undefined) ? [keys as string[]] : [];
  });
  const shortest = (keys: readonly string[]): number => Math.min(...keys.map(({ length }) => length));
  const telling = partsBy((word) => isWord(word) && !isCommon(word));
  const [best = []] = [...(telling.length > 0 ? telling : partsBy(isWord))].sort((a, b) => shortest(b) - shortest(a));
  const forms = best.flatMap((key) => [key, `${key}s`, `${key}es`, ...FORM_KINDS.flatMap((kind) => grammar.formsOf(key, kind))]);
  return telling.length > 0 ? forms.filter((form) => !isCommon(form)) : forms;
}

/** A choice in braces, or a word. */
const PARTS = /\{[^}]*\}|[^ '’{}-]+/g;
const CHOICE = /[{}|]/;
const BETWEEN_WORDS = /[ '’-]/;
