import { DocumentCheck } from '../../../src/core/parts/documentCheck';
import type { TextDocument } from '../../../src/core/document';
import { DEFAULT_OPTIONS, type Options } from '../../../src/core/options';
import { Review } from '../../../src/core/review/review';
import type { Judged } from '../../../src/core/review/judge';
import { recordOfTests } from '../../support/recordOfTests';

/** The review of a text with the built-in record. */
export function reviewing(text: string, given: Partial<TextDocument> = {}, options: Options = DEFAULT_OPTIONS): Review {
  const document: TextDocument = { text, languageId: 'markdown', lang: 'auto', ...given };
  const termbase = recordOfTests();
  return new Review(document, new DocumentCheck(document, termbase, options), termbase, { options });
}

/** The judgement on the only passage of a short text. */
export function judged(review: Review, answer: unknown, showsUnsure = false): Judged {
  const [passage] = review.passages;
  if (!passage) throw new Error('The text names nothing that is known.');
  return review.judge(passage, typeof answer === 'string' ? answer : JSON.stringify(answer), 'model', showsUnsure);
}

/** The short id that an excerpt gives to a fact or name. */
export function idOf(id: string): string {
  const { facts, names } = recordOfTests();
  const fact = [...facts.keys()].indexOf(id);
  if (fact >= 0) return `F${fact + 1}`;
  const name = [...names.values()].findIndex((entry) => entry.name.id === id);
  if (name < 0) throw new Error(`There is no fact or name "${id}".`);
  return `N${name + 1}`;
}

/** The id of the title of an objective. */
export function objective(number: number): string {
  const subject = `gcm-objective-${String(number).padStart(2, '0')}`;
  const fact = [...recordOfTests().facts.values()].find(
    (each) => each.subject === subject && each.property === 'title',
  );
  return idOf(fact!.id);
}
