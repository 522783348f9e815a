import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { builtinFiles, builtinTermbase } from '../core/termbase/builtin';
import { loadTermbase, type NamedFile } from '../core/termbase/load';
import { rangeOfPlace } from '../core/termbase/place';
import type { Termbase } from '../core/termbase/termbase';
import type { Output } from './invocation';
import { jsonErrorOffset } from '../core/config/jsonPlace';
import { lineIndex, type LineIndex } from './lineIndex';
import { decode } from './readText';
import { reasonOf } from './reasons';
import { printable } from './report/style';

/** The termbase that a run works with, and whether one of the writer's own files could not be read. */
export interface OpenedTermbase {
  readonly termbase: Termbase;
  readonly failed: boolean;
}

/** The end of the name of a writer's own termbase, by which it is found. */
export const OWN_TERMBASE_END = '.migration-terms.json';

/** Whether a file of this name is one; the configuration of a folder ends in the same, and is none. */
export function isOwnTermbase(name: string): boolean {
  return name.endsWith(OWN_TERMBASE_END) && name !== OWN_TERMBASE_END;
}

/**
 * The built-in termbase with the writer's own over it. What is wrong with one is told on standard error with its line, and
 * the rest goes on.
 */
export async function openTermbase(ownPaths: readonly string[], cwd: string, stderr: Output): Promise<OpenedTermbase> {
  const paths = new Map<string, string>();
  for (const path of ownPaths) if (!paths.has(resolve(cwd, path))) paths.set(resolve(cwd, path), path);
  if (paths.size === 0) return { termbase: builtinTermbase(), failed: false };
  const own: NamedFile[] = [];
  const texts = new Map<string, { readonly text: string; readonly index: LineIndex }>();
  let failed = false;
  for (const [fullPath, path] of paths) {
    const read = await readJson(fullPath);
    if (read.kind === 'problem') {
      failed = true;
      stderr.write(`${printable(path)}${read.at}: ${printable(read.message)} It is left out; the built-in termbase is used without it.\n`);
      continue;
    }
    own.push({ file: path, content: read.content });
    texts.set(path, { text: read.text, index: lineIndex(read.text) });
  }
  const { termbase, problems } = loadTermbase(builtinFiles(), own);
  for (const { severity, file, place, message } of problems) {
    const own = texts.get(file);
    if (own === undefined) continue;
    const at = positionText(own.index, rangeOfPlace(own.text, place).start);
    stderr.write(`${printable(file)}${at}: ${severity === 'error' ? 'left out' : 'warning'}: ${printable(message)}\n`);
  }
  return { termbase, failed };
}

type Read =
  | { readonly kind: 'read'; readonly text: string; readonly content: unknown }
  | { readonly kind: 'problem'; readonly at: string; readonly message: string };

/** Larger than any termbase that people write; reading more would hold up every check. */
const MOST_BYTES = 8_000_000;

async function readJson(fullPath: string): Promise<Read> {
  let text: string;
  try {
    const { size } = await stat(fullPath);
    if (size > MOST_BYTES) return { kind: 'problem', at: '', message: `This termbase is larger than ${MOST_BYTES / 1_000_000} MB. Divide it, or leave out what is not needed.` };
    const content = decode(await readFile(fullPath));
    if (content.kind === 'problem') return { kind: 'problem', at: '', message: `This termbase is ${content.message}.` };
    ({ text } = content);
  } catch (error) {
    return { kind: 'problem', at: '', message: `This termbase cannot be read: ${reasonOf(error)}.` };
  }
  try {
    return { kind: 'read', text, content: JSON.parse(text) };
  } catch {
    return { kind: 'problem', at: placeOfError(text), message: 'Not valid JSON; look for a missing or extra comma, quotation mark or bracket, or a comment.' };
  }
}

/** Empty for what is so large or so deep that looking for the place would take longer than the person wants to wait. */
function placeOfError(text: string): string {
  if (text.length > 1_000_000) return '';
  try {
    return positionText(lineIndex(text), jsonErrorOffset(text));
  } catch {
    return '';
  }
}

function positionText(index: LineIndex, offset: number): string {
  const { line, character } = index.positionAt(offset);
  return `:${line + 1}:${character + 1}`;
}
