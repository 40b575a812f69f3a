// The pane beside the queue: where an article's risk comes from, and what to decide first.

const SHADES = ["error", "error", "error", "warning", "warning", "note"];
const STRENGTH = [100, 72, 46, 100, 60, 100];

/** `open`, `pick` and `assign` act on what is selected; `hands` = articles can be handed out here. */
function articlePane({ open, pick, assign, hands, people, days }) {
  const inside = make("div", { class: "in", tabindex: 0, role: "region", "aria-label": "About the selected article" });
  const go = button("Open review", open, { keyName: "Enter", className: "primary" });
  const choose = button("Select", pick, { keyName: "X" }), give = button("Assign…", assign, { keyName: "G", "aria-haspopup": "dialog" });
  choose.hidden = give.hidden = !hands;
  const el = make("aside", { class: "look", "aria-label": "Selected article", tabindex: -1 }, inside, make("div", { class: "acts" }, go, give, choose));

  function who(row) {
    const name = people.find((one) => one.id === row.assignee)?.name || row.assignee;
    const facts = [["Assigned to", name || "nobody"], ["Due", row.due ? day(row.due) : "no date"], ["Waiting", `${counted(row.waiting_days, "day")}${days ? `, limit ${days}` : ""}`], ["On the site", row.live || "not known"]];
    return [make("h3", {}, make("span", {}, "People and dates")), make("ul", { class: "parts plain" }, facts.map(([term, text]) => make("li", {}, make("span", {}, term), say("b", "", text))))];
  }

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
      return make("li", {}, swatch, say("span", "", TOPICS[topic] || topic.charAt(0).toUpperCase() + topic.slice(1)), make("b", {}, `${points} points`));
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
    paint(row, picked = new Set()) {
      go.parentElement.hidden = !row;
      choose.firstChild.textContent = row && picked.has(row.name) ? "Unselect" : "Select";
      give.firstChild.textContent = picked.size > 1 ? `Assign ${picked.size}…` : "Assign…";
      if (!row) return inside.replaceChildren(make("p", { class: "muted" }, "No article is selected."));
      inside.scrollTop = 0;
      inside.replaceChildren(
        make("div", { class: "row wrap" }, stateWord(row.state), say("span", "muted small", `${row.words.toLocaleString("en")} words · ${row.path}`)),
        say("h2", "", row.title), ...(row.checked ? [...risk(row), ...first(row)] : [make("p", { class: "muted" }, "Not checked yet. Its risk is not known.")]),
        make("h3", {}, make("span", {}, "Open findings by topic")),
        Object.keys(row.topics).length ? make("ul", { class: "parts plain" }, Object.entries(row.topics).map(([topic, n]) => make("li", {}, say("span", "", TOPICS[topic] || topic), make("b", {}, String(n))))) : make("p", { class: "muted" }, "None."), ...(hands || row.due || row.assignee ? who(row) : []));
    },
  };
}
