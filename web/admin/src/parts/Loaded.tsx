// What was read of the server, or why it was not.

import type { ComponentChildren } from "preact";
import { words } from "../language.ts";
import type { Resource } from "../resource.ts";
import { Failure } from "./Failure.tsx";

export function Loaded<T>({ of, children }: { of: Resource<T>; children: (value: T) => ComponentChildren }) {
  return (
    <>
      <Failure refusal={of.failure} />
      {of.failure !== null && <button type="button" class="quiet" onClick={() => void of.reload()}>{words.value.again}</button>}
      {of.value !== null ? children(of.value) : of.failure === null && <p>{words.value.loading}</p>}
    </>
  );
}
