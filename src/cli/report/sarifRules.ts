import { RULES, SEVERITIES, type RuleId, type Severity } from '../../core/rules';
import { rulePage } from './rulePages';
import { SARIF_LEVELS } from './sarif';

/** The rules as SARIF describes them (`reportingDescriptor`), in the order of {@link RULES}. */
export function sarifRules(): readonly object[] {
  return RULES.map((rule) => descriptorOf(rule, rulePage(rule)));
}

/** Exported for its tests: the page of a rule has a title, a sentence, and sections with known headings. */
export function descriptorOf(rule: RuleId, page: string): object {
  const markdown = withoutLinks(page.replaceAll('\r\n', '\n'));
  const [, summary = ''] = /^# .*\n+(.+)\n/.exec(markdown) ?? [];
  return {
    id: rule,
    name: rule.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${plain(section(markdown, 'Why')).replace(/\s+/g, ' ')}`.trim() },
    help: { text: plain(markdown), markdown },
    defaultConfiguration: { level: SARIF_LEVELS[levelOf(section(markdown, 'Level'))] },
  };
}

/** Links lead to other pages, which a reader of the report does not have; the last line is only such a link. */
function withoutLinks(page: string): string {
  return `${page
    .replace(/\n\[All rules\]\(README\.md\)\s*$/, '')
    .replace(/\[([^\]]+)\]\([\w-]+\.md\)/g, '$1')
    .trim()}\n`;
}

function section(markdown: string, title: string): string {
  return (markdown.split(`\n## ${title}\n`)[1] ?? '').split('\n## ', 1)[0]!.trim();
}

/** The loudest level that a page names. No rule has the default level “error”, but the word may occur. */
function levelOf(stated: string): Severity {
  return SEVERITIES.slice(1).find((level) => new RegExp(`\\b${level}\\b`, 'i').test(stated)) ?? 'warning';
}

/** Markdown without the marks of headings and of code. */
function plain(markdown: string): string {
  return markdown
    .replace(/^#+ /gm, '')
    .replace(/^```\w*\n/gm, '')
    .replace(/`([^`\n]*)`/g, '$1')
    .trim();
}
