import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { main } from '../../src/cli/main';
import { parseArguments } from '../../src/cli/arguments';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { completions, json, says } from './completions';
import { folder, runIn } from './run';

const WRONG = 'The International Organization for Migration (IOM) has 173 Member States.\n';
const RIGHT = 'In 1951 the International Organization for Migration (IOM) was founded in Brussels.\n';
const OTHER = 'The choir sings on Sundays.\n';
const PURPOSE = `F${[...builtinTermbase().facts.keys()].indexOf('un-network-purpose') + 1}`;
const FOUNDED = `F${[...builtinTermbase().facts.keys()].indexOf('iom-founded-place') + 1}`;

const ROOT = resolve(__dirname, '../..');

interface Json {
  readonly files: readonly { readonly path: string; readonly findings: readonly { text: string; by?: object }[] }[];
}

describe('migration-terms review', () => {
  it('writes the requests, and judges answers as if a model had given them', async () => {
    const docs = folder({ 'a.md': RIGHT.replace('Brussels', 'Vienna'), 'b.md': OTHER, 'c.md': WRONG });
    try {
      const plan = await docs.run('review', '--requests', 'requests', 'a.md', 'b.md', 'c.md');
      assert.equal(plan.code, 0, plan.err);
      assert.deepEqual(readdirSync(join(docs.path, 'requests')), ['0001.request.md', '0002.request.md']);
      const request = readFileSync(join(docs.path, 'requests/0001.request.md'), 'utf8');
      assert.ok(request.includes('founded in Vienna') && request.includes(`${FOUNDED} The organization was set up`));
      const again = await docs.run('review', '--requests', 'requests', 'a.md');
      assert.equal(again.code, 0, again.err);
      const other = await docs.run('review', '--requests', 'requests', 'c.md');
      assert.equal(other.code, 2);
      assert.equal(
        other.err,
        'migration-terms: 0001.request.md: the folder has another request of this number; ' +
          'name another folder, or remove the file.\n',
      );

      const answers = folder({
        'a.md': RIGHT.replace('Brussels', 'Vienna'),
        'b.md': OTHER,
        'c.md': WRONG,
        'answers/0001.answer.json': `Here: \`\`\`json\n[{"quote":"Vienna","fact":"${FOUNDED}","right":"Brussels"},{"quote":"Rome","fact":"${FOUNDED}"}]\n\`\`\``,
        'answers/0002.answer.json': '{"remarks":[]}',
      });
      const ran = await answers.run('review', '--answers', 'answers', '--format', 'json', 'a.md', 'b.md', 'c.md');
      assert.equal(ran.code, 1, ran.err);
      const { files } = JSON.parse(ran.out) as Json;
      assert.deepEqual(
        files.map(({ findings }) => findings.map(({ text, by }) => [text, by])),
        [[['Vienna', { reader: 'answers', rules: true }]], [], [['173', undefined]]],
      );
      assert.match(ran.err, /2 passages, 1 remark; dropped: quote 1\./);
      answers.remove();
    } finally {
      docs.remove();
    }
  });

  it('judges answers to the requests that a folder has, and refuses those to others', async () => {
    const docs = folder({
      'a.md': RIGHT.replace('Brussels', 'Vienna'),
      'c.md': WRONG,
      'r/0001.answer.json': `[{"quote":"Vienna","fact":"${FOUNDED}","right":"Brussels"}]`,
    });
    const both = ['review', '--requests', 'r', '--answers', 'r'];
    assert.equal((await docs.run('review', '--requests', 'r', 'a.md')).code, 0);
    const ran = await docs.run(...both, 'a.md');
    const other = await docs.run(...both, 'c.md');
    docs.remove();
    assert.match(ran.err, /^Reviewed by answers: 1 passage, 1 remark; dropped: none\.\n$/);
    assert.equal(ran.code, 1, ran.err);
    assert.equal(other.code, 2);
    assert.match(other.err, /another request of this number; name another folder, or remove the file\.\n/);
    assert.match(other.out, /1 finding/);
  });

  it('does not review its own requests, nor what lies with them', async () => {
    const docs = folder({ 'b.md': WRONG, 'c.md': WRONG, 'a/notes.md': WRONG, 'a/0001.answer.json': '{"remarks":[]}' });
    const last = async (...words: string[]): Promise<string | undefined> =>
      (await docs.run('review', ...words)).out.trimEnd().split('\n').at(-1);
    assert.match((await last('--requests', '.', '.'))!, /^3 requests/);
    // In the folder itself, the requests are known by their names.
    assert.match((await last('--dry-run', '.'))!, /^3 requests/);
    assert.match((await last('--dry-run', '0001.request.md', 'b.md'))!, /^1 request/);
    assert.match((await last('--requests', 'a', '.'))!, /^2 requests/);
    const ran = await docs.run('review', '--answers', 'a', '--format', 'json', '.');
    docs.remove();
    assert.deepEqual(
      (JSON.parse(ran.out) as Json).files.map(({ path }) => path),
      ['b.md', 'c.md'],
    );
    assert.match(ran.err, /c\.md: not reviewed, 1 of 1 passages: 0002\.answer\.json: no such file/);
  });

  it('writes requests only for the files that are judged with answers', async () => {
    const docs = folder({ 'a.md': WRONG });
    const git = (...argv: string[]): void =>
      void execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...argv], { cwd: docs.path });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    writeFileSync(join(docs.path, 'b.md'), WRONG);
    const plan = await docs.run('review', '--dry-run', '--changed-since', 'HEAD', '.');
    const unknown = await docs.run('review', '--dry-run', '--changed-since', 'nowhere', '.');
    docs.remove();
    assert.match(plan.out, /^b\.md: 1 request/);
    assert.deepEqual([unknown.code, unknown.out], [2, '']);
  });

  it('reports what arrived, and which passages have no answer', async () => {
    const docs = folder({ 'a.md': WRONG, 'c.md': WRONG, 'answers/0002.answer.json': 'I cannot help with that.' });
    const ran = await docs.run('review', '--answers', 'answers', 'a.md', 'c.md');
    docs.remove();
    assert.equal(ran.code, 2);
    assert.match(ran.out, /2 findings/);
    assert.match(ran.err, /a\.md: not reviewed, 1 of 1 passages: 0001\.answer\.json: no such file/);
    assert.match(ran.err, /c\.md: not reviewed, 1 of 1 passages: the model wrote something that is no list/);
    assert.match(ran.err, /\nReviewed by answers: 2 passages, 0 remarks; dropped: none\.\n$/);
  });

  it('shows the findings of the rules where an endpoint switches protocols', async () => {
    const head = 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n';
    const server = await completions((response) => void response.socket!.end(head));
    const docs = folder({ 'a.md': WRONG });
    const ran = await docs.run('review', '--model', 'm', '--url', server.url, 'a.md');
    docs.remove();
    await server.close();
    assert.equal(ran.code, 2);
    assert.match(ran.out, /1 finding/);
    assert.match(ran.err, /not reviewed, 1 of 1 passages: the endpoint answered with the status 101\.\n/);
  });

  it('asks an endpoint, and hides what a baseline knows', async () => {
    const server = await completions(says(`{"remarks":[{"quote":"oversees","fact":"${PURPOSE}","right":"supports"}]}`));
    const docs = folder({ 'a.md': 'The United Nations Network on Migration oversees the work of States.\n' });
    const at = ['--model', 'tiny', '--url', server.url, '--fail-on', 'information'];
    try {
      const ran = await docs.run('review', ...at, '--format', 'json', 'a.md');
      assert.equal(ran.code, 1, ran.err);
      const [file] = (JSON.parse(ran.out) as Json).files;
      assert.deepEqual(
        file!.findings.map(({ text, by }) => [text, by]),
        [['oversees', { reader: 'tiny', rules: false }]],
      );
      assert.equal(server.asked[0]!.body.model, 'tiny');
      await docs.run('review', ...at, '--baseline', 'known.json', '--update-baseline', 'a.md');
      assert.equal((await docs.run('review', ...at, '--baseline', 'known.json', 'a.md')).code, 0);
    } finally {
      docs.remove();
      await server.close();
    }
  });

  it('stops asking where every request would fail', async () => {
    const server = await completions(json(401, {}));
    const docs = folder({ 'a.md': WRONG, 'b.md': WRONG });
    const ran = await docs.run('review', '--model', 'm', '--url', server.url, 'a.md', 'b.md');
    docs.remove();
    await server.close();
    assert.deepEqual([ran.code, server.asked.length], [2, 1]);
    assert.match(ran.err, /a\.md: not reviewed.*key.*\n.*b\.md: not reviewed: the run had to stop/);
  });

  it('says what would be sent, and sends nothing', async () => {
    const docs = folder({ 'a.md': WRONG, 'secret/b.md': WRONG, 'secret/.migration-terms.json': '{ "review": "off" }' });
    const ran = await docs.run('review', '--dry-run', '--model', 'm', '--url', 'http://127.0.0.1:9/v1?key=secret', '.');
    docs.remove();
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /a\.md: 1 request \(1\), about \d+ tokens/);
    assert.match(ran.out, /b\.md: nothing, as a configuration switches review off/);
    assert.match(ran.out, /would be sent to m at http:\/\/127\.0\.0\.1:9\/v1\/chat\/completions\. Nothing was sent\./);
  });

  it('sends nothing of a folder that switches review off, wherever the command runs', async () => {
    const docs = folder({
      'secret/.migration-terms.json': '{ "review": "off" }',
      'secret/in/a.md': WRONG,
      'b.md': WRONG,
    });
    const secret = join(docs.path, 'secret/in');
    symlinkSync(join(secret, 'a.md'), join(docs.path, 'link.md'));
    symlinkSync(secret, join(docs.path, 'folder'));
    for (const [cwd, ...argv] of [
      [secret, 'a.md'],
      [secret, '.'],
      [docs.path, 'link.md'],
      [docs.path, 'folder'],
      [docs.path, 'folder/a.md'],
      [join(docs.path, 'folder'), 'a.md'],
      [secret, '--no-config', 'a.md'],
    ] as const) {
      const { out } = await runIn(cwd, 'review', '--dry-run', ...argv);
      assert.match(out, /: nothing, as a configuration switches review off\n0 requests/, argv.join(' '));
    }
    assert.match((await docs.run('review', '--dry-run', 'b.md')).out, /^b\.md: 1 request/);
    docs.remove();
  });

  it('sends nothing of a folder that switches review off, whatever is below it', async () => {
    const server = await completions(says('{"remarks":[]}'));
    const docs = folder({
      'a.md': WRONG,
      '.migration-terms.json': '{ "review": "off" }',
      'inner/b.md': WRONG,
      'inner/.migration-terms.json': '{ "rules": {} }',
    });
    const ran = await docs.run('review', '--model', 'm', '--url', server.url, '.');
    docs.remove();
    await server.close();
    assert.equal(server.asked.length, 0);
    assert.match(ran.err, /a\.md: not sent.*\n.*b\.md: not sent/);
    assert.equal(ran.code, 1);
  });

  it('sends nothing of a folder whose configuration cannot be read', async () => {
    const server = await completions(says('{"remarks":[]}'));
    const files = { 'comma/a.md': WRONG, 'comma/.migration-terms.json': '{ "review": "off", }' };
    const docs = folder({ ...files, 'bytes/b.md': WRONG, 'bytes/.migration-terms.json': Buffer.from([0x7b, 0xff, 0]) });
    const ran = await docs.run('review', '--model', 'm', '--url', server.url, '.');
    docs.remove();
    await server.close();
    assert.equal(server.asked.length, 0);
    assert.equal(ran.err.match(/not sent: a configuration cannot be read, and may/g)?.length, 2, ran.err);
    assert.equal(ran.code, 2);
  });

  it('tests a model with the documents that come with the product', async () => {
    const server = await completions(says('{"remarks":[]}'));
    const docs = folder();
    const ran = await docs.run('review', '--self-test', '--model', 'm', '--url', server.url);
    docs.remove();
    await server.close();
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /Found: 0 of \d+ errors\nRight: 0 of 0 remarks\nSilent: 5 of 5 documents/);
    assert.equal(server.asked.length, 12);
  });

  it('refuses to send a key without encryption or with a line break, or to read one from an address', async () => {
    for (const [url, key, message] of [
      ['http://gateway.example/v1', 'secret', /without encryption/],
      ['http://127.0.0.1:9/v1', 'secret\n', /MIGRATION_TERMS_API_KEY holds a line break/],
      ['http://127.0.0.1:9/v1', 'secret…', /another character that no key has/],
    ] as const) {
      let err = '';
      const code = await main({
        argv: ['review', '--model', 'm', '--url', url, '-'],
        cwd: ROOT,
        env: { MIGRATION_TERMS_API_KEY: key },
        stdin: (async function* () {})(),
        stdout: { write: () => true },
        stderr: { write: (text) => (err += text) },
      });
      assert.deepEqual([code, message.test(err), err.includes('secret')], [2, true, false], err);
    }
    const command = parseArguments(['review', '--model', 'm', '--url', 'http://user:pass@example.org/v1']);
    assert.ok(command.kind === 'mistake' && /MIGRATION_TERMS_API_KEY/.test(command.message));
  });

  const MISTAKES: readonly (readonly [words: string, message: RegExp])[] = [
    ['review a.md', /--model NAME --url URL/],
    ['review --model m', /--url URL/],
    ['review --url http://x/v1', /--model NAME/],
    ['review --model m --url ftp://x', /https:\/\/ or http:\/\//],
    ['review --model m --url x', /an address such as/],
    ['review --model m --url http://x/v1 --answers a', /leave out --model/],
    ['review --dry-run --requests a', /Choose one/],
    ['review --self-test --model m --url http://x/v1 a.md', /leave out the paths/],
    ['review --model m --url http://x/v1 --at-once 0', /from 1 to 64/],
  ];
  for (const [words, message] of MISTAKES)
    it(`explains what is missing: ${words}`, () => {
      const command = parseArguments(words.split(' '));
      assert.ok(command.kind === 'mistake');
      assert.match(command.message, message);
    });
});
