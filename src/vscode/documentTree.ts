import * as vscode from 'vscode';
import { localText } from '../core/describe/facts';
import { shortLabel } from '../core/describe/succession';
import type { Allowed, Finding } from '../core/finding';
import { RULES, type RuleId } from '../core/rules';
import { lastNameOf, preferredTerm } from '../core/termbase/termbase';
import type { Checker } from './checker';
import type { Configs } from './configs';
import { rangeOf } from './convert';
import type {
  AcceptedGroup,
  AcceptedNode,
  DocumentNode,
  Grouping,
  GroupNode,
  PlaceNode,
  ReviewGroup,
} from './documentNodes';
import type { IgnoredInWindow } from './ignoredInWindow';
import { fileOf, isReadable } from './languages';
import { isRemark, reviewItem, reviewNoteItem, reviewRows } from './review/reviewRows';
import type { Reviews } from './review/reviews';
import type { Typing } from './typing';
import { spokenLanguage } from './settings';
import { wordingIn } from '../core/describe/wordings';

/**
 * What the document in the editor mentions: each concept, or each rule with findings, with its places in reading order.
 */
export class DocumentTree implements vscode.TreeDataProvider<DocumentNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  private groups: readonly GroupNode[] = [];
  private by: Grouping = 'rule';
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly checker: Checker,
    private readonly typing: Typing,
    private readonly configs: Configs,
    private readonly ignored: Pick<IgnoredInWindow, 'entries'>,
    private readonly reviews: Reviews,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.changed.fire()),
      checker.onDidCheck(({ document }) => document === activeDocument() && this.changed.fire()),
      reviews.onDidChange((document) => document === activeDocument() && this.changed.fire()),
      typing.onDidStop((document) => document === activeDocument() && this.changed.fire()),
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

  /** The number of known findings in the document in the editor. */
  get findingCount(): number {
    const document = activeDocument();
    const checked = document && this.checker.knownOf(document);
    return checked === undefined ? 0 : this.typing.finished(document!, checked.findings).length;
  }

  getChildren(node?: DocumentNode): DocumentNode[] {
    if (node !== undefined)
      return node.kind === 'all-accepted'
        ? [...node.entries]
        : node.kind === 'place' || node.kind === 'accepted' || node.kind === 'review-note'
          ? []
          : node.kind === 'review'
            ? reviewRows(node)
            : [...node.places];
    const document = activeDocument();
    this.groups = this.groupsIn(document);
    const review = document && this.reviewIn(document);
    const entries =
      document === undefined || !isReadable(document)
        ? []
        : [
            ...this.configs.acceptedAround(fileOf(document.uri)),
            ...this.ignored.entries.map((accepted) => ({ file: undefined, accepted })),
          ].map((each): AcceptedNode => ({ kind: 'accepted', ...each }));
    return [
      ...(review ? [review] : []),
      ...this.groups,
      ...(entries.length === 0 ? [] : [{ kind: 'all-accepted' as const, entries }]),
    ];
  }

  getParent(node: DocumentNode): DocumentNode | undefined {
    return node.kind === 'place' ? this.groups.find(({ id }) => id === node.group) : undefined;
  }

  getTreeItem(node: DocumentNode): vscode.TreeItem {
    if (node.kind === 'place') return placeItem(node, this.by);
    if (node.kind === 'accepted') return acceptedItem(node);
    if (node.kind === 'review') return reviewItem(node);
    if (node.kind === 'review-note') return reviewNoteItem(node);
    if (node.kind === 'all-accepted') return acceptedGroupItem(node);
    return node.kind === 'concept' ? this.conceptItem(node) : groupItem(node);
  }

  /** The last review of the document, with its remarks. */
  private reviewIn(document: vscode.TextDocument): ReviewGroup | undefined {
    const review = this.reviews.of(document);
    const findings = review && this.checker.resultSoFar(document)?.findings;
    if (review === undefined || findings === undefined) return undefined;
    const places = this.typing
      .finished(document, findings.filter(isRemark))
      .map((mention): PlaceNode => ({ kind: 'place', mention, document, group: 'review' }));
    return { kind: 'review', review, places, agreed: findings.filter(({ by }) => by?.rules === true).length };
  }

  private groupsIn(document: vscode.TextDocument | undefined): readonly GroupNode[] {
    const { by } = this;
    const checked = document === undefined ? undefined : this.checker.resultSoFar(document);
    if (document === undefined || checked === undefined) return [];
    const placesOf = new Map<string, PlaceNode[]>();
    // An abbreviation that means something else here is not a mention of the concept.
    const allowed = checked.allowed.filter(({ reason }) => reason !== 'other-meaning' && reason !== 'no-anchor');
    const findings = checked.findings.filter((finding) => !isRemark(finding));
    for (const mention of [...this.typing.finished(document, findings), ...allowed].sort((a, b) => a.start - b.start)) {
      const group = by === 'concept' ? mention.concept : isFinding(mention) ? mention.rule : MENTIONED;
      const places = placesOf.get(group) ?? [];
      placesOf.set(group, places);
      places.push({ kind: 'place', mention, document, group });
    }
    const groups = [...placesOf].map(([id, places]): GroupNode => ({
      kind: id === MENTIONED ? 'mentioned' : by,
      id,
      places,
    }));
    const rankOf = ({ id }: GroupNode): number => (id === MENTIONED ? RULES.length : RULES.indexOf(id as RuleId));
    return by === 'rule' ? groups.sort((a, b) => rankOf(a) - rankOf(b)) : groups;
  }

  dispose(): void {
    vscode.Disposable.from(this.subscriptions, this.changed).dispose();
  }

  private conceptItem({ id, places }: GroupNode): vscode.TreeItem {
    const termbase = this.checker.termbase();
    const lang = spokenLanguage({ language: 'auto' });
    const concept = termbase.concepts.get(id);
    const name = concept && lastNameOf(concept);
    const short = name === undefined ? id : shortLabel(termbase, name.id, lang);
    // Readers recognize an objective by its subject.
    const label =
      concept?.kind === 'objective' ? wordingIn(lang).labelled(short, localText(concept.definition, lang)) : short;
    const full = name && preferredTerm(termbase, name.id, lang, 'full')?.text;
    const findings = places.filter(({ mention }) => isFinding(mention)).length;
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `concept:${id}`;
    const counts = [mentionCount(places.length), ...(findings === 0 ? [] : [findingCount(findings)])].join(' · ');
    item.description =
      full === undefined || full === label || concept?.kind === 'objective' ? counts : `${full} · ${counts}`;
    item.tooltip = concept && localText(concept.definition, lang);
    item.iconPath = new vscode.ThemeIcon(findings === 0 ? 'check' : 'warning');
    item.accessibilityInformation = { label: `${label}, ${mentionCount(places.length)}, ${findingCount(findings)}` };
    return item;
  }
}

