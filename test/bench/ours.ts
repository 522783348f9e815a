// What the comparison with other programs takes from this one, as one bundle: see scripts/benchPeers.mjs.
export { check } from '../../src/core/check';
export { findMentions } from '../../src/core/mentions/findMentions';
export { DEFAULT_OPTIONS } from '../../src/core/options';
export { markdown } from '../../src/core/prose/markdown';
export { BUILTIN_FILES } from '../../src/core/termbase/builtin';
export { loadTermbase } from '../../src/core/termbase/load';
export { generate } from './generate';
export { argument, bareTime, median, row } from './measure';
