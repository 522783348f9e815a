import { plain, type Shape } from './shape';

/** One paragraph of thousands of names, sentences or marks, each of which once read the whole paragraph again. */
export const PARAGRAPH_SHAPES: readonly Shape[] = Object.entries({
  'curved apostrophes in French': 'L’organisation et le CIME envoie des migrants aujourd’hui. ',
  'accents apart in a paragraph': 'ICEM a\u0301 assists migrants. ',
  'blanks without width': 'ICEM\u200b assists migrants. ',
  'marks of quotations': '> > > ',
  angles: '<',
  'names and semicolons': 'ICEM; ',
  'names and commas': 'GMG, ',
  'names and closing quotation marks': 'ICEM” ',
  'names and dots': 'IOM... ICEM... ',
  successions: 'In 1999 he succeeded James Purcell as Director General of IOM. ',
  'pronouns of a body': 'It has 150 Member States. They met in 1990. ',
}).map(([name, unit]) => ({ name, make: (length) => `${plain(name, unit).make(length)}IOM and ICEM said so.\n` }));
