import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import type { Phrases } from '../reading/phraseList';
import { phraseAt, phraseIn, type TokenRange } from '../context/phrases';
import type { Token } from '../reading/sentence';
import type { Claim } from './claim';
import type { Records } from './records';
import { foldPhrases, foldWords, type SentenceView } from './view';

const WORDS = foldWords(data.objectives.words);
export const OBJECTIVE_OPENERS = WORDS;
const SUBJECTS = data.objectives.subjects.map((subject) => ({ number: subject.number, phrases: foldPhrases(subject.words) }));

const TITLES = data.objectives.titles.map((title) => ({ number: title.number, phrases: foldPhrases(title.words) }));
const ABOUT = foldWords(data.objectives.about);
const DEVOTING = foldWords(data.objectives.devoting);
const DEVOTED_TO = foldWords(data.objectives.devotedTo);

/** "Objective 24 of the Compact" does not exist; "Objective 9 on trafficking" is Objective 10. */
export function objectiveClaims(view: SentenceView, records: Records): readonly Claim[] {
  const [count] = records.facts('gcm', 'objectives');
  if (!count || (view.subjectsOf('gcm').length === 0 && !hasObjectiveMention(view, Number(count.value)))) return [];
  const claims: Claim[] = [];
  for (let i = 0; i + 1 < view.tokens.length; i++) {
    if (!WORDS.has(view.tokens[i].folded) || !/^\d{1,2}$/.test(view.tokens[i + 1].folded)) continue;
    const number = Number(view.tokens[i + 1].folded);
    const base = { lang: view.lang, concept: 'gcm', certainty: 'certain' as const, severity: 'warning' as const, evidence: [] };
    if (isOfAnotherPlan(view, i)) continue;
    if (number > Number(count.value) && hasOtherCount(view, Number(count.value))) continue;
    if (number === 0 || number > Number(count.value)) {
      claims.push({ ...base, ...view.span({ first: i, next: i + 2 }), rule: 'fact-mismatch', facts: [count.id], record: `${String(count.value)} ${MANY[view.lang]}`, instead: [], safe: false });
      continue;
    }
    const named = SUBJECTS.some((subject) => subject.number === number) ? subjectNamed(view, i) : undefined;
    const meant = named ?? titleNamed(view, i) ?? titleBefore(view, i);
    if (meant === undefined || meant === number) continue;
    const fact = SUBJECTS.some((subject) => subject.number === meant) ? records.fact(data.objectives.mixedUp) : records.facts(conceptOf(meant), 'title')[0];
    if (!fact) continue;
    claims.push({ ...base, ...view.span({ first: i + 1, next: i + 2 }), rule: 'confused-concept', facts: [fact.id], record: String(meant), instead: [String(meant)], safe: named !== undefined });
  }
  return claims;
}

/** The one subject that the clause names within a few words; `undefined` where it names both, or another objective too. */
function subjectNamed(view: SentenceView, at: number): number | undefined {
  const { tokens } = view;
  const clause = clauseOf(tokens, { first: at, next: at + 2 });
  const to = Math.min(clause.next, at + 20);
  if (/^(?:and|et|y|to|a|,|-|–)$/.test(tokens[at + 2]?.folded ?? '') && /^\d{1,2}$/.test(tokens[at + 3]?.folded ?? '')) return undefined;
  const other = tokens.slice(at + 2, to).findIndex((token) => WORDS.has(token.folded));
  const end = other < 0 ? to : at + 2 + other;
  // Where the sentence speaks of both, only what follows at once is the objective's own: "Objective 9 on trafficking".
  const speaksOfBoth = SUBJECTS.every((subject) => phraseIn(tokens, 0, tokens.length, subject.phrases) !== undefined);
  if (speaksOfBoth && !ON.test(tokens[at + 2]?.folded ?? '')) return undefined;
  const named = SUBJECTS.filter((subject) => phraseIn(tokens, at + 2, end, subject.phrases) !== undefined);
  return named.length === 1 ? named[0].number : undefined;
}

/** "Objective 21 is about remittances": what the sentence says the objective is on, right behind a word of that. */
function titleNamed(view: SentenceView, at: number): number | undefined {
  const { tokens } = view;
  const to = Math.min(clauseOf(tokens, { first: at, next: at + 2 }).next, at + 26);
  const names = [...view.subjectsOf('gcm'), ...view.subjectsOf(conceptOf(Number(tokens[at + 1].folded)))];
  const behind = names.reduce((next, name) => (name.first <= next + 2 ? Math.max(next, name.next) : next), at + 2);
  const inRelative = titleInRelative(tokens, behind, to);
  if (inRelative !== undefined) return inRelative;
  const isDevoted = tokens.slice(Math.max(0, at - 6), at).some(({ folded }) => DEVOTING.has(folded));
  for (let i = at + 2; i < to; i++) {
    if (names.some((name) => i >= name.first && i < name.next)) continue;
    // Behind an "and" something else may be told of.
    if (WORDS.has(tokens[i].folded) || /^(?:and|et|y|while)$/.test(tokens[i].folded)) return undefined;
    // "Objective 20 (remittances)"
    if (tokens[i].folded !== '(' && !ABOUT.has(tokens[i].folded) && !(isDevoted && DEVOTED_TO.has(tokens[i].folded))) continue;
    let subject = i + 1;
    while (ARTICLES.test(tokens[subject]?.folded ?? '')) subject++;
    const named = TITLES.filter(({ phrases }) => {
      const phrase = phraseAt(tokens, subject, phrases);
      return phrase !== undefined && (isClosedSoon(tokens, i) || /^(?:|[.,;:)]|and|et|y|which|that|qui|que)$/.test(tokens[phrase.next]?.folded ?? ''));
    });
    if (named.length === 1) return named[0].number;
  }
  return undefined;
}

