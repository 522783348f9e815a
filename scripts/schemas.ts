// Writes `data/termbase.schema.json` and `data/config.schema.json`, with which editors check and complete files, from
// the schemas of the core. The comments there become the descriptions. A test compares the files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as z from 'zod/mini';
import * as config from '../src/core/config/schema';
import * as termbase from '../src/core/termbase/schema';

const ROOT = join(__dirname, '..');

type Json = Record<string, unknown>;

/** The text of each schema, by its file. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['data/termbase.schema.json', schemaOf('Termbase', 'src/core/termbase/schema.ts', 'TERMBASE', termbase)],
    ['data/config.schema.json', schemaOf('Migration Terms of a folder', 'src/core/config/schema.ts', 'CONFIG', config)],
  ]);
}

function schemaOf(title: string, file: string, root: string, exported: Readonly<Record<string, unknown>>): string {
  const comments = commentsIn(file);
  const ids = z.registry<{ readonly id: string }>();
  const names = Object.keys(exported).filter((name) => exported[name] instanceof z.ZodMiniObject && name !== root);
  for (const name of names) ids.add(exported[name] as z.ZodMiniObject, { id: idOf(name) });
  const { $schema, definitions, ...rest } = z.toJSONSchema(exported[root] as z.ZodMiniObject, {
    target: 'draft-7',
    metadata: ids,
  }) as Json;
  const described = (name: string, json: Json): Json => ({
    description: comments.get(name),
    ...json,
    properties: Object.fromEntries(
      Object.entries(json.properties as Record<string, Json>).map(([key, value]) => [
        key,
        // Editors ignore what stands beside a reference.
        {
          description: comments.get(`${name}.${key}`),
          ...('$ref' in value ? { allOf: [value] } : value),
          ...inline(key, value),
        },
      ]),
    ),
  });
  const all = {
    $schema,
    title,
    ...described(root, rest),
    definitions: Object.fromEntries(
      names.map((name) => [idOf(name), described(name, (definitions as Record<string, Json>)[idOf(name)]!)]),
    ),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** A source may be written out where it is cited; what reads the schema has moved it to the list of sources. */
function inline(key: string, { items }: Json): Json {
  return key === 'sources' && !('$ref' in (items as Json))
    ? { items: { anyOf: [items, { $ref: '#/definitions/source' }] } }
    : {};
}

/** `OTHER_MEANING` → `otherMeaning` */
function idOf(name: string): string {
  return name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The comments of the exported constants, and of the keys of the objects in them: `TERM`, `TERM.text`. */
function commentsIn(file: string): ReadonlyMap<string, string> {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const comments = new Map<string, string>();
  const visit = (node: ts.Node, within: string): void => {
    let name = within;
    if (ts.isVariableDeclaration(node)) name = node.name.getText();
    else if (ts.isPropertyAssignment(node)) name = `${within}.${(node.name as ts.Identifier | ts.StringLiteral).text}`;
    const [comment] = ts.getJSDocCommentsAndTags(ts.isVariableDeclaration(node) ? node.parent.parent : node);
    if (name !== within && comment && ts.isJSDoc(comment))
      comments.set(name, ts.getTextOfJSDocComment(comment.comment)!.replace(/\s*\n\s*/g, ' '));
    ts.forEachChild(node, (child) => visit(child, name));
  };
  visit(source, '');
  return comments;
}

if (process.argv[1]?.endsWith('schemas.ts'))
  for (const [file, text] of schemaFiles()) writeFileSync(join(ROOT, file), text);
