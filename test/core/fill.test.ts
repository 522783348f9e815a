import assert from 'node:assert/strict';
import { wordClaim } from '../../src/core/findings/wordClaim';
import { fill, fillCounted } from '../../src/core/wording/fill';

describe('a text with placeholders', () => {
  it('omits a part in brackets if one of its values is missing', () => {
    const text = '“{form}” is a former name[ ({span})].[ Today it is “{right}”.]';
    assert.equal(
      fill(text, { form: 'ICEM', span: '1952–1980', right: 'IOM' }),
      '“ICEM” is a former name (1952–1980). Today it is “IOM”.',
    );
    assert.equal(fill(text, { form: 'ICEM', span: '', right: undefined }), '“ICEM” is a former name.');
  });

  it('does not read its values as placeholders', () => {
    assert.equal(fill('{a}[ {b}]', { a: '{b}', b: '[x {a}]' }), '{b} [x {a}]');
  });

  it('keeps a placeholder that has no value', () => {
    assert.equal(fill('{a} and {b}', { a: 1 }), '1 and {b}');
  });

  it('has a form for the number in it', () => {
    const forms = { zero: 'no names', one: '1 name', other: '{count} names' };
    assert.deepEqual(
      [0, 1, 2].map((count) => fillCounted(forms, count, 'en')),
      ['no names', '1 name', '2 names'],
    );
    assert.equal(fillCounted({ one: '{count} million', other: '{count} millions' }, 1.8, 'fr'), '1.8 million');
  });
});

describe('a number in a message', () => {
  const worded = (value: number) => {
    const message = { template: { en: '{v}', fr: '{v}', es: '{v}' }, values: { v: { kind: 'count', value } as const } };
    return (['en', 'fr', 'es'] as const).map((lang) => wordClaim(message, lang));
  };

  it('has the separators of the language', () => {
    assert.deepEqual(worded(8400), ['8,400', '8\u202f400', '8400']);
    assert.deepEqual(worded(11_500), ['11,500', '11\u202f500', '11.500']);
    assert.deepEqual(worded(3.6), ['3.6', '3,6', '3,6']);
  });

  it('is in words if it is large and round', () => {
    assert.deepEqual(worded(1e6), ['1 million', '1 million', '1 millón']);
    assert.deepEqual(worded(1.8e9), ['1.8 billion', '1,8 milliard', '1800 millones']);
    assert.deepEqual(worded(281e6), ['281 million', '281 millions', '281 millones']);
  });
});
