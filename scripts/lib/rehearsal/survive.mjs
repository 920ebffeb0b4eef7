import { setTimeout as sleep } from 'node:timers/promises';
import { openSignals, startReplica } from './replica.mjs';

/** Longer than drain, requests and a margin of production configuration: the chart's grace period. */
const GRACE_MS = 45_000;
const AFTERMATH_MS = 3_000;

/** Starts one more replica and lets the balancer know it; resolves when it is ready. */
async function join(fleet, name) {
  const replica = await startReplica({ ...fleet.options, name });
  fleet.replicas.push(replica);
  const ms = await replica.untilReady();
  await fleet.proxy.add(replica.url);
  return { replica, ms };
}

function leave(fleet, replica) {
  fleet.replicas.splice(fleet.replicas.indexOf(replica), 1);
  fleet.proxy.remove(replica.url);
}

/** Kills a replica without warning, waits a little, and puts another in its place. */
export async function replaceKilled(fleet, name) {
  const [victim] = fleet.replicas;
  victim.kill('SIGKILL');
  await victim.exited;
  await sleep(AFTERMATH_MS);
  leave(fleet, victim);
  const { ms } = await join(fleet, name);
  return { secondsToReady: ms / 1000 };
}

/**
 * Replaces every replica by a new one, the new one first, as a rolling update does. Each that stops
 * holds a WebSocket, says that it is not ready any more, and ends by itself.
 */
export async function roll(fleet, person, findings) {
  const stops = [];
  for (const old of [...fleet.replicas]) {
    await join(fleet, `${old.name}-next`);
    const socket = await openSignals(old, person.headers);
    const { code, whileDraining, ms } = await old.stop();
    socket.destroy();
    leave(fleet, old);
    stops.push(Number((ms / 1000).toFixed(1)));
    if (whileDraining !== 503) {
      findings.push(
        `${old.name} said ${whileDraining} to readiness while it stopped`,
      );
    }
    if (code !== 0) findings.push(`${old.name} ended with code ${code}`);
    if (ms > GRACE_MS) findings.push(`${old.name} took ${ms} ms to stop`);
  }
  return { secondsToStop: stops };
}
