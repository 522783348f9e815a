import type { Block, Inline } from './prose';
import { InlineList, type Add } from './inlineList';
import { commandOf, DECLARATION, ENVIRONMENT_ARGUMENTS, NOTES } from './latexCommands';
import { closingBrace, commandNameAt, endOfArguments, endOfVerb, isEscaped, readLatexEscape } from './latexText';
import { Ahead, endOfLine } from './lines';

/** The inlines of a block of LaTeX: commands, keys, math, comments, quotations and emphasis. */
export function readLatexInlines(text: string, block: Block): readonly Inline[] {
  const { start, end } = block;
  const list = new InlineList(text, block);
  const { add } = list;
  const ahead = new Ahead(text, end);
  const braces: { readonly kind: Inline['kind'] | undefined; readonly at: number }[] = [];
  for (let i = start; i < end;) {
    switch (text[i]) {
      case '\\':
        i = readCommand(text, i, end, add, braces, ahead);
        break;
      case '%':
        i = add('comment', i, endOfLine(text, i));
        break;
      case '{':
        braces.push({ kind: undefined, at: i + 1 });
        i++;
        break;
      case '}': {
        const opened = braces.pop();
        if (opened?.kind && opened.at < i) add(opened.kind, opened.at, i);
        i++;
        break;
      }
      case '$': {
        const mark = text[i + 1] === '$' ? '$$' : '$';
        const close = ahead.find(mark, i + mark.length, (index) => !isEscaped(text, index));
        i = close < 0 ? i + mark.length : add('math', i, close + mark.length);
        break;
      }
      case '`':
        i = readQuotation(text, i, end, add, ahead);
        break;
      case "'":
        i = text[i + 1] === "'" ? add('markup', i, i + 2) : i + 1;
        break;
      // A dash between numbers is written `--`, and read as one mark.
      case '-':
        i = text[i + 1] === '-' && text[i + 2] !== '-' ? add('markup', i + 1, i + 2) : i + 1;
        break;
      default:
        i = list.pastAddress(i);
    }
  }
  return list.finish();
}

function readCommand(
  text: string,
  at: number,
  end: number,
  add: Add,
  braces: { readonly kind: Inline['kind'] | undefined; readonly at: number }[],
  ahead: Ahead,
): number {
  const name = commandNameAt(text, at);
  const bare = name.endsWith('*') ? name.slice(0, -1) : name;
  const after = at + 1 + name.length;
  if (bare === '(' || bare === '[') {
    const close = ahead.find(bare === '(' ? '\\)' : '\\]', after);
    return close < 0 ? add('markup', at, after) : add('math', at, close + 2);
  }
  if (bare === 'verb' || bare === 'lstinline') {
    const close = endOfVerb(text, after, end);
    if (close > 0) return add('code', at, close);
  }
  if (bare === 'begin' || bare === 'end') {
    const environment = /^[ \t]*\{([A-Za-z]+\*?)\}/.exec(text.slice(after, Math.min(end, after + 40)));
    if (environment)
      return add(
        'markup',
        at,
        endOfArguments(
          text,
          after + environment[0].length,
          bare === 'end' ? 0 : (ENVIRONMENT_ARGUMENTS[environment[1]!] ?? 0),
          end,
        ),
      );
  }
  if (NOTES.has(bare)) {
    const body = endOfArguments(text, after, 0, end);
    const close = text[body] === '{' ? closingBrace(text, body, end) : -1;
    return add('markup', at, close < 0 ? body : close);
  }
  const command = commandOf(bare);
  if (command) {
    const body = DECLARATION.has(bare) ? after : endOfArguments(text, after, command.skip, end);
    if (text[body] === '{' && command.skip !== Infinity && !DECLARATION.has(bare)) {
      braces.push({ kind: command.content, at: body + 1 });
      return add(command.kind, at, body + 1);
    }
    return add(command.kind, at, body);
  }
  const escape = readLatexEscape(text, at);
  if (escape && escape.character !== '') return at + escape.length;
  return add('markup', at, endOfArguments(text, after, 0, end));
}

/** ``…'' and `…': the quotation, and its marks as markup. An unclosed double mark extends to the end of the block. */
function readQuotation(text: string, at: number, end: number, add: Add, ahead: Ahead): number {
  if (text[at + 1] === '`') {
    const close = ahead.find("''", at + 2);
    add('quote', at, close < 0 ? end : close + 2);
    return add('markup', at, at + 2);
  }
  const close = /'(?![\p{L}'])/u.exec(text.slice(at + 1, Math.min(end, at + 400)));
  if (!close || close.index === 0) return at + 1;
  add('quote', at, at + 2 + close.index);
  return add('markup', at, at + 1);
}
