/** A text of about as many code units as asked for, made of the same thing over and over. */
export interface Shape {
  readonly name: string;
  readonly make: (length: number) => string;
}

/** A unit deep in pairs of marks. */
export function nested(open: string, close: string, unit: string): Shape {
  return {
    name: `${unit.trim()} deep in ${open} ${close}`,
    make: (length) =>
      open.repeat(length / 3 / open.length) + repeated(unit, length / 3) + close.repeat(length / 3 / close.length),
  };
}

/** A unit, repeated within a sentence between two names. */
export function within(name: string, unit: string): Shape {
  return {
    name,
    make: (length) =>
      `In 1956 ICEM chartered ships. The IOM has ${repeated(unit, length)} and IOM said so. In 1957 ICEM went on.\n`,
  };
}

/** A unit, repeated on its own. */
export function plain(name: string, unit: string): Shape {
  return { name, make: (length) => repeated(unit, length) };
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}
