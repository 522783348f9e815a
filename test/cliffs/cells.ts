import { createInterface } from 'node:readline';
import { FORMAT_IDS, growthOf, isCliff } from './measure';
import { MORE_SHAPES, SHAPES } from './shapes';

/**
 * Measures what it is asked for on its standard input, one cell a line: `shape format length`, by their numbers. First
 * of
 * all it tells what there is to ask for.
 */
async function main(): Promise<void> {
  const shapes = [...SHAPES, ...MORE_SHAPES];
  console.log(JSON.stringify({ shapes: shapes.map(({ name }) => name), usual: SHAPES.length, formats: FORMAT_IDS }));
  for await (const line of createInterface(process.stdin)) {
    const [shape, format, length] = line.split(' ').map(Number);
    const growth = growthOf(shapes[shape!]!.make, length!, FORMAT_IDS[format!]!);
    console.log(JSON.stringify({ ...growth, isCliff: isCliff(growth) }));
  }
}

void main();
