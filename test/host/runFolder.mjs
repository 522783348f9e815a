// One folder for everything a run writes, and its removal, with every process of the run, whatever happens.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Asked now: a run points TMPDIR into its own folder, and a second run must not go there. */
const temporary = os.tmpdir();
const open = new Set();

/**
 * The folder; `own(pid)`, which puts a process group under its care; and `end()`, which ends those and removes it.
 * At the end of this process, however it comes, what is still open is ended as well.
 * The name is short: sockets are made in it, and their paths are limited to about 100 characters.
 */
export function createRunFolder() {
  const folder = fs.mkdtempSync(path.join(temporary, 'code-host-'));
  const groups = path.join(folder, 'groups');
  fs.writeFileSync(groups, '');
  if (open.size === 0) cleanUpAtTheEnd();
  open.add(folder);
  watch(folder);
  return {
    folder,
    own: (pid) => fs.appendFileSync(groups, `${pid} `),
    end: () => cleanUp(folder, fs),
  };
}

/** Folders stay in the set once ended: the second clean-up of one finds nothing to do. */
function cleanUpAtTheEnd() {
  process.on('exit', () => open.forEach((folder) => cleanUp(folder, fs)));
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => process.exit(code));
}

/**
 * A process of its own that holds the other end of a pipe: it cleans up also when this process is killed outright.
 * It gets cleanUp() as text, which is why that function is handed all it needs.
 */
function watch(folder) {
  const code = `${cleanUp}
    process.stdin.resume().on('close', () => setTimeout(() => {
      cleanUp(process.argv[1], require('fs'));
      process.exit();
    }, 200));`;
  const watchdog = spawn(process.execPath, ['-e', code, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watchdog.stdin.on('error', () => {});
  watchdog.stdin.unref();
  watchdog.unref();
}

function cleanUp(folder, fs) {
  for (const pid of ownedGroups()) {
    // The number may have gone to some other process; one of ours has the folder in its command line.
    const command = attempt(() => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    if (command && !command.includes(folder)) continue;
    attempt(() => process.kill(-pid, 'SIGKILL'));
  }
  // Processes that are just ending may still write, so removal can fail at first.
  for (let i = 0; i < 20 && fs.existsSync(folder); i++) {
    attempt(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  }

  function ownedGroups() {
    return (attempt(() => fs.readFileSync(`${folder}/groups`, 'utf8')) ?? '').split(' ').filter(Boolean);
  }
  function attempt(action) {
    try {
      return action();
    } catch {
      return undefined;
    }
  }
}
