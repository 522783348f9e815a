/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as precise as its source. */
export const DATE_FORM = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export function yearOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}
