import path from 'node:path';
import { step } from '../progress.mjs';
import { startDatabase } from './database.mjs';
import { assembleImage, buildBundle, inventory } from './image.mjs';
import { liveThrough, moveIn, startFleet } from './live.mjs';
import { stopwatch } from './measure.mjs';
import { differences, observe } from './observe.mjs';
import { loseEverything, restore } from './recover.mjs';
import { tryRefusals } from './refusals.mjs';
import { startSurroundings } from './surroundings.mjs';

/**
 * Plays a year of production in a few minutes. Resolves to a report; `findings` are the things that
 * should not be so, none if all is well.
 */
export async function play({ nodeBin, client, place }) {
  const stops = [];
  const findings = [];
  const { time, seconds } = stopwatch();
  const stage = (title, name, work) => step(title, () => time(name, work));
  try {
    const built = await stage('Building the bundle', 'build', () =>
      buildBundle(nodeBin),
    );
    const image = await stage('Laying out the image', 'assemble', () =>
      assembleImage(nodeBin, place),
    );
    const files = await inventory(image.app);
    const database = await startDatabase(path.join(place, 'first'));
    stops.push(database.stop);
    const around = await startSurroundings(place, stops);
    const env = { ...around.env, ...database.environment };
    const options = { image, place, config: around.config, env };

    const fleet = await stage(
      'Two replicas, an empty database',
      'firstStart',
      () => startFleet(options, around.proxy, stops),
    );
    const people = await moveIn(around, stage);
    const lived = await liveThrough({
      around,
      database,
      fleet,
      people,
      client,
      place,
      stage,
      findings,
      stops,
    });
    const before = await observe(around.url, people);

    await loseEverything({ fleet, database });
    const restored = await stage('Restoring', 'restore', () =>
      restore({
        image,
        around,
        client,
        stops,
        findings,
        place: path.join(place, 'second'),
        backup: lived.backup,
      }),
    );
    // With the session and the token from before the loss.
    await people.developer.refresh();
    const after = await observe(around.url, people);
    findings.push(
      ...differences(before, after).map(text => `After the restore, ${text}`),
      ...(await stage('Settings that must be refused', 'refusals', () =>
        tryRefusals(restored.options),
      )),
    );
    if ((await inventory(image.app)) !== files) {
      findings.push('The portal wrote to its own code');
    }
    return {
      findings,
      seconds,
      built,
      firstStart: { secondsToReady: fleet.secondsToReady },
      ...lived.report,
      restored: {
        secondsToReady: restored.secondsToReady,
        entities: after.entities.length,
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
