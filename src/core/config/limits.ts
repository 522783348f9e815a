/**
 * The largest configuration and the largest termbase that are read, in bytes. Each is larger than any that people write;
 * reading more would hold up every check.
 */
export const MOST_CONFIG_BYTES = 1_000_000;
export const MOST_TERMBASE_BYTES = 8_000_000;

/** How deep brackets may be nested in either. A termbase that people write has ten of them around its innermost text. */
export const MOST_DEPTH = 100;
