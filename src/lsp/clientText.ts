import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { Edit } from '../core/finding';
import type { Judgement, LiveText } from '../session/openDocument';
import { spanOf } from './toProtocol';
import { languageIdFor } from './languageIds';

/** By what a file is judged. */
export interface FileJudgement extends Judgement {
  /** Whether a configuration excludes the file, so that it is not checked. */
  readonly isExcluded: boolean;
}

/** The text of a document that the client has opened, which follows its changes. */
export class ClientText implements LiveText {
  readonly languageId: string;
  /** What judges it; `undefined` until its configuration was read. */
  judgement: FileJudgement | undefined;

  private constructor(private current: TextDocument) {
    this.languageId = languageIdFor(current.languageId, current.uri);
  }

  static of({ uri, languageId, version, text }: TextDocumentItem): ClientText {
    return new ClientText(TextDocument.create(uri, languageId, version, text));
  }

  get uri(): string {
    return this.current.uri;
  }

  get version(): number {
    return this.current.version;
  }

  getText(): string {
    return this.current.getText();
  }

  /** Whether the text is too long to be checked. */
  get isTooLong(): boolean {
    return this.getText().length > MOST_LENGTH;
  }

  /** Converts offsets and positions of the current text. */
  get places(): TextDocument {
    return this.current;
  }

  /** Applies changes one after the other, and returns them; each is in the text that results from those before it. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): readonly Edit[] {
    return changes.map((change) => {
      if ('range' in change) {
        const edit = { ...spanOf(this.current, change.range), newText: change.text };
        this.replace(edit, version);
        return edit;
      }
      const edit = { start: 0, end: this.getText().length, newText: change.text };
      this.current = TextDocument.update(this.current, [change], version);
      return edit;
    });
  }

  /** The range is derived from the offsets: the library counts lines wrongly after a range that exceeds the text. */
  private replace(edit: Edit, version: number): void {
    const { start, end, newText: text } = edit;
    const range = { start: this.current.positionAt(start), end: this.current.positionAt(end) };
    const next = TextDocument.update(this.current, [{ range, text }], version);
    const { uri, languageId } = next;
    // It counts two line ends where a change has joined \r and \n.
    this.current = [start, start + text.length].some((offset) => isWithinLineEnd(next.getText(), offset))
      ? TextDocument.create(uri, languageId, version, next.getText())
      : next;
  }
}

function isWithinLineEnd(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}

/** In code units: the length of some ten thousand pages. */
export const MOST_LENGTH = 20_000_000;
