import { spawn } from 'node:child_process';
import { home } from './paths.mjs';
import { Problem } from './problem.mjs';

const KEPT_OUTPUT_CHARS = 6_000;
const running = new Set();

// Whatever ends the launcher, its helpers end with it.
process.on('exit', () => running.forEach(child => child.kill()));

/**
 * Runs a program to its end, without a shell. Its output is kept and shown only when it fails,
 * unless `show` is set; `onLine` sees every line of standard output.
 */
export function run(command, args, options = {}) {
  const { cwd = home, env, show = false, onLine, remedy } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let output = '';
    let pending = '';
    const keep = chunk => {
      output = (output + chunk).slice(-KEPT_OUTPUT_CHARS);
    };
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.stdout?.setEncoding('utf8').on('data', chunk => {
      keep(chunk);
      const lines = (pending + chunk).split('\n');
      pending = lines.pop() ?? '';
      lines.forEach(line => onLine?.(line));
    });
    child.on('error', error =>
      reject(new Problem(`Could not run ${command}: ${error.message}`, remedy)),
    );
    child.on('close', (code, signal) => {
      running.delete(child);
      if (pending) onLine?.(pending);
      if (code === 0) resolve(output);
      else {
        const shown = [command, ...args].join(' ');
        reject(
          new Problem(
            `${shown} ended with ${signal ?? `code ${code}`}\n${output}`,
            remedy,
          ),
        );
      }
    });
  });
}
