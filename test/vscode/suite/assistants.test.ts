import * as vscode from 'vscode';
import { readCheckInput, readLookUpInput } from '../../../src/core/assistants/input';
import { MOST_TEXT } from '../../../src/core/assistants/limits';
import { assert } from './assert';
import { activated, withSetting } from './support';

const LOOK_UP = 'migration-terms_lookUp';
const CHECK = 'migration-terms_check';
const VERIFY = 'migration-terms_verifyClaims';

/** The API of editors from version 1.95 on. */
interface Assistants {
  readonly tools: readonly {
    readonly name: string;
    readonly inputSchema: { readonly properties: Record<string, unknown> };
  }[];
  invokeTool(
    name: string,
    options: { input: object; toolInvocationToken: undefined },
    token?: vscode.CancellationToken,
  ): Thenable<{ readonly content: readonly { readonly value: string }[] }>;
}

const { lm } = vscode as unknown as { lm?: Partial<Assistants> };

suite('the tools for assistants', () => {
  suiteSetup(async function () {
    await activated();
    // The extension must also start in an editor without tools, which it just did.
    if (lm?.invokeTool === undefined) this.skip();
  });

  test('are declared with their inputs', () => {
    const tools = lm!.tools!.filter(({ name }) => name.startsWith('migration-terms_'));
    assert.deepEqual(tools.map(({ name }) => name).sort(), [CHECK, LOOK_UP, VERIFY]);
    const inputs = Object.fromEntries(
      tools.map(({ name, inputSchema }) => [name, Object.keys(inputSchema.properties)]),
    );
    assert.deepEqual(inputs, {
      [LOOK_UP]: ['query', 'language', 'limit'],
      [CHECK]: ['text', 'languageId'],
      [VERIFY]: ['text', 'languageId', 'remarks'],
    });
  });

  test('a fact is found by a question, with its date and sources', async () => {
    const { results, recordAsOf } = await ask<LookedUp>(LOOK_UP, {
      query: 'How many Member States does IOM have?',
      language: 'en',
      limit: 3,
    });
    assert.match(recordAsOf, /^20\d\d/);
    assert.ok(results.length > 0 && results.length <= 3);
    const fact = results.find(({ kind }) => kind === 'fact');
    assert.match(fact?.statement ?? '', /Member States/);
    assert.match(fact?.asOf ?? '', /^20\d\d/);
    assert.ok(fact!.sources.length > 0 && fact!.sources.every(({ title }) => title !== ''), JSON.stringify(fact));
  });

  test('a name is found whatever its status, with its replacement', async () => {
    const [former] = (await ask<LookedUp>(LOOK_UP, { query: 'ICEM', language: 'en' })).results;
    assert.deepEqual([former!.kind, former!.status, former!.instead?.[0]], ['name', 'superseded', 'IOM']);
    assert.match(former!.namesInTime ?? '', /ICEM \(1952–1980\) → /);
    const [wrong] = (
      await ask<LookedUp>(LOOK_UP, { query: 'Is “International Office of Migration” right?', language: 'fr' })
    ).results;
    assert.equal(wrong!.status, 'deprecated');
    assert.match(wrong!.officialName ?? '', /^Organisation internationale pour les migrations/);
  });

  test('a request without a language is answered in the language of the settings, as the description says', async () => {
    const schema = lm!.tools!.find(({ name }) => name === LOOK_UP)!.inputSchema.properties.language as {
      readonly description: string;
    };
    assert.match(
      schema.description,
      /Left out: the one that \.migration-terms\.json or the setting migrationTerms\.language gives for the document in the editor; else that of the editor/,
    );
    await withSetting('language', 'fr', async () => {
      assert.equal((await ask<LookedUp & { language: string }>(LOOK_UP, { query: 'ICEM' })).language, 'fr');
      assert.equal(
        (await ask<LookedUp & { language: string }>(LOOK_UP, { query: 'ICEM', language: 'es' })).language,
        'es',
      );
    });
    assert.equal((await ask<LookedUp & { language: string }>(LOOK_UP, { query: 'ICEM' })).language, 'en');
  });

  test('an unknown name is reported as unknown', async () => {
    const { results, note } = await ask<LookedUp>(LOOK_UP, { query: 'xyzzy' });
    assert.deepEqual(results, []);
    assert.match(note ?? '', /contains nothing about this/);
  });

  test('a passage is checked: the text, its replacement, the reason and the sources', async () => {
    const { findings } = await ask<CheckedPassage>(CHECK, {
      text: '# Work\n\nIn 2026 ICEM assists migrants. In 1965 ICEM chartered ships.\n',
    });
    assert.equal(findings.length, 1);
    const { found, line, rule, instead, because, sources } = findings[0]!;
    assert.deepEqual([found, line, rule, instead], ['ICEM', 3, 'anachronistic-name', 'IOM']);
    const [offered] = (await ask<CheckedPassage>(CHECK, { text: 'Today ICEM assists migrants.' })).findings;
    assert.deepEqual([offered!.instead, offered!.rule], ['IOM', 'superseded-name']);
    assert.match(because, /1980/);
    assert.ok(
      sources.some(({ url }) => url?.startsWith('https://')),
      JSON.stringify(sources),
    );
    const { findings: none, note } = await ask<CheckedPassage>(CHECK, { text: '`ICEM`' });
    assert.deepEqual(none, []);
    assert.match(note ?? '', /^Nothing to report\./);
    assert.equal(
      (await ask<CheckedPassage>(CHECK, { text: '\\emph{ICEM} assists migrants.', languageId: 'latex' })).findings
        .length,
      1,
    );
  });

  test('remarks of the assistant are verified: first the record, then only what it proves', async () => {
    const text = 'The International Organization for Migration (IOM) was born in Geneva. It has 168 members.';
    const { request } = await ask<{ readonly request: string }>(VERIFY, { text });
    assert.ok(request.includes(text) && request.includes(VERIFY), request.slice(-600));
    const [, fact] = /^(F\d+) The organization was set up by a conference of governments in Brussels/m.exec(request)!;
    const remarks = [
      { quote: 'Geneva', fact, right: 'Brussels' },
      { quote: 'Vienna', fact },
    ];
    const { findings, dropped } = await ask<CheckedPassage & { readonly dropped: { readonly quote: number } }>(VERIFY, {
      text,
      remarks,
    });
    assert.deepEqual(
      findings.map(({ found }) => found),
      ['Geneva'],
    );
    assert.equal(dropped.quote, 1);
    assert.match(await refusal(VERIFY, { text, remarks: 7 }), /"remarks" must be a list/);
  });

  test('a rule that is switched off does not apply to them either', async () => {
    await withSetting('rules', { 'superseded-name': 'off' }, async () => {
      assert.deepEqual((await ask<CheckedPassage>(CHECK, { text: 'ICEM assists migrants.' })).findings, []);
    });
  });

  test('a wrong input is answered with the repair', async () => {
    assert.match(await refusal(CHECK, { text: '' }), /"text" must be a non-empty string/);
    assert.match(
      await refusal(LOOK_UP, { query: 'IOM', limit: 500 }),
      /"limit" cannot be 500; it is a whole number from 1 to 20/,
    );
  });

  test('a request that is withdrawn is not answered', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    let answer: unknown;
    try {
      answer = await lm!.invokeTool!(
        CHECK,
        { input: { text: 'ICEM assists migrants.' }, toolInvocationToken: undefined },
        source.token,
      );
    } catch {
      return;
    }
    assert.fail(`it was answered: ${JSON.stringify(answer)}`);
  });
});

