import fs from 'node:fs';
import path from 'node:path';
import type { RuleId } from '../../core/rules';

/** The page of a rule as Markdown, from docs/rules. The build replaces this file by one that contains the pages. */
export function rulePage(rule: RuleId): string {
  return fs.readFileSync(path.join(__dirname, '../../../docs/rules', `${rule}.md`), 'utf8');
}
