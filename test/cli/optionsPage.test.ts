import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { COMMANDS, optionsOf } from '../../src/cli/arguments';
import { helpOn } from '../../src/cli/help';
import { nameOf } from '../../src/cli/options';

const PAGE = resolve(__dirname, '../../docs/command-line.md');
const TABLE = /\| option \| of \| \|\n(?:\|.*\n)*/;

/** The options by name and help, with the commands that have them. */
function optionsTable(): string {
  const rows = new Map<string, { shown: string; help: string; commands: string[] }>();
  for (const command of COMMANDS)
    for (const [field, option] of Object.entries(optionsOf(command))) {
      if (option.help === '') continue;
      const short = option.short === undefined ? '' : `-${option.short}, `;
      const shown = `${short}--${nameOf(field, option)}${option.value === undefined ? '' : ` ${option.value}`}`;
      const help = option.help.replaceAll('\n', ' ');
      const key = `${shown} ${help}`;
      rows.set(key, { shown, help, commands: [...(rows.get(key)?.commands ?? []), command] });
    }
  const cells = (text: string): string => text.replaceAll('|', '\\|').replaceAll('*', '\\*');
  return [
    '| option | of | |',
    '|---|---|---|',
    ...[...rows.values()].map(
      ({ shown, help, commands }) =>
        `| \`${shown.replaceAll('|', '\\|')}\` | ${commands.join(', ')} | ${cells(help)} |`,
    ),
  ].join('\n');
}

describe('the options of the command line', () => {
  it('are in docs/command-line.md as in the tables of the commands', () => {
    const page = readFileSync(PAGE, 'utf8');
    assert.match(page, TABLE, 'the page has a table of options');
    const written = page.replace(TABLE, () => `${optionsTable()}\n`);
    if (process.env.UPDATE === '1') writeFileSync(PAGE, written);
    else assert.equal(page, written, 'UPDATE=1 npm run test:file -- test/cli/optionsPage.test.ts writes the table');
  });

  for (const command of COMMANDS)
    it(`of ${command} are each in its help or in its usage, with options that exist in their checks`, () => {
      const options = optionsOf(command);
      const help = helpOn(command);
      for (const [field, option] of Object.entries(options)) {
        const { short, requires, excludes } = option;
        const names = [`--${nameOf(field, option)}`, ...(short === undefined ? [] : [`-${short}`])];
        if (option.help !== '')
          assert.ok(
            names.some((name) => new RegExp(`${name}(?![\\w-])`).test(help)),
            field,
          );
        for (const other of [...(requires ? [requires[0]] : []), ...(excludes?.[0] ?? [])])
          assert.ok(other in options, `${field} and ${other}`);
      }
    });
});
