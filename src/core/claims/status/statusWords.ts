import data from '../../../../data/relations/status.json';
import { perLang, type Lang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import type { Range } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import type { Wanted } from '../../reading/text';
import type { Token } from '../../reading/tokens';
import { expandBraces } from '../../termbase/braces';
import { hasAccents } from '../../verdicts/nearMiss';
import type { Messages } from '../claim';
import {
  PhraseList,
  byFirstWord,
  endOfPhrase,
  phraseTokens,
  type ByFirstWord,
  type Phrase,
} from '../../reading/phraseList';
import { nounPhrase, verbPhrase } from '../field';

/** The grammatical function of a form; `data/relations/status.json` describes each. */
const FORM_KINDS = ['is', 'place', 'denied', 'binding', 'done', 'nominal'] as const;
export type FormKind = (typeof FORM_KINDS)[number];
const VERBAL: ReadonlySet<FormKind> = new Set(['denied', 'done']);

/** A wording of a wrong status as the file has it. */
interface FormFile {
  readonly text: string;
  readonly instead?: readonly string[];
  readonly genders?: readonly ['m' | 'f', 'm' | 'f'];
  /** Whether it is a looser word. */
  readonly weak?: boolean;
  /** Whether it applies only to its own complement: "parties to". */
  readonly party?: boolean;
  /** Whether it denotes the agents. */
  readonly who?: boolean;
  /** Whether the subject has or imposes it: "binding force". */
  readonly having?: boolean;
  /** Whether only the passive of the verb has this meaning. */
  readonly passive?: boolean;
  /** The message of the relation, where it is not that of its kind. */
  readonly message?: string;
}

/** One of the written forms of a wording. */
export interface Form extends FormFile {
  readonly kind: FormKind;
  readonly words: Phrase;
  readonly instead: readonly string[];
  readonly message: string;
}

/** An occurrence of a form; of a verb, with its statement. */
export interface FoundForm extends Range {
  readonly form: Form;
  readonly statement?: Statement;
}

type ByLang = Readonly<Partial<Record<Lang, readonly string[]>>>;

interface StatusFile {
  readonly subjects: readonly string[];
  readonly messages: Messages;
  readonly fact: string;
  /** The year of the act that happened instead: an edit is true of that year only. */
  readonly adopted?: number;
  readonly rights?: ByLang;
}

export interface StatusRelation extends Wanted {
  readonly file: StatusFile;
  /** Nouns and adjectives by their first word, the longest first. */
  readonly forms: ByFirstWord<Form>;
  /** Verbs by their lemma. */
  readonly verbs: ByFirstWord<Form>;
  /** Whether it is a position within the system: wrong from the year of its fact, and right before. */
  readonly isPlace: boolean;
  readonly rights: PhraseList;
}

/** The words of a language, compiled on first use. */
export const statusWordsOf = perLang((lang) => {
  const grammar = grammarOf(lang);
  const nounWords = (phrase: string): Phrase => nounPhrase(phrase, grammar);
  const split = { un: nounWords, parts: nounWords, imposing: verbPhrase, undergoing: verbPhrase };
  const list = (words: ByLang | undefined, asWords: (phrase: string) => Phrase): PhraseList =>
    new PhraseList(words?.[lang] ?? [], asWords);
  const files = data.relations as unknown as readonly (StatusFile &
    Readonly<Partial<Record<FormKind, Readonly<Record<Lang, readonly FormFile[]>>>>>)[];
  return {
    relations: files.map((file): StatusRelation => {
      const forms = FORM_KINDS.flatMap((kind) => (file[kind]?.[lang] ?? []).flatMap((form) => formsOf(form, kind)));
      return {
        file,
        concepts: new Set(file.subjects),
        forms: byFirstWord(
          forms.filter(({ kind }) => !VERBAL.has(kind)),
          ({ words }) => words,
        ),
        verbs: byFirstWord(
          forms.filter(({ kind }) => VERBAL.has(kind)),
          ({ words }) => words,
        ),
        isPlace: file.place !== undefined,
        rights: list(file.rights, phraseTokens),
      };
    }),
    words: Object.fromEntries(
      Object.entries(data.words).map(([key, words]) => [
        key,
        list(words, split[key as keyof typeof split] ?? phraseTokens),
      ]),
    ) as Readonly<Record<keyof typeof data.words, PhraseList>>,
  };
});

function formsOf(file: FormFile, kind: FormKind): readonly Form[] {
  const expanded = expandBraces(file);
  if (typeof expanded === 'string') return [];
  return expanded.map((form) => {
    const words = VERBAL.has(kind) ? verbPhrase(form.text) : phraseTokens(form.text);
    return { message: kind, ...file, ...form, kind, words };
  });
}

/** The longest of the forms of a noun or adjective that begins at a token; `forms` have its word in common. */
export function formAt(tokens: readonly Token[], i: number, forms: readonly Form[]): FoundForm | undefined {
  // The accent makes a single word another one: "le signe" is not "signé". Capitals may lack accents.
  const { written } = tokens[i]!;
  const form = forms.find(
    ({ words, text }) =>
      endOfPhrase(words, i, (k) => tokens[k]?.folded) !== undefined &&
      (!hasAccents(text.split(' ')[0]!) || hasAccents(written) || written === written.toUpperCase()),
  );
  return form && { form, first: i, next: i + form.words.length };
}
