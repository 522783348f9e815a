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

/** "IMO's Displacement Tracking Matrix": a programme of ours given to the other body. */
export function programmeClaims(view: SentenceView): readonly Claim[] {
  const right = view.lang === 'en' ? 'IOM' : 'OIM';
  return view.subjectsOf('imo').flatMap(({ mention, next }) => {
    if (mention.terms[0].form !== 'abbreviation') return [];
    const owned = OWN_PROGRAMMES.flatMap((id) => view.subjectsOf(id)).find((other) => other.first >= next && other.first - next <= 2);
    return owned ? [{
      start: mention.start, end: mention.end, lang: view.lang, concept: 'imo', facts: [], record: right, rule: 'confused-concept' as const,
      certainty: 'certain' as const, severity: 'warning' as const, instead: [right], safe: true, evidence: [{ start: owned.mention.start, end: owned.mention.end }],
    }] : [];
  });
}

const OWN_PROGRAMMES = ['dtm', 'avrr', 'gmdac', 'midas', 'migof', 'mgi', 'wmr', 'missing-migrants-project', 'idm'];

/** "The UN Global Compact sets out objectives for migration": the name alone is that of the initiative for business. */
export function compactClaims(view: SentenceView): readonly Claim[] {
  if (view.subjectsOf('ungc').length === 0) return [];
  const speaksOfMigration = view.tokens.some((token) => /^(?:migra|marrakech|marrakesh|inmigra)/.test(token.folded));
  const speaksOfBusiness = view.tokens.some((token) => /^(?:business|businesses|compan|corporat|entrepris|empresa|sustainab|ten|anticorruption|supplier)/.test(token.folded));
  if (!speaksOfMigration || speaksOfBusiness || view.subjectsOf('gcm').length > 0 || view.subjectsOf('gcr').length > 0) return [];
  const right = { en: 'Global Compact for Migration', fr: 'Pacte mondial sur les migrations', es: 'Pacto Mundial para la Migración' }[view.lang];
  return view.subjectsOf('ungc').map(({ mention }) => ({
    start: mention.start, end: mention.end, lang: view.lang, concept: 'ungc', facts: [], record: right, rule: 'confused-concept',
    certainty: 'likely', severity: 'information', instead: [right], safe: false, evidence: [],
  }));
}
