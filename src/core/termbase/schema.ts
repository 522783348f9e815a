import * as z from 'zod/mini';
import { LANGS } from '../document';
import { SEVERITIES } from '../rules';
import { list, needs, text } from '../schema';
import { KINDS, SECTIONS, TERMBASE_VERSION } from './lists';

// The one description of the record. From it come the types (`concept.ts`), what is accepted in a writer's termbase
// (`usableEntries.ts`), and `data/termbase.schema.json`, whose descriptions are the comments of this file
// (`scripts/schemas.ts`). The vocabulary follows ISO 1087, TBX and SKOS: a concept is designated by terms, each with an
// administrative status.

const id = () => text(/^[a-z0-9]+(-[a-z0-9]+)*$/, 100);
const some = <T extends z.ZodMiniType>(of: T) => list(of).check(z.minLength(1));
const entries = <T extends z.ZodMiniType>(what: string, of: T) =>
  needs(`a list with at least one ${what}, […]`, z.array(of).check(z.minLength(1)));

const TEXT = text();
/** Kebab-case, hand-written, never reused. */
const ID = needs('small letters, digits and hyphens, such as "global-compact"', id());
/** What fixes and completions write. */
const NAME_TEXT = needs('a text, not empty and no longer than 1000 characters', text(/\S/, 1000));
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the source. */
const DATE = needs(
  'a date, "1952", "1952-10" or "1952-10-13"',
  z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)),
);
const YEAR = needs('a year as a number, 1953', z.int().check(z.gte(1000), z.lte(9999)));
const YES_NO = z.boolean();
/** Ids of sources, or sources written out where they are new; best first. */
const SOURCE_IDS = needs(
  'a list of source ids, ["s04"], or of sources written out, [{ "id", "title", "publisher", "issued", "URL" }]',
  list(TEXT),
);
const LANG = z.enum(LANGS);
const FORM = z.enum(['full', 'short', 'abbreviation']);
const VALUE = needs('a number, or a text of at most 1000 characters', z.union([text(/\S/, 1000), z.number()]));
/** A text in the languages of the organization; English is always present and replaces a missing language. */
export const LOCAL_TEXT = needs(
  'a text in English at least, { "en": "…", "fr": "…", "es": "…" }',
  z.object({
    /** The text in English. */
    en: TEXT,
    /** The text in French. */
    fr: z.optional(TEXT),
    /** The text in Spanish. */
    es: z.optional(TEXT),
  }),
);

