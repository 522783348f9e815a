// The extension whose models the tests ask. A window from a server develops one extension only, so it is installed.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const MODELS = fileURLToPath(new URL('models', import.meta.url));

/** Puts it into a folder of extensions, named as the editor names it. */
export function installModels(extensions) {
  fs.cpSync(MODELS, path.join(extensions, 'migration-terms-tests.review-test-models-0.0.1'), { recursive: true });
}
