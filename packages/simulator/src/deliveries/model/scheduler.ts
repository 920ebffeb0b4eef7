/** A queue of things that will happen, earliest first; equal times in the order they were planned. */
export interface Scheduler {
  /** Plans something; a time that has passed means now. */
  at(time: number, happen: (time: number) => void): void;
  /** Lets everything before `end` happen, also what is planned meanwhile. */
  runUntil(end: number): void;
}

interface Entry {
  time: number;
  order: number;
  happen: (time: number) => void;
}

const isBefore = (a: Entry, b: Entry) =>
  a.time < b.time || (a.time === b.time && a.order < b.order);

/** A binary heap. Times are whole seconds since 1970. */
export function createScheduler(start: number): Scheduler {
  const heap: Entry[] = [];
  let now = start;
  let planned = 0;

  const push = (entry: Entry) => {
    let child = heap.push(entry) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!isBefore(heap[child], heap[parent])) break;
      [heap[child], heap[parent]] = [heap[parent], heap[child]];
      child = parent;
    }
  };
  const pop = () => {
    const first = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return first;
    heap[0] = last;
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const child =
        right < heap.length && isBefore(heap[right], heap[left]) ? right : left;
      if (!isBefore(heap[child], heap[parent])) break;
      [heap[child], heap[parent]] = [heap[parent], heap[child]];
      parent = child;
    }
    return first;
  };

  return {
    at(time, happen) {
      push({ time: Math.max(Math.round(time), now), order: planned, happen });
      planned += 1;
    },
    runUntil(end) {
      while (heap.length > 0 && heap[0].time < end) {
        const { time, happen } = pop();
        now = time;
        happen(time);
      }
      now = Math.max(now, end);
    },
  };
}
