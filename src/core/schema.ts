import * as z from 'zod/mini';

// What the schemas of termbases and configurations share. They are loaded when the first file of a user is read.

const NEEDS = new WeakMap<z.core.$ZodType, string>();

/** Notes what a field accepts, in the words of a sentence that says how to repair it. */
export function needs<T extends z.ZodMiniType>(sentence: string, field: T): T {
  NEEDS.set(field, sentence);
  return field;
}

export function needsOf(field: z.core.$ZodType): string {
  const of = field instanceof z.ZodMiniOptional ? field.def.innerType : field;
  if (of instanceof z.ZodMiniEnum) return `one of ${of.options.join(', ')}`;
  return NEEDS.get(of) ?? 'true or false, without quotation marks';
}

/** In UTF-16 code units. */
export const text = (pattern = /\S/, most = 20_000) => z.string().check(z.regex(pattern), z.maxLength(most));

export const MOST_LISTED = 1000;

export const list = <T extends z.ZodMiniType>(of: T) => z.array(of).check(z.maxLength(MOST_LISTED));
