import type * as z from 'zod/mini';
import type { Unchanging } from '../unchanging';
import type * as schema from './schema';

export { SECTIONS, TERMBASE_VERSION } from './lists';

// The types of the record, as `schema.ts` describes it.

type Described<T extends z.ZodMiniType> = Unchanging<z.infer<T>>;

export type TermbaseFile = Described<typeof schema.TERMBASE>;
/** The form of a name that a house style prescribes, where the termbase admits several. */
export type Preference = Described<typeof schema.PREFERENCE>;
/** One concept of the termbase. Its names follow one another in time; most concepts have one. */
export type Concept = Described<typeof schema.CONCEPT>;
/** One name of a concept, in all its languages and forms; valid in `[from, to)`. */
export type Name = Described<typeof schema.NAME>;
/**
 * One designation in one language. `text` is matched word by word: differences in blanks, line breaks, kinds of hyphens
 * and quotation marks, and the composition of accents are ignored. Groups in braces list alternatives,
 * `illegal migrant{|s}`, and expand in step with those of `instead`.
 */
export type Term = Described<typeof schema.TERM>;
/** A statement: subject, property and value, with its time and its references. */
export type Fact = Described<typeof schema.FACT>;
/** The value of another source, and how to judge it. */
export type Conflict = Described<typeof schema.CONFLICT>;
/** A citable document. */
export type Source = Described<typeof schema.SOURCE>;
/** Another meaning of an abbreviation of the termbase, and the words that indicate it. */
export type OtherMeaning = Described<typeof schema.OTHER_MEANING>;
/** A text in the languages of the organization; English is always present and replaces a missing language. */
export type LocalText = Concept['definition'];
export type ConceptKind = Concept['kind'];
/**
 * - `preferred`: the official designation
 * - `admitted`: also correct
 * - `superseded`: formerly correct; not written in files but derived from `to` or `former` of the name
 * - `deprecated`: never correct
 */
export type Status = NonNullable<Term['status']>;
export type Form = NonNullable<Term['form']>;
/** Grades of the sources' record; a fact of grade C is not verified and produces no finding. */
export type Confidence = Fact['confidence'];
export type Section = Fact['section'];
