// Numbers, money and times as people of each language write them; numbers and money as on the public pages
// (sync-server/publish/words.cpp).

import type { Language } from "./language.ts";

const kThin = "\u202f";
const kHard = "\u00a0";
const locales: Record<Language, string> = { fr: "fr-BE", nl: "nl-BE", de: "de-BE", en: "en-GB" };

export function number(value: number, language: Language): string {
  const separator = language === "fr" ? kThin : language === "en" ? "," : ".";
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, separator);
}

/// "0,5"
export function decimal(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/// Without its sign, as it is typed and read back by parseMoney: "1 234,50".
export function plainMoney(cents: number, language: Language): string {
  const rest = Math.abs(cents) % 100;
  return number(cents / 100, language) + (rest === 0 ? "" : (language === "en" ? "." : ",") + String(rest).padStart(2, "0"));
}

export function money(cents: number, language: Language): string {
  const text = plainMoney(cents, language);
  if (language === "en") return `€${text}`;
  return language === "nl" ? `€${kHard}${text}` : `${text}${kHard}€`;
}

/// "200 000", "1.234,50", "€ 1,234.50" → cents; null where it is no amount. A comma or point before one or two last
/// figures parts the cents, any other groups.
export function parseMoney(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f€']/g, "");
  const match = /^(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (match === null) return null;
  const euros = match[1]!;
  if (/[.,]/.test(euros) && !/^\d{1,3}([.,]\d{3})+$/.test(euros)) return null;
  const cents = Number(euros.replace(/[.,]/g, "")) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(cents) ? cents : null;
}

/// "Anne, Bart et Claude"
export function list(items: string[], language: Language): string {
  return new Intl.ListFormat(locales[language]).format(items);
}

export function percent(part: number, whole: number, language: Language): string {
  const share = whole === 0 ? 0 : part / whole;
  return new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share);
}

export function day(iso: string, language: Language): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? iso : new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(time);
}

/// "1/3", where there is little room.
export function shortDay(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { day: "numeric", month: "numeric", timeZone: "UTC" }).format(Date.parse(`${iso}T00:00:00Z`));
}

export function moment(seconds: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "medium", timeStyle: "short" }).format(seconds * 1000);
}

/// Hours since 1970, as a day and an hour.
export function hour(hours: number, language: Language): string {
  return moment(hours * 3600, language);
}

/// "3 minutes ago", from seconds since 1970.
export function ago(seconds: number, now: number, language: Language): string {
  const passed = Math.max(0, now - seconds);
  const words = new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" });
  if (passed < 60) return words.format(0, "second");
  if (passed < 3600) return words.format(-Math.floor(passed / 60), "minute");
  if (passed < 48 * 3600) return words.format(-Math.floor(passed / 3600), "hour");
  return words.format(-Math.floor(passed / 86400), "day");
}

/// How long to wait, rounded up: "45 seconds", "3 minutes".
export function duration(seconds: number, language: Language): string {
  const [value, unit] = seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [Math.ceil(seconds / 60), "minute"] : [Math.ceil(seconds / 3600), "hour"];
  return new Intl.NumberFormat(locales[language], { style: "unit", unit, unitDisplay: "long" }).format(Math.max(1, Math.ceil(value)));
}

/// Millionths of a degree as people type them: "50.4669".
export function degrees(millionths: number | null | undefined): string {
  return millionths === null || millionths === undefined ? "" : String(millionths / 1_000_000);
}

/// "50,4669" or "50.4669" → millionths of a degree; null where it is none within ±limit.
export function parseDegrees(text: string, limit: number): number | null {
  const bare = text.trim().replace(",", ".");
  if (!/^-?\d{1,3}(\.\d+)?$/.test(bare)) return null;
  const millionths = Math.round(Number(bare) * 1_000_000);
  return Math.abs(millionths) <= limit * 1_000_000 ? millionths : null;
}

/// The first bytes of a key, in groups: enough to tell terminals apart by eye.
export function shortKey(key: string): string {
  return `${key.slice(0, 4)} ${key.slice(4, 8)}`;
}

/// base64url → hexadecimal digits in groups, as on the public pages and in the minutes.
export function fingerprint(base64url: string): string {
  const bytes = Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").replace(/(.{8})(?=.)/g, "$1 ");
}

/// A text of the election in the page's language, else in any.
export function textIn(texts: Record<string, string>, language: Language): string {
  return texts[language] || Object.values(texts).find((text) => text !== "") || "";
}

/// "{n} terminals" with its blanks filled.
export function fill(sentence: string, blanks: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank);
}

export interface Counted {
  one: string;
  other: string;
}

/// The form that goes with a number, which stands at "{n}".
export function counted(forms: Counted, n: number, language: Language): string {
  const form = new Intl.PluralRules(locales[language]).select(n) === "one" ? forms.one : forms.other;
  return fill(form, { n: number(n, language) });
}
