import { parseArgs } from 'node:util';
import type { Queryable } from '../database/database.ts';
import {
  type DeadLetter,
  discardDeadLetters,
  listDeadLetters,
  replayDeadLetters,
  type Selection,
} from './dead-letters.ts';
import { type Reason, REASONS } from './inbox-store.ts';

export const USAGE = `Usage: dead-letters <command> [position ...] [--all] [--type <type>] [--reason <reason>]

  list      what was given up, the oldest first
  show      one of them with its body
  replay    handle them again
  discard   count them as done without handling them

replay and discard need positions, a type, a reason, or --all.
Reasons: ${REASONS.join(', ')}`;

interface Terminal {
  readonly database: Queryable;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Resolves to the exit code: 0 done, 1 nothing matched, 2 not understood. */
export async function runDeadLetters(
  args: readonly string[],
  { database, print, complain }: Terminal,
): Promise<number> {
  let asked: { command: string; selection: Selection };
  try {
    asked = understand(args);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    complain(USAGE);
    return 2;
  }
  const { command, selection } = asked;
  switch (command) {
    case 'list': {
      const letters = await listDeadLetters(database, selection);
      for (const letter of letters) print(line(letter));
      return 0;
    }
    case 'show': {
      const letters = await listDeadLetters(database, selection);
      for (const letter of letters) {
        print(line(letter));
        print(new TextDecoder().decode(letter.body));
      }
      return letters.length > 0 ? 0 : 1;
    }
    case 'replay': {
      const count = await replayDeadLetters(database, selection);
      print(`${count} will be handled again.`);
      return count > 0 ? 0 : 1;
    }
    default: {
      const count = await discardDeadLetters(database, selection);
      print(`${count} discarded.`);
      return count > 0 ? 0 : 1;
    }
  }
}

function understand(args: readonly string[]): {
  command: string;
  selection: Selection;
} {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      type: { type: 'string' },
      reason: { type: 'string' },
    },
  });
  const [command = '', ...positions] = positionals;
  if (!['list', 'show', 'replay', 'discard'].includes(command)) {
    throw new Error(
      command ? `${command} is no command.` : 'A command is missing.',
    );
  }
  const odd = positions.find(position => !/^[1-9][0-9]{0,17}$/.test(position));
  if (odd) throw new Error(`${odd} is no position.`);
  const selection: Selection = {
    positions: positions.length > 0 ? positions : undefined,
    type: values.type,
    reason: reasonOf(values.reason),
  };
  const isNarrow = Object.values(selection).some(value => value !== undefined);
  if (command === 'show' && positions.length === 0) {
    throw new Error('show needs a position.');
  }
  if (command !== 'list' && !isNarrow && !values.all) {
    throw new Error(`${command} needs to know which; --all means all of them.`);
  }
  return { command, selection };
}

function reasonOf(text: string | undefined): Reason | undefined {
  if (text === undefined) return undefined;
  const reason = REASONS.find(known => known === text);
  if (!reason) throw new Error(`${text} is no reason.`);
  return reason;
}

function line(of: DeadLetter): string {
  return [
    of.position,
    of.diedAt.toISOString(),
    of.reason,
    of.type,
    of.key,
    `attempts=${of.attempts}`,
    of.error,
  ].join('\t');
}
