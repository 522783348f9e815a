import { foldKey } from '../fold';
import type { Block } from '../prose/prose';
import { TENSE } from '../reading/cues';
import type { Discourse } from '../reading/discourse';
import { grammarOf, type Grammar } from '../reading/grammar';
import { phraseIn } from '../reading/phrases';
import { blocksBefore } from '../reading/readings';
import { dateOfLine } from '../reading/story';
import type { SentenceSite } from '../reading/text';
import { withoutLabel, type Token } from '../reading/tokens';
import type { Surroundings } from '../surroundings/surroundings';
import { yearOf } from '../termbase/dates';
import type { TextTime } from '../reading/textTime/textTime';
import type { Termbase } from '../termbase/termbase';
import type { Claim, Silence } from './claim';
import { nounPhrase } from './field';
import type { Utterance } from './utterance';

/**
 * Why a value that was right once may be right where the text states it: the text is of an unclear time, the words are
 * a title or speak of a former name, or a line or the heading above them gives them an earlier year than the record.
 */
export function whyRightThere(
  claim: Claim,
  utterance: Utterance,
  surroundings: Surroundings,
  termbase: Termbase,
): Silence | undefined {
  if (claim.rule !== 'outdated-fact') return undefined;
  const { time, reading, site } = utterance;
  if (isOfFormerName(claim, utterance, surroundings)) return { reason: 'former-name', year: undefined };
  if (time.kind === 'unclear') return { reason: 'time-unclear', year: undefined };
  if (isTitle(claim, utterance, surroundings)) return { reason: 'caption', year: undefined };
  const { tokens } = reading.sentence;
  if (phraseIn(tokens, 0, tokens.length, TENSE.todayCues)) return undefined;
  const fact = termbase.facts.get(claim.facts[0] ?? '');
  const since = yearOf(fact?.asOf ?? fact?.from);
  // Else the last year of the nearest heading that states a time.
  const heading = surroundings.headingsOf(site.block).find(({ times }) => times.length > 0);
  const year = yearOfLine(surroundings, site.block) ?? (heading && Math.max(...heading.times.map(({ to }) => to)));
  // The line with the date of the text itself makes nothing earlier.
  if (year === undefined || since === undefined || year >= since || year === utterance.ownYear) return undefined;
  return { reason: 'earlier-year', year };
}

/** Why a claim that is wrong in a text of today may be right in one of that time. */
export function silenceOfTime(time: TextTime): Silence {
  if (time.kind === 'dated') return { reason: 'own-date', year: time.until };
  const own = time.kind === 'today' ? time.possible : undefined;
  return { reason: own ? 'own-year' : 'time-unclear', year: own?.until };
}

/**
 * Whether the text corrects a claim itself: the rest of its sentence, after a mark, or the next sentence says the right
 * value of the same thing ("we called her the eighth …; she is the eleventh", "Correction: it has 175").
 */
export function isCorrected({ instead: [right], ...claim }: Claim, site: SentenceSite, discourse: Discourse): boolean {
  if (right === undefined) return false;
  const grammar = grammarOf(claim.lang);
  const value = nounPhrase(foldKey(right), grammar);
  const { tokens } = site.reading.sentence;
  const mark = tokens.findIndex(({ start, folded }) => start >= claim.end && MARK.test(folded));
  const ranges = [mark < 0 ? [] : tokens.slice(mark + 1), discourse.sentenceAfter(site)?.tokens ?? []];
  return ranges.some((range) => {
    const words = range.filter(({ kind }) => kind === 'word').map((token) => grammar.singularOf(token));
    return refersBack(range, grammar) && words.some((_, i) => value.every((word, k) => words[i + k] === word));
  });
}

/** The year of the nearest line before a block that only dates what follows: "**5 December 1951**". */
function yearOfLine(surroundings: Surroundings, block: Block): number | undefined {
  for (const { text, block: earlier } of blocksBefore(surroundings, surroundings.rest, block)) {
    if (earlier.kind === 'heading' || block.kind === 'heading') return undefined;
    // A row with a label and its date ("Founded ⇥ 1950") dates nothing else.
    const isRow = earlier.kind === 'table-row';
    if (isRow && (block.kind !== 'table-row' || text.prose.text.slice(earlier.start, earlier.end).includes('\t')))
      continue;
    const date = dateOfLine(text, earlier);
    if (date) return date.to;
  }
  return undefined;
}

/** A value of a body under a former name is of the time of that name. */
function isOfFormerName({ concept }: Claim, { reading }: Utterance, surroundings: Surroundings): boolean {
  const names = surroundings
    .mentionsIn(reading.sentence)
    .flatMap(({ terms }) => terms.slice(0, 1))
    .filter(({ entry }) => entry.concept.id === concept);
  return names.length > 0 && names.every(({ status }) => status === 'superseded');
}

/**
 * Titles, captions and bylines have no verb, and are as old as the text below them. A label has none either, but it
 * states the value that follows it.
 */
function isTitle({ start }: Claim, { reading, site }: Utterance, { prose }: Surroundings): boolean {
  return (
    site.block.kind !== 'table-row' &&
    !reading.statements.some(({ verb }) => verb?.form === 'finite') &&
    !/[:|–—=]\W*(?:\p{L}{1,3}\.\s*)?$/u.test(prose.text.slice(Math.max(reading.sentence.start, start - LABEL), start))
  );
}

/** In code units. */
const LABEL = 12;

const MARK = /^[;:–—(]$/;

/** Whether a range begins with a pronoun, or a verb without a subject, after a label at most. */
function refersBack(tokens: readonly Token[], grammar: Grammar): boolean {
  const [opening] = withoutLabel(tokens);
  if (!opening) return false;
  const isOmitted = grammar.has('omitsSubjects') && grammar.verbForms(opening).some(({ kind }) => kind === 'present');
  return isOmitted || grammar.entryOf(opening).pronoun !== undefined || grammar.is(opening, 'pronounSubject');
}
