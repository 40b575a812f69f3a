// The pane beside the queue: where an article's risk comes from, and what to decide first.

const SHADES = ["error", "error", "error", "warning", "warning", "note"];
const STRENGTH = [100, 72, 46, 100, 60, 100];

function articlePane(open) {
  const inside = make("div", { class: "in", tabindex: 0, role: "region", "aria-label": "About the selected article" });
  const go = button("Open review", open, { keyName: "Enter", className: "primary" });
  const el = make("aside", { class: "look", "aria-label": "Selected article", tabindex: -1 }, inside, make("div", { class: "acts" }, go));

  function shade(index) {
    const at = Math.min(index, SHADES.length - 1);
    return `color-mix(in oklab, var(--wb-${SHADES[at]}) ${STRENGTH[at]}%, var(--wb-surface))`;
  }

  function risk(row) {
    const parts = row.parts.filter(([, points]) => points > 0), sum = parts.reduce((total, [, points]) => total + points, 0);
    const stack = make("div", { class: "stack", role: "img", "aria-label": parts.map(([topic, points]) => `${TOPICS[topic] || topic} ${points}`).join(", ") || "no part" });
    const items = parts.map(([topic, points], index) => {
      const piece = make("i"), swatch = make("i");
      piece.style.flex = String((row.risk * points) / sum);
      piece.style.background = swatch.style.background = shade(index);
      stack.append(piece);
      return make("li", {}, swatch, say("span", "", TOPICS[topic] || topic), make("b", {}, `${points} points`));
    });
    const rest = make("i");
    rest.style.flex = String(100 - row.risk);
    stack.append(rest);
    return [make("h3", {}, make("span", {}, `Where the risk of ${row.risk} comes from`), make("span", {}, `${row.unknowns} unknown`)), stack,
      parts.length ? make("ul", { class: "parts" }, items) : make("p", { class: "muted" }, "No open finding adds to it.")];
  }

  function first(row) {
    const waiting = row.to_decide ? SEVERITIES.reduce((sum, severity) => sum + row.to_decide[severity], 0) : 0;
    if (!row.first.length) return [make("h3", {}, make("span", {}, "Decide first")), make("p", { class: "muted" }, row.state === "New" ? "No check fired. Nobody has confirmed that the sources say so." : "Nothing is left to decide.")];
    return [make("h3", {}, make("span", {}, "Decide first"), make("span", {}, `${row.first.length} of ${waiting}`)),
      make("ul", { class: "topf" }, row.first.map((item) => make("li", {}, make("span", { class: `sev ${key(item.severity)}` }, hidden(SEVERITY_WORDS[key(item.severity)])), say("b", "", item.title), item.text ? say("q", "", item.text) : make("span", { class: "muted two" }, "Whole article"))))];
  }

  return {
    el,
    paint(row) {
      go.parentElement.hidden = !row;
      if (!row) return inside.replaceChildren(make("p", { class: "muted" }, "No article is selected."));
      inside.scrollTop = 0;
      inside.replaceChildren(
        make("div", { class: "row wrap" }, stateWord(row.state), say("span", "muted small", `${row.words.toLocaleString("en")} words · ${row.path}`)),
        say("h2", "", row.title), ...(row.checked ? [...risk(row), ...first(row)] : [make("p", { class: "muted" }, "Not checked yet. Its risk is not known.")]),
        make("h3", {}, make("span", {}, "Open findings by topic")),
        Object.keys(row.topics).length ? make("ul", { class: "parts plain" }, Object.entries(row.topics).map(([topic, n]) => make("li", {}, say("span", "", TOPICS[topic] || topic), make("b", {}, String(n))))) : make("p", { class: "muted" }, "None."));
    },
  };
}
