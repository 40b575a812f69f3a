// What the text rests on: marker → entry → identifier → state, each source once.

const GRAVE = ["retracted", "not found", "malformed", "concern"];

/** The state of a source in words; what is wrong is told by shape and word too. */
function sourceState(source) {
  const tone = GRAVE.includes(source.plain) ? "warning" : source.plain === "retracted" ? "error" : "held";
  const words = [source.state, source.on && `${day(source.on)}${source.by ? `, ${source.by}` : ""}`].filter(Boolean).join(" · ");
  return source.plain === "resolves" ? say("span", "muted", words) : make("span", { class: `sev ${source.plain === "retracted" ? "error" : tone} iso` }, words);
}

function sourcesPanel(view) {
  const sources = view.article.sources || [];
  const rows = sources.map((source, index) => make("tr", { role: "row", tabindex: index ? -1 : 0 },
    say("td", "clip", source.marker, { role: "gridcell", title: source.marker }), say("td", "clip", source.title || source.entry || source.kind, { role: "gridcell", title: source.title || source.entry || null }),
    say("td", "mono clip", source.identifiers.join(", ") || "–", { role: "gridcell", title: source.identifiers.join(", ") || null }), make("td", { role: "gridcell" }, sourceState(source)),
    make("td", { role: "gridcell" }, source.claims.slice(0, 6).join(", ") + (source.claims.length > 6 ? " …" : ""))));
  const body = make("tbody", {}, rows), pick = (row) => {
    const source = sources[rows.indexOf(row)];
    rows.forEach((other) => other.setAttribute("aria-selected", String(other === row)));
    if (source) view.showBlock(source.block);
  };
  rovingRows(body, () => rows, { enter: pick, moved: pick });
  body.addEventListener("click", (event) => pick(event.target.closest("tr")));
  const table = make("table", { class: "claims sources", role: "grid", "aria-label": "Sources" }, make("thead", {}, make("tr", { role: "row" }, ["In the text", "Leads to", "Identifier", "State", "Claims"].map((name) => make("th", { scope: "col" }, name)))), body);
  return {
    name: "Sources", count: () => String(sources.length), paint() {},
    el: sources.length ? make("div", { class: "scroll" }, table) : make("p", { class: "empty" }, "No claim of this text names a source."),
  };
}
