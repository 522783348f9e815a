/**
 * Each command is loaded when it is the one: `--version` does not wait for a termbase. The build makes a bundle of its own
 * of what is named here, so that a start reads little before it knows what it is asked for.
 */
export const COMMANDS = {
  check: async () => (await import('./check')).runCheck,
  fix: async () => (await import('./fix')).runFix,
  facts: async () => (await import('./facts')).runFacts,
  lookup: async () => (await import('./lookup')).runLookup,
  import: async () => (await import('./import')).runImport,
  export: async () => (await import('./export')).runExport,
  /** The work of a thread. */
  serve: async () => (await import('../threads/serve')).serve,
};
