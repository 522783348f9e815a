'use strict';
// In place of the native @vscode/spdlog: VS Code's log files and Output channels reach the disk.
// Written as `exports.x = …`, because `import()` finds no names in `module.exports = {…}`.
const fs = require('fs');
const path = require('path');

const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  constructor(filename) {
    this.file = filename;
    this.level = 2;
    this.decorated = true;
    try {
      fs.mkdirSync(path.dirname(filename), { recursive: true });
      fs.closeSync(fs.openSync(filename, 'a'));
    } catch {
      // A log that cannot be written is no reason to stop.
    }
  }

  write(level, message) {
    if (level < this.level || !this.file) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, 23);
    const text = this.decorated ? `${time} [${NAMES[level]}] ${message}\n` : message;
    try {
      fs.appendFileSync(this.file, text);
    } catch {
      // As above; the folder may be gone at the end of a run.
    }
  }

  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.decorated = true; }
  clearFormatters() { this.decorated = false; }
  flush() {}
  drop() { this.file = undefined; }
}

exports.version = 11500;
exports.Logger = Logger;
exports.LogLevel = { Trace: 0, Debug: 1, Info: 2, Warning: 3, Error: 4, Critical: 5, Off: 6 };
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (_name, filename) => new Logger(filename);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
