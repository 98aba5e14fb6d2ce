#!/usr/bin/env node
// Plain enough for any Node to read, so that an old one can be told.
var major = parseInt(process.versions.node, 10);
if (major < 20) {
  process.stderr.write(
    'newsprint: needs Node.js 20 or newer, and this is ' + process.version + '; see https://nodejs.org\n',
  );
  process.exitCode = 2;
} else {
  require('../dist/loader.js');
}
