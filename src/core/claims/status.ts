import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import type { Phrase, Phrases } from '../reading/phraseList';
import { hasAccents } from '../context/judge';
import { phraseAt, phraseIn, standsAt, type TokenRange } from '../context/phrases';
import type { Token } from '../reading/sentence';
import { tenseOf } from '../context/tense';
import type { Lang } from '../document';
import { expandBraces } from '../termbase/braces';
import { yearOf } from '../termbase/dates';
import type { Claim } from './claim';
import type { Records } from './records';
import { foldPhrase, foldPhrases, foldWords, isOfAnother, type SentenceView, type Subject } from './view';

interface Form {
  readonly subject: string;
  readonly fact: string;
  readonly link: string;
  readonly presentOnly: boolean;
  readonly lang: Lang;
  readonly phrase: Phrase;
  /** Its first word, accents and all. */
  readonly first: string;
  readonly instead: readonly string[];
  /** The same as words of a sentence. */
  readonly rights: Phrases;
  /** Grammatical gender of the form; what stands instead of it is feminine (an organization). */
  readonly gender: 'm' | 'f' | undefined;
}

const FORMS: readonly Form[] = data.status.flatMap((status) => status.forms.flatMap((form) => {
  const expanded = expandBraces({ text: form.text, instead: form.instead });
  const link = linkOf(status.link, form);
  return typeof expanded === 'string' ? [] : expanded.map(({ text, instead }) => ({
    subject: status.subject, fact: status.fact, link, presentOnly: 'presentOnly' in status && status.presentOnly === true,
    lang: form.lang as Lang, phrase: foldPhrase(text), first: text.split(' ')[0], instead, rights: foldPhrases(link === 'predicate' ? instead : []), gender: 'gender' in form ? (form.gender as 'm' | 'f') : undefined,
  }));
})).sort((a, b) => b.phrase.length - a.phrase.length);
/** How a form of an instrument's status hangs together with the instrument. */
function linkOf(link: string, form: { readonly text: string }): string {
  if (link !== 'instrument') return link;
  if ('direct' in form && form.direct === true) return 'direct';
  return 'verb' in form && form.verb === true ? 'verb' : 'noun' in form && form.noun === true ? 'noun' : link;
}

/** So that a word of the sentence is compared only with the forms that begin with it. */
const BY_FIRST_WORD: ReadonlyMap<string, readonly Form[]> = FORMS.reduce((map, form) => map.set(form.phrase[0], [...(map.get(form.phrase[0]) ?? []), form]), new Map<string, Form[]>());
export const STATUS_OPENERS: ReadonlySet<string> = new Set(BY_FIRST_WORD.keys());
const NEGATIONS = foldWords(data.negations);
const SUPPOSED = foldWords(data.supposed);
const REPORTING = {
  verbs: foldPhrases(data.reporting.verbs), that: foldWords(data.reporting.that), portrayed: foldWords(data.reporting.portrayed), as: foldWords(data.reporting.as),
  refuted: foldPhrases(data.reporting.refuted), accordingTo: foldPhrases(data.reporting.accordingTo),
};

/** "IOM, a UN specialized agency", "countries that ratified the Compact": a legal status that the record does not give. */
export function statusClaims(view: SentenceView, records: Records, openings: readonly number[]): readonly Claim[] {
  const claims: Claim[] = [];
  let next = 0;
  for (const i of openings) {
    if (i < next) continue;
    const form = BY_FIRST_WORD.get(view.tokens[i].folded)?.find((candidate) => candidate.lang === view.lang && view.hasSubject(candidate.subject) && standsAt(candidate.phrase, view.tokens, i) && hasItsAccent(view.tokens[i], candidate));
    if (!form) continue;
    const range = { first: i, next: i + form.phrase.length };
    const fact = records.fact(form.fact);
    const subject = view.subjectNear(form.subject, range) ?? possessor(view, range, form);
    if (!fact || !subject || !isSaidOf(view, range, subject, form) || isDenied(view, range, subject, form)) continue;
    if (form.presentOnly && (view.times.some((time) => time.from <= (yearOf(fact.from) ?? Infinity)) || tenseOf(view.sentence, subject, clauseOf(view.tokens, subject), view.lang) === 'past')) continue;
    // Of a verb with two objects only one is told wrongly: there the sentence has to be written anew.
    const instead = form.link === 'verb' && isCoordinated(wordsBetween(view, range, subject)) ? [] : form.instead.map((text) => (i === 0 ? capitalized(text, view.tokens[0]) : text));
    claims.push({
      ...view.span(range), lang: view.lang, concept: form.subject, facts: [fact.id], record: instead[0] ?? form.instead[0], rule: 'wrong-status',
      certainty: 'certain', severity: 'warning', instead, safe: instead.length > 0 && !isConceded(view, range) && !isBindingBeside(view, range), evidence: [], ...(form.gender ? { genders: [form.gender, 'f'] as const } : {}),
    });
    next = range.next;
  }
  return claims;
}

