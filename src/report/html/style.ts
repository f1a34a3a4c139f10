/** Colours of both schemes; every text colour has a contrast of at least 4.5 to its background. */
const COLOURS = `
:root{color-scheme:light dark;--bg:#fff;--raised:#f6f8fa;--text:#1f2328;--muted:#57606a;--line:#d0d7de;--link:#0757ba;
--bad:#b3151f;--bad-bg:#ffebe9;--good:#116329;--good-bg:#dafbe1;--unsure:#7d4e00;--unsure-bg:#fff5d6;--calm-bg:#eaeef2;
--base:#8a6d3b;--cand:#0969da;--band:#0969da22;--p0:#0969da;--p1:#54aeff;--p2:#8250df}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--raised:#161b22;--text:#e6edf3;--muted:#9da7b3;--line:#30363d;--link:#6cb6ff;
--bad:#ff8e87;--bad-bg:#3c1618;--good:#56d364;--good-bg:#12301b;--unsure:#e3b341;--unsure-bg:#33270a;--calm-bg:#262c34;
--base:#d4a72c;--cand:#58a6ff;--band:#58a6ff2e;--p0:#58a6ff;--p1:#1f6feb;--p2:#bc8cff}}
`;

const LAYOUT = `
*{box-sizing:border-box}
html{scroll-padding-top:4rem}
body{margin:0 auto;max-width:94rem;overflow-wrap:break-word;padding:1.5rem 1.25rem 4rem;background:var(--bg);color:var(--text);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.92em}
code{overflow-wrap:anywhere}
a{color:var(--link)}
h1{font-size:1.6rem;margin:0 0 .25rem;line-height:1.25}
h2{font-size:1.2rem;margin:2.5rem 0 .75rem}
h3{font-size:1rem;margin:1.25rem 0 .5rem}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.5rem;z-index:3}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.muted,small{color:var(--muted)}
.bad-text{color:var(--bad)}.unsure-text{color:var(--unsure)}
header{border:1px solid var(--line);border-left:6px solid var(--muted);border-radius:8px;background:var(--raised);padding:1.1rem 1.4rem}
header.verdict-fail{border-left-color:var(--bad)}header.verdict-pass{border-left-color:var(--good)}
header.verdict-warn,header.verdict-no-baseline{border-left-color:var(--unsure)}
.verdict-fail .word{color:var(--bad)}.verdict-pass .word{color:var(--good)}
.verdict-warn .word,.verdict-no-baseline .word{color:var(--unsure)}
.kicker{margin:0;color:var(--muted)}
.headline{margin:0 0 .9rem;font-size:1.02rem}
.facts{display:flex;flex-wrap:wrap;gap:.6rem 2rem;margin:0}
.facts dt{font-size:.75rem;letter-spacing:.04em;text-transform:uppercase;color:var(--muted)}
.facts dd{margin:0;overflow-wrap:anywhere}
nav{position:sticky;top:0;z-index:2;background:var(--bg);border-bottom:1px solid var(--line);margin-top:1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:.6rem 0}
.tiles{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0;margin:0 0 1rem}
.tiles li{display:flex;align-items:baseline;gap:.5rem;border:1px solid var(--line);border-radius:8px;padding:.5rem .8rem;background:var(--raised)}
.tiles b{font-size:1.35rem;font-variant-numeric:tabular-nums}
.badge{display:inline-block;border-radius:1em;padding:.05em .6em;font-size:.82rem;font-weight:600;white-space:nowrap}
.badge.bad{background:var(--bad-bg);color:var(--bad)}.badge.good{background:var(--good-bg);color:var(--good)}
.badge.unsure{background:var(--unsure-bg);color:var(--unsure)}.badge.calm{background:var(--calm-bg);color:var(--text)}
.news{list-style:none;margin:0;padding:0;border:1px solid var(--line);border-radius:8px}
.news li{display:grid;grid-template-columns:minmax(14rem,5fr) 15rem 12rem minmax(12rem,6fr);gap:.1rem 1.25rem;padding:.5rem .8rem;border-bottom:1px solid var(--line)}
.news li:last-child{border-bottom:0}
.news .moved,.news .sides{font-variant-numeric:tabular-nums}.news .why{color:var(--muted)}
@media screen and (max-width:70rem){.news li{grid-template-columns:1fr 15rem}.news .moved,.news .sides{grid-column:2}.news .moved{grid-row:1}.news .why{grid-column:1;grid-row:2}}
@media screen and (max-width:42rem){.news li{display:flex;flex-direction:column}}
.warning{list-style:none;padding-left:1.2rem}.warning li::before{content:"⚠ "}
details>summary{cursor:pointer;margin:.4rem 0}
main:has(#only-changed:checked) [data-quiet]{display:none}
`;

