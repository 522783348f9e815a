import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { TIME_WORDS } from '../reading/cues';
import type { TokenRange } from '../context/phrases';
import type { Token } from '../reading/sentence';
import { foldWords, isOfAnother, type SentenceView, type Subject } from './view';

const HAVING = foldWords(data.having);
/** Words that open a description before its subject: "Forte de 175 États membres, l'OIM …". */
const OPENING = foldWords(data.opening);
const OFFICES = foldWords(data.offices);
const PARTS = foldWords(data.parts);
const OF = /^(?:of|the|de|l|la|'|du|del)$/;

/** The subject that the sentence gives the number to: by a verb of having, a possessive, or "of" behind the unit. */
export function attributedTo(view: SentenceView, concept: string, range: TokenRange): Subject | undefined {
  const { tokens } = view;
  const subject = view.subjectNear(concept, range);
  if (isOfOthers(view, range, subject) || isOfSomething(tokens, range) || (subject !== undefined && isLocal(view, concept, range, subject))) return undefined;
  if (!subject || view.hasOtherBetween(subject, range, concept)) return undefined;
  if (subject.first >= range.next) {
    const between = tokens.slice(range.next, subject.first).map((token) => token.folded);
    const isOf = between.length <= 4 && between.length > 0 && /^(?:of|in|de|du|del|au|en)$/.test(between[0]) && between.every((word) => /^(?:of|in|de|du|del|la|l|'|the|au|sein|en)$/.test(word));
    // "15 objectives of the Compact" may be a choice; "the 24 objectives of the Compact" are all.
    const isAll = /^(?:the|les|los|las|ses|sus|its|all|son)$/.test(tokens[range.first - 1]?.folded ?? '');
    const beside = between[0] !== ',' && TODAY.test(between.slice(0, between.indexOf(',')).join(' ')) ? between.slice(between.indexOf(',')) : between;
    const isWith = beside.length <= 3 && beside[0] === ',' && beside.slice(1).every((word) => /^(?:the|l|la|le|el|')$/.test(word)) && opensDescription(tokens, range.first);
    // "Les 23 objectifs que fixe le Pacte", "the 23 objectives that the Compact sets out"
    const isSetByIt = between.length <= 4 && /^(?:que|that|which)$/.test(between[0] ?? '') && between.slice(1).every((word) => /^(?:the|le|la|el|l|'|fixe|enonce|contient|comporte|definit|fija|establece|contiene|enumera)$/.test(word));
    return ((isOf || isSetByIt) && isAll) || isWith || isItsOwn(tokens, range, subject) || (/^(?:are|is)$/.test(tokens[range.first - 1]?.folded ?? '') && tokens[range.first - 2]?.folded === 'there') || hasCountAfter(view, range, subject) ? subject : undefined;
  }
  if (isOfAnother(tokens, subject) || isOfAntecedent(view, concept, subject, range)) return undefined;
  const between = tokens.slice(subject.next, range.first);
  const isPossessive = between.length <= 3 && between.length > 0 && between[0].folded === "'";
  const isAppositive = between.length <= 2 && between.length > 0 && between.every((token) => /^[(,:]$/.test(token.folded));
  const near = between.slice(-6);
  const isHaving = near.some((token) => HAVING.has(token.folded)) && between.length <= 14
    // "in 12 member states": a place, not a count of all.
    && !/^(?:in|dans|en|from|to|for|by|among|parmi|entre)$/.test(tokens[range.first - 1]?.folded ?? '');
  return isPossessive || isAppositive || isHaving ? subject : undefined;
}

const TODAY = /^(?:today|now|at present|currently|en la actualidad|actualmente|hoy|actuellement|a ce jour|aujourd ' hui)$/;

/** "IOM and an executive committee, which had eight members", "la Red, cuyo comité tenía ocho miembros": the relative clause tells of what stands right before it. */
function isOfAntecedent(view: SentenceView, concept: string, subject: Subject, range: TokenRange): boolean {
  const { tokens } = view;
  const relative = tokens.findLastIndex(({ folded }, i) => i > subject.next && i < range.first && RELATIVE.test(folded) && tokens[i - 1].folded === ',');
  if (relative < 0) return false;
  const isAntecedent = view.subjectsOf(concept).some(({ next }) => (tokens[next]?.folded === ')' ? next + 1 : next) === relative - 1);
  if (OWNING.test(tokens[relative].folded)) return !/^(?:membership|membresia|members|membres|miembros)$/.test(tokens[relative + 1]?.folded ?? '') && tokens[relative + 1]?.kind === 'word' && !isAntecedent;
  return !isAntecedent && !view.subjectsOf(concept).some(({ next }) => (tokens[next]?.folded === ',' && next + 12 > relative && !tokens.slice(next + 1, relative - 1).some(({ folded }) => FINITE.test(folded))));
}

const RELATIVE = /^(?:which|who|whose|qui|dont|que|cuyo|cuya|cuyos|cuyas)$/;
const OWNING = /^(?:whose|dont|cuyo|cuya|cuyos|cuyas)$/;
/** Between the subject and the clause a predicate of its own begins: "IOM chairs the group, which has …". */
const FINITE = /^(?:has|have|had|is|are|was|were|and|chairs|coordinates|tiene|tenia|es|son|coordina|preside|a|est|sont|et|y|coordonne|preside)$/;

/** "With 175 Member States, IOM", "with a staff of some 19,000, IOM" */
function opensDescription(tokens: readonly Token[], number: number): boolean {
  let i = number - 1;
  while (i > 0 && number - i <= 6 && !OPENING.has(tokens[i].folded) && (number - i < 3 || OF_STAFF.test(tokens[i].folded))) i--;
  // "With headquarters in Geneva and, at present, a staff of …": opened at the very beginning.
  return OPENING.has(tokens[i]?.folded) || (OPENING.has(tokens[0].folded) && (OF_STAFF.test(tokens[number - 1].folded) || /^(?:and|et|y)$/.test(tokens[number - 1].folded)) && !tokens.slice(0, number).some(({ kind, folded }) => kind === 'punctuation' && folded !== ','));
}

const OF_STAFF = /^(?:an?|une?|una|its|son|su|staff|workforce|personnel|personal|plantilla|effectifs?|of|de|d|'|some|about|around|over|nearly|quelque|environ|unos|unas|casi)$/;

/** "Its ten guiding principles and 21 objectives make the Compact …": whose they are, the sentence says behind. */
function isItsOwn(tokens: readonly Token[], range: TokenRange, subject: Subject): boolean {
  const before = tokens.slice(0, range.first).map(({ folded }) => folded);
  const between = tokens.slice(range.next, subject.first);
  return /^(?:its|ses|sus)$/.test(before[0] ?? '') && before.length <= 6 && before.every((word) => !/^[,;:(]$/.test(word)) && between.length <= 6 && between.every(({ kind, written }) => kind === 'word' && !/^\p{Lu}/u.test(written));
}

/** Of a fixed number only statements of the whole count: "has 24 objectives", not "focuses on 15 objectives". */
export function isWhole({ tokens }: SentenceView, subject: Subject, number: number): boolean {
  if (subject.first > number) return true;
  const between = tokens.slice(subject.next, number).map((token) => token.folded);
  if (between[0] === "'" || /^[,(:]$/.test(between[0] ?? '')) return true;
  // "rests on ten guiding principles and 23 objectives"
  const isSecond = between[between.length - 1] === 'and' || between[between.length - 1] === 'et' || between[between.length - 1] === 'y';
  if (between.length > (isSecond ? 9 : 5)) return false;
  return between.some((word) => RESTING.test(word)) || (between.some((word) => CONTAINING.test(word)) && !between.some((word) => /^(?:on|focuses|only|seulement|solo)$/.test(word)));
}

/** "rests on 23 objectives": of these verbs, "on" is part. */
const RESTING = /^(?:rests|built|repose|basa|apoya)$/;
const CONTAINING = /^(?:has|have|had|contains?|contained|comprises?|comprised|sets|lays|lists|enumere|recense|enumera|with|its|includes|counts|consists|comporte|compte|comprend|contient|enonce|fixe|definit|reunit|reune|recoge|abarca|avec|ses|tiene|contiene|comprende|consta|establece|fija|incluye|con|sus|cuenta)$/;

/** "IOM in Libya has 510 staff", "27 Member States in the Union", "In Africa IOM has 54 Member States": a count of a part. */
function isLocal({ tokens }: SentenceView, concept: string, range: TokenRange, subject: Subject): boolean {
  const isPlace = (at: number): boolean => {
    const i = /^(?:the|this|that|l|la|el|le|ce|cette|este|esta)$/.test(tokens[at]?.folded ?? '') ? at + 1 : at;
    const token = tokens[i]?.folded === "'" ? tokens[i + 1] : tokens[i];
    return token !== undefined && token.kind === 'word' && (PARTS.has(token.folded) || /^\p{Lu}[\p{Ll}\p{M}]/u.test(token.written) && !TIME_WORDS.months.has(token.folded)) && !(i >= subject.first && i < subject.next);
  };
  const isIn = (at: number): boolean => /^(?:here|ici|aqui)$/.test(tokens[at]?.folded ?? '') || (/^(?:in|on|at|au|aux|en|dans|sur|a)$/.test(tokens[at]?.folded ?? '') && isPlace(at + 1));
  const isOffice = OF.test(tokens[subject.first - 1]?.folded ?? '') && tokens.slice(Math.max(0, subject.first - 5), subject.first).some(({ folded }) => OFFICES.has(folded));
  const unitEnd = tokens.findIndex((token, i) => i >= range.next && !/^(?:states?|members?|staff|employees|etats|membres|employes|agents|estados|miembros|empleados|funcionarios|observers?)$/.test(token.folded));
  const opening = clauseOf(tokens, subject).first;
  return isOffice || isIn(subject.next) || isPlace(subject.next) || (unitEnd >= 0 && isIn(unitEnd)) || (concept === 'iom' && opening < subject.first && isIn(opening));
}

/** "9 members on the panel": without "States", members of whatever is named behind. */
function isOfSomething(tokens: readonly Token[], range: TokenRange): boolean {
  return /^(?:members|membres|miembros)$/.test(tokens[range.next - 1].folded) && /^(?:on|in|of|du|de|del|au|dans|en)$/.test(tokens[range.next]?.folded ?? '')
    && !/^(?:states?|etats|estados|iom|oim)$/.test(tokens[range.next - 2].folded) && tokens.slice(range.next + 1, range.next + 4).some(({ folded }) => /^(?:panel|jury|committee|comite|team|board|group|groupe|grupo|equipe|equipo|working)$/.test(folded));
}

/** "the 27 Member States of the Union": the count is somebody else's. */
function isOfOthers({ tokens }: SentenceView, range: TokenRange, subject: Subject | undefined): boolean {
  if (!/^(?:of|de|del|des|du|d)$/.test(tokens[range.next]?.folded ?? '')) return false;
  const named = tokens.findIndex((token, i) => i > range.next && i <= range.next + 3 && /^\p{Lu}/u.test(token.written));
  return named >= 0 && !(subject !== undefined && named >= subject.first && named < subject.next);
}

/** "175 member states and 8 observer states in the IOM": a second count stands between. */
function hasCountAfter(view: SentenceView, range: TokenRange, subject: Subject): boolean {
  const between = view.tokens.slice(range.next, subject.first);
  return between.some((token) => /^(?:in|of|de|du|en|au)$/.test(token.folded)) && between.some((token) => /^\d{1,3}$/.test(token.folded)) && between.every((token) => /^(?:and|y|et|\d{1,3}|observers?|member|states?|etats|observateurs|estados|observadores|in|of|de|la|l|'|the|du|,)$/.test(token.folded));
}
