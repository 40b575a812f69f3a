// A list of the place of claims: a grid with one tab stop, of which only the rows near what is in view are on the page.

const LIST_ROW = 64, LIST_BEFORE = 80, LIST_AFTER = 120; // px that a row is taken for while it is not drawn; rows drawn around the one in view

/** `heads` are [words, class]; `look` = { key, cells, name, classes } of a row; sections are { section, more }. */
function placeGrid({ label, heads, kind, look, choose, open }) {
  const above = make("div", { role: "presentation" }), below = make("div", { role: "presentation" }), body = make("div", { role: "rowgroup" }), after = make("div");
  const grid = make("div", { role: "grid", class: `grid pgrid ${kind}`, "aria-label": label, tabindex: -1 }, above, body, below), scroll = make("div", { class: "rows" }, grid, after);
  const cols = make("div", { class: `cols ${kind}`, "aria-hidden": "true" }, heads.map(([words, side]) => make("span", { class: side || "" }, words)));
  const el = make("div", { class: "listing" }, cols, scroll);
  const drawn = new Map(); // key → element, of rows and sections
  let items = [], rows = [], place = new Map(), first = 0, last = 0, at = null, asked = 0;

  scroll.addEventListener("scroll", () => { asked ||= requestAnimationFrame(follow_); }, { passive: true });
  grid.addEventListener("click", (event) => {
    const row = event.target.closest("[role=row]");
    if (row) choose(row.dataset.key, true);
  });
  grid.addEventListener("dblclick", (event) => event.target.closest("[role=row]") && open());

  const keyOf = (item, n) => (item.section ? `section ${n}` : look.key(item));

  function draw1(item, n) {
    const id = keyOf(item, n), known = drawn.get(id);
    if (known) return known;
    const node = item.section ? make("div", { class: "section", role: "presentation" }, item.section, make("span", {}, item.more || ""))
      : make("div", { role: "row", class: `prow ${kind} ${look.classes?.(item) || ""}`, tabindex: -1, "aria-selected": "false", "data-key": id, "aria-rowindex": place.get(id).row + 1 });
    drawn.set(id, node);
    if (!item.section) {
      fillRow(node, item);
      mark(id);
    }
    return node;
  }

  function fillRow(node, row) {
    node.setAttribute("aria-label", look.name(row));
    node.replaceChildren(...look.cells(row).map((cell, n) => make("div", { role: "gridcell", class: heads[n][1] || "" }, cell)));
  }

  /** Draw the items around the one of this number; what stands in view stays where it is. */
  function around_(n) {
    const from = Math.max(0, n - LIST_BEFORE), to = Math.min(items.length, n + LIST_AFTER);
    if (from === first && to === last && body.childElementCount === to - from) return;
    const held = document.activeElement, wasIn = body.contains(held), anchor = [...body.children].find((node) => node.getBoundingClientRect().bottom > scroll.getBoundingClientRect().top), was = anchor?.getBoundingClientRect().top;
    [first, last] = [from, to];
    const nodes = items.slice(first, last).map((item, k) => draw1(item, first + k)), wanted = new Set(nodes);
    for (const [id, node] of drawn) if (!wanted.has(node)) drawn.delete(id);
    body.replaceChildren(...nodes);
    above.style.height = `${first * LIST_ROW}px`;
    below.style.height = `${(items.length - last) * LIST_ROW}px`;
    if (anchor?.isConnected && was !== undefined) scroll.scrollTop += anchor.getBoundingClientRect().top - was;
    if (wasIn) (held.isConnected ? held : grid).focus({ preventScroll: true }); // a row that is taken away leaves the keys to the list
  }

  function follow_() {
    asked = 0;
    const top = scroll.scrollTop, start = body.offsetTop - grid.offsetTop, end = start + body.offsetHeight, edge = scroll.clientHeight;
    if ((first > 0 && top < start + edge) || (last < items.length && top + edge > end - edge)) {
      const within = top >= start && top < end ? first + Math.floor(((top - start) / Math.max(1, end - start)) * (last - first)) : Math.floor(top / LIST_ROW);
      around_(Math.min(items.length - 1, Math.max(0, within)));
    }
  }

  function mark(id) {
    const node = drawn.get(id), on = id === at;
    if (!node) return;
    node.classList.toggle("sel", on);
    node.setAttribute("aria-selected", String(on));
    node.tabIndex = on ? 0 : -1;
  }

  const near = (id) => {
    const n = place.get(id)?.item;
    if (n !== undefined && ((first > 0 && n < first + 20) || (last < items.length && n > last - 20))) around_(n);
  };

  return {
    el, grid,
    get at() { return at; },
    get rows() { return rows; },
    row: (id = at) => items[place.get(id)?.item],
    has: (node) => el.contains(node),
    /** Show these rows and sections; the one that was chosen stays where it still is. */
    fill(given, empty, foot = null) {
      const held = grid.contains(document.activeElement);
      items = given;
      rows = items.filter((item) => !item.section);
      place = new Map();
      items.forEach((item, n) => item.section || place.set(look.key(item), { item: n, row: place.size }));
      drawn.clear();
      body.replaceChildren();
      grid.setAttribute("aria-rowcount", String(rows.length));
      after.replaceChildren(...(rows.length ? [] : [empty()]), ...(foot ? [foot] : [])); // a notice is no row of a grid
      if (!place.has(at)) at = rows.length ? look.key(rows[0]) : null;
      [first, last] = [0, 0];
      if (rows.length) around_(place.get(at).item);
      else above.style.height = below.style.height = "0";
      if (held) (drawn.get(at) || grid).focus({ preventScroll: true });
      reveal(scroll, drawn.get(at));
    },
    /** Draw rows anew whose numbers came in. */
    repaint() {
      for (const [id, node] of drawn) if (place.has(id)) fillRow(node, items[place.get(id).item]);
    },
    select(id, focus) {
      if (!place.has(id)) return;
      const before = at;
      at = id;
      near(id);
      [before, id].forEach(mark);
      reveal(scroll, drawn.get(id));
      if (focus) drawn.get(id)?.focus({ preventScroll: true });
    },
    step(by) {
      if (!rows.length) return null;
      const n = place.get(at)?.row ?? -1;
      return look.key(rows[Math.min(rows.length - 1, Math.max(0, n + by))]);
    },
    focus() {
      (drawn.get(at) || after.querySelector(".notice .btn") || grid).focus({ preventScroll: true });
    },
  };
}

