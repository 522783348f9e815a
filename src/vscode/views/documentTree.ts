import * as vscode from 'vscode';
import { messageWithReason } from '../../core/findings/reason';
import { glanceOf, rowOf } from '../../core/describe/glance';
import { wordingIn } from '../../core/describe/wordings';
import type { Allowed, Checked, Finding } from '../../core/finding';
import type { Severity } from '../../core/rules';
import type { Termbase } from '../../core/termbase/termbase';
import type { WindowChecker } from '../checking/windowChecker';
import type { Configs } from '../files/configs';
import { rangeOf } from '../convert';
import type {
  AcceptedGroup,
  AcceptedNode,
  DocumentNode,
  HeldBackNote,
  MentionedGroup,
  PlaceNode,
  ReviewGroup,
} from './documentNodes';
import type { Followed } from './followed';
import type { IgnoredInWindow } from '../checking/ignoredInWindow';
import { fileOf, isReadable } from '../languages';
import { isRemark, reviewItem, reviewNoteItem, reviewRows } from '../review/reviewRows';
import type { Reviews } from '../review/reviews';
import { spokenLanguage } from '../settings';

/** The findings of the followed document in its order, then what needs no attention: other names, ignored findings. */
export class DocumentTree implements vscode.TreeDataProvider<DocumentNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    readonly followed: Followed,
    private readonly checker: WindowChecker,
    private readonly configs: Configs,
    private readonly ignored: Pick<IgnoredInWindow, 'entries'>,
    private readonly reviews: Reviews,
  ) {
    const refresh = ({ uri }: { readonly uri: vscode.Uri }) => followed.includes(uri) && this.changed.fire();
    this.subscriptions = vscode.Disposable.from(
      followed.onDidChange(() => this.changed.fire()),
      checker.onDidCheck(({ document }) => refresh(document)),
      reviews.onDidChange(refresh),
      checker.onDidForget((uri) => refresh({ uri })),
    );
  }

  /** The number of known findings in the followed document. */
  get findingCount(): number {
    return this.followed.documents.reduce((count, document) => {
      const checked = this.checker.knownOf(document);
      return checked === undefined ? count : count + this.checker.finished(document, checked.findings).length;
    }, 0);
  }

  /** The ids of the concepts that the followed document mentions, in its order. */
  get mentioned(): readonly string[] {
    return this.placesIn(this.followed.documents, (_, { findings, allowed }) => [
      ...findings,
      ...allowed.filter(isOfConcept),
    ]).map(({ mention }) => mention.concept);
  }

  getChildren(node?: DocumentNode): DocumentNode[] {
    switch (node?.kind) {
      case undefined:
        return this.rows();
      case 'all-accepted':
        return [...node.entries];
      case 'review':
        return reviewRows(node);
      case 'mentioned':
        return [...node.places];
      default:
        return [];
    }
  }

  getTreeItem(node: DocumentNode): vscode.TreeItem {
    switch (node.kind) {
      case 'place':
        return placeItem(node);
      case 'mentioned':
        return mentionedItem(node);
      case 'review':
        return reviewItem(node);
      case 'review-note':
        return reviewNoteItem(node);
      case 'all-accepted':
        return acceptedGroupItem(node);
      case 'accepted':
        return acceptedItem(node, this.checker.termbase());
      case 'held-back':
        return heldBackItem(node);
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.subscriptions, this.changed).dispose();
  }

  private rows(): DocumentNode[] {
    const { document, documents } = this.followed;
    if (document === undefined) return [];
    const review = this.reviewIn(document);
    const findings = this.placesIn(documents, (each, checked) =>
      this.checker.finished(
        each,
        checked.findings.filter((finding) => !isRemark(finding)),
      ),
    );
    const mentioned = this.placesIn(documents, (_, { allowed }) => allowed.filter(isOfConcept));
    const entries = isReadable(document) ? this.entriesAround(document) : [];
    return [
      ...(review ? [review] : []),
      ...findings,
      ...this.heldBackIn(documents),
      ...(mentioned.length === 0 ? [] : [{ kind: 'mentioned' as const, places: mentioned }]),
      ...(entries.length === 0 ? [] : [{ kind: 'all-accepted' as const, entries }]),
    ];
  }

  /** One row for all cells of a notebook. */
  private heldBackIn(documents: readonly vscode.TextDocument[]): readonly HeldBackNote[] {
    const wording = wordingIn(spokenLanguage({ language: 'auto' }));
    const held = documents.flatMap((document) => {
      const of = this.checker.heldBack(document, wording);
      return of ? [{ ...of, document }] : [];
    });
    const [first] = held;
    if (!first) return [];
    const count = held.reduce((sum, each) => sum + each.count, 0);
    const text = [...new Set(held.map(({ because }) => because))].join('.\n');
    return [{ kind: 'held-back', count, text, document: first.document }];
  }

  private placesIn(
    documents: readonly vscode.TextDocument[],
    mentionsIn: (document: vscode.TextDocument, checked: Checked) => readonly (Finding | Allowed)[],
  ): readonly PlaceNode[] {
    return documents.flatMap((document) => {
      const checked = this.checker.resultSoFar(document);
      const mentions = checked === undefined ? [] : mentionsIn(document, checked);
      return [...mentions]
        .sort((a, b) => a.start - b.start)
        .map((mention): PlaceNode => ({ kind: 'place', mention, document }));
    });
  }

  private entriesAround(document: vscode.TextDocument): readonly AcceptedNode[] {
    return [
      ...this.configs.acceptedAround(fileOf(document.uri)),
      ...this.ignored.entries.map((accepted) => ({ file: undefined, accepted })),
    ].map((each) => ({ kind: 'accepted', ...each }));
  }

  /** The last review of the document, with its remarks. */
  private reviewIn(document: vscode.TextDocument): ReviewGroup | undefined {
    const review = this.reviews.of(document);
    const findings = review && this.checker.resultSoFar(document)?.findings;
    if (review === undefined || findings === undefined) return undefined;
    const places = this.checker
      .finished(document, findings.filter(isRemark))
      .map((mention): PlaceNode => ({ kind: 'place', mention, document }));
    return { kind: 'review', review, places, agreed: findings.filter(({ by }) => by?.rules === true).length };
  }
}

