import type { Concept, Name } from '../termbase/concept';
import type { Lang } from '../document';
import { preferredTerm, rightTermsOf, type TermEntry, type Termbase } from '../termbase/termbase';
import { yearPeriod } from '../wording/dates';
import type { Wording } from './wordings';
import { compareDates, yearOf } from '../termbase/dates';

/** One name in a line of names that follow one another. */
export interface Step {
  readonly nameId: string;
  readonly label: string;
  /** “1952–1980”; empty where the termbase has no dates. */
  readonly period: string;
  /** The first and the last year in which it was the name; infinite where that end is open. */
  readonly years: readonly [from: number, to: number];
}

/**
 * The names of a concept in chronological order, preceded by those of the bodies that it replaced and followed by
 * those of the body that replaced it: PICMME → ICEM → ICM → IOM.
 */
export function succession(termbase: Termbase, concept: Concept, lang: Lang, wording: Wording): readonly Step[] {
  return line(termbase, concept).flatMap((member) =>
    [...member.names].sort(byTime).map((name) => ({
      nameId: name.id,
      label: shortLabel(termbase, name.id, lang),
      period: yearPeriod(name.from, name.to, wording),
      years: [yearOf(name.from) ?? -Infinity, yearOf(name.to) ?? Infinity],
    })),
  );
}

/** The step that was the name in a year; in the year of a change, the new one. */
export function stepIn(steps: readonly Step[], year: number): Step | undefined {
  return [...steps].reverse().find(({ years: [from, to] }) => from <= year && year <= to && from !== -Infinity);
}

/** The shortest correct designation of a name; falls back to English, then to the id. */
export function shortLabel(termbase: Termbase, nameId: string, lang: Lang): string {
  const term = shortestOf(termbase, nameId, lang) ?? shortestOf(termbase, nameId, 'en');
  return term?.text ?? nameId;
}

/** The abbreviation of a name, otherwise its short form (“Bali Process”), otherwise its full form. */
function shortestOf(termbase: Termbase, nameId: string, lang: Lang): TermEntry | undefined {
  const preferred = preferredTerm(termbase, nameId, lang, 'abbreviation');
  if (preferred?.form !== 'full') return preferred;
  return (
    rightTermsOf(termbase, nameId).find(
      (term) => term.lang === lang && term.form === 'short' && term.status !== 'admitted',
    ) ?? preferred
  );
}

/** “Intergovernmental Committee for European Migration (ICEM)”. */
export function fullLabel(termbase: Termbase, nameId: string, lang: Lang): string | undefined {
  const full = preferredTerm(termbase, nameId, lang, 'full');
  const abbreviation = preferredTerm(termbase, nameId, lang, 'abbreviation');
  if (full === undefined) return undefined;
  return abbreviation?.form === 'abbreviation' && abbreviation !== full
    ? `${full.text} (${abbreviation.text})`
    : full.text;
}

function line(termbase: Termbase, concept: Concept): readonly Concept[] {
  const members = [concept];
  const known = new Set([concept.id]);
  const add = (next: Concept | undefined, where: 'push' | 'unshift') => {
    if (next === undefined || known.has(next.id)) return false;
    known.add(next.id);
    members[where](next);
    return true;
  };
  while (add(termbase.concepts.get(members[members.length - 1]!.successor ?? ''), 'push'));
  while (
    add(
      [...termbase.concepts.values()].find((c) => c.successor === members[0]!.id),
      'unshift',
    )
  );
  return members;
}

function byTime(a: Name, b: Name): number {
  return compareDates(a.from ?? '', b.from ?? '');
}
