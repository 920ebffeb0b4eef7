import { startReplica } from './replica.mjs';

/** Settings that must stop the portal from starting, and what its log must say. */
const REFUSALS = {
  'one-click sign-in of the example': {
    log: /example sign-in lets anybody be anyone/,
    change: ({ config, env }) => ({
      env,
      config: {
        ...config,
        auth: { providers: { example: {} } },
        waymark: { ...config.waymark, example: { enabled: true } },
      },
    }),
  },
  'a database whose certificate nobody vouches for': {
    log: /self-signed certificate/,
    change: ({ config, env: { NODE_EXTRA_CA_CERTS, ...env } }) => ({
      config,
      env,
    }),
  },
};

/** Starts one replica for each setting. Resolves to what went wrong: nothing, if all are refused. */
export async function tryRefusals(options) {
  const findings = [];
  for (const [what, { log, change }] of Object.entries(REFUSALS)) {
    const replica = await startReplica({
      ...options,
      ...change(options),
      name: `refused-${Object.keys(REFUSALS).indexOf(what)}`,
    });
    const started = replica.untilReady().then(
      () => true,
      () => false,
    );
    if (await started) {
      findings.push(`The portal started with ${what}`);
      await replica.stop();
    } else if (!log.test(await replica.log())) {
      findings.push(`The portal refused ${what}, but did not say why`);
    }
  }
  return findings;
}
