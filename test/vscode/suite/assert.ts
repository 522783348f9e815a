/** Assertions for the suites in both extension hosts: `node:assert` does not exist in a web worker. */
export const assert: Assert = { ok, equal, deepEqual, match, fail };

/** A named type, because TypeScript narrows after `assert.ok(value)` only if the type of `assert` is explicit. */
interface Assert {
  ok(value: unknown, message?: string): asserts value;
  equal<T>(actual: T, expected: T, message?: string): void;
  /** Compares plain data: objects, arrays and simple values, in any order of keys. */
  deepEqual(actual: unknown, expected: unknown, message?: string): void;
  match(actual: string, pattern: RegExp, message?: string): void;
  fail(message: string): never;
}

/** A failure that mocha shows as a difference of actual and expected. */
class AssertionError extends Error {
  readonly showDiff: boolean;

  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
    this.name = 'AssertionError';
    this.showDiff = expected !== undefined;
  }
}

function ok(value: unknown, message = `expected something true, got ${show(value)}`): asserts value {
  if (!value) throw new AssertionError(message);
}

function equal<T>(actual: T, expected: T, message = `expected ${show(expected)}, got ${show(actual)}`): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message, actual, expected);
}

function deepEqual(actual: unknown, expected: unknown, message = 'expected equal data'): void {
  if (show(actual) !== show(expected)) throw new AssertionError(message, actual, expected);
}

function match(actual: string, pattern: RegExp, message = `expected ${show(actual)} to match ${pattern}`): void {
  if (!pattern.test(actual)) throw new AssertionError(message);
}

function fail(message: string): never {
  throw new AssertionError(message);
}

function show(value: unknown): string {
  if (typeof value === 'function' || typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  return JSON.stringify(value, sortKeys) ?? 'undefined';
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
