import type { Config } from '../../core/config/config';
import { DocumentCheck } from '../../core/parts/documentCheck';
import { Review } from '../../core/review/review';
import type { Found } from '../files';
import type { Invocation } from '../invocation';
import type { ReviewCommand } from '../reviewArguments';
import type { OpenedFile } from '../openFile';
import { openOrReport, type FileReport, type Manner } from '../threads/checkFile';

/** A file to review, with what the rules found in it. */
export interface OpenedReview {
  readonly kind: 'opened';
  readonly file: OpenedFile;
  readonly check: DocumentCheck;
  readonly review: Review;
  /** Why the file may not be sent; `undefined` if it may. */
  readonly notSent: string | undefined;
}

/** Reads a file and prepares its review; a file that cannot be read has a report already. */
export async function openReview(
  found: Found,
  manner: Pick<Manner, 'command' | 'termbase'>,
  { budget }: Pick<ReviewCommand, 'budget'>,
  stdin: Invocation['stdin'],
): Promise<OpenedReview | { readonly kind: 'unread'; readonly report: FileReport }> {
  const file = await openOrReport(found, manner, stdin);
  if (file.kind === 'unread') return file;
  const { document, options } = file;
  const check = new DocumentCheck(document, manner.termbase, options);
  const review = new Review(document, check, manner.termbase, {
    options,
    ...(budget === undefined ? {} : { budget: budget * CHARACTERS }),
  });
  return { kind: 'opened', file, check, review, notSent: whyNotSent(file.config) };
}

/** The rest of a sentence. */
function whyNotSent({ review }: Config): string | undefined {
  switch (review) {
    case 'off':
      return 'a configuration switches review off';
    case 'unread':
      return 'a configuration cannot be read, and may switch review off';
    case 'allowed':
      return undefined;
  }
}

/** In a token of the usual tokenizers, on average. */
const CHARACTERS = 4;
