import { stripVTControlCharacters } from 'node:util';

const SHOWN_LINES = 8;
const SHOWN_CHARS = 300;
const STACK = /^\s+at /;
const SMALL_TALK = /^(Loading config from |\S+ \S+ (info|debug) )/;

/** What a program that ended said about why: without its stack traces and its small talk. */
export function lastWords(lines) {
  const said = lines
    .map(line => stripVTControlCharacters(line).trimEnd())
    .filter(line => line && !STACK.test(line) && !SMALL_TALK.test(line));
  return [...new Set(said)]
    .slice(-SHOWN_LINES)
    .map(line =>
      line.length > SHOWN_CHARS ? `${line.slice(0, SHOWN_CHARS)} ...` : line,
    )
    .join('\n');
}
