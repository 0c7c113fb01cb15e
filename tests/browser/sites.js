// Built sites: their pages, the types of these, and a static server for them.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');

// The folders whose names the program chose; what else stands in an address is an act's, a year's, a body's.
const fixed = new Set(`_incorpora accessibilita archivio argomento atti azioni cerca come-funziona comune comuni conferenza confronto
  contatti cronologia cronoprogramma glossario mappa normativa note-legali novita organi organo persone privacy
  programma punti punto rapporti regolamenti scadenze scuole sedute stampa stato tavoli tipo verifica versioni`.split(/\s+/));

const kinds = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.xml': 'application/xml', '.woff2': 'font/woff2',
  '.pdf': 'application/pdf', '.txt': 'text/plain; charset=utf-8', '.csv': 'text/csv; charset=utf-8',
};

// What such a site can be served with: whatever a page needs beyond it is an error on the browser's console.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors 'self'";

// 'atti/2031/dcza-1/index.html' -> 'atti/*/*'
function typeOf(file) {
  if (!file.endsWith('/index.html')) return file;
  return file.split('/').slice(0, -1).map((part) => (fixed.has(part) ? part : '*')).join('/');
}

// Every page below a folder, in order: { file, type, bytes }.
function pagesOf(folder) {
  return fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html')).sort()
    .map((file) => ({ file, type: typeOf(file), bytes: fs.statSync(path.join(folder, file)).size }));
}

// The page of each type that holds most.
function fullestOfEachType(pages) {
  const fullest = new Map();
  for (const page of pages)
    if (!fullest.has(page.type) || fullest.get(page.type).bytes < page.bytes) fullest.set(page.type, page);
  return [...fullest.values()];
}

// A fragment that other sites take in is looked at as part of such a page.
const host = (fragment) => `<!DOCTYPE html>
<html lang="it">
<head>
<meta charset="utf-8">
<title>Chi lo accoglie</title>
</head>
<body>
<main>
<h1>Chi lo accoglie</h1>
${fragment}</main>
</body>
</html>
`;

function bytesOf(file) {
  const bytes = fs.readFileSync(file);
  return file.endsWith('.frammento.html') ? Buffer.from(host(bytes.toString('utf8'))) : bytes;
}

// A server on a free port of this machine; sites, { base: '/prova/', folder }, may be added later.
function serve(sites) {
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const site = sites.find((one) => address.startsWith(one.base));
    let status = site ? 200 : 404;
    let file = site && path.join(site.folder, address.replace(/\/$/, '/index.html').slice(site.base.length));
    if (file && !(fs.existsSync(file) && fs.statSync(file).isFile())) {
      status = 404;
      file = path.join(site.folder, '404.html');
      if (!fs.existsSync(file)) file = null;
    }
    response.writeHead(status, {
      'Content-Type': file ? kinds[path.extname(file)] || 'application/octet-stream' : 'text/plain',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(file ? bytesOf(file) : '');
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

module.exports = { bytesOf, fullestOfEachType, pagesOf, serve, typeOf };
