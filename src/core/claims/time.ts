import type { DateGroup, NounGroup, Range, Years } from '../reading/nodes';
import { isModifying, type Complement, type Modality, type Statement } from '../reading/statement';
import type { Relation } from './relation';
import { conceptIn, type Utterance } from './utterance';

/** Years with the date that gives them. */
export interface DatedYears extends Years {
  readonly date?: DateGroup;
}

/**
 * The modality that applies to a group. A possessive or a definite article carries a presupposition, which holds under
 * "will", "not" and "said": "its 24 objectives will guide us".
 */
export function modalityAt(
  utterance: Utterance,
  group: NounGroup | undefined,
  statement: Statement | undefined,
): Modality {
  const { modality: whole } = utterance.reading;
  if (utterance.discourse.isRefuted(utterance.site)) return 'refuted';
  if (statement && isPutSo(utterance, statement)) return 'reported';
  const modality = statement?.modality ?? whole;
  if (group === undefined) return modality;
  if (group.isDenied) return 'denied';
  const isPresupposed =
    (group.possessive !== undefined || (group.determiner === 'definite' && group.owners.length > 0)) &&
    group.determiner !== 'negative';
  if (isPresupposed && (modality === 'planned' || modality === 'denied' || modality === 'supposed')) return 'asserted';
  return modality;
}

/** "The first draft had the Network founded in 2019": what the subject of "have" makes of its object. */
function isPutSo({ grammar, reading: { statements } }: Utterance, { verb: own, subjects }: Statement): boolean {
  return statements.some(
    ({ verb, objects }) =>
      own !== undefined &&
      verb !== undefined &&
      verb.next <= own.first &&
      grammar.isVerbOf(verb, 'having') &&
      objects.some(
        (object) =>
          object.end === own.first &&
          subjects.includes(object) &&
          (object.named.length > 0 || object.determiner === 'definite'),
      ),
  );
}

/** Whether a word of the statement makes it one about something else: a regional seat, a parliament's vote. */
export function isOfElse(
  utterance: Utterance,
  relation: Relation,
  statement: Statement | undefined,
  group: NounGroup | undefined,
): boolean {
  const { unless, only } = relation;
  if (only.size > 0 && !only.isIn(utterance.words.slice(statement?.first, statement?.next))) return true;
  if (unless.size === 0) return false;
  const words = wordsBesides(utterance, relation);
  const has = ({ first, next }: Range): boolean => {
    const at = unless.indexIn(words.slice(0, next), first);
    if (at >= 0) utterance.setAside('other-thing', { first: at, next: at + unless.lengthAt(words, at) });
    return at >= 0;
  };
  if (group && has(group)) return true;
  // The noun that the clause may modify: "the preparatory meeting of the Forum, held in May", "a workshop on the Forum,
  // held".
  if (statement && isModifying(statement)) {
    const hosts = utterance.reading.statements.flatMap(({ complements }) =>
      complements.flatMap(({ group: each, after }) =>
        after && each.kind === 'noun' && statement.subjects.includes(each) ? [after] : [],
      ),
    );
    // A noun in apposition to a name is no other thing: "The Dialogue, a forum launched in 2008".
    if ([...statement.subjects.filter((each) => utterance.hostOf(each) === undefined), ...hosts].some(has)) return true;
  }
  return !(group && statement && group.first < statement.first) && has(statement ?? { first: 0, next: words.length });
}

/** The words without those that name the relation's subject: "the Route Initiative" is no other initiative. */
function wordsBesides(utterance: Utterance, relation: Relation): readonly string[] {
  const isShort = (group: NounGroup): boolean =>
    group.words.length === 1 && group.pronoun === undefined && utterance.refer(group, relation).kind === 'own';
  const own = utterance.reading.groups.flatMap((group): readonly Range[] =>
    isShort(group) ? [group] : group.named.filter(({ mention }) => conceptIn(mention, relation) !== undefined),
  );
  return utterance.words.map((word, i) => (own.some(({ first, next }) => i >= first && i < next) ? '' : word));
}

/** Whether a narrative in the present tense, or an entry that opens with a date, is about a time up to a year. */
export function isNarratedUntil({ story }: Utterance, year: number): boolean {
  return story !== undefined && story.from <= year;
}

/** Denotes the present; later than any record. */
export const NOW = 9999;

/** The years of a statement: its own, else those of the superordinate statement, else those of its context. */
export function timesOf(
  utterance: Utterance,
  statement: Statement | undefined,
  group: NounGroup | undefined,
): readonly DatedYears[] {
  const own = group ? utterance.datesOf(group).flatMap(yearsOf) : [];
  if (own.length > 0) return own;
  // The date belongs to another number: "165 Member States, against 175 in 2025".
  const isOfOther = (after: NounGroup | undefined): boolean =>
    group !== undefined &&
    after !== undefined &&
    after !== group &&
    after.quantity !== undefined &&
    group.quantity !== undefined;
  // What is only compared has another time: "unlike at the end of 1998".
  const yearsIn = ({ complements }: Statement): readonly DatedYears[] =>
    complements
      .filter(({ after, roles }) => !isOfOther(after) && !roles.has('like'))
      .flatMap((each) => datesOfTime(each, utterance).flatMap((date) => asYears(date, each.roles)));
  const ofStatement = statement ? yearsIn(statement) : [];
  if (ofStatement.length > 0) return ofStatement;
  const ofSentence = statement?.kind === 'main' ? clausesWith(statement, utterance).flatMap(yearsIn) : [];
  if (ofSentence.length > 0) return [...ofSentence, { from: NOW, to: NOW }];
  if (utterance.entryTime && statement?.tense !== 'present') return [utterance.entryTime];
  return [];
}

/**
 * The clauses whose date may apply to a statement as well. A past date does not apply to the present tense, nor a
 * future date to another tense: "When McKinley took office in 1998, IOM had 67".
 */
function clausesWith(statement: Statement, utterance: Utterance): readonly Statement[] {
  return utterance.reading.statements.filter(
    ({ kind, tense, first }) =>
      kind === 'main' &&
      !isParted(utterance, statement.first, first) &&
      (tense !== 'past' || statement.tense !== 'present') &&
      (tense === 'future') === (statement.tense === 'future'),
  );
}

/** Whether a semicolon separates two statements, so that each has its own time. */
function isParted({ reading }: Utterance, a: number, b: number): boolean {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const isSemicolon = (i: number): boolean => reading.sentence.tokens[i]!.folded === ';';
  return reading.nodes.some(({ kind, first: at }) => kind === 'stop' && isSemicolon(at) && at > from && at < to);
}

/** A date, or that of a part of a year: "at the end of 2018"; not "de la fin de 2018". */
function datesOfTime({ group, roles }: Complement, utterance: Utterance): readonly DateGroup[] {
  if (group.kind === 'date') return [group];
  const isTime = !roles.has('of') && utterance.grammar.hasNoun(group, 'time');
  return isTime ? utterance.datesOf(group) : [];
}

function asYears(date: DateGroup, roles: ReadonlySet<string>): readonly DatedYears[] {
  const [years] = yearsOf(date);
  if (!years) return [];
  if (roles.has('since') || roles.has('after')) return [{ ...years, to: Infinity }];
  if (roles.has('until') || roles.has('before')) return [{ ...years, from: -Infinity }];
  return [years];
}

export function yearsOf(date: DateGroup): readonly DatedYears[] {
  const from = date.from.year ?? date.to.year;
  const to = date.to.year ?? date.from.year;
  return from === undefined || to === undefined ? [] : [{ from, to, date }];
}
