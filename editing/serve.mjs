// Serves this folder to this machine alone: `npm start`, then http://127.0.0.1:8080. PORT chooses another port, 0 any free one.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const folder = new URL('.', import.meta.url).pathname;
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.map': 'application/json' };

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const path = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
  const found = path.startsWith(folder) && (await stat(path).catch(() => null));
  if (!found || !found.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
  createReadStream(path).pipe(response);
});

server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  console.log(`the form is at http://127.0.0.1:${server.address().port}`);
});
