// Number lines: what a group of a size can give, and where a dose stands against its reference.

function percentOfN(evidence, severity) {
  const stated = evidence.rows.find((row) => row.people === "none");
  const near = stated ? evidence.rows.filter((row) => row.of === stated.of) : [];
  if (near.length < 2) return null;
  const others = evidence.rows.filter((row) => row.of !== stated.of);
  const cells = (name, unit) => near.map((row) => say("td", row === stated ? "no" : "", row[name] + unit));
  return [
    caption(`What ${stated.of} people can give`, evidence.working.aside),
    numberLine({ near: near.map((row) => Number(row.percent)), stated: Number(stated.percent), n: Number(stated.of), severity, unit: "%" }),
    make("table", { class: "grim" }, make("tbody", {},
      make("tr", {}, make("th", { scope: "row" }, "People"), cells("people", "")),
      make("tr", {}, make("th", { scope: "row" }, `of ${stated.of} gives`), cells("percent", "%")))),
    make("p", {}, others.length ? [`Groups that can give ${stated.percent}%: `, others.flatMap((row, at) => [at ? ", " : "", say("b", "", row.of), ` (${row.people}${at ? "" : " people"})`]), "."]
      : `No group of up to ${4 * Number(stated.of)} people gives ${stated.percent}%.`),
  ];
}

/** A mean of whole numbers: the two that the group can have on either side of the one that is printed. */
function meanOfN(evidence, severity) {
  const stated = Number(/(\d+(?:[.,]\d+)?)(?!.*\d+(?:[.,]\d+)?)/.exec(saidIn(evidence).given.split(" of ")[0])?.[1]?.replace(",", ".") ?? NaN);
  const [low, high, ...others] = evidence.rows.filter((row) => row.mean);
  if (!low || !high || low.people !== high.people) return null;
  const printed = Number.isFinite(stated) && stated > Number(low.mean) && stated < Number(high.mean) ? stated : null;
  return [
    caption(evidence.working.title, evidence.working.aside),
    printed === null ? null : numberLine({ near: [Number(low.mean), Number(high.mean)], stated: printed, n: 0, severity, unit: "" }),
    rowsTable(["Sum", "People", "Mean"], [low, high].map((row) => [row.sum, row.people, row.mean])),
    others.length ? make("p", {}, "Groups that can have it: ", others.flatMap((row, at) => [at ? ", " : "", say("b", "", row.people)]), ".") : null,
    say("p", "muted", saidIn(evidence).computed),
  ].filter(Boolean);
}

/** All that `n` people can give where that can be drawn, else the neighbours; the stated figure stands between ticks. */
function numberLine({ near, stated, n, severity, unit }) {
  const whole = n > 0 && n <= 25;
  const ticks = whole ? Array.from({ length: n + 1 }, (_, k) => (100 * k) / n) : near.filter((value) => value !== stated);
  const low = whole ? 0 : Math.min(...near), high = whole ? 100 : Math.max(...near);
  const x = (value) => 22 + (380 * (value - low)) / (high - low || 1);
  const labels = [];
  const label = (value, text) => {
    if (labels.every((other) => Math.abs(x(other.value) - x(value)) > 30)) labels.push({ value, text });
  };
  const digits = (value) => String(Math.round(value * (unit ? 10 : 1000)) / (unit ? 10 : 1000));
  const beside = ticks.filter((value) => value < stated).slice(-1).concat(ticks.filter((value) => value > stated).slice(0, 1));
  beside.forEach((value) => label(value, digits(value)));
  label(low, digits(low));
  label(high, `${digits(high)}${unit}`);
  if (whole) label(50, "50");
  const told = `${digits(stated)} lies between ${beside.map(digits).join(" and ")}, which are the nearest that ${n ? `${n} people` : "this group"} can give.`;
  return draw("svg", { viewBox: "0 0 424 48", role: "img", "aria-label": told }, lineBase(ticks.map(x)), lineStated(x(stated), `${stated} stated`, severity),
    labels.map(({ value, text }) => draw("text", { x: x(value), y: 46, "text-anchor": "middle" }, text)));
}

const lineBase = (ticks) => [
  draw("path", { d: "M22 28H402", stroke: "var(--wb-line-strong)", "stroke-width": 1.5 }),
  draw("path", { d: ticks.map((at) => `M${at.toFixed(1)} 23v10`).join(""), stroke: "var(--wb-control)", "stroke-width": 1.5 }),
];

function lineStated(at, text, severity) {
  const colour = `var(--wb-${severity})`, right = at > 300;
  return [
    draw("path", { d: `M${at.toFixed(1)} 35v-17`, stroke: colour, "stroke-width": 2 }), draw("path", { d: `m${at.toFixed(1)} 21-5-8h10z`, fill: colour }),
    draw("text", { x: at + (right ? -10 : 10), y: 14, "text-anchor": right ? "end" : "start", class: `stated ${severity}` }, text),
  ];
}

const AMOUNT = /(\d+(?:[.,]\d+)?)(?:\s*(?:–|-|to)\s*(\d+(?:[.,]\d+)?))?\s*(mg|mcg|µg|g|mL|ml|units?)\b(?:\s*(?:\/|per )\s*(kg))?/i;

/** The first amount of a text: { low, high, unit }; null where none is read surely. */
function amountIn(text) {
  const found = AMOUNT.exec(text || "");
  if (!found) return null;
  const number = (part) => Number(part.replace(",", "."));
  return { low: number(found[1]), high: number(found[2] ?? found[1]), unit: `${found[3].toLowerCase()}${found[4] ? "/kg" : ""}` };
}

/** Where the amount stands against the range of the reference, in steps of ten where they are far apart. */
function rangeLine(given, reference, severity) {
  const told = amountIn(given), known = amountIn(reference);
  if (!told || !known || told.unit !== known.unit || !(told.low > 0) || !(known.low > 0)) return null;
  const least = Math.min(told.low, known.low) / 1.6, most = Math.max(told.low, known.high) * 1.6;
  const x = (value) => 22 + (380 * Math.log(value / least)) / Math.log(most / least);
  const from = x(known.low), to = Math.max(x(known.high), from + 3);
  const ends = known.low === known.high ? [known.low] : [known.low, known.high];
  return draw("svg", { viewBox: "0 0 424 48", role: "img", "aria-label": `${told.low} ${told.unit} in the text; ${ends.join(" to ")} ${known.unit} in the reference. Equal steps are equal factors.` },
    draw("path", { d: "M22 28H402", stroke: "var(--wb-line-strong)", "stroke-width": 1.5 }), draw("rect", { x: from, y: 24, width: to - from, height: 8, rx: 2, fill: "var(--wb-chart-2)", stroke: "var(--wb-control)" }),
    lineStated(x(told.low), `${told.low} ${told.unit} in the text`, severity),
    ends.map((value) => draw("text", { x: x(value), y: 46, "text-anchor": "middle" }, `${value}`)));
}
