// A list by keyboard of which only the rows in view are on the page: one tab stop, arrows move, twenty thousand rows do not make a key wait.

const PAGE_ROW = { wide: 63, narrow: 84 }; // px; as in pages.css
const PAGE_BEYOND = 8; // rows drawn above and below those in view
const PAGE_PRINTED = 2000; // rows that are put on paper

/**
 * `view` gives `label`, `heads` ([[words, class]]), `id(row)`, `cells(row)` (content of each cell), `said(row)` (its
 * name), `chosen(row)` and, where Enter does something, `open()`; `empty()` answers what stands where no row is.
 */
function pagesList(view) {
  const heads = make("div", { class: `pcols ${view.kind}`, "aria-hidden": "true" }, view.heads.map(([words, side = ""]) => make("span", { class: side }, words)));
  const body = make("div", { role: "grid", class: "grid pbody", "aria-label": view.label, tabindex: -1 }), none = make("div", { hidden: true });
  const scroll = make("div", { class: "rows" }, body, none);
  const el = make("div", { class: "plist" }, heads, scroll);
  const drawn = new Map(); // id → row element
  let rows = [], place = new Map(), at = null, height = PAGE_ROW.wide, asked = 0, printing = false;

  scroll.addEventListener("scroll", () => { asked ||= requestAnimationFrame(drawInView); }, { passive: true });
  const watch = new ResizeObserver(() => {
    const next = el.closest(".narrow") ? PAGE_ROW.narrow : PAGE_ROW.wide;
    if (next !== height) height = next;
    arrange();
  });
  watch.observe(scroll);

  function arrange() {
    body.style.height = printing ? "auto" : `${rows.length * height}px`;
    body.setAttribute("aria-rowcount", String(rows.length));
    drawInView();
  }

  function drawInView() {
    asked = 0;
    const room = scroll.clientHeight || 800;
    const first = printing ? 0 : Math.max(0, Math.floor(scroll.scrollTop / height) - PAGE_BEYOND);
    const last = printing ? Math.min(rows.length, PAGE_PRINTED) : Math.min(rows.length, Math.ceil((scroll.scrollTop + room) / height) + PAGE_BEYOND);
    const wanted = new Map();
    const spot = place.get(at);
    if (spot !== undefined && spot < first) wanted.set(at, spot); // the row with the focus is never taken away
    for (let index = first; index < last; index += 1) wanted.set(view.id(rows[index]), index);
    if (spot !== undefined) wanted.set(at, spot);
    for (const [id, node] of drawn) if (!wanted.has(id)) { drawn.delete(id); node.remove(); }
    let before = null;
    for (const [id, index] of [...wanted].sort((one, other) => one[1] - other[1])) { // listeners meet them in their order
      const node = drawn.get(id) || drawRow(rows[index]);
      node.style.top = `${index * height}px`;
      node.setAttribute("aria-rowindex", String(index + 1));
      if (node.parentNode !== body || node.previousElementSibling !== before) body.insertBefore(node, before ? before.nextSibling : body.firstChild);
      before = node;
    }
  }

  function drawRow(row) {
    const id = view.id(row), on = id === at;
    const node = make("div", { role: "row", class: `prow ${view.kind} ${view.mark?.(row) || ""} ${on ? "sel" : ""}`, tabindex: on ? 0 : -1, "aria-selected": String(on), "aria-label": view.said(row) },
      view.cells(row).map((cell) => make("div", { role: "gridcell" }, cell)));
    node.addEventListener("click", () => { choose(id, true); });
    if (view.open) node.addEventListener("dblclick", () => view.open());
    drawn.set(id, node);
    return node;
  }

  function choose(id, focus) {
    const changed = id !== at;
    for (const one of [at, id]) {
      const node = drawn.get(one);
      if (!node) continue;
      node.classList.toggle("sel", one === id);
      node.setAttribute("aria-selected", String(one === id));
      node.tabIndex = one === id ? 0 : -1;
    }
    at = id;
    const spot = place.get(id);
    if (spot !== undefined && scroll.clientHeight) {
      const top = spot * height;
      if (top < scroll.scrollTop) scroll.scrollTop = top;
      else if (top + height > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = top + height - scroll.clientHeight;
    }
    drawInView();
    if (focus) drawn.get(id)?.focus({ preventScroll: true });
    if (changed) view.chosen(rows[spot] || null);
  }

  return {
    el, scroll,
    get at() { return at; },
    get row() { return rows[place.get(at)] || null; },
    get size() { return rows.length; },
    /** Shows these rows; the chosen one stays where it still is among them, else the one in its place is chosen. */
    show(next, wanted = at) {
      const held = scroll.contains(document.activeElement), before = place.get(at) ?? 0;
      rows = next;
      place = new Map(rows.map((row, index) => [view.id(row), index]));
      drawn.forEach((node) => node.remove());
      drawn.clear();
      none.hidden = rows.length > 0;
      heads.hidden = body.hidden = !rows.length;
      none.replaceChildren(...(rows.length ? [] : [view.empty()].flat()));
      const id = place.has(wanted) ? wanted : rows.length ? view.id(rows[Math.min(before, rows.length - 1)]) : null;
      at = null;
      arrange();
      choose(id, false);
      if (id === null) view.chosen(null);
      if (held) (drawn.get(id) || scroll.querySelector("button") || scroll).focus({ preventScroll: true });
    },
    choose: (id, focus = true) => place.has(id) && choose(id, focus),
    step(by) {
      if (!rows.length) return false;
      choose(view.id(rows[Math.min(rows.length - 1, Math.max(0, (place.get(at) ?? -1) + by))]), true);
      return true;
    },
    focus() { (drawn.get(at) || none.querySelector("button, input") || body).focus({ preventScroll: true }); },
    print(on) {
      const held = body.contains(document.activeElement);
      printing = on;
      drawn.forEach((node) => node.remove());
      drawn.clear();
      arrange();
      if (held) drawn.get(at)?.focus({ preventScroll: true });
    },
    close() { watch.disconnect(); cancelAnimationFrame(asked); },
  };
}