/** Words that were not read, listed and never dropped. */
function unreadList(items, one, many) {
  if (!items?.length) return null;
  return make("div", { class: "unread", role: "note" }, make("h3", {}, `${counted(items.length, one, many)} could not be read`),
    make("p", { class: "muted" }, "Uses in there are not counted."),
    make("ul", {}, items.map((item) => make("li", {}, say("b", "mono", item.name), " ", say("span", "", item.message)))));
}

/** A select of the tools, [value, words] each; the words of `kept` stay chosen while they are there. */
function placeFilter(label, choice, name, options, changed) {
  const select = make("select", { class: "btn", "aria-label": label, onchange: () => { choice[name] = select.value; changed(); } });
  const fillOptions = (given) => {
    if (!given.some(([value]) => value === choice[name])) choice[name] = "";
    select.replaceChildren(...given.map(([value, words]) => make("option", { value }, words)));
    select.value = choice[name];
  };
  fillOptions(options);
  return { el: select, fill: fillOptions, reset() { choice[name] = select.value = ""; } };
}

function placeFinder(label, choice, changed) {
  const input = make("input", { type: "search", class: "field find", "aria-label": label, placeholder: label, oninput: () => { choice.find = input.value; changed(); } });
  input.value = choice.find || "";
  return { el: make("label", { class: "finder" }, input, cap("/")), input, reset() { choice.find = input.value = ""; } };
}

/** Whether all words that are looked for stand in the text. */
const holdsWords = (find, ...texts) => {
  const text = texts.join(" ").toLowerCase();
  return find.trim().toLowerCase().split(/\s+/).every((word) => text.includes(word));
};
