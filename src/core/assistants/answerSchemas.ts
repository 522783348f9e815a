import { LANGS } from '../document';
import { CHECKS } from '../review/judge';
import { RULES, SEVERITIES } from '../rules';
import { SECTIONS } from '../termbase/concept';
import { COUNT, listOf, objectOf, oneOf, TEXT, type JsonSchema } from '../jsonSchema';

// The shapes of the answers; each describes the type of the same name.

const VALUE: JsonSchema = { type: ['string', 'number'] };
const LANGUAGE = oneOf(LANGS);
const STATUS = oneOf(['preferred', 'admitted', 'superseded', 'deprecated']);
const SOURCES = listOf(objectOf({ title: TEXT }, { publisher: TEXT, number: TEXT, issued: TEXT, url: TEXT }));

const NAME = objectOf(
  {
    kind: oneOf(['name']),
    concept: TEXT,
    name: TEXT,
    language: LANGUAGE,
    status: STATUS,
    officialName: TEXT,
    isA: TEXT,
    definition: TEXT,
    sources: SOURCES,
  },
  { validFrom: TEXT, validTo: TEXT, instead: listOf(TEXT), because: TEXT, namesInTime: TEXT },
);

const FACT = objectOf(
  {
    kind: oneOf(['fact']),
    id: TEXT,
    section: oneOf(SECTIONS),
    statement: TEXT,
    subject: TEXT,
    property: TEXT,
    value: VALUE,
    confidence: TEXT,
    sources: SOURCES,
  },
  {
    unit: TEXT,
    asOf: TEXT,
    from: TEXT,
    to: TEXT,
    reviewed: TEXT,
    othersSay: listOf(objectOf({ value: VALUE, verdict: TEXT, sources: SOURCES })),
    note: TEXT,
  },
);

export const LOOK_UP_ANSWER = objectOf(
  {
    query: TEXT,
    language: LANGUAGE,
    found: oneOf(['answer', 'guess', 'nothing']),
    results: listOf({ anyOf: [NAME, FACT] }),
  },
  { recordAsOf: TEXT, near: listOf(TEXT), more: COUNT, note: TEXT },
);

const REASON = { rule: oneOf(RULES), message: TEXT, because: TEXT, sources: SOURCES };
const LINE: JsonSchema = { type: 'integer', minimum: 1 };

const FINDINGS = listOf(
  objectOf(
    {
      found: TEXT,
      line: LINE,
      severity: oneOf(SEVERITIES),
      certainty: oneOf(['certain', 'likely']),
      fixes: listOf(TEXT),
      ...REASON,
    },
    { instead: TEXT, asOf: TEXT },
  ),
);

export const CHECK_ANSWER = objectOf(
  { findings: FINDINGS },
  { recordAsOf: TEXT, more: COUNT, heldBack: TEXT, note: TEXT },
);

export const VERIFY_ANSWER = objectOf(
  { findings: FINDINGS, dropped: objectOf(Object.fromEntries(CHECKS.map((each) => [each, COUNT]))) },
  { note: TEXT },
);

export const FIX_ANSWER = objectOf(
  {
    text: TEXT,
    changes: listOf(
      objectOf({ line: LINE, edits: listOf(objectOf({ before: TEXT, after: TEXT })), ...REASON }, { asOf: TEXT }),
    ),
    left: COUNT,
    choices: listOf(objectOf({ line: LINE, found: TEXT, message: TEXT })),
  },
  { recordAsOf: TEXT, more: COUNT, heldBack: TEXT, note: TEXT },
);

const NAME_IN_TIME = objectOf(
  {
    concept: TEXT,
    name: TEXT,
    because: TEXT,
    forms: objectOf({}, Object.fromEntries(LANGS.map((lang) => [lang, listOf(TEXT)]))),
    sources: SOURCES,
  },
  { validFrom: TEXT, validTo: TEXT },
);

export const HISTORY_ANSWER = objectOf(
  {
    query: TEXT,
    language: LANGUAGE,
    results: listOf(
      objectOf({ concept: TEXT, isA: TEXT, definition: TEXT, names: listOf(NAME_IN_TIME) }, { sameAs: listOf(TEXT) }),
    ),
  },
  { recordAsOf: TEXT, near: listOf(TEXT), note: TEXT },
);
