import { DocumentCheck } from './parts/documentCheck';
import type { TextDocument } from './document';
import type { Checked } from './findings/finding';
import type { Options } from './options';
import type { Termbase } from './termbase/termbase';

/**
 * The pipeline: document → parts → prose → mentions → verdicts and claims → findings. Pure, and it cannot fail on a
 * document: what it does not understand it does not find.
 */
export function check(document: TextDocument, termbase: Termbase, options: Options): Checked {
  return new DocumentCheck(document, termbase, options).checked;
}
