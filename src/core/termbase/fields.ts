import { LANGS } from '../document';
import { SEVERITIES } from '../rules';
import { SECTIONS } from './concept';
import { DATE_FORM } from './dates';

export type Fields = Readonly<Record<string, unknown>>;
export type Kind = 'concept' | 'name' | 'term' | 'fact' | 'source' | 'otherMeaning' | 'preference';

/** The values that a field accepts, as a test and in words. */
interface Field {
  readonly is: (value: unknown) => boolean;
  readonly needs: string;
  readonly required: boolean;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 20_000;
/** What fixes and completions write. */
const isName = (value: unknown): value is string => isText(value) && value.length <= 1000;
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.length <= 1000 && value.every(isText);
const isId = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
const isDate = (value: unknown): boolean =>
  typeof value === 'string' &&
  DATE_FORM.test(value) &&
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value);
const isYear = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 1000 && (value as number) <= 9999;
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isNames = (value: unknown): boolean => isTexts(value) && (value as string[]).every(isName);
const isValue = (value: unknown): boolean => isName(value) || Number.isFinite(value);
const isAddress = (value: string): boolean => value.length <= 2000 && /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(value);
const isLocalText = (value: unknown): boolean =>
  isFields(value) && isText(value.en) && LANGS.every((lang) => value[lang] === undefined || isText(value[lang]));
const isPair = (value: unknown): boolean => isTexts(value) && [1, 2].includes((value as unknown[]).length);
const isExamples = (value: unknown): boolean =>
  isFields(value) &&
  (value.flag === undefined || (Array.isArray(value.flag) && value.flag.every(isPair))) &&
  (value.allow === undefined || isTexts(value.allow));
const isConflict = (value: unknown): boolean =>
  isFields(value) &&
  isValue(value.value) &&
  isTexts(value.sources) &&
  isLocalText(value.verdict) &&
  (value.error === undefined || typeof value.error === 'boolean');

type Draft = Omit<Field, 'required'>;

const ID: Draft = { is: isId, needs: 'small letters, digits and hyphens, such as "global-compact"' };
const NAME: Draft = {
  is: isName,
  needs: 'a text, not empty and no longer than 1000 characters',
};
const LOCAL: Draft = {
  is: isLocalText,
  needs: 'a text in English at least, { "en": "…", "fr": "…", "es": "…" }',
};
const NOTE: Draft = {
  is: (value) => isText(value) || isLocalText(value),
  needs: 'a text, or one in English at least, { "en": "…", "fr": "…", "es": "…" }',
};
const DATE: Draft = { is: isDate, needs: 'a date, "1952", "1952-10" or "1952-10-13"' };
const YEAR: Draft = { is: isYear, needs: 'a year as a number, 1953' };
const YES_NO: Draft = { is: isBoolean, needs: 'true or false, without quotation marks' };
const SOURCES: Draft = {
  is: isTexts,
  needs: 'a list of source ids, ["s04"], or of sources written out, [{ "id", "title", "publisher", "issued", "URL" }]',
};
const ADDRESSES: Draft = {
  is: (value) => isTexts(value) && (value as string[]).every(isAddress),
  needs: 'a list of addresses, ["http://www.wikidata.org/entity/Q472311"]',
};
const LANG: Draft = oneOf(LANGS);
const FORM: Draft = oneOf(['full', 'short', 'abbreviation']);

function oneOf(values: readonly string[]): Draft {
  return { is: (value) => values.includes(value as string), needs: `one of ${values.join(', ')}` };
}

function fields(
  required: Readonly<Record<string, Draft>>,
  optional: Readonly<Record<string, Draft>> = {},
): Readonly<Record<string, Field>> {
  const made = (drafts: Readonly<Record<string, Draft>>, needed: boolean) =>
    Object.entries(drafts).map(([key, draft]) => [key, { ...draft, required: needed }] as const);
  return Object.fromEntries([...made(required, true), ...made(optional, false)]);
}

const list = (what: string): Draft => ({
  is: (value) => Array.isArray(value) && value.length > 0,
  needs: `a list with at least one ${what}, […]`,
});

/** The fields of every kind of entry, as in `termbase.schema.json`; a test compares the two. */
export const FIELDS: Readonly<Record<Kind, Readonly<Record<string, Field>>>> = {
  concept: fields(
    {
      id: ID,
      kind: oneOf([
        'organization',
        'body',
        'instrument',
        'objective',
        'resolution',
        'forum',
        'person',
        'programme',
        'office',
        'notion',
      ]),
      definition: LOCAL,
      names: list('name'),
    },
    { shield: YES_NO, lookUpOnly: YES_NO, successor: ID, sameAs: ADDRESSES },
  ),
  name: fields(
    {
      id: ID,
      because: { ...LOCAL, needs: 'one sentence that says why the preferred form should be used, { "en": "…" }' },
      sources: SOURCES,
      terms: list('term'),
    },
    {
      from: DATE,
      to: DATE,
      former: YES_NO,
      slackFrom: YEAR,
      slackTo: YEAR,
      examples: { is: isExamples, needs: '{ "flag": [["text", "fixed text"]], "allow": ["text"] }' },
    },
  ),
  term: fields(
    { text: NAME, lang: LANG },
    {
      form: FORM,
      status: oneOf(['preferred', 'admitted', 'deprecated']),
      loose: YES_NO,
      brand: YES_NO,
      level: oneOf(SEVERITIES),
      rule: oneOf(['deprecated-name', 'wrong-status', 'confused-concept', 'preferred-terminology']),
      instead: {
        is: (value) => isNames(value) && (value as unknown[]).length > 0,
        needs: 'a list of texts, ["…"], each no longer than 1000 characters',
      },
      case: oneOf(['exact', 'any']),
      gender: oneOf(['m', 'f']),
      number: oneOf(['sg', 'pl']),
      article: YES_NO,
      ambiguous: YES_NO,
      note: LOCAL,
      sources: SOURCES,
    },
  ),
  fact: fields(
    {
      id: ID,
      subject: ID,
      property: { ...ID, needs: 'small letters and hyphens, such as "member-states"' },
      value: { is: isValue, needs: 'a number, or a text of at most 1000 characters' },
      section: oneOf(SECTIONS),
      statement: LOCAL,
      sources: {
        is: (value) => isTexts(value) && (value as unknown[]).length > 0,
        needs: 'a list of source ids, or of sources written out. No fact goes without a source',
      },
      confidence: oneOf(['A', 'B', 'C']),
    },
    {
      unit: NAME,
      asOf: DATE,
      from: DATE,
      to: DATE,
      reviewed: DATE,
      checkOnly: YES_NO,
      note: LOCAL,
      conflicts: {
        is: (value) => Array.isArray(value) && value.every(isConflict),
        needs: 'a list of { "value", "sources", "verdict" }',
      },
    },
  ),
  source: fields(
    { id: ID, title: NAME },
    {
      publisher: NAME,
      issued: DATE,
      number: NAME,
      note: NOTE,
      verified: YES_NO,
      URL: {
        is: (value) => isText(value) && /^https?:\/\//.test(value),
        needs: 'an address that begins with https:// or http://',
      },
    },
  ),
  otherMeaning: fields(
    {
      id: ID,
      abbreviation: NAME,
      meaning: NAME,
      anchors: {
        is: (value) => isTexts(value) && (value as unknown[]).length > 0,
        needs: 'a list of words that give the other meaning away',
      },
    },
    { sameDomain: YES_NO, sources: SOURCES },
  ),
  preference: fields({ name: ID, lang: LANG, text: NAME }, { form: FORM, others: oneOf(['information']) }),
};
