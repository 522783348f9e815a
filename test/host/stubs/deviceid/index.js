// In place of @vscode/deviceid, which would write an id of this machine into the home folder.
exports.getDeviceId = async () => require('crypto').randomUUID();
