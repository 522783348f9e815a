import type { Lang } from '../../core/document';
import { escapeXml } from '../../core/xml';

export interface Page {
  readonly lang: Lang;
  readonly title: string;
  /** The source from which the page may load styles. */
  readonly cspSource: string;
  readonly style: string;
  readonly body: string;
}

/** A page without a script: its links run commands and open sources. Nothing is loaded but the style. */
export function pageOf({ lang, title, cspSource, style, body }: Page): string {
  const policy = `default-src 'none'; style-src ${cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<link rel="stylesheet" href="${escapeXml(style)}">
</head>
<body>
<main>
${body}
</main>
</body>
</html>`;
}
