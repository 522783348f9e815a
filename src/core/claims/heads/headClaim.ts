import heads from '../../../../data/relations/heads.json';
import type { Edit } from '../../finding';
import { foldKey } from '../../fold';
import type { DateGroup } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import type { Claim } from '../claim';
import type { Office } from './offices';
import { HONORIFICS } from './headWords';
import { boundaryOf, fitsBoundary, type Boundary } from './officeTimes';
import { personOf, shortName, type Person } from './people';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { rightAndWrong, text, year, type ClaimMessage, type Value } from '../claimMessage';
import { dateText } from '../dates/wordDates';
import type { Tenure } from './tenure';

/** The input of a claim about a head: the sentence, and the heads of the record in order. */
export interface Context {
  readonly utterance: Utterance;
  readonly row: readonly Fact[];
  readonly current: Fact;
  readonly records: Records;
}

/** The properties that all claims about a head share. */
export function base(
  { utterance }: Context,
  { person, of, office }: Tenure,
  head: Fact,
): Pick<Claim, 'lang' | 'concept' | 'facts' | 'certainty' | 'severity'> {
  return {
    lang: utterance.lang,
    concept: personOf(head),
    facts: [head.id],
    certainty: person.by === 'name' && (of !== 'reference' || office !== undefined) ? 'certain' : 'likely',
    severity: 'warning',
  };
}

/** Replaces the date of a beginning in the text with the right one, in the same format. */
export function dateClaim(
  context: Context,
  tenure: Tenure,
  head: Fact,
  date: DateGroup,
  { day }: Boundary,
): Claim | undefined {
  const { utterance } = context;
  const { tokens } = utterance.reading.sentence;
  const isYear = date.from.month === undefined || day.month === undefined;
  const asWritten = date.from.day !== undefined && day.day === undefined ? { ...day, day: undefined } : day;
  const words = isYear ? String(day.year) : dateText(asWritten, undefined, date, utterance);
  let at = date.first;
  if (isYear)
    for (let i = date.next - 1; i >= date.first; i--) if (tokens[i]!.folded === String(date.from.year)) at = i;
  const span =
    isYear && date.next - date.first > 1 && date.from.month === undefined ? { first: at, next: at + 1 } : date;
  const whole = !isYear || date.from.month === undefined;
  const isStated = tenure.of !== 'bare' || tenure.office !== undefined;
  const stated = base(context, tenure, head);
  // "Brunson McKinley took office in October 2008": William Lacy Swing did, so the name may be the error.
  const isOfAnother = context.row.some((each) => each !== head && fitsBoundary(date.from, boundaryOf(each, 'from')));
  return {
    ...utterance.span(span),
    ...stated,
    certainty: isStated ? stated.certainty : 'likely',
    rule: 'fact-mismatch',
    message: {
      template: heads.messages.start,
      values: {
        name: text(String(head.value)),
        ...rightAndWrong(
          day,
          undefined,
          { ...date, to: date.from, isSpan: false },
          isYear || date.from.year !== day.year,
        ),
      },
    },
    instead: whole ? [words] : [],
    safe: whole && isStated && tenure.person.by === 'name' && !isOfAnother,
    evidence: [],
  };
}

/** How a claim that a person is wrong is reported. */
export interface How {
  readonly rule: 'outdated-fact' | 'fact-mismatch';
  readonly certainty: Claim['certainty'];
  readonly severity: Claim['severity'];
}

/** The person is wrong: somebody else headed the body then. */
export function personClaim(
  { utterance, row, current }: Context,
  tenure: Tenure,
  head: Fact,
  right: Fact,
  { rule, certainty, severity }: How,
): Claim {
  const { person, office } = tenure;
  const first = withHonorific(utterance, person);
  const { tokens } = utterance.reading.sentence;
  const honorific = first < person.first && right === current ? feminine(utterance, first) : undefined;
  const name = (full: string): string =>
    first === person.first
      ? full
      : `${honorific ?? utterance.discourse.textOf(tokens[first]!.start, tokens[person.first - 1]!.end)} ${full}`;
  const short = shortName(String(right.value));
  return {
    ...utterance.span({ first, next: person.next }),
    lang: utterance.lang,
    concept: rule === 'outdated-fact' ? person.concept! : personOf(head),
    facts: [right.id, ...(right === head ? [] : rule === 'outdated-fact' ? [] : [head.id])],
    message: bothTenures(right, head, row),
    rule,
    certainty: person.by === 'name' ? certainty : 'likely',
    severity,
    instead: [...new Set([name(short), name(String(right.value))])],
    safe: false,
    also: right === current && office ? officeEdits(utterance, office) : [],
    evidence: [],
  };
}

/** Reports who was in office, and when the person named in the text was. */
export function bothTenures(right: Fact, wrong: Fact, row: readonly Fact[]): ClaimMessage {
  const current = row.find(({ to }) => to === undefined);
  const template =
    right === current ? heads.messages.now : wrong === current ? heads.messages.thenNow : heads.messages.then;
  return {
    template,
    values: {
      right: text(String(right.value)),
      rightTenure: tenureValue(right),
      wrong: text(String(wrong.value)),
      wrongTenure: tenureValue(wrong),
    },
  };
}

/** "from 2018 to 2023", "since October 2023" */
export function tenureValue(head: Fact): Value {
  const { day } = boundaryOf(head, 'from');
  return head.to === undefined
    ? { kind: 'tenure', from: { ...day, day: undefined } }
    : { kind: 'tenure', from: year(day.year!), to: year(boundaryOf(head, 'to').day.year!) };
}

/** The start of a person's name with its honorific: "M.", "Mr", "Ms", "Mme". */
function withHonorific(utterance: Utterance, person: Person): number {
  const { tokens } = utterance.reading.sentence;
  if (tokens[person.first - 1]?.folded === '.' && HONORIFICS.has(tokens[person.first - 2]?.folded ?? ''))
    return person.first - 2;
  return HONORIFICS.has(tokens[person.first - 1]?.folded ?? '') ? person.first - 1 : person.first;
}

const FEMININE: Readonly<Record<string, Readonly<Record<string, string>>>> = heads.feminine;

function feminine(utterance: Utterance, i: number): string | undefined {
  const { written, folded } = utterance.reading.sentence.tokens[i]!;
  const word = FEMININE[utterance.lang]![foldKey(folded)];
  return word === undefined ? undefined : /^\p{Lu}/u.test(written) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

/** The current head is a woman: "l'actuel directeur général" becomes "l'actuelle directrice générale". */
function officeEdits(utterance: Utterance, office: Office): readonly Edit[] {
  const { tokens } = utterance.reading.sentence;
  const edits: Edit[] = [];
  for (let i = Math.max(0, office.first - 3); i < office.next; i++) {
    const word = feminine(utterance, i);
    if (word !== undefined) edits.push({ start: tokens[i]!.start, end: tokens[i]!.end, newText: word });
  }
  return edits;
}
