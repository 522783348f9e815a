/** The introduction that an assistant receives when it connects. */
export const INSTRUCTIONS = `A curated, dated and sourced record of names and facts about the International Organization for Migration (IOM), the Global Compact for Safe, Orderly and Regular Migration, the United Nations Network on Migration, and the bodies, instruments, processes and people around them, in English, French and Spanish.

Look up a name, title, date, count or legal status before you write it, and check passages that you have written. Cite the source and the as-of date of each fact that you use: a value may have changed since.

The record does not cover everything. Silence does not mean that a statement is right or wrong: no result and no finding confirm nothing. Migration statistics, national law and advice to individuals are not covered.

Everything is read-only and works offline.`;
