import ts from 'typescript';

/**
 * Words in a source that look like those of a natural language: alternations in regular expressions, lists of texts,
 * comparisons.
 */
export function wordsInCode(source: string, allowed: (word: string) => boolean): readonly string[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const words = wordsOf(node).filter((word) => !allowed(word));
    if (words.length > 0)
      found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${words.join(' ')}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function wordsOf(node: ts.Node): readonly string[] {
  if (ts.isRegularExpressionLiteral(node)) {
    const alternatives = [...node.text.matchAll(/\((?:\?[:=!]|\?<[=!])?([^()]*\|[^()]*)\)/g)]
      .flatMap(([, inner]) => inner!.split('|'))
      .concat(/^\/\^?([^()[\]]*\|[^()[\]]*)\$?\/\w*$/.exec(node.text)?.[1]?.split('|') ?? []);
    const words = alternatives
      .map((each) => each.replace(/\\b|[?^$]/g, ''))
      .filter((each) => /^\p{L}{2,}$/u.test(each));
    return words.length >= 2 ? words : [];
  }
  if (ts.isArrayLiteralExpression(node)) {
    const words = node.elements
      .filter(ts.isStringLiteral)
      .map(({ text }) => text)
      .filter((text) => /^[\p{L}'’ -]{2,}$/u.test(text));
    return words.length >= 2 ? words : [];
  }
  // 'no nr art arts'.split(' ')
  if (
    ts.isStringLiteral(node) &&
    node.text.split(' ').length >= 6 &&
    !/[.:“]/.test(node.text) &&
    !ts.isTemplateSpan(node.parent)
  )
    return node.text.split(' ');
  // folded === 'twenty'
  if (
    ts.isBinaryExpression(node) &&
    /^[!=]==$/.test(node.operatorToken.getText()) &&
    ts.isStringLiteral(node.right) &&
    /\b(?:folded|written)$/.test(node.left.getText()) &&
    /^\p{L}{2,}$/u.test(node.right.text)
  )
    return [node.right.text];
  return [];
}