/** An abbreviation that means something else here is not a mention of the concept. */
function isOfConcept({ reason, value }: Allowed): boolean {
  return value === undefined && reason !== 'other-meaning' && reason !== 'no-anchor';
}

function mentionedItem({ places }: MentionedGroup): vscode.TreeItem {
  const label = vscode.l10n.t('Mentioned correctly');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'mentioned';
  item.description = String(places.length);
  item.iconPath = new vscode.ThemeIcon('check');
  item.accessibilityInformation = { label: `${label}, ${mentionCount(places.length)}` };
  return item;
}

function placeItem({ mention, document }: PlaceNode): vscode.TreeItem {
  const range = rangeOf(document, mention);
  const line = vscode.l10n.t('line {0}', range.start.line + 1);
  const item = isFinding(mention)
    ? findingItem(mention, document, line)
    : mentionItem(mention.text.replace(/\s+/g, ' '), line);
  item.id = `place:${document.uri.toString()}:${mention.start}:${isFinding(mention) ? mention.rule : ''}`;
  item.command = {
    title: vscode.l10n.t('Go to this place'),
    command: 'vscode.open',
    arguments: [document.uri, { selection: range }],
  };
  return item;
}

/** What is written and what to write; without a fix, which rule found it. */
function findingItem(finding: Finding, document: vscode.TextDocument, line: string): vscode.TreeItem {
  const glance = glanceOf(document.getText(), finding);
  const { from, to } = glance;
  const { label, aside } = rowOf(glance);
  const item = new vscode.TreeItem(label);
  const rule = to === undefined ? wordingIn(spokenLanguage({ language: 'auto' })).rules[finding.rule] : undefined;
  const also = finding.by?.rules === true ? vscode.l10n.t('also {0}', finding.by.reader) : undefined;
  item.description = [aside, rule, also, line].filter(Boolean).join(' · ');
  item.contextValue = finding.fixes.length > 0 ? 'finding.withFix' : 'finding';
  item.tooltip = [...(to === undefined ? [] : [`${from} → ${to}`]), messageWithReason(finding)].join('\n');
  item.iconPath = ICONS[finding.severity];
  item.accessibilityInformation = { label: `${finding.message} ${line}` };
  return item;
}

function mentionItem(text: string, line: string): vscode.TreeItem {
  const item = new vscode.TreeItem(text);
  item.description = line;
  item.contextValue = 'mention';
  item.accessibilityInformation = { label: `${text}, ${line}` };
  return item;
}

const ICONS: Readonly<Record<Severity, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  information: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
  hint: new vscode.ThemeIcon('lightbulb'),
};

function heldBackItem({ count, text, document }: HeldBackNote): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Not judged as of today: {0}', count));
  item.id = `held-back:${document.uri.toString()}`;
  item.iconPath = new vscode.ThemeIcon('history');
  const title = vscode.l10n.t('Text Is Of…');
  item.tooltip = `${text}.\n${title}`;
  item.contextValue = 'heldBack';
  item.accessibilityInformation = { label: text };
  item.command = { title, command: 'migrationTerms.textIsOf', arguments: [document.uri] };
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

function acceptedItem({ file, accepted }: AcceptedNode, { facts }: Termbase): vscode.TreeItem {
  const { rule, text, name, around } = accepted;
  const item = new vscode.TreeItem(text);
  item.id = `accepted:${file?.toString() ?? ''}:${rule}:${name ?? ''}:${text}:${around ?? ''}`;
  const where = around === undefined ? vscode.l10n.t('wherever it occurs') : vscode.l10n.t('in one place');
  const lang = spokenLanguage({ language: 'auto' });
  const statement = facts.get(name ?? '')?.statement;
  const about = name === undefined ? vscode.l10n.t('whatever it is about') : (statement?.[lang] ?? statement?.en);
  item.description = [wordingIn(lang).rules[rule], where, about].filter(Boolean).join(' · ');
  const recorder = file === undefined ? vscode.l10n.t('In this window only') : vscode.workspace.asRelativePath(file);
  item.tooltip = [around === undefined ? undefined : `“${around}”`, about, recorder].filter(Boolean).join('\n');
  item.contextValue = 'accepted';
  item.accessibilityInformation = { label: `${text}, ${item.description}` };
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  return item;
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
