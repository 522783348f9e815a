import { lstat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readJson } from '../../core/config/json';
import { isRecord } from '../../core/given';
import { lineIndex } from '../../core/lineIndex';
import type { Selection } from '../sharedOptions';
import { readBytes } from '../readBytes';
import { decode } from '../readText';
import { reasonOf } from '../reasons';
import { settleCopy } from '../safetyCopy';
import { positionText } from '../style';
import { ENTRY } from './known';

/** The known findings of a run. */
export interface Baseline {
  /** The folder of the file; the paths in it start there. */
  readonly folder: string;
  /** The entries of each file, by its path with slashes. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** Whether the file is written anew, so that all findings are known. */
  readonly isUpdated: boolean;
}

/** What a run found in one file, for the baseline; complete once the report on the file has been printed. */
export interface Seen {
  /** The path of the file in the baseline. */
  readonly key: string;
  readonly entries: string[];
  /** The number of findings that are not reported. */
  hidden: number;
}

export type OpenedBaseline =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly baseline: Baseline }
  | { readonly kind: 'problem'; readonly message: string };

/** Reads the baseline that the command names; one that is to be written need not exist. Never throws. */
export async function openBaseline(
  { baseline: path, updateBaseline }: Pick<Selection, 'baseline' | 'updateBaseline'>,
  cwd: string,
): Promise<OpenedBaseline> {
  if (path === undefined) return { kind: 'none' };
  const fullPath = resolve(cwd, path);
  const folder = dirname(fullPath);
  try {
    await lstat(fullPath);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && updateBaseline)
      return { kind: 'open', baseline: { folder, files: new Map(), isUpdated: true } };
    return {
      kind: 'problem',
      message: `${path}: ${reasonOf(error)}. To write it with the findings of now, add --update-baseline.`,
    };
  }
  // Only if the file is to be written: an earlier run may have been stopped while writing it.
  if (updateBaseline) await settleCopy(fullPath).catch(() => undefined);
  const read = await readBytes(fullPath, MOST_BYTES);
  if (read.kind === 'problem')
    return { kind: 'problem', message: `${path}: cannot read the baseline: ${read.message}` };
  const content = decode(read.bytes);
  if (content.kind === 'problem') return { kind: 'problem', message: `${path}: ${content.message}. ${REPAIR}` };
  const parsed = parseBaseline(content.text);
  return parsed.kind === 'problem'
    ? { kind: 'problem', message: `${path}${parsed.at}: ${parsed.message}` }
    : { kind: 'open', baseline: { folder, files: parsed.files, isUpdated: updateBaseline } };
}

/** Exported for its tests: the entries of each file, or what is wrong and how to repair it. */
export function parseBaseline(
  text: string,
):
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: 'problem'; readonly at: string; readonly message: string } {
  const problem = (message: string, at = ''): { kind: 'problem'; at: string; message: string } => ({
    kind: 'problem',
    at,
    message: `${message} ${REPAIR}`,
  });
  const json = readJson(text);
  if (json.kind === 'problem') {
    const at = json.offset === undefined ? '' : positionText(lineIndex(text), json.offset);
    return problem('is not valid JSON.', at);
  }
  const { version, files } = isRecord(json.value) ? json.value : {};
  if (typeof version !== 'number' || !isRecord(files)) return problem('is not a baseline of this program.');
  if (version !== BASELINE_VERSION)
    return problem(`is a baseline of version ${version}; this program reads version ${BASELINE_VERSION}.`);
  for (const [path, entries] of Object.entries(files))
    if (!Array.isArray(entries) || !entries.every((each) => typeof each === 'string' && ENTRY.test(each)))
      return problem(`has entries for "${path}" that this program did not write.`);
  return { kind: 'files', files: new Map(Object.entries(files as Record<string, readonly string[]>)) };
}

/** The text of a baseline: sorted, so that a moved line changes nothing. */
export function textOfBaseline(files: ReadonlyMap<string, readonly string[]>): string {
  const sorted = [...files]
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, entries]) => [path, [...entries].sort()]);
  // `__proto__` is an ordinary key for `fromEntries`, as for `JSON.parse`.
  return `${JSON.stringify({ version: BASELINE_VERSION, files: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}

const BASELINE_VERSION = 1;
export const MOST_BYTES = 200_000_000;
const REPAIR = 'Restore it from version control, or remove it and write a new one with --update-baseline.';
