// What the page asks of the server that it came from.

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
