import fs from 'node:fs/promises';
import { writeText } from '../../src/cli/writeText';

// Writes a file as `fix --write` does, and is killed at one step of it:
//
//   node killedAt.js FILE BEFORE AFTER STEP
//
// A step is a call that changes something on the disk, or half of one. With fewer steps the program ends normally.

const [path, before, after, step] = process.argv.slice(2) as [string, string, string, string];
let left = Number(step);

void run();

async function run(): Promise<void> {
  const file = await fs.open(path);
  const handle = Object.getPrototypeOf(file) as fs.FileHandle;
  await file.close();
  patch(handle, 'sync');
  patch(handle, 'truncate');
  patch(handle, 'write', async function (write, [bytes, offset, length, position]) {
    if (isNow()) {
      await write.call(this, bytes, offset, Math.floor((length as number) / 2), position);
      die();
    }
  });
  patch(handle, 'writeFile', async function (write, [bytes]) {
    if (isNow()) {
      await write.call(this, (bytes as Buffer).subarray(0, (bytes as Buffer).length / 2));
      die();
    }
  });
  patch(fs, 'rm');
  const fault = await writeText(path, await fs.readFile(before), await fs.readFile(after));
  if (fault !== undefined) throw new Error(fault);
}

type Call = (this: unknown, ...args: unknown[]) => Promise<unknown>;

function patch<T>(on: T, name: keyof T, half?: (this: unknown, call: Call, args: unknown[]) => Promise<void>): void {
  const call = on[name] as Call;
  on[name] = async function (this: unknown, ...args: unknown[]) {
    if (isNow()) die();
    await half?.call(this, call, args);
    return call.apply(this, args);
  } as T[keyof T];
}

function isNow(): boolean {
  return left-- === 0;
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}
