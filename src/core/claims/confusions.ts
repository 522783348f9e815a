import { phraseAt } from '../context/phrases';
import type { Claim } from './claim';
import type { SentenceView } from './view';

/** "International Organization for Migration (IMO)": the abbreviation of another body behind our name. */
export function confusionClaims(view: SentenceView): readonly Claim[] {
  return view.subjectsOf('iom').flatMap(({ next, mention }) => {
    const { tokens } = view;
    if (mention.terms[0].form === 'abbreviation' || tokens[next]?.folded !== '(' || tokens[next + 2]?.folded !== ')') return [];
    const wrong = tokens[next + 1];
    const right = view.lang === 'en' ? 'IOM' : 'OIM';
    const others = view.lang === 'en' ? ['IMO'] : ['OMI', 'IMO', 'OIMI'];
    if (!others.includes(wrong.written) || phraseAt(tokens, next + 1, [[right.toLowerCase()]])) return [];
    return [{
      start: wrong.start, end: wrong.end, lang: view.lang, concept: 'iom', facts: [], record: right, rule: 'confused-concept' as const,
      certainty: 'certain' as const, severity: 'warning' as const, instead: [right], safe: true, evidence: [{ start: mention.start, end: mention.end }],
    }];
  });
}
