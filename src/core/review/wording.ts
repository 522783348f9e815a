import type { Lang } from '../document';

/** The sentences in which remarks are shown; the rest of a message is the record's own. */
export interface ReviewWording {
  /** `quote` are words of the text, `statement` a sentence of the record. */
  disagrees(quote: string, statement: string): string;
  disputed(quote: string, statement: string): string;
  /** `period` is empty for a name without dates. */
  name(quote: string, name: string, period: string): string;
  /** `quote` is a date, and `period` the years in which the name is or was in use. */
  nameTime(quote: string, name: string, period: string): string;
  /** `verdict` says which source the record follows, and why. */
  othersSay(value: string, verdict: string): string;
}

const en: ReviewWording = {
  disagrees: (quote, statement) => `“${quote}” disagrees with the record: ${statement}`,
  disputed: (quote, statement) => `Sources disagree on “${quote}”. The record: ${statement}`,
  name: (quote, name, period) =>
    `“${quote}” is not the name here. The record has “${name}”${period && ` (${period})`}.`,
  nameTime: (quote, name, period) => `“${quote}” disagrees with the record: “${name}” (${period}).`,
  othersSay: (value, verdict) => `Others say ${value}. ${verdict}`,
};

const fr: ReviewWording = {
  disagrees: (quote, statement) => `«\u00a0${quote}\u00a0» ne concorde pas avec les données\u00a0: ${statement}`,
  disputed: (quote, statement) => `Les sources divergent sur «\u00a0${quote}\u00a0». Données\u00a0: ${statement}`,
  name: (quote, name, period) =>
    `«\u00a0${quote}\u00a0» n'est pas le nom ici. Nom retenu\u00a0: «\u00a0${name}\u00a0»${period && ` (${period})`}.`,
  nameTime: (quote, name, period) =>
    `«\u00a0${quote}\u00a0» ne concorde pas avec les données\u00a0: «\u00a0${name}\u00a0» (${period}).`,
  othersSay: (value, verdict) => `D'autres donnent ${value}. ${verdict}`,
};

const es: ReviewWording = {
  disagrees: (quote, statement) => `«${quote}» no concuerda con los datos: ${statement}`,
  disputed: (quote, statement) => `Las fuentes discrepan sobre «${quote}». Los datos: ${statement}`,
  name: (quote, name, period) => `«${quote}» no es el nombre aquí. El nombre es «${name}»${period && ` (${period})`}.`,
  nameTime: (quote, name, period) => `«${quote}» no concuerda con los datos: «${name}» (${period}).`,
  othersSay: (value, verdict) => `Otras fuentes dan ${value}. ${verdict}`,
};

export const REVIEW_WORDING: Readonly<Record<Lang, ReviewWording>> = { en, fr, es };
