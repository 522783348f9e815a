import type * as reader from './configReader';

/**
 * Reads the text of a configuration file. `didYouMean` may add a suggestion for an unknown word to the message. Never
 * throws.
 */
export function readConfig(...given: Parameters<typeof reader.readConfig>): ReturnType<typeof reader.readConfig> {
  // Loads the schema at the first file: a start without a configuration has no use for it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./configReader') as typeof reader).readConfig(...given);
}
