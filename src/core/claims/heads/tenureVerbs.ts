import { agentsOf, themesOf, type Statement } from '../../reading/statement';
import { isVerbOf } from '../field';
import { ORGANIZATION, headWordsOf } from './headWords';
import { officeOf, type Office } from './offices';
import type { Person } from './people';
import type { Argument, Utterance } from '../utterance';
import type { Tenure } from './tenure';
import { datesIn } from './tenureDates';

/** "X heads IOM", "X was Director General", "IOM was led by X", "X took office", "X left". */
export function tenureOfVerb(
  utterance: Utterance,
  person: Person,
  { statement, role, complement, top }: Argument,
): Tenure | undefined {
  const { grammar, reading } = utterance;
  const words = headWordsOf(utterance.lang);
  const { verb } = statement;
  const { group } = person;
  if (!verb) return undefined;
  const dates = datesIn(statement, utterance);
  // "a representative of Amy Pope, who heads IOM": a relative clause may modify the last name in the preceding group;
  // but in "Amy Pope, whose term" she is the owner.
  if (top !== group && !(statement.kind === 'relative' && top.owners.at(-1) === group && group.first > top.first))
    return undefined;
  const others = [
    ...statement.subjects,
    ...statement.objects,
    ...statement.complements.flatMap((each) => (each.group.kind === 'noun' ? [each.group] : [])),
  ].filter((each) => each !== group);
  const roled = others.filter((each) => {
    // "António Vitorino, later Director General of IOM, was a minister": two subjects, or two objects, stay separate.
    if (
      (role === 'subject' && statement.subjects.includes(each)) ||
      (role === 'object' && statement.objects.includes(each) && statement.subjects.length > 0)
    )
      return false;
    const own = statement.complements.find((complement2) => complement2.group === each);
    return !own || LINKS.some((link) => own.roles.has(link));
  });
  const offices = roled.flatMap((each) => {
    const office = officeOf(utterance, each);
    return office ? [office] : [];
  });
  if (offices.includes('other')) return undefined;
  const office = offices.find((each): each is Office => each !== 'other' && (!each.isLoose || each.of !== 'bare'));
  const weak = office ?? offices.find((each): each is Office => each !== 'other');
  const make = (kind: Tenure['kind'], of: Office['of'], isWhole: boolean): Tenure => ({
    person,
    kind,
    office: weak,
    of,
    statement,
    dates,
    isWhole,
  });
  if (isVerbOf(words.lead, verb, reading) && !isVerbOf(words.end, verb, reading)) {
    const isAgent = agentsOf(statement, grammar).includes(group) || (role === 'subject' && verb.passive !== true);
    if (isAgent) {
      for (const theme of [
        ...themesOf(statement, grammar),
        ...(verb.passive === true ? statement.subjects : statement.objects),
      ]) {
        if (theme === group) continue;
        const own = utterance.own(theme, ORGANIZATION, statement);
        if (own && !utterance.isLocal(theme, statement)) return make('hold', own.by, role === 'subject');
      }
      // "William Lacy Swing la dirige de 2008 à 2018"
      const taken =
        verb.clitic && statement.objects.length === 0
          ? utterance.antecedentAt(verb.clitic.first, ORGANIZATION)
          : undefined;
      if (taken) return make('hold', taken.by, role === 'subject');
      // "Está dirigida por Amy Pope"
      const omitted =
        verb.passive === true && statement.omitsSubject && grammar.omitsSubjects
          ? utterance.antecedentAt(verb.first, ORGANIZATION)
          : undefined;
      if (omitted) return make('hold', omitted.by, false);
    }
  }
  const isSubject = role === 'subject' || (role === 'object' && statement.subjects.length === 0);
  if (isVerbOf(words.start, verb, reading) && (isSubject || role === 'object') && weak)
    return hasOtherPost(utterance, statement, office) ? undefined : make('start', office?.of ?? 'bare', true);
  if (!office && !(weak && dates.length > 0)) return undefined;
  if ((!office || office.isLoose) && hasOtherPost(utterance, statement, office)) return undefined;
  if (isVerbOf(words.hold, verb, reading) || verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula'))) {
    const isPredicate = role === 'subject' || role === 'object' || complement?.roles.has('by') === true;
    return isPredicate ? make('hold', office?.of ?? 'bare', true) : undefined;
  }
  return undefined;
}

/** Roles of prepositions before an office of the statement's subject: "as", "at the helm". */
const LINKS = ['as', 'in', 'on', 'to', 'of', 'for'];

/** "was elected to Parliament", "took office as minister": an office other than that of the head. */
function hasOtherPost(utterance: Utterance, statement: Statement, office: Office | undefined): boolean {
  const words = headWordsOf(utterance.lang);
  if (words.otherOffices.isIn(utterance.words.slice(statement.first, statement.next))) return true;
  return (
    office === undefined &&
    statement.complements.some(
      ({ roles, group }) =>
        group.kind === 'noun' &&
        (roles.has('as') || roles.has('to')) &&
        officeOf(utterance, group) === undefined &&
        utterance.own(group, ORGANIZATION) === undefined,
    )
  );
}
