import type { Lang } from '../document';
import { TENSE } from '../reading/cues';
import { grammarOf } from '../reading/grammar';
import type { Sentence, Token } from '../reading/sentence';

export type Tense = 'past' | 'present' | 'none';

/**
 * The tense of the verb nearest to a mention in its clause `[first, next)`: first to the right of it, as its own
 * predicate, then to the left. `none` for verbless wording: headings, lists, labels.
 */
export function tenseOf({ tokens }: Sentence, mention: { first: number; next: number }, clause: { first: number; next: number }, lang: Lang): Tense {
  const known = tensesOf(tokens, lang);
  for (let i = afterCompound(tokens, mention.next); i < clause.next; i++) {
    const tense = i - mention.next <= 1 ? tenseAt(tokens, i, lang, true) : (known[i] ??= tenseAt(tokens, i, lang, false));
    if (tense !== 'none') return tense;
  }
  for (let i = mention.first - 1; i >= clause.first; i--) {
    const tense = (known[i] ??= tenseAt(tokens, i, lang, false));
    // To the left, a participle may be an attribute ("displaced persons") or a reduced clause ("chartered by ICEM").
    if (tense !== 'none' && !isParticiple(tokens[i].folded, lang)) return tense;
  }
  return 'none';
}

/** The tenses of the words of a sentence that were asked for: each of its names asks for those around it. */
function tensesOf(tokens: readonly Token[], lang: Lang): (Tense | undefined)[] {
  let known = tenses[lang].get(tokens);
  if (!known) tenses[lang].set(tokens, (known = []));
  return known;
}

const tenses: Readonly<Record<Lang, WeakMap<readonly Token[], (Tense | undefined)[]>>> = { en: new WeakMap(), fr: new WeakMap(), es: new WeakMap() };

function tenseAt(tokens: readonly Token[], i: number, lang: Lang, besideMention: boolean): Tense {
  const token = tokens[i];
  if (token.kind !== 'word') return 'none';
  const words = TENSE[lang];
  if (lang === 'en') return englishTense(tokens, i, besideMention);
  if (lang === 'fr') {
    const isAuxiliary = token.folded === 'a' && /^a$/i.test(token.written) || token.folded === 'ont';
    if (isAuxiliary) return FRENCH_PARTICIPLE.test(nextWord(tokens, i)) ? 'past' : token.folded === 'ont' ? 'present' : 'none';
    if ((token.folded === 'est' || token.folded === 'sont') && (BECOMING.test(nextWord(tokens, i)) || (isReflexive(tokens, i) && FRENCH_PARTICIPLE.test(nextWord(tokens, i))))) return 'past';
    if (words.past.has(token.folded)) return 'past';
    if (words.present.has(token.folded)) return 'present';
    if (besideMention && isFrenchPresent(tokens, i)) return 'present';
    if (/^\p{Ll}{2,}[^r]a$/u.test(token.written) && !/^(?:cela|agenda|visa|data|schema|cinema|opera|media|delta|aura|extra|panorama)$/.test(token.folded)) return 'past';
    return /(?:aient|erent|irent|urent)$/.test(token.folded) || (/ait$/.test(token.folded) && token.folded.length > 4 && !/^(?:parfait|souhait|trait|extrait|retrait|portrait|attrait|forfait)$/.test(token.folded)) || isPastForm(token, lang) ? 'past' : 'none';
  }
  if (words.past.has(token.folded)) return 'past';
  if (words.present.has(token.folded)) return 'present';
  if (besideMention && isSpanishPresent(tokens, i)) return 'present';
  const written = token.written.toLowerCase().normalize('NFC');
  return written.length > 3 && /(?:ó|aron|ieron|eron|aban|ían)$/.test(written) || /[^aeiou]aba$|[rtdclmngsvbp]ía$/.test(written) && !SPANISH_NOUN.test(written) || isPastForm(token, lang) ? 'past' : 'none';
}

/** "étions", "estuvimos": a verb's form that is of the past and of nothing else. */
function isPastForm(token: Token, lang: Lang): boolean {
  const forms = grammarOf(lang).verbForms(token);
  return forms.length > 0 && forms.every(({ kind }) => kind === 'past');
}

const FRENCH_PARTICIPLE = /(?:e|ee|es|ees|i|ie|is|u|ue|us|it|ert|ise)$/;
/** Verbs that form their past with "être"; with it any reflexive one does: "s'est embarqué". */
const BECOMING = /^(?:devenue?s?|nee?s?|entree?s?|venue?s?|revenue?s?|parvenue?s?|partie?s?|passee?s?|restee?s?|arrivee?s?|mortes?|morts?|sortie?s?|montee?s?|descendue?s?|tombee?s?|allee?s?|retournee?s?|rentree?s?)$/;
function isReflexive(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.folded === 'se' || (tokens[i - 1]?.folded === "'" && tokens[i - 2]?.folded === 's');
}

