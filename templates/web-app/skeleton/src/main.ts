import './server/telemetry.ts';

// Loaded only now, when telemetry is ready to wrap the libraries that it loads.
const { start } = await import('./server/start.ts');

await start(process.env);
