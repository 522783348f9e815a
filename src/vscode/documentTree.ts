import * as vscode from 'vscode';
import { localText } from '../core/describe/facts';
import { shortLabel } from '../core/describe/succession';
import type { Allowed, Finding } from '../core/findings/finding';
import type { Checker } from './checker';
import { rangeOf } from './convert';
import { spokenLanguage } from './settings';

/** A row of the view “In this document”. */
export type DocumentNode = ConceptNode | PlaceNode;

interface ConceptNode {
  readonly kind: 'concept';
  readonly id: string;
  readonly places: readonly PlaceNode[];
}

interface PlaceNode {
  readonly kind: 'place';
  readonly mention: Finding | Allowed;
  readonly document: vscode.TextDocument;
  readonly conceptId: string;
}

/** What the document in the editor mentions: each concept with its places in reading order. */
export class DocumentTree implements vscode.TreeDataProvider<DocumentNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  private concepts: readonly ConceptNode[] = [];
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly checker: Checker) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.changed.fire()),
      checker.onDidCheck(({ document }) => document === activeDocument() && this.changed.fire()),
      checker.onDidForget((uri) => uri.toString() === activeDocument()?.uri.toString() && this.changed.fire()),
    );
  }

  getChildren(node?: DocumentNode): DocumentNode[] {
    if (node !== undefined) return node.kind === 'concept' ? [...node.places] : [];
    this.concepts = conceptsIn(this.checker, activeDocument());
    return [...this.concepts];
  }

  getParent(node: DocumentNode): DocumentNode | undefined {
    return node.kind === 'concept' ? undefined : this.concepts.find(({ id }) => id === node.conceptId);
  }

  getTreeItem(node: DocumentNode): vscode.TreeItem {
    return node.kind === 'concept' ? this.conceptItem(node) : placeItem(node);
  }

  dispose(): void {
    vscode.Disposable.from(this.subscriptions, this.changed).dispose();
  }

  private conceptItem({ id, places }: ConceptNode): vscode.TreeItem {
    const termbase = this.checker.termbase();
    const lang = spokenLanguage({ language: 'auto' });
    const concept = termbase.concepts.get(id);
    const name = concept?.names.find(({ to }) => to === undefined) ?? concept?.names[concept.names.length - 1];
    const label = name === undefined ? id : shortLabel(termbase, name.id, lang);
    const findings = places.filter(({ mention }) => isFinding(mention)).length;
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `concept:${id}`;
    item.description = `${places.length}${findings === 0 ? '' : `, ${findingCount(findings)}`}`;
    item.tooltip = concept && localText(concept.definition, lang);
    item.iconPath = new vscode.ThemeIcon(findings === 0 ? 'check' : 'warning');
    item.accessibilityInformation = { label: `${label}, ${mentionCount(places.length)}, ${findingCount(findings)}` };
    return item;
  }
}

function conceptsIn(checker: Checker, document: vscode.TextDocument | undefined): readonly ConceptNode[] {
  const checked = document === undefined ? undefined : checker.resultSoFar(document);
  if (document === undefined || checked === undefined) return [];
  const placesOf = new Map<string, PlaceNode[]>();
  // An abbreviation that means something else here is no mention of the concept.
  const mentions = [...checked.findings, ...checked.allowed.filter(({ reason }) => reason !== 'other-meaning' && reason !== 'no-anchor')];
  for (const mention of mentions.sort((a, b) => a.start - b.start)) {
    const places = placesOf.get(mention.concept) ?? [];
    placesOf.set(mention.concept, places);
    places.push({ kind: 'place', mention, document, conceptId: mention.concept });
  }
  return [...placesOf].map(([id, places]) => ({ kind: 'concept', id, places }));
}

function placeItem({ mention, document, conceptId }: PlaceNode): vscode.TreeItem {
  const range = rangeOf(document, mention);
  const text = mention.text.replace(/\s+/g, ' ');
  const item = new vscode.TreeItem(text);
  item.id = `place:${conceptId}:${mention.start}:${isFinding(mention) ? mention.rule : ''}`;
  item.description = `${vscode.l10n.t('line {0}', range.start.line + 1)}${isFinding(mention) ? `, ${mention.rule}` : ''}`;
  item.tooltip = isFinding(mention) ? mention.message : undefined;
  item.iconPath = new vscode.ThemeIcon(isFinding(mention) ? 'circle-filled' : 'circle-outline');
  item.command = { title: vscode.l10n.t('Go to this place'), command: 'vscode.open', arguments: [document.uri, { selection: range }] };
  item.accessibilityInformation = { label: `${text}, ${item.description}` };
  return item;
}

function activeDocument(): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document;
}

function isFinding(mention: Finding | Allowed): mention is Finding {
  return 'rule' in mention;
}

function findingCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
}

function mentionCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count);
}
