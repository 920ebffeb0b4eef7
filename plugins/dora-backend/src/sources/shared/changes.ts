const SHA = '[0-9a-f]{7,40}';
const CAUSE = new RegExp(
  `(?:caused by|root cause)\\s*:?\\s*(?:commit\\s+)?(${SHA})\\b`,
  'i',
);
const BOT_BRANCH = /^(?:renovate|dependabot|snyk)[/-]/i;

/** The commit that the text of an incident blames. */
export function causeIn(text: string | undefined): string | undefined {
  return CAUSE.exec(text ?? '')?.[1].toLowerCase();
}

/** Bots are known by their branches where a tool does not tell them from people. */
export function isBotBranch(branch: string | undefined): boolean {
  return BOT_BRANCH.test(branch ?? '');
}

/** The first line of a message: what follows names people, in trailers. */
export function firstLine(message: string): string {
  return message.split('\n', 1)[0].slice(0, 500);
}

export function earliest(dates: readonly Date[]): Date | undefined {
  return dates.length === 0
    ? undefined
    : new Date(Math.min(...dates.map(date => date.getTime())));
}

/** What ran, by the digest of an image; else by its tag. */
export function versionOfImage(image: string): string | undefined {
  const digest = /@(sha256:[0-9a-f]{64})$/i.exec(image)?.[1];
  const name = image.replace(/@.*$/, '');
  const tag = /:([\w.-]+)$/.exec(name.slice(name.lastIndexOf('/') + 1))?.[1];
  return digest?.toLowerCase() ?? tag;
}
