import { LANGS, type Lang, type Span } from '../document';
import type { Accepted, Options } from '../options';
import { RULES, SEVERITIES, isRuleId } from '../rules';
import { LONGEST_PATTERN, MOST_ALTERNATIVES, globFault, globMatcher } from './glob';
import { readJson } from './json';
import { MOST_DEPTH } from './limits';

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

export const RULE_LEVELS: readonly Options['rules'][keyof Options['rules']][] = [...SEVERITIES, 'off', 'default'];

/**
 * Reads the text of a configuration file. `didYouMean` may add a suggestion for an unknown word to the message. Never
 * throws.
 */
export function readConfig(
  text: string,
  didYouMean: (word: string, candidates: readonly string[]) => string = () => '',
): { readonly config: FolderConfig; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const problem = (start: number, length: number, message: string): void =>
    void problems.push({ start, end: start + length, message });
  const json = readJson(text);
  if (json.kind === 'problem') {
    problem(
      json.offset ?? 0,
      1,
      json.why === 'depth'
        ? `brackets are nested more than ${MOST_DEPTH} deep here; a configuration needs three.`
        : 'not valid JSON here; look for a missing or extra comma, quotation mark or bracket, or a comment.',
    );
    return { config: UNREAD_CONFIG, problems };
  }
  const parsed = json.value;
  if (!isRecord(parsed)) {
    problem(0, 1, 'the configuration must be an object: { "rules": { … }, "language": "auto" }.');
    return { config: UNREAD_CONFIG, problems };
  }
  // Keys are nearly unique in so small a file: a person looks at the first place where the quoted key occurs.
  const atKey = (key: string, message: string): void => {
    const quoted = JSON.stringify(key);
    problem(Math.max(0, text.indexOf(quoted)), quoted.length, message);
  };
  const unknown = (keys: readonly string[], what: string, known: readonly string[]): void => {
    const all = `${what.charAt(0).toUpperCase()}${what.slice(1)}s: ${known.join(', ')}.`;
    // So many unknown keys are not typing errors: one sentence reports them all.
    if (keys.length > MOST_NAMED)
      atKey(
        keys[0]!,
        `there are ${keys.length} ${what}s here that are not known, the first is "${clip(keys[0]!)}". ${all}`,
      );
    else
      for (const key of keys)
        atKey(
          key,
          `there is no ${what} "${clip(key)}".${key.length > MOST_SHOWN ? '' : didYouMean(key, known)} ${all}`,
        );
  };
  unknown(
    Object.keys(parsed).filter((key) => !KEYS.includes(key) && key !== '$schema'),
    'setting',
    KEYS,
  );
  const { language, rules = {}, termbases, accepted, exclude, review } = parsed;
  const texts = (key: string, value: unknown, what: string): readonly string[] => {
    if (value === undefined) return [];
    const isLong = Array.isArray(value) && value.length > MOST_LISTED;
    if (!isLong && Array.isArray(value) && value.every((each) => typeof each === 'string' && each.trim() !== ''))
      return value;
    atKey(key, `"${key}" must be a list of ${isLong ? `at most ${MOST_LISTED} ` : ''}${what}.`);
    return [];
  };
  const isLanguageRight = language === undefined || (typeof language === 'string' && LANGUAGES.includes(language));
  if (!isLanguageRight)
    atKey('language', `"language" cannot be ${clip(JSON.stringify(language))}; it is one of ${LANGUAGES.join(', ')}.`);
  const levels: [string, unknown][] = [];
  if (!isRecord(rules)) atKey('rules', `"rules" must be an object, for example { "${RULES[0]}": "off" }.`);
  else
    for (const [id, level] of Object.entries(rules)) {
      if (!isRuleId(id)) continue;
      if (!(RULE_LEVELS as readonly unknown[]).includes(level))
        atKey(id, `"${id}" cannot be ${clip(JSON.stringify(level))}; it is one of ${RULE_LEVELS.join(', ')}.`);
      else levels.push([id, level]);
    }
  if (isRecord(rules))
    unknown(
      Object.keys(rules).filter((id) => !isRuleId(id)),
      'rule',
      RULES,
    );
  if (review !== undefined && review !== 'off')
    atKey('review', '"review" can only be "off": a configuration keeps its documents from being sent, and no more.');
  const config: FolderConfig = {
    rules: Object.fromEntries(levels) as Config['rules'],
    language: isLanguageRight ? (language as Config['language']) : undefined,
    termbases: texts('termbases', termbases, 'paths, for example [ "house.migration-terms.json" ]'),
    accepted: readAccepted(accepted, (message) => atKey('accepted', message)),
    exclude: readExclude(texts('exclude', exclude, 'patterns, for example [ "**/archive/**" ]'), (message) =>
      atKey('exclude', message),
    ),
    // Whoever wrote the key meant to switch it off.
    review: review === undefined ? 'allowed' : 'off',
  };
  return { config, problems };
}

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

/** The patterns, unless matching them would take long, which is reported. */
function readExclude(patterns: readonly string[], problem: (message: string) => void): readonly string[] {
  const fault = globFault(patterns);
  if (fault === undefined) return patterns;
  if (fault.kind === 'together')
    problem('the patterns of "exclude" have too many alternatives together, so none is used. Write fewer patterns.');
  else
    problem(
      fault.kind === 'long'
        ? `the pattern "${clip(fault.pattern)}" of "exclude" is longer than ${LONGEST_PATTERN} characters, so no pattern is used. Write several shorter ones.`
        : `the pattern "${clip(fault.pattern)}" of "exclude" has more than ${MOST_ALTERNATIVES} alternatives, so no pattern is used. Write several patterns with fewer braces.`,
    );
  return [];
}

/** The valid accepted findings; each invalid one is reported and omitted. */
function readAccepted(value: unknown, problem: (message: string) => void): readonly Accepted[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MOST_LISTED) {
    problem(
      `"accepted" must be a list of at most ${MOST_LISTED} findings, for example [ { "rule": "${RULES[0]}", "text": "ICEM" } ].`,
    );
    return [];
  }
  return value.flatMap((each: unknown, i): readonly Accepted[] => {
    const { rule, text, name, around, ...others } = isRecord(each) ? each : {};
    const isText = (part: unknown): part is string =>
      typeof part === 'string' && part.trim() !== '' && part.length <= MOST_TEXT;
    if (
      typeof rule === 'string' &&
      isRuleId(rule) &&
      isText(text) &&
      (name === undefined || isText(name)) &&
      (around === undefined || isText(around)) &&
      Object.keys(others).length === 0
    )
      return [{ rule, text, ...(name === undefined ? {} : { name }), around }];
    problem(
      `entry ${i + 1} of "accepted" needs a "rule", one of ${RULES.join(', ')}, a "text", the "name" that a check gives for it and, where it holds for one place, the words "around" it; nothing else.`,
    );
    return [];
  });
}

const MOST_TEXT = 1000;
const MOST_NAMED = 10;
const MOST_LISTED = 1000;
const MOST_SHOWN = 60;

/** Shortens a text to what a person needs to find it again. */
function clip(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

const LANGUAGES: readonly string[] = ['auto', ...LANGS];
const KEYS = ['rules', 'language', 'termbases', 'accepted', 'exclude', 'review'];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
