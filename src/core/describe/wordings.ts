import english from '../../../data/wording/descriptions.en.json';
import spanish from '../../../data/wording/descriptions.es.json';
import french from '../../../data/wording/descriptions.fr.json';
import { perLang, type Lang } from '../document';
import { fill, fillCounted } from '../wording/fill';

/** All texts of hovers, trees and the status bar in a language, except those from the termbase. */
export type Wording = ReturnType<typeof wordingIn>;

/**
 * The wording in a language; a text with values that several places show is a function of them. A bundle that shows
 * none omits it.
 */
export const wordingIn = /* @__PURE__ */ perLang((lang) => {
  const words = WORDS[lang];
  return {
    ...words,
    lang,
    textTime: { ...words.textTime, toJudge: (how: string) => fill(words.textTime.toJudge, { how }) },
    /** How long a name has been in use; `period` is that of the name. */
    validity: (period: string, isFormer: boolean) =>
      period === '' ? '' : fill(isFormer ? words.formerName : words.currentName, { period }),
    /** Shown next to the name of that year. */
    spokenOf: (year: number) => fill(words.spokenOf, { year }),
    /** “Sources: …”, with a space before the colon where the language requires one. */
    labelled: (label: string, text: string) => fill(words.labelled, { label, text }),
    counts: (findings: number, names: number) => countsIn(lang, findings, names),
    dataOf: (date: string) => fill(words.dataOf, { date }),
  };
});

type Words = Omit<typeof english, 'properties'> & {
  /** Labels of properties; in English, those whose id is not readable. */
  readonly properties: Readonly<Record<string, string>>;
};

const WORDS: Readonly<Record<Lang, Words>> = { en: english, fr: french, es: spanish };

function countsIn(lang: Lang, findings: number, names: number): string {
  const { counts } = WORDS[lang];
  if (names === 0 && findings === 0) return counts.nothing;
  return `${fillCounted(counts.findings, findings, lang)} · ${fillCounted(counts.names, names, lang)}`;
}
