// The trials of data:check: each subject of a relation with each of its words and a wrong value.
import unread from '../data/relations/unread.json';
import { LANGS } from '../src/core/document';
import type { Termbase } from '../src/core/termbase/termbase';
import { isMarked, silenceOf, trialsOf, type Trial } from '../test/support/trials';

/** The trials of one relation, by language: how many were silent, and how many there are. */
export interface TrialRow {
  readonly relation: string;
  readonly counts: readonly { readonly silent: number; readonly all: number }[];
}

export interface TrialReport {
  readonly wrong: readonly string[];
  readonly rows: readonly TrialRow[];
  /** Texts of the trials with the right value in place of the wrong one, all of which are silent. */
  readonly right: number;
}

/** Tries every word of every relation with each subject. A silent one is wrong unless `unread.json` gives a reason. */
export function tryRelations(termbase: Termbase): TrialReport {
  const used = new Set<string>();
  const outcomes = trialsOf(termbase).map((trial) => ({ trial, conditions: silenceOf(trial, termbase) }));
  const silent = outcomes.flatMap(({ trial, conditions }) => (conditions ? [{ trial, conditions }] : []));
  const unexplained = silent.filter(({ trial }) => {
    const patterns = EXPLAINED.filter((pattern) => isOf(pattern, trial));
    patterns.forEach((pattern) => used.add(pattern));
    return patterns.length === 0;
  });
  const rights = outcomes.flatMap(({ trial }) => trial.right.map((text) => ({ trial, text })));
  const marked = rights.filter(({ trial, text }) => isMarked(text, trial, termbase));
  const relations = [...new Set(outcomes.map(({ trial }) => trial.relation))];
  return {
    wrong: [
      ...unexplained.map(
        ({ trial: { relation, subject, lang, word, texts }, conditions }) =>
          `error relations ${relation}: “${word}” of “${subject}” is silent in “${lang}” (${
            conditions.join(', ') || 'no condition: the word is not read'
          }): “${texts[0]}” Correct the words of the relation, or give a reason under “silent” in relations/unread.json.`,
      ),
      ...marked.map(
        ({ trial: { relation, word, lang }, text }) =>
          `error relations ${relation}: “${word}” with the right value is reported in “${lang}”: “${text}” Correct the words of the relation.`,
      ),
      ...EXPLAINED.filter((pattern) => !used.has(pattern)).map(
        (pattern) => `error relations/unread.json: No trial of “${pattern}” is silent. Remove it from “silent”.`,
      ),
    ],
    right: rights.length,
    rows: relations.map((relation) => ({
      relation,
      counts: LANGS.map((lang) => {
        const own = outcomes.filter(({ trial }) => trial.relation === relation && trial.lang === lang);
        return { silent: own.filter(({ conditions }) => conditions).length, all: own.length };
      }),
    })),
  };
}

const EXPLAINED: readonly string[] = unread.silent.flatMap(({ trials }) => trials);

/** Whether a pattern of relation, subject, language and word fits a trial; `*` fits any words. */
function isOf(pattern: string, { relation, subject, lang, word }: Trial): boolean {
  const parts = pattern.split(' ');
  const own = [...parts.slice(0, 3), parts.slice(3).join(' ')];
  return [relation, subject, lang, word].every((part, i) => {
    const [before = '', after] = own[i]!.split('*');
    return after === undefined ? own[i] === part : part.startsWith(before) && part.endsWith(after);
  });
}
