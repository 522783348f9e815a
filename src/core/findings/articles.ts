import type { Lang } from '../document';
import { FOLD, LETTER } from '../mentions/fold';
import type { TermEntry } from '../termbase/termbase';

/** A replacement that may reach further left than the name itself: over the article that has to change with it. */
export interface Fitted {
  /** How many code units before the name are replaced as well. */
  readonly extend: number;
  readonly text: string;
  /** False where words elsewhere in the sentence may have to agree with the new name and were not repaired. */
  readonly agrees: boolean;
}

export interface NewName {
  readonly text: string;
  readonly gender: 'm' | 'f' | undefined;
  readonly article: boolean;
}

/**
 * Fits a name into its sentence: a/an, "the"; French elision and contraction (de + le → du, l'); Spanish al, del, el/la
 * and "o" → "u". `before` is the text that precedes the name, `after` what follows it.
 */
export function fitArticle(lang: Lang, before: string, old: TermEntry, name: NewName, after: string): Fitted {
  if (lang === 'fr') return fitFrench(before, old, name, after);
  if (lang === 'es') return fitSpanish(before, old, name, after);
  return fitEnglish(before, old, name);
}

function fitEnglish(before: string, old: TermEntry, name: NewName): Fitted {
  const indefinite = /(?:^|[^\p{L}\d])(an?)([ \u00a0\n]+)$/iu.exec(before);
  if (indefinite) {
    const article = startsWithVowelSound(name.text) ? 'an' : 'a';
    if (article !== indefinite[1].toLowerCase()) return { extend: indefinite[1].length + indefinite[2].length, text: sameCase(article, indefinite[1]) + indefinite[2] + name.text, agrees: true };
    return { extend: 0, text: name.text, agrees: true };
  }
  const hasThe = /(?:^|[^\p{L}\d])the[ \u00a0\n]+$/iu.test(before);
  if (!old.article && name.article && !hasThe && !/(?:its|their|our|this|that|these|former)[ \u00a0\n]+$/i.test(before)) {
    const startsSentence = /(?:^|[.!?:]\s+|\n\s*)$/.test(before);
    return { extend: 0, text: `${startsSentence ? 'The' : 'the'} ${name.text}`, agrees: true };
  }
  return { extend: 0, text: name.text, agrees: true };
}

/** Letters whose names begin with a vowel sound: an IOM officer, an MP, a UN body. */
const VOWEL_LETTERS = /^[AEFHILMNORSX]/;

export function startsWithVowelSound(text: string): boolean {
  if (/^[A-Z]{2,}\b/.test(text)) return VOWEL_LETTERS.test(text);
  return /^[aeio]|^u(?!n[iI]|s[aeiou]|nit)/i.test(text) && !/^(?:eu|one\b|uni)/i.test(text);
}

/** Article, contraction or elision before a French name, with the blank or apostrophe behind it. */
const FRENCH_ARTICLE = /(^|[^\p{L}\d])(de l['’]|à l['’]|de la |à la |du |au |le |la |l['’]|de |d['’]|que |qu['’])$/iu;

function fitFrench(before: string, old: TermEntry, name: NewName, after: string): Fitted {
  const normalized = before.replace(/[\u00a0\n\r\t]/g, ' ');
  const match = FRENCH_ARTICLE.exec(normalized);
  const agrees = old.gender === name.gender || !hasAgreement('fr', after);
  if (!match || old.gender === undefined) return { extend: 0, text: name.text, agrees: agrees && (match !== null || old.gender === name.gender || !/(?:un|une|ce|cet|cette|son|sa|ancien|nouveau) $/i.test(normalized)) };
  const written = match[2];
  const apostrophe = /’/.test(written) ? '’' : "'";
  const vowel = startsWithFrenchVowel(name.text);
  const definite = vowel ? `l${apostrophe}` : name.gender === 'f' ? 'la ' : 'le ';
  const lower = written.toLowerCase().replace('’', "'");
  const article = lower === 'de ' || lower === "d'" ? (vowel ? `d${apostrophe}` : 'de ')
    : lower === 'que ' || lower === "qu'" ? (vowel ? `qu${apostrophe}` : 'que ')
    : /^(?:du|de )/.test(lower) ? (definite === 'le ' ? 'du ' : `de ${definite}`)
    : /^(?:au|à )/.test(lower) ? (definite === 'le ' ? 'au ' : `à ${definite}`)
    : definite;
  return { extend: written.length, text: sameCase(article, written) + name.text, agrees };
}

function startsWithFrenchVowel(text: string): boolean {
  return /^[aeiouh]/.test(String.fromCharCode(firstLetter(text)));
}

const SPANISH_ARTICLE = /(^|[^\p{L}\d])(de la |a la |del |al |el |la |un |una )$/iu;

function fitSpanish(before: string, old: TermEntry, name: NewName, after: string): Fitted {
  const normalized = before.replace(/[\u00a0\n\r\t]/g, ' ');
  const agrees = old.gender === name.gender || !hasAgreement('es', after);
  const conjunction = /(^|[^\p{L}\d])([oy] )$/iu.exec(normalized);
  if (conjunction) {
    const first = String.fromCharCode(firstLetter(name.text));
    const word = conjunction[2].trim().toLowerCase();
    const fitted = word === 'o' && first === 'o' ? 'u ' : word === 'y' && first === 'i' ? 'e ' : conjunction[2];
    return { extend: conjunction[2].length, text: sameCase(fitted, conjunction[2]) + name.text, agrees };
  }
  const match = SPANISH_ARTICLE.exec(normalized);
  if (!match || old.gender === undefined) return { extend: 0, text: name.text, agrees };
  const written = match[2];
  const lower = written.toLowerCase();
  const feminine = name.gender === 'f';
  const article = lower.startsWith('de') ? (feminine ? 'de la ' : 'del ') : lower === 'al ' || lower === 'a la ' ? (feminine ? 'a la ' : 'al ')
    : lower.startsWith('un') ? (feminine ? 'una ' : 'un ') : feminine ? 'la ' : 'el ';
  return { extend: written.length, text: sameCase(article, written) + name.text, agrees };
}

/** Whether a participle or adjective right behind the name shows its gender: "est chargé", "fue creado", "encargado". */
function hasAgreement(lang: Lang, after: string): boolean {
  const near = after.slice(0, 60).split(/[.;!?]/)[0];
  return lang === 'fr'
    ? /^[\s,]*(?:(?:est|sont|était|fut|sera|a été|reste|semble|,)\s+)?(?:[\p{L}]+ment\s+)?\p{L}*(?:é|és|i|u|is|ent|ant|if|eur|chargé|établi|créé)(?=[\s,.;)]|$)/u.test(near) && /^[\s,]*(?:(?:n['’])?est|était|fut|sera|a été|,|\p{L}+é\b)/u.test(near)
    : /^[\s,]*(?:(?:es|está|fue|era|será|ha sido|,)\s+)?\p{L}+(?:ado|ido|to|so|ivo|ario)(?=[\s,.;)]|$)/u.test(near);
}

function firstLetter(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const value = FOLD[text.charCodeAt(i)];
    if (value >= LETTER) return value;
  }
  return 0;
}

/** "Le" stays a capital, "LE" stays capitals. */
function sameCase(text: string, like: string): string {
  const letters = like.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return text.toUpperCase();
  return /^\p{Lu}/u.test(letters) ? text[0].toUpperCase() + text.slice(1) : text;
}
