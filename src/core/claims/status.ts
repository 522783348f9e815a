import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { phraseAt, type TokenRange } from '../context/phrases';
import { tenseOf } from '../context/tense';
import type { Lang } from '../document';
import { expandBraces } from '../termbase/braces';
import type { Claim } from './claim';
import type { Records } from './records';
import { foldPhrases, foldWords, type SentenceView, type Subject } from './view';

interface Form {
  readonly subject: string;
  readonly fact: string;
  readonly link: string;
  readonly presentOnly: boolean;
  readonly verb: boolean;
  readonly lang: Lang;
  readonly phrase: readonly string[];
  readonly instead: readonly string[];
}

const FORMS: readonly Form[] = data.status.flatMap((status) => status.forms.flatMap((form) => {
  const expanded = expandBraces({ text: form.text, instead: form.instead });
  return typeof expanded === 'string' ? [] : expanded.map(({ text, instead }) => ({
    subject: status.subject, fact: status.fact, link: status.link, presentOnly: 'presentOnly' in status && status.presentOnly === true,
    verb: 'verb' in form && form.verb === true, lang: form.lang as Lang, phrase: foldPhrases([text])[0], instead,
  }));
})).sort((a, b) => b.phrase.length - a.phrase.length);
/** So that a word of the sentence is compared only with the forms that begin with it. */
const BY_FIRST_WORD: ReadonlyMap<string, readonly Form[]> = FORMS.reduce((map, form) => map.set(form.phrase[0], [...(map.get(form.phrase[0]) ?? []), form]), new Map<string, Form[]>());
const NEGATIONS = foldWords(data.negations);

/** "IOM, a UN specialized agency", "countries that ratified the Compact": a legal status that the record does not give. */
export function statusClaims(view: SentenceView, records: Records): readonly Claim[] {
  const claims: Claim[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const form = BY_FIRST_WORD.get(view.tokens[i].folded)?.find((candidate) => candidate.lang === view.lang && view.subjectsOf(candidate.subject).length > 0 && phraseAt(view.tokens, i, [candidate.phrase]));
    if (!form) continue;
    const range = { first: i, next: i + form.phrase.length };
    const fact = records.fact(form.fact);
    const subject = view.subjectNear(form.subject, range);
    if (!fact || !subject || !isSaidOf(view, range, subject, form) || (isNegated(view, range, form) && form.link !== 'predicate') || (form.link === 'predicate' && form.phrase[0] !== 'not' && !form.presentOnly && isNegated(view, range, form))) continue;
    if (form.presentOnly && (view.times.length > 0 || tenseOf(view.sentence, subject, clauseOf(view.tokens, subject), view.lang) === 'past')) continue;
    claims.push({
      ...view.span(range), lang: view.lang, concept: form.subject, facts: [fact.id], record: form.instead[0], rule: 'wrong-status',
      certainty: 'certain', severity: 'warning', instead: form.instead, safe: true, evidence: [],
    });
    i = range.next - 1;
  }
  return claims;
}

function isSaidOf(view: SentenceView, range: TokenRange, subject: Subject, { link, verb }: Form): boolean {
  const { tokens } = view;
  const [from, to] = subject.next <= range.first ? [subject.next, range.first] : [range.next, subject.first];
  const between = tokens.slice(from, to);
  if (view.hasOtherBetween(subject, range, subject.mention.terms[0].entry.concept.id)) return false;
  if (link === 'predicate') {
    // "IOM is/has been/as/, a specialized agency": nothing but the copula, an article and qualifiers between.
    if (between.length > 9) return false;
    const words = between.map((token) => token.folded);
    return words.some((word) => COPULA.test(word)) && !words.some((word) => OTHER_BODY.test(word));
  }
  const words = between.map((token) => token.folded);
  if (words.some((word) => OTHER_INSTRUMENT.test(word))) return false;
  // "signed", "ratified" need the Compact as object or subject; "treaty", "signatories" only its company.
  return between.length <= (verb ? 9 : 12) && (!verb || !words.some((word) => OBJECT.test(word)));
}

const COPULA = /^(?:is|are|was|be|been|became|becomes|become|as|the|a|an|,|\(|:|–|—|-|est|etant|comme|devient|devenue|une|un|es|como|reste|remains|sigue|mantiene|organismo)$/;
const OTHER_BODY = /^(?:ilo|who|unhcr|fao|unesco|unicef|undp|wfp|imo|oms|oit|acnur|hcr|and|with|avec|con|other|autres|otros)$/;
const OTHER_INSTRUMENT = /^(?:convention|convencion|convenio|protocol|protocole|protocolo|agreement|accord|acuerdo|memorandum|covenant|pacto|declaration|letter|lettre|carta|contract|decree|law|constitution)$/;
const OBJECT = /^(?:agreement|statement|declaration|letter|memorandum|contract|deal|letters|it|accord|lettre|acuerdo|carta|into|off|up|on|for)$/;

function isNegated(view: SentenceView, range: TokenRange, form: Form): boolean {
  const before = view.tokens.slice(Math.max(0, range.first - (form.link === 'instrument' ? 6 : 4)), range.first);
  return before.some((token) => NEGATIONS.has(token.folded));
}
