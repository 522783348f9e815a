import { constants } from 'node:buffer';
import type { Stats } from 'node:fs';
import { lstat, open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { contentOf, openInPlace, putInPlace } from './inPlace';
import { readBytes } from './readBytes';

/**
 * Saves the old and the new content of a file next to it while the file is written; returns the path of the copy.
 * Throws the errors of the file system, also if a copy already exists.
 */
export async function keepCopy(path: string, before: Buffer, after: Buffer): Promise<string> {
  const copy = await copyPath(path);
  const head: Head = { migrationTerms: 1, pid: process.pid, before: before.length, after: after.length };
  // Readable by its owner only, as the file itself may be. Never overwrites, and follows no link.
  const file = await open(copy, 'wx', 0o600);
  try {
    await file.writeFile(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), before, after]));
    await file.sync();
    return copy;
  } catch (error) {
    await rm(copy, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** The outcome for a safety copy that an earlier run left next to a file. */
export type Settled =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'put back' }
  /** The file must not be written; `message` is worded to follow “not changed, because”. */
  | { readonly kind: 'problem'; readonly message: string };

/**
 * Removes the safety copy of a killed run, after restoring the file if it was partly written. If somebody has changed
 * the file since, both are kept. Throws the errors of the file system.
 */
export async function settleCopy(path: string): Promise<Settled> {
  const copy = await copyPath(path);
  const kept = await statsOf(copy);
  const target = kept && (await statsOf(path));
  if (!kept || !target) return { kind: 'nothing' };
  const says = (message: string): Settled => ({ kind: 'problem', message: `${message}: ${copy}` });
  // A copy from somebody who may not write the file is not trusted.
  if (!kept.isFile() || !isTrusted(kept, target))
    return says('somebody else has created a file with the name of its safety copy');
  const read = await readBytes(copy, constants.MAX_LENGTH);
  if (read.kind === 'problem') return says(`its safety copy ${read.message}`);
  const parsed = parse(read.bytes);
  if (parsed && isAtWork(parsed.pid, kept)) return says('another run is writing it and uses this safety copy');
  const state = parsed?.contents ? await putBack(path, parsed.contents) : 'whole';
  if (state === 'changed since') {
    return says(
      'an earlier run was stopped while writing it, and it was changed since. The safety copy has its earlier content; compare the two, and remove the copy',
    );
  }
  await rm(copy, { force: true });
  return { kind: state === 'put back' ? 'put back' : 'nothing' };
}

interface Head {
  readonly migrationTerms: 1;
  readonly pid: number;
  readonly before: number;
  readonly after: number;
}

interface Contents {
  readonly before: Buffer;
  readonly after: Buffer;
}

/** The path is short even for a long file name, and the same in every run. It is hidden, so that no walk checks it. */
async function copyPath(path: string): Promise<string> {
  // Loaded only when needed, as this takes time.
  const { createHash } = await import('node:crypto');
  const name = createHash('sha256').update(basename(path)).digest('hex').slice(0, 32);
  return join(dirname(path), `.migration-terms-${name}.tmp`);
}

async function statsOf(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch {
    return undefined;
  }
}

function isTrusted(kept: Stats, target: Stats): boolean {
  return [process.geteuid?.() ?? kept.uid, 0, target.uid].includes(kept.uid);
}

/** `contents` is missing if the copy is incomplete: the file was not touched yet. */
function parse(bytes: Buffer): { readonly pid: number; readonly contents: Contents | undefined } | undefined {
  const end = bytes.indexOf('\n');
  let head: Partial<Head> | null;
  try {
    head = JSON.parse(bytes.subarray(0, end < 0 ? 0 : Math.min(end, 200)).toString()) as Partial<Head> | null;
  } catch {
    return undefined;
  }
  if (
    head?.migrationTerms !== 1 ||
    ![head.pid, head.before, head.after].every((each) => Number.isSafeInteger(each) && each! >= 0)
  )
    return undefined;
  const { pid, before, after } = head as Head;
  const body = bytes.subarray(end + 1);
  const isWhole = body.length === before + after;
  return { pid, contents: isWhole ? { before: body.subarray(0, before), after: body.subarray(before) } : undefined };
}

/** Process ids are reused, so only a recent copy counts as in use. */
function isAtWork(pid: number, kept: Stats): boolean {
  if (pid === process.pid || Date.now() - kept.mtimeMs > FRESH_MS) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const FRESH_MS = 60_000;

/** Restores a file that contains bytes of both contents; any other file is left unchanged. */
async function putBack(path: string, { before, after }: Contents): Promise<'whole' | 'put back' | 'changed since'> {
  const file = await openInPlace(path);
  try {
    const now = await contentOf(file, Math.max(before.length, after.length));
    if (now?.equals(before) || now?.equals(after)) return 'whole';
    // Compared byte by byte, because a disk that loses power may have written out of order. No other changes are lost:
    // each byte is one that this program wrote or read.
    const isOurs =
      now &&
      now.length >= Math.min(before.length, after.length) &&
      now.every((byte, at) => byte === before[at] || byte === after[at]);
    if (!isOurs) return 'changed since';
    await putInPlace(file, undefined, before);
    return 'put back';
  } finally {
    await file.close();
  }
}
