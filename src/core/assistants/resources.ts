import { SECTIONS } from '../termbase/concept';
import { wordingIn } from '../describe/wordings';
import { nameHistory } from './historyAnswer';
import { sectionAnswer } from './sectionAnswer';
import type { Queried } from './tools';
import { aboutSection, RESOURCE_TEXTS } from './wording';

/** A part of the record that an assistant can read. */
export interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** A form of addresses, with one variable in braces. */
export interface ResourceTemplate {
  readonly uriTemplate: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

const FACTS = 'migration-terms://facts/';
const NAMES = 'migration-terms://names/';

export const RESOURCE_TEMPLATES: readonly ResourceTemplate[] = [
  { uriTemplate: `${FACTS}{section}`, name: 'facts', ...RESOURCE_TEXTS.facts },
  { uriTemplate: `${NAMES}{concept}`, name: 'names', ...RESOURCE_TEXTS.names },
];

/** The sections of the record. The names of concepts, which are hundreds, are found by their template. */
export function resources(): readonly Resource[] {
  return SECTIONS.map((section) => {
    const title = wordingIn('en').sections[section];
    return { uri: FACTS + section, name: section, title, description: aboutSection(title) };
  });
}

/** The content of a resource; `undefined` for an address that names none. */
export function readResource(uri: string, { termbase, lang }: Queried): object | undefined {
  if (uri.startsWith(FACTS)) return sectionAnswer(termbase, uri.slice(FACTS.length), lang);
  const concept = uri.startsWith(NAMES) ? termbase.concepts.get(uri.slice(NAMES.length)) : undefined;
  return concept && nameHistory(termbase, concept, lang);
}

/**
 * The values of a template's variable that complete what was typed: first those that begin with it, then those that
 * contain it. `undefined` if there is no such template or variable.
 */
export function completions(
  uriTemplate: string,
  variable: string,
  typed: string,
  { termbase }: Queried,
): readonly string[] | undefined {
  const known = RESOURCE_TEMPLATES.some((template) => template.uriTemplate === uriTemplate);
  if (!known || !uriTemplate.endsWith(`{${variable}}`)) return undefined;
  const all = uriTemplate.startsWith(FACTS) ? SECTIONS : [...termbase.concepts.keys()].sort();
  const wanted = typed.trim().toLowerCase();
  return [
    ...all.filter((value) => value.startsWith(wanted)),
    ...all.filter((value) => !value.startsWith(wanted) && value.includes(wanted)),
  ];
}
