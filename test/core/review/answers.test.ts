import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Lang } from '../../../src/core/document';
import type { Judged } from '../../../src/core/review/judge';
import { judged, reviewing } from './reviewing';

/** An item of an answer on a short text, with a label. */
interface Item {
  readonly text: string;
  readonly quote: string;
  /** Which occurrence of the quote. */
  readonly n?: number;
  /** The id of a fact or name of the record. */
  readonly fact: string;
  readonly right?: string;
}

/** A remark that must be shown, at a level, and whether it offers its words as a fix. */
interface Right extends Item {
  readonly shown: 'warning' | 'information' | 'hint';
  readonly fix: boolean;
}

/** A remark that must not be a warning and offers no fix; `why` says what is wrong with it. */
interface Wrong extends Item {
  readonly why: string;
}

function itemsOf<T>(name: string): readonly T[] {
  return readFileSync(`test/core/review/answers/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

function judgedItem({ text, quote, n, fact, right }: Item, lang: Lang): Judged {
  return judged(reviewing(text, { lang }), { remarks: [{ quote, n, fact, right }] });
}

function droppedBy({ dropped }: Judged): string {
  return Object.entries(dropped)
    .filter(([, count]) => count > 0)
    .map(([check]) => check)
    .join();
}

describe('labelled answers', () => {
  for (const lang of ['en', 'fr', 'es'] as const) {
    for (const item of itemsOf<Right>(`right.${lang}`))
      it(`shows “${item.quote}” in “${item.text}” (${item.fact})`, () => {
        const result = judgedItem(item, lang);
        const [remark] = result.remarks;
        const newText = remark?.fixes[0]?.edits[0]?.newText;
        assert.equal(remark?.severity ?? droppedBy(result), item.shown);
        assert.equal(newText !== undefined, item.fix, newText);
      });
    for (const item of itemsOf<Wrong>(`wrong.${lang}`))
      it(`neither warns of “${item.quote}” in “${item.text}” nor mends it (${item.fact}, ${item.why})`, () => {
        const [remark] = judgedItem(item, lang).remarks;
        assert.notEqual(remark?.severity, 'warning', remark?.message);
        assert.deepEqual(remark?.fixes ?? [], []);
      });
  }
});
