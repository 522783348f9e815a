import { ignoredBy, type Directive, type Ignored } from './ignore';
import type { Part } from './part';

/** The ranges and rules that the ignore comments of a document switch off, in offsets of the document. */
export function ignoredIn(parts: readonly Part[]): Ignored | undefined {
  if (parts.every((part) => part.directives.length === 0)) return undefined;
  return ignoredBy(
    parts.flatMap((part) => part.directives.map((directive) => inDocument(directive, part, parts[part.index + 1]))),
  );
}

function inDocument(directive: Directive, part: Part, following: Part | undefined): Directive {
  switch (directive.kind) {
    case 'lines':
      return { ...directive, start: directive.start + part.start, end: directive.end + part.start };
    case 'next-part': {
      if (!following) return directive;
      const lineEnd = following.text.indexOf('\n');
      return {
        kind: 'lines',
        start: following.start,
        end: following.start + (lineEnd < 0 ? following.text.length : lineEnd + 1),
        rules: directive.rules,
      };
    }
    default:
      return { ...directive, at: directive.at + part.start };
  }
}
