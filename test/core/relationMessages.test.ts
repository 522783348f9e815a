import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGS } from '../../src/core/document';

const RELATIONS = join(__dirname, '../../data/relations');

type Template = Readonly<Record<string, string>>;

/** The templates in the files of relations, each with its place. */
function templates(): readonly (readonly [place: string, template: Template])[] {
  const found: (readonly [string, Template])[] = [];
  const walk = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === 'messages')
        for (const [name, template] of Object.entries(each as Record<string, Template>))
          found.push([`${place}/messages/${name}`, template]);
      else walk(each, `${place}/${(each as { id?: string } | null)?.id ?? key}`);
    }
  };
  for (const file of readdirSync(RELATIONS)) walk(JSON.parse(readFileSync(join(RELATIONS, file), 'utf8')), file);
  return found;
}

/** For each file of relations, the possible errors, and the values that a message on each may contain. */
const PLACEHOLDERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'counts.json': { now: ['right', 'wrong', 'asOf'], then: ['right', 'wrong', 'when'] },
  'events.json': { date: ['right', 'wrong', 'nth'], announced: ['right', 'wrong', 'nth'] },
  'places.json': { place: ['right', 'wrong'] },
  'bodies.json': { body: ['right', 'wrong'] },
  'acts.json': { symbol: ['right', 'wrong'] },
  'objectives.json': { missing: ['most', 'number'], other: ['right', 'wrong', 'rightTopic', 'wrongTopic'] },
};

describe('the messages of the relations', () => {
  it('are complete sentences in each language, with the same values', () => {
    const all = templates();
    assert.ok(all.length > 60);
    const valuesOf = (text = ''): string =>
      [...text.matchAll(/\{(\w+)\}/g)]
        .map(([, name]) => name)
        .sort()
        .join();
    const wrong = all.filter(
      ([, template]) =>
        Object.keys(template).join() !== LANGS.join() ||
        LANGS.some(
          (lang) => !/\.$/.test(template[lang] ?? '') || valuesOf(template[lang]) !== valuesOf(template['en']),
        ),
    );
    assert.deepEqual(
      wrong.map(([place]) => place),
      [],
    );
  });

  it('exist for every possible error, and contain no other values', () => {
    const wrong = templates().filter(([place, template]) => {
      const known = PLACEHOLDERS[place.split('/')[0]!];
      const allowed = known?.[place.split('/').at(-1)!];
      return (
        known &&
        !(allowed && [...(template['en'] ?? '').matchAll(/\{(\w+)\}/g)].every(([, name]) => allowed.includes(name!)))
      );
    });
    assert.deepEqual(
      wrong.map(([place]) => place),
      [],
    );
    type File = {
      relations: {
        id: string;
        fixed?: boolean;
        symbol?: string;
        units?: object;
        messages?: Record<string, Template>;
      }[];
    };
    for (const file of Object.keys(PLACEHOLDERS)) {
      const { relations } = JSON.parse(readFileSync(join(RELATIONS, file), 'utf8')) as File;
      const needs = (relation: File['relations'][number]): readonly string[] =>
        file === 'counts.json' && relation.fixed
          ? ['now']
          : file === 'acts.json'
            ? ['symbol']
            : Object.keys(PLACEHOLDERS[file]!).filter((name) => name !== 'announced' || relation.id === 'imrf-session');
      assert.deepEqual(
        relations.flatMap((relation) =>
          needs(relation)
            .filter((name) => !relation.messages?.[name])
            .map((name) => `${file}/${relation.id}/messages/${name}`),
        ),
        [],
      );
    }
  });
});
