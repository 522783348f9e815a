/**
 * The offset of the first character that makes a text invalid JSON, or the length of the text if something is missing
 * at its end.
 */
export function jsonErrorOffset(text: string): number {
  const parts = [...text.matchAll(TOKEN)];
  let at = 0;

  const peek = (): string => parts[at]?.[0] ?? '';
  const fail = (): never => {
    throw new JsonFault(parts[at]?.index ?? text.trimEnd().length);
  };
  const take = (token: string): void => {
    if (peek() !== token) fail();
    at++;
  };

  const string = (): void => {
    if (!STRING.test(peek())) fail();
    at++;
  };
  const list = (close: string, item: () => void): void => {
    at++;
    if (peek() === close) {
      at++;
      return;
    }
    for (;;) {
      item();
      if (peek() !== ',') break;
      at++;
    }
    take(close);
  };
  const value = (): void => {
    if (peek() === '{') {
      list('}', () => {
        string();
        take(':');
        value();
      });
    } else if (peek() === '[') {
      list(']', value);
    } else if (STRING.test(peek()) || ATOM.test(peek())) {
      at++;
    } else {
      fail();
    }
  };

  try {
    value();
    return parts[at]?.index ?? text.length;
  } catch (error) {
    if (error instanceof JsonFault) return error.offset;
    throw error;
  }
}

// Only some messages of `JSON.parse` contain an offset, and their format differs between versions of Node. This small
// parser runs only after it has failed.
const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|"[^\n]*/g;
const STRING = /^"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"$/;
const ATOM = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

class JsonFault extends Error {
  constructor(readonly offset: number) {
    super();
  }
}
