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

/** Escapes text for content and for attributes in double quotes; removes characters that XML forbids. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, lone surrogates and the two noncharacters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function attributes(given: Attributes): string {
  return Object.entries(given)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [` ${name}="${escapeXml(String(typeof value === 'number' ? Math.round(value * 10) / 10 : value))}"`],
    )
    .join('');
}
