// Writes the JSON Schemas of `data`, for editors and assistants, from the schemas of the core. The comments there
// become the descriptions. A test compares the files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as z from 'zod/mini';
import texts from '../package.nls.json';
import * as assistants from '../src/core/assistants/schema';
import * as config from '../src/core/config/schema';
import { ANSWER_ITEM } from '../src/core/review/answer';
import * as termbase from '../src/core/termbase/schema';

const ROOT = join(__dirname, '..');

type Json = Record<string, unknown>;
type Exported = Readonly<Record<string, unknown>>;
type Comments = ReadonlyMap<string, string>;

/** The text of each schema, by its file. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const files = {
    'data/assistants.schema.json': schemasOf('src/core/assistants/schema.ts', assistants),
    'data/config.schema.json': schemaOf('Migration Terms of a folder', 'src/core/config/schema.ts', 'CONFIG', config),
    'data/termbase.schema.json': schemaOf('Termbase', 'src/core/termbase/schema.ts', 'TERMBASE', termbase),
  };
  return new Map(Object.entries(files).map(([file, schema]) => [file, `${JSON.stringify(schema, stated, 2)}\n`]));
}

/** One schema, with the other objects of its module as definitions. */
function schemaOf(title: string, file: string, root: string, exported: Exported): Json {
  const comments = commentsIn(file);
  const ids = z.registry<{ readonly id: string }>();
  const names = Object.keys(exported).filter((name) => exported[name] instanceof z.ZodMiniObject && name !== root);
  for (const name of names) ids.add(exported[name] as z.ZodMiniObject, { id: idOf(name) });
  const options = { target: 'draft-7', metadata: ids } as const;
  const { $schema, definitions, ...rest } = z.toJSONSchema(exported[root] as z.ZodMiniObject, options) as Json;
  const found = names.map((name) => {
    const id = idOf(name);
    return [id, described(comments, name, (definitions as Record<string, Json>)[id]!)] as const;
  });
  return { $schema, title, ...described(comments, root, rest), definitions: Object.fromEntries(found) };
}

/** The schemas of inputs and answers, each complete in itself. */
function schemasOf(file: string, exported: Exported): Json {
  const comments = commentsIn(file);
  const names = Object.keys(exported).filter((name) => /_(?:INPUT|ANSWER)$/.test(name));
  const all = names.map((name) => {
    const { $schema: _, ...json } = z.toJSONSchema(exported[name] as z.ZodMiniObject, { io: 'input' }) as Json;
    return [idOf(name), described(comments, name, json)] as const;
  });
  return Object.fromEntries(all);
}

function described(comments: Comments, name: string, json: Json): Json {
  const properties = Object.entries(json.properties as Record<string, Json>).map(([key, value]) => [
    key,
    { description: comments.get(`${name}.${key}`), ...referring(value), ...written(key, value) },
  ]);
  return { description: comments.get(name), ...json, properties: Object.fromEntries(properties) };
}

/** Editors ignore what stands beside a reference. */
function referring(value: Json): Json {
  return '$ref' in value ? { allOf: [value] } : value;
}

/**
 * What is not checked where the schema is: a source that is written out where it is cited, as it has been moved to the
 * list of sources by then, and a remark, which is judged like the answer of a model.
 */
function written(key: string, { items }: Json): Json {
  if (key === 'remarks') return { items: ANSWER_ITEM };
  const isCited = key === 'sources' && (items as Json).type === 'string';
  return isCited ? { items: { anyOf: [items, { $ref: '#/definitions/source' }] } } : {};
}

/** Leaves the limit of safe integers out, which is obvious. */
function stated(key: string, value: unknown): unknown {
  return key === 'maximum' && value === Number.MAX_SAFE_INTEGER ? undefined : value;
}

/** `OTHER_MEANING` → `otherMeaning` */
function idOf(name: string): string {
  return name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The comments of the constants of a file, and of the keys of the objects in them: `TERM`, `TERM.text`. */
function commentsIn(file: string): Comments {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const comments = new Map<string, string>();
  const visit = (node: ts.Node, within: string): void => {
    let name = within;
    if (ts.isVariableDeclaration(node)) name = node.name.getText();
    else if (ts.isPropertyAssignment(node)) name = `${within}.${(node.name as ts.Identifier | ts.StringLiteral).text}`;
    else if (ts.isSpreadAssignment(node))
      for (const [key, comment] of [...comments])
        if (key.startsWith(`${node.expression.getText()}.`))
          comments.set(within + key.slice(key.indexOf('.')), comment);
    const [comment] = ts.getJSDocCommentsAndTags(ts.isVariableDeclaration(node) ? node.parent.parent : node);
    if (name !== within && comment && ts.isJSDoc(comment))
      comments.set(name, ts.getTextOfJSDocComment(comment.comment)!.replace(/\s*\n\s*/g, ' '));
    ts.forEachChild(node, (child) => visit(child, name));
  };
  visit(source, '');
  for (const [key, text] of Object.entries(texts))
    if (key.startsWith('setting.rules.')) comments.set(key.replace('setting.rules', 'LEVELS'), text);
  return comments;
}

if (process.argv[1]?.endsWith('schemas.ts'))
  for (const [file, text] of schemaFiles()) writeFileSync(join(ROOT, file), text);
