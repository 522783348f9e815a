import { factsBySection } from '../core/describe/facts';
import { heldBackOf } from '../core/describe/textTime';
import { wordingIn } from '../core/describe/wordings';
import { jsonFact } from '../core/describe/json';
import { jsonLookUp } from '../core/search/json';
import { findFacts } from '../core/search/search';
import { applyEdits } from '../core/findings/applyFixes';
import { jsonAllowed, jsonFinding, jsonTime, listedExplained } from '../core/findings/json';
import { lineIndex } from '../core/lineIndex';
import { DocumentCheck } from '../core/parts/documentCheck';
import { settledEdits } from '../core/parts/settledFixes';
import { openTermbase } from './openTermbase';
import { readCheckOptions, readFactFilter, readLookUpOptions, requireText } from './readOptions';
import type {
  CheckOptions,
  CheckResult,
  FactFilter,
  FactsResult,
  FixResult,
  LookUpOptions,
  LookUpResult,
} from './types';

export type * from './types';
export { readWord, writeComments } from './word';

/**
 * Checks a text: the findings, and the names that were examined and allowed. Uses no network and no files.
 *
 * @throws TypeError if an argument or an option is not valid; the message says what is allowed.
 */
export function check(text: string, options: CheckOptions = {}): CheckResult {
  requireText('check', 'text', text);
  const { document, judging, termbases } = readCheckOptions('check', text, options);
  const { termbase, problems } = openTermbase(termbases);
  const check = new DocumentCheck(document, termbase, judging);
  const { checked } = check;
  const index = lineIndex(text);
  return plain<CheckResult>({
    version: 1,
    languageId: document.languageId,
    findings: checked.findings.map((finding) => jsonFinding(finding, index)),
    allowed: listedExplained(checked).map((allowed) => jsonAllowed(allowed, index)),
    time: jsonTime(check.judgedAs),
    heldBack: heldBackOf(check, wordingIn('en')),
    problems,
  });
}

/**
 * Applies the fixes that are certain. To fix the result again changes nothing.
 *
 * @throws TypeError if an argument or an option is not valid; the message says what is allowed.
 */
export function fix(text: string, options: CheckOptions = {}): FixResult {
  requireText('fix', 'text', text);
  const { document, judging, termbases } = readCheckOptions('fix', text, options);
  const { termbase, problems } = openTermbase(termbases);
  const check = new DocumentCheck(document, termbase, judging);
  const edits = settledEdits(document, check.checked.findings, termbase, judging).map(({ start, end, newText }) => ({
    start,
    end,
    newText,
  }));
  return plain<FixResult>({
    version: 1,
    text: applyEdits(text, edits),
    edits,
    heldBack: heldBackOf(check, wordingIn('en')),
    problems,
  });
}

/**
 * Looks up a name, an abbreviation, the id of a concept, or a question such as "who leads IOM". Both lists are empty if
 * nothing is known.
 *
 * @throws TypeError if an argument or an option is not valid; the message says what is allowed.
 */
export function lookUp(query: string, options: LookUpOptions = {}): LookUpResult {
  requireText('lookUp', 'query', query);
  const { language, termbases } = readLookUpOptions('lookUp', options);
  const { termbase, problems } = openTermbase(termbases);
  return plain<LookUpResult>({ version: 1, ...jsonLookUp(termbase, query, language), problems });
}

/**
 * The facts of the record that meet all conditions of the filter: best first for a query, otherwise by section. All
 * facts for an empty filter.
 *
 * @throws TypeError if the filter is not valid; the message says what is allowed.
 */
export function facts(filter: FactFilter = {}): FactsResult {
  const { query, subject, property, language, termbases } = readFactFilter('facts', filter);
  const { termbase, problems } = openTermbase(termbases);
  const found =
    query.trim() === ''
      ? factsBySection(termbase).flatMap(([, each]) => each)
      : findFacts(termbase, query, language).facts;
  return plain<FactsResult>({
    version: 1,
    facts: found
      .filter(
        (fact) =>
          (subject === undefined || fact.subject === subject) && (property === undefined || fact.property === property),
      )
      .map((fact) => jsonFact(termbase, fact)),
    problems,
  });
}

/** A copy that shares nothing with the record, and has no key without a value. */
function plain<T>(value: Frozen<T>): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The same data with lists that cannot be changed, as the core has them. */
type Frozen<T> = T extends readonly (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
