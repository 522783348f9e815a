import type { TimelineWording } from './wording';
import type { Lang } from '../document';
import { ENGLISH } from './wordingEnglish';
import { FRENCH } from './wordingFrench';
import { SPANISH } from './wordingSpanish';

/** The wording of the history panel in a language. */
export function timelineWordingIn(lang: Lang): TimelineWording {
  return WORDINGS[lang];
}

const WORDINGS: Readonly<Record<Lang, TimelineWording>> = { en: ENGLISH, fr: FRENCH, es: SPANISH };