/** "The Compact rests on political will alone; its signatories …": behind a semicolon what the clause before speaks of. */
function possessor(view: SentenceView, range: TokenRange, form: Form): Subject | undefined {
  if (form.link !== 'noun' && form.link !== 'instrument' || !/^(?:its|ses|sus)$/.test(view.tokens[range.first - 1]?.folded ?? '')) return undefined;
  const subject = view.subjectsOf(form.subject).findLast(({ next }) => next <= range.first);
  return subject && view.tokens.slice(0, range.first).some(({ folded }) => OTHER_INSTRUMENT.test(folded)) ? undefined : subject;
}

/** "le signe" is not "signé", and "la traite" no "traité": in French and Spanish the accent makes another word of it. Capitals may go without. */
function hasItsAccent({ written }: Token, { phrase, first }: Form): boolean {
  return phrase.length > 1 || !hasAccents(first) || hasAccents(written) || written === written.toUpperCase();
}

function isSaidOf(view: SentenceView, range: TokenRange, subject: Subject, form: Form): boolean {
  const isAfter = subject.next <= range.first;
  const words = wordsBetween(view, range, subject);
  if (view.hasOtherBetween(subject, range, form.subject)) return false;
  switch (form.link) {
    // "IOM is/has been/as/, a specialized agency": a copula between, and no other body; not "wanted IOM to become".
    case 'predicate': return words[0] !== 'to' && ((isAfter && words.length === 0 && /^(?:no|ne|n)$/.test(form.phrase[0])) || words.length <= 9 && words.some((word) => COPULA.test(word)) && !words.some((word) => OTHER_BODY.test(word)) && !(words.some((word) => CALLED.test(word)) && words.some((word) => OFTEN.test(word))));
    // "signed the Compact", "the Compact was ratified": the Compact as object, or as subject in the passive.
    case 'verb': return isAfter ? words.length <= 6 && words.length > 0 && words.every((word) => PASSIVE.test(word)) && !isActive(words) && !hasOtherBefore(view, subject) || isRelativeObject(view, range, words)
      : (words.length <= 6 && words.every((word) => OBJECT.test(word))) || isCoordinated(words);
    // "the Compact is legally binding", "the Compact (GCM) also entered into force": right behind the Compact.
    case 'direct': return isAfter && words.length <= 3 && words.every((word) => BESIDE.test(word)) && !isOfAnother(view.tokens, subject) && !hasOtherBefore(view, subject);
    // "the Compact is a treaty", "the Compact, a treaty", "treaties such as the Compact".
    case 'noun': return isAfter ? (words.length === 0 && DEMONSTRATIVE.test(view.tokens[subject.first].folded)) || words.length <= 7 && PREDICATION.test(words[0] ?? '') && words.some((word) => ARTICLE.test(word)) && !words.some((word) => OTHER_INSTRUMENT.test(word))
      : words.length <= 6 && INCLUSION.test(words[0] ?? '');
    // "signatories", "signing ceremony": the company of the Compact is enough, if no other instrument stands between.
    default: return words.length <= 12 && !words.some((word) => OTHER_INSTRUMENT.test(word) || OTHER_SIGNED.test(word));
  }
}

function wordsBetween({ tokens }: SentenceView, range: TokenRange, subject: Subject): readonly string[] {
  const [from, to] = subject.next <= range.first ? [subject.next, range.first] : [range.next, subject.first];
  return tokens.slice(from, to).map((token) => token.folded);
}

