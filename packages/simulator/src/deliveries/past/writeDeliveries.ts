import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Organisation } from '../../domain/types';
import type { OrganisationTruth } from '../../truth/types';
import { asGitTells } from '../events/asGitTells';
import { createCdEvents } from '../events/cdevents';
import { eventOf } from '../events/eventOf';
import { plantsOf } from '../events/plants';
import type { Happening } from '../model/facts';
import { serviceOf } from '../model/serviceOf';
import type { Simulation } from '../model/simulation';
import { toolsOf } from '../model/tools';
import { deliveriesTruth } from './deliveriesTruth';
import { writePast } from './writePast';

/**
 * Writes the events of the past, what only Git tells apart from them, and what
 * is true of both. Resolves to the number of events to import.
 */
export async function writeDeliveries(options: {
  folder: string;
  organisation: Organisation;
  simulation: Simulation;
  happened: readonly Happening[];
  truth: OrganisationTruth;
}): Promise<number> {
  const { folder, organisation, simulation, happened, truth } = options;
  const tools = toolsOf(organisation);
  const plants = plantsOf(organisation, simulation);
  const events = createCdEvents(organisation, plants);
  const isGit = (happening: Happening) =>
    tools.get(serviceOf(happening))?.name === 'git';
  const reported = happened.filter(happening => !isGit(happening));
  const inGit = happened.filter(isGit);
  const render = (happening: Happening) => {
    const event = eventOf(happening, events);
    return event && isGit(happening) ? asGitTells(event) : event;
  };

  const chunks = await writePast(join(folder, 'deliveries'), reported, render);
  const rendered = function* rendered(happenings: readonly Happening[]) {
    for (const happening of happenings) {
      const event = render(happening);
      if (event) yield event;
    }
  };
  await pipeline(
    Readable.from(
      (function* lines() {
        for (const event of rendered(inGit)) yield `${JSON.stringify(event)}\n`;
      })(),
    ),
    createWriteStream(join(folder, 'truth', 'git-deliveries.ndjson')),
  );
  const deliveries = deliveriesTruth({
    organisation,
    simulation,
    plants,
    truth,
    events: rendered(happened),
  });
  await writeFile(
    join(folder, 'truth', 'deliveries.json'),
    `${JSON.stringify(deliveries)}\n`,
  );
  return chunks.reduce((sum, chunk) => sum + chunk.events, 0);
}
