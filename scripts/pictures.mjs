// Retakes the pictures of the README and of the walkthrough. Build first, and look at each of them afterwards.
//
//   node scripts/pictures.mjs [--only PART OF A FILE'S NAME,…] [--extension DIR]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { takePictures } from './picture.mjs';
import { smallPng } from './smallPng.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { only: { type: 'string' }, extension: { type: 'string', default: root } } });

/** A picture must be smaller than 200 KB, or the Marketplace page and the walkthrough open slowly. */
const MOST_BYTES = 200_000;

/** Only the editor, as pictures are small on a page and smaller in a walkthrough. */
const CLOSE_UP = { 'workbench.activityBar.location': 'hidden', 'editor.stickyScroll.enabled': false };
const EDITOR = '.part.editor';
const CLOSED = { kind: 'sideBar', width: 0 };
const CHECKED = { kind: 'wait', selector: '.squiggly-warning' };
const opened = (file) => [{ kind: 'open', path: file }, CLOSED, CHECKED];
// The first lane follows the two buttons; the second name is on it.
const CHOSEN = [
  { kind: 'press', keys: 'Tab', times: 3 },
  { kind: 'press', keys: 'ArrowRight' },
];

const README = [
  {
    name: 'hover',
    theme: 'light',
    settings: CLOSE_UP,
    viewport: { width: 960, height: 580 },
    area: EDITOR,
    steps: [...opened('brief.en.md'), { kind: 'hover', text: 'ICEM', within: '1995 ICEM', shows: 'PICMME' }],
  },
  {
    name: 'quick-fix',
    theme: 'dark',
    settings: CLOSE_UP,
    viewport: { width: 960, height: 580 },
    area: EDITOR,
    steps: [...opened('brief.en.md'), { kind: 'quickFix', text: 'ICEM', within: 'ICEM assists' }],
  },
  {
    name: 'history',
    theme: 'light',
    settings: CLOSE_UP,
    viewport: { width: 1040, height: 852 },
    area: EDITOR,
    steps: [CLOSED, { kind: 'command', title: 'Show History' }, { kind: 'panel' }, ...CHOSEN],
  },
  {
    name: 'problems',
    theme: 'contrast',
    viewport: { width: 1240, height: 640 },
    scale: 1,
    steps: [
      { kind: 'open', path: 'brief.en.md' },
      CHECKED,
      { kind: 'view', name: 'Migration Terms' },
      { kind: 'sideBar', width: 380 },
      { kind: 'problems' },
    ],
  },
].map((picture) => ({ scale: 1.25, ...picture, folder: 'test/samples', file: `docs/images/${picture.name}.png` }));

/**
 * Each in light and dark, as the walkthrough follows the theme; with few colours, as they are packed with the
 * extension.
 */
const WALKTHROUGH = [
  {
    name: 'fix',
    height: 510,
    steps: [...opened('sample.md'), { kind: 'quickFix', text: 'ICEM', within: 'ICEM helps' }],
  },
  {
    name: 'hover',
    width: 960,
    height: 580,
    steps: [...opened('sample.md'), { kind: 'hover', text: 'ICEM', within: '1995 ICEM', shows: 'PICMME' }],
  },
  {
    name: 'look-up',
    height: 350,
    area: undefined,
    steps: [
      ...opened('sample.md'),
      { kind: 'command', title: 'Look Up' },
      { kind: 'search', text: 'objective 7', shows: 'Title: Address and reduce' },
    ],
  },
  {
    name: 'history',
    height: 545,
    steps: [CLOSED, { kind: 'command', title: 'Show History' }, { kind: 'panel' }, ...CHOSEN],
  },
].flatMap(({ name, width = 760, height, ...picture }) =>
  ['light', 'dark'].map((theme) => ({
    theme,
    settings: CLOSE_UP,
    viewport: { width, height },
    area: EDITOR,
    scale: 1.25,
    colours: 64,
    ...picture,
    folder: 'media/walkthrough',
    file: `media/walkthrough/${name}-${theme}.png`,
  })),
);

const wanted = values.only?.split(',');
for (const { folder, file, ...picture } of [...README, ...WALKTHROUGH].filter(
  ({ file }) => !wanted || wanted.some((each) => file.includes(each)),
)) {
  const { theme, settings, viewport, scale, area, steps } = picture;
  await takePictures({
    folder: path.join(root, folder),
    extension: { development: values.extension },
    theme,
    settings,
    viewport,
    scale,
    pictures: [{ file: path.join(root, file), steps, area }],
  });
  const png = smallPng(fs.readFileSync(path.join(root, file)), picture.colours);
  fs.writeFileSync(path.join(root, file), png);
  const size = png.length;
  console.log(`${file.padEnd(40)} ${(size / 1000).toFixed(0)} KB${size > MOST_BYTES ? ', TOO LARGE' : ''}`);
}
process.exit(0);
