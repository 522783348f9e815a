import assert from 'node:assert/strict';
import { TOOLS } from '../../src/core/assistants/tools';
import { recordOfTests } from '../support/recordOfTests';

// What an assistant gets is short, begins with what was asked, and says so if the record does not have it.

interface Answer {
  readonly found: string;
  readonly near?: readonly string[];
  readonly more?: number;
  readonly results: readonly {
    readonly kind: string;
    readonly concept: string;
    readonly asOf?: string;
    readonly from?: string;
    readonly to?: string;
    readonly names: readonly { readonly forms: Readonly<Record<string, readonly string[]>> }[];
  }[];
}

function ask(tool: string, input: object): Answer {
  const record = { termbase: recordOfTests(), lang: 'en' } as const;
  return TOOLS.find(({ name }) => name === tool)!.answer(input, record) as Answer;
}

describe('an answer to an assistant', () => {
  for (const query of ['IOM', 'ICEM', 'GCM vote', 'how many member states does IOM have', 'who leads IOM'])
    it(`on “${query}” is short, and says how much is left out`, () => {
      const { results, more = 0 } = ask('look_up', { query });
      assert.ok(JSON.stringify(results).length <= 1700 || results.length === 1);
      const all = ask('look_up', { query, limit: 20 });
      assert.equal(results.length + more, all.results.length + (all.more ?? 0));
    });

  it('begins with the answer to a question, and with the name for a name', () => {
    assert.equal(ask('look_up', { query: 'who leads IOM' }).results[0]!.kind, 'fact');
    for (const query of ['iom', 'what does IOM stand for'])
      assert.deepEqual(ask('look_up', { query }).results.map(({ kind, concept }) => [kind, concept])[0], [
        'name',
        'iom',
      ]);
  });

  it('on a former name has the facts of its time', () => {
    const times = ask('look_up', { query: 'ICEM', limit: 20 }).results.flatMap((result) =>
      result.kind === 'fact' ? [result.asOf ?? result.from ?? result.to] : [],
    );
    assert.ok(times.length > 5);
    assert.deepEqual(
      times.filter((time) => !/^19[5-8]/.test(time ?? '')),
      [],
    );
  });

  it('has a history without wrong forms', () => {
    const [iom] = ask('name_history', { name: 'ICEM' }).results;
    const forms = iom!.names.flatMap((name) => Object.values(name.forms).flat());
    assert.ok(forms.includes('PICMME') && forms.includes('IOM'));
    const wrong = recordOfTests().terms.filter(({ status }) => status === 'deprecated');
    assert.deepEqual(
      wrong.filter(({ text }) => forms.includes(text)),
      [],
    );
  });

  it('has no history of a name that the record does not have, but similar names', () => {
    const { results, near } = ask('name_history', { name: 'nope' });
    assert.deepEqual([results, near], [[], ['Amy E. Pope']]);
  });

  it('is refused for an input that the tool does not have', () => {
    assert.throws(
      () => ask('look_up', { query: 'IOM', lang: 'fr' }),
      /^Error: There is no input "lang"\. Inputs: query/,
    );
    assert.throws(() => ask('check_text', { text: 'a', format: 'html' }), /no input "format"/);
  });
});
