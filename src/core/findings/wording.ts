import type { Lang } from '../document';

/** All sentences shown in findings and fixes, one record per language. */
export interface Wording {
  /** `span` is empty if the end of the name is not known. */
  superseded(old: string, span: string, now: string | undefined): string;
  /** `when` is the time in the text, "in 1990"; `undefined` if the text states no years that can be repeated. */
  anachronistic(name: string, span: string, when: string | undefined, right: string | undefined): string;
  tooEarly(name: string, since: string, right: string | undefined): string;
  wrongForm(form: string, right: string | undefined): string;
  /** For a wrong form of the name `right`, which was valid during `span`. */
  wrongFormOfFormer(form: string, right: string, span: string, now: string): string;
  looseForm(form: string, right: string | undefined): string;
  /** For an abbreviation of another language. */
  foreign(form: string, right: string | undefined): string;
  avoid(form: string, right: string | undefined): string;
  confused(form: string, right: string | undefined): string;
  wrongStatus(form: string, right: string | undefined): string;
  nearMiss(utterance: string, right: string | undefined): string;
  undefinedAbbreviation(utterance: string, right: string | undefined): string;
  inconsistent(utterance: string, right: string | undefined): string;
  /** Follows the message of the last finding that is listed. */
  unlisted(count: number): string;
  /** Titles of fixes. */
  replace(right: string): string;
  nowCalled(old: string, now: string): string;
  thenCalled(now: string, old: string): string;
  /** "from 1952 to 1980", inside a sentence. */
  during(from: string | undefined, to: string | undefined): string;
  /** "since 1989", "until 1952", "1952–1980". */
  years(from: string | undefined, to: string | undefined): string;
}

const en: Wording = {
  superseded: (old, span, now) => `“${old}” is a former name${inBrackets(span)}.${now ? ` Today it is “${now}”.` : ''}`,
  anachronistic: (name, span, when, right) =>
    `“${name}” was the name ${span}, not ${when ?? 'at that time'}.${right ? ` Then it was “${right}”.` : ''}`,
  tooEarly: (name, since, right) =>
    `“${name}” has existed only since ${since}.${right ? ` Before, there was “${right}”.` : ''}`,
  wrongForm: (form, right) => `“${form}” was never its name.${right ? ` Write “${right}”.` : ''}`,
  wrongFormOfFormer: (form, right, span, now) =>
    `“${form}” was never its name. It was “${right}” (${span}); today it is “${now}”.`,
  looseForm: (form, right) => `“${form}” is a loose form.${right ? ` The official wording is “${right}”.` : ''}`,
  foreign: (form, right) =>
    `“${form}” is the abbreviation in another language.${right ? ` In English: “${right}”.` : ''}`,
  avoid: (form, right) => `Avoid “${form}”.${right ? ` Better: “${right}”.` : ''}`,
  confused: (form, right) => `“${form}” mixes up two names.${right ? ` Write “${right}”.` : ''}`,
  wrongStatus: (form, right) =>
    `“${form}” gives it a status that it does not have.${right ? ` Write “${right}”.` : ''}`,
  nearMiss: (utterance, right) =>
    `“${utterance}” looks like a slip.${right ? ` The official name is “${right}”.` : ''}`,
  undefinedAbbreviation: (utterance, right) =>
    `“${utterance}” comes before its long form.${right ? ` At first use: “${right}”.` : ''}`,
  inconsistent: (utterance, right) =>
    `This document also uses another form of “${utterance}”.${right ? ` Keep to one, best “${right}”.` : ' Keep to one.'}`,
  unlisted: (count) =>
    `About ${count} further findings in this file are not listed, and nothing in it is fixed at once: divide the file.`,
  replace: (right) => `Replace with “${right}”`,
  nowCalled: (old, now) => `Keep and explain: “${old} (now ${now})”`,
  thenCalled: (now, old) => `Replace and explain: “${now} (then ${old})”`,
  years: (from, to) => (from && to ? `${from}–${to}` : from ? `since ${from}` : to ? `until ${to}` : 'at all times'),
  during: (from, to) => (from && to ? `from ${from} to ${to}` : en.years(from, to)),
};

