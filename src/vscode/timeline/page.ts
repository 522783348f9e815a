import type { Lang } from '../../core/document';
import { escapeXml } from '../../core/timeline/xml';
import type { TimelineWording } from '../../core/timeline/wording';

export interface Page {
  readonly lang: Lang;
  readonly words: TimelineWording;
  /** The source from which the page may load styles. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** Only a script with this nonce runs. */
  readonly nonce: string;
}

/** The page of the history panel: buttons, the picture and the details of the selected item; its script fills it. */
export function pageOf({ lang, words, cspSource, script, style, nonce }: Page): string {
  const { panel } = words;
  // The picture is drawn as PNG through a data URL; nothing else is loaded, and nothing from other origins.
  const policy = `default-src 'none'; img-src data:; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  const button = (id: string, label: string) => `<button type="button" id="${id}">${escapeXml(label)}</button>`;
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(words.title)}</title>
<link rel="stylesheet" href="${escapeXml(style)}">
</head>
<body>
<header>
<h1>${escapeXml(panel.heading)}</h1>
<div id="tools" role="group" aria-label="${escapeXml(panel.tools)}">
<span class="group">${button('zoom-out', panel.zoomOut)}<output id="zoom" aria-label="${escapeXml(panel.zoomed)}">100%</output>${button('zoom-in', panel.zoomIn)}${button('fit', panel.fit)}</span>
<span class="group">${button('export-svg', panel.exportSvg)}${button('export-png', panel.exportPng)}</span>
</div>
</header>
<main id="picture" aria-label="${escapeXml(panel.picture)}"></main>
<section id="details" aria-label="${escapeXml(panel.details)}" aria-live="polite"><p class="hint">${escapeXml(panel.hint)}</p></section>
<script nonce="${nonce}" src="${escapeXml(script)}"></script>
</body>
</html>`;
}
