import type { Lang } from '../document';
import type { Termbase } from '../termbase/termbase';

/**
 * The words of right English names, former ones included, of abbreviations and of the names of people, as far as they
 * are no ordinary words: words with capitals that the record itself never writes without. Sorted.
 */
export function vocabularyOf(termbase: Termbase): readonly string[] {
  const ordinary = ordinaryWords(termbase, 'en');
  const words = new Set<string>();
  for (const { text, lang, form, status, suffix, entry } of termbase.terms) {
    if (status === 'deprecated' || suffix !== '' || entry.concept.kind === 'notion') continue;
    const isEverywhere = form === 'abbreviation' || entry.concept.kind === 'person';
    for (const word of wordsOf(text))
      if (isEverywhere || (lang === 'en' && !ordinary.has(word.toLowerCase()))) words.add(word);
  }
  return [...words].sort();
}

/** The words that definitions, reasons and facts have without capitals. */
function ordinaryWords({ concepts, names, facts }: Termbase, lang: Lang): ReadonlySet<string> {
  const texts = [
    ...[...concepts.values()].map(({ definition }) => definition),
    ...[...names.values()].map(({ name }) => name.because),
    ...[...facts.values()].map(({ statement }) => statement),
  ].map((text) => text[lang] ?? '');
  return new Set(texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}\p{M}]+/gu) ?? []));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /^[\p{L}\p{M}]{2,}$/u.test(word) && /\p{Lu}/u.test(word));
}
