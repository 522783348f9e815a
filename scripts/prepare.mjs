// Builds the command line where npm installs it from a checkout, as pre-commit does. Nothing happens if it is already
// built, or if only the packages that it needs at run time are installed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!fs.existsSync(path.join(root, 'dist/cli.js')) && fs.existsSync(path.join(root, 'node_modules/esbuild'))) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
