import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { phraseIn } from '../context/phrases';
import type { Claim } from './claim';
import type { Records } from './records';
import { foldPhrases, foldWords, type SentenceView } from './view';

const WORDS = foldWords(data.objectives.words);
const SUBJECTS = data.objectives.subjects.map((subject) => ({ number: subject.number, phrases: foldPhrases(subject.words) }));

/** "Objective 24 of the Compact" does not exist; "Objective 9 on trafficking" is Objective 10. */
export function objectiveClaims(view: SentenceView, records: Records): readonly Claim[] {
  const [count] = records.facts('gcm', 'objectives');
  if (!count || (view.subjectsOf('gcm').length === 0 && !hasObjectiveMention(view))) return [];
  const claims: Claim[] = [];
  for (let i = 0; i + 1 < view.tokens.length; i++) {
    if (!WORDS.has(view.tokens[i].folded) || !/^\d{1,2}$/.test(view.tokens[i + 1].folded)) continue;
    const number = Number(view.tokens[i + 1].folded);
    const base = { lang: view.lang, concept: 'gcm', certainty: 'certain' as const, severity: 'warning' as const, evidence: [] };
    if (number === 0 || number > Number(count.value)) {
      claims.push({ ...base, ...view.span({ first: i, next: i + 2 }), rule: 'fact-mismatch', facts: [count.id], record: `${String(count.value)} ${MANY[view.lang]}`, instead: [], safe: false });
      continue;
    }
    const meant = subjectNamed(view, i);
    if (meant === undefined || meant === number || !SUBJECTS.some((subject) => subject.number === number)) continue;
    const fact = records.fact(data.objectives.mixedUp) ?? count;
    claims.push({ ...base, ...view.span({ first: i + 1, next: i + 2 }), rule: 'confused-concept', facts: [fact.id], record: String(meant), instead: [String(meant)], safe: true });
  }
  return claims;
}

/** The one subject that the clause names within a few words; `undefined` where it names both, or another objective too. */
function subjectNamed(view: SentenceView, at: number): number | undefined {
  const { tokens } = view;
  const clause = clauseOf(tokens, { first: at, next: at + 2 });
  const to = Math.min(clause.next, at + 14);
  if (/^(?:and|et|y|to|a|,|-|–)$/.test(tokens[at + 2]?.folded ?? '') && /^\d{1,2}$/.test(tokens[at + 3]?.folded ?? '')) return undefined;
  const other = tokens.slice(at + 2, to).findIndex((token) => WORDS.has(token.folded));
  const end = other < 0 ? to : at + 2 + other;
  // Where the sentence speaks of both, only what follows at once is the objective's own: "Objective 9 on trafficking".
  const speaksOfBoth = SUBJECTS.every((subject) => phraseIn(tokens, 0, tokens.length, subject.phrases) !== undefined);
  if (speaksOfBoth && !ON.test(tokens[at + 2]?.folded ?? '')) return undefined;
  const named = SUBJECTS.filter((subject) => phraseIn(tokens, at + 2, end, subject.phrases) !== undefined);
  return named.length === 1 ? named[0].number : undefined;
}

const MANY = { en: 'objectives', fr: 'objectifs', es: 'objetivos' };

const ON = /^(?:on|about|concerns|addresses|covers|sur|relatif|concerne|porte|sobre|relativo|trata|aborda|[:(–—-])$/;

function hasObjectiveMention(view: SentenceView): boolean {
  return SUBJECTS.some(({ number }) => view.subjectsOf(`gcm-objective-${String(number).padStart(2, '0')}`).length > 0);
}
