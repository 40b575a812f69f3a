// The corpus overview: where the harm is, and what moves. Panels stand by themselves; one that fails says so.

const CORPUS_KEYS = [
  [["J", "K"], "next, previous article or conflict (arrows move by cell)"], [["Enter"], "open; on a number: the queue, filtered to it; on a head: sort by it"], [["/"], "find"],
  [["C"], "conflicts"], [["PgDn", "PgUp"], "next, previous page of the table"], [["Home", "End"], "first, last article of the page"], [["U"], "take the last decision here back"],
  [["F6"], "next part of the screen"], [["Esc"], "clear what you look for; back to the table"], [["?"], "this list"],
];
const CORPUS_HINTS = [[["J", "K"], "next, previous article"], [["Enter"], "open"], [["/"], "find"], [["C"], "conflicts"], [["?"], "keys"]];
const CORPUS_PANELS = ["head", "table", "trend", "conflicts", "trust"];

function renderCorpus({ model, el }, kept) {
  return live({ model, el }, {
    name: "corpus", label: "Corpus overview", trait: "frame", draw: (root) => drawCorpus(model, root, kept),
    heard: {
      ...Object.fromEntries(CORPUS_PANELS.map((name) => [`change:${name}`, (view) => view.fill(name)])),
      "msg:custom": (view, message) => message?.type === "answered" && view.answered(message),
    },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawCorpus(model, root, kept) {
  const given = model.get("frame") || {}, found = voice(), keys = keysDialog(CORPUS_KEYS), told = follow(model, found), box = stepDialog();
  const choice = (kept.choice ||= { topic: "", state: "", find: "", sort: { by: "risk", down: true }, page: 0, at: null, all: false, only: "", asTable: false });
  const outgoing = (kept.outbox ||= outbox(model, () => {}));
  const lost = make("p", { class: "lost", role: "alert", hidden: true }), saved = make("span", { class: "saved" });
  const lead = make("p", { class: "lead" }), fresh = make("p", { class: "muted fresh" }), unread = make("div");
  const find = make("input", { type: "search", class: "field find", "aria-label": "Find an article", placeholder: "Find an article", oninput: () => { choice.find = find.value; table.refit(); } });
  find.value = choice.find;
  const topic = make("select", { class: "btn", "aria-label": "Topic", onchange: () => { choice.topic = topic.value; table.refit(); } });
  const state = make("select", { class: "btn", "aria-label": "States", onchange: () => { choice.state = state.value; table.refit(); } });
  const save = button("Download table", () => download(`corpus-${given.as_of || "today"}.csv`, csvOf(corpusSheet(table.fits(), given))));
  const table = corpusTable({ choice, go, disagree, changed: () => menus() }), trend = trendPanel(choice), trust = trustPanel();
  const conflicts = conflictsPanel({ choice, go, box, able: () => barred(model), send: (message) => { found.tell("Saving…"); outgoing.put(message); kept.last = message; } });
  const main = make("main", { class: "corpus" },
    make("div", { class: "head", role: "region", "aria-label": "What matters, and filters" }, make("div", { class: "grow" }, make("h1", {}, "Corpus overview"), lead, fresh, barred(model) ? say("p", "barred", barred(model)) : null, ...found.nodes, lost),
      make("div", { class: "row wrap tools" }, make("label", { class: "finder" }, find, cap("/")), topic, state, save)),
    make("div", { class: "left" }, table.el, unread), make("div", { class: "side-column" }, trend.el, conflicts.el, trust.el));
  root.replaceChildren(make("div", { class: "frame" }, topBar({ place: "Corpus", openKeys: keys.open, right: whoAndWhen(given) }), main, footer(CORPUS_HINTS, given.line || "", saved), keys.dialog, box.dialog));
  let rows = [], ghosts = null, offered = "";
  outgoing.attach(() => {
    const words = outgoing.trouble;
    if (lost.textContent !== words) lost.textContent = words;
    lost.hidden = !words;
  });

  const stop = listen(root, {
    J: () => conflicts.step(1) || table.move(1, 0), K: () => conflicts.step(-1) || table.move(-1, 0), ArrowDown: () => conflicts.step(1) || table.move(1, 0), ArrowUp: () => conflicts.step(-1) || table.move(-1, 0),
    ArrowRight: () => table.move(0, 1), ArrowLeft: () => table.move(0, -1), Home: () => table.edge(false), End: () => table.edge(true), PageDown: () => table.turn(1), PageUp: () => table.turn(-1),
    Enter: enter, "/": () => find.focus(), "?": keys.open, C: () => { choice.only = ""; conflicts.focusFirst(); }, U: undo, Escape: escape, F6: cycle(root, regions), "Shift+F6": cycle(root, regions),
  }, () => remembered.keys);
  menus();
  CORPUS_PANELS.forEach(fill);
  if (given.person && !kept.asked) {
    kept.asked = true; // the last numbers stand; these may be newer
    model.send({ type: "refresh" });
  }
  welcome(root, () => table.focus());

  function regions() {
    return [root.querySelector(".top"), main.querySelector(".head"), table.el, trend.el, conflicts.el, trust.el];
  }

  function fill(name) {
    const trait = model.get(name) || {};
    if (name === "head") return heading(trait);
    if (name === "table") return rowsIn(trait);
    const panel = { trend, conflicts, trust }[name];
    if (trait.error) return panel.fail(failure(trait));
    if (!Object.keys(trait).length) return panel.fail(make("p", { class: "empty", "aria-busy": "true" }, "Reading…"));
    return panel.fill(trait);
  }

  function failure(trait) {
    return notice("", trait.error, { details: trait.details, alarm: true, actions: [button("Try again", again, { className: "small" })] });
  }

  function again() {
    found.tell("Reading…");
    model.send({ type: "refresh" });
  }

  function rowsIn(trait) {
    ghosts?.stop();
    ghosts = null;
    save.setAttribute("aria-disabled", String(!trait.columns));
    if (trait.error) return table.fail(failure(trait));
    if (!trait.columns) return table.fail((ghosts = skeleton(FIRST_PAGE, "lines")).box);
    rows = corpusRows(trait);
    table.fill(rows);
    if (!rows.length) return table.fail(notice("No articles yet.", "Put files in articles/ and run the checks.", { actions: [button("Read again", again)] }));
    return undefined;
  }

  function menus() {
    const option = ([value, words]) => make("option", { value }, words), states = [...new Set(rows.map((row) => row.state))].sort();
    const topics = [["", "All topics"], ...corpusColumns(rows, "").filter((column) => column.topics).map((column) => [column.key, column.name])];
    const groups = CORPUS_STATES.filter(([, , fits], at) => !at || rows.some(fits)), all = JSON.stringify([topics, groups, states]);
    if (all !== offered) { // a menu that stands open must not be drawn anew at each key
      offered = all;
      topic.replaceChildren(...topics.map(option));
      state.replaceChildren(...groups.map(option), ...(states.length ? [make("optgroup", { label: "State" }, states.map((name) => option([`state ${name}`, name])))] : []));
    }
    topic.value = choice.topic;
    state.value = choice.state;
    if (state.selectedIndex < 0) state.value = choice.state = NO_STATE[0];
  }

  function heading({ lead: words = "", at = "", checking = false, articles = 0, failed = 0, unread: files = [] }) {
    lead.textContent = words || (model.get("table")?.error ? "" : "Reading the articles…");
    fresh.textContent = checking && at ? `These are the numbers of ${moment(at)}. Newer ones are on their way.` : "";
    const missing = [files.length ? `${counted(files.length, "article")} could not be read` : "", failed ? `${counted(failed, "check")} failed; counted as not checked` : ""].filter(Boolean).join(", ");
    saved.textContent = at && !checking ? `${counted(articles, "article")} checked ${moment(at)}, ${missing || "none failed"}` : "";
    unread.replaceChildren(...(files.length ? [make("div", { class: "unread panel", role: "note" }, make("h3", {}, `${counted(files.length, "article")} could not be read`),
      make("ul", {}, files.map((file) => make("li", {}, say("b", "mono", file.path), " ", say("span", "", file.message)))))] : []));
  }

  function moment(at) {
    const then = new Date(at), time = then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    return then.toDateString() === new Date().toDateString() ? `today ${time}` : `${then.getDate()} ${then.toLocaleDateString("en-GB", { month: "short" })}, ${time}`;
  }

  function enter(event) {
    const link = event.target.closest?.("a, button");
    if (link) return false; // the browser's own
    const title = event.target.closest?.("tbody tr")?.querySelector("a"); // any other cell opens its article
    return title ? (title.click(), true) : false;
  }

  function go(event) {
    if (document.body.dataset.voila !== undefined) return true; // the link leads there
    event.preventDefault();
    return void found.tell("The queue opens in `workbench serve`; a notebook shows only its own screen.", "alert");
  }

  function disagree(row) {
    conflicts.only(row.name);
    found.tell(`The conflicts of “${row.title}”.`);
  }

  function undo() {
    if (!["keep", "settle"].includes(kept.last?.type)) return void found.tell("Nothing here to take back.");
    outgoing.put({ type: "reopen", key: kept.last.key });
    kept.last = null;
    return true;
  }

  function escape() {
    if (choice.find || choice.only) {
      choice.find = find.value = "";
      if (choice.only) conflicts.only("");
      table.refit();
    }
    const spot = table.focus();
    if (document.activeElement !== spot) return spot.focus({ preventScroll: true });
    if (!root.classList.contains("wb-page")) document.activeElement?.blur();
    return true;
  }

  return {
    fill, heard: told,
    answered({ request, ok }) {
      const message = outgoing.waiting.get(request);
      outgoing.answered(request);
      if (!ok && message?.key && message.key === kept.last?.key) kept.last = null;
    },
    close() { ghosts?.stop(); trend.close(); stop(); },
  };
}

export default () => {
  const kept = {};
  return { render: (given) => renderCorpus(given, kept) };
};
