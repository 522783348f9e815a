// In place of the native @vscode/native-watchdog: the host ends its processes itself (runFolder.mjs).
exports.start = () => {};
exports.exit = (code) => process.exit(code);
