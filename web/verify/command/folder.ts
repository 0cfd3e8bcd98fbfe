// A bundle as it lies in a folder.

import { lstatSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const kMostFiles = 100_000;
const kMostBytes = 4 * 1024 ** 3;

/// Plain files alone: a link could lead anywhere. @error  more than a bundle can be
export function readFolder(folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  const visit = (below: string): void => {
    for (const name of readdirSync(join(folder, below)).sort()) {
      const path = below === "" ? name : `${below}/${name}`;
      const is = lstatSync(join(folder, path));
      if (is.isDirectory()) visit(path);
      else if (!is.isFile()) throw new Error(`${path} is no plain file`);
      else {
        bytes += is.size;
        if (files.size === kMostFiles || bytes > kMostBytes) throw new Error("more than a bundle can be");
        files.set(path, new Uint8Array(readFileSync(join(folder, path))));
      }
    }
  };
  visit("");
  return files;
}
