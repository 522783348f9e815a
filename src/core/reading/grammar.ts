import en from '../../../data/grammar/en.json';
import es from '../../../data/grammar/es.json';
import fr from '../../../data/grammar/fr.json';
import { perLang, type Lang } from '../document';
import { foldKey } from '../fold';
import type { Gender, GrammarFile, NounClass, Trait, VerbClass, WordClass } from './grammarFile';
import { GrammarIndex, listOf } from './grammarIndex';
import { NO_FORMS, guessForms, type VerbForm } from './inflection';
import { into, lowerOf, type WordEntry, type Written } from './lookup';
import type { Agreement, VerbGroup } from './nodes';

/** The indexed words of one language. Lookups try the original spelling first, then the word without accents. */
export class Grammar {
  readonly lang: string;
  private readonly traits: ReadonlySet<string>;
  readonly genitive: string;
  readonly elided: ReadonlySet<string>;
  /** Words that distinguish the preceding noun from others of its name. */
  readonly qualifying: ReadonlySet<string>;
  private readonly gendered = new Map<keyof GrammarFile['gendered'], ReadonlySet<string>>();
  private readonly adverbEndings: readonly string[];
  /** The lemmas of "to be". */
  private readonly beLemmas: ReadonlySet<string>;
  private readonly reflexives: ReadonlySet<string>;
  /** Folded plural endings, with the corresponding singular endings. */
  readonly plurals: readonly (readonly [ending: string, singular: string])[];
  private readonly singulars = new Map<string, string>();
  private readonly entries = new Map<string, WordEntry>();
  private indexed: GrammarIndex | undefined;

  constructor(readonly file: GrammarFile) {
    this.lang = file.lang;
    this.traits = new Set(listOf(file.traits));
    this.genitive = file.genitive;
    this.elided = new Set(listOf(file.elided));
    this.adverbEndings = listOf(file.adverbEndings);
    this.qualifying = new Set(listOf(file.qualifying).map((word) => foldKey(word)));
    this.beLemmas = new Set(listOf(file.be));
    this.reflexives = new Set(listOf(file.reflexive));
    this.plurals = file.plurals.map(([plural, singular]) => [foldKey(plural!), foldKey(singular!)]);
  }

  private get index(): GrammarIndex {
    return (this.indexed ??= new GrammarIndex(this.file));
  }

  /** The entry of a word with its verb forms. */
  private verbOf(word: Written): WordEntry {
    const entry = this.entryOf(word);
    if (entry.rareForms === undefined) {
      const lower = lowerOf(word);
      const known = this.index.conjugation.get(word) ?? NO_FORMS;
      entry.rareForms = known;
      entry.forms =
        this.index.notVerbs.has(lower) || entry.isClosed
          ? NO_FORMS
          : known.length > 0
            ? known
            : guessForms(lower, this.file.guesses);
    }
    return entry;
  }

  /** The entry of a word in its original spelling, cached, also on the word. */
  private entryOf(word: Written): WordEntry {
    const { known } = word;
    if (known !== undefined && known.grammar === this) return known;
    let entry = this.entries.get(word.written);
    if (!entry) this.entries.set(word.written, (entry = this.lookUp(word)));
    return (word.known = entry);
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
      hedge: hedges.get(word),
      isAdverb:
        folded.length > 6 && written[0] === folded[0] && this.adverbEndings.some((ending) => folded.endsWith(ending)),
      isContracted: this.file.contractions[folded] !== undefined,
      isReflexive: this.reflexives.has(folded),
      singular: this.singular(folded),
      nounClasses: this.findNounClasses(word),
    };
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

  /** Whether the ending of a word marks an adverb. */
  isAdverb(word: Written): boolean {
    return this.entryOf(word).isAdverb;
  }

  /** Whether the word combines a preposition and an article ("du", "al"). */
  isContracted(word: Written): boolean {
    return this.entryOf(word).isContracted;
  }

  /** The verb forms that the word may be, including those that its ending suggests. */
  verbForms(word: Written): readonly VerbForm[] {
    return this.verbOf(word).forms ?? NO_FORMS;
  }

  /** Prepositions and determiners are never verbs, even if a verb has the same spelling without its accent. */
  isClosed(word: Written): boolean {
    return this.entryOf(word).isClosed;
  }

  /** Like {@link verbForms}, including nouns that are also verbs. */
  rareVerbForms(word: Written): readonly VerbForm[] {
    return this.verbOf(word).rareForms ?? NO_FORMS;
  }

  /** The forms of a verb, in the order of its paradigm; none for another word. */
  formsOf(lemma: string): readonly VerbForm[] {
    return this.index.inflection.formsOf(lemma);
  }

