import { foldKey } from '../fold';
import type { Discourse } from '../reading/discourse';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { SentenceSite } from '../reading/text';
import { withoutLabel, type Token } from '../reading/tokens';
import { nounPhrase } from './field';
import type { Claim } from './claim';

/**
 * Whether the text corrects a claim itself: the rest of its sentence, after a mark, or the next sentence says the right
 * value of the same thing ("we called her the eighth …; she is the eleventh", "Correction: it has 175").
 */
export function isCorrected({ instead: [right], ...claim }: Claim, site: SentenceSite, discourse: Discourse): boolean {
  if (right === undefined) return false;
  const grammar = grammarOf(claim.lang);
  const value = nounPhrase(foldKey(right), grammar);
  const { tokens } = site.reading.sentence;
  const mark = tokens.findIndex(({ start, folded }) => start >= claim.end && MARK.test(folded));
  const ranges = [mark < 0 ? [] : tokens.slice(mark + 1), discourse.sentenceAfter(site)?.tokens ?? []];
  return ranges.some((range) => refersBack(range, grammar) && contains(range, value, grammar));
}

const MARK = /^[;:–—(]$/;

/** Whether a range begins with a pronoun, or a verb without a subject, after a label at most. */
function refersBack(tokens: readonly Token[], grammar: Grammar): boolean {
  const [opening] = withoutLabel(tokens);
  if (!opening) return false;
  const isOmitted = grammar.has('omitsSubjects') && grammar.verbForms(opening).some(({ kind }) => kind === 'present');
  return isOmitted || grammar.pronounOf(opening) !== undefined || grammar.is(opening, 'pronounSubject');
}

function contains(tokens: readonly Token[], value: readonly string[], grammar: Grammar): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word').map((token) => grammar.singularOf(token));
  return words.some((_, i) => value.every((word, k) => words[i + k] === word));
}
