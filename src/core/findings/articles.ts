import type { Lang } from '../document';
import { FOLD, LETTER } from '../fold';

/**
 * The change to the words around a replaced name: the article, contraction or elision before it, and words that agree
 * with it.
 */
export interface Fitted {
  /** Number of code units before the name that are replaced too. */
  readonly extend: number;
  /** The text that replaces them. */
  readonly article: string;
  /** A word after the name that agrees with it: its range, relative to the end of the name, and its corrected form. */
  readonly agreement: { readonly from: number; readonly to: number; readonly newText: string } | undefined;
  /** False where other words in the sentence may have to agree with the new name and were not corrected. */
  readonly agrees: boolean;
}

/** The known properties of the name to replace. */
export interface OldName {
  readonly gender: 'm' | 'f' | undefined;
  readonly article: boolean;
}

export interface NewName {
  readonly text: string;
  readonly gender: 'm' | 'f' | undefined;
  readonly article: boolean;
}

/**
 * Fits a name into its sentence: English a/an and "the"; French elision and contraction (de + le → du, l'); Spanish
 * al, del, el/la and "o" → "u". `before` is the text that precedes the name, `after` the text that follows it.
 */
export function fitArticle(lang: Lang, before: string, old: OldName, name: NewName, after: string): Fitted {
  if (lang === 'fr') return fitFrench(before, old, name, after);
  if (lang === 'es') return fitSpanish(before, old, name, after);
  return fitEnglish(before, old, name);
}

const UNCHANGED: Fitted = { extend: 0, article: '', agreement: undefined, agrees: true };

function fitEnglish(before: string, old: OldName, name: NewName): Fitted {
  const indefinite = /(?:^|[^\p{L}\d])(an?)([ \u00a0\n]+)$/iu.exec(before);
  if (indefinite) {
    const article = startsWithVowelSound(name.text) ? 'an' : 'a';
    if (article !== indefinite[1]!.toLowerCase())
      return {
        ...UNCHANGED,
        extend: indefinite[1]!.length + indefinite[2]!.length,
        article: sameCase(article, indefinite[1]!) + indefinite[2],
      };
    return UNCHANGED;
  }
  const hasThe = /(?:^|[^\p{L}\d])the[ \u00a0\n]+$/iu.test(before);
  if (
    !old.article &&
    name.article &&
    !hasThe &&
    !/(?:its|their|our|this|that|these|former)[ \u00a0\n]+$/i.test(before)
  ) {
    const startsSentence = /(?:^|[.!?:]\s+|\n\s*)$/.test(before);
    return { ...UNCHANGED, article: startsSentence ? 'The ' : 'the ' };
  }
  return UNCHANGED;
}

/** Letters whose names begin with a vowel sound: an IOM officer, an MP, a UN body. */
const VOWEL_LETTERS = /^[AEFHILMNORSX]/;

function startsWithVowelSound(text: string): boolean {
  if (/^[A-Z]{2,}\b/.test(text)) return VOWEL_LETTERS.test(text);
  return /^[aeio]|^u(?!n[iI]|s[aeiou]|nit)/i.test(text) && !/^(?:eu|one\b|uni)/i.test(text);
}

