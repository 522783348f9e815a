import { LANGS, type Lang } from '../document';
import type { Concept, Form, LocalText, Name, Source, Term, TermbaseFile } from '../termbase/concept';
import { DATE_FORM } from '../termbase/dates';
import type { Termbase } from '../termbase/termbase';
import { byId, HOUSE_SOURCE, HOUSE_STYLE, Ids, looksLikeAbbreviation, parseSourceLabel, sourceLabel } from './naming';

/** A concept in the form of other termbases: definitions and terms by language, each term with its status. */
export interface Entry {
  readonly id: string;
  readonly definitions: Partial<Readonly<Record<Lang, string>>>;
  readonly terms: readonly EntryTerm[];
}

export interface EntryTerm {
  readonly text: string;
  readonly lang: Lang;
  readonly status: 'preferred' | 'admitted' | 'superseded' | 'deprecated';
  readonly form?: Form;
  readonly gender?: 'm' | 'f';
  readonly note?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sources?: readonly string[];
}

/** The concepts of a termbase; each written form is a separate term. */
export function entriesOf(termbase: Termbase): readonly Entry[] {
  const termsOf = new Map<string, EntryTerm[]>();
  for (const {
    entry: { name, concept },
    text,
    lang,
    status,
    form,
    gender,
    suffix,
  } of termbase.terms) {
    if (suffix !== '') continue;
    const because = name.because[lang] ?? name.because.en;
    const term: EntryTerm = {
      text,
      lang,
      status,
      form,
      gender,
      from: name.from,
      to: name.to,
      note: status === 'preferred' || status === 'admitted' || because === HOUSE_STYLE ? undefined : because,
      sources: name.sources
        .filter((id) => id !== HOUSE_SOURCE.id)
        .map((id) => sourceLabel(termbase.sources.get(id) ?? { id, title: id })),
    };
    const list = termsOf.get(concept.id);
    if (list) list.push(term);
    else termsOf.set(concept.id, [term]);
  }
  return [...termbase.concepts.values()]
    .map(({ id, definition }) => {
      const terms = termsOf.get(id) ?? [];
      // An import without a definition repeats a term in its place; that is not a definition.
      const definitions = LANGS.flatMap((lang) =>
        definition[lang] === undefined || terms.some(({ text }) => text === definition[lang])
          ? []
          : [[lang, definition[lang]]],
      );
      return { id, definitions: Object.fromEntries(definitions), terms };
    })
    .filter(({ terms }) => terms.length > 0);
}

/** Removes the entries that a termbase already contains: those with the same id and exactly the same terms. */
export function withoutKnown(entries: readonly Entry[], termbase: Termbase): readonly Entry[] {
  const saying = ({ terms }: Entry): string =>
    JSON.stringify(terms.map(({ text, lang, status }) => `${lang} ${status} ${text}`).sort());
  const known = new Map(entriesOf(termbase).map((entry) => [entry.id, saying(entry)]));
  return entries.filter((entry) => known.get(entry.id) !== saying(entry));
}

/** Converts entries to a termbase file. A superseded term without an end date belongs to a former name without one. */
export function termbaseOfEntries(entries: readonly Entry[]): TermbaseFile {
  const ids = new Ids();
  const nameIds = new Ids();
  const sources = new Map<string, Source>();
  const sourceIds = new Ids();
  const sourceOf = (label: string): string => {
    let source = sources.get(label);
    if (!source)
      sources.set(
        label,
        (source = label === '' ? HOUSE_SOURCE : parseSourceLabel(label, sourceIds.take(label, 'own-'))),
      );
    return source.id;
  };
  const concepts = entries
    .filter(({ terms }) => terms.length > 0)
    .map((entry): Concept => {
      const groups = new Map<
        string,
        { readonly time: Pick<Name, 'from' | 'to' | 'former'>; readonly terms: EntryTerm[] }
      >();
      for (const term of entry.terms) {
        const time = timeOf(term);
        const key = JSON.stringify(time);
        const group = groups.get(key);
        if (group) group.terms.push(term);
        else groups.set(key, { time, terms: [term] });
      }
      const endOf = ({ to, former }: Pick<Name, 'to' | 'former'>): string => to ?? (former ? '' : '9');
      const inTime = [...groups.values()].sort((a, b) => (endOf(a.time) < endOf(b.time) ? -1 : 1));
      const names = inTime.map(({ time, terms }, i): Name => ({
        id: nameIds.take(
          i === inTime.length - 1 ? entry.id : `${entry.id} ${time.to ?? (time.former ? 'former' : (time.from ?? ''))}`,
        ),
        ...time,
        because: becauseOf(terms),
        sources: [
          ...new Set(terms.flatMap((term) => (term.sources?.length ? term.sources : [''])).map(sourceOf)),
        ].sort(),
        terms: terms.map((term) => termOf(term, entry.terms)),
      }));
      const definition: LocalText = { ...entry.definitions, en: entry.definitions.en ?? entry.terms[0]!.text };
      return { id: ids.take(entry.id), kind: 'notion', definition, names };
    });
  return { concepts: concepts.sort(byId), sources: [...sources.values()].sort(byId) };
}

function timeOf({ from, to, status }: EntryTerm): Pick<Name, 'from' | 'to' | 'former'> {
  const [begin, end] = [usable(from), usable(to)];
  return {
    ...(begin === undefined ? {} : { from: begin }),
    ...(end === undefined ? {} : { to: end }),
    ...(end === undefined && status === 'superseded' ? { former: true } : {}),
  };
}

function termOf({ text, lang, status, form, gender }: EntryTerm, all: readonly EntryTerm[]): Term {
  const written = form ?? (looksLikeAbbreviation(text) ? 'abbreviation' : 'full');
  // Former and wrong forms are replaced by the preferred term of the entry in the same language, if possible in the
  // same form.
  const right = all.filter((each) => each.lang === lang && (each.status === 'preferred' || each.status === 'admitted'));
  const instead =
    status === 'deprecated' ? (right.find((each) => (each.form ?? 'full') === written) ?? right[0]) : undefined;
  return {
    text: text.replace(/[{}]/g, ''),
    lang,
    ...(written === 'full' ? {} : { form: written }),
    ...(status === 'preferred' || status === 'superseded' ? {} : { status }),
    ...(instead ? { instead: [instead.text.replace(/[{}]/g, '')] } : {}),
    ...(gender === undefined ? {} : { gender }),
  };
}

function becauseOf(terms: readonly EntryTerm[]): LocalText {
  const notes = Object.fromEntries(
    LANGS.flatMap((lang) => {
      const note = terms.find((term) => term.lang === lang && term.note)?.note;
      return note === undefined ? [] : [[lang, note]];
    }),
  ) as Partial<LocalText>;
  return { ...notes, en: notes.en ?? HOUSE_STYLE };
}

function usable(date: string | undefined): string | undefined {
  return date !== undefined && DATE_FORM.test(date) ? date : undefined;
}
