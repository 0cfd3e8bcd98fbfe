// What the page asks of the server that it came from.

import { sha256 } from "@noble/hashes/sha2";

import { toBase64url } from "../../protocol/bytes.ts";

/// null where the server knows no such ballot. @error  where it cannot be reached
export async function fetchProof(tracker: string): Promise<Uint8Array | null> {
  const response = await fetch(`/inclusion/${tracker}`);
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

const kTile = 256;
const kHash = 32;
const kMostTiles = 4096; // a million leaves

/// The hashes of the first `size` leaves, from the tiles of level 0 (C2SP tlog-tiles).
export async function fetchLeafHashes(size: number): Promise<Uint8Array[]> {
  const leaves: Uint8Array[] = [];
  if (size > kMostTiles * kTile) throw new Error("a log of this size is not fetched by a page");
  for (let index = 0; index * kTile < size; ++index) {
    const width = Math.min(kTile, size - index * kTile);
    const path = `${index >= 1000 ? `x${String(Math.floor(index / 1000)).padStart(3, "0")}/` : ""}${String(index % 1000).padStart(3, "0")}${width < kTile ? `.p/${width}` : ""}`;
    const response = await fetch(`/tile/0/${path}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!response.ok || bytes.length !== width * kHash) throw new Error("the log's hashes are not to be had");
    for (let at = 0; at < bytes.length; at += kHash) leaves.push(bytes.slice(at, at + kHash));
  }
  return leaves;
}

/// A file of the bundle that a server publishes.
export interface Published {
  path: string;
  bytes: number;
  sha256: string;
}

/// null where nothing is published. @error  where the server cannot be reached
export async function fetchListing(): Promise<Published[] | null> {
  const response = await fetch("/bundle.json");
  if (response.status === 404) return null;
  if (!response.ok) throw new Error("the list of files is not to be had");
  return ((await response.json()) as { files: Published[] }).files;
}

const kAtOnce = 6; // as many as a browser asks of one server
const kTries = 10;

/// Of a server that is busy it is asked again, after the pause that it wants.
async function fetchFile({ path, bytes, sha256: hash }: Published, signal: AbortSignal): Promise<Uint8Array> {
  for (let tries = 1; ; ++tries) {
    const response = await fetch(`/bundle/${path}`, { signal });
    if (response.status === 503 && tries < kTries) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(response.headers.get("Retry-After") ?? 5)));
      continue;
    }
    const file = new Uint8Array(await response.arrayBuffer());
    if (!response.ok || file.length !== bytes || toBase64url(sha256(file)) !== hash) throw new Error(`${path} did not come whole`);
    return file;
  }
}

/// @param arrived  told how many bytes more
/// @error          a file does not come, or not whole: no other is asked for then
export async function fetchBundle(listing: readonly Published[], arrived: (bytes: number) => void): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const stop = new AbortController();
  const next = listing.values(); // shared: each file is fetched once
  const some = async () => {
    for (const file of next) {
      files.set(file.path, await fetchFile(file, stop.signal));
      arrived(file.bytes);
    }
  };
  try {
    await Promise.all(Array.from({ length: kAtOnce }, some));
  } finally {
    stop.abort();
  }
  return files;
}
