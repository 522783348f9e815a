import type { Prose } from '../prose/prose';
import { isRuleId } from '../rules';

/** The rules that a directive names; all rules where it names none. */
type Rules = ReadonlySet<string> | 'all';

/**
 * An ignore comment: `migration-terms-disable`, `-enable`, `-disable-line` or `-disable-next-line`, each with optional
 * rule ids and `: reason`. `lines` stands for the last two, with the line that they speak of; `next-part` for one
 * behind which no line of the part follows.
 */
export type Directive =
  | { readonly kind: 'disable' | 'enable'; readonly at: number; readonly rules: Rules }
  | { readonly kind: 'lines'; readonly start: number; readonly end: number; readonly rules: Rules }
  | { readonly kind: 'next-part'; readonly at: number; readonly rules: Rules };

/** What the ignore comments of a document switch off, and where. */
export interface Ignored {
  isIgnored(start: number, rule: string): boolean;
}

const DIRECTIVE = /migration-terms-(disable-next-line|disable-line|disable|enable)\b([^\n\r]*)/g;

/** The directives in comments of the format, in order. */
export function readDirectives({ text, format }: Prose): readonly Directive[] {
  if (!text.includes('migration-terms-')) return [];
  return [...text.matchAll(DIRECTIVE)].filter((match) => format.isComment(text, match.index)).map(({ index: at, 1: what, 2: rest }): Directive => {
    const rules = rulesIn(rest);
    if (what === 'disable' || what === 'enable') return { kind: what, at, rules };
    const line = what === 'disable-line' ? lineAt(text, at) : lineAfter(text, at);
    return line ? { kind: 'lines', ...line, rules } : { kind: 'next-part', at, rules };
  });
}

/** What directives switch off, all with offsets of one text. A `next-part` directive that is left has no line to speak of. */
export function ignoredBy(directives: readonly Directive[]): Ignored {
  const ranges: { start: number; end: number; rules: Rules }[] = [];
  const open = new Map<string, number>();
  const closeAll = (key: string, end: number): void => {
    for (const [rule, start] of open) {
      if (key !== '*' && rule !== key) continue;
      ranges.push({ start, end, rules: rule === '*' ? 'all' : new Set([rule]) });
      open.delete(rule);
    }
  };
  for (const directive of directives) {
    const keys = directive.rules === 'all' ? ['*'] : [...directive.rules];
    if (directive.kind === 'disable') for (const key of keys) { if (!open.has(key)) open.set(key, directive.at); }
    else if (directive.kind === 'enable') for (const key of keys) closeAll(key, directive.at);
    else if (directive.kind === 'lines') ranges.push(directive);
  }
  closeAll('*', Infinity);
  return {
    isIgnored: (start, rule) => ranges.some((range) => range.start <= start && start < range.end && (range.rules === 'all' || range.rules.has(rule))),
  };
}

/** The rule ids before the colon or the comment's end; anything else there is not a rule and is passed over. */
function rulesIn(rest: string): Rules {
  const words = rest.split(/:|-->|\*\//)[0].split(/[\s,]+/).filter(isRuleId);
  return words.length > 0 ? new Set(words) : 'all';
}

function lineAt(text: string, offset: number): { start: number; end: number } {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset) + 1, end: end < 0 ? text.length : end + 1 };
}

/** The first line after the comment's own that is not blank. */
function lineAfter(text: string, offset: number): { start: number; end: number } | undefined {
  let { end } = lineAt(text, offset);
  while (end < text.length && text.slice(end, lineAt(text, end).end).trim() === '') ({ end } = lineAt(text, end));
  return end < text.length ? lineAt(text, end) : undefined;
}
