import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
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

  describe('with any status', () => {
    const COMPLETE = '{"choices":[{"message":{"content":"[]"}}]}';
    /** What a server sends after the head of its response. */
    const BODIES: Readonly<Record<string, (socket: Socket, status: number) => void>> = {
      'with a body': (socket, status) =>
        socket.end(`${headOf(status)}content-length: ${COMPLETE.length}\r\n\r\n${COMPLETE}`),
      'without a body': (socket, status) => socket.end(`${headOf(status)}content-length: 0\r\n\r\n`),
      'cut off': (socket, status) =>
        socket.write(`${headOf(status)}content-length: 1000\r\n\r\n{"cho`, () => socket.destroy()),
      'never ending': (socket, status) => void socket.write(`${headOf(status)}content-length: 1000\r\n\r\n{"cho`),
    };
    for (const [what, send] of Object.entries(BODIES))
      it(`has an outcome: ${what}`, async () => {
        let status = 100;
        const server = createServer((socket) => {
          socket.on('error', () => undefined);
          socket.once('data', () => send(socket, status));
        });
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat/completions`);
        // The head of a response arrives at once; only one that never ends is awaited.
        const timeout = what === 'never ending' ? 0.02 : 20;
        const ask = (): Promise<Answered> =>
          new Client({ model: 'm', url, atOnce: 1, timeout }, undefined, {
            wait: () => Promise.resolve(),
            signal: undefined,
          }).ask('x');
        for (; status < 600; status += what === 'never ending' ? 7 : 1) {
          // The others from 102 to 199 only announce a response, which does not follow.
          if (what !== 'never ending' && status > 101 && status < 200) continue;
          const answered = await ask();
          const isAnswer = what === 'with a body' && status === 200;
          assert.equal(answered.kind, isAnswer ? 'answer' : 'failed', String(status));
          assert.ok(answered.kind === 'answer' || /^[^.]+[^.]$/.test(answered.message), JSON.stringify(answered));
        }
        await new Promise((resolve) => server.close(resolve));
      }).timeout(60_000);
  });

  it('gives up when an endpoint switches protocols', async () => {
    const { answered, times } = await asked([
      (response) =>
        void response.socket!.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    ]);
    assert.deepEqual(
      [answered, times],
      [{ kind: 'failed', message: 'the endpoint answered with the status 101', stops: false }, 1],
    );
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

function headOf(status: number): string {
  const upgrade = status === 101 ? 'upgrade: x\r\nconnection: upgrade\r\n' : 'connection: close\r\n';
  return `HTTP/1.1 ${status} Status\r\n${upgrade}`;
}
