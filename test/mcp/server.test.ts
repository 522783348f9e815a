import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  CheckAnswer,
  FixAnswer,
  HistoryAnswer,
  LookUpAnswer,
  VerifyAnswer,
} from '../../src/core/assistants/answers';
import { LANGUAGE_IDS } from '../../src/core/prose/languageIds';
import { SECTIONS } from '../../src/core/termbase/concept';
import { version } from '../../package.json';
import { connect, type Connection } from './client';

describe('the server for assistants', function () {
  this.timeout(60_000);
  let connection: Connection;
  before(async () => (connection = await connect()));
  after(async () => {
    await connection.close();
    assert.equal(connection.err(), '');
  });

  const call = async <Answer>(name: string, input: Record<string, unknown>): Promise<Answer> => {
    const { structuredContent, content, isError } = await connection.client.callTool({ name, arguments: input });
    assert.equal(isError, undefined, JSON.stringify(content));
    const [text] = content as readonly { readonly type: string; readonly text: string }[];
    assert.deepEqual(JSON.parse(text!.text), structuredContent);
    return structuredContent as Answer;
  };

  it('introduces itself, and says that silence confirms nothing', () => {
    const { client } = connection;
    assert.deepEqual(client.getServerVersion(), { name: 'migration-terms', title: 'Migration Terms', version });
    assert.match(client.getInstructions() ?? '', /Silence does not mean that a statement is right or wrong/);
    assert.deepEqual(client.getServerCapabilities(), { tools: {}, prompts: {}, resources: {}, completions: {} });
  });

  it('lists its tools, which only read', async () => {
    const { tools } = await connection.client.listTools();
    assert.deepEqual(
      tools.map(({ name, inputSchema }) => [name, Object.keys(inputSchema.properties!), inputSchema.required]),
      [
        ['look_up', ['query', 'language', 'limit'], ['query']],
        ['check_text', ['text', 'languageId', 'language', 'date'], ['text']],
        ['fix_text', ['text', 'languageId', 'language', 'date'], ['text']],
        ['verify_claims', ['text', 'remarks', 'languageId', 'language', 'date'], ['text', 'remarks']],
        ['name_history', ['name', 'language'], ['name']],
      ],
    );
    for (const { title, description, outputSchema, annotations } of tools) {
      assert.ok(title && description && outputSchema);
      assert.deepEqual([annotations?.readOnlyHint, annotations?.openWorldHint], [true, false]);
    }
  });

  it('looks up a fact and a name', async () => {
    const { results, recordAsOf } = await call<LookUpAnswer>('look_up', {
      query: 'How many Member States does IOM have?',
    });
    assert.match(recordAsOf!, /^20\d\d/);
    const fact = results.find(({ kind }) => kind === 'fact');
    assert.ok(fact?.kind === 'fact' && /^20\d\d/.test(fact.asOf ?? '') && fact.sources.length > 0);
    const [name] = (await call<LookUpAnswer>('look_up', { query: 'ICEM', language: 'fr', limit: 1 })).results;
    assert.ok(name?.kind === 'name' && name.status === 'superseded' && name.instead?.[0] === 'IOM');
    assert.match(name.officialName, /^Comité intergouvernemental/);
  });

  it('checks and fixes a passage', async () => {
    const former = 'In 2026 ICEM assists migrants.';
    const [finding] = (await call<CheckAnswer>('check_text', { text: former, language: 'en' })).findings;
    assert.deepEqual([finding?.found, finding?.line, finding?.instead], ['ICEM', 1, 'IOM']);
    const { text, changes, choices, left } = await call<FixAnswer>('fix_text', {
      text: `The International Office of Migration pays. ${former}`,
    });
    assert.equal(text, `The International Organization for Migration pays. ${former}`);
    assert.deepEqual(
      changes.map(({ edits }) => edits),
      [[{ before: 'International Office of Migration', after: 'International Organization for Migration' }]],
    );
    assert.deepEqual([choices.map(({ line, found }) => [line, found]), left], [[[1, 'ICEM']], 1]);
    const undated = 'ICEM assists migrants.';
    assert.equal((await call<FixAnswer>('fix_text', { text: undated })).text, undated);
    assert.deepEqual((await call<CheckAnswer>('check_text', { text: undated, date: '1965' })).findings, []);
  });

  it('gives the request of a review, and verifies the remarks on the text', async () => {
    const text = 'The United Nations Network on Migration oversees the work of States. IOM has 175 Member States.';
    const { prompts } = await connection.client.listPrompts();
    assert.deepEqual(
      prompts.map(({ name, arguments: given }) => [
        name,
        given?.filter(({ required }) => required).map((each) => each.name),
      ]),
      [['review', ['text']]],
    );
    const { messages } = await connection.client.getPrompt({ name: 'review', arguments: { text } });
    const [message] = messages;
    assert.ok(message?.content.type === 'text' && messages.length === 1);
    assert.ok(message.content.text.includes(text) && message.content.text.includes('"verify_claims"'));
    const [, fact] = /^(F\d+) The Network supports/m.exec(message.content.text) ?? [];
    const remarks = [
      { quote: 'oversees', fact, right: 'supports' },
      { quote: '175', fact: 'iom-members-2025' },
      { quote: 'Vienna', fact },
    ];
    const answer = await call<VerifyAnswer>('verify_claims', { text, remarks });
    assert.deepEqual(
      answer.findings.map(({ found }) => found),
      ['oversees'],
    );
    assert.deepEqual([answer.dropped.agrees, answer.dropped.quote], [1, 1]);
    const nothing = await connection.client.getPrompt({ name: 'review', arguments: { text: 'The choir sings.' } });
    assert.match(JSON.stringify(nothing.messages), /nothing to review/);
    await assert.rejects(connection.client.getPrompt({ name: 'review', arguments: {} }), /"text" must be/);
    await assert.rejects(connection.client.getPrompt({ name: 'x', arguments: {} }), /no prompt "x"; there is review/);
  });

  it('reads a passage in every format', async () => {
    for (const languageId of LANGUAGE_IDS) await call('check_text', { text: 'In 2026 ICEM met.', languageId });
  });

  it('knows the history of a name', async () => {
    const { results } = await call<HistoryAnswer>('name_history', { name: 'IOM' });
    assert.deepEqual(
      results[0]!.names.map(({ validFrom }) => validFrom?.slice(0, 4)),
      ['1951', '1952', '1980', '1989'],
    );
  });

  it('lists the sections of the record, and reads each', async () => {
    const { resources } = await connection.client.listResources();
    assert.deepEqual(
      resources.map(({ uri }) => uri),
      SECTIONS.map((section) => `migration-terms://facts/${section}`),
    );
    for (const { uri, title, description, mimeType } of resources) {
      assert.ok(title && description?.includes(title) && mimeType === 'application/json');
      const { facts, recordAsOf } = await read(connection, uri);
      assert.match(recordAsOf, /^20\d\d/);
      assert.ok(facts.length > 0 && facts.every(({ sources }) => sources.length > 0), uri);
    }
  });

  it('completes the variables of its templates, and reads the names of a concept', async () => {
    const { client } = connection;
    const { resourceTemplates } = await client.listResourceTemplates();
    assert.deepEqual(
      resourceTemplates.map(({ uriTemplate }) => uriTemplate),
      ['migration-terms://facts/{section}', 'migration-terms://names/{concept}'],
    );
    const complete = async (uri: string, name: string, value: string) =>
      (await client.complete({ ref: { type: 'ref/resource', uri }, argument: { name, value } })).completion;
    assert.deepEqual(await complete('migration-terms://facts/{section}', 'section', 'global'), {
      values: ['global-compact'],
      total: 1,
      hasMore: false,
    });
    const all = await complete('migration-terms://names/{concept}', 'concept', '');
    assert.deepEqual([all.values.length, all.hasMore, all.total! > 100], [100, true, true]);
    const [first] = (await complete('migration-terms://names/{concept}', 'concept', 'iom')).values;
    const { names } = await read(connection, `migration-terms://names/${first}`);
    assert.equal(names.at(-1)!.name, 'International Organization for Migration (IOM)');
  });
});

describe('the server for assistants with a termbase and a language of its own', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'migration-terms-mcp-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('answers from them, and reports a fault on standard error', async () => {
    const path = join(folder, 'house.json');
    writeFileSync(path, '{ "concepts": [{ "id": 7 }], "retire": ["iom-founded"] }');
    const { client, err, close } = await connect('--lang', 'es', '--termbase', path);
    const { structuredContent } = await client.callTool({ name: 'look_up', arguments: { query: 'ICEM' } });
    assert.equal((structuredContent as unknown as LookUpAnswer).language, 'es');
    await close();
    assert.match(err(), /house\.json:1:\d+: /);
  });
});

interface Content {
  readonly recordAsOf: string;
  readonly facts: readonly { readonly sources: readonly object[] }[];
  readonly names: readonly { readonly name: string }[];
}

async function read({ client }: Connection, uri: string): Promise<Content> {
  const [content] = (await client.readResource({ uri })).contents;
  assert.equal(content!.uri, uri);
  return JSON.parse((content as { readonly text: string }).text);
}
