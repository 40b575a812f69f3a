// How a finding shows its working: a number line with its table, a sum, or the rows of the reference it was held against.

function evidenceBox(evidence, severity) {
  if (!evidence) return null;
  const drawn = evidence.kind === "percent-of-n" ? percentOfN(evidence, severity) : null;
  return make("div", { class: "ev" }, drawn || plainEvidence(evidence));
}

const caption = (title, aside = "") => make("div", { class: "cap" }, make("b", {}, title), aside ? say("span", "muted", aside) : null);

function percentOfN(evidence, severity) {
  const stated = evidence.rows.find((row) => row.people === "none");
  const near = stated ? evidence.rows.filter((row) => row.of === stated.of) : [];
  if (near.length < 2) return null;
  const others = evidence.rows.filter((row) => row.of !== stated.of);
  const cells = (name, unit) => near.map((row) => say("td", row === stated ? "no" : "", row[name] + unit));
  return [
    caption(`What ${stated.of} people can give`, evidence.tolerance),
    numberLine(near.map((row) => Number(row.percent)), Number(stated.percent), Number(stated.of), severity),
    make("table", { class: "grim" }, make("tbody", {},
      make("tr", {}, make("th", { scope: "row" }, "People"), cells("people", "")),
      make("tr", {}, make("th", { scope: "row" }, `of ${stated.of} gives`), cells("percent", "%")))),
    make("p", {}, others.length ? [`Groups that can give ${stated.percent}%: `, others.flatMap((row, at) => [at ? ", " : "", say("b", "", row.of), ` (${row.people}${at ? "" : " people"})`]), "."]
      : `No group of up to ${4 * Number(stated.of)} people gives ${stated.percent}%.`),
  ];
}

/** All that `n` people can give where that can be drawn, else the neighbours; the stated figure stands between ticks. */
function numberLine(near, stated, n, severity) {
  const whole = n > 0 && n <= 25;
  const ticks = whole ? Array.from({ length: n + 1 }, (_, k) => (100 * k) / n) : near.filter((value) => value !== stated);
  const low = whole ? 0 : Math.min(...near), high = whole ? 100 : Math.max(...near);
  const x = (value) => 22 + (380 * (value - low)) / (high - low || 1);
  const colour = `var(--wb-${severity})`;
  const labels = [];
  const label = (value, text) => {
    if (labels.every((other) => Math.abs(x(other.value) - x(value)) > 30)) labels.push({ value, text });
  };
  const digits = (value) => String(Math.round(value * 10) / 10);
  const beside = ticks.filter((value) => value < stated).slice(-1).concat(ticks.filter((value) => value > stated).slice(0, 1));
  beside.forEach((value) => label(value, digits(value)));
  label(low, digits(low));
  label(high, `${digits(high)}%`);
  if (whole) label(50, "50");
  const right = x(stated) > 300;
  return draw("svg", { viewBox: "0 0 424 48", role: "img", "aria-label": `${digits(stated)} lies between ${beside.map(digits).join(" and ")}, which are the nearest that ${n} people can give.` },
    draw("path", { d: "M22 28H402", stroke: "var(--wb-line-strong)", "stroke-width": 1.5 }),
    draw("path", { d: ticks.map((value) => `M${x(value).toFixed(1)} 23v10`).join(""), stroke: "var(--wb-control)", "stroke-width": 1.5 }),
    draw("path", { d: `M${x(stated).toFixed(1)} 35v-17`, stroke: colour, "stroke-width": 2 }),
    draw("path", { d: `m${x(stated).toFixed(1)} 21-5-8h10z`, fill: colour }),
    draw("text", { x: x(stated) + (right ? -10 : 10), y: 14, "text-anchor": right ? "end" : "start", class: `stated ${severity}` }, `${stated} stated`),
    labels.map(({ value, text }) => draw("text", { x: x(value), y: 46, "text-anchor": "middle" }, text)));
}

function plainEvidence({ working }) {
  const parts = [caption(working.title, working.aside)];
  if (working.sum) parts.push(say("p", "sum", working.sum));
  if (working.rows.length) {
    parts.push(make("table", { class: "rows" },
      make("thead", {}, make("tr", {}, working.head.map((name) => say("th", "", name, { scope: "col" })))),
      make("tbody", {}, working.rows.map((row) => make("tr", {}, row.map((cell) => say("td", "", cell)))))));
  }
  return parts.concat(working.lists.map(pairsTable));
}

function pairsTable(pairs) {
  return make("table", { class: "pairs" }, make("tbody", {}, pairs.map(([name, text]) => make("tr", {}, say("th", "", name, { scope: "row" }), say("td", "", text)))));
}
