import { check } from '../../core/check';
import { DEFAULT_OPTIONS } from '../../core/options';
import { dataDate } from '../../core/describe/facts';
import type { Finding } from '../../core/finding';
import type { Termbase } from '../../core/termbase/termbase';
import { placesIn } from '../fileText';
import type { Settings } from '../parseSettings';
import type { CheckInput } from './input';
import { citedSources } from './sources';

const MOST_FINDINGS = 100;

/** What in a passage disagrees with the record: the text, its replacement, the reason and the sources. */
export function checkPassage(
  { text, languageId }: CheckInput,
  termbase: Termbase,
  { rules, language }: Pick<Settings, 'rules' | 'language'>,
): object {
  // A passage is not the whole document: the place where an abbreviation was introduced is unknown.
  const { findings } = check({ text, languageId, lang: language }, termbase, {
    ...DEFAULT_OPTIONS,
    rules: { ...rules, 'undefined-abbreviation': 'off' },
  });
  const positionAt = placesIn(text);
  return {
    recordAsOf: dataDate(termbase),
    findings: findings
      .slice(0, MOST_FINDINGS)
      .map((finding) => described(termbase, finding, positionAt(finding.start).line + 1)),
    more: findings.length > MOST_FINDINGS ? findings.length - MOST_FINDINGS : undefined,
    note: findings.length === 0 ? NOTHING : undefined,
  };
}

const NOTHING =
  'Nothing to report. Only names and facts in the record were checked; this does not confirm other statements.';

function described(termbase: Termbase, finding: Finding, line: number): object {
  const { rule, severity, certainty, text, message, because, fixes, sources, name } = finding;
  const [best, ...others] = [...fixes].sort((a, b) => Number(b.preferred) - Number(a.preferred));
  return {
    found: text,
    line,
    rule,
    severity,
    certainty,
    message,
    because,
    instead: best?.preferred === true ? best.edits.map(({ newText }) => newText).join(' … ') : undefined,
    fixes: [best, ...others].flatMap((fix) => (fix === undefined ? [] : [fix.title])),
    asOf: termbase.facts.get(name)?.asOf,
    sources: citedSources(
      termbase,
      sources.map(({ id }) => id),
    ),
  };
}
