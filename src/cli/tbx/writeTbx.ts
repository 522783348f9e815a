import { LANGS } from '../../core/document';
import type { Entry, EntryTerm } from '../../core/exchange/entries';

/** Writes entries as TBX-Basic of ISO 30042:2019, with categories as attributes (DCA). */
export function writeTbx(entries: readonly Entry[], title: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>${escape(title)}</title></titleStmt>
      <sourceDesc><p>Written by Migration Terms.</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
${entries.map(conceptEntry).join('')}    </body>
  </text>
</tbx>
`;
}

const STATUS: Record<EntryTerm['status'], string> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  superseded: 'supersededTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
};
const TYPE = { full: 'fullForm', short: 'shortForm', abbreviation: 'abbreviation' } as const;
const GENDER = { m: 'masculine', f: 'feminine' } as const;

function conceptEntry({ id, definitions, terms }: Entry): string {
  const sections = LANGS.map((lang) => ({
    lang,
    definition: definitions[lang],
    terms: terms.filter((term) => term.lang === lang),
  }));
  // A definition in a language without terms has no section of its own; the definition of the entry is in English.
  const general = sections.find(({ lang, terms: own }) => lang === 'en' && own.length === 0)?.definition;
  return `      <conceptEntry id="${/^[a-z]/.test(id) ? '' : 'c-'}${escape(id)}">
${general === undefined ? '' : `        ${descrip('definition', general)}\n`}${sections
    .filter((section) => section.terms.length > 0)
    .map(
      ({ lang, definition, terms: own }) => `        <langSec xml:lang="${lang}">
${definition === undefined ? '' : `          ${descrip('definition', definition)}\n`}${own.map(termSec).join('')}        </langSec>
`,
    )
    .join('')}      </conceptEntry>
`;
}

function termSec({ text, status, form, gender, note, from, to, sources }: EntryTerm): string {
  const parts = [
    `<term>${escape(text)}</term>`,
    `<termNote type="partOfSpeech">noun</termNote>`,
    ...(gender === undefined ? [] : [`<termNote type="grammaticalGender">${GENDER[gender]}</termNote>`]),
    `<termNote type="administrativeStatus">${STATUS[status]}</termNote>`,
    `<termNote type="termType">${TYPE[form ?? 'full']}</termNote>`,
    ...(sources ?? []).map((source) => `<admin type="source">${escape(source)}</admin>`),
    ...(note === undefined ? [] : [`<note>${escape(note)}</note>`]),
    ...(from === undefined && to === undefined
      ? []
      : [`<note>Valid${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` until ${to}`}.</note>`]),
  ];
  return `          <termSec>\n${parts.map((part) => `            ${part}\n`).join('')}          </termSec>\n`;
}

function descrip(type: string, text: string): string {
  return `<descrip type="${type}">${escape(text)}</descrip>`;
}

/** Escapes text for XML; characters that XML does not allow, such as half a surrogate pair, become U+FFFD. */
function escape(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);
}
