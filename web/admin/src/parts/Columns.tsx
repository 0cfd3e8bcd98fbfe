// Numbers as columns, and the same numbers as a table for whoever cannot see them or wants them exactly.

import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { number } from "../format.ts";
import { language, words } from "../language.ts";
import type { Column } from "../turnout.ts";
import { Table } from "./Table.tsx";

const kHeight = 220;
const kFont = "15px Figures, Atkinson, system-ui, sans-serif";

const steps = [1, 2, 5].flatMap((step) => [1, 10, 100, 1000, 10_000, 100_000].map((ten) => step * ten)).sort((a, b) => a - b);

function draw(frame: HTMLElement, { columns, short, every }: Props): uPlot {
  const colours = getComputedStyle(frame);
  const colour = (name: string) => colours.getPropertyValue(name).trim();
  const axis: uPlot.Axis = { stroke: colour("--ink2"), font: kFont, grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false } };
  const options: uPlot.Options = {
    width: frame.clientWidth,
    height: kHeight,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [-0.6, columns.length - 0.4] },
      y: { range: (_, __, most) => [0, Math.max(1, most * 1.05)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        incrs: every,
        space: 64,
        size: 34,
        values: (_, places) => places.map((place) => (columns[place] === undefined ? "" : short(place))),
      },
      { ...axis, incrs: steps, size: 64, values: (_, places) => places.map((place) => number(place, language.value)) },
    ],
    series: [{}, { fill: colour("--go"), stroke: colour("--go"), width: 0, paths: uPlot.paths.bars!({ size: [0.75, 48] }), points: { show: false } }],
  };
  return new uPlot(options, [columns.map((_, index) => index), columns.map((column) => column.ballots)], frame);
}

interface Props {
  title: string;
  text: string; // what the chart shows, in a sentence
  head: string; // what a column stands for
  columns: Column[];
  short: (index: number) => string; // under a column
  every: number[]; // under each column, else under each second one, …
}

export function Columns(props: Props) {
  const { title, text, head, columns } = props;
  const frame = useRef<HTMLDivElement>(null);
  const w = words.value.overview;
  const shown = JSON.stringify(columns) + language.value;
  useEffect(() => {
    const place = frame.current!;
    let plot = draw(place, props);
    const again = () => {
      plot.destroy();
      plot = draw(place, props);
    };
    const sizes = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: kHeight }));
    sizes.observe(place);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", again);
    void document.fonts.ready.then(() => plot.redraw());
    return () => {
      sizes.disconnect();
      dark.removeEventListener("change", again);
      plot.destroy();
    };
  }, [shown]);
  return (
    <figure class="columns">
      <figcaption>{title}</figcaption>
      <div ref={frame} role="img" aria-label={text} />
      <details>
        <summary>{w.numbers}</summary>
        <Table
          caption={title}
          columns={[
            { head, cell: (column: Column) => column.name },
            { head: w.ballots, cell: (column: Column) => number(column.ballots, language.value), number: true },
          ]}
          rows={columns}
          id={(column) => column.name}
          none=""
        />
      </details>
    </figure>
  );
}
