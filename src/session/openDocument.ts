import type { Lang, Span, TextDocument } from '../core/document';
import type { Checked } from '../core/finding';
import type { Options } from '../core/options';
import { DocumentCheck } from '../core/parts/documentCheck';
import type { Termbase } from '../core/termbase/termbase';

/** A text that an editor has open; its version changes with the text. */
export interface LiveText {
  readonly languageId: string;
  readonly version: number;
  readonly isClosed?: boolean;
  getText(): string;
}

/** What is known of the time of a document, apart from its text. */
export type KnownDates = Pick<TextDocument, 'date' | 'fileDates' | 'today'>;

/** By what a document is judged. */
export interface Judgement {
  readonly termbase: Termbase;
  readonly options: Options;
  readonly language: Lang | 'auto';
  readonly dates: KnownDates;
}

/** A text as the core reads it. */
export function forCore(
  live: Pick<LiveText, 'languageId' | 'getText'>,
  { language, dates }: Pick<Judgement, 'language' | 'dates'>,
): TextDocument {
  return { text: live.getText(), languageId: live.languageId, lang: language, ...dates };
}

/** An open document and its check, which follows the versions of the text. */
export class OpenDocument {
  private kept: { readonly check: DocumentCheck; version: number } | undefined;
  private done: { readonly checked: Checked; readonly version: number; readonly id: number } | undefined;
  private failed: number | undefined;
  /** The version whose visible findings are shown while the rest is still being checked. */
  shown: number | undefined;

  /** @param judge Called when the first check begins. */
  constructor(
    private readonly live: LiveText,
    private readonly judge: () => Judgement,
  ) {}

  /** The check of the current text; its caller decides how much of the work to do. */
  get check(): DocumentCheck {
    const { version } = this.live;
    if (this.kept === undefined) {
      const judgement = this.judge();
      const check = new DocumentCheck(forCore(this.live, judgement), judgement.termbase, judgement.options);
      this.kept = { check, version };
    } else if (this.kept.version !== version) {
      this.kept.check.update(this.live.getText());
      this.kept.version = version;
    }
    return this.kept.check;
  }

  /** The check, if it has begun. */
  get begun(): DocumentCheck | undefined {
    return this.kept?.check;
  }

  /** The result of the completed check of the current text. */
  get result(): Checked | undefined {
    return this.done?.version === this.live.version ? this.done.checked : undefined;
  }

  /** Identifies {@link result} among the results of all documents. */
  get resultId(): number | undefined {
    return this.done?.id;
  }

  /** Whether the check of the current text threw an error; it is checked again only once it has changed. */
  get hasFailed(): boolean {
    return this.failed === this.live.version;
  }

  /** Works until the check is done or time is up; returns whether it is done. */
  work(isTimeUp: () => boolean, visible: Span | undefined): boolean {
    const { check } = this;
    if (!check.work(isTimeUp, visible) || !check.workOnHeldBack(isTimeUp)) return false;
    this.done = { checked: check.checked, version: this.live.version, id: ++results };
    return true;
  }

  /** Forgets what is known of the text, which has changed, even if the editor gave it the same version. */
  changed(): void {
    if (this.kept) this.kept.version = NaN;
    this.done = undefined;
    this.failed = undefined;
  }

  /** Records that the check threw an error. */
  fail(): void {
    this.kept = undefined;
    this.done = undefined;
    this.failed = this.live.version;
  }
}

let results = 0;
