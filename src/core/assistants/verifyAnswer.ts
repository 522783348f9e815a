import { lineIndex } from '../lineIndex';
import { DEFAULT_OPTIONS, type Options } from '../options';
import { reviewOf, type Review } from '../review/review';
import type { Termbase } from '../termbase/termbase';
import type { VerifyAnswer } from './answers';
import { described } from './checkAnswer';
import type { PassageInput, VerifyInput } from './input';
import { NOTHING_PROVED } from './wording';

/** What the record proves of an assistant's remarks on a passage. */
export function verifyAnswer(input: VerifyInput, termbase: Termbase, rules: Options['rules']): VerifyAnswer {
  const review = reviewOfPassage(input, termbase, rules);
  const { remarks, dropped } = review.judgeAll(JSON.stringify({ remarks: input.remarks }), 'assistant');
  const lines = lineIndex(input.text);
  return {
    findings: remarks.map((remark) => described(termbase, remark, lines.positionAt(remark.start).line + 1)),
    dropped,
    note: remarks.length === 0 ? NOTHING_PROVED : undefined,
  };
}

export function reviewOfPassage(
  { text, languageId, language, date, today }: PassageInput,
  termbase: Termbase,
  rules: Options['rules'],
): Review {
  return reviewOf({ text, languageId, lang: language, date, today }, termbase, { ...DEFAULT_OPTIONS, rules });
}
