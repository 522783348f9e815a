import { recordsOf, type Records } from '../claims/records';
import type { Span } from '../document';
import { overlaps } from '../document';
import type { Finding } from '../finding';
import { isAccepted } from '../findings/accepted';
import type { Options } from '../options';
import { ignoredBy, readDirectives, type Ignored } from '../parts/ignore';
import type { Termbase } from '../termbase/termbase';
import { readAnswer, type AnswerItem, type ReadAnswer } from './answer';
import { compareFact } from './compareFact';
import { compareName } from './compareName';
import type { Excerpt } from './excerpt';
import { placesOf } from './findQuote';
import type { Passage, Reviewed } from './passages';
import { QuoteReader } from './quoteSite';
import type { Entry } from './recordLines';
import { narrowed, wordRemark, type Proven } from './remark';

/**
 * The checks that drop items of an answer, in their order:
 * - `malformed`: it has no quote or no id
 * - `quote`: its words are not in the prose of the passage
 * - `ignored`: an ignore comment, an accepted finding or a setting covers it
 * - `fact`: the excerpt has no line with its id, or the document does not speak of the subject of the line
 * - `agrees`: the record does not contradict the words at the time of which they speak
 * - `repeated`: another item reports the same words
 * - `unsure`: the reader is less than half sure
 */
export const CHECKS = ['malformed', 'quote', 'ignored', 'fact', 'agrees', 'repeated', 'unsure'] as const;
export type Check = (typeof CHECKS)[number];

/** The number of items that each check dropped. */
export type Dropped = Readonly<Record<Check, number>>;

export const NOTHING_DROPPED: Dropped = Object.fromEntries(CHECKS.map((check) => [check, 0])) as Record<Check, 0>;

/** What remains of the answer on a passage. */
export interface Judged {
  /** Findings with `by`, sorted by start. */
  readonly remarks: readonly Finding[];
  readonly dropped: Dropped;
  /** An answer without a list counts as no answer; one that is cut off may lack remarks at its end. */
  readonly fault: ReadAnswer['fault'];
}

/** From this certainty on, a remark is shown. */
const SURE = 0.5;

/** Judges the answers on the passages of a document. Never throws, whatever an answer contains. */
export class Judge {
  private readonly records: Records;
  private reader: QuoteReader | undefined;
  private ignored: Ignored | undefined;

  /** `named` are the concepts that the document names. */
  constructor(
    private readonly reviewed: Reviewed,
    private readonly excerpt: Excerpt,
    private readonly named: ReadonlySet<string>,
    private readonly termbase: Termbase,
    private readonly options: Options,
  ) {
    this.records = recordsOf(termbase);
  }

  /** `reader` names the model, or whatever gave the answer. */
  judge(passage: Passage, answer: string, reader: string, showsUnsure = false): Judged {
    return this.judgeAll([passage], answer, reader, showsUnsure);
  }

  /** As {@link judge}, for one answer on several passages. */
  judgeAll(passages: readonly Passage[], answer: string, reader: string, showsUnsure = false): Judged {
    const { items, malformed, fault } = readAnswer(answer);
    const dropped = { ...NOTHING_DROPPED, malformed };
    const kept: Finding[] = [];
    for (const item of items) {
      const results: Check[] = [];
      let remark: Finding | undefined;
      const budget = { places: MOST_PLACES };
      for (let i = 0; i < passages.length && !remark; i++) {
        const result = this.check(item, passages[i]!, reader, budget);
        if (typeof result === 'string') results.push(result);
        else remark = result;
      }
      if (remark === undefined) dropped[furthest(results)]++;
      else if (kept.some((each) => overlaps(each, remark))) dropped.repeated++;
      else if (item.sure < SURE && !showsUnsure) dropped.unsure++;
      else kept.push(remark);
    }
    return { remarks: kept.sort((a, b) => a.start - b.start), dropped, fault };
  }

  /** The remark of an item, or the check that drops it. `budget` is that of the item in all passages. */
  private check(item: AnswerItem, passage: Passage, reader: string, budget: { places: number }): Finding | Check {
    if (item.quote.length > LONGEST_QUOTE) return 'malformed';
    const places = placesOf(item.quote, passage, this.reviewed.prose);
    if (places.length === 0) return 'quote';
    const entry = this.entryOf(item.fact);
    if (!entry || !this.isReferredTo(entry)) return 'fact';
    // Without a number, the first place at which the record contradicts the words is meant.
    const meant = item.n === undefined ? places : places.slice(Math.min(item.n, places.length) - 1).slice(0, 1);
    let found: Proven | undefined;
    let isCompared = false;
    for (const place of meant) {
      if (budget.places-- <= 0) break;
      const proven = this.compared(place, item, entry, reader);
      isCompared ||= proven !== undefined;
      if (!proven || proven.comparison === 'agrees') continue;
      found ??= proven;
      if (proven.comparison === 'unrelated') continue;
      found = proven;
      break;
    }
    if (!found) return isCompared || budget.places < 0 ? 'agrees' : 'quote';
    return this.worded(found);
  }

  private worded(found: Proven): Finding | Check {
    const { text } = this.reviewed.prose;
    const remark = wordRemark(found, this.reviewed.prose, this.termbase, this.options);
    if (!remark) return 'ignored';
    this.ignored ??= ignoredBy(readDirectives(this.reviewed.prose));
    return this.ignored.isIgnored(remark.start, remark.rule) || isAccepted(remark, text, this.options.accepted)
      ? 'ignored'
      : remark;
  }

  private entryOf(id: string): Entry | undefined {
    const [short] = /^\W*([FN]\d+)\b/i.exec(id)?.slice(1) ?? [];
    return this.excerpt.entry(short === undefined ? id : short.toUpperCase());
  }

  /** Whether the document names the subject of a line, or something with which it is confused or connected. */
  private isReferredTo(entry: Entry): boolean {
    const concept = entry.kind === 'fact' ? entry.fact.subject : entry.concept.id;
    return this.named.has(concept) || this.excerpt.isConnected(concept, this.named);
  }

  private compared(place: Span, item: AnswerItem, entry: Entry, reader: string): Proven | undefined {
    this.reader ??= new QuoteReader(this.reviewed, this.termbase);
    const { text } = this.reviewed.prose;
    // Words with markup between them are replaced by nobody but the writer.
    const isPlain = text.slice(place.start, place.end) === item.quote;
    const { span, right } = isPlain ? narrowed(item.quote, item.right, place) : { span: place, right: undefined };
    const site = this.reader.siteOf(span);
    if (!site) return undefined;
    const comparison =
      entry.kind === 'fact'
        ? compareFact(site, entry.fact, item.right, this.records, this.termbase)
        : compareName(site, entry.name);
    return { site, entry, comparison, right, reader };
  }
}

/**
 * The remarks of several answers, sorted by start, each on other words: a note belongs to every passage that calls it,
 * so that two answers may report it.
 */
export function distinct(remarks: readonly Finding[]): readonly Finding[] {
  let end = -1;
  return [...remarks]
    .sort((a, b) => a.start - b.start)
    .filter((remark) => {
      const isNew = remark.start >= end;
      if (isNew) ({ end } = remark);
      return isNew;
    });
}

/** Of the checks that drop an item in several passages, the last one that it reached. */
function furthest(results: readonly Check[]): Check {
  return CHECKS.findLast((check) => results.includes(check)) ?? 'quote';
}

/** In code units: longer than any sentence whose words can be marked. */
const LONGEST_QUOTE = 600;
/** The places of an item that are compared, in all passages; words that are so frequent say nothing. */
const MOST_PLACES = 20;
