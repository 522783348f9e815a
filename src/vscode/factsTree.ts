import * as vscode from 'vscode';
import { factLabel, factMarkdown, factsBySection, factDate } from '../core/describe/facts';
import { subjectLabel } from '../core/describe/lookUp';
import { wordingIn } from '../core/describe/wording';
import type { Lang } from '../core/document';
import type { Fact, Section } from '../core/termbase/concept';
import type { Termbase } from '../core/termbase/termbase';

/** A row of the facts view. */
export type FactsNode = SectionNode | FactNode;

interface SectionNode {
  readonly kind: 'section';
  readonly section: Section;
  readonly facts: readonly FactNode[];
}

export interface FactNode {
  readonly kind: 'fact';
  readonly fact: Fact;
}

/** The facts of the termbase by section; filled when the view is first opened. */
export class FactsTree implements vscode.TreeDataProvider<FactsNode> {
  private sections: readonly SectionNode[] | undefined;
  private readonly parents = new Map<string, SectionNode>();

  constructor(private readonly termbase: () => Termbase, private readonly lang: () => Lang) {}

  getChildren(node?: FactsNode): FactsNode[] {
    if (node === undefined) return [...this.all()];
    return node.kind === 'section' ? [...node.facts] : [];
  }

  getParent(node: FactsNode): FactsNode | undefined {
    if (node.kind === 'section') return undefined;
    this.all();
    return this.parents.get(node.fact.id);
  }

  getTreeItem(node: FactsNode): vscode.TreeItem {
    return node.kind === 'section' ? this.sectionItem(node) : this.factItem(node);
  }

  /** The tooltip holds sources and conflicts, and is only made for a row that the pointer rests on. */
  resolveTreeItem(item: vscode.TreeItem, node: FactsNode): vscode.TreeItem {
    if (node.kind === 'fact') item.tooltip = new vscode.MarkdownString(factMarkdown(this.termbase(), node.fact, this.lang()));
    return item;
  }

  /** The row of a fact, to be revealed. */
  nodeOf(factId: string): FactNode | undefined {
    this.all();
    return this.parents.get(factId)?.facts.find(({ fact }) => fact.id === factId);
  }

  private all(): readonly SectionNode[] {
    this.sections ??= factsBySection(this.termbase()).map(([section, facts]) => {
      const node: SectionNode = { kind: 'section', section, facts: facts.map((fact) => ({ kind: 'fact', fact })) };
      for (const fact of facts) this.parents.set(fact.id, node);
      return node;
    });
    return this.sections;
  }

  private sectionItem({ section, facts }: SectionNode): vscode.TreeItem {
    const label = wordingIn(this.lang()).sections[section];
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `section:${section}`;
    item.description = String(facts.length);
    item.contextValue = 'section';
    item.accessibilityInformation = { label: `${label}, ${facts.length} facts` };
    return item;
  }

  private factItem({ fact }: FactNode): vscode.TreeItem {
    const wording = wordingIn(this.lang());
    const item = new vscode.TreeItem(factLabel(fact, wording));
    item.id = `fact:${fact.id}`;
    item.description = [subjectLabel(this.termbase(), fact, this.lang()), factDate(fact, wording)].filter((part) => part !== '').join(', ');
    item.contextValue = this.termbase().sources.get(fact.sources[0])?.URL === undefined ? 'fact' : 'fact.withSource';
    // Where sources disagree, or nobody has checked, the row says so before it is opened.
    const doubt = fact.confidence === 'C' ? 'not verified' : fact.conflicts !== undefined && fact.conflicts.length > 0 ? 'sources disagree' : '';
    item.iconPath = new vscode.ThemeIcon(fact.confidence === 'C' ? 'question' : doubt === '' ? 'bookmark' : 'warning');
    item.accessibilityInformation = { label: [fact.statement.en, item.description, doubt].filter((part) => part !== '').join('; ') };
    return item;
  }
}
