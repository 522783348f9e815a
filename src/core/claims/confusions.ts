import data from '../../../data/claims/claims.json';
import { phraseIn, type TokenRange } from '../context/phrases';
import type { Token } from '../reading/sentence';
import { foldKey } from '../mentions/fold';
import type { Claim } from './claim';
import { foldPhrases, foldWords, type SentenceView, type Subject } from './view';

/** "International Organization for Migration (IMO)": the abbreviation of another body behind our name. */
export function confusionClaims(view: SentenceView): readonly Claim[] {
  return view.subjectsOf('iom').flatMap(({ next, mention }) => {
    const { tokens } = view;
    if (mention.terms[0].form === 'abbreviation' || tokens[next]?.folded !== '(' || tokens[next + 2]?.folded !== ')') return [];
    const wrong = tokens[next + 1];
    const right = view.lang === 'en' ? 'IOM' : 'OIM';
    const others = view.lang === 'en' ? ['IMO'] : ['OMI', 'IMO', 'OIMI'];
    if (!others.includes(wrong.written)) return [];
    return [{
      start: wrong.start, end: wrong.end, lang: view.lang, concept: 'iom', facts: [], record: right, rule: 'confused-concept' as const,
      certainty: 'certain' as const, severity: 'warning' as const, instead: [right], safe: true, evidence: [{ start: mention.start, end: mention.end }],
    }];
  });
}

/**
 * The maritime organization where only ours can be meant: "IMO's Displacement Tracking Matrix", "the Matrix, which IMO runs",
 * "IMO, the International Organization for Migration", "Amy Pope, Director General of IMO".
 */
export function maritimeClaims(view: SentenceView): readonly Claim[] {
  const right = view.lang === 'en' ? 'IOM' : 'OIM';
  return view.subjectsOf('imo').flatMap((imo): readonly Claim[] => {
    const { mention } = imo;
    if (mention.terms[0].form !== 'abbreviation') return [];
    const owned = OWN_PROGRAMMES.flatMap((id) => view.subjectsOf(id)).find((other) => isOwnedBy(view.tokens, other, imo))
      ?? view.subjectsOf('iom').find((other) => isAppositive(view.tokens, imo, other)) ?? headBeside(view, imo);
    const base = { start: mention.start, end: mention.end, lang: view.lang, concept: 'imo', facts: [], record: right, rule: 'confused-concept' as const, instead: [right] };
    if (owned) return [{ ...base, certainty: 'certain' as const, severity: 'warning' as const, safe: true, evidence: [{ start: owned.mention.start, end: owned.mention.end }] }];
    const work = workOfOurs(view);
    return work ? [{ ...base, certainty: 'likely' as const, severity: 'information' as const, safe: false, evidence: [view.span(work)] }] : [];
  });
}

/** "IMO, which runs the transit centre for stranded migrants": what only our organization does, and nothing of ships and the sea. */
function workOfOurs(view: SentenceView): TokenRange | undefined {
  const { tokens, surroundings, sentence: { block } } = view;
  const isOfTheSea = ({ folded }: Token): boolean => AT_SEA.words.has(folded) || AT_SEA.beginnings.some((beginning) => folded.startsWith(beginning));
  if (surroundings.once(block, 'speaksOfTheSea', () => surroundings.sentencesOf(block).some((sentence) => sentence.tokens.some(isOfTheSea)))) return undefined;
  const [own] = OWN_PROGRAMMES.flatMap((id) => view.subjectsOf(id));
  if (own) return own;
  return tokens.some(({ folded }) => MIGRANTS.test(folded)) ? phraseIn(tokens, 0, tokens.length, WORK) : undefined;
}

const WORK = foldPhrases(data.maritime.work);
const MIGRANTS = /^(?:migrants?|migrantes?|refugees?|refugies?|refugiad[oa]s?|displaced|deplacee?s?|desplazad[oa]s?|returnees?|retournes)$/;
/** Words, and beginnings of longer ones. */
const AT_SEA = { words: foldWords(data.maritime.sea), beginnings: data.maritime.sea.map(foldKey).filter((word) => word.length > 4) };

const OWN_PROGRAMMES = ['dtm', 'avrr', 'gmdac', 'midas', 'migof', 'mgi', 'wmr', 'missing-migrants-project', 'idm'];

