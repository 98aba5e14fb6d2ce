#!/usr/bin/env node
// Plain enough for any Node to read, so that an old one can be told.
var major = parseInt(process.versions.node, 10);
if (major < 20) {
  // biome-ignore lint/style/useTemplate: nor do the oldest know templates.
  process.stderr.write('newsprint: needs Node.js 20 or newer; this is ' + process.version + '\n');
  process.exitCode = 2;
} else {
  require('../dist/loader.js');
}
