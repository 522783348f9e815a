import type { Edit } from '../core/finding';

/** The changes of sorted edits as a unified diff that `patch -p0` applies; empty if there are none. */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[]): string {
  const lines = splitLines(text);
  const changes = changesOf(text, lines, edits);
  const name = nameInDiff(path);
  let out = changes.length > 0 ? `--- ${name}\n+++ ${name}\n` : '';
  let shift = 0;
  for (const hunk of hunksOf(changes)) {
    const from = Math.max(0, hunk[0]!.first - CONTEXT);
    const to = Math.min(lines.length, hunk[hunk.length - 1]!.end + CONTEXT);
    const body: string[] = [];
    const add = (sign: string, rows: readonly string[]): void => {
      for (const line of rows) body.push(row(sign, line));
    };
    let at = from;
    for (const { first, end, added } of hunk) {
      add(' ', lines.slice(at, first));
      add('-', lines.slice(first, end));
      add('+', added);
      at = end;
    }
    add(' ', lines.slice(at, to));
    const grown = hunk.reduce((sum, { first, end, added }) => sum + added.length - (end - first), 0);
    out += `@@ -${range(from, to - from)} +${range(from + shift, to - from + grown)} @@\n${body.join('')}`;
    shift += grown;
  }
  return out;
}

const CONTEXT = 3;

/**
 * The name of a file as git writes it: in quotation marks if it begins with a blank or contains control characters,
 * quotation marks or backslashes, and followed by a tab if it contains a blank. Otherwise `patch` would take a part of
 * it for the name, or the next line of it for another file.
 */
function nameInDiff(path: string): string {
  if (!/^\s|[\0-\x1f\x7f"\\]/.test(path)) return /\s/.test(path) ? `${path}\t` : path;
  const quoted = path.replace(/["\\]/g, '\\$&').replace(/[\0-\x1f\x7f]/g, octal);
  return `"${quoted}"`;
}

function octal(sign: string): string {
  return `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`;
}

/** Lines `[first, end)` and their replacement. */
interface Change {
  readonly first: number;
  readonly end: number;
  readonly added: readonly string[];
}

// The edits are known, so no comparison is needed: each edit replaces the lines that it touches.
function changesOf(text: string, lines: readonly string[], edits: readonly Edit[]): Change[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
  }
  // Called with ascending offsets only.
  let line = 0;
  const lineAt = (place: number): number => {
    while (line + 1 < starts.length && starts[line + 1]! <= place) line++;
    return line;
  };
  const groups: { first: number; last: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const first = lineAt(edit.start);
    const group = groups.at(-1);
    // Adjacent lines are joined, too: a diff shows removed and added lines in blocks.
    if (group && first <= group.last + 1) {
      group.last = Math.max(group.last, lineAt(edit.end));
      group.edits.push(edit);
    } else {
      groups.push({ first, last: lineAt(edit.end), edits: [edit] });
    }
  }
  return groups.map(({ first, last, edits: own }) => {
    let at = starts[first] ?? 0;
    const changed: string[] = [];
    for (const { start, end, newText } of own) {
      changed.push(text.slice(at, start), newText);
      at = end;
    }
    changed.push(text.slice(at, starts[last + 1] ?? text.length));
    return { first, end: Math.min(last + 1, lines.length), added: splitLines(changed.join('')) };
  });
}

function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const open = hunks.at(-1);
    if (open && change.first - open[open.length - 1]!.end <= 2 * CONTEXT) open.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function row(sign: string, line: string): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}

function range(from: number, count: number): string {
  return count === 0 ? `${from},0` : `${from + 1},${count}`;
}
