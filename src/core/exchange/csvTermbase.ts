import { LANGS, type Lang } from '../document';
import { expandBraces } from '../termbase/braces';
import type { Concept, LocalText, Name, Source, Term, TermbaseFile } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { unfindableReason } from '../termbase/unfindable';
import { guarded, readCsv, unguarded, writeCsv, type CsvRow } from './csv';
import {
  BETWEEN,
  byId,
  HOUSE_SOURCE,
  HOUSE_STYLE,
  Ids,
  looksLikeAbbreviation,
  parseSourceLabel,
  sourceLabel,
} from './naming';

export const CSV_HEADER = ['term', 'use instead', 'note', 'source', 'lang'] as const;

/** The columns that an exported table also has, and that an import does not use. */
export const CSV_DETAILS = ['concept', 'status', 'form', 'from', 'to', 'wordings'] as const;

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
 * Converts a list of terms to a termbase. A line without "use instead" defines a correct term. A line equal to one of
 * `builtin` is omitted, because it would duplicate that entry.
 */
export function termbaseOfCsv(text: string, builtin?: Termbase): Imported {
  const table = readCsv(text);
  if (table.kind === 'unclosed')
    return failed(
      `Line ${table.line}: a quotation mark is opened here and never closed. Close it, or double it where it belongs to the text.`,
    );
  const [header, ...rows] = table.rows;
  const columns = new Map((header?.fields ?? []).map((name, i) => [name.trim().toLowerCase(), i]));
  if (!columns.has('term'))
    return failed(`The first line must name the columns: ${CSV_HEADER.join(',')}. "term" is missing.`);
  if (rows.length > MOST_TERMS)
    return failed(
      `There are ${rows.length} terms; a termbase of your own holds at most ${MOST_TERMS}. Divide the list.`,
    );
  const problems = [...columns.keys()]
    .filter((name) => name !== '' && ![...CSV_HEADER, ...CSV_DETAILS].some((known) => known === name))
    .map((name) => `The column "${name}" is not used. Columns: ${CSV_HEADER.join(',')}.`);
  const builder = new Builder();
  const isKnown = knownLines(builtin);
  let known = 0;
  for (const row of rows) {
    const field = (name: (typeof CSV_HEADER)[number]): string =>
      unguarded(row.fields[columns.get(name) ?? -1]?.trim() ?? '').trim();
    const line: Line = {
      term: field('term'),
      instead: field('use instead'),
      note: field('note'),
      source: field('source'),
      lang: field('lang'),
    };
    if (isKnown(line)) {
      known++;
      continue;
    }
    const fault = builder.add(row, line);
    if (fault !== undefined) problems.push(`Line ${row.line}: ${fault}`);
  }
  return { file: builder.file(), terms: builder.terms, known, problems };
}

/**
 * Every term of a termbase, its replacement, and its details; safe to open in a spreadsheet. A term has its braces as
 * written; what they stand for is in "wordings".
 */
export function csvOfTermbase(termbase: Termbase): string {
  return writeCsv([
    [...CSV_HEADER, ...CSV_DETAILS],
    ...linesOf(termbase).map(({ term, instead, note, source, lang, details }) =>
      [term, instead, note, source, lang, ...CSV_DETAILS.map((column) => details[column])].map(guarded),
    ),
  ]);
}

function linesOf(termbase: Termbase): readonly ExportedLine[] {
  const labels = (ids: readonly string[]): string =>
    ids
      .filter((id) => id !== HOUSE_SOURCE.id)
      .map((id) => sourceLabel(termbase.sources.get(id) ?? { id, title: id }))
      .join(BETWEEN);
  return [...termbase.concepts.values()].flatMap((concept) =>
    concept.names.flatMap((name) =>
      name.terms.map((term): ExportedLine => {
        const instead = replacementTexts(termbase, concept, name, term);
        const because = name.because[term.lang] ?? name.because.en;
        const reason = instead.length > 0 && because !== HOUSE_STYLE ? because : '';
        return {
          term: term.text,
          instead: instead.join(BETWEEN),
          note: term.note?.[term.lang] ?? term.note?.en ?? reason,
          source: labels(term.sources ?? name.sources),
          lang: term.lang,
          details: detailsOf(concept, name, term),
        };
      }),
    ),
  );
}

function detailsOf({ id }: Concept, { from = '', to = '' }: Name, term: Term): ExportedLine['details'] {
  const status = term.status ?? 'preferred';
  const expanded = term.text.includes('{') ? expandBraces(term) : [];
  return {
    concept: id,
    status: to !== '' && status !== 'deprecated' ? 'superseded' : status,
    form: term.form ?? 'full',
    from,
    to,
    wordings: typeof expanded === 'string' ? '' : expanded.map(({ text }) => text).join(BETWEEN),
  };
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
    known.has(JSON.stringify([langOf(lang), term, instead, ...(instead === '' || note === '' ? [] : [note])]));
}

function langOf(written: string): Lang {
  return (written.toLowerCase().slice(0, 2) || 'en') as Lang;
}

function failed(message: string): Imported {
  return { file: undefined, terms: 0, known: 0, problems: [message] };
}

type Line = Readonly<Record<'term' | 'instead' | 'note' | 'source' | 'lang', string>>;
type ExportedLine = Line & { readonly details: Readonly<Record<(typeof CSV_DETAILS)[number], string>> };

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
    const lang = langOf(line.lang);
    if (!LANGS.includes(lang))
      return `"${shown(line.lang)}" is no language of this termbase. Write one of ${LANGS.join(', ')}.`;
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

/** The current replacements of a term in a file, best first; empty for a correct term. */
function replacementTexts(termbase: Termbase, concept: Concept, name: Name, term: Term): readonly string[] {
  if (term.status === 'deprecated') return term.instead ?? preferred(name, term);
  if (name.to === undefined) return [];
  const living = termbase.concepts.get(concept.successor ?? '') ?? concept;
  const last = living.names.at(-1);
  return last === undefined || last === name ? [] : preferred(last, term);
}

function preferred({ terms }: Name, { lang, form = 'full' }: Term): readonly string[] {
  const right = terms.filter((term) => term.lang === lang && term.status !== 'deprecated');
  const best =
    right.find((term) => (term.form ?? 'full') === form) ??
    right.find((term) => (term.form ?? 'full') === 'full') ??
    right[0];
  return best ? [best.text] : [];
}
