import type { NounGroup } from '../reading/nodes';
import { agentsOf, themesOf, type Statement } from '../reading/statement';
import { isVerbOf } from './field';
import { ORGANIZATION, headWordsOf } from './headWords';
import { bodyOf, officeOf, type Office } from './offices';
import type { Person } from './people';
import type { Argument, Utterance } from './utterance';
import type { Tenure } from './tenure';
import { datesIn, isTenureOf } from './tenureDates';

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
  // "Under X, IOM joined the system in 2016", "sous la direction de X"
  if (
    complement?.roles.has('under') === true &&
    dates.length === 1 &&
    (top === group || words.seats.isIn(top.words) || words.terms.isIn(top.words))
  ) {
    const own = statement.subjects.map((each) => utterance.own(each, ORGANIZATION)).find((each) => each !== undefined);
    return own && { person, kind: 'hold', office: undefined, of: own.by, statement, dates, isWhole: false };
  }
  // "a representative of Amy Pope, who heads IOM": a relative clause may modify the last name in the preceding group;
  // but in "Amy Pope, whose term" she is the owner.
  if (top !== group && !(statement.kind === 'relative' && top.owners.at(-1) === group && group.first > top.first))
    return ofOwned(utterance, person, top, statement);
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
  const isPatient =
    verb.passive === true || verb.passive === undefined
      ? themesOf(statement, grammar).includes(group) || role === 'subject'
      : role === 'object' || (role === 'subject' && verb.passive !== false);
  // "El Consejo eligió a Amy Pope"
  const isMarked =
    grammar.omitsSubjects &&
    verb.passive !== true &&
    complement !== undefined &&
    (complement.roles.has('to') || complement.roles.has('in')) &&
    isVerbOf(words.elect, verb, reading);
  if (isVerbOf(words.elect, verb, reading) && (isPatient || isMarked) && !hasOtherPost(utterance, statement, office))
    return make('elected', office?.of ?? 'bare', true);
  // "Swing succeeded him, from 2008 to 2016": a whole tenure.
  if (isVerbOf(words.succeed, verb, reading))
    return role === 'subject' && dates.length === 1 && isTenureOf(person, dates[0]!.date)
      ? make('hold', office?.of ?? 'bare', true)
      : undefined;
  if (
    isVerbOf(words.start, verb, reading) &&
    (isSubject || role === 'object') &&
    (weak || isWholePhrase(utterance, statement))
  )
    return hasOtherPost(utterance, statement, office) ? undefined : make('start', office?.of ?? 'bare', true);
  if (isVerbOf(words.end, verb, reading) && isSubject && !hasOtherPost(utterance, statement, office))
    return make(
      'end',
      office?.of ??
        statement.objects.map((each) => utterance.own(each, ORGANIZATION)?.by).find((by) => by !== undefined) ??
        'bare',
      true,
    );
  // "McKinley makes way for William Lacy Swing, who stays until 2016"
  if (
    !office &&
    person.head &&
    (statement.kind === 'relative' || person.by === 'reference') &&
    dates.some(({ roles }) => roles.has('until')) &&
    isVerbOf(words.stay, verb, reading) &&
    // "stayed in Geneva until 2016"
    [...statement.objects, ...statement.complements.map((each) => each.group)].every(
      (each) => each.kind === 'date' || officeOf(utterance, each) !== undefined,
    ) &&
    !hasOtherPost(utterance, statement, office)
  )
    return make('hold', 'bare', true);
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

/** "Purcell's decade at the head of the organization began in 1979", "António Vitorino's term ended in 2021". */
function ofOwned(utterance: Utterance, person: Person, top: NounGroup, statement: Statement): Tenure | undefined {
  const words = headWordsOf(utterance.lang);
  // "his first term ended": a part of the tenure.
  if (
    !words.seats.isIn(utterance.words.slice(top.first, top.end)) ||
    !statement.subjects.includes(top) ||
    top.ordinal !== undefined
  )
    return undefined;
  const dates = datesIn(statement, utterance);
  const stated = bodyOf(utterance, top);
  if (stated === 'other') return undefined;
  const make = (kind: Tenure['kind']): Tenure => ({
    person,
    kind,
    office: undefined,
    of: stated ?? 'bare',
    statement,
    dates,
    isWhole: true,
  });
  // "whose term ran until 2018": whatever the verb, the term ended then.
  const isUntil = dates.length === 1 && (dates[0]!.roles.has('until') || dates[0]!.roles.has('to'));
  if (
    isUntil ||
    statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'ending')) === true ||
    isVerbOf(words.end, statement.verb, utterance.reading)
  )
    return isUntil && hasOtherPost(utterance, statement, undefined) ? undefined : make('end');
  return isVerbOf(words.start, statement.verb, utterance.reading) ? make('start') : undefined;
}

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

/** A verb phrase that denotes the beginning on its own: "took office", "took over". */
function isWholePhrase(utterance: Utterance, { verb }: Statement): boolean {
  const { tokens } = utterance.reading.sentence;
  return (
    verb !== undefined &&
    verb.lemmas.some((lemma) =>
      headWordsOf(utterance.lang)
        .start.get(lemma)
        .some(
          (phrase) =>
            phrase.length > 1 &&
            [0, 1, 2].some((skip) =>
              phrase.slice(1).every((word, k) => tokens[verb.main + 1 + skip + k]?.folded === word),
            ),
        ),
    )
  );
}
