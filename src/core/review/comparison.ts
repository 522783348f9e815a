/**
 * What a comparison shows:
 * - `contradicts`: a value of the quote is not that of the record
 * - `agrees`: the quote is right at the time of which its sentence speaks, or the record does not speak of such a value
 * - `disputed`: sources disagree, and some give the value of the quote
 * - `unrelated`: the sentence speaks of something else than the line
 * - `open`: nothing can be compared
 */
export type Comparison = 'contradicts' | 'agrees' | 'disputed' | 'unrelated' | 'open';
