import { LANGS, type Lang } from '../document';
import type { Termbase } from '../termbase/termbase';

/** The words of names that a spelling checker may not know. */
export interface Vocabulary {
  /** The words of full and short names in a language. */
  readonly byLang: Readonly<Record<Lang, readonly string[]>>;
  /** Abbreviations, and the names of people: the same in all languages. */
  readonly anywhere: readonly string[];
}

/**
 * The words of all right names, former ones included, as far as they are no ordinary words of their language: words
 * with capitals that the record itself never writes without. Sorted.
 */
export function vocabularyOf(termbase: Termbase): Vocabulary {
  const ordinary = new Map(LANGS.map((lang) => [lang, ordinaryWords(termbase, lang)]));
  const anywhere = new Set<string>();
  const byLang = new Map(LANGS.map((lang) => [lang, new Set<string>()]));
  for (const { text, lang, form, status, suffix, entry } of termbase.terms) {
    if (status === 'deprecated' || suffix !== '' || entry.concept.kind === 'notion') continue;
    const isEverywhere = form === 'abbreviation' || entry.concept.kind === 'person';
    for (const word of wordsOf(text)) {
      if (isEverywhere) anywhere.add(word);
      else if (!ordinary.get(lang)!.has(word.toLowerCase())) byLang.get(lang)!.add(word);
    }
  }
  const sorted = (words: Iterable<string>): readonly string[] => [...words].sort();
  return {
    anywhere: sorted(anywhere),
    byLang: Object.fromEntries(
      [...byLang].map(([lang, words]) => [lang, sorted([...words].filter((word) => !anywhere.has(word)))]),
    ) as Record<Lang, readonly string[]>,
  };
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
