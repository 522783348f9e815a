/** An action of a key in the picture; {@link deedOf} returns `undefined` for keys that are left to the editor. */
export type Deed =
  | { readonly kind: 'zoom'; readonly by: 1 | -1 | 0 }
  | { readonly kind: 'move'; readonly along: number; readonly across: number }
  | { readonly kind: 'open' };

const DEEDS: Readonly<Record<string, Deed>> = {
  '+': { kind: 'zoom', by: 1 },
  '=': { kind: 'zoom', by: 1 },
  '-': { kind: 'zoom', by: -1 },
  '−': { kind: 'zoom', by: -1 },
  '0': { kind: 'zoom', by: 0 },
  ArrowLeft: { kind: 'move', along: -1, across: 0 },
  ArrowRight: { kind: 'move', along: 1, across: 0 },
  ArrowUp: { kind: 'move', along: 0, across: -1 },
  ArrowDown: { kind: 'move', along: 0, across: 1 },
  Home: { kind: 'move', along: -Infinity, across: 0 },
  End: { kind: 'move', along: Infinity, across: 0 },
  Enter: { kind: 'open' },
  ' ': { kind: 'open' },
};

export function deedOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Deed | undefined {
  return ctrlKey || metaKey || altKey ? undefined : DEEDS[key];
}
