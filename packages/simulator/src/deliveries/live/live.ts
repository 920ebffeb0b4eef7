import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createDirectory } from '../../domain/directory';
import { buildOrganisation } from '../../domain/organisation';
import { isoInstant } from '../../domain/time';
import { readSettings } from '../../settings';
import { plantsOf } from '../events/plants';
import { createSimulation } from '../model/simulation';
import { serviceOf } from '../model/serviceOf';
import { createDeliveries } from './deliveriesOf';
import { createGitWriter } from './gitWriter';
import { realSleep, type Sleep } from './retrying';
import type { Sender } from './sender';
import { readState, writeState } from './stateFile';
import { timesOf, type Timed } from './timing';
import { createWorld } from './world';

const stateSchema = z.object({
  /** Everything that was to be sent by then is with the portal; seconds since 1970. */
  through: z.number(),
  sent: z.number(),
  refused: z.number(),
});
export type LiveState = z.output<typeof stateSchema>;

/** What is made up in one go while catching up, so that an interruption costs little. */
const STEP_SECONDS = 24 * 3600;
const TICK_MS = 1_000;

/**
 * Keeps an organisation living from the end of its past on: Git repositories
 * grow, and tools report what happens, when it happens. After a pause it
 * catches up. Ends when the signal says so.
 *
 * @param clock - seconds since 1970; the portal refuses what is ahead of its own
 */
export async function live(options: {
  /** Output of `generate`. */
  folder: string;
  sender: Sender;
  clock: () => number;
  /** Simulated seconds in a real one until it has caught up; 0 is at once. */
  speed?: number;
  signal: AbortSignal;
  say: (line: string) => void;
  sleep?: Sleep;
  /** Whether commits are written; otherwise they are made up. */
  git?: boolean;
}): Promise<void> {
  const { folder, sender, clock, signal, say } = options;
  const { sleep = realSleep, speed = 0 } = options;
  const settings = await readSettings(folder);
  const until = Date.parse(settings.until) / 1000;
  const organisation = buildOrganisation(settings);
  const directory = createDirectory(organisation);
  const simulation = createSimulation(directory);
  simulation.advance(until);
  const plants = plantsOf(organisation, simulation);
  const deliveriesOf = createDeliveries(createWorld(organisation, plants));
  const root = join(folder, 'git');
  const writer =
    options.git !== false && existsSync(root)
      ? createGitWriter({ root, directory, simulation, until })
      : undefined;

  const file = join(folder, 'live.json');
  const state: LiveState = (await readState(file, stateSchema)) ?? {
    through: until,
    sent: 0,
    refused: 0,
  };
  const behind = clock() - state.through;
  say(
    behind > 3600
      ? `Catching up ${Math.round(behind / 3600)} hours`
      : `Living from ${isoInstant(state.through * 1000)} on`,
  );

  const begun = clock();
  const from = state.through;
  /** What the time is in the simulation: never later than it is. */
  const simulated = () =>
    speed > 0 ? Math.min(clock(), from + (clock() - begun) * speed) : clock();
  let waiting: Timed[] = [];
  for (let reached = until; !signal.aborted; ) {
    const now = Math.floor(Math.min(simulated(), reached + STEP_SECONDS));
    if (now > reached) {
      for (const happening of simulation.advance(now)) {
        // Its commit comes before the news of it.
        if (happening.kind !== 'incident') {
          await writer?.catchUp(serviceOf(happening));
        }
        const { at } = happening;
        waiting.push(
          ...deliveriesOf(happening).flatMap(item => timesOf(item, at)),
        );
      }
      reached = now;
      const due = waiting
        .filter(({ sendAt }) => sendAt <= now && sendAt > state.through)
        .sort((a, b) => a.sendAt - b.sendAt);
      waiting = waiting.filter(({ sendAt }) => sendAt > now);
      if (now > state.through) {
        const counts = await sender.send(due.map(({ delivery }) => delivery));
        state.through = now;
        state.sent += counts.sent;
        state.refused += counts.refused;
        await writeState(file, state);
      }
    }
    if (reached >= Math.floor(simulated())) await sleep(TICK_MS, signal);
  }
}