suite('the input of the tools for assistants', () => {
  const refused = (read: (input: unknown) => unknown, input: unknown): string => {
    try {
      read(input);
    } catch (error) {
      return (error as Error).message;
    }
    return assert.fail(`${JSON.stringify(input)} was taken`);
  };

  test('is completed with defaults', () => {
    assert.deepEqual(readLookUpInput({ query: 'IOM' }), { query: 'IOM', language: undefined, limit: undefined });
    assert.deepEqual(readCheckInput({ text: 'IOM', languageId: null }), { text: 'IOM', languageId: 'markdown' });
  });

  test('is rejected with the repair', () => {
    assert.match(refused(readLookUpInput, 'IOM'), /must be an object such as \{ "query"/);
    assert.match(refused(readLookUpInput, { query: 7 }), /"query" must be a non-empty string/);
    assert.match(
      refused(readLookUpInput, { query: 'x'.repeat(201) }),
      /"query" has 201 characters; at most 200 .* Ask with a few words/,
    );
    assert.match(
      refused(readLookUpInput, { query: 'IOM', language: 'de' }),
      /"language" cannot be "de"; it is one of en, fr, es, or left out/,
    );
    assert.match(refused(readLookUpInput, { query: 'IOM', more: 1 }), /no input "more"/);
    assert.match(refused(readLookUpInput, { query: 'IOM', limit: 1.5 }), /"limit" cannot be 1\.5/);
    assert.match(refused(readCheckInput, { text: 'x'.repeat(MOST_TEXT + 1) }), /at most 100000 are taken\. Divide it/);
    assert.match(
      refused(readCheckInput, { text: 'x', languageId: 'cobol' }),
      /"languageId" cannot be "cobol"; it is one of markdown, /,
    );
  });
});

interface Cited {
  readonly sources: readonly { readonly title: string; readonly url?: string }[];
}

interface LookedUp {
  readonly recordAsOf: string;
  readonly note?: string;
  readonly results: readonly (Cited & {
    readonly kind: string;
    readonly statement?: string;
    readonly asOf?: string;
    readonly status?: string;
    readonly instead?: readonly string[];
    readonly namesInTime?: string;
    readonly officialName?: string;
  })[];
}

interface CheckedPassage {
  readonly note?: string;
  readonly findings: readonly (Cited & {
    readonly found: string;
    readonly line: number;
    readonly rule: string;
    readonly instead?: string;
    readonly because: string;
  })[];
}

async function ask<Answer>(tool: string, input: object): Promise<Answer> {
  const { content } = await lm!.invokeTool!(tool, { input, toolInvocationToken: undefined });
  return JSON.parse(content.map(({ value }) => value).join(''));
}

async function refusal(tool: string, input: object): Promise<string> {
  try {
    return JSON.stringify(await ask(tool, input));
  } catch (error) {
    return (error as Error).message;
  }
}
