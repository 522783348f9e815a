import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { TENSE } from '../reading/cues';
import { phraseAt, phraseIn, type TokenRange } from '../context/phrases';
import { tenseOf } from '../context/tense';
import type { Edit } from '../findings/finding';
import type { Fact } from '../termbase/concept';
import { yearOf } from '../termbase/dates';
import type { Claim } from './claim';
import type { Records } from './records';
import { ordinalClaim } from './ordinals';
import { FORMERLY, personOf, shortName, sinceClaim, startClaim, termClaim, yearClaim } from './terms';
import { foldPhrases, type SentenceView, type Subject } from './view';

const TITLES = foldPhrases(data.heads.titles);

/** "Director General William Lacy Swing": heads against the record, and the years that are given to them. */
export function headClaims(view: SentenceView, records: Records): readonly Claim[] {
  // Most sentences name nobody.
  if (view.ofKind('person').length === 0) return [];
  const heads = records.facts(data.heads.subject, data.heads.property);
  const current = heads.find((fact) => fact.to === undefined);
  if (!current) return [];
  const named = heads.filter((fact) => view.subjectsOf(personOf(fact)).length > 0);
  return named.flatMap((fact) => view.subjectsOf(personOf(fact)).flatMap((person) => {
    const title = titleBeside(view, person);
    if (!title) return [];
    const claim = ordinalClaim(view, person, title, fact, heads, records) ?? termClaim(view, person, fact, heads) ?? startClaim(view, person, fact, records) ?? sinceClaim(view, person, title, fact) ?? yearClaim(view, person, title, fact, heads) ?? (fact === current ? undefined : incumbentClaim(view, person, title, fact, current));
    if (!claim) return [];
    // Whoever heads it today is put in the place of the name, and of the gender of the title.
    return claim.also === undefined && claim.instead[0] === shortName(String(current.value)) ? [{ ...claim, also: titleEdits(view, title) }] : [claim];
  }));
}

/** The title within a few words of the name, no full stop between. */
function titleBeside(view: SentenceView, person: Subject): TokenRange | undefined {
  for (let i = Math.max(0, person.first - 10); i < person.next + 6 && i < view.tokens.length; i++) {
    const title = phraseAt(view.tokens, i, TITLES);
    if (title && (title.next <= person.first || title.first >= person.next) && (!LEADING.test(view.tokens[i].folded) || isOfBody(view, title, person))) return title;
  }
  return undefined;
}

