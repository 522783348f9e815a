import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { check } from '../src/core/check';
import { reliabilityOf } from '../src/core/citation/citable';
import { LANGS } from '../src/core/document';
import { neverReviewed } from '../scripts/dueFacts';
import { applyEdits } from '../src/core/findings/applyFixes';
import type { Finding } from '../src/core/finding';
import { DEFAULT_OPTIONS } from '../src/core/options';
import { BUILTIN_FILES, builtinTermbase } from '../src/core/termbase/builtin';
import { loadTermbase } from '../src/core/termbase/load';

const readData = (path: string) => JSON.parse(readFileSync(join(__dirname, '..', 'data', path), 'utf8'));
const schema = readData('termbase.schema.json');
const termbase = builtinTermbase();

describe('the built-in data', () => {
  const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

  for (const { file, content } of BUILTIN_FILES) {
    it(`${file} follows the schema`, () => {
      assert.ok(
        valid(content),
        valid.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join('\n'),
      );
    });
  }

  it('has no problem that would be reported to a writer', () => {
    const { problems } = loadTermbase(BUILTIN_FILES);
    assert.deepEqual(
      problems.map(({ file, place, message }) => `${file} ${place}: ${message}`),
      [],
    );
  });
});

it('has texts in all languages', () => {
  const wanting: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('en' in value && typeof value.en === 'string' && !LANGS.every((lang) => lang in value)) wanting.push(value.en);
    Object.values(value).forEach(gather);
  };
  gather(BUILTIN_FILES.map(({ content }) => content));
  assert.deepEqual(wanting, []);
});

it('has no-break spaces in French where the punctuation requires them', () => {
  const texts: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('fr' in value && typeof value.fr === 'string') texts.push(value.fr);
    Object.values(value).forEach(gather);
  };
  gather(BUILTIN_FILES.map(({ content }) => content));
  assert.ok(texts.length > termbase.facts.size);
  assert.deepEqual(
    texts.filter((text) => /(?<!\u00a0)[:;%»!?]|«(?!\u00a0)/.test(text)),
    [],
  );
});

describe('the statements of the facts', () => {
  const facts = [...termbase.facts.values()];

  it('exist in all three languages', () => {
    assert.deepEqual(
      facts.filter(({ statement }) => LANGS.some((lang) => !statement[lang]?.endsWith('.'))).map(({ id }) => id),
      [],
    );
  });

  it('give the same years in each language', () => {
    const years = (text: string) => [...new Set(text.match(/\b(?:19|20)\d\d(?!\d| mill)/g))].sort().join();
    assert.deepEqual(
      facts
        .filter(({ statement }) => LANGS.some((lang) => years(statement[lang]!) !== years(statement.en)))
        .map(({ id }) => id),
      [],
    );
  });

  it('say in each language if they are not verified', () => {
    const MARKS = { en: 'Not verified: ', fr: 'Non vérifié\u00a0: ', es: 'Sin verificar: ' };
    const unlike = facts.filter(({ confidence, statement }) =>
      LANGS.some((lang) => (confidence === 'C') !== statement[lang]!.startsWith(MARKS[lang])),
    );
    assert.deepEqual(
      unlike.map(({ id }) => id),
      [],
    );
  });
});

it('facts that only weak sources support are not verified', () => {
  const isWeak = (id: string): boolean => reliabilityOf(termbase.sources.get(id)!) === 'weak';
  const facts = [...termbase.facts.values()];
  assert.deepEqual(
    facts.filter(({ confidence, sources }) => confidence !== 'C' && sources.every(isWeak)).map(({ id }) => id),
    [],
  );
});

it('facts cite an official source first, if they cite one', () => {
  const isOfficial = (id: string): boolean => reliabilityOf(termbase.sources.get(id)!) === 'official';
  const verified = [...termbase.facts.values()].filter(({ confidence }) => confidence !== 'C');
  assert.deepEqual(
    verified.filter(({ sources }) => sources.some(isOfficial) && !isOfficial(sources[0]!)).map(({ id }) => id),
    [],
  );
});

it('facts that may have changed give the date of their last comparison with their sources', () => {
  assert.deepEqual(
    neverReviewed(termbase.facts.values()).map(({ id }) => id),
    [],
  );
});

