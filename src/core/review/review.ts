import { overlaps, type Lang, type TextDocument } from '../document';
import type { Checked, Finding, JudgedAs } from '../finding';
import { hashOf } from '../findings/fingerprint';
import type { Options } from '../options';
import { DocumentCheck } from '../parts/documentCheck';
import { isAtLeast, type RuleId } from '../rules';
import type { Termbase } from '../termbase/termbase';
import { excerptOf, type Excerpt } from './excerpt';
import { Judge, type Judged } from './judge';
import { namesOf, passagesToReview, readPassages, type Passage, type Reviewed } from './passages';
import { estimateTokens, INSTRUCTIONS_VERSION, requestText } from './request';

/** What a review sends for one passage. */
export interface ReviewRequest {
  readonly passage: Passage;
  /** Exactly what a reader gets, as Markdown. */
  readonly text: string;
  /** An estimate; count with the model's own counter where it has one. */
  readonly tokens: number;
}

/** What the rules found in a text, and the time as of which they judged it: a `DocumentCheck` has both. */
export interface RulesResult {
  readonly checked: Checked;
  readonly judgedAs: JudgedAs;
}

/** The choices of a review. */
export interface ReviewOptions {
  /** The levels of the rules and the accepted findings; remarks obey them as findings do. */
  readonly options: Options;
  /** The length of the excerpt, in code units; `USUAL_BUDGET` where it is left out. */
  readonly budget?: number;
}

/**
 * The review of one version of a document: what to ask, and what remains of the answers. Pure: whoever holds it sends
 * the requests to a reader and brings the answers back, in any order. Never throws on an answer.
 */
export class Review {
  /** The passages to ask about, in the order of the document; empty where it names nothing of the record. */
  readonly passages: readonly Passage[];
  /** The record that goes along with every request. */
  readonly excerpt: Excerpt;
  private readonly checked: Checked;
  private readonly reviewed: Reviewed;
  private readonly judging: Judge;

  /**
   * `rules` is the check of the same text by the rules. For a Word document, `document` is its text as Markdown, and
   * all offsets are those of that text.
   */
  constructor(document: TextDocument, rules: RulesResult, termbase: Termbase, { options, budget }: ReviewOptions) {
    this.checked = rules.checked;
    this.reviewed = readPassages(document, rules.judgedAs);
    const names = namesOf(this.checked.findings, this.checked.allowed);
    const named = new Set(names.map(({ concept }) => concept));
    this.passages = passagesToReview(this.reviewed.passages, names);
    const langs = new Set<Lang>(this.passages.map(({ lang }) => lang));
    this.excerpt = excerptOf(named, langs, termbase, budget);
    this.judging = new Judge(this.reviewed, this.excerpt, named, termbase, options);
  }

  /** The language of the document as a whole. */
  get lang(): Lang {
    return this.reviewed.lang;
  }

  requestFor(passage: Passage): ReviewRequest {
    const text = requestText([passage], this.reviewed, this.excerpt);
    return { passage, text, tokens: estimateTokens(text) };
  }

  /** The text of one request for several passages: for a chat, where each copy of the record would be in the way. */
  requestForAll(passages: readonly Passage[] = this.passages): string {
    return requestText(passages, this.reviewed, this.excerpt);
  }

  /** Identifies passage, excerpt, instructions and model: an answer with an equal key need not be asked for again. */
  keyOf(passage: Passage, model: string): string {
    return hashOf(
      [String(INSTRUCTIONS_VERSION), model, requestText([passage], this.reviewed, this.excerpt)].join('\n'),
    );
  }

  /**
   * What remains of an answer. `reader` is the name to show: that of the model, or of what else gave the answer.
   * `showsUnsure` keeps the remarks of which the reader is less than half sure.
   */
  judge(passage: Passage, answer: string, reader: string, showsUnsure = false): Judged {
    return this.judging.judge(passage, answer, reader, showsUnsure);
  }

  /**
   * What remains of one answer on several passages. An item counts as dropped if no passage proves it, by the last
   * check that it reached.
   */
  judgeAll(answer: string, reader: string, showsUnsure = false, passages = this.passages): Judged {
    return this.judging.judgeAll(passages, answer, reader, showsUnsure);
  }

  /**
   * The findings of the rules and the remarks in one list, sorted by start. Where both found the same thing wrong, the
   * finding of the rule stays and says that the reader agrees.
   */
  merged(remarks: readonly Finding[]): readonly Finding[] {
    return merge(this.checked.findings, remarks);
  }
}

/** The review of a document that nothing has checked yet. */
export function reviewOf(document: TextDocument, termbase: Termbase, options: Options): Review {
  return new Review(document, new DocumentCheck(document, termbase, options), termbase, { options });
}

/** As {@link Review.merged}, for any list of findings of the same text. */
export function merge(findings: readonly Finding[], remarks: readonly Finding[]): readonly Finding[] {
  const agreed = new Map<Finding, Finding>();
  const own = remarks.filter((remark) => {
    const finding = findings.find((each) => overlaps(each, remark) && isOfSame(each, remark));
    if (finding) agreed.set(finding, remark);
    return finding === undefined;
  });
  return [...findings.map((finding) => withReader(finding, agreed.get(finding))), ...own].sort(
    (a, b) => a.start - b.start,
  );
}

/** Whether both are on the same thing, or on the very same words: a fact may be recorded of any body that it links. */
function isOfSame(finding: Finding, remark: Finding): boolean {
  return (
    !OF_STYLE.has(finding.rule) &&
    (finding.concept === remark.concept ||
      finding.name === remark.name ||
      (finding.start === remark.start && finding.end === remark.end))
  );
}

/** Rules on how a right name is used, which say nothing about what a text states with it. */
const OF_STYLE: ReadonlySet<RuleId> = new Set(['undefined-abbreviation', 'inconsistent-name']);

/** A rule and a reader that agree are as loud as the louder of them. */
function withReader(finding: Finding, remark: Finding | undefined): Finding {
  if (!remark?.by) return finding;
  const severity = isAtLeast(remark.severity, finding.severity) ? remark.severity : finding.severity;
  return { ...finding, severity, by: { reader: remark.by.reader, rules: true } };
}