/** An article, contraction or elision before a French name, with the blank or apostrophe that ends it. */
const FRENCH_ARTICLE =
  /(^|[^\p{L}\d])(de l['’]|à l['’]|de la |à la |du |au |le |la |l['’]|de |d['’]|que |qu['’]|une |un )$/iu;

/** Words that are elided before the vowel of a verb: "de signer" becomes "d'adopter", "ne signe" "n'adopte". */
const FRENCH_CLITIC = /(?<=^|[^\p{L}\d])((?:jus|lors|puis|quoi)?qu|[dnsmtjl])[ea] $/iu;

function fitFrench(before: string, old: OldName, name: NewName, after: string): Fitted {
  const normalized = before.replace(/[\u00a0\n\r\t]/g, ' ');
  const match = FRENCH_ARTICLE.exec(normalized);
  const { agrees, agreement } = isSubject(normalized) ? agreementOf('fr', old, name, after) : UNCHANGED;
  const clitic = old.gender === undefined && startsWithFrenchVowel(name.text) ? FRENCH_CLITIC.exec(normalized) : null;
  if (!match || old.gender === undefined)
    return {
      extend: clitic?.[0].length ?? 0,
      article: clitic ? `${clitic[1]!}'` : '',
      agreement,
      agrees:
        agrees && (old.gender === name.gender || !/(?:un|une|ce|cet|cette|son|sa|ancien|nouveau) $/i.test(normalized)),
    };
  const written = match[2]!;
  const apostrophe = /’/.test(written) ? '’' : "'";
  const article = frenchArticle(written.toLowerCase().replace('’', "'"), name, apostrophe);
  return { extend: written.length, article: sameCase(article, written), agreement, agrees };
}

/** The form that an article, contraction or elision (in lower case) takes before the name. */
function frenchArticle(before: string, name: NewName, apostrophe: string): string {
  const vowel = startsWithFrenchVowel(name.text);
  const elided = (word: string): string => (vowel ? `${word.slice(0, -1)}${apostrophe}` : `${word} `);
  if (before.startsWith('un')) return name.gender === 'f' ? 'une ' : 'un ';
  if (before === 'de ' || before === "d'") return elided('de');
  if (before === 'que ' || before === "qu'") return elided('que');
  const definite = elided(name.gender === 'f' ? 'la' : 'le');
  if (/^(?:du|de )/.test(before)) return definite === 'le ' ? 'du ' : `de ${definite}`;
  if (/^(?:au|à )/.test(before)) return definite === 'le ' ? 'au ' : `à ${definite}`;
  return definite;
}

function startsWithFrenchVowel(text: string): boolean {
  return /^[aeiouh]/.test(String.fromCharCode(firstLetter(text)));
}

const SPANISH_ARTICLE = /(^|[^\p{L}\d])(de la |a la |del |al |el |la |un |una )$/iu;

function fitSpanish(before: string, old: OldName, name: NewName, after: string): Fitted {
  const normalized = before.replace(/[\u00a0\n\r\t]/g, ' ');
  const { agrees, agreement } = isSubject(normalized) ? agreementOf('es', old, name, after) : UNCHANGED;
  const conjunction = /(^|[^\p{L}\d])([oy] )$/iu.exec(normalized);
  if (conjunction) {
    const first = String.fromCharCode(firstLetter(name.text));
    const word = conjunction[2]!.trim().toLowerCase();
    const fitted = word === 'o' && first === 'o' ? 'u ' : word === 'y' && first === 'i' ? 'e ' : conjunction[2]!;
    return { extend: conjunction[2]!.length, article: sameCase(fitted, conjunction[2]!), agreement, agrees };
  }
  const match = SPANISH_ARTICLE.exec(normalized);
  if (!match || old.gender === undefined) return { extend: 0, article: '', agreement, agrees };
  const written = match[2]!;
  const lower = written.toLowerCase();
  const feminine = name.gender === 'f';
  const article = lower.startsWith('de')
    ? feminine
      ? 'de la '
      : 'del '
    : lower === 'al ' || lower === 'a la '
      ? feminine
        ? 'a la '
        : 'al '
      : lower.startsWith('un')
        ? feminine
          ? 'una '
          : 'un '
        : feminine
          ? 'la '
          : 'el ';
  return { extend: written.length, article: sameCase(article, written), agreement, agrees };
}

/** After a preposition the name is not the subject of the verb: "le directeur du CIM est chargé". */
function isSubject(before: string): boolean {
  return !/(?:^|[^\p{L}])(?:du|au|de|à|del|al|a|par|por|pour|para|avec|con|dans|en|entre|de la|de l['’]|à l['’]|à la|a la)\s*(?:le |la |el |l['’])?$/iu.test(
    before,
  );
}

/** A form of "to be" after the name, and the participle or adjective that shows the gender of the name. */
const AGREEING: Readonly<Record<'fr' | 'es', RegExp>> = {
  fr: /^(\s+(?:n['’])?(?:est|était|fut|sera|reste|a été|avait été|est devenue?|semble)\s+(?:\p{L}+ment\s+|pas\s+|plus\s+)?|\s*,\s+)(\p{L}*(?:é|i|u|is))(?=[\s,.;:)])/u,
  es: /^(\s+(?:no\s+)?(?:es|era|fue|será|está|estaba|ha sido|había sido|queda|quedó)\s+(?:\p{L}+mente\s+)?|\s*,\s+)(\p{L}+(?:ado|ido))(?=[\s,.;:)])/u,
};
/** Words that end like a participle but are none. */
const NO_PARTICIPLE =
  /^(?:et|si|qui|ici|aussi|parmi|ainsi|lui|celui|puis|depuis|mais|ou|où|du|au|sous|vers|estado|lado|mercado|partido|sentido|cuidado)$/i;

/**
 * Other words that may have to agree: an adjective after a comma, a participle after an apposition, a later pronoun.
 */
const AGREEING_FURTHER: Readonly<Record<'fr' | 'es', RegExp>> = {
  fr: /^\s*,\s+\p{Ll}+(?:ent|ant|if|eux|al|el)(?=[\s,])|^\s*,[^.;!?]*,\s+(?:est|était|fut|sera|reste|a été)\s+\p{L}+(?:é|i|u|is)(?=[\s,.;])|^[^.!?]*[;,]\s*(?:et\s+)?(?:il|lui-même|celui-ci|ce dernier)(?=\s)/u,
  es: /^\s*,\s+\p{Ll}+(?:oso|ivo|ario)(?=[\s,])|^\s*,[^.;!?]*,\s+(?:es|era|fue|está|estaba|ha sido)\s+\p{L}+(?:ado|ido)(?=[\s,.;])|^[^.!?]*[;,]\s*(?:y\s+)?(?:él|éste|este último|este)(?=\s)/u,
};

/**
 * Changes masculine to feminine by the rule of the language: chargé → chargée, encargado → encargada. The reverse is
 * left to the writer.
 */
function agreementOf(
  lang: 'fr' | 'es',
  old: OldName,
  name: NewName,
  after: string,
): Pick<Fitted, 'agrees' | 'agreement'> {
  if (old.gender === name.gender || old.gender === undefined) return { agrees: true, agreement: undefined };
  const agrees = !AGREEING_FURTHER[lang].test(after.slice(0, 300));
  const match = AGREEING[lang].exec(after);
  if (!match || NO_PARTICIPLE.test(match[2]!)) return { agrees, agreement: undefined };
  if (name.gender !== 'f') return { agrees: false, agreement: undefined };
  const word = match[2]!;
  const newText = lang === 'fr' ? `${word}e` : `${word.slice(0, -1)}a`;
  return { agrees, agreement: { from: match[1]!.length, to: match[1]!.length + word.length, newText } };
}

function firstLetter(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const value = FOLD[text.charCodeAt(i)]!;
    if (value >= LETTER) return value;
  }
  return 0;
}

/** "Le" keeps its capital, "LE" remains in capitals. */
function sameCase(text: string, like: string): string {
  const letters = like.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return text.toUpperCase();
  return /^\p{Lu}/u.test(letters) ? text[0]!.toUpperCase() + text.slice(1) : text;
}