/** "IOM, led by …", "… leads IOM", "Led by António Vitorino, IOM": what is led must be the organization, and not a study for it. */
function isOfBody(view: SentenceView, title: TokenRange, person: Subject): boolean {
  const { tokens } = view;
  return view.subjectsOf(data.heads.subject).some((body) => {
    if (body.next <= title.first) return title.first - body.next <= 3;
    const between = tokens.slice(Math.max(title.next, Math.min(person.next, body.first)), body.first).map(({ folded }) => folded);
    return between.length <= 3 && between.every((word, i) => (i === 0 && word === ',') || /^(?:the|l|la|el|')$/.test(word));
  });
}

const LEADING = /^(?:heads|leads|headed|led|dirige|dirigee|dirigida|dirigido)$/;

/** A former head told as the present one: no year, no past tense, no "former". */
function incumbentClaim(view: SentenceView, person: Subject, title: TokenRange, fact: Fact, current: Fact): Claim | undefined {
  const { tokens } = view;
  const from = Math.min(person.first, title.first);
  const to = Math.max(person.next, title.next);
  const clause = clauseOf(tokens, { first: from, next: to });
  // "Swing, who heads IOM, …": told in the present, only a year of his term makes it right.
  const isRelative = HEADS.test(tokens[title.first].folded) && /^(?:who|qui|que|quien)$/.test(tokens[title.first - 1]?.folded ?? '') && title.first - person.next <= 2;
  const left = yearOf(fact.to) ?? Infinity;
  const times = view.times.filter((time) => time.first >= clause.first && time.next <= clause.next && !view.datesFounding(time) && !(isRelative && time.from > left));
  if (times.length > 0 || tokens.slice(Math.max(clause.first, from - 3), Math.min(clause.next, /^[,;(]$/.test(tokens[to]?.folded ?? '') ? to : to + 3)).some((token) => FORMERLY.has(token.folded))) return undefined;
  // "the Director General of ICM, James Carlin": of the body under the name that it had then.
  if (view.subjectsOf(data.heads.subject).some((body) => body.mention.terms[0].status === 'superseded' && body.first >= from && body.first - to <= 3 && headedAs(fact, body))) return undefined;
  const cue = phraseIn(tokens, clause.first, clause.next, TENSE.presentCues) ?? CURRENT.exec(tokens.slice(Math.max(0, from - 2), from).map((token) => token.folded).join(' '));
  const tense = tenseOf(view.sentence, person, clause, view.lang);
  if (!cue && tense === 'past' && !isRelative) return undefined;
  const first = personFirst(view, person);
  const honorific = first < person.first ? feminine(view, { first, next: first + 1 }) : undefined;
  const name = (full: string): string => (honorific ? `${honorific} ${full}` : full);
  return {
    ...view.span({ first, next: person.next }), lang: view.lang, concept: person.mention.terms[0].entry.concept.id, facts: [current.id], record: `${current.value}`,
    rule: 'outdated-fact', certainty: 'certain', severity: 'warning', instead: [name(shortName(String(current.value))), name(String(current.value))], safe: true, also: titleEdits(view, title), evidence: [],
  };
}

const HEADS = /^(?:heads|leads|dirige)$/;

/** Whether somebody headed the body while it had the name. */
function headedAs(fact: Fact, { mention }: Subject): boolean {
  const { firstYear, lastYear } = mention.terms[0].entry;
  return (yearOf(fact.from) ?? Infinity) <= lastYear && (yearOf(fact.to) ?? Infinity) >= firstYear;
}

const CURRENT = /(?:current|present|actuel|actuelle|actual|incumbent|presente)/;

/** "M.", "Mr", "Ms", "Mme" before the name goes with it. */
function personFirst(view: SentenceView, person: Subject): number {
  const { tokens } = view;
  if (tokens[person.first - 1]?.folded === '.' && /^(?:m|mr|mrs|ms|sr|dr)$/.test(tokens[person.first - 2]?.folded ?? '')) return person.first - 2;
  return /^(?:mr|ms|mrs|mme|mlle|sra)$/.test(tokens[person.first - 1]?.folded ?? '') ? person.first - 1 : person.first;
}

/** The head of today is a woman: "l'actuel directeur général" becomes "l'actuelle directrice générale". */
function titleEdits(view: SentenceView, title: TokenRange): readonly Edit[] {
  const edits: Edit[] = [];
  for (let i = Math.max(0, title.first - 3); i < title.next; i++) {
    const word = feminine(view, { first: i, next: i + 1 });
    if (word !== undefined) edits.push({ start: view.tokens[i].start, end: view.tokens[i].end, newText: word });
  }
  return edits;
}

function feminine(view: SentenceView, { first }: TokenRange): string | undefined {
  const { written, folded } = view.tokens[first];
  const word = FEMININE[view.lang]?.[folded];
  return word === undefined ? undefined : /^\p{Lu}/u.test(written) ? word[0].toUpperCase() + word.slice(1) : word;
}

const FEMININE: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>> = {
  en: { mr: 'Ms' },
  fr: { m: 'Mme', actuel: 'actuelle', directeur: 'directrice', general: 'générale', le: 'la', du: 'de la', au: 'à la', nouveau: 'nouvelle' },
  es: { sr: 'Sra.', director: 'directora', el: 'la', del: 'de la', al: 'a la', nuevo: 'nueva' },
};
