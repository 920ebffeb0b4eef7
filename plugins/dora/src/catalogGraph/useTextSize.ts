import { useLayoutEffect, useRef, useState } from 'react';

/** How large a text of a drawing turns out to be. */
export function useTextSize(text: string) {
  const ref = useRef<SVGTextElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!ref.current) return;
    const box = ref.current.getBBox();
    const width = Math.round(box.width);
    const height = Math.round(box.height);
    setSize(before =>
      before.width === width && before.height === height
        ? before
        : { width, height },
    );
  }, [text]);
  return { ref, ...size };
}
