// Claims of the article, what could not be checked, messages and history, in a dock below the text.

/** `view` gives `article`, `desk()`, `finding`, `visible`, `select`, `showBlock(index)`. */
function claimsDock(view) {
  const { claims, not_checkable: open } = view.article;
  const rows = [];
  const types = [...new Set(claims.map((claim) => claim.type))].sort();
  const body = make("tbody", {}, claims.map(drawRow));
  const kinds = make("select", { class: "field", "aria-label": "Kind of claim", onchange: filter },
    make("option", { value: "" }, "All kinds"), types.map((type) => make("option", { value: type }, type.charAt(0).toUpperCase() + type.slice(1))));
  const table = make("table", { class: "claims", role: "grid", "aria-label": "Claims", "aria-rowcount": claims.length + 1 },
    make("thead", {}, make("tr", { role: "row" }, ["#", "Claim", "Numbers", "Citation", "Standing", "Findings"].map((name) => make("th", { scope: "col" }, name)))), body);
  const unchecked = open.length ? make("ul", { class: "unchecked" }, open.map((text) => make("li", {}, make("span", { class: "sev held" }), say("span", "", text))))
    : make("p", { class: "empty" }, "Every question that the checks ask could be answered.");
  const said = logPanel(view, "Messages", () => (view.desk().messages || []).map((one) => ({ on: one.on, who: one.by, text: one.text, fingerprint: one.fingerprint })), "Nobody has written yet. M writes to the other side.");
  const done = logPanel(view, "History", () => [...(view.article.history || []), ...(view.desk().history || [])].map((one) => ({ on: one.on, who: one.who, text: eventText(one), fingerprint: one.fingerprint })), "Nothing has happened yet.");
  const logs = [null, null, said, done];
  const panels = [
    ["Claims", claims.length, claims.length ? make("div", { class: "scroll" }, table) : make("p", { class: "empty" }, "No claim was read in this text.")],
    ["Not checkable", open.length, make("div", { class: "scroll" }, unchecked)],
    ["Messages", 0, said.el],
    ["History", 0, done.el],
  ].map(([name, count, content], index) => {
    const id = `${view.panelId}-dock-${index}`;
    const tab = make("button", { type: "button", role: "tab", id: `${id}-tab`, "aria-controls": id, onclick: () => choose(index) }, name, make("em", {}, String(count)));
    return { tab, number: tab.lastChild, panel: make("div", { role: "tabpanel", id, class: "tabpanel", "aria-labelledby": `${id}-tab` }, content) };
  });
  const tabs = make("div", { class: "tabs", role: "tablist", "aria-label": "About this article" }, panels.map(({ tab }) => tab));
  tabs.addEventListener("keydown", (event) => {
    const at = panels.findIndex(({ tab }) => tab === document.activeElement);
    if (at < 0 || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const shown = panels.filter(({ tab }) => !tab.hidden);
    const next = shown[(shown.indexOf(panels[at]) + (event.key === "ArrowRight" ? 1 : -1) + shown.length) % shown.length];
    choose(panels.indexOf(next));
    next.tab.focus();
  });
  body.addEventListener("click", (event) => pick(rows.findIndex(({ row }) => row.contains(event.target))));
  body.addEventListener("keydown", (event) => {
    const shown = rows.filter(({ row }) => !row.hidden), at = shown.findIndex(({ row }) => row === event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && at >= 0) pick(rows.indexOf(shown[at]));
    else if (step && at >= 0) move(shown[Math.min(shown.length - 1, Math.max(0, at + step))]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function drawRow(claim, index) {
    const cells = [claim.number, claim.text, claim.quantities || "–", claim.citation, claim.standing];
    const row = make("tr", { role: "row", tabindex: index ? -1 : 0, "aria-rowindex": index + 2 },
      cells.map((text, at) => make("td", { role: "gridcell", class: [1, 2].includes(at) ? "clip iso" : "", title: at === 1 ? claim.text : null }, String(text))),
      make("td", { role: "gridcell" }, tally(claim)));
    rows.push({ row, claim, standing: row.children[4] });
    return row;
  }

  function tally(claim) {
    const counts = SEVERITIES.map((severity) => [severity, claim.findings.filter((id) => view.finding(id)?.severity === severity).length]);
    const shown = counts.filter(([, n]) => n).map(([severity, n]) => sev(severity, String(n), "strong"));
    return shown.length ? shown : make("span", { class: "muted" }, "–");
  }

  function move({ row }) {
    rows.forEach((other) => (other.row.tabIndex = other.row === row ? 0 : -1));
    row.focus({ preventScroll: true });
    reveal(row.closest(".scroll"), row);
  }

  function pick(index) {
    const chosen = rows[index];
    if (!chosen) return;
    rows.forEach(({ row }) => (row.tabIndex = row === chosen.row ? 0 : -1));
    const finding = chosen.claim.findings.find((id) => view.visible(id));
    if (finding) view.select(finding, "claims");
    else {
      rows.forEach(({ row }) => row.setAttribute("aria-selected", String(row === chosen.row)));
      view.showBlock(chosen.claim.start_block);
    }
  }

  function filter() {
    for (const { row, claim } of rows) row.hidden = Boolean(kinds.value) && claim.type !== kinds.value;
  }

  function choose(index) {
    panels.forEach(({ tab, panel }, at) => {
      tab.setAttribute("aria-selected", String(at === index));
      tab.tabIndex = at === index ? 0 : -1;
      panel.hidden = at !== index;
    });
    kinds.hidden = index !== 0 || types.length < 2;
    said.who.hidden = index !== 2;
    done.who.hidden = index !== 3;
    logs[index]?.paint();
  }

  /** What the store says about claims, messages and history now. */
  function paint() {
    const { claims: known = {} } = view.desk(), has = Boolean(view.desk().may);
    for (const { row, claim, standing } of rows) {
      const [state, left] = known[claim.id] || [];
      if (!state) continue;
      standing.textContent = `${sentenceCase(state)}${left ? " · bars approval" : ""}`;
      row.classList.toggle("left-over", Boolean(left));
    }
    logs.forEach((log, index) => {
      if (!log) return;
      panels[index].tab.hidden = !has;
      panels[index].number.textContent = String(log.count());
      if (panels[index].tab.getAttribute("aria-selected") === "true") log.paint();
    });
  }

  /** To the first claim that bars the medical approval, else to the claims. */
  function focus(barring = false) {
    choose(0);
    const next = (barring && rows.find(({ row }) => row.classList.contains("left-over"))) || rows.find(({ row }) => row.tabIndex === 0) || rows[0];
    if (next) move(next);
    else panels[0].tab.focus({ preventScroll: true });
  }

  choose(0);
  return {
    el: make("section", { class: "dock", "aria-label": "Claims", tabindex: -1 },
      make("div", { class: "tabline" }, tabs, make("span", { class: "grow" }), kinds, said.who, done.who), panels.map(({ panel }) => panel)),
    paint, focus,
    /** Marks the claims that a finding touches. */
    mark(id, scroll) {
      let first = null;
      for (const { row, claim } of rows) {
        const here = claim.findings.includes(id);
        if (here !== (row.getAttribute("aria-selected") === "true")) row.setAttribute("aria-selected", String(here));
        if (here && !first) first = row;
      }
      if (first && scroll) reveal(first.closest(".scroll"), first);
    },
  };
}
