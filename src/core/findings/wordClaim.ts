import type { ClaimMessage, Value } from '../claims/claim';
import type { Lang } from '../document';
import { dateInWords } from '../wording/dates';
import { fill } from '../wording/fill';
import { WORDING } from './wording';
import { numberInWords, onDay, ordinalInWords, sinceDay, spanInWords } from './wordingOfValues';

/** Words a claim in one line: its message, with the values in the forms of the language. */
export function wordClaim({ template, values }: ClaimMessage, lang: Lang): string {
  const worded = Object.entries(values).map(([name, value]) => [name, inWords(value, lang)] as const);
  return fill(template[lang], Object.fromEntries(worded));
}

function inWords(value: Value, lang: Lang): string {
  const { quote, repeatsPrepositions } = WORDING[lang];
  switch (value.kind) {
    case 'count':
      return [value.value, ...(value.to === undefined ? [] : [value.to])]
        .map((each) => numberInWords(each, lang))
        .join('–');
    case 'date':
      return dateInWords(value.day, lang);
    case 'time':
      if (value.to !== undefined) return spanInWords(value.from, value.to, lang);
      return value.isOther && !repeatsPrepositions ? dateInWords(value.from, lang) : onDay(value.from, lang);
    case 'tenure':
      return value.to === undefined ? sinceDay(value.from, lang) : spanInWords(value.from, value.to, lang);
    case 'place':
      return (value.isOther && !repeatsPrepositions ? value.name : value.at)[lang];
    case 'ordinal':
      return ordinalInWords(value.value, lang);
    case 'text':
      return onOneLine(typeof value.text === 'string' ? value.text : value.text[lang]);
    case 'quoted':
      return fill(quote, { text: onOneLine(value.text) });
  }
}

/** The words of a document may continue on the next line. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
