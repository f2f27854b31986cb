// A folder for a page that asks for one: a headless browser has no picker, so the page gets a folder of its own origin.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a folder on disk: text by path. */
export function filesOf(folder, within = '') {
  return Object.assign(
    {},
    ...readdirSync(join(folder, within), { withFileTypes: true }).map((entry) => {
      const path = join(within, entry.name);
      return entry.isDirectory() ? filesOf(folder, path) : { [path]: readFileSync(join(folder, path), 'utf8') };
    }),
  );
}

/** Makes the pages of a context get their own folder in place of one that a person picks. */
export const stubPicker = (context) =>
  context.addInitScript(() => {
    window.showDirectoryPicker = async () => {
      const root = await navigator.storage.getDirectory();
      return root.getDirectoryHandle('repository', { create: true });
    };
  });

/** Writes files into that folder. */
export const seed = (page, files) =>
  page.evaluate(async (files) => {
    const root = await window.showDirectoryPicker();
    for (const [path, text] of Object.entries(files)) {
      const names = path.split('/');
      const name = names.pop();
      let folder = root;
      for (const step of names) folder = await folder.getDirectoryHandle(step, { create: true });
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writable.write(text);
      await writable.close();
    }
  }, files);

/** Reads one file of that folder. */
export const readFile = (page, path) =>
  page.evaluate(async (path) => {
    const names = path.split('/');
    const name = names.pop();
    let folder = await window.showDirectoryPicker();
    for (const step of names) folder = await folder.getDirectoryHandle(step);
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, path);

/** Reads all files of that folder. */
export const read = (page) =>
  page.evaluate(async () => {
    const files = {};
    const walk = async (folder, within) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${within}${name}/`);
        else files[within + name] = await (await handle.getFile()).text();
      }
    };
    await walk(await window.showDirectoryPicker(), '');
    return files;
  });

/** Makes a folder on disk hold these files and no others. */
export function write(folder, files) {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
