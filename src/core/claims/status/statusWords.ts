import data from '../../../../data/relations/status.json';
import { hasAccents } from '../../verdicts/judge';
import { perLang, type Lang } from '../../document';
import { foldKey } from '../../fold';
import { grammarOf, type Grammar } from '../../reading/grammar';
import type { Range } from '../../reading/nodes';
import { expandBraces } from '../../termbase/braces';
import { Field, PhraseList, nounPhrase, type Phrase } from '../field';
import type { Relation, RelationFile } from '../relation';
import type { Token } from '../../reading/tokens';

/** The grammatical function of a form; `data/relations/status.json` describes each. */
export const FORM_KINDS = ['is', 'place', 'binding', 'does', 'done', 'nominal'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

interface FormFile {
  readonly text: string;
  readonly instead?: readonly string[];
  readonly attributive?: readonly string[];
  readonly genders?: readonly ['m' | 'f', 'm' | 'f'];
  readonly patients?: readonly string[];
  readonly ofUn?: boolean;
  readonly weak?: boolean;
  readonly party?: boolean;
  readonly who?: boolean;
  readonly having?: boolean;
  /** The message of the relation to use, if it is not that of the kind. */
  readonly message?: string;
  /** Replacements by the exact wording of the text. */
  readonly exact?: Readonly<Record<string, string>>;
}

export interface StatusFile extends RelationFile {
  readonly fact: string;
  /** The year from which the status is wrong; before that year it was right. */
  readonly since?: number;
  /** The year of the act that happened instead: an edit is true of that year only. */
  readonly adopted?: number;
}

/** A wording of a wrong status. */
export interface Form {
  readonly kind: FormKind;
  readonly words: Phrase;
  readonly instead: readonly string[];
  /** Replacements before a noun. */
  readonly attributive: readonly string[];
  readonly genders: readonly ['m' | 'f', 'm' | 'f'] | undefined;
  /** Nouns of which one must be the patient of the verb. */
  readonly patients: PhraseList | undefined;
  readonly isOfUn: boolean;
  readonly isWeak: boolean;
  /** Whether it applies only to its own complement: "parties to". */
  readonly isParty: boolean;
  /** Whether it denotes the agents. */
  readonly isWho: boolean;
  readonly isHad: boolean;
  readonly message: string | undefined;
  readonly exact: ReadonlyMap<string, string>;
  /** Its first word in the original spelling, with accents. */
  readonly written: string;
}

export interface StatusRelation extends Relation<StatusFile> {
  /** Nouns and adjectives by their first word, the longest first. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  /** Verbs by their lemma. */
  readonly verbs: ReadonlyMap<string, readonly Form[]>;
  /** Verbs whose negation says that the subject is not part of the system. */
  readonly belonging: PhraseList;
  readonly un: PhraseList;
  readonly rights: PhraseList;
  readonly parts: PhraseList;
}

type Words = Readonly<
  Record<
    'ranks' | 'listing' | 'making' | 'imposing' | 'notYet' | 'often' | 'takenFor' | 'conceded' | 'inverted' | 'part',
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

function compile(lang: Lang): StatusWords {
  const grammar = grammarOf(lang);
  const list = (file: Readonly<Record<string, readonly string[]>> | undefined): PhraseList =>
    new PhraseList(file?.[lang] ?? [], (phrase) => nounPhrase(phrase, grammar));
  const asTokens = (file: Readonly<Record<string, readonly string[]>>): PhraseList =>
    new PhraseList(file[lang] ?? [], tokenWords);
  const files = data.relations as unknown as readonly (StatusFile &
    Readonly<Record<string, Readonly<Record<Lang, readonly never[]>>>>)[];
  return {
    relations: files.map((file) => {
      const forms = FORM_KINDS.flatMap((kind) =>
        (file[kind]?.[lang] ?? []).flatMap((form) => formsOf(form, kind, grammar)),
      );
      const isVerb = ({ kind }: Form): boolean => kind === 'does' || kind === 'done';
      return {
        file,
        concepts: new Set(file.subjects),
        field: new Field(undefined, grammar),
        unless: list(undefined),
        labels: list(file.labels),
        forms: byFirst(forms.filter((form) => !isVerb(form))),
        verbs: byFirst(forms.filter(isVerb)),
        belonging: new PhraseList(file['belong']?.[lang] ?? [], (phrase) =>
          phrase.split(' ').map((word, i) => (i === 0 ? word : foldKey(word))),
        ),
        un: list(file['un']),
        rights: asTokens(file['rights'] ?? {}),
        parts: list(file['parts']),
      };
    }),
    words: Object.fromEntries(
      Object.entries(data.words).map(([name, words]) => [
        name,
        name === 'making' || name === 'imposing'
          ? new PhraseList(words[lang], (lemma) => [lemma])
          : name === 'ranks'
            ? list(words)
            : asTokens(words),
      ]),
    ) as unknown as Words,
  };
}

function formsOf(file: FormFile, kind: FormKind, grammar: Grammar): readonly Form[] {
  const expanded = expandBraces({ text: file.text, instead: file.instead ?? [] });
  if (typeof expanded === 'string') return [];
  const isVerb = kind === 'does' || kind === 'done';
  return expanded.map(({ text, instead }) => ({
    kind,
    instead,
    attributive: file.attributive ?? [],
    written: text.split(' ')[0]!,
    words: isVerb ? text.split(' ').map((word, i) => (i === 0 ? word : foldKey(word))) : tokenWords(text),
    genders: file.genders,
    patients: file.patients && new PhraseList(file.patients, (phrase) => nounPhrase(phrase, grammar)),
    isOfUn: file.ofUn === true,
    isWeak: file.weak === true,
    isParty: file.party === true,
    isWho: file.who === true,
    isHad: file.having === true,
    message: file.message,
    exact: new Map(Object.entries(file.exact ?? {}).map(([from, to]) => [foldKey(from), to])),
  }));
}

/** In the form in which tokens of a sentence are folded and split. */
function tokenWords(phrase: string): Phrase {
  return foldKey(phrase).replace(/'/g, " ' ").replace(/-/g, ' - ').split(' ').filter(Boolean);
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

/** The forms of nouns and adjectives that begin at a token, the longest first. */
export function formsAt(
  tokens: readonly Token[],
  i: number,
  { forms }: StatusRelation,
): readonly (Range & { readonly form: Form })[] {
  const beginning = forms.get(tokens[i]!.folded);
  if (beginning === undefined) return NO_FORMS;
  return beginning
    .filter((form) => form.words.every((word, k) => tokens[i + k]?.folded === word) && hasItsAccent(tokens[i]!, form))
    .map((form) => ({ form, first: i, next: i + form.words.length }));
}

const NO_FORMS: readonly (Range & { readonly form: Form })[] = [];

/** "le signe" is not "signé": the accent makes it another word. Capitals may lack accents. */
function hasItsAccent({ written }: Token, { words, written: own }: Form): boolean {
  return words.length > 1 || !hasAccents(own) || hasAccents(written) || written === written.toUpperCase();
}
