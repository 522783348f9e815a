import { SEVERITIES, type Severity } from '../core/rules';
import {
  CHECK_FORMATS,
  choices,
  CHOICES,
  FORMAT,
  Mistake,
  oneOf,
  read,
  selectionOf,
  type CheckFormat,
  type Choices,
  type Selection,
  type Values,
} from './options';

export interface ReviewCommand extends Choices, Selection {
  readonly kind: 'review';
  readonly paths: readonly string[];
  /** Whether the user gave the paths; without a path the current folder is reviewed. */
  readonly areNamed: boolean;
  readonly format: CheckFormat;
  readonly bom: false;
  readonly explain: false;
  readonly failOn: Severity | 'never';
  readonly way: Way;
  /** Whether remarks are shown of which the model is less than half sure. */
  readonly unsure: boolean;
  /** The length of the record that goes along with a request, in tokens; `undefined` for the usual one. */
  readonly budget: number | undefined;
}

/**
 * Where requests go and answers come from: a model at an endpoint, with the documents or with those of the self-test;
 * folders of files; or nowhere, only to say what would be sent.
 */
export type Way =
  | { readonly kind: 'model'; readonly endpoint: Endpoint }
  | { readonly kind: 'self-test'; readonly endpoint: Endpoint }
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

/** The command that the words after `review` give; `undefined` for its help. Throws a {@link Mistake}. */
export function readReview(rest: readonly string[]): ReviewCommand | undefined {
  const { values, positionals } = read(rest, {
    ...CHOICES,
    ...FORMAT,
    model: { type: 'string' },
    url: { type: 'string' },
    'dry-run': { type: 'boolean' },
    requests: { type: 'string' },
    answers: { type: 'string' },
    'self-test': { type: 'boolean' },
    unsure: { type: 'boolean' },
    budget: { type: 'string' },
    'at-once': { type: 'string' },
    timeout: { type: 'string' },
    'fail-on': { type: 'string' },
    baseline: { type: 'string' },
    'update-baseline': { type: 'boolean' },
    'changed-since': { type: 'string' },
  });
  if (values.help) return undefined;
  const way = wayOf(values);
  if (way.kind === 'self-test' && positionals.length > 0)
    throw new Mistake('--self-test reads the documents that come with the product: leave out the paths.');
  return {
    kind: 'review',
    paths: positionals.length > 0 ? positionals : ['.'],
    areNamed: positionals.length > 0,
    ...choices(values),
    format: oneOf('--format', values.format, CHECK_FORMATS) ?? 'text',
    bom: false,
    explain: false,
    failOn: oneOf('--fail-on', values['fail-on'], [...SEVERITIES, 'never'] as const) ?? 'warning',
    way,
    unsure: values.unsure === true,
    budget: numberOf('--budget', values.budget, 1_000, 1_000_000),
    ...selectionOf(values),
  };
}

function wayOf(values: Values): Way {
  const endpoint = endpointOf(values);
  const requests = folderOf('--requests', values.requests);
  const answers = folderOf('--answers', values.answers);
  const isFiles = (requests ?? answers) !== undefined;
  const chosen = [isFiles, values['dry-run'] === true, values['self-test'] === true].filter(Boolean).length;
  if (chosen > 1) throw new Mistake('Choose one: --requests and --answers, --dry-run, or --self-test.');
  if (values['dry-run'] === true) return { kind: 'dry-run', endpoint };
  if (isFiles) {
    if (endpoint) throw new Mistake('--requests and --answers ask no model: leave out --model and --url.');
    return { kind: 'files', requests, answers };
  }
  if (!endpoint)
    throw new Mistake(
      'A review needs a model: --model NAME --url URL. Or write the requests with --requests DIR and read the answers with --answers DIR.',
    );
  return { kind: values['self-test'] === true ? 'self-test' : 'model', endpoint };
}

function endpointOf(values: Values): Endpoint | undefined {
  const { model, url } = values as Readonly<Record<string, string | undefined>>;
  if (model === undefined && url === undefined) return undefined;
  if (model === undefined || model.trim() === '')
    throw new Mistake('--url needs the name of a model as well: --model NAME.');
  if (url === undefined) throw new Mistake('--model needs the address of an endpoint as well: --url URL.');
  return {
    model,
    url: addressOf(url),
    atOnce: numberOf('--at-once', values['at-once'], 1, 64) ?? USUAL_AT_ONCE,
    timeout: numberOf('--timeout', values.timeout, 1, 3_600) ?? USUAL_TIMEOUT,
  };
}

const USUAL_AT_ONCE = 2;
const USUAL_TIMEOUT = 300;

/** The address of the chat completions: the base of an endpoint is enough. */
function addressOf(text: string): URL {
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new Mistake(`--url cannot be "${text}"; it is an address such as http://localhost:11434/v1.`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Mistake(`--url must begin with https:// or http://, not ${url.protocol}//.`);
  if (url.username !== '' || url.password !== '')
    throw new Mistake(`--url must not hold a password: put the key into the variable ${KEY_VARIABLE}.`);
  if (!url.pathname.endsWith(COMPLETIONS)) url.pathname = url.pathname.replace(/\/+$/, '') + COMPLETIONS;
  return url;
}

const COMPLETIONS = '/chat/completions';

/** The environment variable with the key of the endpoint; a key is read from nowhere else. */
export const KEY_VARIABLE = 'MIGRATION_TERMS_API_KEY';

function folderOf(option: string, value: Values[string]): string | undefined {
  if (value === '') throw new Mistake(`${option} needs a folder: ${option} DIR.`);
  return value as string | undefined;
}

function numberOf(option: string, value: Values[string], least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,7}$/.test(String(value)) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new Mistake(`${option} cannot be "${String(value)}"; it is a number from ${least} to ${most}.`);
}
