import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withEntry, type Entry } from '../scripts/entryLayout';
import { placeOf } from '../scripts/placeOfEntry';
import { BUILTIN_FILES } from '../src/core/termbase/builtin';

const LISTS = ['concepts', 'facts', 'sources'] as const;
const FILES = BUILTIN_FILES.flatMap(({ file, content }) =>
  LISTS.flatMap((list) => {
    const entries = (content as Readonly<Record<string, readonly Entry[]>>)[list] ?? [];
    return entries.length === 0 ? [] : [{ file, list, entries, text: textOf(file) }];
  }),
);

describe('a new entry of data', () => {
  for (const { file, list, entries, text } of FILES) {
    it(`of ${file} leaves all other lines as they are and stands at its place`, () => {
      for (const like of [entries[0]!, entries[entries.length >> 1]!, entries.at(-1)!]) {
        const entry = { ...like, id: `${like.id}-a` };
        const after = withEntry(text, [list], entry);
        const ids = (JSON.parse(after) as Record<string, Entry[]>)[list]!.map(({ id }) => id);
        assert.deepEqual(ids, [...entries.map(({ id }) => id), entry.id].sort(), file);
        assert.deepEqual(linesNotIn(text, after), []);
      }
    });

    it(`of ${file} that is there changes nothing`, () => {
      for (const entry of [entries[0]!, entries[entries.length >> 1]!, entries.at(-1)!])
        assert.equal(withEntry(text, [list], entry), text);
      assert.throws(() => withEntry(text, [list], { id: entries[0]!.id }), /with other content/);
    });
  }

  it('is laid out like those beside it: taken out and added again, they are as they were', () => {
    const rows = [
      ['facts/processes.json', 'facts', 'abu-dhabi-dialogue-launched-in'],
      ['facts/figures.json', 'facts', 'asylum-seekers-2019'],
      ['facts/un-integration.json', 'facts', 'cmw-chair-2008'],
      ['concepts/confused.json', 'concepts', 'emn'],
      ['concepts/processes.json', 'concepts', 'almaty-process'],
      ['sources/compact.json', 'sources', 'a-res-45-158'],
      ['sources/official.json', 'sources', 'a-70-59'],
    ] as const;
    for (const [file, list, id] of rows) {
      const { text, entries } = FILES.find((each) => each.file === file)!;
      const next = entries[entries.findIndex((each) => each.id === id) + 1]!;
      const cut = text.slice(0, startOf(text, id)) + text.slice(startOf(text, next.id));
      assert.equal(
        withEntry(
          cut,
          [list],
          entries.find((each) => each.id === id)!,
        ),
        text,
        id,
      );
    }
  });

  it('is a name of a concept: in the order of time', () => {
    const name = { id: 'iom-between', sources: ['s01'], from: '1960', terms: [{ text: 'Between', lang: 'en' }] };
    const text = textOf('concepts/iom.json');
    const after = withEntry(text, ['concepts', 'iom', 'names'], name);
    const [iom] = (JSON.parse(after) as { concepts: [{ names: Entry[] }] }).concepts;
    assert.ok(iom.names.some(({ id }) => id === name.id));
    const dates = iom.names.map(({ from }) => from ?? '');
    assert.deepEqual(dates, [...dates].sort());
    assert.deepEqual(linesNotIn(text, after), []);
  });
});

describe('the file of a new entry', () => {
  const fact = { id: 'x', subject: 'iom', section: 'regional-processes' };
  const rows: readonly (readonly [string, Entry, Parameters<typeof placeOf>[2], string | RegExp])[] = [
    ['a fact: that of its section', fact, {}, 'facts/processes.json'],
    ['a source: that with one a line', { id: 'x', title: 'X' }, {}, 'sources/official.json'],
    ['a person: that of people', { id: 'x', kind: 'person', names: [] }, {}, 'concepts/people.json'],
    ['a name: that of its concept', { id: 'x', terms: [] }, { concept: 'gcm' }, 'concepts/global-compact.json'],
    ['the file that is named', fact, { file: 'facts/style.json' }, 'facts/style.json'],
    ['a kind in several files must be told', { id: 'x', kind: 'forum', names: [] }, {}, /--file .*processes\.json/],
    ['a name without its concept', { id: 'x', terms: [] }, {}, /needs --concept/],
    ['a concept that is not there', { id: 'x', terms: [] }, { concept: 'none' }, /no concept "none"/],
    ['a file that is not there', fact, { file: 'facts/none.json' }, /no file/],
  ];
  for (const [title, entry, options, expected] of rows)
    it(title, () => {
      if (typeof expected === 'string') assert.equal(placeOf(entry, BUILTIN_FILES, options).file, expected);
      else assert.throws(() => placeOf(entry, BUILTIN_FILES, options), expected);
    });
});

function textOf(file: string): string {
  return readFileSync(join(__dirname, '../data', file), 'utf8');
}

function startOf(text: string, id: string): number {
  const found = new RegExp(`^ {4}\\{\\s+"id": "${id}"`, 'm').exec(text);
  assert.ok(found, id);
  return found.index;
}

/** Lines of `before` that `after` lacks in this order, but for the comma after an entry that was the last. */
function linesNotIn(before: string, after: string): readonly string[] {
  const lines = after.split('\n');
  let at = 0;
  return before.split('\n').filter((line) => {
    const found = lines.findIndex((each, i) => i >= at && (each === line || each === `${line},`));
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}
