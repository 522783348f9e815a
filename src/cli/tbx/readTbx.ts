import type { Lang } from '../../core/document';
import { LANGS } from '../../core/document';
import { MOST_TERMS } from '../../core/exchange/csvTermbase';
import type { Entry, EntryTerm } from '../../core/exchange/entries';
import { Ids } from '../../core/exchange/naming';
import { unfindableReason } from '../../core/termbase/unfindable';
import { elementsOf, readXml, textOf, type XmlElement } from './readXml';

/** The entries of a TBX document; `problems` list what could not be used, or why nothing could. */
export interface ReadTbx {
  readonly entries: readonly Entry[] | undefined;
  readonly problems: readonly string[];
}

/**
 * Reads TBX-Basic, both the form of ISO 30042:2019 (conceptEntry, langSec, termSec; categories as attributes or as
 * elements of their own) and the earlier one (termEntry, langSet, tig or ntig).
 */
export function readTbx(text: string): ReadTbx {
  const xml = readXml(text);
  if (xml.kind === 'problem') return { entries: undefined, problems: [`Line ${xml.line}: ${xml.message}`] };
  if (!['tbx', 'martif', 'TBX'].includes(xml.root.name)) {
    return {
      entries: undefined,
      problems: [
        `Line ${xml.root.line}: this is not a TBX document: its outermost element is <${xml.root.name}>, not <tbx> or <martif>.`,
      ],
    };
  }
  const problems: string[] = [];
  const skipped = new Map<string, number>();
  const ids = new Ids();
  const entries = descendants(xml.root, 'conceptEntry', 'termEntry').map((element): Entry => {
    const definitions: Partial<Record<Lang, string>> = {};
    const defaultLang = langOf(xml.root.attributes['xml:lang'] ?? 'en') ?? 'en';
    const general = definitionIn(element);
    if (general !== undefined) definitions[defaultLang] = general;
    const terms: EntryTerm[] = [];
    for (const section of elementsOf(element, 'langSec', 'langSet')) {
      const written = section.attributes['xml:lang'] ?? section.attributes.lang ?? '';
      const lang = langOf(written);
      if (lang === undefined) {
        skipped.set(written, (skipped.get(written) ?? 0) + 1);
        continue;
      }
      const definition = definitionIn(section);
      if (definition !== undefined) definitions[lang] = definition;
      for (const group of elementsOf(section, 'termSec', 'tig', 'ntig')) {
        const term = readTerm(group, lang);
        const why = term === undefined ? 'there is no term in it.' : unfindableReason(term.text, false);
        if (term !== undefined && why === undefined) terms.push(term);
        else problems.push(`Line ${group.line}: ${why}`);
      }
    }
    return { id: ids.take(element.attributes.id ?? terms[0]?.text ?? 'concept'), definitions, terms };
  });
  for (const [lang, count] of skipped)
    problems.push(`${count} language sections in "${lang}" are skipped; this termbase has ${LANGS.join(', ')}.`);
  const count = entries.reduce((sum, { terms }) => sum + terms.length, 0);
  if (count === 0)
    return { entries: undefined, problems: [...problems, `There is no term in ${LANGS.join(', ')} in this document.`] };
  if (count > MOST_TERMS)
    return {
      entries: undefined,
      problems: [`There are ${count} terms; a termbase of your own holds at most ${MOST_TERMS}. Divide the document.`],
    };
  return { entries, problems };
}

/** The note that the writer adds for the validity of a name, as TBX-Basic has no category for it. */
export const VALIDITY = /^Valid(?: from (\d{4}(?:-\d{2}){0,2}))?(?: until (\d{4}(?:-\d{2}){0,2}))?\.$/;

const STATUSES: Readonly<Record<string, EntryTerm['status']>> = {
  preferred: 'preferred',
  preferredTerm: 'preferred',
  standardizedTerm: 'preferred',
  legalTerm: 'preferred',
  regulatedTerm: 'preferred',
  admitted: 'admitted',
  admittedTerm: 'admitted',
  acceptableTerm: 'admitted',
  deprecated: 'deprecated',
  deprecatedTerm: 'deprecated',
  notRecommended: 'deprecated',
  prohibited: 'deprecated',
  forbidden: 'deprecated',
  superseded: 'superseded',
  supersededTerm: 'superseded',
  obsolete: 'superseded',
  obsoleteTerm: 'superseded',
};
const FORMS: Readonly<Record<string, EntryTerm['form']>> = {
  fullForm: 'full',
  shortForm: 'short',
  abbreviation: 'abbreviation',
  acronym: 'abbreviation',
  initialism: 'abbreviation',
};
const GENDERS: Readonly<Record<string, EntryTerm['gender']>> = { masculine: 'm', feminine: 'f' };

function readTerm(group: XmlElement, lang: Lang): EntryTerm | undefined {
  const [term] = descendants(group, 'term');
  const text = term && textOf(term);
  if (!text) return undefined;
  const category = (type: string): string => {
    const found = descendants(group).find(
      ({ name, attributes }) => attributes.type === type || localName(name) === type,
    );
    return found ? textOf(found).replace(/-admn-sts$/, '') : '';
  };
  const notes = descendants(group, 'note').map(textOf).filter(Boolean);
  const time = notes.map((note) => VALIDITY.exec(note)).find((match) => match !== null);
  const sources = descendants(group).filter(
    ({ name, attributes }) => (name === 'admin' && attributes.type === 'source') || localName(name) === 'source',
  );
  return {
    text,
    lang,
    status:
      pick(STATUSES, category('administrativeStatus')) ??
      pick(STATUSES, category('normativeAuthorization')) ??
      'preferred',
    form: pick(FORMS, category('termType')),
    gender: pick(GENDERS, category('grammaticalGender')),
    note: notes.find((note) => !VALIDITY.test(note)),
    from: time?.[1],
    to: time?.[2],
    sources: [...new Set(sources.map(textOf).filter(Boolean))],
  };
}

function pick<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A definition of the section itself, not of one of its terms. */
function definitionIn(section: XmlElement): string | undefined {
  const own = elementsOf(section).flatMap((child) => (child.name === 'descripGrp' ? elementsOf(child) : [child]));
  const found = own.find(
    ({ name, attributes }) => attributes.type === 'definition' || localName(name) === 'definition',
  );
  return (found && textOf(found)) || undefined;
}

function descendants(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (each: XmlElement): void => {
    for (const child of elementsOf(each)) {
      if (names.length === 0 || names.includes(child.name)) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function langOf(tag: string): Lang | undefined {
  return LANGS.find((lang) => lang === tag.toLowerCase().split(/[-_]/)[0]);
}
