import { endOfLine, indexWithin } from './lines';

/** A function or statement whose content in brackets is being read. */
export interface Call {
  /** `quote`, `table.header`, `let`; empty for a bare expression. */
  readonly name: string;
  /** Offset of its `#` or name. */
  readonly at: number;
  readonly isStatement: boolean;
  /** Whether it is inside a definition: its content is read only where it is used. */
  readonly isDefinition: boolean;
  readonly parent: Call | undefined;
}

/**
 * Receives the elements of a stretch of Typst, in order. Ranges do not overlap, except those between `enter` and
 * `leave`.
 */
export interface Visitor {
  text(start: number, end: number): void;
  /** `markup` is code: calls, arguments, and the brackets around content. */
  skip(kind: 'comment' | 'code' | 'math' | 'key' | 'markup', start: number, end: number): void;
  /** Content begins: the argument `name` of a call, or its trailing argument. */
  enter(call: Call, name: string, start: number): void;
  leave(end: number): void;
  line(at: number): void;
  /** A string passed as the argument `name`. */
  string(call: Call, name: string, start: number, end: number): void;
}

/**
 * `content`: markup up to `]`. `text`: a bracket in the text itself. `call`: after a name. The other modes end with
 * their mark.
 */
interface Frame {
  readonly mode: 'content' | 'text' | 'call' | ')' | '}' | '\n';
  call: Call;
  argument: string;
  last: string;
}

const NO_CALL: Call = { name: '', at: -1, isStatement: false, isDefinition: false, parent: undefined };
const IN_CONTENT = /[\\/`$#@<\n[\]*_]/g;
const IN_CODE = /["/`$()[\]{}\n,:]/g;
const LONGEST_FORMULA = 4000;

/**
 * Reads Typst from `start`, which must be in markup, to `end`, once and without looking back. Returns whether
 * everything that begins in the range ends in it.
 */
