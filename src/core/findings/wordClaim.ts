import type { ClaimMessage, Value } from '../claims/claim';
import type { Lang } from '../document';
import { VALUE_WORDING } from './wordingOfValues';

/** Words a claim in one line: its message, with the values in the forms of the language. */
export function wordClaim({ template, values }: ClaimMessage, lang: Lang): string {
  return template[lang].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    values[name] ? inWords(values[name], lang) : placeholder,
  );
}

function inWords(value: Value, lang: Lang): string {
  const wording = VALUE_WORDING[lang];
  switch (value.kind) {
    case 'count':
      return value.to === undefined
        ? wording.number(value.value)
        : `${wording.number(value.value)}–${wording.number(value.to)}`;
    case 'date':
      return wording.date(value.day);
    case 'time':
      return value.to !== undefined
        ? wording.span(value.from, value.to)
        : value.isOther
          ? wording.notOn(value.from)
          : wording.on(value.from);
    case 'tenure':
      return value.to === undefined ? wording.since(value.from) : wording.span(value.from, value.to);
    case 'place':
      return (value.isOther && !wording.repeatsPrepositions ? value.name : value.at)[lang];
    case 'ordinal':
      return wording.ordinal(value.value);
    case 'text':
      return onOneLine(typeof value.text === 'string' ? value.text : value.text[lang]);
    case 'quoted':
      return wording.quote(onOneLine(value.text));
  }
}

/** The words of a document may continue on the next line. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
