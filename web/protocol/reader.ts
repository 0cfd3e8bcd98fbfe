// Takes the members of an object one by one; what nobody took is refused (PROTOCOL.md 2: unknown members).

import { fromBase64url } from "./bytes.ts";
import { type Json, Wrong, parseJson } from "./json.ts";

/// base64url of exactly so many bytes.
export function bytesIn(value: Json, size: number, place: string): Uint8Array {
  const bytes = typeof value === "string" ? fromBase64url(value) : null;
  if (bytes === null || bytes.length !== size) throw new Wrong(`${place}: ${size} bytes in base64url are expected`);
  return bytes;
}

export class ObjectReader {
  private readonly members: Map<string, Json>;
  private readonly left: Set<string>;

  constructor(json: Json, private readonly of: string) {
    if (!(json instanceof Map)) throw new Wrong(`${of}: an object is expected`);
    this.members = json;
    this.left = new Set(json.keys());
  }
  static of(payload: Uint8Array, place: string): ObjectReader {
    return new ObjectReader(parseJson(payload), place);
  }

  place(name: string): string {
    return `${this.of}.${name}`;
  }
  has(name: string): boolean {
    return this.members.has(name);
  }
  names(): string[] {
    return [...this.members.keys()];
  }
  member(name: string): Json {
    const value = this.members.get(name);
    if (value === undefined) throw new Wrong(`${this.place(name)}: is missing`);
    this.left.delete(name);
    return value;
  }

  /// @param most  bytes
  text(name: string, most: number): string {
    const value = this.member(name);
    if (typeof value !== "string") throw new Wrong(`${this.place(name)}: a text is expected`);
    if (new TextEncoder().encode(value).length > most) throw new Wrong(`${this.place(name)}: longer than ${most} bytes`);
    return value;
  }
  word<W extends string>(name: string, known: readonly W[]): W {
    const text = this.text(name, 1024);
    const word = known.find((candidate) => candidate === text);
    if (word === undefined) throw new Wrong(`${this.place(name)}: "${text.slice(0, 40)}" is not known here`);
    return word;
  }
  integer(name: string, least: number, most: number): number {
    const value = this.member(name);
    if (typeof value !== "number" || value < least || value > most) throw new Wrong(`${this.place(name)}: an integer from ${least} to ${most} is expected`);
    return value;
  }
  boolean(name: string): boolean {
    const value = this.member(name);
    if (typeof value !== "boolean") throw new Wrong(`${this.place(name)}: true or false is expected`);
    return value;
  }
  bytes(name: string, size: number): Uint8Array {
    return bytesIn(this.member(name), size, this.place(name));
  }
  list(name: string, most: number): Json[] {
    const value = this.member(name);
    if (!Array.isArray(value)) throw new Wrong(`${this.place(name)}: a list is expected`);
    if (value.length > most) throw new Wrong(`${this.place(name)}: more than ${most} items`);
    return value;
  }
  /// Byte strings of one size each.
  bytesList(name: string, size: number, most: number): Uint8Array[] {
    return this.list(name, most).map((item) => bytesIn(item, size, this.place(name)));
  }
  object(name: string): ObjectReader {
    return new ObjectReader(this.member(name), this.place(name));
  }
  objects(name: string, most: number): ObjectReader[] {
    return this.list(name, most).map((item, i) => new ObjectReader(item, `${this.place(name)}[${i}]`));
  }
  finish(): void {
    for (const name of this.left) throw new Wrong(`${this.place(name)}: this member is not known in version 1`);
  }
}
