// One in twenty held-back matches, put up for a verdict: was its context really harmless? Answered by keys, one after another.

const MATCH_STATES = { "held back": "Waits", harmless: "Harmless", "should count": "Should count" };

/** `send(message)` waits until it is answered. */
function matchList({ choice, send, told }) {
  const grid = make("div", { role: "grid", class: "grid", "aria-label": "Held-back matches", tabindex: -1 }), instead = make("div"), scroll = make("div", { class: "rows" }, grid, instead); // a notice is no row of a grid
  const el = make("section", { class: "list", "aria-label": "Held back, for a verdict", tabindex: -1, hidden: true }, scroll);
  let rows = [], nodes = new Map();
  const nameOf = (row) => `${row.article}\n${row.fingerprint}`, waits = (row) => row.state === "held back";

  function fill(given) {
    const held = grid.contains(document.activeElement);
    rows = [...given].sort((a, b) => waits(b) - waits(a));
    nodes = new Map(rows.map((row) => [nameOf(row), rowOf(row)]));
    grid.replaceChildren(...nodes.values());
    instead.replaceChildren(...(rows.length ? [] : [notice("No held-back match is put up.", "One in twenty is, chosen by its words alone, so that nobody picks.")]));
    grid.setAttribute("aria-rowcount", String(rows.length));
    select(nodes.has(choice.match) ? choice.match : rows[0] ? nameOf(rows[0]) : null, held);
  }

  function rowOf(row) {
    const press = (verdict, words, keyName) => button(words, (event) => { event.stopPropagation(); select(nameOf(row), false); answer(verdict); }, { keyName, className: "small", tabindex: -1 });
    const node = make("div", { role: "row", class: "art mt", tabindex: -1, "aria-selected": "false", onclick: () => select(nameOf(row), true) },
      make("div", { role: "gridcell", class: "grow" }, make("p", { class: "why" }, say("b", "", row.check), " · ", say("span", "", row.title)), make("blockquote", { class: "iso" }, row.before, make("b", {}, row.text), row.after)),
      make("div", { role: "gridcell", class: "verdict" }, waits(row) ? [press("harmless", "Harmless", "H"), press("counts", "Should count", "S")] : [make("span", { class: "state" }, MATCH_STATES[row.state] || row.state), press("undo", "Take back", "U")]));
    node.setAttribute("aria-label", `${MATCH_STATES[row.state] || row.state}. ${row.check}, in ${row.title}: “${row.text}”, in: ${row.before}${row.text}${row.after}`);
    return node;
  }

  function select(name, focus) {
    for (const one of [choice.match, name]) {
      const node = nodes.get(one);
      if (!node) continue;
      node.classList.toggle("sel", one === name);
      node.setAttribute("aria-selected", String(one === name));
      node.tabIndex = one === name ? 0 : -1;
    }
    choice.match = name;
    if (nodes.has(name)) reveal(scroll, nodes.get(name));
    if (focus) nodes.get(name)?.focus({ preventScroll: true });
  }

  const at = () => rows.findIndex((row) => nameOf(row) === choice.match);

  function answer(verdict) {
    const row = rows[at()];
    if (!row) return false;
    if (verdict === "undo" ? waits(row) : !waits(row)) return void told(waits(row) ? "Nobody gave a verdict on this yet." : "This has its verdict. U takes it back.", "alert");
    const next = rows.slice(at() + 1).find(waits) || rows.slice(0, at()).find(waits);
    send({ type: "verdict", article: row.article, fingerprint: row.fingerprint, verdict });
    if (verdict !== "undo" && next) select(nameOf(next), true);
    return true;
  }

  return {
    el, fill, answer, waiting: () => rows.filter(waits).length, focus: () => nodes.get(choice.match) || grid,
    step(by) {
      if (!rows.length) return false;
      select(nameOf(rows[Math.max(0, Math.min(rows.length - 1, at() + by))]), true);
      return true;
    },
    fail(node) { rows = []; nodes = new Map(); grid.replaceChildren(); instead.replaceChildren(node); },
  };
}
