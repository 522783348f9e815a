import heads from '../../../../data/relations/heads.json';
import type { Edit } from '../../finding';
import { foldKey } from '../../fold';
import type { DateGroup, Tense } from '../../reading/nodes';
import { withOwners } from '../../reading/statement';
import type { Fact } from '../../termbase/concept';
import type { Claim } from '../claim';
import { text, type ClaimMessage } from '../claimMessage';
import type { Utterance } from '../utterance';
import type { Context } from './context';
import { tenureValue } from './compareTenure';
import { HONORIFICS, headWordsOf } from './headWords';
import type { Office } from './offices';
import { isInOffice, isLongGone, monthsOf, type Months } from './officeTimes';
import { personOf, shortName, type Person } from './people';
import type { Tenure } from './tenures';

/** A person presented as the head of the time of the text, who was the head of another time. */
export function holderClaim(context: Context, tenure: Tenure): Claim | undefined {
  const { utterance, current, row } = context;
  const { head } = tenure.person;
  const now = monthsOfDocument(utterance);
  if (head === current || utterance.entryTime || (now && isInOffice(head, now)) || hasTimeOf(context, tenure))
    return undefined;
  const isNow = saysNow(utterance, tenure);
  if (!isNow && (tenseOf(utterance, tenure) === 'past' || isOfThen(context, head))) return undefined;
  const at = now && { from: now.from, to: now.from };
  const right = (at && row.find((each) => isInOffice(each, at))) ?? current;
  return personClaim(context, tenure, right);
}

function monthsOfDocument({ documentDate }: Utterance): Months | undefined {
  if (!documentDate) return undefined;
  const { year, month, until } = documentDate;
  return { from: year * 12 + (month ?? 1), to: until * 12 + (until === year ? (month ?? 12) : 12) };
}

/** Whether a date of the sentence may be that of the tenure: a statement in the present with later dates has none. */
function hasTimeOf({ utterance }: Context, { statement, person: { head } }: Tenure): boolean {
  const dates = utterance.reading.nodes.flatMap((node) =>
    node.kind === 'date' ? [node] : node.kind === 'noun' ? [...withOwners(node)].flatMap((each) => each.dates) : [],
  );
  return dates.length > 0 && (statement?.tense !== 'present' || dates.some((date) => isWithinTerm(head, date)));
}

function isWithinTerm(head: Fact, { from, to }: DateGroup): boolean {
  if (from.year === undefined) return true;
  return isInOffice(head, { from: from.year * 12 + 1, to: (to.year ?? from.year) * 12 + 12 });
}

/** "the current Director General", "now led by": a word for the present near the person or in the statement. */
function saysNow({ words, lang, grammar, reading }: Utterance, { person, statement }: Tenure): boolean {
  const { present } = headWordsOf(lang);
  const near = words.slice(Math.max(0, person.group.first - 6), person.next + 7);
  return (
    present.isIn(near) ||
    reading.sentence.tokens.slice(statement?.first ?? 0, statement?.next).some((token) => grammar.is(token, 'present'))
  );
}

/** Whether the text around a sentence is of the time of a head: a narrative in the present, or decades ago. */
function isOfThen({ utterance, current }: Context, head: Fact): boolean {
  const { discourse, site } = utterance;
  const datesOf = discourse
    .readingsBefore(site)
    .flatMap(({ nodes }) =>
      nodes.flatMap((node) => (node.kind === 'date' ? [node] : node.kind === 'noun' ? node.dates : [])),
    );
  const story = discourse.storyBefore(site);
  return (
    datesOf.some((date) => date.from.year !== undefined && isWithinTerm(head, date)) ||
    (story !== undefined && story.from * 12 <= monthsOf(head).to) ||
    isLongGone(head, current)
  );
}

/**
 * The tense in which a statement presents a person as head. A participial clause has that of the clause whose subject
 * it modifies, else of the clause in which it is. In a dated text, a person with a post who "plans to visit" is head
 * at that date.
 */
function tenseOf(utterance: Utterance, { kind, statement, person: { group } }: Tenure): Tense {
  const { time, grammar, reading } = utterance;
  const { statements, sentence } = reading;
  if (kind === 'post') {
    const isAlive =
      (time.kind === 'dated' || (time.kind === 'today' && time.date !== undefined)) &&
      statements.some(
        (each) =>
          each.kind === 'relative' &&
          each.subjects.includes(group) &&
          (each.tense === 'present' || each.tense === 'future') &&
          // "who now teaches": nowadays, not at the date of the text.
          !sentence.tokens.slice(each.first, each.next).some((token) => grammar.is(token, 'present')),
      );
    return isAlive ? 'present' : (statement?.tense ?? 'none');
  }
  if (statement?.kind !== 'participial' || statement.verb?.form === 'gerund') return statement?.tense ?? 'none';
  const main = statements.filter((each) => each.kind === 'main');
  const outer =
    main.find(({ subjects }) => subjects.some((subject) => statement.subjects.includes(subject))) ??
    main.findLast(({ verb, first }) => verb !== undefined && first < statement.first);
  return outer?.tense ?? 'none';
}

/** The person is wrong: somebody else headed the body then. */
function personClaim({ utterance, row, current }: Context, { person, of, office }: Tenure, right: Fact): Claim {
  const first = withHonorific(utterance, person);
  const honorific = first < person.first && right === current ? feminine(utterance, first) : undefined;
  const before = first < person.first ? `${honorific ?? utterance.textOf({ first, next: person.first })} ` : '';
  const names = [shortName(String(right.value)), String(right.value)].map((name) => before + name);
  const isClear = person.by === 'name' && (of === 'name' || office?.kind === 'title');
  return {
    ...utterance.span({ first, next: person.next }),
    lang: utterance.lang,
    concept: personOf(person.head),
    facts: [right.id],
    message: bothTenures(right, person.head, row),
    rule: 'outdated-fact',
    certainty: isClear ? 'certain' : 'likely',
    severity: 'warning',
    instead: [...new Set(names)],
    safe: false,
    also: right === current && office ? officeEdits(utterance, office) : [],
    evidence: [],
  };
}

/** Reports who was in office, and when the person named in the text was. */
function bothTenures(right: Fact, wrong: Fact, row: readonly Fact[]): ClaimMessage {
  const current = row.find(({ to }) => to === undefined);
  const { now, thenNow, then } = heads.messages;
  return {
    template: right === current ? now : wrong === current ? thenNow : then,
    values: {
      right: text(String(right.value)),
      rightTenure: tenureValue(right),
      wrong: text(String(wrong.value)),
      wrongTenure: tenureValue(wrong),
    },
  };
}

/** The start of a person's name with its honorific: "M.", "Mr", "Ms", "Mme". */
function withHonorific({ reading: { sentence } }: Utterance, { first }: Person): number {
  const [other, last] = [sentence.tokens[first - 2]?.folded, sentence.tokens[first - 1]?.folded];
  if (last === '.' && HONORIFICS.has(other ?? '')) return first - 2;
  return HONORIFICS.has(last ?? '') ? first - 1 : first;
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
