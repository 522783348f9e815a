import { ignoredBy, placesIn, type Directive, type Ignored } from './ignore';
import type { Part } from './part';

/** The ranges and rules that the ignore comments of a document switch off, in offsets of the document. */
export function ignoredIn(parts: readonly Part[]): Ignored | undefined {
  if (parts.every((part) => part.directives.length === 0)) return undefined;
  return ignoredBy(
    parts.flatMap((part) => part.directives.flatMap((directive) => inDocument(directive, part, parts[part.index + 1]))),
  );
}

function inDocument(directive: Directive, part: Part, following: Part | undefined): readonly Directive[] {
  switch (directive.kind) {
    case 'lines':
      return [{ ...directive, start: directive.start + part.start, end: directive.end + part.start }];
    case 'next-part': {
      if (!following) return [directive];
      const { text } = following;
      const line = { start: 0, end: text.indexOf('\n') + 1 || text.length };
      return placesIn(text, line, directive.words, directive.rules).flatMap((each) =>
        inDocument(each, following, undefined),
      );
    }
    default:
      return [{ ...directive, at: directive.at + part.start }];
  }
}
