import words from '../../../data/words/columns.json';
import { LANGS, type Lang } from '../document';
import { foldKey } from '../fold';
import { SEVERITIES, type Severity } from '../rules';

/** What a column of a list of terms holds; see `data/words/columns.json`. */
export type Role = (typeof ROLES)[number];

/** The columns of a list, as the position of each role; or why the meaning of the list is not certain. */
export type Columns =
  | { readonly kind: 'columns'; readonly at: ReadonlyMap<Role, number>; readonly unused: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string };

const ROLES = ['term', 'right', 'wrong', 'note', 'source', 'lang', 'level', 'status'] as const;
const ROLE_OF = new Map(ROLES.flatMap((role) => words[role].map((heading) => [foldKey(heading), role] as const)));

/** A header that says what each form is. */
const CLEAR_HEADER = 'Write a first line such as "avoid,use instead,lang"';

/**
 * The roles of the columns that a header names, in any of the languages. `details` are columns that an exported table
 * also has and that an import does not need.
 */
export function readColumns(header: readonly string[], details: readonly string[]): Columns {
  const headings = header.map((heading) => heading.trim());
  const at = new Map<Role, number>();
  for (const [i, heading] of headings.entries()) {
    const role = ROLE_OF.get(foldKey(heading));
    if (role === undefined) continue;
    const first = at.get(role);
    if (first !== undefined)
      return refused(`The columns "${headings[first]}" and "${heading}" mean the same. Keep one of the two.`);
    at.set(role, i);
  }
  const unused = headings.filter(
    (heading) => heading !== '' && !ROLE_OF.has(foldKey(heading)) && !details.includes(heading.toLowerCase()),
  );
  const why = uncertainty(at, unused);
  return why === undefined ? { kind: 'columns', at, unused } : refused(why);
}

/** Whether a field says only yes or no, so that its column names no form. */
export function isMark(field: string): boolean {
  return isOneOf(words.marks, field);
}

/** Whether the status of a term says that it may be written. */
export function isRightStatus(field: string): boolean {
  return isOneOf(words.rightStatuses, field);
}

/** The language that a field names; `undefined` for one that this termbase does not have. */
export function languageNamed(field: string): Lang | undefined {
  const [main = ''] = field.split(/[-_]/);
  return LANGS.find((lang) => isOneOf(words.languages[lang], main));
}

/** The level that a field names. */
export function levelNamed(field: string): Severity | undefined {
  return SEVERITIES.find((level) => isOneOf(words.levels[level], field));
}

function isOneOf(names: readonly string[], field: string): boolean {
  const key = foldKey(field);
  return names.some((name) => foldKey(name) === key);
}

function refused(message: string): Columns {
  return { kind: 'refused', message };
}

/** Why it is not certain which column has the right forms, with the repair; `undefined` if it is. */
function uncertainty(at: ReadonlyMap<Role, number>, unused: readonly string[]): string | undefined {
  const [term, right, wrong] = [at.has('term'), at.has('right'), at.has('wrong')];
  if (!term && !right && !wrong)
    return `The first line must name the columns, and none of them is a term. ${CLEAR_HEADER}.`;
  if (term && right && wrong)
    return `A column of terms, one of right forms and one of wrong forms leave it open which is which. ${CLEAR_HEADER}.`;
  if (wrong && !term && !right) return `There is no column with what to write instead. ${CLEAR_HEADER}.`;
  if (!wrong && !(term && right) && unused.length > 0)
    return `It is not certain what the column "${unused[0]}" means: it may hold what to write instead. ${CLEAR_HEADER}, or remove the column.`;
  return undefined;
}
