export { lineIndex, type LineIndex, type Position } from '../core/lineIndex';
