import { localText } from '../describe/facts';
import { foldKey } from '../fold';
import type { Concept } from '../termbase/concept';
import { preferredTerm, type Termbase } from '../termbase/termbase';
import type { Suggestion, Suggestions, Typed } from './suggestion';

/**
 * Completes “objective 7” and “objective vulnerab”: finds the Compact’s objectives by number or by a word of the
 * title.
 */
export function completeObjectives({ line, offset, text, lang }: Typed, termbase: Termbase): Suggestions | undefined {
  const match = BEGUN.exec(line);
  if (match === null) return undefined;
  const query = match[1]!;
  const all = [...termbase.concepts.values()].filter(({ kind }) => kind === 'objective');
  const numbered = all.flatMap((concept) => {
    const number = Number(/\d+$/.exec(concept.id)?.[0]);
    return Number.isNaN(number) ? [] : [{ number, concept, title: localText(concept.definition, lang) }];
  });
  const isNumber = /^\d/.test(query);
  // By a word only if the text mentions the Compact, because other documents have objectives too.
  if (!isNumber && !/compact|pacte|pacto|GCM|PMM/i.test(text)) return undefined;
  const key = ` ${foldKey(query)}`;
  const fitting = numbered
    .filter(({ number, title }) =>
      isNumber ? String(number).startsWith(String(Number(query))) : ` ${foldKey(title)}`.includes(key),
    )
    .sort((a, b) => a.number - b.number);
  const items = fitting.flatMap(({ number, concept, title }) => [
    suggestion(number, title, `${number} (${title})`, `${number} (${title})`),
    ...ofTheCompact(number, concept),
  ]);
  const end = offset + line.length;
  return items.length === 0 ? undefined : { span: { start: end - query.length, end }, items };

  /** “7 of the Global Compact for Migration” */
  function ofTheCompact(number: number, concept: Concept): Suggestion[] {
    const full = preferredTerm(termbase, concept.names[0]!.id, lang, 'full')?.text ?? '';
    const at = full.search(/\d/);
    return at < 0 ? [] : [suggestion(number, localText(concept.definition, lang), full.slice(at), full.slice(at))];
  }
}

const BEGUN = /(?<!\p{L})(?:objectives?|objectifs?|objetivos?)\s+(?:n[o°º]?\.?\s*)?(\d{1,2}|\p{L}[\p{L}'’ -]{2,60})$/iu;

function suggestion(number: number, title: string, label: string, text: string): Suggestion {
  return { kind: 'objective', label, text, detail: String(number), definition: title };
}