const TABLES = `
.scroll{position:relative;overflow-x:auto;margin:0 0 1.5rem;border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%;font-size:.88rem}
caption{text-align:left;font-weight:600;padding:.6rem .8rem;background:var(--raised);border-bottom:1px solid var(--line);border-radius:8px 8px 0 0}
th,td{padding:.4rem .55rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:0}
tbody th{font-weight:400}thead th,.detail thead th{font-weight:600}.sortable>tbody>tr>th{min-width:15rem}.keep{white-space:nowrap}td .badge+.badge{margin-left:.3rem}
thead th{font-size:.8rem;color:var(--muted);white-space:nowrap;vertical-align:bottom}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td .why{display:block;min-width:12rem;text-align:left;white-space:normal;color:var(--muted)}
tr[data-verdict]:hover>*{background:var(--raised)}
tr[data-verdict]:target>*{background:var(--unsure-bg)}
button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:inherit}
button.sort::after{content:" ↕";opacity:.55}
[aria-sort=ascending] button.sort::after{content:" ↑";opacity:1}[aria-sort=descending] button.sort::after{content:" ↓";opacity:1}
button.open{position:relative;min-width:13rem;padding-left:1.1rem;text-indent:-1.1rem}
button.open::before{content:"▸";display:inline-block;width:1.1rem;text-indent:0;color:var(--muted)}
button.open[aria-expanded=true]::before{content:"▾"}
button.open code{text-decoration:underline;text-decoration-color:var(--line);text-underline-offset:3px}
.detail>td{background:var(--raised);padding:.2rem 1rem 1rem;white-space:normal}
.inner{max-width:calc(min(94rem,100vw) - 5.5rem)}
.detail .scroll{background:var(--bg);margin-top:1rem}
pre{background:var(--bg);border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;overflow-x:auto;white-space:pre-wrap}
#filter{display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;align-items:center;margin-bottom:1rem}
#filter fieldset{display:flex;flex-wrap:wrap;gap:.25rem 1rem;border:1px solid var(--line);border-radius:8px;padding:.3rem .8rem;margin:0}
#filter legend{font-size:.8rem;color:var(--muted);padding:0 .3rem}
#filter fieldset label{white-space:nowrap}
#filter input[type=search]{font:inherit;padding:.3rem .6rem;border:1px solid var(--muted);border-radius:6px;background:var(--bg);color:var(--text);width:17rem;max-width:100%}
#shown{margin:0;color:var(--muted)}
footer{margin-top:3rem;color:var(--muted);font-size:.85rem}
`;

const CHARTS = `
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem;margin-top:.75rem}
figure{margin:0;background:var(--bg);border:1px solid var(--line);border-radius:8px;padding:.7rem .8rem}
figcaption{font-size:.82rem;color:var(--muted);margin-bottom:.4rem}figcaption b{color:var(--text)}.reading{display:block;margin-top:.2rem}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{font-size:11px;fill:var(--muted);font-variant-numeric:tabular-nums}
.grid{stroke:var(--line);fill:none;stroke-width:1}
.zero{stroke:var(--muted);fill:none;stroke-width:1}
.limit{stroke:var(--bad);fill:none;stroke-dasharray:4 3}.border{stroke:var(--line);fill:none;stroke-dasharray:2 3}
.mark{stroke:var(--text);stroke-width:1.5;fill:none}
.fill-base{fill:var(--base);opacity:.75}.fill-cand{fill:var(--cand);opacity:.75}
.dots-base,.dots-cand{fill:none;stroke-width:3;stroke-linecap:round;opacity:.75}
.dots-base{stroke:var(--base);stroke-width:2;stroke-linecap:butt}.dots-cand{stroke:var(--cand)}
.line,.reach{stroke:var(--cand);stroke-width:1.5;fill:none}.reach{stroke-width:3;opacity:.45}
.band{fill:var(--band)}.dot{fill:var(--cand)}.ring{fill:var(--bg);stroke:var(--cand);stroke-width:1.5}
.step{fill:var(--unsure)}.phase-0{fill:var(--p0)}.phase-1{fill:var(--p1)}.phase-2{fill:var(--p2)}
.figures.ways{grid-template-columns:1fr}.way rect{fill:var(--calm-bg);stroke:var(--bg);stroke-width:.5}.way text{fill:var(--text);font-size:11px}
.way.more rect{fill:var(--bad-bg);stroke:var(--bad)}.way.less rect{fill:var(--good-bg);stroke:var(--good)}
.whisker{display:inline-block;width:5.6rem;height:1rem;vertical-align:-.15rem;margin-right:.5rem}
.usage{width:6rem;height:.5rem;display:inline-block;vertical-align:.05rem;margin-right:.5rem}
.track{fill:var(--calm-bg)}.used{fill:var(--good)}.missed .used{fill:var(--bad)}.inconclusive .used{fill:var(--unsure)}
`;

/** A4 without its margins is 186 mm wide: tables of many columns break their cells there instead of losing some. */
const PRINT = `
@media print{:root{--bg:#fff;--raised:#fff;--text:#000;--muted:#444;--line:#bbb;font-size:11px}
body{max-width:none;padding:0;font-size:1rem}nav,#filter,.skip,.whisker,button.sort::after,button.open::before{display:none}
.scroll{overflow:visible;border:0}thead{display:table-header-group}tr,figure,.news li{break-inside:avoid}a{color:inherit;text-decoration:none}
h2,caption{break-after:avoid}details::details-content{content-visibility:visible}details>summary{display:none}table{font-size:.75rem}th,td{padding:.2rem .25rem}thead th{font-size:.7rem}
.n,thead th,.badge,.keep,button.open,.sortable>tbody>tr>th,td .why{white-space:normal;min-width:0}
.n{white-space:nowrap}code,tbody th,td{overflow-wrap:anywhere}.badge,.n{overflow-wrap:normal}
button.open{padding:0;text-indent:0}.inner{max-width:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;

/** The style sheet of the page. */
export const STYLE: string = COLOURS + LAYOUT + TABLES + CHARTS + PRINT;
