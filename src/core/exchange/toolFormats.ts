/** The formats of files for other tools, which contain the names of a termbase. */
export const TOOL_FORMATS = ['vale', 'cspell', 'prh'] as const;
export type ToolFormat = (typeof TOOL_FORMATS)[number];
