// An act of somebody: busy while it runs, refused or done at its end.

import { useState } from "preact/hooks";
import type { Refusal } from "./api.ts";
import { asRefusal } from "./request.ts";

export interface Task {
  busy: boolean;
  refusal: Refusal | null;
  run: (act: () => Promise<void>) => Promise<void>; // one at a time
  clear: () => void;
}

export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = async (act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await act();
    } catch (failure) {
      setRefusal(asRefusal(failure));
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, run, clear: () => setRefusal(null) };
}
