// JSON as signed objects hold it (PROTOCOL.md 2): read by a parser of its own, since JSON.parse keeps the last of two members of
// one name and takes 1.0 for 1, and two readers could then see two different objects.

export class Wrong extends Error {}

/// A number that is no whole one, or beyond what a whole one can be here (2^53).
export class OtherNumber {}

export type Json = null | boolean | number | string | OtherNumber | Json[] | Map<string, Json>;

const kMaxDepth = 32;
const kEscapes: Record<string, string> = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const kNumber = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const kPlain = /[^"\\\u0000-\u001f]*/y;
const kBlank = /[ \t\n\r]*/y;

class Parser {
  private at = 0;
  constructor(private readonly text: string) {}

  whole(): Json {
    const value = this.value(0);
    this.take(kBlank);
    if (this.at !== this.text.length) throw this.wrong();
    return value;
  }

  private wrong(): Wrong {
    return new Wrong(`not valid JSON at sign ${this.at}`);
  }
  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }
  private takes(sign: string): boolean {
    this.take(kBlank);
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }
  private need(sign: string): void {
    if (!this.takes(sign)) throw this.wrong();
  }

  private value(depth: number): Json {
    if (depth > kMaxDepth) throw new Wrong("not acceptable JSON: nested too deeply");
    if (this.takes("{")) return this.members(depth);
    if (this.takes("[")) return this.items(depth);
    if (this.takes('"')) return this.string();
    if (this.takes("true")) return true;
    if (this.takes("false")) return false;
    if (this.takes("null")) return null;
    const number = this.take(kNumber);
    if (number === null) throw this.wrong();
    const value = Number(number[0]);
    return number[1] === undefined && number[2] === undefined && Number.isSafeInteger(value) ? value + 0 : new OtherNumber();
  }

  private members(depth: number): Map<string, Json> {
    const members = new Map<string, Json>();
    if (this.takes("}")) return members;
    do {
      this.need('"');
      const name = this.string();
      if (members.has(name)) throw new Wrong(`not acceptable JSON: the member "${name}" stands twice`);
      this.need(":");
      members.set(name, this.value(depth + 1));
    } while (this.takes(","));
    this.need("}");
    return members;
  }

  private items(depth: number): Json[] {
    const items: Json[] = [];
    if (this.takes("]")) return items;
    do items.push(this.value(depth + 1));
    while (this.takes(","));
    this.need("]");
    return items;
  }

  private string(): string {
    let text = "";
    for (;;) {
      text += this.take(kPlain)![0];
      const sign = this.text[this.at++];
      if (sign === '"') break;
      if (sign !== "\\") throw this.wrong();
      text += this.escape();
    }
    // Half of a pair stands for no sign, and would be lost on the way back to bytes.
    if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)) throw this.wrong();
    return text;
  }
  private escape(): string {
    const sign = this.text[this.at++] ?? "";
    if (sign !== "u") {
      if (!(sign in kEscapes)) throw this.wrong();
      return kEscapes[sign]!;
    }
    const hex = this.take(/[0-9a-fA-F]{4}/y);
    if (hex === null) throw this.wrong();
    return String.fromCharCode(parseInt(hex[0], 16));
  }
}

/// @param bytes  UTF-8
export function parseJson(bytes: Uint8Array): Json {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Wrong("not UTF-8");
  }
  return new Parser(text).whole();
}
