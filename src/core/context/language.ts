import type { Lang } from '../document';

/** Short words that are frequent in one of the three languages and rare or absent in the others. */
const MARKERS: Readonly<Record<Lang, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'in', 'for', 'is', 'was', 'were', 'with', 'that', 'by', 'from', 'at', 'has', 'have', 'are', 'its', 'which', 'been', 'this', 'it', 'not', 'their', 'who', 'an', 'be', 'will', 'had', 'or', 'they', 'but', 'still', 'after', 'when', 'into', 'his', 'her', 'our', 'we', 'you', 'under', 'before'],
  fr: ['le', 'les', 'des', 'du', 'et', 'est', 'une', 'dans', 'pour', 'par', 'sur', 'au', 'aux', 'qui', 'que', 'avec', 'ont', 'ce', 'cette', 'sont', 'il', 'elle', 'pas', 'sa', 'ses', 'ou', 'été', 'être', 'd', 'l', 'qu', 'dont', 'leurs', 'leur', 'depuis', 'dès', 'à', 'son', 'plus', 'même', 'ces', 'nous', 'sous', 'entre', 'fait', 'la', 'de', 'un', 'en', 'se', 'si', 'ne', 'sans', 'comme', 'aussi', 'très', 'y'],
  es: ['el', 'los', 'las', 'del', 'y', 'para', 'por', 'con', 'una', 'en', 'que', 'se', 'al', 'su', 'sus', 'como', 'más', 'fue', 'es', 'ha', 'lo', 'este', 'esta', 'entre', 'desde', 'sobre', 'sin', 'también', 'ya', 'hasta', 'cuando', 'sus', 'son', 'era', 'hay', 'según', 'un', 'la', 'de', 'no', 'ni', 'muy', 'le', 'les'],
};

const LANGUAGES_OF: ReadonlyMap<string, readonly Lang[]> = invert();

/**
 * The language of a text by its small words; `undefined` where they do not tell (too few, or level).
 */
export function languageOf(text: string): Lang | undefined {
  const score: Record<Lang, number> = { en: 0, fr: 0, es: 0 };
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const languages = LANGUAGES_OF.get(word);
    if (languages) for (const lang of languages) score[lang] += 1 / languages.length;
  }
  const [best, second] = (['en', 'fr', 'es'] as const).map((lang) => [lang, score[lang]] as const).sort((a, b) => b[1] - a[1]);
  return best[1] >= 1 && best[1] > second[1] * 1.25 ? best[0] : undefined;
}

function invert(): ReadonlyMap<string, readonly Lang[]> {
  const map = new Map<string, Lang[]>();
  for (const lang of ['en', 'fr', 'es'] as const) {
    for (const word of new Set(MARKERS[lang])) map.set(word, [...(map.get(word) ?? []), lang]);
  }
  return map;
}
