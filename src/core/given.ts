// What readers of a user's data share.

/** Whether a value is an object with keys, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Shortens a text to what a person needs to find it again. */
export function clip(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

export const MOST_SHOWN = 60;
/** So many unknown keys are not typing errors: one sentence reports them all. */
export const MOST_NAMED = 10;
