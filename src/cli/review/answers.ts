import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { MOST_ANSWER } from '../../core/review/answer';
import { readBytes } from '../readBytes';
import { reasonOf } from '../reasons';
import type { ReviewCommand } from '../reviewArguments';
import { isWithin } from '../paths';
import { writeNewFile } from '../writeNewFile';
import type { Answered } from './client';

/** Whatever turns requests into answers; `number` counts the requests of a run from 1. */
export interface Reader {
  /** The name to show. */
  readonly name: string;
  readonly atOnce: number;
  answer(request: string, number: number): Promise<Answered>;
}

/** A pair of folders as a reader: requests are written to the one, answers are read from the other. */
export class FileReader implements Reader {
  readonly name = 'answers';
  readonly atOnce = 1;
  private readonly requests: string | undefined;
  private readonly answers: string | undefined;

  constructor(folders: { readonly requests: string | undefined; readonly answers: string | undefined }, cwd: string) {
    this.requests = folders.requests === undefined ? undefined : resolve(cwd, folders.requests);
    this.answers = folders.answers === undefined ? undefined : resolve(cwd, folders.answers);
  }

  async answer(request: string, number: number): Promise<Answered> {
    const fault = this.requests === undefined ? undefined : await writeRequest(this.requests, request, number);
    if (fault !== undefined) return { kind: 'failed', message: fault, stops: true };
    if (this.answers === undefined) return { kind: 'failed', message: 'there is no folder of answers', stops: true };
    const name = `${fileNumber(number)}.answer.json`;
    const read = await readBytes(join(this.answers, name), MOST_ANSWER * 4);
    return read.kind === 'read'
      ? { kind: 'answer', text: read.bytes.toString('utf8'), tokens: undefined }
      : { kind: 'failed', message: `${name}: ${read.message}`, stops: false };
  }
}

/**
 * Writes one request as `0001.request.md`, unless the file has this very request; returns why it could not be written,
 * without a final stop.
 */
export async function writeRequest(folder: string, request: string, number: number): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return `the folder cannot be made: ${reasonOf(error)}`;
  }
  const name = `${fileNumber(number)}.request.md`;
  const path = join(folder, name);
  const known = await readBytes(path, Buffer.byteLength(request) + 1);
  if (known.kind === 'read' && known.bytes.toString('utf8') === request) return undefined;
  const fault = await writeNewFile(path, request);
  if (fault === undefined) return undefined;
  return known.kind === 'read' || known.isTooLarge
    ? `${name}: the folder has another request of this number; name another folder, or remove the file`
    : `${name}: ${fault.replace(/\.$/, '')}`;
}

/**
 * The test for files that belong to a review itself: written requests, and what lies in the folders of requests and
 * answers, unless the review is of such a folder.
 */
export function ownFiles({ way, paths }: ReviewCommand, cwd: string): (fullPath: string) => boolean {
  const named = way.kind === 'files' ? [way.requests, way.answers] : [];
  const folders = named
    .flatMap((folder) => (folder === undefined ? [] : [resolve(cwd, folder)]))
    .filter((folder) => !paths.some((path) => isWithin(folder, resolve(cwd, path))));
  return (fullPath) => REQUEST.test(basename(fullPath)) || folders.some((folder) => isWithin(folder, fullPath));
}

const REQUEST = /^\d{4,}\.request\.md$/;

function fileNumber(number: number): string {
  return String(number).padStart(4, '0');
}
