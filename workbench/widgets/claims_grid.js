// The grid of claims: only the rows in view are on the page, and the row with the focus, which is never taken away.

const ROW_HEIGHTS = { wide: 62, middle: 62, narrow: 62, small: 96 }; // px; as in claims.css
const BEYOND = 8; // rows drawn above and below those in view

/** `view` gives `shown()`, `edits`, `at` ({ id, column }), `select`, `act(row, column)`, `sort`, `choice`, `standings`, `barred`. */
function claimsGrid(view) {
  const head = make("div", { role: "row", class: "crow chead", "aria-rowindex": 1 });
  const body = make("div", { role: "rowgroup", class: "cbody" });
  const grid = make("div", { role: "grid", class: "grid cgrid", "aria-label": "Claims", tabindex: -1 }, make("div", { role: "rowgroup", class: "cheads" }, head), body);
  const scroll = make("div", { class: "rows" }, grid);
  const drawn = new Map(); // id → row element
  let layout = "", columns = [], height = 60, place = new Map(), editing = null, frameAsked = 0;

  scroll.addEventListener("scroll", () => { frameAsked ||= requestAnimationFrame(drawWindow); }, { passive: true });
  body.addEventListener("click", (event) => {
    const cell = event.target.closest("[role=gridcell]");
    if (cell && !cell.contains(editing?.field)) view.select(cell.parentNode.dataset.id, cell.dataset.column, true);
  });
  body.addEventListener("dblclick", (event) => {
    const cell = event.target.closest("[role=gridcell]");
    if (cell && !editing) view.act();
  });

  function arrange() {
    place = new Map(view.shown().map((row, at) => [row.id, at]));
    for (const [id, node] of drawn) if (!place.has(id)) forget(id, node);
    grid.setAttribute("aria-rowcount", String(place.size + 1));
    grid.setAttribute("aria-colcount", String(columns.length));
    body.style.height = `${place.size * height}px`;
    for (const node of head.children) {
      const [by, up] = view.choice.sort, sorted = by === node.dataset.column;
      node.setAttribute("aria-sort", sorted ? (up ? "ascending" : "descending") : "none");
    }
    inOrder();
    drawWindow();
  }

  // Rows are placed by their number; who listens to the page meets them in the order of the page's text.
  function inOrder() {
    const nodes = [...body.children], sorted = [...nodes].sort((a, b) => place.get(a.dataset.id) - place.get(b.dataset.id));
    if (nodes.every((node, at) => node === sorted[at])) return;
    const held = body.contains(document.activeElement);
    body.append(...sorted);
    if (held) focus();
  }

  function lay(width) {
    const next = claimLayout(width);
    if (next === layout) return;
    layout = next;
    columns = CLAIM_LAYOUTS[layout];
    height = ROW_HEIGHTS[layout];
    grid.dataset.layout = layout;
    if (!columns.includes(view.at.column)) view.at.column = "wording";
    head.replaceChildren(...columns.map((column, at) => make("div", { role: "columnheader", class: column, "data-column": column, "aria-colindex": at + 1 },
      make("button", { type: "button", tabindex: -1, onclick: () => view.sort(column) }, CLAIM_COLUMNS[column].head))));
    const held = scroll.contains(document.activeElement);
    leave(true);
    for (const [id, node] of drawn) forget(id, node);
    arrange();
    if (held) focus();
  }

  function drawWindow() {
    frameAsked = 0;
    const rows = view.shown();
    const first = Math.max(0, Math.floor(scroll.scrollTop / height) - BEYOND);
    const last = Math.min(rows.length, Math.ceil((scroll.scrollTop + (scroll.clientHeight || 800)) / height) + BEYOND);
    const wanted = new Set(rows.slice(first, last).map((row) => row.id));
    if (place.has(view.at.id)) wanted.add(view.at.id);
    for (const [id, node] of drawn) if (!wanted.has(id)) forget(id, node);
    for (const id of wanted) draw1(rows[place.get(id)]);
  }

  function forget(id, node) {
    if (editing?.id === id) leave(true);
    drawn.delete(id);
    node.remove();
  }

  function draw1(row) {
    const at = place.get(row.id);
    let node = drawn.get(row.id);
    if (!node) {
      node = make("div", { role: "row", class: "crow", "data-id": row.id });
      drawn.set(row.id, node);
      fillRow(row, node);
      const after = [...body.children].find((other) => place.get(other.dataset.id) > at);
      body.insertBefore(node, after || null);
    }
    node.setAttribute("aria-rowindex", String(at + 2));
    node.style.top = `${at * height}px`;
  }

  function fillRow(row, node) {
    const confirmed = row.was !== "" && view.edits.value(row, "was") === "";
    node.className = `crow ${row.presence === "gone" ? "gone" : row.presence === "changed" && !confirmed ? "changed" : ""} ${row.id === view.at.id ? "sel" : ""}`;
    node.setAttribute("aria-selected", String(row.id === view.at.id));
    columns.forEach((column, at) => {
      const old = node.children[at];
      if (editing?.id === row.id && editing.column === column) return; // a redraw never takes a field away
      const unsaved = view.edits.has(row.id, column);
      const cell = make("div", {
        role: "gridcell", class: `${column} ${unsaved ? "unsaved" : ""}`, "data-column": column, "aria-colindex": at + 1,
        "aria-readonly": String(Boolean(view.barred) || !CLAIM_COLUMNS[column].people), tabindex: row.id === view.at.id && column === view.at.column ? 0 : -1,
      }, content(row, column, confirmed), unsaved ? hidden(", not saved") : null);
      const held = old && old === document.activeElement;
      if (old) old.replaceWith(cell);
      else node.append(cell);
      if (held) cell.focus({ preventScroll: true });
    });
  }

  function content(row, column, confirmed) {
    const value = view.edits.value(row, column);
    if (column === "number") return String(row.number);
    if (column === "wording") return [say("p", "wording-text", row.wording), presenceMark(row, confirmed)];
    if (column === "standing") return make("span", { class: `standing ${value || "none"}` }, standingWord(value));
    if (column === "type") return capital(row.type);
    if (column === "reviewer") return row.reviewer ? [say("span", "who-was clip", row.reviewer), make("small", {}, day(row.reviewed_on))] : "–";
    if (value) return say("span", "two-lines", value, { title: value });
    return CLAIM_COLUMNS[column].people ? hidden(`No ${column}`) : make("span", { class: "muted" }, "–");
  }

  function cellOf(id, column) {
    return drawn.get(id)?.children[columns.indexOf(column)];
  }

  function repaint(ids) {
    for (const id of ids) {
      const node = drawn.get(id), at = place.get(id);
      if (node && at !== undefined) fillRow(view.shown()[at], node);
    }
  }

  function reveal1(id) {
    const at = place.get(id);
    if (at === undefined) return;
    const top = at * height, room = scroll.clientHeight - head.offsetHeight;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    else if (top + height > scroll.scrollTop + room) scroll.scrollTop = top + height - room;
    drawWindow();
  }

  function focus() {
    cellOf(view.at.id, view.at.column)?.focus({ preventScroll: true });
  }

  /** Opens a field in a cell; `done(value)` is called once unless the person leaves with Esc. */
  function edit(row, column, next) {
    const cell = cellOf(row.id, column);
    if (!cell || editing) return;
    const field = claimField(view, row, column);
    editing = { id: row.id, column, field, row };
    cell.classList.add("editing");
    cell.replaceChildren(field);
    field.focus();
    field.select?.();
    field.addEventListener("blur", () => leave(true));
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const keys = { Escape: () => leave(false), Tab: () => { leave(true); next(event.shiftKey ? -1 : 1); } };
      if (!event.shiftKey) keys.Enter = () => leave(true);
      const action = keys[event.key];
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      const inside = scroll.contains(document.activeElement);
      action();
      if (inside && event.key !== "Tab") focus();
    });
  }

  function leave(keep) {
    if (!editing) return;
    const { id, column, field, row } = editing;
    editing = null;
    if (keep) view.edits.set(row, column, field.value.trim());
    repaint([id]);
  }

  return {
    el: scroll, arrange, repaint, focus, edit, lay, leave,
    reveal: reveal1,
    columns: () => columns,
    rowsInView: () => Math.max(1, Math.floor(scroll.clientHeight / height) - 1),
    has: (node) => scroll.contains(node),
    close: () => cancelAnimationFrame(frameAsked),
  };
}

/** A field for one of people's cells, with its present value. */
function claimField(view, row, column, attributes = {}) {
  const label = `${CLAIM_COLUMNS[column].head} of claim ${row.number}`, value = view.edits.value(row, column);
  if (column !== "standing") {
    const area = make("textarea", { class: "field", rows: 2, maxlength: 20000, "aria-label": label, spellcheck: "true", ...attributes });
    area.value = value;
    return area;
  }
  const words = ["", ...view.standings];
  if (!words.includes(value)) words.push(value); // a word of the newsroom's own
  const choice = make("select", { class: "field", "aria-label": label, ...attributes }, words.map((word) => make("option", { value: word }, standingWord(word))));
  choice.value = value;
  return choice;
}