export function walkTypst(text: string, start: number, end: number, visitor: Visitor): boolean {
  // Compiled here rather than at module level, where they would delay every start-up, although few documents are in
  // Typst.
  const statements = /#(let|set|show|import|include|if|else|for|while|return|context|break|continue)\b/y;
  const names = /#([\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}_][\p{L}\p{N}_-]*)*)/uy;
  const keys = /@[\p{L}\p{N}_](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}_])?|<[\p{L}\p{N}_][\p{L}\p{N}_:.-]*>/uy;
  const frames: Frame[] = [];
  const bottom: Frame = { mode: 'content', call: NO_CALL, argument: '', last: '' };
  let codeStart = start;
  let isUnclosed = false;

  const push = (mode: Frame['mode'], call: Call): void => {
    frames.push({ mode, call, argument: '', last: '' });
  };
  const isContent = (frame: Frame): boolean => frame.mode === 'content' || frame.mode === 'text';
  const top = (): Frame => frames[frames.length - 1] ?? bottom;
  const pop = (at: number): void => {
    const popped = frames.pop();
    if (popped && !isContent(popped) && isContent(top()) && codeStart < at) visitor.skip('markup', codeStart, at);
  };
  const enter = (call: Call, argument: string, at: number): number => {
    if (codeStart < at + 1) visitor.skip('markup', codeStart, at + 1);
    push('content', call);
    visitor.enter(call, argument, at + 1);
    return at + 1;
  };

  /** Reads comments, raw text and formulas, which occur in both modes; returns -1 where there is none. */
  const readAside = (i: number): number => {
    const inContent = isContent(top());
    const skip = (kind: 'comment' | 'code' | 'math', to: number): number => {
      if (inContent) visitor.skip(kind, i, to);
      return to;
    };
    if (text[i] === '/') {
      if (text[i + 1] === '/' && text[i - 1] !== ':') return skip('comment', Math.min(end, endOfLine(text, i)));
      if (text[i + 1] !== '*') return -1;
      const close = indexWithin(text, '*/', i + 2, end);
      if (close < 0) isUnclosed = true;
      return skip('comment', close < 0 ? end : close + 2);
    }
    let marks = 1;
    if (text[i] === '`') {
      while (text[i + marks] === '`') marks++;
      if (marks === 2) return skip('code', i + 2);
    }
    const close = indexWithin(
      text,
      text[i]!.repeat(marks),
      i + marks,
      marks > 2 ? end : Math.min(end, i + LONGEST_FORMULA),
    );
    if (close < 0 && (marks > 2 || i + LONGEST_FORMULA > end)) isUnclosed = true;
    if (close < 0) return marks > 2 ? skip('code', end) : -1;
    return skip(text[i] === '$' ? 'math' : 'code', close + marks);
  };

  const readHash = (i: number): number => {
    statements.lastIndex = names.lastIndex = i;
    const statement = statements.exec(text);
    const name = statement ?? names.exec(text);
    if (!name && !/[([{"]/.test(text[i + 1] ?? ' ')) {
      visitor.text(i, i + 1);
      return i + 1;
    }
    codeStart = i;
    push(statement ? '\n' : 'call', callOf(name?.[1] ?? '', i, top().call, statement !== null));
    return i + (name?.[0].length ?? 1);
  };

  const readContent = (i: number): number => {
    IN_CONTENT.lastIndex = i;
    const found = IN_CONTENT.exec(text)?.index ?? end;
    if (found > i) {
      visitor.text(i, Math.min(found, end));
      return found;
    }
    switch (text[i]) {
      case '\\': {
        const to = text[i + 1] === '\n' ? i + 1 : Math.min(end, i + 2);
        visitor.text(i, to);
        return to;
      }
      case '/':
      case '`':
      case '$': {
        const to = readAside(i);
        if (to > 0) return to;
        break;
      }
      case '#':
        return readHash(i);
      case '@':
      case '<': {
        keys.lastIndex = i;
        const key = /[\p{L}\d]/u.test(text[i - 1] ?? ' ') && text[i] === '@' ? null : keys.exec(text);
        if (key && keys.lastIndex <= end) {
          visitor.skip('key', i, keys.lastIndex);
          return keys.lastIndex;
        }
        break;
      }
      case '\n':
        visitor.line(i);
        return i + 1;
      case '[':
        push('text', top().call);
        break;
      case ']': {
        const frame = frames.pop();
        if (frame?.mode === 'text') break;
        codeStart = i;
        if (frame) visitor.leave(i);
        // A row of a table begins in its first cell, so the walk may reach the end of a cell whose beginning it did
        // not see.
        else push(')', callOf('table', i, NO_CALL));
        return i + 1;
      }
    }
    visitor.text(i, i + 1);
    return i + 1;
  };

  const readCall = (i: number): number => {
    const frame = top();
    switch (text[i]) {
      case '(':
        push(')', frame.call);
        return i + 1;
      case '{':
        push('}', frame.call);
        return i + 1;
      case '[':
        return enter(frame.call, '', i);
      case '"':
        return endOfString(text, i, end);
      case '.': {
        const method = /^\.[\p{L}_][\p{L}\p{N}_-]*(?=[([])/u.exec(text.slice(i, Math.min(end, i + 60)));
        if (method) return i + method[0].length;
      }
    }
    pop(i);
    return i;
  };

  const readCode = (i: number): number => {
    const frame = top();
    IN_CODE.lastIndex = i;
    const at = IN_CODE.exec(text)?.index ?? end;
    if (at >= end) return end;
    const name = nameBefore(text, at, i);
    if (name !== '') frame.last = name;
    switch (text[at]) {
      case '"': {
        const close = endOfString(text, at, end);
        visitor.string(frame.call, frame.argument, at + 1, close - 1);
        return close;
      }
      case '/':
      case '`':
      case '$': {
        const to = readAside(at);
        return to > 0 ? to : at + 1;
      }
      case '(':
      case '{':
        push(text[at] === '(' ? ')' : '}', name === '' ? frame.call : callOf(name, at - name.length, frame.call));
        return at + 1;
      case '[': {
        const isTrailing = name !== '' || text[at - 1] === ')';
        return enter(
          isTrailing && frame.last !== '' ? callOf(frame.last, at - name.length, frame.call) : frame.call,
          frame.argument,
          at,
        );
      }
      case ')':
      case '}':
        if (frame.mode !== '\n') pop(at + 1);
        return at + 1;
      case ']':
        while (frames.length > 0 && !isContent(top())) frames.pop();
        return at;
      case '\n':
        if (frame.mode === '\n') {
          pop(at);
          return at;
        }
        return at + 1;
      case ',':
        frame.argument = frame.last = '';
        return at + 1;
      default:
        frame.argument = name;
        frame.last = '';
        return at + 1;
    }
  };

  for (let i = start; i < end;)
    i = isContent(top()) ? readContent(i) : top().mode === 'call' ? readCall(i) : readCode(i);
  const isClosed = frames.length === 0 && !isUnclosed;
  if (!isContent(top()) && codeStart < end) visitor.skip('markup', codeStart, end);
  return isClosed;
}

function callOf(name: string, at: number, parent: Call, isStatement = false): Call {
  return { name, at, isStatement, isDefinition: parent.isDefinition || (isStatement && name === 'let'), parent };
}

function nameBefore(text: string, at: number, from: number): string {
  return /[\p{L}_][\p{L}\p{N}_.-]*$/u.exec(text.slice(Math.max(from, at - 60), at))?.[0] ?? '';
}

/** The offset after the closing mark of the string at `at`. */
function endOfString(text: string, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i + 1;
  }
  return end;
}
