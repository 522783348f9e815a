// Validates SARIF files with the JSON Schema of SARIF 2.1.0, which is too large for this repository. The npm package
// @microsoft/sarif-multitool-linux contains it as sarif-2.1.0.json.
//
//   node scripts/checkSarif.mjs SCHEMA.json FILE.sarif ...
import Ajv from 'ajv/dist/2020.js';
import fs from 'node:fs';

const [schema, ...files] = process.argv.slice(2);
if (!schema || files.length === 0) {
  console.error('Usage: node scripts/checkSarif.mjs SCHEMA.json FILE.sarif ...');
  process.exit(2);
}
const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
// The formats of strings (`uri` and the like) would need another package.
const validate = new Ajv.default({ strict: false, allErrors: true, validateFormats: false }).compile(read(schema));
for (const file of files) {
  const isValid = validate(read(file));
  console.log(`${file}: ${isValid ? 'valid' : 'not valid'}`);
  for (const { instancePath, message } of validate.errors ?? []) console.log(`  ${instancePath}: ${message}`);
  if (!isValid) process.exitCode = 1;
}
