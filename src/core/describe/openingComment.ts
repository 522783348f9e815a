import type { Lang } from '../document';
import type { DocumentCheck } from '../parts/documentCheck';
import type { WordComment } from '../word/writeComments';
import type { WordText } from '../word/wordText';
import { heldBackOf } from './textTime';
import { wordingIn } from './wordings';

/**
 * A comment at the beginning of a copy that says how many names and values the time of the text holds back, and `how`
 * to see them; none if there are none.
 */
export function openingComment(
  { stretches }: WordText,
  check: DocumentCheck,
  how: string,
  lang: Lang = check.language,
): readonly WordComment[] {
  const wording = wordingIn(lang);
  const line = heldBackOf(check, wording)?.because;
  const [first] = stretches;
  if (line === undefined || !first) return [];
  return [{ start: first.start, end: first.end, message: `${line}.\n${wording.textTime.toJudge(how)}` }];
}
