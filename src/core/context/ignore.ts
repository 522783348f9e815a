import type { Prose } from '../prose/prose';
import { isRuleId } from '../rules';

/** What the ignore comments of a document switch off, and where. */
export interface Ignored {
  isIgnored(start: number, rule: string): boolean;
}

const DIRECTIVE = /migration-terms-(disable-next-line|disable-line|disable|enable)\b([^\n\r]*)/g;

/**
 * Reads `migration-terms-disable`, `-enable`, `-disable-line` and `-disable-next-line` in comments of the format, each
 * with optional rule ids and `: reason`. Without rule ids a directive speaks of all rules.
 */
export function readIgnored(prose: Prose): Ignored {
  let ignored = cache.get(prose);
  if (!ignored) cache.set(prose, (ignored = read(prose)));
  return ignored;
}

const cache = new WeakMap<Prose, Ignored>();

function read(prose: Prose): Ignored {
  const { text, format } = prose;
  if (!text.includes('migration-terms-')) return { isIgnored: () => false };
  const ranges: { start: number; end: number; rules: ReadonlySet<string> | undefined }[] = [];
  const open = new Map<string, number>();
  const closeAll = (key: string, end: number): void => {
    for (const [rule, start] of open) {
      if (key !== '*' && rule !== key) continue;
      ranges.push({ start, end, rules: rule === '*' ? undefined : new Set([rule]) });
      open.delete(rule);
    }
  };
  for (const match of text.matchAll(DIRECTIVE)) {
    const at = match.index;
    if (!format.isComment(text, at)) continue;
    const rules = rulesIn(match[2]);
    const keys = rules ? [...rules] : ['*'];
    if (match[1] === 'disable') for (const key of keys) { if (!open.has(key)) open.set(key, at); }
    else if (match[1] === 'enable') for (const key of keys) closeAll(key, at);
    else {
      const line = match[1] === 'disable-line' ? lineAt(text, at) : lineAfter(text, at);
      ranges.push({ ...line, rules });
    }
  }
  closeAll('*', Infinity);
  return {
    isIgnored: (start, rule) => ranges.some((range) => range.start <= start && start < range.end && (range.rules === undefined || range.rules.has(rule))),
  };
}

/** The rule ids before the colon or the comment's end; anything else there is not a rule and is passed over. */
function rulesIn(rest: string): ReadonlySet<string> | undefined {
  const words = rest.split(/:|-->|\*\//)[0].split(/[\s,]+/).filter(isRuleId);
  return words.length > 0 ? new Set(words) : undefined;
}

function lineAt(text: string, offset: number): { start: number; end: number } {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset) + 1, end: end < 0 ? text.length : end + 1 };
}

/** The first line after the comment's own that is not blank. */
function lineAfter(text: string, offset: number): { start: number; end: number } {
  let { end } = lineAt(text, offset);
  while (end < text.length && lineAt(text, end).end > end && text.slice(end, lineAt(text, end).end).trim() === '') end = lineAt(text, end).end;
  return end < text.length ? lineAt(text, end) : { start: end, end };
}
