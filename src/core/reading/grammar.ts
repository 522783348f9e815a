import en from '../../../data/grammar/en.json';
import es from '../../../data/grammar/es.json';
import fr from '../../../data/grammar/fr.json';
import { perLang, type Lang } from '../document';
import { foldKey } from '../fold';
import type { Gender, GrammarFile, NounClass, Trait, VerbClass, WordClass } from './grammarFile';
import { indexOf, listOf, wordSet, type GrammarIndex } from './grammarIndex';
import { NO_FORMS, guessForms, type VerbForm } from './inflection';
import { into } from '../into';
import { lowerOf, type WordEntry, type Written } from './lookup';
import type { Agreement, NounGroup, VerbGroup } from './nodes';
import { capitalized } from './tokens';

/** The indexed words of one language. Lookups try the original spelling first, then the word without accents. */
export class Grammar {
  readonly lang: string;
  readonly genitive: string;
  readonly elided: ReadonlySet<string>;
  /** Folded plural endings, with the corresponding singular endings. */
  readonly plurals: readonly (readonly [ending: string, singular: string])[];
  private readonly traits: ReadonlySet<string>;
  private readonly adverbEndings: readonly string[];
  private readonly singulars = new Map<string, string>();
  private readonly entries = new Map<string, WordEntry>();
  private indexed: GrammarIndex | undefined;

  constructor(readonly file: GrammarFile) {
    this.lang = file.lang;
    this.genitive = file.genitive;
    this.elided = new Set(listOf(file.elided));
    this.plurals = file.plurals.map(([plural, singular]) => [foldKey(plural!), foldKey(singular!)]);
    this.traits = new Set(listOf(file.traits));
    this.adverbEndings = listOf(file.adverbEndings);
  }

  /** The word lists of the language, by word; indexed on first use. */
  get index(): GrammarIndex {
    return (this.indexed ??= indexOf(this.file));
  }

  /** The information about a word in its original spelling, cached, also on the word. */
  entryOf(word: Written): WordEntry {
    const { known } = word;
    return known !== undefined && known.grammar === this ? known : this.learn(word);
  }

  /** Apart from {@link entryOf}, whose many calls then make no closure. */
  private learn(word: Written): WordEntry {
    return (word.known = into(this.entries, word.written, () => this.lookUp(word)));
  }

  private lookUp(word: Written): WordEntry {
    const { written, folded } = word;
    const lower = lowerOf(word);
    const { classes, roles, modals, months, numbers, ordinals, hedges } = this.index;
    const closed = classes.getExact(lower);
    const own = classes.get(word);
    return {
      grammar: this,
      classes: own,
      roles: roles.get(word),
      isClosed: roles.getExact(lower) !== undefined || closed?.has('definite') || closed?.has('indefinite') || false,
      pronoun: PRONOUNS.find(([kind]) => own?.has(kind))?.[1],
      possessive: POSSESSIVES.find(([kind]) => own?.has(kind))?.[1],
      forms: undefined,
      rareForms: undefined,
      modal: modals.get(word),
      month: months.get(word),
      number: numbers.get(word),
      ordinal: ordinals.get(word),
      hedge: hedges.get(word)?.values().next().value,
      isAdverb:
        folded.length > 6 && written[0] === folded[0] && this.adverbEndings.some((ending) => folded.endsWith(ending)),
      singular: this.singular(folded),
      nounClasses: this.findNounClasses(word),
    };
  }

  /** The entry of a word with its verb forms. */
  private verbOf(word: Written): WordEntry {
    const entry = this.entryOf(word);
    if (entry.rareForms === undefined) {
      const lower = lowerOf(word);
      const known = this.index.conjugation.get(word) ?? NO_FORMS;
      entry.rareForms = known;
      if (this.index.notVerbs.has(lower) || entry.isClosed) entry.forms = NO_FORMS;
      else entry.forms = known.length > 0 ? known : guessForms(lower, this.file.guesses);
    }
    return entry;
  }

  has(trait: Trait): boolean {
    return this.traits.has(trait);
  }

  is(word: Written | undefined, kind: WordClass): boolean {
    return word !== undefined && this.entryOf(word).classes?.has(kind) === true;
  }

  /** Whether a word belongs to any of the classes. */
  isAnyOf(word: Written | undefined, kinds: readonly WordClass[]): boolean {
    const classes = word && this.entryOf(word).classes;
    return classes !== undefined && kinds.some((kind) => classes.has(kind));
  }

  /** Whether a word is a preposition with any of the roles. */
  hasRole(word: Written | undefined, ...wanted: readonly string[]): boolean {
    const roles = word && this.entryOf(word).roles;
    return roles !== undefined && wanted.some((role) => roles.has(role));
  }

  /** The roles of a preposition; `undefined` if the word is not a preposition. */
  rolesOf(word: Written): ReadonlySet<string> | undefined {
    return this.entryOf(word).roles;
  }

  /** Whether the word combines a preposition and an article ("du", "al"). */
  isContracted(word: Written): boolean {
    return this.file.contractions[word.folded] !== undefined;
  }

  /** The verb forms that the word may be, including those that its ending suggests. */
  verbForms(word: Written): readonly VerbForm[] {
    return this.verbOf(word).forms ?? NO_FORMS;
  }

