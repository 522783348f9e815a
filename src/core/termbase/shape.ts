import { LANGS } from '../document';
import { isRuleId } from '../rules';
import type { Problem } from './load';
import type { TermbaseFile } from './concept';
import { DATE_FORM } from './dates';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The entries of a file that have the shape of `concept.ts`; the others are left out, each with a problem that tells the
 * file, the entry and the repair. (Editors validate with the JSON Schema; this is what the engine itself relies on,
 * without a schema library in the bundle.)
 */
export function validateShape(file: string, content: unknown, problems: Problem[]): TermbaseFile {
  const say = (place: string, message: string): void => { problems.push({ file, place, message }); };
  if (!isFields(content)) {
    say('', 'A termbase file holds one JSON object, { "concepts": […], "facts": […], "sources": […] }. This one does not.');
    return {};
  }
  const list = (key: string, valid: (entry: Fields, place: string) => string | undefined): unknown[] => {
    const entries = content[key];
    if (entries === undefined) return [];
    if (!Array.isArray(entries)) { say(key, `"${key}" must be a list, […].`); return []; }
    const seen = new Set<string>();
    return entries.filter((entry: unknown, i) => {
      const id = isFields(entry) && typeof entry.id === 'string' ? entry.id : undefined;
      const place = `${key}/${id ?? i}`;
      const fault = !isFields(entry) ? 'must be an object, {…}.'
        : id === undefined || !ID.test(id) ? 'needs an "id" of small letters, digits and hyphens, such as "global-compact".'
        : seen.has(id) ? `stands twice in this file. Remove one of the two or give it another id.`
        : valid(entry, place);
      if (id !== undefined) seen.add(id);
      if (fault !== undefined) say(place, `This entry ${fault}`);
      return fault === undefined;
    });
  };
  return {
    concepts: list('concepts', conceptFault), facts: list('facts', factFault),
    sources: list('sources', sourceFault), otherMeanings: list('otherMeanings', meaningFault),
  } as TermbaseFile;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const STATUSES = ['preferred', 'admitted', 'deprecated'];
const FORMS = ['full', 'short', 'abbreviation'];

function conceptFault(concept: Fields): string | undefined {
  if (!isLocalText(concept.definition)) return 'needs a "definition" with at least an English text: { "en": "…" }.';
  if (!Array.isArray(concept.names)) return 'needs "names", a list with at least one name.';
  for (const name of concept.names as unknown[]) {
    const fault = isFields(name) ? nameFault(name) : 'has a name that is not an object, {…}.';
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function nameFault(name: Fields): string | undefined {
  if (typeof name.id !== 'string' || !ID.test(name.id)) return 'has a name without a proper "id" (small letters, digits, hyphens).';
  if (!isLocalText(name.because)) return `has a name "${name.id}" without "because": say in one sentence why the preferred form should be used.`;
  if (!isTexts(name.sources)) return `has a name "${name.id}" whose "sources" is not a list of source ids.`;
  for (const key of ['from', 'to']) {
    if (name[key] !== undefined && (typeof name[key] !== 'string' || !DATE_FORM.test(name[key]))) {
      return `has a name "${name.id}" whose "${key}" is not a date. Write "1952", "1952-10" or "1952-10-13".`;
    }
  }
  if (!Array.isArray(name.terms) || name.terms.length === 0) return `has a name "${name.id}" without "terms": list at least one.`;
  for (const term of name.terms as unknown[]) {
    const fault = isFields(term) ? termFault(term) : 'holds something that is not an object, {…}';
    if (fault !== undefined) return `has a name "${name.id}" in which a term ${fault}.`;
  }
  return undefined;
}

function termFault(term: Fields): string | undefined {
  if (typeof term.text !== 'string' || term.text.trim() === '') return 'has no "text"';
  const quoted = `"${term.text}"`;
  if (!LANGS.some((lang) => lang === term.lang)) return `${quoted} needs "lang": one of ${LANGS.join(', ')}`;
  if (term.status !== undefined && !STATUSES.includes(term.status as string)) return `${quoted} has an unknown "status"; write one of ${STATUSES.join(', ')}`;
  if (term.form !== undefined && !FORMS.includes(term.form as string)) return `${quoted} has an unknown "form"; write one of ${FORMS.join(', ')}`;
  if (term.rule !== undefined && (typeof term.rule !== 'string' || !isRuleId(term.rule))) return `${quoted} names an unknown "rule"`;
  if (term.instead !== undefined && !isTexts(term.instead)) return `${quoted} has an "instead" that is not a list of texts`;
  return undefined;
}

function factFault(fact: Fields): string | undefined {
  for (const key of ['subject', 'property', 'section']) {
    if (typeof fact[key] !== 'string') return `needs "${key}".`;
  }
  if (typeof fact.value !== 'string' && typeof fact.value !== 'number') return 'needs a "value": a text or a number.';
  if (!isLocalText(fact.statement)) return 'needs a "statement" with at least an English sentence: { "en": "…" }.';
  if (!isTexts(fact.sources) || fact.sources.length === 0) return 'needs "sources": at least one source id. No fact goes without a source.';
  for (const key of ['asOf', 'from', 'to']) {
    if (fact[key] !== undefined && (typeof fact[key] !== 'string' || !DATE_FORM.test(fact[key]))) {
      return `has an "${key}" that is not a date. Write "2022", "2022-11" or "2022-11-30".`;
    }
  }
  return undefined;
}

function sourceFault(source: Fields): string | undefined {
  return typeof source.title === 'string' ? undefined : 'needs a "title".';
}

function meaningFault(meaning: Fields): string | undefined {
  if (typeof meaning.abbreviation !== 'string' || typeof meaning.meaning !== 'string') return 'needs "abbreviation" and "meaning".';
  return isTexts(meaning.anchors) ? undefined : 'needs "anchors": a list of words that give the other meaning away.';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLocalText(value: unknown): boolean {
  return isFields(value) && typeof value.en === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