/** "IMO's Matrix"; "the Matrix (DTM) of IMO"; "the Matrix, which IMO runs". */
function isOwnedBy(tokens: readonly Token[], owned: Subject, owner: Subject): boolean {
  if (owned.first >= owner.next) return owned.first - owner.next <= 2;
  const between = tokens.slice(owned.next, owner.first).map(({ folded }) => folded);
  if (between.length > 6 || between.length === 0) return false;
  const isRelative = between.every((word) => /^(?:,|which|that|que|the|l|la|')$/.test(word)) && between.some((word) => /^(?:which|that|que)$/.test(word));
  const behindBrackets = between[0] === '(' && between[2] === ')' ? between.slice(3) : between;
  return isRelative || (/^(?:of|de)$/.test(behindBrackets[0] ?? '') && behindBrackets.every((word) => /^(?:of|de|the|l|la|')$/.test(word)));
}

/** "IMO, the International Organization for Migration, …", "l'OMI (Organisation internationale pour les migrations)"; not one after the other in a list. */
function isAppositive(tokens: readonly Token[], name: Subject, beside: Subject): boolean {
  if (beside.mention.terms[0].form === 'abbreviation') return false;
  const between = tokens.slice(name.next, beside.first).map(({ folded }) => folded);
  if (between.length === 0 || between.length > 3 || !between.slice(1).every((word) => /^(?:the|l|la|')$/.test(word))) return false;
  if (between[0] === '(') return true;
  const isInList = /^(?:,|and|et|y)$/.test(tokens[name.first - 1]?.folded ?? '') || /^\p{Lu}/u.test(tokens[beside.next + 1]?.written ?? '');
  return between[0] === ',' && tokens[beside.next]?.folded === ',' && !isInList;
}

/** "Amy Pope, Director General of IMO", "the Director General of IMO, Amy Pope": the maritime organization has a Secretary-General, and none of ours. */
function headBeside(view: SentenceView, { first, next }: Subject): Subject | undefined {
  const { tokens } = view;
  // "IMO's Director General, Amy Pope"
  const possessed = tokens.slice(next, next + 4).map(({ folded }) => folded).join(' ');
  if (possessed === "' s director general") return view.ofKind('person').find((person) => person.first >= next + 4 && person.first - next <= 6);
  let i = first - 1;
  while (i >= 0 && /^(?:of|de|the|l|la|')$/.test(tokens[i].folded)) i--;
  const title = `${tokens[i - 1]?.folded} ${tokens[i]?.folded}`;
  if (i === first - 1 || !/^(?:director general|directeur general|directrice generale|directora general)$/.test(title)) return undefined;
  return view.ofKind('person').find((person) => (person.next <= i - 1 && i - 1 - person.next <= 3) || (person.first >= next && person.first - next <= 2));
}

/** "The Global Compact on Refugees and its 23 objectives": the refugee compact with what only the other has. */
export function refugeeCompactClaims(view: SentenceView): readonly Claim[] {
  const { tokens } = view;
  if (view.subjectsOf('gcm').length > 0) return [];
  const right = COMPACT_FOR_MIGRATION[view.lang];
  return view.subjectsOf('gcr').flatMap((subject) => {
    const at = tokens.findIndex(({ folded }, i) => i >= subject.next && i - subject.next <= 14 && folded === '23' && /^(?:objectives|objectifs|objetivos)$/.test(tokens[i + 1]?.folded ?? ''));
    if (at < 0 || tokens.slice(subject.next, at).some(({ folded }) => /^(?:[;:]|while|whereas|unlike|not|mais|but|pero|no|migration|migrations|migracion)$/.test(folded))) return [];
    return [{
      start: subject.mention.start, end: subject.mention.end, lang: view.lang, concept: 'gcr', facts: [], record: right, rule: 'confused-concept' as const,
      certainty: 'certain' as const, severity: 'warning' as const, instead: [right], safe: false, evidence: [view.span({ first: at, next: at + 2 })],
    }];
  });
}

const COMPACT_FOR_MIGRATION = { en: 'Global Compact for Migration', fr: 'Pacte mondial sur les migrations', es: 'Pacto Mundial para la Migración' };

/** "The UN Global Compact sets out objectives for migration": the name alone is that of the initiative for business. */
export function compactClaims(view: SentenceView): readonly Claim[] {
  if (view.subjectsOf('ungc').length === 0) return [];
  const speaksOfMigration = view.tokens.some((token) => /^(?:migra|marrakech|marrakesh|inmigra)/.test(token.folded));
  const speaksOfBusiness = view.tokens.some((token) => /^(?:business|businesses|compan|corporat|entrepris|empresa|sustainab|ten|anticorruption|supplier)/.test(token.folded));
  // Before there was one for migration, it can only be the other.
  const isEarlier = view.times.some((time) => time.to < 2016 || (time.since && time.from < 2016));
  if (!speaksOfMigration || speaksOfBusiness || isEarlier || view.subjectsOf('gcm').length > 0 || view.subjectsOf('gcr').length > 0) return [];
  const right = COMPACT_FOR_MIGRATION[view.lang];
  return view.subjectsOf('ungc').map(({ mention }) => ({
    start: mention.start, end: mention.end, lang: view.lang, concept: 'ungc', facts: [], record: right, rule: 'confused-concept',
    certainty: 'likely', severity: 'information', instead: [right], safe: false, evidence: [],
  }));
}
