import { escapeXml } from '../xml';

export { escapeXml };

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element whose children are already markup. */
export function element(name: string, given: Attributes, children: readonly string[] = []): string {
  const content = children.join('');
  return content === '' ? `<${name}${attributes(given)}/>` : `<${name}${attributes(given)}>${content}</${name}>`;
}

/** An element that contains a text, which is escaped. */
export function textElement(name: string, given: Attributes, text: string): string {
  return `<${name}${attributes(given)}>${escapeXml(text)}</${name}>`;
}

function attributes(given: Attributes): string {
  return Object.entries(given)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [` ${name}="${escapeXml(String(typeof value === 'number' ? Math.round(value * 10) / 10 : value))}"`],
    )
    .join('');
}
