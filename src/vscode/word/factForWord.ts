import * as vscode from 'vscode';
import { citeFact } from '../../core/citation/cite';
import type { Lang } from '../../core/document';
import type { Fact, Source } from '../../core/termbase/concept';
import { escapeXml } from '../../core/xml';
import { nonce } from '../views/nonce';

/**
 * Shows a fact with its source as a footnote, and copies both for Word on a click. The editor can only copy plain text;
 * a page may copy HTML, but only when the writer clicks in it.
 */
export function showFactForWord(fact: Fact, sources: ReadonlyMap<string, Source>, lang: Lang): void {
  const panel = vscode.window.createWebviewPanel(
    'migrationTerms.factForWord',
    vscode.l10n.t('Fact for Word'),
    { viewColumn: vscode.ViewColumn.Active, preserveFocus: false },
    { enableScripts: true, localResourceRoots: [] },
  );
  const html = citeFact(fact, sources, 'word', lang);
  const plain = citeFact(fact, sources, 'plain', lang);
  panel.webview.html = pageOf(lang, `<p>${html.text}</p>${html.footnote}`, plain.text, nonce());
}

function pageOf(lang: Lang, html: string, plain: string, once: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${once}'; script-src 'nonce-${once}'; base-uri 'none'; form-action 'none'`;
  const copied = vscode.l10n.t('Copied. Paste it in Word with Ctrl+V; the source becomes a footnote.');
  // The script sets both forms in the event that its own call of "copy" causes.
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<title>${escapeXml(vscode.l10n.t('Fact for Word'))}</title>
<style nonce="${once}">
body { max-width: 45em; padding: 1em 2em; font-size: 1.1em; line-height: 1.5; }
button { margin-top: 1em; padding: .4em 1em; border: 1px solid var(--vscode-button-border, transparent);
  color: var(--vscode-button-foreground); background: var(--vscode-button-background); font: inherit; cursor: pointer; }
button:hover { background: var(--vscode-button-hoverBackground); }
button:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
#fact div { border-top: 1px solid var(--vscode-widget-border, currentcolor); margin-top: 1.5em; font-size: .85em; }
#fact div div { border: 0; margin: 0; font-size: 1em; }
</style>
</head>
<body>
<main id="fact">${html}</main>
<button type="button" id="copy">${escapeXml(vscode.l10n.t('Copy for Word'))}</button>
<p id="copied" role="status"></p>
<script nonce="${once}">
const fact = document.getElementById('fact').innerHTML;
const plain = ${inScript(plain)};
document.getElementById('copy').addEventListener('click', () => document.execCommand('copy'));
document.addEventListener('copy', (event) => {
  if (String(getSelection()) !== '') return;
  event.clipboardData.setData('text/html', fact);
  event.clipboardData.setData('text/plain', plain);
  event.preventDefault();
  document.getElementById('copied').textContent = ${inScript(copied)};
});
document.getElementById('copy').focus();
</script>
</body>
</html>`;
}

/** A string in a script of a page: no text can end the script. */
function inScript(text: string): string {
  return JSON.stringify(text).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
