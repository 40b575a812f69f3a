// How a finding shows its working: a number line with its table, a sum, or the rows of the reference it was held against.

const EVIDENCE_TITLES = {
  approval: "What the reference says", "dose-basis": "The dose, worked out", claim: "What made it a claim that needs a source",
  "statement-due": "Why it is needed here", provenance: "What the page says about itself",
};

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

function plainEvidence(evidence) {
  const { kind, given, computed, tolerance, rows } = evidence;
  const parts = [caption(EVIDENCE_TITLES[kind] || "Evidence", tolerance)];
  if (kind === "dose-basis") parts.push(say("p", "sum", computed), say("p", "", `The text says: ${given}`));
  else if (kind === "statement-due") parts.push(say("p", "", `The page ${given}.`));
  else if (given || computed) {
    const pairs = kind === "claim" ? [["Cue", given], ["Read as", computed]] : [["The text says", given], ["Computed", computed]];
    parts.push(pairsTable(pairs.filter(([, text]) => text)));
  }
  // What all rows say is said once.
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => rows.some((row) => row[name]));
  const differing = columns.filter((name) => rows.some((row) => row[name] !== rows[0][name]));
  const same = columns.filter((name) => !differing.includes(name));
  if (differing.length > 4) {
    for (const row of rows) parts.push(pairsTable(columns.filter((name) => row[name]).map((name) => [label(name), row[name]])));
    return parts;
  }
  if (differing.length > 1) {
    parts.push(make("table", { class: "rows" },
      make("thead", {}, make("tr", {}, differing.map((name) => say("th", "", label(name), { scope: "col" })))),
      make("tbody", {}, rows.map((row) => make("tr", {}, differing.map((name) => say("td", "", row[name] || "–")))))));
  }
  const single = columns.filter((name) => same.includes(name) || differing.length === 1);
  const all = (name) => rows.map((row) => row[name]).filter((text, at, texts) => text && texts.indexOf(text) === at).join("; ");
  if (single.length && rows.length) parts.push(pairsTable(single.map((name) => [label(name), all(name)])));
  return parts;

  function label(name) {
    const words = { as_of: "As of", source_title: "Source", source_locator: "Place in it", flat_below: "Flat below", source: "Source" };
    return words[name] || name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");
  }
}

function pairsTable(pairs) {
  return make("table", { class: "pairs" }, make("tbody", {}, pairs.map(([name, text]) => make("tr", {}, say("th", "", name, { scope: "row" }), say("td", "", text)))));
}
