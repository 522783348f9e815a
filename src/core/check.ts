import { DocumentCheck } from './parts/documentCheck';
import type { TextDocument } from './document';
import type { Checked } from './finding';
import type { Options } from './options';
import type { Termbase } from './termbase/termbase';

/**
 * The pipeline: document → parts → prose → mentions → verdicts and claims → findings. It is pure and never fails on a
 * document: text that it cannot interpret produces no finding.
 */
export function check(document: TextDocument, termbase: Termbase, options: Options): Checked {
  return new DocumentCheck(document, termbase, options).checked;
}
