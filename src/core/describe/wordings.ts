import type { Wording } from './wording';
import type { Lang } from '../document';
import { ENGLISH } from './wordingEnglish';
import { FRENCH } from './wordingFrench';
import { SPANISH } from './wordingSpanish';

/** The wording in a language. */
export function wordingIn(lang: Lang): Wording {
  return WORDINGS[lang];
}

const WORDINGS: Readonly<Record<Lang, Wording>> = { en: ENGLISH, fr: FRENCH, es: SPANISH };
