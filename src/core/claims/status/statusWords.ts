import data from '../../../../data/relations/status.json';
import { perLang, type Lang } from '../../document';
import { foldKey } from '../../fold';
import { grammarOf } from '../../reading/grammar';
import type { Range } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import type { Token } from '../../reading/tokens';
import { expandBraces } from '../../termbase/braces';
import { hasAccents } from '../../verdicts/nearMiss';
import { Field, PhraseList, nounPhrase, type Phrase } from '../field';
import type { Relation, RelationFile } from '../relation';

/** The grammatical function of a form; `data/relations/status.json` describes each. */
const FORM_KINDS = ['is', 'place', 'binding', 'done', 'nominal'] as const;
type FormKind = (typeof FORM_KINDS)[number];

interface FormFile {
  readonly text: string;
  readonly instead?: readonly string[];
  readonly genders?: readonly ['m' | 'f', 'm' | 'f'];
  readonly weak?: boolean;
  readonly party?: boolean;
  readonly who?: boolean;
  readonly having?: boolean;
  readonly message?: string;
}

interface StatusFile extends RelationFile {
  readonly fact: string;
  /** The year of the act that happened instead: an edit is true of that year only. */
  readonly adopted?: number;
}

/** A wording of a wrong status. */
export interface Form {
  readonly kind: FormKind;
  readonly words: Phrase;
  readonly instead: readonly string[];
  readonly genders: readonly ['m' | 'f', 'm' | 'f'] | undefined;
  readonly isWeak: boolean;
  /** Whether it applies only to its own complement: "parties to". */
  readonly isParty: boolean;
  /** Whether it denotes the agents. */
  readonly isWho: boolean;
  /** Whether the subject has it: "binding force". */
  readonly isHad: boolean;
  /** The message of the relation. */
  readonly message: string;
  /** Its first word in the original spelling, with accents. */
  readonly written: string;
}

/** An occurrence of a form; of a verb, with its statement. */
export interface FoundForm extends Range {
  readonly form: Form;
  readonly statement?: Statement;
}

export interface StatusRelation extends Relation<StatusFile> {
  /** Nouns and adjectives by their first word, the longest first. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  /** Verbs by their lemma. */
  readonly verbs: ReadonlyMap<string, readonly Form[]>;
  /** Whether it is a position within the system: wrong from the year of its fact, and right before. */
  readonly isPlace: boolean;
  readonly rights: PhraseList;
  readonly parts: PhraseList;
}

type Words = Readonly<
  Record<
    'belong' | 'un' | 'ranks' | 'listing' | 'imposing' | 'notYet' | 'often' | 'takenFor' | 'inverted' | 'unfit',
    PhraseList
  >
>;

/** The status words of a language. */
export interface StatusWords {
  readonly relations: readonly StatusRelation[];
  readonly words: Words;
}

/** The words of a language, compiled on first use. */
export const statusWordsOf = perLang(compile);

type ByLang = Readonly<Partial<Record<Lang, readonly string[]>>>;

function compile(lang: Lang): StatusWords {
  const grammar = grammarOf(lang);
  const nouns = (file: ByLang | undefined): PhraseList =>
    new PhraseList(file?.[lang] ?? [], (phrase) => nounPhrase(phrase, grammar));
  const asTokens = (file: ByLang | undefined): PhraseList => new PhraseList(file?.[lang] ?? [], tokenWords);
  const asVerbs = (file: ByLang | undefined): PhraseList => new PhraseList(file?.[lang] ?? [], verbWords);
  const files = data.relations as unknown as readonly (StatusFile &
    Readonly<Partial<Record<'rights' | 'parts' | 'labels', ByLang>>> &
    Readonly<Partial<Record<FormKind, Readonly<Record<Lang, readonly FormFile[]>>>>>)[];
  const { belong, un, ranks, listing, imposing, notYet, often, takenFor, inverted, unfit } = data.words;
  return {
    relations: files.map((file) => {
      const forms = FORM_KINDS.flatMap((kind) => (file[kind]?.[lang] ?? []).flatMap((form) => formsOf(form, kind)));
      return {
        file,
        concepts: new Set(file.subjects),
        field: new Field(undefined, grammar),
        unless: nouns(undefined),
        labels: nouns(file.labels),
        forms: byFirst(forms.filter(({ kind }) => kind !== 'done')),
        verbs: byFirst(forms.filter(({ kind }) => kind === 'done')),
        isPlace: file.place !== undefined,
        rights: asTokens(file.rights),
        parts: nouns(file.parts),
      };
    }),
    words: {
      belong: asVerbs(belong),
      un: nouns(un),
      ranks: nouns(ranks),
      imposing: asVerbs(imposing),
      listing: asTokens(listing),
      notYet: asTokens(notYet),
      often: asTokens(often),
      takenFor: asTokens(takenFor),
      inverted: asTokens(inverted),
      unfit: asTokens(unfit),
    },
  };
}

function formsOf(file: FormFile, kind: FormKind): readonly Form[] {
  const expanded = expandBraces({ text: file.text, instead: file.instead ?? [] });
  if (typeof expanded === 'string') return [];
  return expanded.map(({ text, instead }) => ({
    kind,
    instead,
    written: text.split(' ')[0]!,
    words: kind === 'done' ? verbWords(text) : tokenWords(text),
    genders: file.genders,
    isWeak: file.weak === true,
    isParty: file.party === true,
    isWho: file.who === true,
    isHad: file.having === true,
    message: file.message ?? kind,
  }));
}

/** In the form in which tokens of a sentence are folded and split. */
function tokenWords(phrase: string): Phrase {
  return foldKey(phrase).replace(/'/g, " ' ").replace(/-/g, ' - ').split(' ').filter(Boolean);
}

/** A lemma, followed by the folded words of its phrase. */
function verbWords(phrase: string): Phrase {
  return phrase.split(' ').map((word, i) => (i === 0 ? word : foldKey(word)));
}

function byFirst(forms: readonly Form[]): ReadonlyMap<string, readonly Form[]> {
  const map = new Map<string, Form[]>();
  for (const form of [...forms].sort((a, b) => b.words.length - a.words.length)) {
    const known = map.get(form.words[0]!);
    if (known) known.push(form);
    else map.set(form.words[0]!, [form]);
  }
  return map;
}

/** The longest form of a noun or adjective that begins at a token. */
export function formAt(tokens: readonly Token[], i: number, { forms }: StatusRelation): FoundForm | undefined {
  const form = forms
    .get(tokens[i]!.folded)
    ?.find(({ words, written }) => words.every((word, k) => tokens[i + k]?.folded === word) && hasAccent(written));
  return form && { form, first: i, next: i + form.words.length };
  // "le signe" is not "signé": the accent makes a single word another one. Capitals may lack accents.
  function hasAccent(written: string): boolean {
    const own = tokens[i]!.written;
    return !hasAccents(written) || hasAccents(own) || own === own.toUpperCase();
  }
}
