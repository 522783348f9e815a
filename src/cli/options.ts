import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from './suggest';

/** An option: the row of a command's table from which its reading, help, checks, completion and page follow. */
export interface Option<T> {
  /** Its name, if it is not that of the field: `languageId` is `--language-id`. */
  readonly name?: string;
  readonly short?: string;
  /** How help writes its value; a switch has none. */
  readonly value?: string;
  readonly isSwitch?: true;
  /** A word that may follow a switch. */
  readonly word?: string;
  readonly isRepeatable?: true;
  /** The values, if they are few; a shell completes them. */
  readonly values?: readonly string[];
  /** Lines of help; without any, the option is not for people. */
  readonly help: string;
  /** Help lists the options of a group by their names only, and says this of them. */
  readonly group?: string;
  /** The option without which this one means nothing, what to say without it, and the values that it must have. */
  readonly requires?: readonly [option: string, otherwise: string, values?: readonly string[]];
  /** Options that cannot be given together with this one, and what to say then. */
  readonly excludes?: readonly [options: readonly string[], otherwise: string];
  /** The value for a command, or for its absence; throws a {@link Mistake}. */
  readonly read: (given: string | undefined, all: readonly string[]) => T;
}

/** The table of a command: its options by the fields in which their values are. */
export type Options = Readonly<Record<string, Option<unknown>>>;
export type ValuesOf<O extends Options> = {
  readonly [Field in keyof O]: O[Field] extends Option<infer T> ? T : never;
};

/** A command line that cannot be carried out; the message says in one sentence what to write instead. */
export class Mistake extends Error {}

/** Reads the words after a command by its table; `undefined` if they ask for help. Throws a {@link Mistake}. */
export function readOptions<O extends Options>(
  words: readonly string[],
  options: O,
): { readonly values: ValuesOf<O>; readonly positionals: readonly string[] } | undefined {
  const rows = Object.entries(options);
  const named = rows.map(([field, row]) => [nameOf(field, row), row] as const);
  const { rest, word } = withoutWord(words, named);
  const { values: parsed, positionals } = parse(rest, [...named, HELP]);
  if (parsed.help) return undefined;
  const given: Given = { ...parsed, ...word };
  const has = (field: string): boolean => given[nameOf(field, options[field]!)] !== undefined;
  const values = Object.fromEntries(
    rows.map(([field, row]) => {
      const all = [given[nameOf(field, row)] ?? []].flat().map(String);
      return [field, row.read(all.at(-1), all)];
    }),
  );
  for (const [field, { requires, excludes }] of rows) {
    if (!has(field)) continue;
    const [needed = field, otherwise, among] = requires ?? [];
    if (!(among ? among.includes(values[needed] as string) : has(needed))) throw new Mistake(otherwise);
    if (excludes?.[0].some(has)) throw new Mistake(excludes[1]);
  }
  return { values: values as ValuesOf<O>, positionals };
}

/** The name of an option without dashes. */
export function nameOf(field: string, { name }: Pick<Option<unknown>, 'name'>): string {
  return name ?? field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function flag(help: string, row: Partial<Option<boolean>> = {}): Option<boolean> {
  return { help, isSwitch: true, read: (given) => given !== undefined, ...row };
}

export function text(
  value: string,
  help: string,
  row: Partial<Option<string | undefined>> = {},
): Option<string | undefined> {
  return { help, value, read: (given) => given, ...row };
}

/** Texts, one for each time that the option is given. */
export function texts(value: string, help: string, name: string): Option<readonly string[]> {
  return { help, value, name, isRepeatable: true, read: (_, all) => all };
}

/** One of some values, or the usual one. */
export function oneOf<T extends string, U extends T | undefined>(
  name: string,
  values: readonly T[],
  usual: U,
  help: string,
  value = values.join('|'),
): Option<T | U> {
  return { value, values, help, read: (given) => (given === undefined ? usual : among(name, given, values)) };
}

/** A whole number within limits, or the usual one. */
export function number<U extends number | undefined>(
  name: string,
  value: string,
  [least, most]: readonly [number, number],
  usual: U,
  help: string,
): Option<number | U> {
  const read = (given: string | undefined): number | U => {
    if (given === undefined) return usual;
    const count = /^\d{1,7}$/.test(given) ? Number(given) : NaN;
    if (count >= least && count <= most) return count;
    throw new Mistake(`--${name} cannot be "${given}"; it is a number from ${least} to ${most}.`);
  };
  return { value, help, read };
}

export function among<T extends string>(name: string, given: string, values: readonly T[]): T {
  const found = values.find((each) => each === given);
  if (found !== undefined) return found;
  throw new Mistake(`--${name} cannot be "${given}"; it is one of ${values.join(', ')}.`);
}

/** The same options, which help lists by their names only. */
export function grouped<O extends Options>(group: string, options: O): O {
  return Object.fromEntries(Object.entries(options).map(([field, row]) => [field, { ...row, group }])) as unknown as O;
}

const HELP = ['help', flag('explain the command', { short: 'h' })] as const;

/** Takes out the word that may follow a switch, which `parseArgs` does not know. */
function withoutWord(
  words: readonly string[],
  rows: readonly (readonly [string, Option<unknown>])[],
): { readonly rest: readonly string[]; readonly word: Given } {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  for (const [name, { word }] of rows) {
    if (word === undefined) continue;
    const at = words.findIndex(
      (each, i) => each === `--${name}=${word}` || (each === `--${name}` && words[i + 1] === word),
    );
    if (at < 0 || at > end) continue;
    const rest = words.toSpliced(at, words[at] === `--${name}` ? 2 : 1, `--${name}`);
    return { rest, word: { [name]: word } };
  }
  return { rest: words, word: {} };
}

type Given = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

function parse(
  words: readonly string[],
  rows: readonly (readonly [string, Option<unknown>])[],
): { readonly values: Given; readonly positionals: string[] } {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    rows.map(([name, { isSwitch, isRepeatable = false, short }]) => [
      name,
      { type: isSwitch ? 'boolean' : 'string', multiple: isRepeatable, ...(short !== undefined && { short }) },
    ]),
  );
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const option = /^Option '(?:-\w, )?(-{1,2}[\w-]+)/.exec(text)?.[1];
    if (option !== undefined)
      throw new Mistake(
        /does not take/.test(text) ? `${option} takes no value.` : `${option} needs a value: write ${option}=VALUE.`,
      );
    const unknown = /^Unknown option '(-{1,2}[^']*)'/.exec(text)?.[1];
    if (unknown === undefined) throw new Mistake(text.split('\n', 1)[0] ?? text);
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new Mistake(
      `There is no option "${unknown}" here.${didYouMean(unknown, known)} Options: ${known.join(', ')}.`,
    );
  }
}
