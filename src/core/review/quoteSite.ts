import { SHORT_NAMES } from '../claims/relation';
import { timesOf, NOW } from '../claims/time';
import { monthsBetween, type Months } from '../claims/heads/months';
import { Utterance } from '../claims/utterance';
import { contains, firstEndingAfter, overlaps, type Lang, type Span } from '../document';
import { into } from '../into';
import { findMentions, type Mention } from '../mentions/findMentions';
import { isIdentifier } from '../prose/addresses';
import type { Block, Prose } from '../prose/prose';
import { readDates } from '../reading/dates';
import { Discourse } from '../reading/discourse';
import type { DateGroup, Years } from '../reading/nodes';
import { decodeDate } from '../reading/textTime/textTime';
import type { Token } from '../reading/tokens';
import { headingOf, Outline } from '../surroundings/headings';
import { noteCallsIn, placeOfNote, type NoteCalls } from '../surroundings/noteCalls';
import { UnknownRest, type Heading } from '../surroundings/restOfDocument';
import { Surroundings } from '../surroundings/surroundings';
import type { Termbase } from '../termbase/termbase';
import { conceptsIn } from './factValues';
import type { Reviewed } from './passages';
import { valuesIn, type Values } from './values';

/** The words of a quote in their sentence. */
export interface QuoteSite extends Span {
  readonly block: Block;
  readonly lang: Lang;
  readonly utterance: Utterance;
  /** The tokens of the sentence, and the range that the quote covers: `[first, next)`. */
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly next: number;
  /** The dates of the sentence. */
  readonly dates: readonly DateGroup[];
  /** The quoted words, with single blanks. */
  readonly quoted: string;
  readonly values: Values;
  readonly near: Near;
  readonly time: SentenceTime;
}

/** The ids of the concepts that a block names, and its words, each once. */
interface Near {
  readonly concepts: ReadonlySet<string>;
  readonly words: readonly Token[];
}

/**
 * The time of which a sentence speaks, in months since year 0, and where it is stated: in the sentence, by the
 * headings or the document; `present` where nothing gives one, `unknown` for a past without a date.
 */
export type SentenceTime =
  | { readonly kind: 'stated' | 'context'; readonly months: Months }
  | { readonly kind: 'present' }
  | { readonly kind: 'unknown' };

/** Reads the sentences of a document around quotes, on demand. */
export class QuoteReader {
  readonly mentions: readonly Mention[];
  private readonly surroundings: Surroundings;
  private readonly discourse: Discourse;
  private readonly near = new Map<Block, Near>();

  constructor(
    private readonly reviewed: Reviewed,
    termbase: Termbase,
  ) {
    const { prose, lang } = reviewed;
    const { text, format } = prose;
    const isProse = (start: number, end: number): boolean =>
      prose.isProse(start, end) && !isIdentifier(text, start, end);
    this.mentions = findMentions(text, termbase, format.readEscape, isProse).mentions;
    const rest = new RestOfReviewed(prose, lang);
    this.surroundings = new Surroundings(prose, this.mentions, rest);
    this.discourse = new Discourse(this.surroundings, new Set(), rest, SHORT_NAMES);
  }

  /** The site of a range of the document; `undefined` where no sentence contains it. */
  siteOf(span: Span): QuoteSite | undefined {
    const block = this.reviewed.prose.blockAt(span.start);
    if (!block) return undefined;
    const sentences = this.surroundings.sentencesOf(block);
    const sentence = sentences[firstEndingAfter(sentences, span.start)];
    if (!sentence || !overlaps(sentence, span)) return undefined;
    const lang = this.surroundings.languageOf(block);
    const utterance = new Utterance(this.discourse.siteOf(sentence), this.discourse, lang);
    // The date of an entry may precede the words of the sentence.
    const { tokens } = utterance.reading.sentence;
    const first = firstEndingAfter(tokens, span.start);
    let next = first;
    while (next < tokens.length && tokens[next]!.start < span.end) next++;
    const dates = readDates(tokens, utterance.grammar);
    const names: Mention[] = [];
    const mentions = this.surroundings.mentionsIn(block);
    for (let i = firstEndingAfter(mentions, span.start); i < mentions.length && mentions[i]!.start < span.end; i++)
      if (contains(span, mentions[i]!) || contains(mentions[i]!, span)) names.push(mentions[i]!);
    if (first >= next) return undefined;
    const text = this.reviewed.prose.text.slice(span.start, span.end);
    const values = valuesIn({ tokens, first, next, dates, names, text }, utterance.grammar);
    const quoted = tokens
      .slice(first, next)
      .map(({ written }) => written)
      .join(' ');
    const site = {
      ...span,
      block,
      lang,
      utterance,
      tokens,
      first,
      next,
      dates,
      quoted,
      values,
      near: this.nearOf(block),
    };
    return { ...site, time: this.timeOf(site) };
  }

