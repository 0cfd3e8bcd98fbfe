// The halls where they lie; the list beside it says the same.

import type { Hall, Terminal } from "../api.ts";
import { chartOf } from "../chart.ts";
import { standing } from "../fleet.ts";
import { decimal, fill } from "../format.ts";
import { language, words } from "../language.ts";

export function HallMap({ halls, terminals }: { halls: Hall[]; terminals: Terminal[] }) {
  const w = words.value.terminals;
  const chart = chartOf(halls, 640);
  if (chart === null) return <p class="hint">{w.noMap}</p>;
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={fill(w.mapText, { halls: String(chart.places.length) })}>
        {chart.places.map(({ hall, x, y, label }) => (
          <g key={hall.name} class={standing(hall, terminals)}>
            <circle cx={x} cy={y} r="9" />
            {label !== null && <text x={label === "right" ? x + 15 : x - 15} y={y + 5} text-anchor={label === "right" ? "start" : "end"}>{hall.name}</text>}
          </g>
        ))}
        <path class="scale" d={`M14,${chart.height - 14}h${chart.scale.length}`} />
        <text class="small" x="14" y={chart.height - 20}>{fill(w.km, { n: decimal(chart.scale.km, language.value) })}</text>
      </svg>
    </figure>
  );
}
