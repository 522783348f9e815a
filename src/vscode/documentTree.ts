import * as vscode from 'vscode';
import { localText } from '../core/describe/facts';
import { shortLabel } from '../core/describe/succession';
import type { Allowed, Finding } from '../core/findings/finding';
import { RULES, type RuleId } from '../core/rules';
import type { Checker } from './checker';
import { rangeOf } from './convert';
import { spokenLanguage } from './settings';

/** A row of the view “In this document”. */
export type DocumentNode = GroupNode | PlaceNode;

/** By concept all that is mentioned, by rule the findings only. */
export type Grouping = 'concept' | 'rule';

interface GroupNode {
  readonly kind: Grouping;
  readonly id: string;
  readonly places: readonly PlaceNode[];
}

interface PlaceNode {
  readonly kind: 'place';
  readonly mention: Finding | Allowed;
  readonly document: vscode.TextDocument;
  /** Id of the group that it stands in. */
  readonly group: string;
}

/** What the document in the editor mentions: each concept, or each rule that found something, with its places in reading order. */
export class DocumentTree implements vscode.TreeDataProvider<DocumentNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  private groups: readonly GroupNode[] = [];
  private by: Grouping = 'concept';
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly checker: Checker) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.changed.fire()),
      checker.onDidCheck(({ document }) => document === activeDocument() && this.changed.fire()),
      checker.onDidForget((uri) => uri.toString() === activeDocument()?.uri.toString() && this.changed.fire()),
    );
  }

  get grouping(): Grouping {
    return this.by;
  }

  set grouping(by: Grouping) {
    this.by = by;
    this.changed.fire();
  }

  /** How many findings are known in the document in the editor. */
  get findingCount(): number {
    const document = activeDocument();
    return (document && this.checker.knownOf(document))?.findings.length ?? 0;
  }

  getChildren(node?: DocumentNode): DocumentNode[] {
    if (node !== undefined) return node.kind === 'place' ? [] : [...node.places];
    this.groups = groupsIn(this.checker, activeDocument(), this.by);
    return [...this.groups];
  }

  getParent(node: DocumentNode): DocumentNode | undefined {
    return node.kind === 'place' ? this.groups.find(({ id }) => id === node.group) : undefined;
  }

  getTreeItem(node: DocumentNode): vscode.TreeItem {
    return node.kind === 'place' ? placeItem(node) : node.kind === 'rule' ? ruleItem(node) : this.conceptItem(node);
  }

  dispose(): void {
    vscode.Disposable.from(this.subscriptions, this.changed).dispose();
  }

  private conceptItem({ id, places }: GroupNode): vscode.TreeItem {
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

function ruleItem({ id, places }: GroupNode): vscode.TreeItem {
  const item = new vscode.TreeItem(id, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `rule:${id}`;
  item.description = String(places.length);
  item.iconPath = new vscode.ThemeIcon('warning');
  item.accessibilityInformation = { label: `${id}, ${findingCount(places.length)}` };
  return item;
}

function groupsIn(checker: Checker, document: vscode.TextDocument | undefined, by: Grouping): readonly GroupNode[] {
  const checked = document === undefined ? undefined : checker.resultSoFar(document);
  if (document === undefined || checked === undefined) return [];
  const placesOf = new Map<string, PlaceNode[]>();
  // An abbreviation that means something else here is no mention of the concept.
  const allowed = by === 'rule' ? [] : checked.allowed.filter(({ reason }) => reason !== 'other-meaning' && reason !== 'no-anchor');
  for (const mention of [...checked.findings, ...allowed].sort((a, b) => a.start - b.start)) {
    const group = by === 'rule' && isFinding(mention) ? mention.rule : mention.concept;
    const places = placesOf.get(group) ?? [];
    placesOf.set(group, places);
    places.push({ kind: 'place', mention, document, group });
  }
  const groups = [...placesOf].map(([id, places]): GroupNode => ({ kind: by, id, places }));
  return by === 'rule' ? groups.sort((a, b) => RULES.indexOf(a.id as RuleId) - RULES.indexOf(b.id as RuleId)) : groups;
}

function placeItem({ mention, document, group }: PlaceNode): vscode.TreeItem {
  const range = rangeOf(document, mention);
  const text = mention.text.replace(/\s+/g, ' ');
  const item = new vscode.TreeItem(text);
  item.id = `place:${group}:${mention.start}:${isFinding(mention) ? mention.rule : ''}`;
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

/** “2 findings” */
export function findingCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
}

function mentionCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count);
}