it('the fact that data/README.md shows can be copied', () => {
  const page = readFileSync(join(__dirname, '..', 'data/README.md'), 'utf8');
  const fact = JSON.parse(/## Add a fact in three steps\n[^]*?```json\n([^]*?)```/.exec(page)![1]!);
  const content = { facts: [fact] };
  assert.deepEqual(loadTermbase(BUILTIN_FILES, [{ file: 'README.md', content }]).problems, []);
  assert.ok(new Ajv({ allowUnionTypes: true }).validate(schema, content));
});

describe('the words of the search', () => {
  it('refer to properties that facts have', () => {
    const properties = new Set([...termbase.facts.values()].map(({ property }) => property));
    assert.deepEqual(
      Object.keys(readData('words/search.json').properties).filter((property) => !properties.has(property)),
      [],
    );
  });

  it('name no word twice for a property', () => {
    const entries = Object.entries<string>(readData('words/search.json').properties);
    const twice = entries.filter(([, words]) => new Set(words.split(' ')).size < words.split(' ').length);
    assert.deepEqual(
      twice.map(([property]) => property),
      [],
    );
  });
});

describe('the examples of the built-in names', () => {
  for (const { name, concept } of termbase.names.values()) {
    const { flag = [], allow = [] } = name.examples ?? {};
    for (const [text = '', fixed] of flag) {
      it(`${name.id} is found in: ${text}`, () => {
        const found = loud(text).find((finding) => finding.name === name.id);
        assert.ok(
          found,
          `data/concepts: no finding of the name ${name.id}. Found instead: ${JSON.stringify(loud(text).map((each) => [each.text, each.name]))}. Is the term “deprecated”? A sentence about a fact belongs in test/cases.`,
        );
        if (fixed !== undefined) assert.equal(found.fixes[0] && applyEdits(text, found.fixes[0].edits), fixed);
      });
    }
    for (const text of allow) {
      it(`${name.id} allows: ${text}`, () => {
        assert.deepEqual(
          loud(text).map(({ rule, text: utterance, message }) => `${rule} “${utterance}”: ${message}`),
          [],
        );
      });
    }
    if (concept.shield !== true && canBeFound(name.id)) {
      it(`${name.id} has an example to find and one to allow`, () => {
        assert.ok(flag.length > 0, 'add a sentence to "flag"');
        assert.ok(allow.length > 0, 'add a sentence to "allow"');
      });
    }
  }
});

describe('the claims of the source article', () => {
  const { claims } = readData('article-claims.json') as {
    claims: { row: number; facts: string[]; concepts: string[] }[];
  };
  const DISPUTED = [32, 44, 45, 55, 74, 85, 89];

  it('are complete, row by row', () => {
    assert.deepEqual(
      claims.map(({ row }) => row),
      Array.from({ length: 93 }, (_, i) => i + 1),
    );
  });

  it('are each answered by a fact or a concept that exists', () => {
    for (const { row, facts, concepts } of claims) {
      assert.ok(facts.length + concepts.length > 0, `row ${row}`);
      assert.deepEqual(
        facts.filter((id) => !termbase.facts.has(id)),
        [],
        `row ${row}`,
      );
      assert.deepEqual(
        concepts.filter((id) => !termbase.concepts.has(id)),
        [],
        `row ${row}`,
      );
    }
  });

  for (const row of DISPUTED) {
    it(`row ${row} has the values of other sources, and the preferred wording`, () => {
      const facts = claims[row - 1]!.facts.map((id) => termbase.facts.get(id)!);
      assert.ok(
        facts.some(({ conflicts }) => (conflicts ?? []).length > 0),
        'no conflict',
      );
    });
  }
});

/** The findings with a level above hint. */
function loud(text: string): readonly Finding[] {
  return check({ text, languageId: 'plaintext', lang: 'auto' }, termbase, DEFAULT_OPTIONS).findings.filter(
    ({ severity }) => severity !== 'hint',
  );
}

function canBeFound(nameId: string): boolean {
  return termbase.terms.some(
    ({ entry, status }) => entry.name.id === nameId && (status === 'superseded' || status === 'deprecated'),
  );
}
