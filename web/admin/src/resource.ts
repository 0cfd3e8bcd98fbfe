// What a page shows of the server: read once, read again on demand or every few seconds while somebody looks.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Refusal } from "./api.ts";
import { asRefusal, request } from "./request.ts";
import { attended } from "./session.ts";

export interface Resource<T> {
  value: T | null;
  failure: Refusal | null; // of the last reading; `value` is then of the one before
  reload: () => Promise<void>;
  put: (value: T) => void; // what the server just answered to a change
}

/// @param path   null: nothing to read yet
/// @param every  seconds between two readings; 0: only once. May depend on what was read
export function useResource<T>(path: string | null, every: number | ((value: T | null) => number) = 0): Resource<T> {
  const [read, setRead] = useState<{ path: string | null; value: T | null; failure: Refusal | null }>({ path, value: null, failure: null });
  const wanted = useRef(path);
  wanted.current = path;

  const reload = async () => {
    if (path === null) return;
    try {
      const value = await request<T>("GET", path);
      if (wanted.current === path) setRead({ path, value, failure: null });
    } catch (failure) {
      const refusal = asRefusal(failure);
      if (wanted.current === path) setRead((before) => ({ path, value: before.path === path ? before.value : null, failure: refusal }));
    }
  };

  useEffect(() => {
    void reload();
  }, [path]);

  const current = read.path === path ? read : { value: null, failure: null };
  const seconds = typeof every === "number" ? every : every(current.value);
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setInterval(() => {
      if (attended()) void reload();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [path, seconds]);

  return { value: current.value, failure: current.failure, reload, put: (value) => setRead({ path, value, failure: null }) };
}
