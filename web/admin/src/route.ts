// Where in the dashboard one is: "#/terminals/3f9a…?hall=Jambes". The server knows one page; the rest is behind the "#".

import { signal } from "@preact/signals";

export interface Route {
  path: string[]; // ["terminals", "3f9a…"]; [] is the overview
  query: Record<string, string>;
}

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return { path: path.split("/").filter((part) => part !== "").map(decoded), query: Object.fromEntries(new URLSearchParams(query)) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function href(path: string[], query: Record<string, string> = {}): string {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "")).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${asked === "" ? "" : `?${asked}`}`;
}

export const route = signal<Route>(parseRoute(typeof location === "undefined" ? "" : location.hash));

export function go(path: string[], query: Record<string, string> = {}): void {
  location.hash = href(path, query);
}

if (typeof addEventListener !== "undefined") addEventListener("hashchange", () => (route.value = parseRoute(location.hash)));