  isBe(lemma: string): boolean {
    return this.beLemmas.has(lemma);
  }

  isHave(lemma: string): boolean {
    return lemma === this.file.have;
  }

  isDo(lemma: string): boolean {
    return this.file.do !== '' && lemma === this.file.do;
  }

  /** The kind of antecedent that a pronoun has. */
  pronounOf(word: Written): Agreement | undefined {
    return this.entryOf(word).pronoun;
  }

  /** The kind of owner that a possessive denotes. */
  possessiveOf(word: Written): Agreement | undefined {
    return this.entryOf(word).possessive;
  }

  isReflexive(word: Written): boolean {
    return this.entryOf(word).isReflexive;
  }

  /** Whether a verb group may be a form of "to be". */
  isFormOfBe(verb: Pick<VerbGroup, 'lemmas'> | undefined): boolean {
    return verb?.lemmas.some((lemma) => this.isBe(lemma)) === true;
  }

  /** Whether the main verb of a group may belong to any of the classes. */
  isVerbOf(verb: Pick<VerbGroup, 'lemmas'> | undefined, ...kinds: readonly VerbClass[]): boolean {
    return verb?.lemmas.some((lemma) => kinds.some((kind) => this.isVerb(lemma, kind))) === true;
  }

  isVerb(lemma: string, kind: VerbClass): boolean {
    return this.index.verbClasses.get(lemma)?.has(kind) === true;
  }

  modalOf(word: Written): string | undefined {
    return this.entryOf(word).modal;
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

  isNoun(word: Written | string, kind: NounClass): boolean {
    return this.nounClassesOf(word)?.has(kind) === true;
  }

  monthOf(word: Written): number | undefined {
    return this.entryOf(word).month;
  }

  monthName(month: number): string | undefined {
    const name = Object.entries(this.file.months).find(([, number]) => number === month)?.[0];
    return name !== undefined && this.has('capitalMonths') ? name[0]!.toUpperCase() + name.slice(1) : name;
  }

  numberOf(word: Written): number | undefined {
    return this.entryOf(word).number;
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

  ordinalOf(word: Written): number | undefined {
    return this.entryOf(word).ordinal;
  }

  /** The phrases of the language, by what they express. */
  get phrases(): Pick<GrammarIndex, 'compounds' | 'refuting' | 'according' | 'archival' | 'refutations'> {
    return this.index;
  }

  hedgeOf(word: Written): 'over' | 'under' | 'about' | undefined {
    return this.entryOf(word).hedge;
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
    const known = this.singulars.get(folded);
    if (known !== undefined) return known;
    const found = this.plurals.find(
      ([ending]) =>
        folded.length > ending.length + 1 && folded.endsWith(ending) && !(ending === 's' && folded.endsWith('ss')),
    );
    const singular = found ? folded.slice(0, folded.length - found[0].length) + found[1] : folded;
    this.singulars.set(folded, singular);
    return singular;
  }

  /** Words so frequent that they say nothing about the subject of a sentence. */
  get commonWords(): readonly string[] {
    return listOf(this.file.common);
  }

  /** Whether a word is a mere function word. */
  isSmall(word: Written): boolean {
    return this.index.classes.get(word) !== undefined || this.index.roles.get(word) !== undefined;
  }

  /** The words of a class. */
  wordsOf(kind: WordClass): readonly string[] {
    return listOf(this.file.words[kind]);
  }

  /** The nouns of a class. */
  nounsOf(kind: NounClass): readonly string[] {
    return listOf(this.file.nounClasses[kind]);
  }

  /** The gender that a pronoun shows of its antecedent, or an article of its noun. */
  genderShown(word: Written | undefined, kind: 'pronoun' | 'article'): Gender | undefined {
    if (this.showsGender(word, `${kind}M`)) return 'm';
    return this.showsGender(word, `${kind}F`) ? 'f' : undefined;
  }

  /** Whether a word is in a list of those that show a gender. */
  showsGender(word: Written | undefined, list: keyof GrammarFile['gendered']): boolean {
    return word !== undefined && this.listOfGender(list).has(word.folded);
  }

  /** The gender that the ending of a participle shows, in a language whose participles agree. */
  genderOfParticiple({ folded }: Written): Gender | undefined {
    const endings = [...this.listOfGender('participleF')];
    if (endings.length === 0) return undefined;
    return endings.some((ending) => folded.endsWith(ending)) ? 'f' : 'm';
  }

  private listOfGender(list: keyof GrammarFile['gendered']): ReadonlySet<string> {
    return into(this.gendered, list, () => new Set(listOf(this.file.gendered[list]).map((each) => foldKey(each))));
  }
}

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
