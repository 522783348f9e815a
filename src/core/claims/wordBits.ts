/** What words may be about: a kind of relation, or, from {@link Bit.Taker} on, a function of the word. */
export const enum Bit {
  Acts = 1 << 0,
  Bodies = 1 << 1,
  Confusions = 1 << 2,
  Counts = 1 << 3,
  Events = 1 << 4,
  Heads = 1 << 5,
  Names = 1 << 6,
  Objectives = 1 << 7,
  Places = 1 << 8,
  Status = 1 << 9,
  Votes = 1 << 10,
  Taker = 1 << 11,
  ShortName = 1 << 12,
  Number = 1 << 13,
  Ordinal = 1 << 14,
  Date = 1 << 15,
  Place = 1 << 16,
  Body = 1 << 17,
  Topic = 1 << 18,
  Part = 1 << 19,
  Ballot = 1 << 20,
  Title = 1 << 21,
}

/** What the words of a text may be about, as bits. */
export type Interest = number;

/** The hashes of the words of a language, with their bits, as data. */
export type WordRows = readonly (readonly [hash: number, bits: number])[];
