// A table that becomes a list of cards where there is no room for it: on a telephone, and wherever its words are too long
// for the place that it has. In a card each cell knows its head.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export interface Column<Row> {
  head: string;
  cell: (row: Row) => ComponentChildren;
  number?: boolean;
  whole?: boolean; // not broken into lines
  acts?: boolean; // buttons, which say themselves what they do
}

interface Props<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  id: (row: Row) => string;
  none: string;
  foot?: ComponentChildren;
}

const kLeast = 600; // pixels below which two columns side by side are hard to read
const ways = ["", "tight", "cards"]; // tight: buttons below each other

function look<Row>(column: Column<Row>, title: Column<Row> | undefined): string | undefined {
  return [column === title && "first", column.number && "number", column.whole && "whole", column.acts && "act"].filter(Boolean).join(" ") || undefined;
}

export function Table<Row>({ caption, columns, rows, id, none, foot }: Props<Row>) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = box.current;
    if (place === null) return;
    const fit = () => {
      const wanted = place.clientWidth < kLeast ? ["cards"] : ways;
      for (const way of wanted) {
        place.className = `table ${way}`;
        if (place.scrollWidth <= place.clientWidth) break;
      }
    };
    fit();
    const sizes = new ResizeObserver(fit);
    sizes.observe(place);
    void document.fonts.ready.then(fit);
    return () => sizes.disconnect();
  });
  if (rows.length === 0) return <p class="none">{none}</p>;
  const title = columns.find((column) => !column.number); // of a card
  return (
    <div class="table" ref={box}>
      <table role="table">
        <caption class="heard">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.head} role="columnheader" scope="col" class={look(column, title)}>{column.acts ? <span class="heard">{column.head}</span> : column.head}</th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={id(row)} role="row">
              {columns.map((column) => (
                <td key={column.head} role="cell" data-head={column.head} class={look(column, title)}><div>{column.cell(row)}</div></td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot}
      </table>
    </div>
  );
}
