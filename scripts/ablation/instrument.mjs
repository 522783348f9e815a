// Writes a copy of the sources in which single functions and conditions can be switched off. See `ablate.mjs`.
import { copyFileSync, cpSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/**
 * Copies `src` to `to` and makes its functions (that return a boolean, a list or possibly nothing) and its conditions
 * without `else` switchable in the folders of `core` named by `folders`. Returns the points: `{ id, kind, file, line,
 * lines, name }`, with the number of lines that the point has of its own.
 */
export function instrument(root, to, folders) {
  rmSync(to, { recursive: true, force: true });
  cpSync(join(root, 'src'), join(to, 'src'), { recursive: true });
  for (const name of ['data', 'test', 'package.json', 'tsconfig.json', 'node_modules'])
    symlinkSync(join(root, name), join(to, name));
  copyFileSync(join(root, 'scripts/ablation/switches.ts'), join(to, 'src/switches.ts'));
  const points = [];
  for (const folder of folders)
    for (const file of filesIn(join(to, 'src/core', folder))) instrumentFile(file, to, points);
  return points;
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function instrumentFile(file, root, points) {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const insertions = [];
  const lineOf = (offset) => source.getLineAndCharacterOfPosition(offset).line + 1;
  const point = (kind, node, name) => {
    const start = node.getStart(source);
    const id = points.length + 1;
    const lines = lineOf(node.end) - lineOf(start) + 1;
    points.push({ id, kind, file: relative(root, file), line: lineOf(start), lines, name });
    return id;
  };
  const wrap = (node, id, nothing) => {
    const start = node.getStart(source);
    insertions.push({ at: start, text: `act(${id}, `, size: node.end - start, closes: false });
    insertions.push({ at: node.end, text: nothing ? `, ${nothing})` : ')', size: node.end - start, closes: true });
  };
  const visit = (node, around) => {
    let inside = around;
    if (ts.isFunctionLike(node) && node.body) {
      const nothing = nothingOf(node, source);
      const id =
        nothing &&
        point('function', node, node.name?.getText(source) ?? node.parent.name?.getText(source) ?? 'without a name');
      inside = id && { id, nothing };
      if (id && !ts.isBlock(node.body)) wrap(node.body, id, nothing);
    }
    if (ts.isReturnStatement(node) && node.expression && around) wrap(node.expression, around.id, around.nothing);
    if (ts.isIfStatement(node) && !node.elseStatement)
      wrap(node.expression, point('condition', node, node.expression.getText(source).replace(/\s+/g, ' ')));
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source, undefined);
  writeFileSync(file, `import { act } from '${pathTo(file, root)}';${inserted(text, insertions)}`);
}

/** What a function without effect returns; `undefined` for one that always returns something. */
function nothingOf(node, source) {
  const type = node.asteriskToken ? undefined : node.type?.getText(source);
  if (type === 'boolean' || / is /.test(type ?? '')) return 'false';
  if (/\| undefined$/.test(type ?? '')) return 'undefined';
  return /\[\]$/.test(type ?? '') ? '[]' : undefined;
}

/** Where two begin at one offset, the longer is the outer one; where two end there, the shorter is the inner one. */
function inserted(text, insertions) {
  const sorted = insertions.sort(
    (a, b) => a.at - b.at || Number(b.closes) - Number(a.closes) || (a.closes ? a.size - b.size : b.size - a.size),
  );
  let out = '';
  let last = 0;
  for (const { at, text: added } of sorted) {
    out += text.slice(last, at) + added;
    last = at;
  }
  return out + text.slice(last);
}

function pathTo(file, root) {
  const path = relative(dirname(file), join(root, 'src/switches'));
  return path.startsWith('.') ? path : `./${path}`;
}
