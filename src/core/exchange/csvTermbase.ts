import { LANGS, type Lang } from '../document';
import { SEVERITIES } from '../rules';
import { expandBraces } from '../termbase/braces';
import type { Concept, LocalText, Name, Source, Term, TermbaseFile } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { unfindableReason } from '../termbase/unfindable';
import { isMark, isRightStatus, languageNamed, levelNamed, readColumns, type Role } from './columns';
import { readCsv, unguarded, type CsvRow } from './csv';
import { CSV_DETAILS, CSV_HEADER, linesOf, type Line } from './csvLines';
import { BETWEEN, byId, HOUSE_SOURCE, HOUSE_STYLE, Ids, looksLikeAbbreviation, parseSourceLabel } from './naming';

/** The result of importing a list; `problems` name the lines that could not be used, or explain why none could. */
export interface Imported {
  readonly file: TermbaseFile | undefined;
  readonly terms: number;
  /** Number of terms omitted because the built-in termbase has the same ones. */
  readonly known: number;
  readonly problems: readonly string[];
}

/** More than any house style has; a larger termbase would delay every check. */
export const MOST_TERMS = 20_000;

/**
 * Converts a list of terms to a termbase, if its header says what to write instead of what. A line without a form to
 * avoid defines a correct term. A line equal to one of `builtin` is omitted, because it would duplicate that entry.
 * `lang` is the language of the lines that do not name theirs.
 */
export function termbaseOfCsv(text: string, builtin?: Termbase, lang?: Lang): Imported {
  const table = readCsv(text);
  if (table.kind === 'unclosed')
    return failed(
      `Line ${table.line}: a quotation mark is opened here and never closed. Close it, or double it where it belongs to the text.`,
    );
  const [header, ...rows] = table.rows;
  const columns = readColumns(header?.fields ?? [], CSV_DETAILS);
  if (columns.kind === 'refused') return failed(columns.message);
  if (rows.length > MOST_TERMS)
    return failed(
      `There are ${rows.length} terms; a termbase of your own holds at most ${MOST_TERMS}. Divide the list.`,
    );
  const field = ({ fields }: CsvRow, role: Role): string =>
    unguarded(fields[columns.at.get(role) ?? -1]?.trim() ?? '').trim();
  for (const role of ['right', 'wrong'] as const) {
    const filled = rows.filter((row) => field(row, role) !== '');
    if (filled.length > 0 && filled.every((row) => isMark(field(row, role))))
      return failed(
        `Line ${filled[0]!.line}: the column that should hold a form says only yes or no. Write the form into it.`,
      );
  }
  if (lang === undefined && rows.length > 0 && rows.every((row) => field(row, 'lang') === ''))
    return failed('The list does not say its language. Add a column "lang" with en, fr or es, or use --lang.');
  const problems = columns.unused.map((name) => `The column "${name}" is not used. Columns: ${CSV_HEADER.join(',')}.`);
  const builder = new Builder();
  const isKnown = knownLines(builtin);
  let known = 0;
  for (const row of rows) {
    for (const line of readLines(columns.at, (role) => field(row, role), lang)) {
      if (isKnown(line)) {
        known++;
        continue;
      }
      const fault = builder.add(row, line);
      if (fault !== undefined) problems.push(`Line ${row.line}: ${fault}`);
    }
  }
  return { file: builder.file(), terms: builder.terms, known, problems };
}

/** The terms of a row: next to a column of wrong forms, "term" holds what to write, and a field several wrong forms. */
function readLines(at: ReadonlyMap<Role, number>, field: (role: Role) => string, lang = ''): readonly Line[] {
  const rest = {
    note: field('note'),
    source: field('source'),
    lang: field('lang') || lang,
    level: field('level'),
    status: field('status'),
  };
  if (!at.has('wrong')) {
    const [term, right] = [field('term'), field('right')];
    return [at.has('term') ? { ...rest, term, instead: right } : { ...rest, term: right, instead: '' }];
  }
  const right = field('right') || field('term');
  const wrong = field('wrong').split(BETWEEN).filter(Boolean);
  return wrong.length === 0
    ? [{ ...rest, term: right, instead: '' }]
    : wrong.map((term) => ({ ...rest, term: term.trim(), instead: right, isWrong: true }));
}

/** Whether a line equals one of the termbase: a different reason makes it another line, a missing one does not. */
function knownLines(termbase: Termbase | undefined): (line: Line) => boolean {
  const known = new Set(
    (termbase ? linesOf(termbase) : []).flatMap(({ term, instead, note, lang }) =>
      [
        [lang, term, instead],
        [lang, term, instead, note],
      ].map((parts) => JSON.stringify(parts)),
    ),
  );
  return ({ term, instead, note, lang }) =>
    known.has(JSON.stringify([languageNamed(lang), term, instead, ...(instead === '' || note === '' ? [] : [note])]));
}

function failed(message: string): Imported {
  return { file: undefined, terms: 0, known: 0, problems: [message] };
}

/** The lines that become one name, and their terms. */
interface Group {
  readonly first: Line;
  readonly terms: Term[];
}

