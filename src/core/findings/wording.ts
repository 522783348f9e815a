import english from '../../../data/wording/findings.en.json';
import spanish from '../../../data/wording/findings.es.json';
import french from '../../../data/wording/findings.fr.json';
import type { Lang } from '../document';
import { fill, type Forms } from '../wording/fill';

/** All sentences shown in findings and fixes, in a language: `data/wording/findings.*.json`. */
export type Wording = ReturnType<typeof wordingOf>;

type Words = Omit<typeof english, 'ordinal' | 'powers'> & {
  /** In the feminine where the language distinguishes genders. */
  readonly ordinal: Forms;
  /** Millions, and billions where the language counts in them. */
  readonly powers: readonly Forms[];
};

export const WORDING: Readonly<Record<Lang, Wording>> = {
  en: wordingOf(english),
  fr: wordingOf(french),
  es: wordingOf(spanish),
};

function wordingOf(words: Words) {
  return {
    ...words,
    avoid: (form: string, right: string) => fill(words.messages['preferred-terminology'], { form, right }),
    unlisted: (count: number) => fill(words.unlisted, { count }),
    replace: (right: string) => fill(words.replace, { right }),
    nowCalled: (old: string, now: string) => fill(words.nowCalled, { old, now }),
    thenCalled: (now: string, old: string) => fill(words.thenCalled, { old, now }),
  };
}
