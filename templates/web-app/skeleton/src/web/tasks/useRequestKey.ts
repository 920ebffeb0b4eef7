import { useRef } from 'react';

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A key for each thing that is sent: the same while the same is tried again, because an attempt
 * whose answer was lost may have succeeded; a new one for everything else.
 */
export function useRequestKey() {
  const last = useRef({ content: '', key: '' });
  return {
    keyFor(content: object): string {
      const text = JSON.stringify(content);
      if (last.current.content !== text) {
        last.current = { content: text, key: newKey() };
      }
      return last.current.key;
    },
    forget() {
      last.current = { content: '', key: '' };
    },
  };
}
