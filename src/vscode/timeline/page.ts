import type { Lang } from '../../core/document';
import type { Item } from '../../core/timeline/timeline';
import type { PanelWording, TimelineWording } from '../../core/timeline/wordings';
import { element, escapeXml, textElement } from '../../core/timeline/xml';

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
  const button = (id: string, label: string) => textElement('button', { type: 'button', id }, label);
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
<div id="tools" role="group" aria-label="${escapeXml(panel.tools)}">${button('export-svg', panel.exportSvg)}${button('export-png', panel.exportPng)}</div>
</header>
<main id="picture" aria-label="${escapeXml(panel.picture)}"></main>
<section id="details" aria-label="${escapeXml(panel.details)}" aria-live="polite"><p class="hint">${escapeXml(panel.hint)}</p></section>
<script nonce="${nonce}" src="${escapeXml(script)}"></script>
</body>
</html>`;
}

/** The details of an item, below the picture: its name, its time, a sentence and its sources. */
export function detailsOf(item: Item, words: PanelWording): string {
  const { labels, date, statement, sources, confidence, factId } = item;
  // VS Code opens such a link externally; a page cannot.
  const titled = sources.map(({ title, url, detail }) => {
    const name =
      url !== undefined && /^https?:\/\//.test(url) ? textElement('a', { href: url }, title) : escapeXml(title);
    return name + escapeXml(detail === '' ? '' : `, ${detail}`);
  });
  return [
    factId === undefined ? '' : textElement('button', { type: 'button', class: 'open' }, words.showFact),
    element('h2', {}, [escapeXml(labels[0]!), date === '' ? '' : textElement('span', { class: 'date' }, date)]),
    textElement('p', {}, statement),
    titled.length === 0
      ? ''
      : element('p', { class: 'sources' }, [`${escapeXml(words.sources)} ${titled.join(' · ')}`]),
    confidence === '' ? '' : textElement('p', { class: 'confidence' }, confidence),
  ].join('');
}