/** "ratified the Convention and, in 2019, the Compact": one verb with two objects. */
function isCoordinated(words: readonly string[]): boolean {
  if (words.every((word) => OBJECT.test(word))) return false;
  const and = words.findLastIndex((word) => /^(?:and|et|y)$/.test(word));
  return and > 0 && words.length <= 20 && words.slice(and + 1).every((word) => /^(?:,|in|en|\d{4}|the|le|el|al|later|puis|luego)$/.test(word)) && !words.slice(0, and).some((word) => /^[;:(]$/.test(word));
}

/** "the Compact, which 164 governments signed": the name before is what was signed, if nothing else follows. */
function isRelativeObject({ tokens }: SentenceView, range: TokenRange, words: readonly string[]): boolean {
  const behind = words[0] === ',' ? words.slice(1) : words;
  if (!/^(?:which|that|que)$/.test(behind[0] ?? '') || behind.length < 2 || behind.length > 6) return false;
  return !behind.slice(1).some((word) => /^(?:which|that|que|who|qui|,|calls?|asks?|on)$/.test(word)) && !/^(?:the|a|an|le|la|les|un|une|el|los|las|its|their|to)$/.test(tokens[range.next]?.folded ?? '');
}

/** "has ratified", "a ratifié": the name before the verb is not what was ratified. */
function isActive(words: readonly string[]): boolean {
  return words.some((word) => /^(?:has|have|had|a|ha|ont|han)$/.test(word)) && !words.some((word) => /^(?:been|ete|sido)$/.test(word));
}

/** "The Protocol, which reflects the Compact, was ratified": another instrument is the subject. */
function hasOtherBefore({ tokens }: SentenceView, subject: Subject): boolean {
  const clause = clauseOf(tokens, subject);
  return tokens.slice(clause.first, subject.first).some(({ folded }) => OTHER_INSTRUMENT.test(folded) || /^(?:treat(?:y|ies)|traites?|tratados?)$/.test(folded));
}

/** "IOM is often called a specialized agency": told of what others say. */
const CALLED = /^(?:called|termed|labelled|described|listed|appelee?|qualifiee?|presentee?|decrite?|llamad[ao]|calificad[ao]|presentad[ao]|descrit[ao])$/;
const OFTEN = /^(?:often|sometimes|commonly|frequently|usually|still|souvent|parfois|couramment|frecuentemente|menudo|veces)$/;
const BESIDE = /^(?:also|itself|thus|therefore|donc|aussi|tambien|[,()]|gcm|pmm)$/;
const COPULA = /^(?:is|are|was|be|been|became|becomes|become|as|the|a|an|,|\(|:|–|—|-|est|etant|comme|devient|devenue|une|un|es|como|reste|remains|sigue|mantiene|organismo)$/;
const OTHER_BODY = /^(?:ilo|who|unhcr|fao|unesco|unicef|undp|wfp|imo|oms|oit|acnur|hcr|and|with|avec|con|other|autres|otros|et|y)$/;
const OTHER_INSTRUMENT = /^(?:conventions?|convenciones?|convenios?|protocols?|protocoles?|protocolos?|agreements?|accords?|acuerdos?|memorandums?|covenants?|pacto|declarations?|letters?|lettres?|cartas?|contracts?|decrees?|laws?|constitutions?)$/;
const PASSIVE = /^(?:was|were|has|have|had|been|is|are|being|be|a|ete|fut|est|fue|ha|sido|se|que|which|that|has|not|yet|also|finally|formally|officially|later|then|in|en|le|,|\(|\)|\d{1,4}|december|decembre|diciembre|des|de|las|la|naciones|nations|unies|unidas|-|onu)$/;
const OBJECT = /^(?:the|a|le|la|el|l|'|un|onu|united|nations|and|et|y|or|ou|o|adopted|endorsed|signed|ratified|adopte|signe|ratifie|firmado|ratificado|du|de|del|of|al)$/;
const OTHER_SIGNED = /^(?:projects?|projets?|proyectos?|programmes?|programas?|pledges?|funds?|grants?|partnerships?|plans?|planes)$/;
const PREDICATION = /^(?:is|was|remains|became|,|\(|–|—|as|est|reste|etait|constitue|comme|es|era|constituye|como|sigue)$/;
const ARTICLE = /^(?:a|an|the|un|une|el|la|le|l)$/;
const DEMONSTRATIVE = /^(?:this|ce|este|dicho)$/;
const INCLUSION = /^(?:like|such|including|called|known|comme|tels?|telles?|dont|como|tales?|incluido|,|\()$/;

/** Whether the sentence denies, doubts, asks or reports what it says. */
function isDenied({ tokens }: SentenceView, range: TokenRange, subject: Subject, form: Form): boolean {
  if (tokens.some((token) => token.folded === '?')) return true;
  if (isDeniedElsewhere(tokens, range)) return true;
  // "Who reads that it is a specialized agency reads wrongly: it is a related organization": what is right stands there already.
  if (phraseIn(tokens, 0, range.first, form.rights) || phraseIn(tokens, range.next, tokens.length, form.rights)) return true;
  const isOwnNegation = form.phrase.some((word) => NEGATIONS.has(word));
  const clause = clauseOf(tokens, range);
  const before = tokens.slice(clause.first, range.first);
  // "has not yet ratified" does not deny that it can be.
  const isNotYet = before.some((token) => NOT_YET.test(token.folded));
  if (!isOwnNegation && !isNotYet && before.some((token) => NEGATIONS.has(token.folded))) return true;
  if (form.link === 'direct' && tokens.slice(range.next, range.next + 4).some((token) => NEGATIONS.has(token.folded))) return true;
  const comma = before.findLastIndex((token) => token.folded === ',');
  if (before.slice(comma + 1).some((token) => SUPPOSED.has(token.folded) && !/í/i.test(token.written.normalize('NFC'))) || isReported(tokens, range, subject)) return true;
  // "unlike the Compact, …", "contrairement au Pacte, …"
  const beside = tokens.slice(Math.max(0, subject.first - 4), subject.first);
  return beside.some(({ folded }, i) => UNLIKE.test(folded) && !beside.slice(i).some((token) => token.folded === ','));
}

/** "Whoever asks for ratification has not understood that it is not a treaty", "the signing of a Compact that nobody had signed": the sentence denies a status of this kind itself. */
function isDeniedElsewhere(tokens: readonly Token[], { first, next }: TokenRange): boolean {
  return tokens.some(({ folded }, i) => (i < first - NEAR || i >= next) && STATUS_WORDS.has(folded)
    && tokens.slice(Math.max(i < first ? 0 : next, i - NEAR), i).some((token) => NEGATIONS.has(token.folded))
    && !tokens.slice(i + 1, i + 1 + NEAR).some((token) => OTHER_INSTRUMENT.test(token.folded)));
}

/** In words, from a denial to what it denies, and from that to another instrument that it is denied of. */
const NEAR = 4;
/** "treaty", "signed": forms of one word. */
const STATUS_WORDS: ReadonlySet<string> = new Set(FORMS.filter(({ phrase }) => phrase.length === 1).map(({ phrase }) => phrase[0]));

/** "a legally binding treaty": put right, "a legally binding agreement" would still say what is not so. */
function isBindingBeside({ tokens }: SentenceView, { first, next }: TokenRange): boolean {
  return tokens.slice(Math.max(0, first - 3), first).concat(tokens.slice(next, next + 3)).some(({ folded }) => /^(?:binding|contraignants?|vinculantes?|obligatorios?|obligatoires?)$/.test(folded));
}

function capitalized(text: string, { written }: Token): string {
  return /^\p{Lu}/u.test(written) ? text[0].toUpperCase() + text.slice(1) : text;
}

/** "The senator said that it was a treaty", "presented as a treaty", "…, which is false": not what the author says. */
function isReported(tokens: readonly Token[], { first, next }: TokenRange, subject: Subject): boolean {
  if (phraseIn(tokens, next, tokens.length, REPORTING.refuted) || phraseIn(tokens, 0, first, REPORTING.accordingTo)) return true;
  for (let i = 0; i < Math.min(first, subject.first); i++) {
    const verb = phraseAt(tokens, i, REPORTING.verbs);
    const isClause = verb && REPORTING.that.has(tokens[verb.next]?.folded);
    if (isClause && !tokens.slice(verb.next, subject.first).some(({ folded }) => folded === ',')) return true;
  }
  // "was taken for a treaty by part of the press"
  const taken = tokens.slice(Math.max(0, first - 4), first).map(({ folded }) => folded).join(' ');
  if (TAKEN_FOR.test(taken)) return true;
  const as = tokens.findLastIndex((token, i) => i < first && i >= first - 4 && REPORTING.as.has(token.folded));
  return as >= 0 && tokens.slice(Math.max(0, as - 14), as).some((token) => REPORTING.portrayed.has(token.folded));
}

const TAKEN_FOR = /(?:^| )(?:taken|mistaken|took|pris|prise|prend|tomado|tomada|toma|pasar|passer) (?:for|pour|por)(?: |$)/;

/** "although not part of the UN system": putting the status right would turn the argument round. */
function isConceded({ tokens }: SentenceView, range: TokenRange): boolean {
  return tokens.slice(Math.max(0, range.first - 4), range.first).some((token) => /^(?:although|though|despite|while|bien|quoique|malgre|aunque|pese|pesar)$/.test(token.folded));
}

const NOT_YET = /^(?:yet|still|todavia|aun|encore|toujours)$/;
const UNLIKE = /^(?:unlike|contrairement|contrario|diferencia|difference|instead|beside|besides|than)$/;
