import { isDeepStrictEqual } from 'node:util';
import { check } from '../../src/core/check';
import { applyEdits } from '../../src/core/findings/applyFixes';
import type { Allowed, Edit, Finding } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { settledEdits } from '../../src/core/parts/settledFixes';
import { builtinTermbase } from '../../src/core/termbase/builtin';

/** Throws unless the fixes, made once, leave nothing that would be made the next time. */
export function assertSettles(text: string, languageId: string): void {
  const once = fixed(text, languageId);
  if (once === text) return;
  const twice = fixed(once, languageId);
  if (twice !== once) throw new Error(`fixed twice it is another text than fixed once: ${difference(once, twice)}`);
}

/** Throws unless the text has the same findings, names let through and fixes, whichever way its lines end. */
export function assertAlikeWithAnyLineEnd(text: string, languageId: string): void {
  const lf = text.replace(/\r\n?/g, '\n');
  const crlf = lf.replaceAll('\n', '\r\n');
  const offset = offsetsIn(crlf);
  const [a, b] = [lf, crlf].map((each) =>
    check({ text: each, languageId, lang: 'auto' }, builtinTermbase(), DEFAULT_OPTIONS),
  );
  const [own, other] = [
    [...a!.findings, ...a!.allowed].map((found) => normalized(found, (at) => at)),
    [...b!.findings, ...b!.allowed].map((found) => normalized(found, offset)),
  ];
  const at = own.findIndex((found, i) => !isDeepStrictEqual(found, other[i]));
  if (at >= 0 || own.length !== other.length)
    throw new Error(
      `with CRLF it has other findings: ${JSON.stringify(own[at])} and ${JSON.stringify(other[at < 0 ? own.length : at])}`,
    );
  const [fixedLf, fixedCrlf] = [fixed(lf, languageId), fixed(crlf, languageId).replaceAll('\r\n', '\n')];
  if (fixedLf !== fixedCrlf) throw new Error(`with CRLF it is fixed in another way: ${difference(fixedLf, fixedCrlf)}`);
}

function fixed(text: string, languageId: string): string {
  const document = { text, languageId, lang: 'auto' } as const;
  const { findings } = check(document, builtinTermbase(), DEFAULT_OPTIONS);
  return applyEdits(text, settledEdits(document, findings, builtinTermbase(), DEFAULT_OPTIONS));
}

/** By offset in a text with CRLF, the offset in the same with LF. */
function offsetsIn(crlf: string): (offset: number) => number {
  const offsets = new Int32Array(crlf.length + 1);
  for (let i = 0; i < crlf.length; i++) offsets[i + 1] = offsets[i]! + (crlf[i] === '\r' ? 0 : 1);
  return (offset) => offsets[offset]!;
}

/** What was found, with all offsets and line ends as in a text with LF. */
function normalized(found: Finding | Allowed, offset: (at: number) => number): unknown {
  const span = <T extends { start: number; end: number }>(each: T): T => ({
    ...each,
    start: offset(each.start),
    end: offset(each.end),
  });
  const withEdits =
    'fixes' in found
      ? {
          fixes: found.fixes.map(({ title, preferred, edits }) => ({
            title,
            preferred,
            edits: edits.map((edit: Edit) => span(edit)),
          })),
        }
      : {};
  const plain = { ...span(found), evidence: found.evidence.map((each) => span(each)), ...withEdits };
  return JSON.parse(JSON.stringify(plain).replaceAll('\\r\\n', '\\n'));
}

/** The first place where two texts differ. */
function difference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at] && at < a.length) at++;
  return `${JSON.stringify(a.slice(Math.max(0, at - 60), at + 60))} and ${JSON.stringify(b.slice(Math.max(0, at - 60), at + 60))}`;
}