/** A citable document; field names are those of CSL-JSON. */
export const SOURCE = z.strictObject({
  /** Unique in the termbase. */
  id: ID,
  /** Title, or an honest description where there is none. */
  title: NAME_TEXT,
  /** Who issued it. */
  publisher: z.optional(NAME_TEXT),
  /** When it was issued. */
  issued: z.optional(DATE),
  /** Document symbol or number: A/RES/73/195. */
  number: z.optional(NAME_TEXT),
  /** A remark, such as "seen as a copy": in up to three languages, or as one text for all of them. */
  note: z.optional(
    needs('a text, or one in English at least, { "en": "…", "fr": "…", "es": "…" }', z.union([TEXT, LOCAL_TEXT])),
  ),
  /** False for what was only heard or remembered: a name that rests on nothing else raises no warning. */
  verified: z.optional(YES_NO),
  /** Where it can be read. */
  URL: z.optional(needs('an address that begins with https:// or http://', text(/^https?:\/\//))),
});

/** One designation in one language, matched word by word in any line breaking. */
export const TERM = z.strictObject({
  /** The words. Groups in braces list alternatives, in all combinations: "illegal migrant{|s}". */
  text: NAME_TEXT,
  /** The language: English, French or Spanish. */
  lang: LANG,
  /** Full name (default), short form or abbreviation. */
  form: z.optional(FORM),
  /** preferred (default): the official designation; admitted: right as well; deprecated: never right. */
  status: z.optional(z.enum(['preferred', 'admitted', 'deprecated'])),
  /** A deprecated form that is merely loose: information, not a warning. */
  loose: z.optional(YES_NO),
  /** A loose form that the body itself uses as a tag line: a hint. */
  brand: z.optional(YES_NO),
  /** The severity of a deprecated form, if it is not that of its rule. */
  level: z.optional(z.enum(SEVERITIES)),
  /** The rule that reports a deprecated form; deprecated-name by default. */
  rule: z.optional(z.enum(['deprecated-name', 'wrong-status', 'confused-concept', 'preferred-terminology'])),
  /**
   * What to write instead, best first; by default the preferred term of the name in the same language and form. A
   * group in braces has as many alternatives as that of the text.
   */
  instead: z.optional(needs('a list of texts, ["…"], each no longer than 1000 characters', some(NAME_TEXT))),
  /**
   * exact: only in these capitals (default for abbreviations); any: sentence case, title case, ALL CAPS (default
   * otherwise).
   */
  case: z.optional(z.enum(['exact', 'any'])),
  /** Grammatical gender, for articles in French and Spanish fixes. */
  gender: z.optional(z.enum(['m', 'f'])),
  /** Grammatical number, for articles in fixes; singular by default. */
  number: z.optional(z.enum(['sg', 'pl'])),
  /** Whether running English text puts "the" before it: "the International Organization for Migration", but "IOM". */
  article: z.optional(YES_NO),
  /** A form that also means other things: it counts only where the document speaks of migration. */
  ambiguous: z.optional(YES_NO),
  /** A remark for readers. */
  note: z.optional(LOCAL_TEXT),
  /** What supports this term, where it is not what supports the name. */
  sources: z.optional(SOURCE_IDS),
});

/** Sentences of your own that show what is found and what is let through. */
export const EXAMPLES = needs(
  '{ "flag": [["text", "fixed text"]], "allow": ["text"] }',
  z.object({
    /** Each must be found; where a second text is given, the preferred fix must lead to it. */
    flag: z.optional(z.array(z.array(TEXT).check(z.minLength(1), z.maxLength(2)))),
    /** Each must pass without a finding. */
    allow: z.optional(list(TEXT)),
  }),
);

/**
 * One name of a concept in all its languages and forms, with the misnomers of it. It is valid from the first date up
 * to, not including, the last.
 */
export const NAME = z.strictObject({
  /** Unique in the termbase; that of the concept where there is one name. */
  id: ID,
  /** Why a form that is not preferred should give way: one sentence. */
  because: needs(
    'one sentence that says why the preferred form should be used, { "en": "…" }',
    z.extend(LOCAL_TEXT, {}),
  ),
  /** What supports the name. */
  sources: SOURCE_IDS,
  /** Its designations, preferred ones first. */
  terms: entries('term', TERM),
  /** First day, month or year of the name; left out if it does not matter. */
  from: z.optional(DATE),
  /** When the name ended; left out for a current name. A text that uses it as current gets a finding. */
  to: z.optional(DATE),
  /** True for a name that ended at a time that is not known, and so has no 'to'. */
  former: z.optional(YES_NO),
  /** Earliest year in which a text may use the name and not be wrong. */
  slackFrom: z.optional(YEAR),
  /** Latest year in which a text may use the name and not be wrong. */
  slackTo: z.optional(YEAR),
  /** Sentences that the tests run. */
  examples: z.optional(EXAMPLES),
});

/** One thing: an organization, a body, an instrument, a person, a notion. */
export const CONCEPT = z.strictObject({
  /** Id of the concept; facts refer to it. */
  id: ID,
  /** What sort of thing it is. */
  kind: z.enum(KINDS),
  /** What it is, in one sentence; shown in the hover. */
  definition: LOCAL_TEXT,
  /** Its names, in the order of time; most concepts have one. */
  names: entries('name', NAME),
  /**
   * True for a body or instrument that is known so that it is not taken for another: its right names raise nothing,
   * with no near miss, hint or completion.
   */
  shield: z.optional(YES_NO),
  /** True for a plain word that is defined for those who look it up, and not looked for in text. */
  lookUpOnly: z.optional(YES_NO),
  /** The concept that took its place, for bodies that ended. */
  successor: z.optional(ID),
  /** Addresses of the same thing in Wikidata, EuroVoc, the UNBIS Thesaurus, UNTERM or IATE. */
  sameAs: z.optional(
    needs(
      'a list of addresses, ["http://www.wikidata.org/entity/Q472311"]',
      list(text(/^https?:\/\/[^\s<>"{}|\\^`]+$/, 2000)),
    ),
  ),
});

/** Another value that sources give. */
export const CONFLICT = z.object({
  /** What the other side says. */
  value: VALUE,
  /** Who says it. */
  sources: SOURCE_IDS,
  /** True for an error of its sources: a text that gives this value is wrong as well. */
  error: z.optional(YES_NO),
  /** Which side this termbase takes and why, in one sentence. */
  verdict: LOCAL_TEXT,
});

/** A statement: subject, property, value, with its time and its sources (modelled on Wikidata). */
export const FACT = z.strictObject({
  /** Unique in the termbase. */
  id: ID,
  /** Id of the concept it speaks of. */
  subject: ID,
  /** Kebab-case: member-states, founded, seat, head. */
  property: needs('small letters and hyphens, such as "member-states"', id()),
  /** The value: a number or a short text. */
  value: VALUE,
  /** The heading under which the fact is shown. */
  section: z.enum(SECTIONS),
  /** A whole sentence, ready to be inserted into a text. */
  statement: LOCAL_TEXT,
  /** What supports the statement. */
  sources: needs('a list of source ids, or of sources written out. No fact goes without a source', some(TEXT)),
  /** A: official source or two independent ones; B: one decent source; C: not verified, raises no finding. */
  confidence: z.enum(['A', 'B', 'C']),
  /** What a number counts, in English: States, people, USD million. */
  unit: z.optional(NAME_TEXT),
  /** Date of a count or of a state of affairs. */
  asOf: z.optional(DATE),
  /** Since when it holds, or when the event took place. */
  from: z.optional(DATE),
  /** Until when it held, not included. */
  to: z.optional(DATE),
  /** When somebody last compared it with its sources; each fact of the record that may have changed has it. */
  reviewed: z.optional(DATE),
  /** True for a fact that serves comparisons with text and is not listed in the look-up: nobody would cite it. */
  checkOnly: z.optional(YES_NO),
  /** A remark for readers, such as a wording to prefer. */
  note: z.optional(LOCAL_TEXT),
  /** What other sources say. */
  conflicts: z.optional(needs('a list of { "value", "sources", "verdict" }', z.array(CONFLICT))),
});

/** Another thing that an abbreviation stands for, and the words that give it away. */
export const OTHER_MEANING = z.strictObject({
  /** Unique in the termbase. */
  id: ID,
  /** The abbreviation, as a term writes it. */
  abbreviation: NAME_TEXT,
  /** What it stands for. */
  meaning: NAME_TEXT,
  /** Words or phrases near the abbreviation that mean this and not ours; any case. */
  anchors: needs('a list of words that give the other meaning away', some(TEXT)),
  /** True when migration words stand near it too, so that only its own anchors count. */
  sameDomain: z.optional(YES_NO),
  /** What supports the meaning. */
  sources: z.optional(SOURCE_IDS),
});

/** A form of a name that your house writes by rule. */
export const PREFERENCE = z.strictObject({
  /** Id of the name: gcm, iom, un-network. */
  name: ID,
  /** The language of the form. */
  lang: LANG,
  /** The form to write, as one term: without braces. */
  text: NAME_TEXT,
  /** Full name (default), short form or abbreviation. */
  form: z.optional(FORM),
  /**
   * information: the other admitted forms of the same name, language and form are marked as loose, with this one to
   * write instead.
   */
  others: z.optional(z.enum(['information'])),
});

/** Names, facts and sources that Migration Terms knows. The same shape serves the built-in files and your own. */
export const TERMBASE = z.strictObject({
  /** Where this schema stands, so that an editor can check and complete the file. */
  $schema: z.optional(z.string()),
  /** The version of this shape; a file without one has the first. */
  version: z.optional(z.literal(TERMBASE_VERSION)),
  /** The things the termbase knows, each with its names. */
  concepts: z.optional(z.array(CONCEPT)),
  /** Statements with their time and their sources. */
  facts: z.optional(z.array(FACT)),
  /** Documents that concepts and facts cite. */
  sources: z.optional(z.array(SOURCE)),
  /** Other things that our abbreviations stand for. */
  otherMeanings: z.optional(z.array(OTHER_MEANING)),
  /** Ids of concepts, names and facts of the built-in termbase that are to be taken out. */
  retire: z.optional(z.array(z.string())),
  /** House style: which form of a name the fixes offer first. */
  prefer: z.optional(z.array(PREFERENCE)),
});