/** Groups lines with the same replacement, note and source into the terms of one name. */
class Builder {
  terms = 0;
  private readonly ids = new Ids();
  private readonly sourceIds = new Ids();
  private readonly names = new Map<string, Group>();
  private readonly sources = new Map<string, Source>();
  private readonly seen = new Map<string, number>();

  /** Returns why a line cannot be used; `undefined` if it can. */
  add({ line: number }: CsvRow, line: Line): string | undefined {
    const { term: text, instead, note } = line;
    if (text === '') return 'there is no term. Fill the column "term" or remove the line.';
    const lang = languageNamed(line.lang);
    if (lang === undefined)
      return line.lang === ''
        ? `there is no language. Write one of ${LANGS.join(', ')} into the column "lang".`
        : `"${shown(line.lang)}" is no language of this termbase. Write one of ${LANGS.join(', ')}.`;
    if (instead === '' && (line.isWrong || (line.status !== '' && !isRightStatus(line.status))))
      return `"${shown(text)}" is to be avoided, and nothing says what to write instead. Fill the column "use instead".`;
    const level = levelNamed(line.level);
    if (line.level !== '' && level === undefined)
      return `"${shown(line.level)}" is no level. Write one of ${SEVERITIES.join(', ')}.`;
    const term: Term = {
      text,
      lang,
      ...(looksLikeAbbreviation(text) ? { form: 'abbreviation' as const } : {}),
      // A list states what a house writes, not that the other form was never correct.
      ...(instead === ''
        ? {}
        : {
            status: 'deprecated' as const,
            rule: 'preferred-terminology' as const,
            ...(level === undefined ? {} : { level }),
            instead: instead
              .split(BETWEEN)
              .map((each) => each.trim())
              .filter(Boolean),
          }),
      ...(instead === '' && note !== '' ? { note: inLang(lang, note) } : {}),
    };
    const forms = expandBraces(term);
    const fault =
      typeof forms === 'string'
        ? forms
        : forms
            .map((form) => unfindableReason(form.text, term.form === 'abbreviation'))
            .find((why) => why !== undefined);
    if (fault !== undefined) return fault;
    const before = this.seen.get(`${lang} ${text}`);
    if (before !== undefined) return `"${shown(text)}" is in line ${before} already. Remove one of the two.`;
    this.seen.set(`${lang} ${text}`, number);
    const group = JSON.stringify(instead === '' ? [text, line.source] : [instead, note, line.source]);
    let name = this.names.get(group);
    if (!name) this.names.set(group, (name = { first: line, terms: [] }));
    name.terms.push(term);
    this.terms++;
    return undefined;
  }

  file(): TermbaseFile {
    const concepts = this.joined().map(({ first, terms }): Concept => {
      const wording = rightTermOf(first);
      const id = this.ids.take(first.instead || first.term, 'own-');
      const isReason = first.instead !== '' && first.note !== '';
      const because = terms.reduce<LocalText>(
        (texts, { lang, status }) =>
          isReason && status === 'deprecated' ? { ...texts, ...inLang(lang, first.note, texts.en) } : texts,
        { en: HOUSE_STYLE },
      );
      const name: Name = { id, because, sources: this.sourcesOf(first.source), terms };
      return { id, kind: 'notion', definition: { en: wording }, names: [name] };
    });
    return { concepts: concepts.sort(byId), sources: [...this.sources.values()].sort(byId) };
  }

  /** The groups; a correct term belongs to the wrong forms that it replaces. */
  private joined(): readonly Group[] {
    const groups = [...this.names.values()];
    const homes = new Map<string, Group>();
    for (const group of groups.filter(({ first }) => first.instead !== ''))
      for (const { lang } of group.terms) {
        const key = `${lang} ${rightTermOf(group.first)}`;
        if (!homes.has(key)) homes.set(key, group);
      }
    const moved = new Map<Group, Term[]>();
    const kept = groups.filter(({ first, terms }) => {
      const home =
        first.instead === '' ? terms.map(({ lang, text }) => homes.get(`${lang} ${text}`)).find(Boolean) : undefined;
      if (!home) return true;
      const sources = first.source === home.first.source ? {} : { sources: this.sourcesOf(first.source) };
      moved.set(home, [...(moved.get(home) ?? []), ...terms.map((term) => ({ ...term, ...sources }))]);
      return false;
    });
    return kept.map((group) => ({ ...group, terms: [...(moved.get(group) ?? []), ...group.terms] }));
  }

  private sourcesOf(field: string): string[] {
    if (field === '') {
      this.sources.set('', HOUSE_SOURCE);
      return [HOUSE_SOURCE.id];
    }
    return field
      .split(BETWEEN)
      .map((each) => each.trim())
      .filter(Boolean)
      .map((label) => {
        let source = this.sources.get(label);
        if (!source) this.sources.set(label, (source = parseSourceLabel(label, this.sourceIds.take(label, 'own-'))));
        return source.id;
      });
  }
}

/** The correct term that a line defines or, as the first one, replaces another with. */
function rightTermOf({ term, instead }: Line): string {
  return instead.split(BETWEEN)[0]!.trim() || term;
}

/** A text in one language, with the required English text. */
function inLang(lang: Lang, text: string, english = HOUSE_STYLE): LocalText {
  return { en: english, [lang]: text };
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
