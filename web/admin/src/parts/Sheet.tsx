// A question or form over the page. Escape and "Cancel" leave everything as it was, and the focus where it was.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Refusal } from "../api.ts";
import { words } from "../language.ts";
import { Failure } from "./Failure.tsx";

interface Props {
  title: string;
  go?: string; // what the button says; without it there is only "Close"
  danger?: boolean;
  ready?: boolean;
  busy?: boolean;
  refusal?: Refusal | null;
  act?: () => void;
  close: () => void;
  children?: ComponentChildren;
}

export function Sheet({ title, go, danger, ready = true, busy = false, refusal = null, act, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    return () => {
      shown.close(); // gives the focus back, where what had it is still there
      if (document.activeElement === document.body) document.querySelector<HTMLElement>("h1")?.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} aria-label={title} onCancel={(event) => (event.preventDefault(), close())}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) act?.();
        }}
      >
        <h2>{title}</h2>
        {children}
        <Failure refusal={refusal} />
        <div class="buttons">
          <button type="button" class="quiet" onClick={close}>{go ? words.value.cancel : words.value.close}</button>
          {go && <button type="submit" class={danger ? "danger" : undefined} disabled={!ready || busy}>{go}</button>}
        </div>
      </form>
    </dialog>
  );
}
