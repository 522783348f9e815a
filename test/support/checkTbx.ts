import { elementsOf, readXml, textOf, type XmlElement } from '../../src/cli/tbx/readXml';

/**
 * The violations of TBX-Basic in DCA style in a document, line by line; empty if there are none. The rules are those of
 * the core structure of ISO 30042:2019 and of the TBX-Basic modules, as far as a termbase of this program needs them.
 * They are written out here, so that the check needs no schema, no network and no validator.
 */
export function checkTbx(text: string): readonly string[] {
  const xml = readXml(text);
  if (xml.kind === 'problem') return [`${xml.line}: ${xml.message}`];
  const faults: string[] = [];
  const { root } = xml;
  if (root.name !== 'tbx') return [`${root.line}: the outermost element is <${root.name}>, not <tbx>.`];
  for (const [name, value] of Object.entries(ROOT)) {
    if (root.attributes[name] !== value) faults.push(`${root.line}: <tbx> needs ${name}="${value}".`);
  }
  const ids = new Set<string>();
  checkElement(root, [], ids, faults);
  return faults;
}

const ROOT = { type: 'TBX-Basic', style: 'dca', xmlns: 'urn:iso:std:iso:30042:ed-2' };

/** The children of an element, in order: each name with its multiplicity; only `text` for an element with text. */
type Content = 'text' | readonly (readonly [names: readonly string[], times: '1' | '?' | '*' | '+'])[];

const AUXILIARY = ['descrip', 'descripGrp', 'admin', 'adminGrp', 'transacGrp', 'note', 'ref', 'xref'];
const CONTENT: Readonly<Record<string, Content>> = {
  tbx: [
    [['tbxHeader'], '1'],
    [['text'], '1'],
  ],
  tbxHeader: [
    [['fileDesc'], '1'],
    [['encodingDesc'], '?'],
    [['revisionDesc'], '?'],
  ],
  fileDesc: [
    [['titleStmt'], '?'],
    [['publicationStmt'], '?'],
    [['sourceDesc'], '+'],
  ],
  titleStmt: [
    [['title'], '1'],
    [['note'], '*'],
  ],
  publicationStmt: [[['p'], '+']],
  sourceDesc: [[['p'], '+']],
  encodingDesc: [[['p'], '+']],
  text: [
    [['body'], '1'],
    [['back'], '?'],
  ],
  body: [[['conceptEntry'], '+']],
  conceptEntry: [
    [AUXILIARY, '*'],
    [['langSec'], '+'],
  ],
  langSec: [
    [AUXILIARY, '*'],
    [['termSec'], '+'],
  ],
  termSec: [
    [['term'], '1'],
    [['termNote', 'termNoteGrp'], '*'],
    [AUXILIARY, '*'],
  ],
  descripGrp: [
    [['descrip'], '1'],
    [['descripNote', 'admin', 'adminGrp', 'transacGrp', 'note', 'ref', 'xref'], '*'],
  ],
  title: 'text',
  p: 'text',
  term: 'text',
  termNote: 'text',
  descrip: 'text',
  admin: 'text',
  note: 'text',
};

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  tbx: ['type', 'style', 'xml:lang', 'xmlns'],
  conceptEntry: ['id'],
  langSec: ['xml:lang'],
  termSec: ['id'],
  termNote: ['type', 'id', 'xml:lang'],
  descrip: ['type', 'id', 'xml:lang'],
  admin: ['type', 'id', 'xml:lang'],
  note: ['id', 'xml:lang'],
};

/** Data categories: the elements in which each is allowed, and its values if they are a closed list. */
const CATEGORIES: Readonly<Record<string, { readonly in: readonly string[]; readonly values?: readonly string[] }>> = {
  'termNote administrativeStatus': {
    in: ['termSec'],
    values: ['admittedTerm-admn-sts', 'deprecatedTerm-admn-sts', 'supersededTerm-admn-sts', 'preferredTerm-admn-sts'],
  },
  'termNote partOfSpeech': { in: ['termSec'], values: ['adjective', 'noun', 'other', 'verb', 'adverb'] },
  'termNote grammaticalGender': { in: ['termSec'], values: ['masculine', 'feminine', 'neuter', 'other'] },
  'termNote termType': {
    in: ['termSec'],
    values: ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'],
  },
  'descrip definition': { in: ['conceptEntry', 'langSec'] },
  'descrip subjectField': { in: ['conceptEntry'] },
  'descrip context': { in: ['termSec'] },
  'admin source': { in: ['conceptEntry', 'langSec', 'termSec'] },
};

function checkElement(element: XmlElement, above: readonly string[], ids: Set<string>, faults: string[]): void {
  const { name, attributes, line } = element;
  const say = (message: string): void => {
    faults.push(`${line}: <${name}> ${message}`);
  };
  const content = CONTENT[name];
  if (content === undefined) {
    say('is no element of TBX-Basic.');
    return;
  }
  for (const attribute of Object.keys(attributes)) {
    if (!(ATTRIBUTES[name] ?? ['id', 'xml:lang']).includes(attribute)) say(`has no attribute "${attribute}".`);
  }
  if (['tbx', 'langSec'].includes(name) && !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(attributes['xml:lang'] ?? ''))
    say('needs a language in xml:lang.');
  if (attributes.id !== undefined) {
    if (!/^[A-Za-z_][\w.-]*$/.test(attributes.id)) say(`has an id that XML does not allow: "${attributes.id}".`);
    if (ids.has(attributes.id)) say(`has a duplicate id: "${attributes.id}".`);
    ids.add(attributes.id);
  }
  checkCategory(element, above, say);
  const children = elementsOf(element);
  if (content === 'text') {
    if (children.length > 0) say(`may contain only text, not <${children[0]!.name}>.`);
    if (name === 'term' && textOf(element) === '') say('is empty.');
    return;
  }
  if (element.children.some((child) => typeof child === 'string' && child.trim() !== ''))
    say('may contain only elements, not text.');
  checkOrder(children, content, say);
  for (const child of children) checkElement(child, [...above, name], ids, faults);
}

function checkCategory(
  { name, attributes, ...element }: XmlElement,
  above: readonly string[],
  say: (message: string) => void,
): void {
  if (!['termNote', 'descrip', 'admin'].includes(name)) return;
  const category = CATEGORIES[`${name} ${attributes.type}`];
  if (!category) {
    say(`has no data category "${attributes.type}" in TBX-Basic.`);
    return;
  }
  const parent = above.filter((each) => !each.endsWith('Grp')).at(-1) ?? '';
  if (!category.in.includes(parent)) say(`of type "${attributes.type}" is not allowed in <${parent}>.`);
  const value = textOf({ name, attributes, ...element });
  if (category.values && !category.values.includes(value)) say(`of type "${attributes.type}" may not be "${value}".`);
}

function checkOrder(
  children: readonly XmlElement[],
  content: Exclude<Content, 'text'>,
  say: (message: string) => void,
): void {
  let at = 0;
  for (const [names, times] of content) {
    const from = at;
    while (
      at < children.length &&
      names.includes(children[at]!.name) &&
      (times === '*' || times === '+' || at === from)
    )
      at++;
    if (at === from && (times === '1' || times === '+'))
      say(`needs <${names.join('> or <')}>${children[at] ? ` before <${children[at]!.name}>` : ''}.`);
  }
  if (at < children.length) say(`may not contain <${children[at]!.name}> here.`);
}
