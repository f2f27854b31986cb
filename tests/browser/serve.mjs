// Other sites than the one under test: the same program on other data.

import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The folder of the project. */
export const root = new URL('../..', import.meta.url).pathname;

/** Starts the site on these data, with further flags; gives its address and a way to end it. */
export async function serve(folder, ...flags) {
  const program = process.env.PROGRAM ?? join(root, 'target/debug/career-pathways');
  const site = spawn(program, ['serve', '--data', folder, '--listen', '127.0.0.1:0', ...flags], { cwd: root });
  const stopped = new Promise((resolve) => site.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    site.stdout.on('data', read);
    site.stderr.on('data', read);
    site.once('exit', () => reject(new Error(`the site did not start:\n${said}`)));
  });
  const stop = async () => {
    site.kill();
    await stopped;
  };
  return { address, stop };
}
