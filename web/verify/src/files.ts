// A bundle as a map of paths to bytes, whether it lies in a folder, was dropped on a page or was made by a test.

import { Wrong } from "../../protocol/json.ts";

export class Files {
  private readonly unread: Set<string>;
  constructor(private readonly bytes: ReadonlyMap<string, Uint8Array>) {
    this.unread = new Set(bytes.keys());
  }

  has(path: string): boolean {
    return this.bytes.has(path);
  }
  paths(): string[] {
    return [...this.bytes.keys()];
  }
  take(path: string): Uint8Array {
    const file = this.bytes.get(path);
    if (file === undefined) throw new Wrong(`${path}: is missing`);
    this.unread.delete(path);
    return file;
  }
  takeOf(path: string, size: number): Uint8Array {
    const file = this.take(path);
    if (file.length !== size) throw new Wrong(`${path}: ${file.length} bytes long instead of ${size}`);
    return file;
  }
  text(path: string): string {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.take(path));
    } catch (problem) {
      throw problem instanceof Wrong ? problem : new Wrong(`${path}: not UTF-8`);
    }
  }
  /// What no check has asked for.
  left(): string[] {
    return [...this.unread].sort();
  }
}
