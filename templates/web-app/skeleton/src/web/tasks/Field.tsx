import { useId, type ComponentProps } from 'react';

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  label: string;
  error: string | undefined;
}

/** An input with its label and, beside it, what is wrong with what is in it. */
export function Field({ label, error, ...input }: FieldProps) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={error ? errorId : undefined}
      />
      {error && (
        <p id={errorId} className="error">
          {error}
        </p>
      )}
    </div>
  );
}
