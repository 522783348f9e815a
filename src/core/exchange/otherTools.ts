import type { Termbase } from '../termbase/termbase';
import { substitutionsOf, type Substitution } from './substitutions';
import type { ToolFormat } from './toolFormats';
import { vocabularyOf } from './vocabulary';

/**
 * The names of a termbase as a file of another tool, with the limits of the file in it where the format has comments.
 * `builtin` is the built-in termbase, without the writer's own.
 */
export function fileForTool(format: ToolFormat, termbase: Termbase, builtin: Termbase): string {
  return WRITERS[format](termbase, builtin);
}

const WRITERS: Readonly<Record<ToolFormat, (termbase: Termbase, builtin: Termbase) => string>> = {
  vale: (termbase, builtin) =>
    lines(
      ...comments(SUBSTITUTIONS),
      'extends: substitution',
      `message: "Write '%s', not '%s'."`,
      'level: warning',
      'ignorecase: false',
      'action:',
      '  name: replace',
      'swap:',
      ...substitutionsOf(termbase, builtin).map(({ wrong, right }) => `  ${quoted(pattern(wrong))}: ${quoted(right)}`),
    ),
  cspell: (termbase) => lines(...comments(VOCABULARY), ...vocabularyOf(termbase)),
  prh: (termbase, builtin) =>
    lines(
      ...comments(SUBSTITUTIONS),
      'version: 1',
      'rules:',
      ...byReplacement(substitutionsOf(termbase, builtin)).flatMap(([right, all]) => [
        `  - expected: ${quoted(right)}`,
        '    patterns:',
        ...all.map(({ wrong }) => `      - ${quoted(`/${BEFORE}${pattern(wrong)}${AFTER}/`)}`),
        `    prh: ${quoted(all[0]!.because)}`,
      ]),
    ),
};

const SUBSTITUTIONS = [
  'Forms of names that were never right, and the right ones: from Migration Terms.',
  'Limits: no time and no context. Former names, imprecise or ambiguous forms and abbreviations, legal status and facts',
  'are not here, as they may be right in some text; a quotation is not recognized, and a misspelt former name becomes',
  'the former name. Other capitals are not found, as an "international organization of migrants" is no name. All of',
  'these: migration-terms check.',
];

const VOCABULARY = [
  'Words of right names, for spelling checkers: from Migration Terms.',
  'Limits: no time and no context. Former names are here too, as they are right in a history; whether a name is right',
  'where it is written: migration-terms check.',
];

/** Not next to a letter or digit; `\b` knows no accents in JavaScript. */
const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';

/** A regular expression for the words, which may be on two lines. */
function pattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
}

function byReplacement(all: readonly Substitution[]): readonly (readonly [string, readonly Substitution[]])[] {
  const groups = new Map<string, Substitution[]>();
  for (const each of all) groups.set(each.right, [...(groups.get(each.right) ?? []), each]);
  return [...groups];
}

function comments(texts: readonly string[]): readonly string[] {
  return texts.map((text) => `# ${text}`);
}

/** A string in double quotes, which JSON and YAML read alike. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
