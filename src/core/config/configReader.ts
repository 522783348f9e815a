import * as z from 'zod/mini';
import { clip, isRecord, MOST_NAMED, MOST_SHOWN } from '../given';
import type { Accepted } from '../options';
import { isRuleId, RULES, type RuleId } from '../rules';
import { MOST_LISTED, needsOf } from '../schema';
import { UNREAD_CONFIG, type ConfigProblem, type FolderConfig } from './config';
import { LONGEST_PATTERN, MOST_ALTERNATIVES, globFault } from './glob';
import { readJson } from './json';
import { MOST_DEPTH } from './limits';
import { ACCEPTED, CONFIG, LEVELS } from './schema';

type DidYouMean = (word: string, candidates: readonly string[]) => string;

interface ReadConfig {
  readonly config: FolderConfig;
  readonly problems: readonly ConfigProblem[];
}

/** As `readConfig.ts` describes it. */
export function readConfig(text: string, didYouMean: DidYouMean = () => ''): ReadConfig {
  const json = readJson(text);
  if (json.kind === 'problem')
    return unread(
      json.offset ?? 0,
      json.why === 'depth'
        ? `brackets are nested more than ${MOST_DEPTH} deep here; a configuration needs three.`
        : 'not valid JSON here; look for a missing or extra comma, quotation mark or bracket, or a comment.',
    );
  if (!isRecord(json.value))
    return unread(0, 'the configuration must be an object: { "rules": { … }, "language": "auto" }.');
  return new Reader(text, didYouMean).read(json.value);
}

function unread(start: number, message: string): ReadConfig {
  return { config: UNREAD_CONFIG, problems: [{ start, end: start + 1, message }] };
}

class Reader {
  private readonly problems: ConfigProblem[] = [];

  constructor(
    private readonly text: string,
    private readonly didYouMean: DidYouMean,
  ) {}

  read(parsed: Readonly<Record<string, unknown>>): ReadConfig {
    const { $schema: _, ...settings } = CONFIG.shape;
    const { rules = {}, review } = parsed;
    const keys = Object.keys(parsed).filter((key) => key !== '$schema');
    this.reportUnknown(keys, 'setting', Object.keys(settings));
    const language = this.value('language', settings.language, parsed.language);
    const levels = this.levels(rules);
    if (!z.safeParse(settings.review, review).success)
      this.problem(
        'review',
        '"review" can only be "off": a configuration keeps its documents from being sent, and no more.',
      );
    return {
      config: {
        rules: levels,
        language,
        termbases: this.value('termbases', settings.termbases, parsed.termbases) ?? [],
        accepted: this.accepted(parsed.accepted),
        exclude: this.patterns(this.value('exclude', settings.exclude, parsed.exclude) ?? []),
        // Whoever wrote the key meant to switch it off.
        review: review === undefined ? 'allowed' : 'off',
      },
      problems: this.problems,
    };
  }

  /** The value of a setting; one that is not valid is reported. */
  private value<T>(key: string, field: z.ZodMiniType<T>, value: unknown): T | undefined {
    const read = z.safeParse(field, value);
    if (read.success) return read.data;
    const needs = needsOf(field);
    const isChoice = needs.startsWith('one of');
    const fault = isChoice ? `cannot be ${clip(JSON.stringify(value))}; it is ${needs}` : `must be ${needs}`;
    this.problem(key, `"${key}" ${fault}.`);
    return undefined;
  }

  private levels(rules: unknown): FolderConfig['rules'] {
    if (!isRecord(rules)) {
      this.problem('rules', `"rules" must be ${needsOf(LEVELS)}.`);
      return {};
    }
    const known = Object.entries(rules).filter((entry): entry is [RuleId, unknown] => isRuleId(entry[0]));
    const levels = known.map(([id, level]) => [id, this.value(id, LEVELS.shape[id], level)] as const);
    this.reportUnknown(Object.keys(rules), 'rule', RULES);
    return Object.fromEntries(levels.filter(([, level]) => level !== undefined));
  }

  /** The valid accepted findings; each invalid one is reported and omitted. */
  private accepted(value: unknown = []): readonly Accepted[] {
    if (!Array.isArray(value) || value.length > MOST_LISTED) {
      this.problem('accepted', `"accepted" must be ${needsOf(CONFIG.shape.accepted)}.`);
      return [];
    }
    return value.flatMap((each: unknown, i): readonly Accepted[] => {
      const read = z.safeParse(ACCEPTED, each);
      if (read.success) return [{ ...read.data, around: read.data.around }];
      this.problem('accepted', `entry ${i + 1} of "accepted" needs ${needsOf(ACCEPTED)}.`);
      return [];
    });
  }

  /** The patterns, unless matching them would take long, which is reported. */
  private patterns(patterns: readonly string[]): readonly string[] {
    const fault = globFault(patterns);
    if (fault === undefined) return patterns;
    this.problem(
      'exclude',
      fault.kind === 'together'
        ? 'the patterns of "exclude" have too many alternatives together, so none is used. Write fewer patterns.'
        : fault.kind === 'long'
          ? `the pattern "${clip(fault.pattern)}" of "exclude" is longer than ${LONGEST_PATTERN} characters, so no pattern is used. Write several shorter ones.`
          : `the pattern "${clip(fault.pattern)}" of "exclude" has more than ${MOST_ALTERNATIVES} alternatives, so no pattern is used. Write several patterns with fewer braces.`,
    );
    return [];
  }

  private reportUnknown(keys: readonly string[], what: string, known: readonly string[]): void {
    const unknown = keys.filter((key) => !known.includes(key));
    const all = `${what.charAt(0).toUpperCase()}${what.slice(1)}s: ${known.join(', ')}.`;
    if (unknown.length > MOST_NAMED)
      this.problem(
        unknown[0]!,
        `there are ${unknown.length} ${what}s here that are not known, the first is "${clip(unknown[0]!)}". ${all}`,
      );
    else
      for (const key of unknown)
        this.problem(
          key,
          `there is no ${what} "${clip(key)}".${key.length > MOST_SHOWN ? '' : this.didYouMean(key, known)} ${all}`,
        );
  }

  /** Keys are nearly unique in so small a file: a person looks at the first place where the quoted key occurs. */
  private problem(key: string, message: string): void {
    const quoted = JSON.stringify(key);
    const start = Math.max(0, this.text.indexOf(quoted));
    this.problems.push({ start, end: start + quoted.length, message });
  }
}
