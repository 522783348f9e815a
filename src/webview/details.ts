import { nameOf } from '../core/timeline/svg';
import type { Item } from '../core/timeline/timeline';
import type { PanelWording } from '../core/timeline/wording';

/** Shows the details of an item below the picture: its name, its time, a sentence and its sources. */
export function showDetails(
  section: HTMLElement,
  item: Item,
  words: PanelWording,
  showFact: (id: string) => void,
): void {
  const heading = made('h2', item.labels[0]!);
  if (item.date !== '') heading.append(made('span', item.date, 'date'));
  const { factId } = item;
  const parts: HTMLElement[] = [heading, made('p', item.statement)];
  if (item.sources.length > 0) parts.push(sourcesOf(item, words));
  if (item.confidence !== '') parts.push(made('p', item.confidence, 'confidence'));
  if (factId !== undefined) {
    const button = made('button', words.showFact);
    button.type = 'button';
    button.className = 'open';
    button.addEventListener('click', () => showFact(factId));
    parts.unshift(button);
  }
  section.replaceChildren(...parts);
  section.scrollTop = 0;
  section.dataset.name = nameOf(item);
  // A scrollable section must be reachable from the keyboard.
  if (section.scrollHeight > section.clientHeight) section.tabIndex = 0;
  else section.removeAttribute('tabindex');
}

function sourcesOf({ sources }: Item, words: PanelWording): HTMLElement {
  const line = made('p', `${words.sources} `, 'sources');
  sources.forEach(({ title, url, detail }, i) => {
    if (i > 0) line.append(' · ');
    // VS Code opens such a link externally; a page cannot.
    if (url !== undefined && /^https?:\/\//.test(url)) {
      const link = made('a', title);
      link.href = url;
      line.append(link);
    } else {
      line.append(title);
    }
    if (detail !== '') line.append(`, ${detail}`);
  });
  return line;
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
  className?: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  if (className !== undefined) element.className = className;
  return element;
}
