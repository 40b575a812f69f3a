// The list of checks: one row each, with how often it was right as a number, a range and a small bar.

const CHECK_LINE = 85; // per cent under which a check is named
const shareOf = (right) => Math.floor((right.right / right.of) * 100);
const rangeOf = (right) => `between ${Math.floor(right.low * 100)} and ${Math.ceil(right.high * 100)} %`;
const timesRight = (right) => `right ${right.right} of ${right.of} times, ${rangeOf(right)}`;
const CHECK_ORDERS = {
  "Least right first": (a, b) => Boolean(b.right) - Boolean(a.right) || (a.right ? a.right.right / a.right.of - b.right.right / b.right.of : 0) || b.found - a.found,
  "Most found first": (a, b) => b.found - a.found,
  "Most missed first": (a, b) => b.missed - a.missed || b.found - a.found,
  "Topic, then title": (a, b) => Object.keys(TOPICS).indexOf(a.topic) - Object.keys(TOPICS).indexOf(b.topic),
};

/** `choice` keeps what was chosen; `chosen(row)` is told which row is selected now. */
function checkRows({ choice, chosen, open }) {
  const grid = make("div", { role: "grid", class: "grid", "aria-label": "Checks", tabindex: -1 }), instead = make("div"), scroll = make("div", { class: "rows" }, grid, instead); // a notice is no row of a grid
  const heads = ["Check", "Severity", "Found here", "Right, as people decided", "Reviewed"];
  const cols = make("div", { class: "cols ck", "aria-hidden": "true" }, heads.map((name) => make("span", {}, name)));
  const el = make("section", { class: "list", "aria-label": "All checks", tabindex: -1 }, cols, scroll);
  let shown = [], nodes = new Map();

  function fill(rows) {
    const held = grid.contains(document.activeElement), words = choice.find.trim().toLowerCase();
    shown = rows.filter((row) => (!choice.topic || row.topic === choice.topic) && (!words || `${row.title} ${row.id} ${row.category}`.toLowerCase().includes(words)))
      .sort((a, b) => CHECK_ORDERS[choice.order](a, b) || a.title.localeCompare(b.title, "en"));
    nodes = new Map(shown.map((row, at) => [row.id, rowOf(row, at)]));
    grid.replaceChildren(...nodes.values());
    instead.replaceChildren(...(shown.length ? [] : [notice(rows.length ? "No check fits." : "No checks are loaded.", rows.length ? "" : "Put checks in checks/ and read again.")]));
    grid.setAttribute("aria-rowcount", String(shown.length));
    select(nodes.has(choice.id) ? choice.id : shown[0]?.id ?? null, held);
  }

  const cell = (className, ...inside) => make("div", { role: "gridcell", class: className }, ...inside);

  function rowOf(row, at) {
    const lowered = row.written !== row.severity, share = row.right && shareOf(row.right);
    const right = row.right ? [make("span", { class: "row" }, intervalBar({ share: row.right.right / row.right.of, low: row.right.low, high: row.right.high }), make("b", { class: share < CHECK_LINE ? "sev warning" : "" }, share < CHECK_LINE ? `${share}%, under ${CHECK_LINE}` : `${share}%`)), make("small", {}, timesRight(row.right).replace(/^right /, ""))]
      : [make("span", { class: "muted" }, "Not decided yet")];
    const node = make("div", { role: "row", class: "art ck", tabindex: -1, "aria-selected": "false", "aria-rowindex": at + 1, onclick: () => select(row.id, true), ondblclick: open },
      cell("", say("h3", "clip", row.title, { title: row.title }), make("p", { class: "why clip" }, `${TOPICS[row.topic] || row.topic} · ${row.category}`, row.state === "in use" ? null : make("span", { class: "tag" }, row.state))),
      cell("", sev(key(row.severity), SEVERITY_WORDS[key(row.severity)]), lowered ? make("small", {}, `written as ${row.written}`) : null),
      cell("num", make("b", {}, String(row.found)), row.held ? make("small", {}, `${row.held} held back`) : null), cell("right", ...right),
      cell("", row.reviewed ? [say("span", "clip", row.reviewed.by), make("small", {}, day(row.reviewed.on))] : make("span", { class: "muted" }, "nobody")));
    node.setAttribute("aria-label", `${row.title}. ${TOPICS[row.topic] || row.topic}, runs as ${row.severity}${lowered ? `, written as ${row.written}` : ""}. Found here ${row.found}, held back ${row.held}. ${row.right ? timesRight(row.right) : "Not decided yet"}. ${row.reviewed ? `Reviewed by ${row.reviewed.by}` : "Reviewed by nobody"}.${row.state === "in use" ? "" : ` ${row.state}.`}`);
    return node;
  }

  function select(id, focus) {
    for (const one of [choice.id, id]) {
      const node = nodes.get(one);
      if (!node) continue;
      node.classList.toggle("sel", one === id);
      node.setAttribute("aria-selected", String(one === id));
      node.tabIndex = one === id ? 0 : -1;
    }
    choice.id = id;
    if (nodes.has(id)) reveal(scroll, nodes.get(id));
    if (focus) nodes.get(id)?.focus({ preventScroll: true });
    chosen(shown.find((row) => row.id === id));
  }

  return {
    el, fill, focus: () => nodes.get(choice.id) || grid,
    step(by) {
      if (!shown.length) return false;
      const at = shown.findIndex((row) => row.id === choice.id);
      select(shown[Math.max(0, Math.min(shown.length - 1, at + by))].id, true);
      return true;
    },
    fail(node) { shown = []; nodes = new Map(); grid.replaceChildren(); instead.replaceChildren(node); chosen(undefined); },
  };
}