/** Nouns in -ía that look like an imperfect. */
const SPANISH_NOUN = /^(?:secretaría|mayoría|ciudadanía|policía|garantía|auditoría|asesoría|consejería|tutoría|categoría|economía|geografía|bibliografía|compañía|guía|vía|día|energía|tecnología|cartografía|contraloría|defensoría|minoría|travesía|cercanía|autonomía|artesanía|ganadería|ingeniería|pesquería|hotelería|metodología|tipología|cronología|ideología|demografía|sociología|antropología|oficialía|alcaldía)$/;

function englishTense(tokens: readonly Token[], i: number, besideMention: boolean): Tense {
  const { folded } = tokens[i];
  if (TENSE.en.present.has(folded)) {
    // "has been", "have moved": what is told as still true; "to have been founded" is not finite, and rare.
    return 'present';
  }
  // "may be sent", "can still be found": said of today.
  const isPossible = (tokens[i - 1]?.folded === 'be' && MODAL.test(tokens[i - 2]?.folded ?? '')) || (tokens[i - 2]?.folded === 'be' && MODAL.test(tokens[i - 3]?.folded ?? ''));
  if (isPossible && (TENSE.en.past.has(folded) || folded.endsWith('ed'))) return 'present';
  const afterPresent = TENSE.en.present.has(tokens[i - 1]?.folded) || (tokens[i - 1]?.folded.endsWith('ly') && TENSE.en.present.has(tokens[i - 2]?.folded));
  if (TENSE.en.past.has(folded)) return afterPresent ? 'present' : 'past';
  if (folded.length > 4 && folded.endsWith('ed') && !/(?:eed|red|sacred|hundred|indeed|united|related|so-called)$/.test(folded)) {
    return afterPresent ? 'present' : 'past';
  }
  // "ICEM assists migrants", "ICEM still operates": a verb in -s right beside its subject.
  return besideMention && folded.length > 3 && /[^s]s$/.test(folded) && !PLURAL_NOUN.test(folded) ? 'present' : 'none';
}

const MODAL = /^(?:may|can|must|should|shall|will)$/;

/** Plural nouns that a name stands before as an attribute: "ICEM ships". */
const PLURAL_NOUN = /^(?:ships|offices|members|officials|documents|records|archives|papers|programmes|programs|projects|staff|figures|statistics|delegates|directors|countries|governments|states|missions|facilities|loans|flights|migrants|publications|reports|services|headquarters|activities|operations|funds|meetings|sessions|roots|experts|leaders|representatives)$/;

/** A word right behind the name that ends like a verb of the present and has an object or a complement behind it. */
function isFrenchPresent(tokens: readonly Token[], i: number): boolean {
  const { folded } = tokens[i];
  return folded.length > 3 && /(?:e|ent|it|rd|nt|met)$/.test(folded) && !/^(?:entre|contre|comme|ensuite|encore|pendant|avant|durant|notamment|dont|autre|puisque|lorsque)$/.test(folded)
    && !/ai(?:t|ent)$/.test(folded)
    && /^(?:le|la|les|l|un|une|des|du|de|aux|au|a|son|sa|ses|leur|leurs|ces|en|avec|dans|que|toujours|sur)$/.test(nextWord(tokens, i));
}

function isSpanishPresent(tokens: readonly Token[], i: number): boolean {
  const { folded } = tokens[i];
  return folded.length > 3 && /(?:a|e|an|en)$/.test(folded) && !/aba$|ia$|ron$/.test(folded) && !/^(?:para|entre|sobre|desde|ante|durante|como|cuando|donde|hasta|contra|mediante|que|ahora)$/.test(folded)
    && /^(?:el|la|los|las|un|una|a|al|su|sus|en|con|de|del|que|hoy|todavia|cada)$|ndo$/.test(nextWord(tokens, i));
}

function isParticiple(folded: string, lang: Lang): boolean {
  return lang === 'en' && folded.endsWith('ed') && folded.length > 4;
}

/** "ICEM-led", "ICEM-chartered": the compound's second part is an attribute. */
function afterCompound(tokens: readonly Token[], next: number): number {
  return tokens[next]?.folded === '-' && tokens[next].end === tokens[next + 1]?.start ? next + 2 : next;
}

function nextWord(tokens: readonly Token[], i: number): string {
  return tokens[i + 1]?.folded ?? '';
}
