import { flag, grouped, Mistake, number, text, type ValuesOf } from './options';
import { CHOICES_IN_HELP, choicesOf, FAIL_ON, filled, FORMAT, pathsOf, SELECTION } from './sharedOptions';

const ASKS_NO_MODEL = [
  ['model', 'url'],
  '--requests and --answers ask no model: leave out --model and --url.',
] as const;
const ONE_WAY = 'Choose one: --requests and --answers, --dry-run, or --self-test.';

/** The environment variable with the key of the endpoint; a key is read from nowhere else. */
export const KEY_VARIABLE = 'MIGRATION_TERMS_API_KEY';

export const REVIEW = {
  model: text('NAME', 'the model, by the name that the endpoint knows', {
    requires: ['url', '--model needs the address of an endpoint as well: --url URL.'],
  }),
  url: text(
    'URL',
    `an endpoint of the chat-completions protocol: http://localhost:11434/v1;\nits key, if it needs one, is read from the variable ${KEY_VARIABLE} only`,
    { requires: ['model', '--url needs the name of a model as well: --model NAME.'] },
  ),
  dryRun: flag('send nothing; say what would be sent, and about how many tokens', {
    excludes: [['requests', 'answers', 'selfTest'], ONE_WAY],
  }),
  requests: text(
    'DIR',
    'send nothing; write each request as a file of DIR, 0001.request.md ..., exactly as a model\nwould get it; a file that has the same request already is kept, any other refused',
    { read: (given) => filled(given, '--requests needs a folder: --requests DIR.'), excludes: ASKS_NO_MODEL },
  ),
  answers: text(
    'DIR',
    'judge the answers in DIR, 0001.answer.json ..., as if a model had given them; with --requests\nonly if the requests are still those of that folder',
    { read: (given) => filled(given, '--answers needs a folder: --answers DIR.'), excludes: ASKS_NO_MODEL },
  ),
  selfTest: flag('review documents that come with the product, and say how good the model is', {
    excludes: [['requests', 'answers', 'dryRun'], ONE_WAY],
  }),
  unsure: flag('also report remarks of which the model is less than half sure'),
  atOnce: number('at-once', 'N', [1, 64], 2, 'how many requests are under way at the same time; default 2'),
  timeout: number('timeout', 'SECONDS', [1, 3_600], 300, 'how long one answer is awaited; default 300'),
  budget: number(
    'budget',
    'TOKENS',
    [1_000, 1_000_000],
    undefined,
    'how much of the record goes along at most; default about 20,000',
  ),
  ...grouped('as for "check"', { format: FORMAT, failOn: FAIL_ON, ...SELECTION }),
  ...CHOICES_IN_HELP,
};

export type ReviewCommand = ReturnType<typeof reviewOf>;

/**
 * Where requests go and answers come from: a model at an endpoint, with the documents or with those of the self-test;
 * folders of files; or nowhere, only to say what would be sent.
 */
export type Way =
  | { readonly kind: 'model' | 'self-test'; readonly endpoint: Endpoint }
  | { readonly kind: 'files'; readonly requests: string | undefined; readonly answers: string | undefined }
  | { readonly kind: 'dry-run'; readonly endpoint: Endpoint | undefined };

/** An endpoint that speaks the chat-completions protocol. */
export interface Endpoint {
  readonly model: string;
  readonly url: URL;
  /** The most requests that are under way at the same time. */
  readonly atOnce: number;
  /** In seconds: the longest time for which one answer is awaited. */
  readonly timeout: number;
}

export function reviewOf(values: ValuesOf<typeof REVIEW>, positionals: readonly string[]) {
  const { model, url, dryRun, requests, answers, selfTest, atOnce, timeout, ...rest } = values;
  const way = wayOf(values);
  if (way.kind === 'self-test' && positionals.length > 0)
    throw new Mistake('--self-test reads the documents that come with the product: leave out the paths.');
  return { kind: 'review' as const, ...choicesOf(rest), ...pathsOf(positionals), bom: false, explain: false, way };
}

function wayOf({ model, url, dryRun, requests, answers, selfTest, atOnce, timeout }: ValuesOf<typeof REVIEW>): Way {
  if ((requests ?? answers) !== undefined) return { kind: 'files', requests, answers };
  if (model?.trim() === '') throw new Mistake('--url needs the name of a model as well: --model NAME.');
  const endpoint =
    model === undefined || url === undefined ? undefined : { model, url: addressOf(url), atOnce, timeout };
  if (dryRun) return { kind: 'dry-run', endpoint };
  if (!endpoint)
    throw new Mistake(
      'A review needs a model: --model NAME --url URL. Or write the requests with --requests DIR and read the answers with --answers DIR.',
    );
  return { kind: selfTest ? 'self-test' : 'model', endpoint };
}

/** The address of the chat completions: the base of an endpoint is enough. */
function addressOf(given: string): URL {
  if (!URL.canParse(given))
    throw new Mistake(`--url cannot be "${given}"; it is an address such as http://localhost:11434/v1.`);
  const url = new URL(given);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Mistake(`--url must begin with https:// or http://, not ${url.protocol}//.`);
  if (url.username !== '' || url.password !== '')
    throw new Mistake(`--url must not hold a password: put the key into the variable ${KEY_VARIABLE}.`);
  if (!url.pathname.endsWith(COMPLETIONS)) url.pathname = url.pathname.replace(/\/+$/, '') + COMPLETIONS;
  return url;
}

const COMPLETIONS = '/chat/completions';
