#pragma once

namespace isoloir::publish {

/// The sheet of a ballot with its cross, in the envelope's colours.
inline constexpr const char* kIcon =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' "
    "fill='%230D2748'/%3E"
    "%3Cpath d='M4 8.5l3 3 5-7' fill='none' stroke='%23FFD25C' stroke-width='2'/%3E%3C/svg%3E";

/// The one style sheet of all public pages, /style.css: the kiosk's colours, by day and by night, from a phone's width to a wide
/// screen, and on paper. Colours stand in the first two lines alone, where a test computes their contrast.
inline constexpr const char* kStyle = R"css(
:root{color-scheme:light dark;--paper:#F4F1EA;--surface:#FFFFFF;--ink:#14203A;--ink2:#2A3650;--go:#12325C;--on-go:#FFFFFF;--deep:#0D2748;--on-deep:#FFFFFF;--on-deep2:#D5DEEA;--sun:#FFD25C;--rest:#2B456A;--chosen:#083F2C;--on-chosen:#FFFFFF;--chosen-bg:#E6F4EC;--chosen-rail:#C9E2D4;--rail:#E9E4D8;--dash:#6E6958;--line:#D8D2C4;--focus:#8A2B00}
@media screen and (prefers-color-scheme:dark){:root{--paper:#0E131D;--surface:#18202E;--ink:#F4F1EA;--ink2:#CDD4E0;--go:#A9C9F7;--on-go:#0E131D;--deep:#16325A;--on-deep:#FFFFFF;--on-deep2:#D5DEEA;--sun:#FFD25C;--rest:#3D5A85;--chosen:#9FE3C1;--on-chosen:#062A1D;--chosen-bg:#0F2A20;--chosen-rail:#28493B;--rail:#313B4D;--dash:#8A93A3;--line:#364154;--focus:#FFB37A}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.wrap{max-width:62rem;margin:0 auto;padding:0 1rem}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
a{color:var(--go);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
header{background:var(--surface);border-bottom:1px solid var(--line)}
header .wrap{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between;padding-top:.6rem;padding-bottom:.6rem}
.state{display:flex;align-items:center;gap:.55rem;margin:.25rem 0;font-weight:600}
.state::before{content:"";flex:none;width:.8rem;height:.8rem;border:.15rem solid var(--chosen);border-radius:50%}
.state.open::before{background:var(--chosen)}
.state.closed::before{border-color:var(--ink2);border-radius:2px}
.state.counted::before{width:.5rem;height:.85rem;border-width:0 .18rem .18rem 0;border-radius:0;transform:translateY(-.1rem) rotate(42deg);margin:0 .15rem}
nav{margin:0 -.75rem}
nav ul{display:flex;flex-wrap:wrap;list-style:none;margin:0;padding:0}
nav a{display:flex;align-items:center;padding:0 .75rem;min-height:2.75rem;border-radius:999px;text-decoration:none}
nav a:hover{text-decoration:underline}
nav a[aria-current]{background:var(--go);color:var(--on-go);font-weight:600}
h1{font-size:clamp(1.7rem,5vw,2.6rem);line-height:1.15;margin:2rem 0 1.25rem;text-wrap:balance}
h2{font-size:1.4rem;line-height:1.25;margin:2.75rem 0 .75rem}
h2+.note{margin-top:-.25rem}
.lead,.note{max-width:46rem;color:var(--ink2);text-wrap:pretty}
.lead{max-width:54rem;margin:-.75rem 0 1.25rem;font-size:1.125rem}
.note{margin:0 0 1rem}
.envelope{margin:0;background:var(--deep);color:var(--on-deep);border-radius:20px;padding:1.4rem 1.6rem}
.count{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .75rem;margin:0;font-size:1.25rem}
.count+.sums{margin-top:.75rem}
.after{margin-top:1rem}
.envelope b,.sums dd{font-variant-numeric:proportional-nums}
.count b{font-size:clamp(2.8rem,11vw,4.2rem);line-height:1.1}
.sums{display:flex;flex-wrap:wrap;align-items:flex-end;gap:1rem 2.25rem;margin:0}
.sums div{display:flex;flex-direction:column}
.sums dt{font-size:.95rem;color:var(--on-deep2)}
.sums dd{margin:0;font-size:1.4rem;font-weight:700;line-height:1.25;white-space:nowrap}
.sums .main{flex-basis:100%}
.sums .main dd{font-size:clamp(2.1rem,8vw,3rem);line-height:1.15}
.bar{display:block;width:100%;height:1.5rem;margin-top:1.25rem;background:var(--rest);border-radius:7px}
.bar rect{fill:var(--sun);stroke:var(--deep);stroke-width:2px}
.projects{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
.project{background:var(--surface);border:2px dashed var(--dash);border-radius:16px;padding:1rem 1.25rem;display:grid;grid-template-columns:2.75rem minmax(0,1fr) auto;gap:.15rem 1rem;align-items:start}
.project p,.project h3{margin:0}
.rank{grid-row:span 3;align-self:start;min-width:2.75rem;height:2.75rem;border:2px solid var(--dash);border-radius:999px;display:flex;align-items:center;justify-content:center;font-weight:700;color:var(--ink2)}
.project h3{font-size:1.15rem;line-height:1.3}
.cost{font-weight:700;font-size:1.15rem;line-height:1.3;white-space:nowrap;text-align:right}
.where,.why{color:var(--ink2);font-size:1rem}
.mark{display:flex;align-items:center;justify-content:flex-end;gap:.5rem;font-weight:600;color:var(--ink2)}
.mark::before{content:"";width:.7rem;border-top:.18rem solid}
.tally{grid-column:2/-1;display:flex;align-items:center;gap:.75rem}
.tally b{min-width:6.5rem}
.meter{flex:1;min-width:0;height:.6rem;border-radius:3px;background:var(--rail)}
.meter rect{fill:var(--go)}
.why{grid-column:2/-1}
.funded{background:var(--chosen-bg);border:2px solid var(--chosen)}
.funded .rank{background:var(--chosen);border-color:var(--chosen);color:var(--on-chosen)}
.funded h3,.funded .cost,.funded .mark{color:var(--chosen)}
.funded .mark::before{width:.45rem;height:.8rem;border:solid;border-width:0 .18rem .18rem 0;transform:translateY(-.1rem) rotate(42deg)}
.funded .meter{background:var(--chosen-rail)}
.funded .meter rect{fill:var(--chosen)}
h3{font-size:1.15rem;line-height:1.3;margin:1.75rem 0 .25rem}
.rule{max-width:46rem;margin:0 0 1rem;font-size:1.125rem;text-wrap:pretty}
.plot{display:grid;background:var(--surface);border:1px solid var(--line);border-radius:16px;padding:.4rem 1.25rem}
.step{display:grid;grid-template-columns:minmax(0,19rem) minmax(0,1fr) 8rem;gap:.15rem 1rem;align-items:center;padding:.4rem 0}
.step.lack{grid-template-columns:minmax(0,19rem) minmax(0,1fr) 13rem}
.step+.step{border-top:1px solid var(--line)}
.step .name{line-height:1.35}
.step .name b{margin-right:.25rem}
.step .sum{text-align:right;font-weight:700;white-space:nowrap}
.step svg{width:100%;height:1.25rem;overflow:visible}
.also{display:inline-block;border:1px solid var(--go);border-radius:999px;padding:0 .6rem;font-size:.9rem;color:var(--go)}
.spending{background:var(--rail);border-radius:3px}
.spending rect{fill:var(--chosen);stroke:var(--chosen);height:100%}
.spending .before{y:42%;height:16%;stroke:none}
.spending .completing{fill:var(--surface);stroke:var(--go);stroke-width:3px}
.lacking rect{height:100%}
.lacking .had{fill:var(--go)}
.lacking .lacks{fill:none;stroke:var(--dash);stroke-width:2px;stroke-dasharray:5 4}
.none{margin:0;padding:1rem 1.25rem;background:var(--surface);border:2px dashed var(--dash);border-radius:16px}
.end{display:flex;align-items:center;gap:1rem;margin:2.25rem 0 0;font-weight:700}
.end::before,.end::after{content:"";flex:1;border-top:3px double var(--ink2)}
.end span{text-align:center}
.follow{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1rem;color:var(--ink2)}
.follow[hidden]{display:none}
button,.button{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 1.25rem;border:2px solid var(--go);border-radius:999px;background:none;color:var(--go);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
button:hover,.button:hover{text-decoration:underline}
.button,button.main{background:var(--go);color:var(--on-go)}
.way{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin:2.25rem 0 0}
.narrow{max-width:46rem}
.back{margin:.25rem 0}
.back a{display:inline-flex;align-items:center;min-height:2.75rem}
form{display:flex;flex-wrap:wrap;gap:.75rem}
form label,form .note{flex-basis:100%;margin:0}
label{font-weight:600;font-size:1.15rem}
input{flex:1 1 16rem;min-width:0;min-height:3.25rem;padding:0 1rem;border:2px solid var(--dash);border-radius:12px;background:var(--surface);color:var(--ink);font:700 1.35rem/1 monospace;letter-spacing:.03em}
form button{min-height:3.25rem}
.before{margin-top:2rem}
.card{border-radius:16px;padding:1.25rem 1.4rem;margin:0 0 1.5rem;background:var(--surface);border:2px solid var(--dash)}
.card h2{margin:0 0 .5rem}
.card p{margin:0;max-width:46rem}
.card .phases{margin-top:1rem}
.good{background:var(--chosen-bg);border-color:var(--chosen)}
.good h2{color:var(--chosen)}
.good h2::before{content:"";display:inline-block;width:.45rem;height:.85rem;margin:0 .75rem 0 .2rem;border:solid;border-width:0 .2rem .2rem 0;transform:translateY(-.1rem) rotate(42deg)}
.bad{border:3px double var(--focus)}
.code{font-family:monospace;font-weight:700}
.columns{display:block;width:100%;height:12rem;padding:.5rem .9rem;background:var(--surface);border:1px solid var(--line);border-radius:16px}
.columns rect{fill:var(--go)}
.columns line{stroke:var(--ink2)}
.columns text{fill:var(--ink);font-size:.95rem}
details{margin:.25rem 0 0}
details .projects{margin-top:.25rem}
summary{min-height:2.75rem;padding:.6rem 0;color:var(--go);cursor:pointer}
.map{display:block;width:100%;max-width:42rem;background:var(--surface);border:1px solid var(--line);border-radius:16px}
.map rect{fill:var(--go)}
.map path{fill:none;stroke:var(--ink2);stroke-width:1.5}
.map text{fill:var(--ink);font-size:15px}
.map .number{fill:var(--on-go);font-size:20px;font-weight:700}
.halls{list-style:none;margin:1rem 0 0;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr))}
.halls li{display:grid;grid-template-columns:2.75rem minmax(0,1fr);gap:.1rem 1rem;align-content:start;background:var(--surface);border:1px solid var(--line);border-radius:16px;padding:1rem 1.25rem}
.halls li>*{grid-column:2;margin:0}
.halls .rank{grid-column:1;justify-self:start;border-color:var(--go);background:var(--go);color:var(--on-go)}
.halls h3{font-size:1.15rem;line-height:1.3}
.command span{white-space:nowrap}
table.rounds{margin-top:1.5rem}
.rounds th,.rounds td{padding:.55rem .6rem;vertical-align:top}
.rounds thead th{overflow-wrap:normal;vertical-align:bottom;color:var(--ink2);font-size:.95rem;line-height:1.3}
.rounds td{font-weight:400}
.rounds thead tr:first-child>*{border-bottom-left-radius:0;border-bottom-right-radius:0}
.rounds tbody tr:first-child>*{border-top:0;border-top-left-radius:0;border-top-right-radius:0}
.rounds b{font-weight:600}
.funding tbody th{min-width:11rem}
.rounds .where{font-size:.95rem}
.rounds small{display:block;font-size:.9rem;color:var(--ink2)}
.funding thead th:not(:nth-child(2)),.missing thead th:nth-child(2),.missing thead th:nth-child(3){text-align:right}
.missing td:last-child{text-align:left;white-space:normal}
.phases{margin:0;display:grid;grid-template-columns:auto minmax(0,1fr);gap:.35rem 1.5rem}
.phases div{display:contents}
.phases dt{color:var(--ink2)}
.phases dd{margin:0}
table{width:100%;border-collapse:separate;border-spacing:0}
caption{margin-top:-.25rem;padding:0 0 .75rem;text-align:left;color:var(--ink2)}
th,td{padding:.6rem 1.25rem;text-align:left;font-weight:400;background:var(--surface);border-bottom:1px solid var(--line)}
th::first-letter{text-transform:uppercase}
td{text-align:right;font-weight:700;white-space:nowrap}
tr>:first-child{border-left:1px solid var(--line)}
tr>:last-child{border-right:1px solid var(--line)}
tr:first-child>*{border-top:1px solid var(--line)}
tr:first-child>:first-child{border-top-left-radius:16px}
tr:first-child>:last-child{border-top-right-radius:16px}
tr:last-child>:first-child{border-bottom-left-radius:16px}
tr:last-child>:last-child{border-bottom-right-radius:16px}
th .meter{display:block;width:100%;margin-top:.35rem}
.part th{padding-left:2.5rem;color:var(--ink2)}
.part td{font-weight:400;color:var(--ink2)}
pre{margin:0;background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:1rem 1.25rem;white-space:pre-wrap;font-size:.9rem;line-height:1.5}
.files{margin:1rem 0;padding:0;list-style:none}
.files a{display:inline-block;padding:.35rem 0}
.fingerprints dt{color:var(--ink2)}
.fingerprints dd{margin:0 0 .5rem;font-family:monospace;font-size:.95rem}
footer{margin-top:3rem;padding:1.25rem 0 2.5rem;border-top:1px solid var(--line);color:var(--ink2)}
@media(max-width:38rem){nav a{padding:0 .6rem;font-size:1rem}nav{margin:0 -.6rem}.envelope{padding:1.1rem 1.15rem}.sums{gap:.75rem 1.75rem}.project{grid-template-columns:2.25rem minmax(0,1fr);gap:.15rem .75rem;padding:.9rem 1rem}.rank{grid-row:span 4;min-width:2.25rem;height:2.25rem}.project>*{grid-column:2}.project .rank{grid-column:1}.cost{text-align:left}.mark{justify-content:flex-start;padding-left:.15rem}.tally{flex-wrap:wrap;gap:.1rem .75rem}.tally b{min-width:100%}th,td{padding:.6rem 1rem}.part th{padding-left:1.75rem}.map .name{display:none}.map text{font-size:20px}.halls li{grid-template-columns:2.25rem minmax(0,1fr)}.phases{grid-template-columns:1fr;gap:0}.phases dd{margin-bottom:.6rem}}
@media screen and (max-width:56rem){.rounds thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.rounds,.rounds caption,.rounds th,.rounds td{display:block}.rounds tbody{display:grid;gap:.75rem}.rounds tr{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(11rem,40%),1fr));gap:.35rem 1rem;background:var(--surface);border:1px solid var(--line);border-radius:16px;padding:.9rem 1.1rem}.rounds tbody th,.rounds tbody td{padding:0;border:0!important;background:none;text-align:left;white-space:normal}.rounds td::before{content:attr(data-column);display:block;font-size:.9rem;color:var(--ink2)}.funding tr{position:relative;padding-left:3.25rem}.funding td:first-child{position:absolute;left:1.1rem;top:.9rem;font-weight:700}.funding td:first-child::before{content:none}.rounds th,.missing td:last-child{grid-column:1/-1}}
@media screen and (max-width:52rem){.step,.step.lack{grid-template-columns:minmax(0,1fr) auto}.step svg{grid-row:2;grid-column:1/-1}.plot{padding:.4rem 1rem}}
@media screen and (max-width:38rem){.step.lack{grid-template-columns:1fr}}
@media(forced-colors:active){nav a[aria-current]{border:2px solid}.envelope{border:1px solid}.bar,.meter,.spending{background:Canvas;border:1px solid}.bar rect,.meter rect,.columns rect,.spending rect,.lacking .had{fill:CanvasText}.spending .completing{fill:Canvas;stroke:CanvasText}.lacking .lacks{stroke:CanvasText}.columns text,.map text{fill:CanvasText}.map rect{fill:Canvas;stroke:CanvasText}.map .number{fill:CanvasText}.bar rect{stroke:Canvas}}
@media print{.plot,.rounds{font-size:.85rem}.rounds th,.rounds td{padding:.3rem .35rem}.funding td:nth-child(4){white-space:normal;min-width:7.5rem}.step{padding:.15rem 0}:is(#others,#how details)::details-content{content-visibility:visible;height:auto}:is(#others,#how details) summary{display:none}nav,.follow,.way{display:none}body{background:#FFFFFF}.envelope{color:var(--ink);background:none;border:2px solid var(--ink)}.sums dt{color:var(--ink2)}.project,.step,tr{break-inside:avoid}h2,h3,h3+.note{break-after:avoid}.bar,.bar rect,.meter,.meter rect,.rank,.spending{print-color-adjust:exact}}
)css";

}  // namespace isoloir::publish
