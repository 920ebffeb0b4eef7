import {
  storageApiRef,
  useApi,
  type StorageValueSnapshot,
} from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { useEffect, useMemo, useState } from 'react';
import { parseStored, type Stored } from '../domain/stored';

const BUCKET = 'waymark-home';
const KEY = 'home-arrangement';
/** After this, the page goes on without; what comes later still counts. */
const PATIENCE_MS = 8_000;

/** What is kept for this person, on every device. */
export type Kept =
  | { state: 'loading' }
  /** It did not come; it may still. */
  | { state: 'unavailable' }
  | { state: 'none' }
  | { state: 'kept'; stored: Stored }
  /** Of a form that this version does not know; nothing overwrites it. */
  | { state: 'unreadable'; value: JsonValue };

export interface KeptArrangement {
  kept: Kept;
  /** The last to save wins, on whatever device. */
  save(stored: Stored): Promise<void>;
  /** Back to the default of the role. */
  forget(): Promise<void>;
}

/**
 * The arrangement that a person made, in the user settings: the backend keeps
 * it and tells other tabs of a change.
 */
export function useKeptArrangement(): KeptArrangement {
  const storageApi = useApi(storageApiRef);
  const bucket = useMemo(() => storageApi.forBucket(BUCKET), [storageApi]);
  const [snapshot, setSnapshot] = useState<StorageValueSnapshot<JsonValue>>(
    () => bucket.snapshot(KEY),
  );
  const [isPatient, setIsPatient] = useState(true);

  useEffect(() => {
    const subscription = bucket.observe$<JsonValue>(KEY).subscribe(setSnapshot);
    const timer = setTimeout(() => setIsPatient(false), PATIENCE_MS);
    return () => {
      subscription.unsubscribe();
      clearTimeout(timer);
    };
  }, [bucket]);

  const kept = toKept(snapshot, isPatient);

  /** What cannot be read is put beside, not lost. */
  const setAside = async () => {
    if (kept.state === 'unreadable') {
      await bucket.set(`${KEY}.set-aside.${Date.now()}`, kept.value);
    }
  };
  return {
    kept,
    async save(stored) {
      await setAside();
      await bucket.set(KEY, stored);
    },
    async forget() {
      await setAside();
      await bucket.remove(KEY);
    },
  };
}

function toKept(
  snapshot: StorageValueSnapshot<JsonValue>,
  isPatient: boolean,
): Kept {
  switch (snapshot.presence) {
    case 'unknown':
      return { state: isPatient ? 'loading' : 'unavailable' };
    case 'absent':
      return { state: 'none' };
    default: {
      const stored = parseStored(snapshot.value);
      return stored
        ? { state: 'kept', stored }
        : { state: 'unreadable', value: snapshot.value ?? null };
    }
  }
}
