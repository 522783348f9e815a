import * as vscode from 'vscode';
import { factDate, factLabel, factMarkdown, isDisputed, localText, seriesBySection } from '../../core/describe/facts';
import { findFacts } from '../../core/search/search';
import { subjectLabel } from '../../core/describe/lookUp';
import type { Lang } from '../../core/document';
import type { Fact, Section } from '../../core/termbase/concept';
import type { Termbase } from '../../core/termbase/termbase';
import { headingsOf, type Heading } from '../../core/describe/headings';
import { wordingIn } from '../../core/describe/wordings';

/** A row of the facts view. */
export type FactsNode = SectionNode | TopicNode | FactNode;

interface SectionNode {
  readonly kind: 'section';
  readonly section: Section;
  /** In a long section, its headings first, then the facts without a heading. */
  readonly rows: readonly (TopicNode | FactNode)[];
}

interface TopicNode {
  readonly kind: 'topic';
  readonly heading: Pick<Heading, 'id' | 'label'>;
  readonly section: Section;
  readonly facts: readonly FactNode[];
}

export interface FactNode {
  readonly kind: 'fact';
  readonly fact: Fact;
  /** Earlier values of the same property; expanding the row shows them. */
  readonly earlier: readonly FactNode[];
}

/** The facts of the termbase by section, all or filtered; loaded when the view is first opened. */
export class FactsTree implements vscode.TreeDataProvider<FactsNode> {
  private sections: readonly SectionNode[] | undefined;
  private readonly parents = new Map<TopicNode | FactNode, FactsNode>();
  private readonly rows = new Map<string, FactNode>();
  private readonly changed = new vscode.EventEmitter<void>();
  private query = '';

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly termbase: () => Termbase,
    private readonly lang: () => Lang,
  ) {}

  /** Reads the termbase again. */
  refresh(): void {
    this.sections = undefined;
    this.parents.clear();
    this.rows.clear();
    this.changed.fire();
  }

  /** The current filter; empty for none. */
  get filter(): string {
    return this.query;
  }

  set filter(query: string) {
    this.query = query.trim();
    this.refresh();
  }

  /** The number of facts in the view. */
  get size(): number {
    this.all();
    return this.rows.size;
  }

  getChildren(node?: FactsNode): FactsNode[] {
    if (node === undefined) return [...this.all()];
    return node.kind === 'section' ? [...node.rows] : node.kind === 'topic' ? [...node.facts] : [...node.earlier];
  }

  getParent(node: FactsNode): FactsNode | undefined {
    if (node.kind === 'section') return undefined;
    this.all();
    return this.parents.get(node);
  }

  getTreeItem(node: FactsNode): vscode.TreeItem {
    return node.kind === 'section'
      ? this.sectionItem(node)
      : node.kind === 'topic'
        ? this.topicItem(node)
        : this.factItem(node);
  }

  /** The tooltip contains sources and conflicts; it is created only for a row under the pointer. */
  resolveTreeItem(item: vscode.TreeItem, node: FactsNode): vscode.TreeItem {
    if (node.kind === 'fact')
      item.tooltip = new vscode.MarkdownString(factMarkdown(this.termbase(), node.fact, this.lang()));
    return item;
  }

  /** The row of a fact, for revealing it; a filter that hides it is cleared. */
  nodeOf(factId: string): FactNode | undefined {
    this.all();
    if (!this.rows.has(factId) && this.termbase().facts.has(factId) && this.query !== '') {
      this.filter = '';
      this.all();
    }
    return this.rows.get(factId);
  }

  private all(): readonly SectionNode[] {
    this.sections ??= this.read();
    return this.sections;
  }

  private read(): readonly SectionNode[] {
    const left = this.query === '' ? undefined : new Set(findFacts(this.termbase(), this.query, this.lang()).facts);
    // What nobody has verified is not offered for copying.
    const keeps = (fact: Fact) => fact.confidence !== 'C' && (left === undefined || left.has(fact));
    return seriesBySection(this.termbase()).flatMap(([section, series]) => {
      const facts = series.flatMap(({ newest, earlier }) => {
        const [first, ...others] = [newest, ...earlier].filter(keeps);
        return first === undefined ? [] : [rowOf(first, others)];
      });
      if (facts.length === 0) return [];
      // Filtered facts are few, and are listed without headings.
      const rows = this.query !== '' ? facts : this.underHeadings(section, facts);
      const node: SectionNode = { kind: 'section', section, rows };
      for (const row of rows) {
        if (row.kind === 'fact') this.place(row, node);
        else {
          this.parents.set(row, node);
          for (const fact of row.facts) this.place(fact, row);
        }
      }
      return [node];
    });
  }

  private underHeadings(section: Section, rows: readonly FactNode[]): readonly (TopicNode | FactNode)[] {
    const rowOf = new Map(rows.map((row) => [row.fact, row]));
    const rowsOf = (facts: readonly Fact[]) => facts.flatMap((fact) => rowOf.get(fact) ?? []);
    const { headings, others } = headingsOf(
      this.termbase(),
      section,
      rows.map(({ fact }) => fact),
      this.lang(),
    );
    const topics = headings.map((heading): TopicNode => ({
      kind: 'topic',
      heading,
      section,
      facts: rowsOf(heading.facts),
    }));
    return [...topics, ...rowsOf(others)];
  }

  private place(row: FactNode, parent: FactsNode): void {
    this.parents.set(row, parent);
    this.rows.set(row.fact.id, row);
    for (const older of row.earlier) this.place(older, row);
  }

  private topicItem({ heading: { id, label }, section, facts }: TopicNode): vscode.TreeItem {
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `topic:${section}:${id}`;
    item.description = String(countOf(facts));
    item.contextValue = 'topic';
    item.accessibilityInformation = { label: `${label}, ${factCount(countOf(facts))}` };
    return item;
  }

  private sectionItem({ section, rows }: SectionNode): vscode.TreeItem {
    const label = wordingIn(this.lang()).sections[section];
    // Filtered facts are few, so their sections are expanded. They have ids of their own, as the view remembers ids.
    const isFiltered = this.query !== '';
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, isFiltered ? Expanded : Collapsed);
    item.id = `${isFiltered ? 'filtered' : 'section'}:${section}`;
    const count = countOf(rows.flatMap((row) => (row.kind === 'topic' ? row.facts : [row])));
    item.description = String(count);
    item.contextValue = 'section';
    item.accessibilityInformation = { label: `${label}, ${factCount(count)}` };
    return item;
  }

  private factItem({ fact, earlier }: FactNode): vscode.TreeItem {
    const wording = wordingIn(this.lang());
    const state = earlier.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
    const item = new vscode.TreeItem(factLabel(fact, wording), state);
    item.id = `fact:${fact.id}`;
    item.description = [subjectLabel(this.termbase(), fact, this.lang()), factDate(fact, wording)]
      .filter((part) => part !== '')
      .join(', ');
    item.contextValue = this.termbase().sources.get(fact.sources[0]!)?.URL === undefined ? 'fact' : 'fact.withSource';
    const doubt = isDisputed(fact, this.termbase()) ? vscode.l10n.t('sources disagree') : '';
    item.iconPath = new vscode.ThemeIcon(doubt === '' ? 'bookmark' : 'warning');
    item.accessibilityInformation = {
      label: [localText(fact.statement, this.lang()), item.description, doubt].filter((part) => part !== '').join('; '),
    };
    return item;
  }
}

/** The number of facts, including earlier values. */
function countOf(facts: readonly FactNode[]): number {
  return facts.reduce((sum, { earlier }) => sum + 1 + earlier.length, 0);
}

function factCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 fact') : vscode.l10n.t('{0} facts', count);
}

function rowOf(fact: Fact, earlier: readonly Fact[] = []): FactNode {
  return { kind: 'fact', fact, earlier: earlier.map((older) => rowOf(older)) };
}
