import { heldBackOf } from '../describe/textTime';
import { wordingIn } from '../describe/wordings';
import type { TextDocument } from '../document';
import type { Finding } from '../finding';
import { DEFAULT_OPTIONS, type Options } from '../options';
import { DocumentCheck } from '../parts/documentCheck';
import type { Termbase } from '../termbase/termbase';
import type { PassageInput } from './input';
import type { Reason } from './answers';
import { HOW_TO_JUDGE } from './wording';
import { citedSources } from './sources';

/** A passage as the core reads it, with the options to judge it by, and what is found. */
export interface ReadPassage {
  readonly document: TextDocument;
  readonly options: Options;
  readonly findings: readonly Finding[];
  /** What the time of the passage holds back, and how to see it; `undefined` if there is nothing. */
  readonly heldBack: string | undefined;
}

export function readPassage(
  { text, languageId, language, date, today }: PassageInput,
  termbase: Termbase,
  rules: Options['rules'],
): ReadPassage {
  // A passage is not the whole document: the place where an abbreviation was introduced is unknown.
  const options = { ...DEFAULT_OPTIONS, rules: { ...rules, 'undefined-abbreviation': 'off' as const } };
  const document = { text, languageId, lang: language, date, today };
  const check = new DocumentCheck(document, termbase, options);
  const held = heldBackOf(check, wordingIn('en'));
  const heldBack = held && `${held.because}. ${HOW_TO_JUDGE}`;
  return { document, options, findings: check.checked.findings, heldBack };
}

export function reasonFor(termbase: Termbase, { rule, message, because, name, sources }: Finding): Reason {
  return {
    rule,
    message,
    because,
    asOf: termbase.facts.get(name)?.asOf,
    sources: citedSources(
      termbase,
      sources.map(({ id }) => id),
    ),
  };
}
