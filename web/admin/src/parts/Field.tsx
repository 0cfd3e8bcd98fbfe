// A labelled input with its hint and what is wrong with it.

import type { JSX } from "preact";
import { useId } from "preact/hooks";

interface Props extends Omit<JSX.HTMLAttributes<HTMLInputElement>, "label"> {
  label: string;
  hint?: string | undefined;
  wrong?: string | null | undefined;
  value: string;
  put: (value: string) => void;
  type?: string;
  required?: boolean;
  autoComplete?: string;
  list?: string;
  inputMode?: "numeric" | "decimal" | "text";
  rows?: number;
}

export function Field({ label, hint, wrong, put, rows, ...input }: Props) {
  const id = useId();
  const notes = [hint ? `${id}-hint` : "", wrong ? `${id}-wrong` : ""].join(" ").trim() || undefined;
  const shared = { id, "aria-describedby": notes, "aria-invalid": wrong ? true : undefined };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {rows === undefined ? (
        <input {...input} {...shared} onInput={(event) => put(event.currentTarget.value)} />
      ) : (
        <textarea {...shared} rows={rows} value={input.value} onInput={(event) => put(event.currentTarget.value)} />
      )}
      {wrong && <p class="wrong" id={`${id}-wrong`}>{wrong}</p>}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  hint?: string | undefined;
  value: T;
  options: [T, string][];
  put: (value: T) => void;
  disabled?: boolean;
}

export function Choice<T extends string>({ label, hint, value, options, put, disabled }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      <select id={id} aria-describedby={hint ? `${id}-hint` : undefined} value={value} disabled={disabled} onChange={(event) => put(event.currentTarget.value as T)}>
        {options.map(([key, words]) => <option key={key} value={key}>{words}</option>)}
      </select>
    </div>
  );
}

export function Check({ label, value, put, hint }: { label: string; value: boolean; put: (value: boolean) => void; hint?: string }) {
  const id = useId();
  return (
    <div class="check">
      <input id={id} type="checkbox" checked={value} onChange={(event) => put(event.currentTarget.checked)} />
      <label for={id}>{label}{hint && <span class="hint">{hint}</span>}</label>
    </div>
  );
}
