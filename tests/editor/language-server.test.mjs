// What an editor shows in data files: the language server of YAML in VS Code and other editors, over its standard input.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const server = fileURLToPath(new URL('node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url));
const program = process.env.PROGRAM ?? join(root, 'target/debug/career-pathways');

let folder;
let editor;

// An editor with the language server: asks it, and takes what it says of each file.
class Editor {
  #child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  #waiting = new Map();
  #diagnostics = new Map();
  #rest = Buffer.alloc(0);
  #last = 0;

  constructor() {
    this.#child.stdout.on('data', (bytes) => {
      this.#rest = Buffer.concat([this.#rest, bytes]);
      for (let message = this.#next(); message; message = this.#next()) this.#take(message);
    });
  }

  #next() {
    const end = this.#rest.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.subarray(0, end).toString())[1]);
    if (this.#rest.length < end + 4 + length) return undefined;
    const message = JSON.parse(this.#rest.subarray(end + 4, end + 4 + length).toString());
    this.#rest = this.#rest.subarray(end + 4 + length);
    return message;
  }

  #take(message) {
    if (message.method === 'textDocument/publishDiagnostics') {
      this.#diagnostics.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method === 'workspace/configuration') {
      const settings = { validate: true, completion: true, hover: true, schemaStore: { enable: false } };
      this.#send({ id: message.id, result: message.params.items.map(({ section }) => (section === 'yaml' ? settings : {})) });
    } else if (message.method && message.id !== undefined) {
      this.#send({ id: message.id, result: null });
    } else if (message.id !== undefined) {
      this.#waiting.get(message.id)?.(message.result);
    }
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  ask(method, params) {
    this.#last += 1;
    const answer = new Promise((resolve) => this.#waiting.set(this.#last, resolve));
    this.#send({ id: this.#last, method, params });
    return answer;
  }

  tell(method, params) {
    this.#send({ method, params });
  }

  async start(folder) {
    const capabilities = { workspace: { configuration: true }, textDocument: { publishDiagnostics: {}, completion: {} } };
    await this.ask('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities });
    this.tell('initialized', {});
    this.tell('workspace/didChangeConfiguration', { settings: {} });
  }

  // Opens a file with this text; gives what is marked red: line, from 1, and message.
  async open(path, text) {
    const uri = pathToFileURL(path).href;
    const marked = new Promise((resolve) => this.#diagnostics.set(uri, resolve));
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    const found = await marked;
    this.#diagnostics.delete(uri);
    return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
  }

  // What is offered where `|` stands in the text.
  async offered(path, text) {
    const before = text.slice(0, text.indexOf('|'));
    await this.open(path, text.replace('|', ''));
    const position = { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 };
    const list = await this.ask('textDocument/completion', { textDocument: { uri: pathToFileURL(path).href }, position });
    return (list.items ?? list).map(({ label }) => label);
  }

  async end() {
    const ended = new Promise((resolve) => this.#child.on('exit', resolve));
    this.tell('exit');
    this.#child.kill();
    await ended;
  }
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'career-pathways-editor-'));
  cpSync(join(root, 'tests/fixtures/town'), folder, { recursive: true });
  assert.equal(spawnSync(program, ['schema', folder]).status, 0, 'the schemas could not be written');
  editor = new Editor();
  await editor.start(folder);
});

after(async () => {
  await editor?.end();
  if (folder) rmSync(folder, { recursive: true });
});

const head = '# yaml-language-server: $schema=../schema/role.json\n';
const role = () => head + readFileSync(join(folder, 'roles/ward-nurse.yaml'), 'utf8');

test('a sound role file has no red line', async () => {
  assert.deepEqual(await editor.open(join(folder, 'roles/ward-nurse.yaml'), role()), []);
});

test('a list file finds its schema too', async () => {
  const text = `# yaml-language-server: $schema=schema/sources.json\n${readFileSync(join(folder, 'sources.yaml'), 'utf8')}`;
  assert.deepEqual(await editor.open(join(folder, 'sources.yaml'), text), []);
});

test('what is wrong is marked red at its line', async () => {
  for (const [name, edit, says] of [
    ['a', (text) => `${text}tittle: Nurse\n`, /tittle is not allowed/],
    ['b', (text) => text.replace(/^title: .*\n/m, ''), /Missing property "title"/],
    ['c', (text) => text.replace(/^reviewed: .*$/m, 'reviewed: 22.11.2026'), /does not match the pattern|pattern/],
    ['d', (text) => text.replace(/^entry_routes:/m, 'checks:\n  - kind: dbs\n    sources: [booklet]\nentry_routes:'), /dbs-basic/],
    ['e', (text) => text.replace(/^title: .*$/m, 'title: 2024'), /Incorrect type. Expected "string"/],
  ]) {
    const marked = await editor.open(join(folder, `roles/${name}.yaml`), edit(role()));
    assert.equal(marked.length, 1, `${name}: ${marked.join('\n')}`);
    assert.match(marked[0], says);
  }
});

test('keys, closed words and the ids of the folder are offered', async () => {
  const keys = await editor.offered(join(folder, 'roles/keys.yaml'), `${head}id: keys\n|`);
  for (const key of ['title', 'entry_routes', 'review_by']) assert.ok(keys.includes(key), `${key}: ${keys}`);
  assert.ok(!keys.includes('id'), 'a key that is there is not offered again');

  const kinds = await editor.offered(join(folder, 'roles/kinds.yaml'), `${head}id: kinds\nentry_routes:\n  - kind: |`);
  assert.ok(kinds.includes('degree-apprenticeship'), kinds.join());

  const roles = await editor.offered(join(folder, 'roles/ids.yaml'), `${head}id: ids\nfamily: |`);
  assert.ok(roles.includes('ward-nurse') && roles.includes('bonesetter'), roles.join());
});

test('a key says what it means', async () => {
  const path = join(folder, 'roles/hover.yaml');
  await editor.open(path, `${head}id: hover\nlook_for: [x]\n`);
  const textDocument = { uri: pathToFileURL(path).href };
  const hover = await editor.ask('textDocument/hover', { textDocument, position: { line: 2, character: 3 } });
  assert.match(JSON.stringify(hover.contents), /searches of other sites/);
});
