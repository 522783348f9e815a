/**
 * `1952-10` → 1952.75: the position at which a date begins on a scale of years; a period that ends with a date ends
 * at the same position.
 */
export function startOf(date: string | undefined): number | undefined {
  return place(date, 0);
}

/** The middle of the year, month or day that a date denotes, where an event of that date is drawn. */
export function middleOf(date: string | undefined): number | undefined {
  return place(date, 0.5);
}

/** The years to label on an axis: as many as keep `least` pixels between them, if a year is `width` pixels wide. */
export function ticks(from: number, until: number, width: number, least: number): readonly number[] {
  const step = STEPS.find((years) => years * width >= least) ?? STEPS[STEPS.length - 1]!;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((until - first) / step) + 1) }, (_, i) => first + i * step);
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

function place(date: string | undefined, part: number): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:\/|$)/.exec(date ?? '') ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return Number(year) + part;
  const days = day === undefined ? part : (Number(day) - 1 + part) / 31;
  return Number(year) + (Number(month) - 1 + days) / 12;
}
