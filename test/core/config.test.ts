import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv';
import { RULE_LEVELS, nest, readConfig } from '../../src/core/config/config';
import { LANGS } from '../../src/core/document';
import { RULES } from '../../src/core/rules';

const schema = JSON.parse(readFileSync(resolve(__dirname, '../../data/config.schema.json'), 'utf8'));
const FULL = { rules: { 'wrong-status': 'off', 'outdated-fact': 'error' }, language: 'fr', termbases: ['house.migration-terms.json'] };

describe('the configuration of a folder', () => {
  it('is described by its schema as it is read', () => {
    const isValid = new Ajv({ strict: false }).compile(schema);
    assert.deepEqual(Object.keys(schema.properties.rules.properties), [...RULES]);
    assert.deepEqual([...schema.definitions.level.enum].sort(), [...RULE_LEVELS].sort());
    assert.deepEqual(schema.properties.language.enum, ['auto', ...LANGS]);
    for (const value of [{}, FULL, { $schema: 'x' }]) {
      assert.ok(isValid(value));
      assert.deepEqual(readConfig(JSON.stringify(value)).problems, []);
    }
    for (const value of [[], { rule: {} }, { language: 'de' }, { termbases: 'a' }, { rules: { 'wrong-status': 3 } }, { rules: { x: 'off' } }]) {
      assert.ok(!isValid(value));
      assert.equal(readConfig(JSON.stringify(value)).problems.length, 1);
    }
  });

  it('is taken as far as it is right', () => {
    const text = '{ "language": "de", "rules": { "wrong-status": "off", "nonsense": "off" } }';
    const { config, problems } = readConfig(text);
    assert.deepEqual(config, { rules: { 'wrong-status': 'off' }, language: undefined, termbases: [] });
    assert.deepEqual(problems.map(({ start, end }) => text.slice(start, end)), ['"language"', '"nonsense"']);
  });

  it('is nested: the inner one comes first', () => {
    const inner = readConfig('{ "rules": { "wrong-status": "hint" }, "termbases": ["b.json"] }').config;
    assert.deepEqual(nest(readConfig(JSON.stringify(FULL)).config, inner), {
      rules: { 'wrong-status': 'hint', 'outdated-fact': 'error' }, language: 'fr', termbases: ['house.migration-terms.json', 'b.json'],
    });
  });
});