  /** Like {@link verbForms}, including nouns that are also verbs. */
  rareVerbForms(word: Written): readonly VerbForm[] {
    return this.verbOf(word).rareForms ?? NO_FORMS;
  }

  /** The forms of a verb, in the order of its paradigm; none for another word. */
  formsOf(lemma: string): readonly VerbForm[] {
    return this.index.inflection.formsOf(lemma);
  }

  /** Whether the main verb of a group may belong to any of the classes. */
  isVerbOf(verb: Pick<VerbGroup, 'lemmas'> | undefined, ...kinds: readonly VerbClass[]): boolean {
    return verb?.lemmas.some((lemma) => kinds.some((kind) => this.isVerb(lemma, kind))) === true;
  }

  isVerb(lemma: string, kind: VerbClass): boolean {
    return this.index.verbClasses.getExact(lemma)?.has(kind) === true;
  }

  nounClassesOf(word: Written | string): ReadonlySet<NounClass> | undefined {
    // A string need not be a word, so its folded form is not cached for words with the same spelling.
    return typeof word === 'string'
      ? this.findNounClasses({ written: word, folded: foldKey(word) })
      : this.entryOf(word).nounClasses;
  }

  private findNounClasses(word: Written): ReadonlySet<NounClass> | undefined {
    return this.index.nounClasses.get(word) ?? this.index.nounClasses.getFolded(this.singular(word.folded));
  }

  /** Whether a word of a group is a noun of one of the classes. */
  hasNoun({ words }: Pick<NounGroup, 'words'>, ...kinds: readonly NounClass[]): boolean {
    return words.some((word) => kinds.some((kind) => this.isNoun(word, kind)));
  }

  isNoun(word: Written | string, kind: NounClass): boolean {
    return this.nounClassesOf(word)?.has(kind) === true;
  }

  monthName(month: number): string | undefined {
    const name = Object.entries(this.file.months).find(([, number]) => number === month)?.[0];
    return name !== undefined && this.has('capitalMonths') ? capitalized(name) : name;
  }

  /** A number below a hundred in words: "twenty-three", "vingt-trois", "veintitrés". */
  wordOf(value: number): string | undefined {
    const wordFor = (part: number): string | undefined =>
      Object.entries(this.file.numbers).find(([, number]) => number === part)?.[0];
    const exact = wordFor(value);
    if (exact !== undefined || value > 99) return exact;
    const [tens, ones] = [wordFor(value - (value % 10)), wordFor(value % 10)];
    return tens !== undefined && ones !== undefined ? `${tens}${this.file.numberJoints.ones}${ones}` : undefined;
  }

  /** The folded word without its plural ending. */
  singularOf(word: Written): string {
    return this.entryOf(word).singular;
  }

  isPlural(word: Written): boolean {
    return this.singularOf(word) !== word.folded;
  }

  /** The same for a folded word. */
  singular(folded: string): string {
    return into(this.singulars, folded, () => {
      const found = this.plurals.find(
        ([ending]) =>
          folded.length > ending.length + 1 && folded.endsWith(ending) && !(ending === 's' && folded.endsWith('ss')),
      );
      return found ? folded.slice(0, folded.length - found[0].length) + found[1] : folded;
    });
  }

  /** Whether a word is a mere function word. */
  isSmall(word: Written): boolean {
    return this.index.classes.get(word) !== undefined || this.index.roles.get(word) !== undefined;
  }

  /** The gender that a pronoun shows of its antecedent, or an article of its noun. */
  genderShown(word: Written | undefined, kind: 'pronoun' | 'article'): Gender | undefined {
    if (this.showsGender(word, `${kind}M`)) return 'm';
    return this.showsGender(word, `${kind}F`) ? 'f' : undefined;
  }

  /** Whether a word is in a list of those that show a gender. */
  showsGender(word: Written | undefined, list: GenderedWords): boolean {
    return word !== undefined && wordSet(this.file.gendered[list]).has(word.folded);
  }

  /** The gender that the ending of a participle shows, in a language whose participles agree. */
  genderOfParticiple({ folded }: Written): Gender | undefined {
    const endings = [...wordSet(this.file.gendered.participleF)];
    if (endings.length === 0) return undefined;
    return endings.some((ending) => folded.endsWith(ending)) ? 'f' : 'm';
  }
}

type GenderedWords = keyof GrammarFile['gendered'];

/** The classes of pronouns and possessives, by precedence, with the antecedents that agree with them. */
const PRONOUNS: readonly (readonly [WordClass, Agreement])[] = [
  ['pronounThing', 'thing'],
  ['pronounPerson', 'person'],
  ['pronounSeveral', 'several'],
  ['pronounOther', 'other'],
];
const POSSESSIVES: readonly (readonly [WordClass, Agreement])[] = [
  ['possessiveThing', 'thing'],
  ['possessivePerson', 'person'],
  ['possessiveSeveral', 'several'],
  ['possessiveOwn', 'other'],
];

const FILES: Readonly<Record<Lang, GrammarFile>> = { en, fr, es } as unknown as Readonly<Record<Lang, GrammarFile>>;

/** The grammar of a language, indexed on first use. */
export const grammarOf = perLang((lang) => new Grammar(FILES[lang]));
