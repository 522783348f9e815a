/**
 * Maximum size of a configuration and of a termbase, in bytes. Each is larger than any written by hand; reading more
 * would delay every check.
 */
export const MOST_CONFIG_BYTES = 1_000_000;
export const MOST_TERMBASE_BYTES = 8_000_000;

/** Maximum nesting depth of brackets in either. A termbase written by hand has ten levels. */
export const MOST_DEPTH = 100;
