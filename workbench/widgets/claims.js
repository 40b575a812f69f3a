// The claim grid: one article's claims as a table in which people write; saved with Ctrl S, kept until it is.

function renderClaims({ model, el }, kept) {
  return live({ model, el }, {
    name: "claims", label: "Claims", trait: "table", draw: (root) => drawClaims(model, root, kept),
    heard: { "msg:custom": (view, message) => message?.type === "answered" && view.answered(message) },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawClaims(model, root, kept) {
  const table = model.get("table") || {};
  const outgoing = (kept.outbox ||= outbox(model, () => {}));
  const choice = (kept.choice ||= { kind: "", standing: "", find: "", sort: ["number", true] });
  if (!kept.edits || kept.name !== table.name) Object.assign(kept, { name: table.name, at: { id: null, column: "standing" }, edits: {} });
  let all = table.rows || [], byId = new Map(all.map((row) => [row.id, row])), shown = [], again = false;

  const edits = claimEdits(kept.edits, () => byId, (ids) => { grid.repaint(ids); repaintPane(ids); counts(); });
  const view = { edits, choice, at: kept.at, standings: table.standings || [], barred: barred(model), shown: () => shown, select, act, sort, confirm };
  const grid = claimsGrid(view), pane = claimPane(view), found = voice(), keys = keysDialog(CLAIM_KEYS), told = follow(model, found);
  const conflicts = conflictDialog((settled) => {
    settled.forEach(([conflict, mine]) => edits.settled(conflict, mine));
    refresh();
    if (edits.size) save();
    else found.tell("Kept what stands in the file; nothing was left to save.");
  });
  const title = make("h1", { class: "clip" }), lead = make("p"), go = leaveTables(model, () => pane.take());
  const find = make("input", { type: "search", class: "field find", "aria-label": "Find a claim", placeholder: "Find a claim", oninput: () => { choice.find = find.value; arrange(); } });
  find.value = choice.find;
  const kinds = picker("Kind of claim", "kind", [["", "All kinds"], ...[...new Set(all.map((row) => row.type))].sort().map((type) => [type, capital(type)])]);
  const standings = picker("Standing", "standing", [["", "All standings"], [UNSUBSTANTIATED, standingWord("")], ...view.standings.map((word) => [word, standingWord(word)]), ["changed", "Changed, confirm"], ["gone", "Left the article"]]);
  const articles = make("select", { class: "btn articles", "aria-label": "Article", onchange: () => chooseArticle(articles.value) }, (table.articles || []).map((one) => make("option", { value: one.name }, one.title)));
  articles.value = table.name || "";
  const saver = button("Save", () => save(), { keyName: "Ctrl S", className: "primary", "aria-keyshortcuts": "Control+S" });
  const saved = make("span", { class: "saved" }), lost = make("p", { class: "lost", role: "alert", hidden: true });
  const page = make("div", { class: "frame claims-view" },
    topBar({ place: "Claims", count: all.length, openKeys: keys.open, right: table.person ? whoAndWhen(table) : [] }),
    make("div", { class: "main" }, middle(), pane.el), footer(CLAIM_HINTS, table.line || "", saved), keys.dialog, conflicts.dialog);
  root.replaceChildren(page);
  outgoing.attach(sending);

  const stops = [listen(root, bindings(), () => remembered.keys), savingKeys(root, regions, () => {
    const inGrid = grid.has(document.activeElement);
    save();
    if (inGrid) grid.focus();
  }), () => removeEventListener("beforeunload", leaving), () => watch.disconnect()];
  addEventListener("beforeunload", leaving);
  const watch = new ResizeObserver(([entry]) => grid.lay(entry.contentRect.width));
  watch.observe(root);
  grid.lay(root.clientWidth || 1440);
  const loading = table.rows || table.error ? null : skeleton(8, "arts");
  if (table.rows) arrange();
  else grid.el.replaceChildren(loading ? loading.box : notice(table.error, "", { details: table.details, alarm: true, actions: table.articles ? [button("Try again", () => chooseArticle(table.name, true))] : [] }));
  heading();
  counts();
  sending();
  welcome(root, () => root.querySelector(".cgrid [tabindex='0']") || root.querySelector(".notice .btn"));

  function middle() {
    return make("section", { class: "queue", "aria-label": "Claims of the article", tabindex: -1 },
      make("div", { class: "qh" }, table.tabs ? claimTabs("tables", go, { tables: table.articles?.length }).el : null, make("div", { class: "grow" }, title, lead), saver,
        make("div", { class: "tools" }, articles, kinds, standings, make("label", { class: "finder" }, find, cap("/")))),
      make("div", { class: "told" }, view.barred ? say("p", "barred", view.barred) : null, ...found.nodes, lost), grid.el);
  }

  function picker(label, name, options) {
    if (!options.some(([value]) => value === choice[name])) choice[name] = "";
    const select = make("select", { class: "btn", "aria-label": label, onchange: () => { choice[name] = select.value; arrange(); } }, options.map(([value, words]) => make("option", { value }, words)));
    select.value = choice[name];
    return select;
  }

  function arrange() {
    shown = chosenClaims(all, choice, edits.value.bind(edits));
    if (!shown.some((row) => row.id === view.at.id)) view.at.id = shown[0]?.id ?? null;
    grid.el.querySelector(".notice")?.remove();
    grid.arrange();
    if (!shown.length) grid.el.append(all.length ? notice("No claim fits.", "", { actions: [button("Show all", showAll)] }) : notice("No claim was read in this text.", "Nothing here says that the text is right: it makes no claim that the workbench knows."));
    select(view.at.id, view.at.column, false);
  }

  function showAll() {
    Object.assign(choice, { kind: "", standing: "", find: "" });
    for (const field of [kinds, standings, find]) field.value = "";
    arrange();
    grid.focus();
  }

  function sort(column) {
    choice.sort = [column, choice.sort[0] === column ? !choice.sort[1] : true];
    arrange();
    found.tell(`Sorted by ${column === "number" ? "place in the text" : CLAIM_COLUMNS[column].head.toLowerCase()}${choice.sort[1] ? "" : ", backwards"}.`);
  }

  function heading() {
    title.textContent = table.title || (table.error ? "Claims" : "Reading the claims…");
    title.title = table.title || "";
    const count = (test) => all.filter(test).length;
    const parts = [counted(count((row) => row.presence !== "gone"), "claim"), `${count((row) => row.presence === "here" && edits.value(row, "standing") === "substantiated")} substantiated`];
    const changed = count((row) => row.presence === "changed"), gone = count((row) => row.presence === "gone");
    if (changed) parts.push(`${changed} changed, to confirm`);
    if (gone) parts.push(`${gone} left the article`);
    lead.textContent = table.rows ? `${parts.join(" · ")} · ${table.file}` : "";
  }

  function counts() {
    const n = edits.size;
    saved.textContent = n ? `${counted(n, "cell")} not saved` : kept.savedAt || "";
    saver.setAttribute("aria-disabled", String(!n || Boolean(view.barred)));
  }

  function repaintPane(ids) {
    if (ids.includes(view.at.id)) pane.paint(byId.get(view.at.id));
  }

  function select(id, column, focus) {
    const before = view.at.id;
    if (before !== id) pane.take();
    view.at.id = id;
    if (grid.columns().includes(column)) view.at.column = column;
    grid.reveal(id);
    grid.repaint([before, id].filter((one, at, both) => one !== null && both.indexOf(one) === at));
    pane.paint(byId.get(id), before !== id);
    if (focus) grid.focus();
  }

  function step(by) {
    if (!shown.length) return;
    const at = shown.findIndex((row) => row.id === view.at.id);
    select(shown[Math.min(shown.length - 1, Math.max(0, at + by))].id, view.at.column, true);
  }

  function turn(by) {
    const columns = grid.columns(), at = columns.indexOf(view.at.column);
    select(view.at.id, columns[Math.min(columns.length - 1, Math.max(0, at + by))], true);
  }

  function act() {
    const row = byId.get(view.at.id);
    if (!row) return false;
    if (!CLAIM_COLUMNS[view.at.column].people) return pane.focus();
    if (view.barred) return found.tell(view.barred, "alert");
    return grid.edit(row, view.at.column, (by) => {
      const columns = grid.columns(), next = columns[columns.indexOf(view.at.column) + by];
      if (!CLAIM_COLUMNS[next]?.people) return grid.focus();
      select(row.id, next, true);
      return act();
    });
  }

  function confirm(row = byId.get(view.at.id)) {
    if (view.barred) return found.tell(view.barred, "alert");
    if (!row?.was || edits.value(row, "was") === "") return found.tell("This claim has no changed wording to confirm.");
    const held = pane.el.contains(document.activeElement);
    edits.set(row, "was", "");
    pane.paint(row, true);
    if (held) pane.focusText();
    return found.tell("New wording confirmed. Ctrl S saves, U takes it back.");
  }

  function undo() {
    const id = edits.undo();
    if (id === null) return found.tell("There is nothing to undo.");
    if (shown.some((row) => row.id === id)) select(id, view.at.column, grid.has(document.activeElement));
    pane.paint(byId.get(view.at.id), true);
    return found.tell("Taken back.");
  }

  function save() {
    if (view.barred) return found.tell(view.barred, "alert");
    grid.leave(true);
    pane.take();
    if (!edits.size) return found.tell("Everything is saved.");
    if (outgoing.waiting.size) again = true;
    else {
      found.tell("Saving…");
      outgoing.put({ type: "save", name: table.name, cells: edits.list() });
    }
    return true;
  }

  function answered({ request, ok, rows = [], order = null, conflicts: both = [] }) {
    const message = outgoing.waiting.get(request);
    outgoing.answered(request);
    if (!message || message.name !== table.name) return;
    if (ok) {
      edits.saved(message.cells);
      kept.savedAt = `Saved ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
    }
    rows.forEach((row) => byId.set(row.id, row));
    all = (order || all.map((row) => row.id)).map((id) => byId.get(id)).filter(Boolean);
    byId = new Map(all.map((row) => [row.id, row]));
    refresh();
    if (both.length) conflicts.open(both);
    else if (ok && again && edits.size) save();
    again = false;
  }

  function refresh() {
    const ids = new Set(shown.map((row) => row.id)), same = all.length === shown.length && all.every((row) => ids.has(row.id));
    shown = shown.map((row) => byId.get(row.id)).filter(Boolean);
    if (!same && !choice.find && !choice.kind && !choice.standing) arrange();
    else grid.arrange();
    grid.repaint([...byId.keys()]);
    pane.paint(byId.get(view.at.id));
    heading();
    counts();
  }

  function sending() {
    const waits = [...outgoing.waiting.values()].reduce((sum, message) => sum + message.cells.length, 0);
    lost.textContent = outgoing.lost ? `Connection lost. ${counted(waits, "cell")} ${waits === 1 ? "waits" : "wait"} here and will be sent.` : "";
    lost.hidden = !outgoing.lost;
  }

  function chooseArticle(name, same = false) {
    pane.take();
    if (name === table.name && !same) return;
    if (edits.size) {
      articles.value = table.name;
      found.tell(`${counted(edits.size, "cell")} not saved. Save first (Ctrl S), or take them back (U); then choose another article.`, "alert");
      return;
    }
    found.tell("Opening…");
    model.send({ type: "choose", name });
  }

  function leaving(event) {
    pane.take();
    if (edits.size) event.preventDefault();
  }

  function escape() {
    if (document.activeElement === find && choice.find) {
      choice.find = find.value = "";
      arrange();
    }
    if (!grid.has(document.activeElement) || document.activeElement.role === "columnheader") return grid.focus();
    if (!root.classList.contains("wb-page")) document.activeElement?.blur();
    return true;
  }

  function bindings() {
    const inGrid = (action) => (event) => (event.target.closest?.(".look, .qh, .top") && event.key.startsWith("Arrow") ? false : action());
    return {
      J: () => step(1), ArrowDown: inGrid(() => step(1)), K: () => step(-1), ArrowUp: inGrid(() => step(-1)), ArrowLeft: inGrid(() => turn(-1)), ArrowRight: inGrid(() => turn(1)),
      Home: () => step(-Infinity), End: () => step(Infinity), PageDown: inGrid(() => step(grid.rowsInView())), PageUp: inGrid(() => step(-grid.rowsInView())),
      Enter: () => (grid.has(document.activeElement) ? act() : false), F2: () => (grid.has(document.activeElement) ? act() : false), U: undo, C: () => confirm(), W: () => pane.focusText(), "/": () => find.focus(), "?": keys.open,
      Escape: escape, F6: cycle(root, regions), "Shift+F6": cycle(root, regions), ...(table.tabs ? tabKeys(go) : {}),
    };
  }

  function regions() {
    return [page.querySelector(".top"), page.querySelector(".qh"), grid.el, pane.el];
  }

  return {
    answered,
    heard: told,
    close() {
      grid.leave(true);
      pane.take();
      grid.close();
      loading?.stop();
      stops.forEach((stop) => stop());
    },
  };
}

export default () => {
  const kept = {};
  return { render: (given) => renderClaims(given, kept) };
};
