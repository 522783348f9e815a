import assert from 'node:assert/strict';
import { Client, faultOf, type Answered } from '../../src/cli/review/client';
import { completions, json, says, type Completions, type Reply } from './completions';

const NOTHING = '{"remarks":[]}';

/** The answer to one question, how often the server was asked, and how long the client wanted to wait. */
async function asked(replies: readonly Reply[], { key, timeout = 20 }: { key?: string; timeout?: number } = {}) {
  const server: Completions = await completions(...replies);
  const waits: number[] = [];
  const wait = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  try {
    const endpoint = { model: 'm', url: new URL(`${server.url}/chat/completions`), atOnce: 1, timeout };
    const answered: Answered = await new Client(endpoint, key, { wait, signal: undefined }).ask('question');
    return { answered, times: server.asked.length, waits, asked: server.asked };
  } finally {
    await server.close();
  }
}

describe('a client of the chat-completions protocol', () => {
  it('sends one message, the key and the schema of the answer', async () => {
    const { answered, asked: sent } = await asked([says(NOTHING)], { key: 'secret' });
    assert.deepEqual(answered, { kind: 'answer', text: NOTHING, tokens: 1020 });
    assert.deepEqual(sent[0]!.body.messages, [{ role: 'user', content: 'question' }]);
    assert.equal(sent[0]!.authorization, 'Bearer secret');
    assert.equal(sent[0]!.path, '/v1/chat/completions');
    assert.ok(sent[0]!.body.response_format);
  });

  it('leaves out the schema where an endpoint does not know it', async () => {
    const { answered, asked: sent } = await asked([json(400, { error: 'response_format' }), says(NOTHING)]);
    assert.equal(answered.kind, 'answer');
    assert.equal(sent[1]!.body.response_format, undefined);
  });

  it('reads a content in parts', async () => {
    const { answered } = await asked([
      json(200, { choices: [{ message: { content: [{ type: 'text', text: '[' }, { text: ']' }] } }] }),
    ]);
    assert.deepEqual(answered, { kind: 'answer', text: '[]', tokens: undefined });
  });

  const cutOff: Reply = (response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"choices":[{"mess');
    setImmediate(() => response.destroy());
  };
  const silent: Reply = () => undefined;
  const endless: Reply = (response) => {
    response.writeHead(200);
    const more = (): void => void (response.writable && response.write('x'.repeat(1 << 16), () => setImmediate(more)));
    more();
  };

  /** Replies that are followed by a good one, and how often the client asks. */
  const RECOVERS: readonly (readonly [
    what: string,
    replies: readonly Reply[],
    times: number,
    waits: readonly number[],
  ])[] = [
    ['429 without a time', [json(429, {}), says(NOTHING)], 2, [1000]],
    ['429 with a time', [json(429, {}, { 'retry-after': '7' }), says(NOTHING)], 2, [7000]],
    ['429 with a time that is too long', [json(429, {}, { 'retry-after': '86400' }), says(NOTHING)], 2, [60_000]],
    ['500 several times', [json(500, {}), json(502, {}), json(503, {}), says(NOTHING)], 4, [1000, 2000, 4000]],
    ['a connection that breaks off', [cutOff, says(NOTHING)], 2, [1000]],
  ];
  for (const [what, replies, times, waits] of RECOVERS)
    it(`waits and asks again after ${what}`, async () => {
      const result = await asked(replies);
      assert.equal(result.answered.kind, 'answer');
      assert.deepEqual([result.times, result.waits], [times, waits]);
    });

  /** Replies that are final, and whether the run stops. */
  const FAILS: readonly (readonly [what: string, reply: Reply, message: RegExp, stops: boolean, times: number])[] = [
    ['429 again and again', json(429, {}), /no capacity/, true, 4],
    ['500 again and again', json(500, {}), /status 500/, false, 4],
    ['a wrong key', json(401, {}), /does not accept the key/, true, 1],
    ['an unknown model', json(404, {}), /does not know the model/, true, 1],
    ['a request that is too large', json(413, {}), /--budget/, false, 1],
    [
      'a redirect',
      json(307, {}, { location: 'http://127.0.0.1:1/v1/chat/completions' }),
      /redirects.*refused/,
      true,
      1,
    ],
    ['no JSON', (response) => response.end('<html>Welcome to the hotel</html>'), /no chat completion/, false, 1],
    ['other JSON', json(200, { choices: [{ text: NOTHING }] }), /no chat completion/, false, 1],
    ['a null', json(200, null), /no chat completion/, false, 1],
    ['an empty answer', says(' '), /no chat completion/, false, 1],
    ['an endless body', endless, /larger than 4 MB/, false, 1],
  ];
  for (const [what, reply, message, stops, times] of FAILS)
    it(`gives up after ${what}`, async () => {
      const result = await asked([reply]);
      assert.ok(result.answered.kind === 'failed');
      assert.match(result.answered.message, message);
      assert.deepEqual([result.answered.stops, result.times], [stops, times]);
    });

  it('gives up when no answer comes in time', async () => {
    const { answered, times } = await asked([silent], { timeout: 0.05 });
    assert.ok(answered.kind === 'failed' && /--timeout/.test(answered.message));
    assert.equal(times, 1);
  });

  it('says that the run was stopped', async () => {
    const stop = new AbortController();
    const server = await completions(() => stop.abort());
    const endpoint = { model: 'm', url: new URL(server.url), atOnce: 1, timeout: 20 };
    const client = new Client(endpoint, undefined, { wait: () => Promise.resolve(), signal: stop.signal });
    assert.deepEqual(await client.ask('x'), { kind: 'failed', message: 'the run was stopped', stops: true });
    await server.close();
  });

  for (const code of ['CERT_HAS_EXPIRED', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID'])
    it(`names the error of a certificate: ${code}`, () => {
      const { message, stops, mayPass } = faultOf(Object.assign(new Error(), { code }));
      assert.ok(message.includes(`certificate of the endpoint is not trusted (${code})`), message);
      assert.deepEqual([stops, mayPass], [true, false]);
    });

  it('says that nothing listens at an address', async () => {
    const server = await completions(says(NOTHING));
    await server.close();
    const endpoint = { model: 'm', url: new URL(server.url), atOnce: 1, timeout: 5 };
    const client = new Client(endpoint, undefined, { wait: () => Promise.resolve(), signal: undefined });
    assert.deepEqual(await client.ask('x'), {
      kind: 'failed',
      message: 'nothing listens at this address',
      stops: true,
    });
  });
});