/** "Objective 15 (detention as a last resort only)": a few words in brackets are its subject. */
function isClosedSoon(tokens: readonly Token[], at: number): boolean {
  return tokens[at].folded === '(' && tokens.slice(at + 1, at + 10).some(({ folded }) => folded === ')');
}

/** "…, qui engage les États à prévenir la traite", "…, under which detention is a last resort": the one title that a relative clause right behind names. */
function titleInRelative(tokens: readonly Token[], comma: number, to: number): number | undefined {
  const isRelative = tokens[comma]?.folded === ',' && tokens.slice(comma + 1, comma + 3).some(({ folded }) => RELATIVE.test(folded));
  if (!isRelative) return undefined;
  const end = tokens.findIndex(({ folded }, i) => i > comma + 1 && i < to && /^[.;:(]$/.test(folded));
  const named = TITLES.filter(({ phrases }) => phraseIn(tokens, comma + 1, Math.min(end < 0 ? to : end, comma + 18), phrases) !== undefined);
  return named.length === 1 ? named[0].number : undefined;
}

const RELATIVE = /^(?:which|qui|que|lequel|laquelle|cual)$/;

/** "Trafficking is dealt with under objective 9", "le trafic de migrants relève de l'objectif 10": the one title that the clause names before. */
function titleBefore(view: SentenceView, at: number): number | undefined {
  const { tokens } = view;
  const { first } = clauseOf(tokens, { first: at, next: at + 2 });
  let under = at - 1;
  while (under > first && ARTICLES.test(tokens[under].folded)) under--;
  // "Remittances: objective 20"
  const link = tokens[under]?.folded === ':' ? { first: under, next: under + 1 } : phraseEndingAt(tokens, under, UNDER);
  if (link === undefined) return undefined;
  // A comma begins what is told of this objective: "…, remittances under objective 20".
  // "Trafficking, to which objective 9 is devoted": a relative clause goes on from what stands before its comma.
  const isRelative = tokens[link.first - 1]?.folded === ',' && /^(?:to|with|auquel|a|al)$/.test(tokens[link.first].folded);
  let from = isRelative ? link.first - 1 : link.first;
  while (from > first && tokens[from - 1].folded !== ',') from--;
  const named = TITLES.filter(({ phrases }) => phraseIn(tokens, from, link.first, phrases) !== undefined);
  return named.length === 1 ? named[0].number : undefined;
}

/** The phrase of the list that ends with the token, or one word behind it where that is an article that the phrase took in. */
function phraseEndingAt(tokens: readonly Token[], last: number, phrases: Phrases): TokenRange | undefined {
  for (let i = Math.max(0, last - 4); i <= last; i++) {
    const found = phraseAt(tokens, i, phrases);
    if (found && found.next >= last + 1 && found.next <= last + 2) return found;
  }
  return undefined;
}

const UNDER = foldPhrases(data.objectives.under);
const ARTICLES = /^(?:the|a|le|la|les|l|'|aux|au|des|de|du|del|el|los|las)$/;

/** "Objective 3 of the EU plan": where its owner is named, that must be the Compact; and where another plan was told of before, "its objective 26" is of that. */
function isOfAnotherPlan(view: SentenceView, at: number): boolean {
  const { tokens } = view;
  if (!/^(?:of|de|du|del)$/.test(tokens[at + 2]?.folded ?? '')) return tokens.slice(0, at).some(({ folded }) => PLANS.has(folded)) && !view.subjectsOf('gcm').some(({ next }) => next === at);
  const names = [...view.subjectsOf('gcm'), ...view.subjectsOf(conceptOf(Number(tokens[at + 1].folded)))];
  return !names.some((name) => name.next > at + 2 && name.first <= at + 4);
}

/** "The integration plan runs to 31 objectives. Its objective 27 …": the paragraph tells of a plan with as many. */
function hasOtherCount({ surroundings, sentence: { block } }: SentenceView, count: number): boolean {
  const most = surroundings.once(block, 'objectivesOfPlans', () => surroundings.sentencesOf(block).reduce((sum, { tokens }) => (tokens.some(({ folded }) => PLANS.has(folded))
    ? tokens.reduce((own, { folded }, i) => (/^\d{2,3}$/.test(folded) && COUNTED.test(tokens[i + 1]?.folded ?? '') ? Math.max(own, Number(folded)) : own), sum) : sum), 0));
  return most > count;
}

const COUNTED = /^(?:objectives|goals|objectifs|objetivos)$/;
const PLANS = foldWords(data.plans);
const MANY = { en: 'objectives', fr: 'objectifs', es: 'objetivos' };

const ON = /^(?:on|about|concerns|addresses|covers|sur|relatif|concerne|porte|sobre|relativo|trata|aborda|[:(–—-])$/;

function hasObjectiveMention(view: SentenceView, count: number): boolean {
  return Array.from({ length: count }, (_, i) => conceptOf(i + 1)).some((concept) => view.subjectsOf(concept).length > 0);
}

function conceptOf(number: number): string {
  return `gcm-objective-${String(number).padStart(2, '0')}`;
}
