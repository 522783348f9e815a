import { resolve } from 'node:path';
import { readJson } from '../core/config/json';
import { MOST_DEPTH, MOST_TERMBASE_BYTES } from '../core/config/limits';
import { lineIndex, type LineIndex } from '../core/lineIndex';
import { builtinFiles, builtinTermbase } from '../core/termbase/builtin';
import { loadTermbase, type NamedFile } from '../core/termbase/load';
import { rangesIn } from '../core/termbase/jsonPosition';
import type { Termbase } from '../core/termbase/termbase';
import type { Output } from './invocation';
import { readBytes } from './readBytes';
import { decode } from './readText';
import { positionText, printable } from './style';

/** The termbase of a run, and whether one of the writer's own files could not be read. */
export interface OpenedTermbase {
  readonly termbase: Termbase;
  readonly failed: boolean;
  /** What of the writer's own files is not used, with the path as the user would write it. */
  readonly unused: readonly { readonly path: string; readonly message: string }[];
}

/** The file name ending by which a writer's own termbase is found. */
export const OWN_TERMBASE_END = '.migration-terms.json';

/** Whether a file of this name is one. The configuration file of a folder has the same ending, but is not. */
export function isOwnTermbase(name: string): boolean {
  return name.endsWith(OWN_TERMBASE_END) && name !== OWN_TERMBASE_END;
}

/**
 * The built-in termbase, overlaid with the writer's own. A wrong entry is reported on standard error with its line and
 * skipped; the others are loaded.
 */
export async function openTermbase(ownPaths: readonly string[], cwd: string, stderr: Output): Promise<OpenedTermbase> {
  const paths = new Map<string, string>();
  for (const path of ownPaths) if (!paths.has(resolve(cwd, path))) paths.set(resolve(cwd, path), path);
  if (paths.size === 0) return { termbase: builtinTermbase(), failed: false, unused: [] };
  const own: NamedFile[] = [];
  const texts = new Map<string, { readonly rangeOf: ReturnType<typeof rangesIn>; readonly index: LineIndex }>();
  const unused: { path: string; message: string }[] = [];
  let failed = false;
  for (const [fullPath, path] of paths) {
    const read = await readTermbase(fullPath);
    if (read.kind === 'problem') {
      failed = true;
      const message = `${read.message} It is skipped; the built-in termbase is used without it.`;
      unused.push({ path, message });
      stderr.write(`${printable(path)}${read.at}: ${printable(message)}\n`);
      continue;
    }
    own.push({ file: path, content: read.content });
    texts.set(path, { rangeOf: rangesIn(read.text), index: lineIndex(read.text) });
  }
  const { termbase, problems } = loadTermbase(builtinFiles(), own);
  for (const { severity, file, place, message } of problems) {
    const own = texts.get(file);
    if (own === undefined) continue;
    const at = positionText(own.index, own.rangeOf(place).start);
    if (severity === 'error') unused.push({ path: file, message: `${at.slice(1)}: ${message}` });
    stderr.write(`${printable(file)}${at}: ${severity === 'error' ? 'left out' : 'warning'}: ${printable(message)}\n`);
  }
  return { termbase, failed, unused };
}

type Read =
  | { readonly kind: 'read'; readonly text: string; readonly content: unknown }
  | { readonly kind: 'problem'; readonly at: string; readonly message: string };

async function readTermbase(fullPath: string): Promise<Read> {
  const read = await readBytes(fullPath, MOST_TERMBASE_BYTES);
  if (read.kind === 'problem') {
    const message = read.isTooLarge
      ? `This termbase ${read.message}. Divide it, or remove what is not needed.`
      : `This termbase cannot be read: ${read.message}.`;
    return { kind: 'problem', at: '', message };
  }
  const content = decode(read.bytes);
  if (content.kind === 'problem') return { kind: 'problem', at: '', message: `This termbase is ${content.message}.` };
  const { text } = content;
  const json = readJson(text);
  if (json.kind === 'value') return { kind: 'read', text, content: json.value };
  return {
    kind: 'problem',
    at: json.offset === undefined ? '' : positionText(lineIndex(text), json.offset),
    message:
      json.why === 'depth'
        ? `Not valid JSON for a termbase: brackets are nested more than ${MOST_DEPTH} deep here.`
        : 'Not valid JSON; look for a missing or extra comma, quotation mark or bracket, or a comment.',
  };
}
