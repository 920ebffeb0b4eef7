import { useEffect, useRef, type ComponentType } from 'react';

type AnyComponent = ComponentType<Record<string, unknown>>;

/** A link within the button that opens the operation: not allowed, and not needed. */
const PlainText = () => (props: { text?: string }) => <span>{props.text}</span>;

function withNamedSelect(label: string) {
  return (Original: AnyComponent) =>
    function NamedSelect(props: Record<string, unknown>) {
      const ref = useRef<HTMLDivElement>(null);
      useEffect(() => {
        ref.current?.querySelector('select')?.setAttribute('aria-label', label);
      });
      return (
        <div ref={ref}>
          <Original {...props} />
        </div>
      );
    };
}

/** What Swagger UI lacks for people who do not see it or do not use a mouse. */
export const createSwaggerPlugin = (labels: { servers: string }) => () => ({
  wrapComponents: {
    DeepLink: PlainText,
    Servers: withNamedSelect(labels.servers),
  },
});
