import type { Lang, Span } from '../document';
import type { Accepted, Options } from '../options';
import { globMatcher } from './glob';

/** The configuration of a document, merged from the files of the folders that contain it. */
export interface Config {
  readonly rules: Partial<Options['rules']>;
  readonly language: Lang | 'auto' | undefined;
  /** Paths as written: a relative one starts at the folder of the file. */
  readonly termbases: readonly string[];
  readonly accepted: readonly Accepted[];
  readonly review: ReviewConsent;
}

/**
 * Whether the documents of a folder may be sent to a language model: `off` where a file says that they may not, and
 * `unread` where a file that may say so cannot be read.
 */
export type ReviewConsent = 'allowed' | 'unread' | 'off';

/** The contents of the configuration file of one folder. */
export interface FolderConfig extends Config {
  /** Glob patterns, relative to the folder of the file, of paths that are not checked. */
  readonly exclude: readonly string[];
}

/** A fault in a configuration file; the faulty value is omitted from the {@link FolderConfig}. */
export interface ConfigProblem extends Span {
  readonly message: string;
}

export const NO_CONFIG: FolderConfig = {
  rules: {},
  language: undefined,
  termbases: [],
  accepted: [],
  exclude: [],
  review: 'allowed',
};

/** What is assumed of a file that cannot be read: it may be the one that keeps its documents from being sent. */
export const UNREAD_CONFIG: FolderConfig = { ...NO_CONFIG, review: 'unread' };

/** A file with this name applies to its folder and all folders below it. */
export const CONFIG_FILE = '.migration-terms.json';

/** Merges nested configurations: the inner one takes precedence, and lists are joined. */
export function nest(outer: Config, inner: Config): Config {
  return {
    rules: { ...outer.rules, ...inner.rules },
    language: inner.language ?? outer.language,
    termbases: [...outer.termbases, ...inner.termbases],
    accepted: [...outer.accepted, ...inner.accepted],
    review: CONSENTS[Math.max(CONSENTS.indexOf(outer.review), CONSENTS.indexOf(inner.review))]!,
  };
}

/** The later one decides, whichever folder it is for. */
const CONSENTS: readonly ReviewConsent[] = ['allowed', 'unread', 'off'];

/** Returns a test for whether the configuration of a folder excludes a path, relative to that folder. */
export function excluder({ exclude }: FolderConfig): (path: string) => boolean {
  return exclude.length === 0 ? () => false : globMatcher(exclude);
}
