import * as vscode from 'vscode';
import { localText } from '../../core/describe/facts';
import type { Lang } from '../../core/document';
import type { FactsNode } from './factsTree';

/** Facts that are dragged into a document are inserted as sentences in its language. */
export class FactDrag implements vscode.TreeDragAndDropController<FactsNode> {
  readonly dragMimeTypes = ['text/plain'];
  /** Nothing can be dropped on the facts. */
  readonly dropMimeTypes: readonly string[] = [];

  constructor(private readonly textLang: () => Lang) {}

  handleDrag(nodes: readonly FactsNode[], transfer: vscode.DataTransfer): void {
    const sentences = nodes.flatMap((node) =>
      node.kind === 'fact' ? [localText(node.fact.statement, this.textLang())] : [],
    );
    if (sentences.length > 0) transfer.set('text/plain', new vscode.DataTransferItem(sentences.join(' ')));
  }
}
