// A folder that a visitor chose or dropped, as a map of paths to bytes. Nothing of it leaves the browser.

const kMostFiles = 100_000;
export const kMostBytes = 4 * 1024 ** 3;

interface Found {
  path: string;
  file: File;
}

async function below(entry: FileSystemEntry, path: string): Promise<Found[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Found[] = [];
  for (;;) {
    // A browser gives a hundred at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await below(one, path === "" ? one.name : `${path}/${one.name}`)));
    if (found.length > kMostFiles) return found;
  }
}

export async function droppedFiles(transfer: DataTransfer): Promise<Found[]> {
  // Taken at once: after the first wait the browser forgets them.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: Found[] = [];
  for (const entry of entries) found.push(...(await below(entry, entries.length === 1 && entry.isDirectory ? "" : entry.name)));
  return found;
}

/// The folder's own name is no part of the paths in it.
export function chosenFiles(files: FileList): Found[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath.split("/").slice(1).join("/") || file.name, file }));
}

/// Some programs unpack an archive into a folder of their own: what counts is the one that holds package.jws.
function inBundle(found: Found[]): Found[] {
  const kFirst = "package.jws";
  const roots = found.filter(({ path }) => path.endsWith(`/${kFirst}`)).map(({ path }) => path.slice(0, -kFirst.length));
  if (roots.length !== 1 || found.some(({ path }) => path === kFirst)) return found;
  return found.filter(({ path }) => path.startsWith(roots[0]!)).map(({ path, file }) => ({ path: path.slice(roots[0]!.length), file }));
}

/// @return  null for more than a bundle can be
export async function readFiles(found: Found[]): Promise<Map<string, Uint8Array> | null> {
  const all = found.reduce((sum, { file }) => sum + file.size, 0);
  if (found.length > kMostFiles || all > kMostBytes) return null;
  const files = new Map<string, Uint8Array>();
  for (const { path, file } of inBundle(found)) files.set(path, new Uint8Array(await file.arrayBuffer()));
  return files;
}
