// Tables for spreadsheets: semicolons and a byte order mark, as Belgian ones want them.

function cell(value: string | number): string {
  const text = String(value);
  // A spreadsheet would run what begins like a formula.
  const tame = /^[=+\-@\t\r]/.test(text) && typeof value === "string" ? `'${text}` : text;
  return /[";\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

export function csv(rows: (string | number)[][]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}
