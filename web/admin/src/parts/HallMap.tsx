// The halls where they lie, drawn as wide as there is room, so that their names are read on a telephone too. The list of
// terminals says the same.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Hall, Terminal } from "../api.ts";
import { chartOf } from "../chart.ts";
import { standing, standings } from "../fleet.ts";
import { decimal, fill } from "../format.ts";
import { language, words } from "../language.ts";

export function HallMap({ halls, terminals }: { halls: Hall[]; terminals: Terminal[] }) {
  const w = words.value.terminals;
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(640);
  const chart = chartOf(halls, width);
  useLayoutEffect(() => {
    if (frame.current === null) return;
    const sizes = new ResizeObserver(([place]) => setWidth(Math.round(place!.contentRect.width)));
    sizes.observe(frame.current);
    return () => sizes.disconnect();
  }, [chart === null]);
  if (chart === null) return <p class="hint">{w.noMap}</p>;
  return (
    <figure class="map" ref={frame}>
      <svg viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={fill(w.mapText, { halls: String(chart.places.length) })}>
        {chart.places.map(({ hall, x, y, label }) => (
          <g key={hall.name} class={standing(hall, terminals)}>
            <title>{hall.name}</title>
            <circle cx={x} cy={y} r="9" />
            {label !== null && <text x={label === "right" ? x + 15 : x - 15} y={y + 5} text-anchor={label === "right" ? "start" : "end"}>{hall.name}</text>}
          </g>
        ))}
        <path class="scale" d={`M14,${chart.height - 14}h${chart.scale.length}`} />
        <text class="small" x="14" y={chart.height - 20}>{fill(w.km, { n: decimal(chart.scale.km, language.value) })}</text>
      </svg>
      <figcaption>
        <ul class="legend">
          {standings.map((one) => (
            <li key={one} class={one}><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><circle cx="12" cy="12" r="9" /></svg>{w.standing[one]}</li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
