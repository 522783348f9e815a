// Finds the faults in data/grammar and data/relations, and the properties of the record that a relation reads.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkRelations, readBy, type Known } from './relationChecks';
import { checkGrammar, verbsOf } from './grammarChecks';
import { LANGS, type Lang } from '../src/core/document';
import { BUILTIN_FILES } from '../src/core/termbase/builtin';
import { loadTermbase } from '../src/core/termbase/load';
import { collectProblems, type Problem } from '../src/core/termbase/problem';
import { checkPhrases } from './unfindablePhrases';
import { checkUnits } from './unfindableUnits';

const DATA = join(__dirname, '../data');

/** A file of data, parsed, by its path below `data`. */
export function filesOf(folder: string): readonly (readonly [string, unknown])[] {
  return readdirSync(join(DATA, folder))
    .sort()
    .map((file) => [`${folder}/${file}`, JSON.parse(readFileSync(join(DATA, folder, file), 'utf8'))]);
}

/** The record with which the relations are compared. */
export function known(): Known {
  const {
    termbase: { concepts, facts },
  } = loadTermbase(BUILTIN_FILES);
  const grammars = Object.fromEntries(filesOf('grammar'));
  return {
    concepts: new Set(concepts.keys()),
    facts,
    verbs: Object.fromEntries(LANGS.map((lang) => [lang, verbsOf(grammars[`grammar/${lang}.json`])])) as Record<
      Lang,
      ReadonlySet<string>
    >,
  };
}

export function languageProblems(): readonly Problem[] {
  const problems = collectProblems();
  for (const [file, parsed] of filesOf('grammar')) checkGrammar(parsed, file, problems);
  const record = known();
  for (const [file, parsed] of filesOf('relations')) {
    checkRelations(parsed, file, record, problems);
    checkPhrases(parsed, file, problems);
  }
  checkUnits(problems);
  return problems.all;
}

/** A property of the record, with the relation that reads it, the reason why none does, or neither. */
export interface Covered {
  readonly pair: string;
  readonly relations: readonly string[];
  readonly because: string | undefined;
  readonly kind: string | undefined;
}

export function coverage(): readonly Covered[] {
  const { facts: record } = known();
  const reads = filesOf('relations').flatMap(([file, parsed]) => readBy(parsed, file, record));
  const reasons = (
    Object.fromEntries(filesOf('relations'))['relations/unread.json'] as {
      readonly reasons: readonly {
        readonly kind: string;
        readonly because: string;
        readonly properties: readonly string[];
      }[];
    }
  ).reasons;
  const pairs = [...new Set([...record.values()].map(({ subject, property }) => `${subject} ${property}`))].sort();
  return pairs.map((pair) => {
    const [subject, property] = pair.split(' ');
    const relations = reads
      .filter(
        (each) =>
          each.property === property && (each.subject === subject || subject!.startsWith(`${each.subject}-objective-`)),
      )
      .map(({ relation }) => relation);
    const reason = reasons.find(({ properties }) => properties.includes(pair));
    return { pair, relations: [...new Set(relations)], because: reason?.because, kind: reason?.kind };
  });
}

if (process.argv[1]?.endsWith('languageData.ts')) {
  const problems = languageProblems();
  for (const { file, place, message } of problems) console.error(`data/${file} ${place}: ${message}`);
  process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}