  private nearOf(block: Block): Near {
    return into(this.near, block, () => {
      const mentions = this.surroundings.mentionsIn(block);
      const tokens = this.surroundings.sentencesOf(block).flatMap((sentence) => sentence.tokens);
      const words = new Map(tokens.filter(({ kind }) => kind === 'word').map((word) => [word.written, word]));
      return { concepts: conceptsIn({ names: mentions }), words: [...words.values()] };
    });
  }

  private timeOf(site: Omit<QuoteSite, 'time'>): SentenceTime {
    const { utterance, block } = site;
    const isOutside = (date: DateGroup): boolean => date.next <= site.first || date.first >= site.next;
    const group = utterance.reading.groups.find(
      ({ first, next, quantity }) =>
        first < site.next && next > site.first && (quantity === undefined || quantity.first < site.next),
    );
    const statement = utterance.reading.statements.findLast(
      ({ first, next }) => first <= site.first && next >= Math.min(site.next, next) && next > site.first,
    );
    const stated = timesOf(utterance, statement, group).filter(({ date }) => date === undefined || isOutside(date));
    const dated = stated.find(({ from }) => from !== NOW);
    const date =
      dated?.date ??
      nearest(
        site.dates.filter((each) => isOutside(each) && each.from.year !== undefined),
        site,
      );
    if (date) {
      const { from, to } = date;
      const [first, last] = [
        { ...from, year: from.year ?? to.year },
        { ...to, year: to.year ?? from.year },
      ];
      return { kind: 'stated', months: monthsBetween(first, last) };
    }
    if (dated) return { kind: 'stated', months: monthsOfYears(dated) };
    const [heading] = this.surroundings.headingsOf(block).flatMap(({ times }) => times);
    if (heading) return { kind: 'context', months: monthsOfYears(heading) };
    if (statement?.tense === 'past') return { kind: 'unknown' };
    const { date: given, kind } = this.reviewed.time;
    const day = given === undefined ? undefined : decodeDate(given);
    if (day) return { kind: 'context', months: monthsBetween(day, day) };
    return { kind: kind === 'unclear' ? 'unknown' : 'present' };
  }
}

function nearest(
  dates: readonly DateGroup[],
  { first, next }: { readonly first: number; readonly next: number },
): DateGroup | undefined {
  const distanceOf = (date: DateGroup): number => (date.first >= next ? date.first - next : first - date.next);
  return [...dates].sort((a, b) => distanceOf(a) - distanceOf(b))[0];
}

function monthsOfYears({ from, to }: Years): Months {
  return monthsBetween({ year: from }, { year: to });
}

/** A reviewed document has no other parts, but notes apart from the places that call them. */
class RestOfReviewed extends UnknownRest {
  private calls: NoteCalls | undefined;
  private outline: Outline | undefined;

  constructor(
    private readonly prose: Prose,
    lang: Lang,
  ) {
    super(lang);
  }

  override headingsOfNote(label: string): readonly Heading[] | undefined {
    const call = placeOfNote(label, (this.calls ??= noteCallsIn(this.prose)));
    if (!call) return undefined;
    const { start, story } = call.block;
    const above = (this.outline ??= new Outline(this.prose.blocks)).before(start + 1, story);
    return above.map((block) => headingOf(this.prose, block));
  }
}
