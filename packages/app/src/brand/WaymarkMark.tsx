interface WaymarkMarkProps {
  /** Edge length in px. */
  size?: number;
}

/** The mark: a cairn, three stones that show the way; the top one is the accent. */
export function WaymarkMark({ size = 28 }: WaymarkMarkProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect
        x="4"
        y="21.5"
        width="24"
        height="6.5"
        rx="3.25"
        fill="currentColor"
      />
      <rect
        x="8"
        y="13"
        width="16.5"
        height="6.5"
        rx="3.25"
        fill="currentColor"
        transform="rotate(-4 16 16)"
      />
      <rect
        x="11.5"
        y="4.5"
        width="9"
        height="6.5"
        rx="3.25"
        fill="var(--waymark-brand-accent)"
        transform="rotate(5 16 8)"
      />
    </svg>
  );
}
