import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * The types of the library as one file: the declarations that the compiler makes of its files, without the imports,
 * as `types.ts` imports nothing. Throws if a declaration needs a type of another file.
 */
export function libraryTypes(folder) {
  const declarations = ['types.ts', 'index.ts', 'word.ts']
    .map((file) => declarationsOf(path.join(folder, file)))
    .join('\n');
  const text = declarations
    .replace(/^import [^;]*;\n/gm, '')
    .replace(/^export [^;]* from '\.\/(?:types|word)';\n/gm, '')
    .replace(/^export \{\};\n/gm, '');
  const foreign = /\bimport\b.*|^.*\bfrom '.*/m.exec(text);
  if (foreign) throw new Error(`The types of the library must be in src/library/types.ts, not imported: ${foreign[0]}`);
  return text;
}

function declarationsOf(file) {
  const { outputText, diagnostics } = ts.transpileDeclaration(fs.readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, stripInternal: true },
    reportDiagnostics: true,
  });
  if (diagnostics?.length > 0)
    throw new Error(
      ts.formatDiagnostics(diagnostics, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => '',
        getNewLine: () => '\n',
      }),
    );
  return outputText;
}