const fr: Wording = {
  superseded: (old, span, now) =>
    `«\u00a0${old}\u00a0» est un ancien nom${inBrackets(span)}.${now ? ` Aujourd'hui\u00a0: «\u00a0${now}\u00a0».` : ''}`,
  anachronistic: (name, span, when, right) =>
    `«\u00a0${name}\u00a0» était le nom ${span}, pas ${when ?? 'à cette époque'}.${right ? ` C'était alors «\u00a0${right}\u00a0».` : ''}`,
  tooEarly: (name, since, right) =>
    `«\u00a0${name}\u00a0» n'existe que depuis ${since}.${right ? ` Auparavant\u00a0: «\u00a0${right}\u00a0».` : ''}`,
  wrongForm: (form, right) =>
    `«\u00a0${form}\u00a0» n'a jamais été son nom.${right ? ` Écrire «\u00a0${right}\u00a0».` : ''}`,
  wrongFormOfFormer: (form, right, span, now) =>
    `«\u00a0${form}\u00a0» n'a jamais été son nom. C'était «\u00a0${right}\u00a0» (${span})\u00a0; aujourd'hui «\u00a0${now}\u00a0».`,
  looseForm: (form, right) =>
    `«\u00a0${form}\u00a0» est une forme approximative.${right ? ` Libellé officiel\u00a0: «\u00a0${right}\u00a0».` : ''}`,
  foreign: (form, right) =>
    `«\u00a0${form}\u00a0» est le sigle dans une autre langue.${right ? ` En français\u00a0: «\u00a0${right}\u00a0».` : ''}`,
  avoid: (form, right) => `Éviter «\u00a0${form}\u00a0».${right ? ` Mieux\u00a0: «\u00a0${right}\u00a0».` : ''}`,
  confused: (form, right) =>
    `«\u00a0${form}\u00a0» confond deux noms.${right ? ` Écrire «\u00a0${right}\u00a0».` : ''}`,
  wrongStatus: (form, right) =>
    `«\u00a0${form}\u00a0» lui prête un statut qu'il n'a pas.${right ? ` Écrire «\u00a0${right}\u00a0».` : ''}`,
  nearMiss: (utterance, right) =>
    `«\u00a0${utterance}\u00a0» semble une coquille.${right ? ` Nom officiel\u00a0: «\u00a0${right}\u00a0».` : ''}`,
  undefinedAbbreviation: (utterance, right) =>
    `«\u00a0${utterance}\u00a0» précède sa forme développée.${right ? ` À la première occurrence\u00a0: «\u00a0${right}\u00a0».` : ''}`,
  inconsistent: (utterance, right) =>
    `Ce document emploie aussi une autre forme de «\u00a0${utterance}\u00a0».${right ? ` Garder la même, de préférence «\u00a0${right}\u00a0».` : ' Garder la même.'}`,
  unlisted: (count) =>
    `Environ ${count} autres signalements dans ce fichier ne sont pas listés, et rien n'y est corrigé d'un coup\u00a0: diviser le fichier.`,
  replace: (right) => `Remplacer par «\u00a0${right}\u00a0»`,
  nowCalled: (old, now) => `Garder et expliquer\u00a0: «\u00a0${old} (aujourd'hui ${now})\u00a0»`,
  thenCalled: (now, old) => `Remplacer et expliquer\u00a0: «\u00a0${now} (alors ${old})\u00a0»`,
  years: (from, to) => (from && to ? `${from}–${to}` : from ? `depuis ${from}` : to ? `jusqu'en ${to}` : 'toujours'),
  during: (from, to) => (from && to ? `de ${from} à ${to}` : fr.years(from, to)),
};

const es: Wording = {
  superseded: (old, span, now) => `«${old}» es un nombre antiguo${inBrackets(span)}.${now ? ` Hoy es «${now}».` : ''}`,
  anachronistic: (name, span, when, right) =>
    `«${name}» fue el nombre ${span}, no ${when ?? 'en esa época'}.${right ? ` Entonces era «${right}».` : ''}`,
  tooEarly: (name, since, right) => `«${name}» existe solo desde ${since}.${right ? ` Antes: «${right}».` : ''}`,
  wrongForm: (form, right) => `«${form}» nunca fue su nombre.${right ? ` Escriba «${right}».` : ''}`,
  wrongFormOfFormer: (form, right, span, now) =>
    `«${form}» nunca fue su nombre. Era «${right}» (${span}); hoy es «${now}».`,
  looseForm: (form, right) => `«${form}» es una forma imprecisa.${right ? ` El nombre oficial es «${right}».` : ''}`,
  foreign: (form, right) => `«${form}» es la sigla en otro idioma.${right ? ` En español: «${right}».` : ''}`,
  avoid: (form, right) => `Evite «${form}».${right ? ` Mejor: «${right}».` : ''}`,
  confused: (form, right) => `«${form}» confunde dos nombres.${right ? ` Escriba «${right}».` : ''}`,
  wrongStatus: (form, right) => `«${form}» le atribuye un estatuto que no tiene.${right ? ` Escriba «${right}».` : ''}`,
  nearMiss: (utterance, right) => `«${utterance}» parece un error.${right ? ` El nombre oficial es «${right}».` : ''}`,
  undefinedAbbreviation: (utterance, right) =>
    `«${utterance}» aparece antes de su forma desarrollada.${right ? ` En el primer uso: «${right}».` : ''}`,
  inconsistent: (utterance, right) =>
    `Este documento usa también otra forma de «${utterance}».${right ? ` Mantenga una sola, mejor «${right}».` : ' Mantenga una sola.'}`,
  unlisted: (count) =>
    `Unos ${count} avisos más de este archivo no se muestran, y nada en él se corrige de una vez: divida el archivo.`,
  replace: (right) => `Reemplazar por «${right}»`,
  nowCalled: (old, now) => `Conservar y explicar: «${old} (hoy ${now})»`,
  thenCalled: (now, old) => `Reemplazar y explicar: «${now} (entonces ${old})»`,
  years: (from, to) => (from && to ? `${from}–${to}` : from ? `desde ${from}` : to ? `hasta ${to}` : 'siempre'),
  during: (from, to) => (from && to ? `de ${from} a ${to}` : es.years(from, to)),
};

export const WORDING: Readonly<Record<Lang, Wording>> = { en, fr, es };

function inBrackets(span: string): string {
  return span === '' ? '' : ` (${span})`;
}
