import assert from 'node:assert/strict';
import { connect, type Connection } from './client';

// Whatever a client sends, it gets an answer that says what is wrong in one line, and the server goes on.

describe('the server for assistants answers a wrong input', function () {
  this.timeout(60_000);
  let connection: Connection;
  before(async () => (connection = await connect()));
  afterEach(async () => {
    await connection.client.ping();
    assert.equal(connection.err(), '');
  });
  after(() => connection.close());

  for (const [what, name, input, message] of [
    ['without a query', 'look_up', {}, /^"query" must be a non-empty string\.$/],
    ['without any input', 'check_text', undefined, /^The input must be an object such as/],
    ['with a number for a query', 'look_up', { query: 7 }, /"query" must be/],
    ['with a list for a text', 'check_text', { text: ['a'] }, /"text" must be/],
    ['with an empty text', 'fix_text', { text: '' }, /"text" must be/],
    ['with a blank name', 'name_history', { name: ' \n' }, /"name" must be/],
    [
      'with an unknown language',
      'look_up',
      { query: 'IOM', language: 'de' },
      /"language" cannot be "de"; .* en, fr, es/,
    ],
    ['with an unknown format', 'check_text', { text: 'x', languageId: 'cobol' }, /"languageId" cannot be "cobol"; /],
    ['with a day that is none', 'check_text', { text: 'x', date: '2019-02-41' }, /"date" cannot be "2019-02-41"/],
    ['with a limit that is too high', 'look_up', { query: 'IOM', limit: 1e9 }, /"limit" cannot be 1000000000/],
    ['with a text of 10 MB', 'check_text', { text: 'a '.repeat(5e6) }, /has 10000000 characters; at most 100000/],
    ['with a query of 10 MB', 'look_up', { query: '\u{1f30d}'.repeat(5e6) }, /"query" has 10000000 characters/],
  ] as const)
    it(what, async () => {
      const result = await connection.client.callTool({ name, arguments: input });
      const [{ text }] = result.content as readonly [{ readonly text: string }];
      assert.equal(result.isError, true);
      assert.match(text, message);
      assert.ok(text.length < 400 && !text.includes('\n'), text);
    });

  for (const tool of ['check_text', 'fix_text'])
    it(`but not one with lone surrogates, which ${tool} takes`, async () => {
      const result = await connection.client.callTool({ name: tool, arguments: { text: '\udc00 ICEM \ud800' } });
      assert.equal(result.isError, undefined);
    });

  const refused = async (request: Promise<unknown>, code: number, message: RegExp): Promise<void> => {
    await assert.rejects(request, (error: Error & { readonly code?: number }) => {
      assert.equal(error.code, code, error.message);
      assert.match(error.message, message);
      assert.ok(error.message.length < 400 && !error.message.includes('\n'), error.message);
      return true;
    });
  };

  it('about an unknown tool', () =>
    refused(
      connection.client.callTool({ name: 'x'.repeat(1000), arguments: {} }),
      -32602,
      /There is no tool "x{100}…"; there are look_up, check_text, fix_text, verify_claims, name_history\./,
    ));

  it('with arguments that are no object', () =>
    refused(
      connection.client.callTool({ name: 'look_up', arguments: 'IOM' as unknown as Record<string, unknown> }),
      -32602,
      /tools\/call is faulty at "params\.arguments"/,
    ));

  for (const uri of [
    'migration-terms://facts/none',
    'migration-terms://names/../../etc/passwd',
    'file:///etc/passwd',
    '',
  ])
    it(`about an unknown resource: ${uri}`, () =>
      refused(connection.client.readResource({ uri }), -32002, /There is no resource /));

  it('about the completion of something unknown', async () => {
    const { client } = connection;
    const argument = { name: 'section', value: '' };
    await refused(
      client.complete({ ref: { type: 'ref/resource', uri: 'migration-terms://x/{section}' }, argument }),
      -32602,
      /There is no variable "section" in/,
    );
    await refused(
      client.complete({ ref: { type: 'ref/prompt', name: 'x' }, argument }),
      -32602,
      /No argument of a prompt/,
    );
  });
});
