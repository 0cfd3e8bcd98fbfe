#pragma once

namespace isoloir::publish {

/// The one style sheet, embedded in every page: the kiosk's colours, from a phone's width to a wide screen, and on paper.
inline constexpr const char* kStyle = R"css(
:root{--paper:#F4F1EA;--surface:#fff;--ink:#14203A;--ink2:#2A3650;--go:#12325C;--deep:#0D2748;--sun:#FFD25C;--chosen:#083F2C;--chosen-bg:#E6F4EC;--line:#D8D2C4}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
.wrap{max-width:60rem;margin:0 auto;padding:0 1rem}
header{background:var(--surface);border-bottom:1px solid var(--line)}
header .wrap{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between;padding-top:.75rem;padding-bottom:.75rem}
.state{display:inline-flex;align-items:center;gap:.5rem;font-weight:600;color:var(--ink2)}
.state::before{content:"";width:.7rem;height:.7rem;border-radius:50%;background:var(--ink2)}
.state.open::before,.state.counted::before{background:#1B7F56}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem;list-style:none;margin:0;padding:0}
nav a{display:block;padding:.5rem .75rem;min-height:2.75rem;border-radius:999px;color:var(--go);text-decoration:none}
nav a:hover{text-decoration:underline}
nav a[aria-current]{background:var(--go);color:#fff}
a:focus-visible,summary:focus-visible,pre:focus-visible{outline:3px solid #8A2B00;outline-offset:2px}
h1{font-size:clamp(1.7rem,5vw,2.6rem);line-height:1.15;margin:2rem 0 .25rem;text-wrap:balance}
.lead{margin:0 0 1.5rem;color:var(--ink2);max-width:44rem}
h2{font-size:1.35rem;line-height:1.25;margin:2.5rem 0 .75rem}
.envelope{background:var(--deep);color:#fff;border-radius:20px;padding:1.25rem 1.5rem}
.sums{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem;margin:0}
.sums div{display:flex;flex-direction:column-reverse}
.sums dt{font-size:.95rem;color:#D5DEEA}
.sums dd{margin:0;font-size:1.5rem;font-weight:700}
.sums .main dd{font-size:clamp(1.9rem,6vw,2.6rem);line-height:1.15}
.bar{display:flex;gap:4px;height:1.4rem;margin-top:1.1rem;background:#2B456A;border-radius:7px;overflow:hidden}
.bar span{background:var(--sun);min-width:2px}
.projects{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
.project{background:var(--surface);border:1px solid var(--line);border-radius:16px;padding:1rem 1.25rem;display:grid;grid-template-columns:2.75rem 1fr auto;gap:.1rem 1rem;align-items:start}
.project .rank{grid-row:span 3;width:2.75rem;height:2.75rem;border-radius:50%;display:grid;place-items:center;font-weight:700;background:var(--paper);color:var(--ink2)}
.project h3{font-size:1.1rem;line-height:1.3;margin:0;overflow-wrap:anywhere}
.project .cost{font-weight:700;white-space:nowrap;text-align:right}
.project p{margin:0;color:var(--ink2);font-size:.98rem;overflow-wrap:anywhere}
.project .where{grid-column:2/-1}
.project .tally{grid-column:2/-1;display:flex;align-items:center;gap:.75rem;margin-top:.35rem}
.tally b{white-space:nowrap;min-width:5.5rem}
.meter{flex:1;height:.6rem;border-radius:3px;background:#E9E4D8;overflow:hidden}
.meter span{display:block;height:100%;background:var(--go)}
.funded{background:var(--chosen-bg);border:2px solid var(--chosen)}
.funded .rank{background:var(--chosen);color:#fff}
.funded h3,.funded .cost{color:var(--chosen)}
.funded .meter{background:#C9E2D4}.funded .meter span{background:var(--chosen)}
.missed{border:2px dashed #8B8676}
.project .why{grid-column:2/-1;font-style:italic}
.end{display:flex;align-items:center;gap:1rem;margin:2.25rem 0 0;font-weight:700;color:var(--go)}
.end::before,.end::after{content:"";flex:1;border-top:3px solid var(--sun)}
.end span{text-align:center}
.card{background:var(--surface);border:1px solid var(--line);border-radius:16px;padding:.5rem 1.25rem}
table{width:100%;border-collapse:collapse}
td,th{padding:.55rem 0;text-align:left;font-weight:400;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
tr:last-child td,tr:last-child th{border-bottom:0}
td{text-align:right;font-weight:700;padding-left:1rem;white-space:nowrap}
th.sub{padding-left:1.25rem;color:var(--ink2)}
.big{font-size:clamp(2.6rem,10vw,4rem);font-weight:700;line-height:1.1}
.seal{color:var(--ink2);max-width:44rem}
pre{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:1rem;overflow-x:auto;font-size:.85rem;line-height:1.45}
footer{margin-top:3rem;padding:1.25rem 0 2.5rem;border-top:1px solid var(--line);color:var(--ink2);font-size:.95rem}
footer a,.links a{color:var(--go)}
.links{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding:0;list-style:none}
@media(max-width:34rem){.project{grid-template-columns:2.25rem 1fr;padding:.9rem 1rem}.project .rank{width:2.25rem;height:2.25rem}.project .cost{grid-column:2;text-align:left}.project .rank{grid-row:span 4}.envelope{padding:1.1rem 1.15rem}}
@media print{body{background:#fff}nav{display:none}.envelope{color:#000;background:#fff;border:2px solid #000}.sums dt{color:#000}.project{break-inside:avoid}}
)css";

}  // namespace isoloir::publish