/** The row for the findings of a rule, or for the other mentions. */
function groupItem({ kind, id, places }: GroupNode): vscode.TreeItem {
  const isRule = kind === 'rule';
  const label = isRule
    ? wordingIn(spokenLanguage({ language: 'auto' })).rules[id as RuleId]
    : vscode.l10n.t('Mentioned correctly');
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isRule ? Expanded : Collapsed);
  item.id = `${kind}:${id}`;
  item.description = String(places.length);
  item.iconPath = new vscode.ThemeIcon(isRule ? 'warning' : 'check');
  item.accessibilityInformation = {
    label: `${label}, ${isRule ? findingCount(places.length) : mentionCount(places.length)}`,
  };
  return item;
}

const MENTIONED = 'mentioned';

function placeItem({ mention, document, group }: PlaceNode, by: Grouping): vscode.TreeItem {
  const range = rangeOf(document, mention);
  const text = mention.text.replace(/\s+/g, ' ');
  const item = new vscode.TreeItem(text);
  item.id = `place:${group}:${mention.start}:${isFinding(mention) ? mention.rule : ''}`;
  const rule =
    isFinding(mention) && by === 'concept'
      ? wordingIn(spokenLanguage({ language: 'auto' })).rules[mention.rule]
      : undefined;
  const fix = isFinding(mention) && by === 'rule' ? mention.fixes[0]?.title : undefined;
  const also =
    isFinding(mention) && mention.by?.rules === true ? vscode.l10n.t('also {0}', mention.by.reader) : undefined;
  item.description = [vscode.l10n.t('line {0}', range.start.line + 1), rule, fix, also]
    .filter((part) => part !== undefined)
    .join(' · ');
  item.contextValue = isFinding(mention) ? (mention.fixes.length > 0 ? 'finding.withFix' : 'finding') : 'mention';
  item.tooltip = isFinding(mention) ? mention.message : undefined;
  item.iconPath = new vscode.ThemeIcon(isFinding(mention) ? 'circle-filled' : 'circle-outline');
  item.command = {
    title: vscode.l10n.t('Go to this place'),
    command: 'vscode.open',
    arguments: [document.uri, { selection: range }],
  };
  item.accessibilityInformation = { label: `${text}, ${item.description}` };
  return item;
}

function acceptedGroupItem({ entries }: AcceptedGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Ignored'), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'all-accepted';
  item.description = String(entries.length);
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  item.accessibilityInformation = { label: `${String(item.label)}, ${entries.length}` };
  return item;
}

function acceptedItem({ file, accepted: { rule, text, around } }: AcceptedNode): vscode.TreeItem {
  const item = new vscode.TreeItem(text);
  item.id = `accepted:${file?.toString() ?? ''}:${rule}:${text}:${around ?? ''}`;
  const where = around === undefined ? vscode.l10n.t('wherever it occurs') : vscode.l10n.t('in one place');
  item.description = `${wordingIn(spokenLanguage({ language: 'auto' })).rules[rule]} · ${where}`;
  const recorder = file === undefined ? vscode.l10n.t('In this window only') : vscode.workspace.asRelativePath(file);
  item.tooltip = around === undefined ? recorder : `“${around}”\n${recorder}`;
  item.contextValue = 'accepted';
  item.accessibilityInformation = { label: `${text}, ${item.description}` };
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  return item;
}

function activeDocument(): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document;
}

/** Whether an argument of a command is a row of the view that represents a place. */
export function isPlace(node: unknown): node is PlaceNode {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'place';
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
