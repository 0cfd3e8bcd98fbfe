// A table that becomes a list of cards where there is no room: each cell knows its head.

import type { ComponentChildren } from "preact";

export interface Column<Row> {
  head: string;
  cell: (row: Row) => ComponentChildren;
  number?: boolean;
}

interface Props<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  id: (row: Row) => string;
  none: string;
  foot?: ComponentChildren;
}

export function Table<Row>({ caption, columns, rows, id, none, foot }: Props<Row>) {
  if (rows.length === 0) return <p class="none">{none}</p>;
  return (
    <table>
      <caption class="heard">{caption}</caption>
      <thead>
        <tr>{columns.map((column) => <th key={column.head} scope="col" class={column.number ? "number" : undefined}>{column.head}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={id(row)}>
            {columns.map((column) => <td key={column.head} data-head={column.head} class={column.number ? "number" : undefined}>{column.cell(row)}</td>)}
          </tr>
        ))}
      </tbody>
      {foot}
    </table>
  );
}
