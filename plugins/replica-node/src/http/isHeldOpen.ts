/**
 * Whether an answer is held open until something happens: polls of the event
 * bus, event streams. How long they take says nothing, and nobody needs to wait
 * for them: the client asks again.
 */
export const isHeldOpen = (path: string): boolean =>
  path.startsWith('/api/events/bus/') || path.endsWith('/eventstream');
