// The queue: which article to open next, and why. A grid with one tab stop; rows are drawn as they come into view.

const QUEUE_KEYS = [
  [["J", "K"], "next, previous article (arrows too)"], [["Enter"], "open the review"], [["/"], "find"], [["1", "–", "7"], "views"],
  [["X"], "select for Assign"], [["G"], "assign: who, and by when"], [["F6"], "next part of the screen"], [["Esc"], "clear what you look for; twice, back to the notebook"], [["?"], "this list"],
];
const QUEUE_HINTS = [[["J", "K"], "next, previous"], [["Enter"], "open"], [["X"], "select"], [["G"], "assign"], [["/"], "find"], [["1", "–", "7"], "views"], [["?"], "keys"]];
const CHUNK = 120; // rows drawn at a time
const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
const ORDERS = {
  "Risk, then age": (a, b) => b.risk - a.risk || b.waiting_days - a.waiting_days || (a.name < b.name ? -1 : 1),
  "Age, then risk": (a, b) => b.waiting_days - a.waiting_days || b.risk - a.risk || (a.name < b.name ? -1 : 1),
  Title: (a, b) => a.title.localeCompare(b.title, "en"),
};

function renderQueue({ model, el }, kept) {
  return live({ model, el }, {
    name: "queue", label: "Review queue", trait: "queue", draw: (root) => drawQueue(model, root, kept),
    heard: { "msg:custom": (view, message) => message?.type === "answered" && view.answered(message) },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawQueue(model, root, kept) {
  const queue = model.get("queue") || {};
  const rows = queue.rows || [];
  const found = voice(), keys = keysDialog(QUEUE_KEYS), told = follow(model, found);
  const me = queue.person ? { ...queue.person, roles: queue.roles || [queue.person.role] } : null, VIEWS = queueViews(me, queue.as_of || ""), waits = VIEWS[0][1];
  const hands = Boolean(queue.hands) && !barred(model), box = stepDialog();
  const outgoing = (kept.outbox ||= outbox(model, () => {}));
  const choice = (kept.choice ||= { view: 0, order: "Risk, then age", off: new Set(), find: "", name: null, picked: new Set() });
  const drawn = new Map(); // name → row element
  let place = new Map(), shown = [], undrawn = [], opening = 0, loading = null;

  const lost = make("p", { class: "lost", role: "alert", hidden: true });
  const pane = articlePane({ open, pick, assign, hands, people: queue.people || [], days: queue.days || 0 });
  const grid = make("div", { role: "grid", class: "grid", "aria-label": "Articles", tabindex: -1 });
  const after = make("div"), scroll = make("div", { class: "rows" }, grid, after);
  scroll.addEventListener("scroll", () => {
    if (scroll.scrollTop + 3 * scroll.clientHeight > scroll.scrollHeight) drawTo(grid.childElementCount + CHUNK);
  }, { passive: true });
  const title = make("h1"), lead = make("p");
  const find = make("input", { type: "search", class: "field find", "aria-label": "Find an article or claim", placeholder: "Find an article", oninput: () => { choice.find = find.value; fillRows(); } });
  find.value = choice.find;
  const order = make("select", { class: "btn", "aria-label": "Order", onchange: () => { choice.order = order.value; fillRows(); } }, Object.keys(ORDERS).map((name) => make("option", { value: name }, name)));
  order.value = choice.order;
  const menu = make("select", { class: "btn only-folded", "aria-label": "View", onchange: () => choose(Number(menu.value)) }, VIEWS.map(([name], index) => make("option", { value: index }, name)));
  const tabs = VIEWS.map(([name, test], index) => make("button", { type: "button", onclick: () => choose(index), "aria-keyshortcuts": String(index + 1) }, name, make("b", {}, String(rows.filter(test).length))));
  const topics = Object.keys(TOPICS).filter((topic) => rows.some((row) => row.topics[topic]));
  const page = make("div", { class: "frame queue-view" },
    topBar({ count: rows.filter(waits).length, openKeys: keys.open, right: queue.rows ? whoAndWhen(queue) : [] }),
    make("div", { class: "main" }, sideViews(), middle(), pane.el),
    footer(hands ? QUEUE_HINTS : QUEUE_HINTS.filter(([caps]) => !["X", "G"].includes(caps[0])), queue.line || ""), keys.dialog, box.dialog);
  root.replaceChildren(page);
  outgoing.attach(() => {
    const words = outgoing.trouble;
    if (lost.textContent !== words) lost.textContent = words;
    lost.hidden = !words;
  });
  for (const name of choice.picked) if (!rows.some((row) => row.name === name)) choice.picked.delete(name);

  const stop = listen(root, {
    J: () => step(1), ArrowDown: () => step(1), K: () => step(-1), ArrowUp: () => step(-1), Home: () => step(-Infinity), End: () => step(Infinity),
    Enter: () => open(), "/": () => find.focus(), "?": keys.open, ...Object.fromEntries(VIEWS.map((_, at) => [at + 1, () => choose(at)])), X: pick, G: assign,
    Escape: escape, F6: cycle(root, regions), "Shift+F6": cycle(root, regions),
  }, () => remembered.keys);
  if (queue.rows) choose(choice.view);
  else wait();
  welcome(root, () => drawn.get(choice.name) || root.querySelector(".notice .btn"));

  function sideViews() {
    const boxes = topics.map((topic) => {
      const box = make("input", { type: "checkbox", onchange: () => { if (box.checked) choice.off.delete(topic); else choice.off.add(topic); fillRows(); } });
      box.checked = !choice.off.has(topic);
      return make("li", {}, make("label", {}, box, make("span", {}, TOPICS[topic]), make("b", {}, String(rows.reduce((sum, row) => sum + (row.topics[topic] || 0), 0)))));
    });
    return make("nav", { class: "views", "aria-label": "Queue views" },
      make("h2", {}, "Views"), make("ul", {}, tabs.map((tab) => make("li", {}, tab))),
      topics.length ? [make("h2", {}, "Findings about"), make("ul", {}, boxes)] : null);
  }

  function middle() {
    const heads = [["Risk", ""], ["Article and the main reason", ""], ["To decide", ""], ["State", ""], ["Waiting", "num"]];
    return make("section", { class: "queue", "aria-label": "Review queue", tabindex: -1 },
      make("div", { class: "qh" }, make("div", { class: "grow" }, title, lead, barred(model) ? say("p", "barred", barred(model)) : null), menu, make("label", { class: "finder" }, find, cap("/")), order),
      ...found.nodes, lost,
      make("div", { class: "cols", "aria-hidden": "true" }, heads.map(([name, side]) => make("span", { class: side }, name))), scroll);
  }

  function regions() {
    return [page.querySelector(".top"), page.querySelector(".views"), page.querySelector(".qh"), grid, pane.el];
  }

  function choose(index) {
    choice.view = index;
    menu.value = String(index);
    tabs.forEach((tab, at) => (at === index ? tab.setAttribute("aria-current", "true") : tab.removeAttribute("aria-current")));
    fillRows();
  }

  function matches(row) {
    const words = choice.find.trim().toLowerCase();
    const about = Object.keys(row.topics);
    const wanted = !choice.off.size || !about.length || about.some((topic) => !choice.off.has(topic));
    return wanted && (!words || `${row.title} ${row.path} ${row.reason} ${row.first.map((item) => item.text).join(" ")}`.toLowerCase().includes(words));
  }

  function fillRows() {
    const fits = rows.filter(matches).sort(ORDERS[choice.order]);
    shown = fits.filter(VIEWS[choice.view][1]);
    // What needs nobody stays in sight below, so that nothing seems lost.
    const rest = choice.view === 0 ? fits.filter((row) => !waits(row)) : [];
    undrawn = [...shown];
    if (rest.length) undrawn.push(make("div", { class: "section", role: "presentation" }, "Not yours now", make("span", {}, `shown so that nothing is lost · ${rest.length} of ${rows.length}`)), ...rest);
    shown = [...shown, ...rest];
    const held = grid.contains(document.activeElement); // a row that leaves must not take the keys along
    grid.replaceChildren();
    grid.setAttribute("aria-rowcount", String(shown.length));
    if (!shown.length) grid.append(nothing());
    place = new Map(shown.map((row, at) => [row.name, at]));
    drawTo(CHUNK);
    after.replaceChildren(...(queue.unread?.length ? [unread()] : []));
    heading();
    select(shown.some((row) => row.name === choice.name) ? choice.name : shown[0]?.name ?? null, false);
    if (held) (drawn.get(choice.name) || grid).focus({ preventScroll: true });
  }

  // The first rows at once, the others as they come near: ten thousand articles must not make a key wait.
  function drawTo(count) {
    const next = undrawn.splice(0, Math.max(0, count - grid.childElementCount));
    grid.append(...next.map((item) => (item instanceof Node ? item : rowOf(item))));
  }

  function heading() {
    const waiting = rows.filter(waits), n = waiting.length, writing = rows.filter(VIEWS[1][1]).length;
    title.textContent = n ? `${NUMBERS[n] || n} ${n === 1 ? "article needs" : "articles need"} you` : "Nothing needs you";
    const days = Math.max(0, ...waiting.map((row) => row.waiting_days));
    const with_ = `${counted(writing, "article")} ${writing === 1 ? "is" : "are"} with writers.`;
    lead.textContent = !n ? (writing ? with_ : `${counted(rows.length, "article")} ${rows.length === 1 ? "is" : "are"} in the queue.`) : days ? `The oldest has waited ${counted(days, "day")}.` : "All of them came in today.";
    if (!rows.length) lead.textContent = "No articles yet. Put files in articles/ and read the queue again.";
  }

  function nothing() {
    if (choice.find || choice.off.size) return notice("No article fits.", "", { actions: [button("Show all", () => { choice.find = find.value = ""; choice.off.clear(); page.querySelectorAll(".views input").forEach((box) => (box.checked = true)); fillRows(); })] });
    return notice(VIEWS[choice.view][2], "", { actions: [button("Read the queue again", refresh)] });
  }

  function unread() {
    return make("div", { class: "unread", role: "note" }, make("h3", {}, `${counted(queue.unread.length, "article")} could not be read`),
      make("ul", {}, queue.unread.map((item) => make("li", {}, say("b", "mono", item.path), " ", say("span", "", item.message)))));
  }

  function rowOf(row) {
    const known = drawn.get(row.name);
    if (known) return fill(known, { "aria-rowindex": place.get(row.name) + 1 }, []);
    const bar = make("i", { "aria-hidden": "true" });
    bar.style.setProperty("--v", `${row.risk}%`);
    bar.className = level(row.risk);
    const days = row.waiting_days, unknown = row.unknowns ? make("small", {}, `${row.unknowns} unknown`) : null;
    const cell = (className, ...inside) => make("div", { role: "gridcell", class: className }, ...inside);
    const node = make("div", { role: "row", class: `art ${waits(row) ? "" : "read"}`, tabindex: -1, "aria-selected": "false" },
      cell("rk", make("b", {}, row.checked ? String(row.risk) : "?"), bar, unknown),
      cell("clip", say("h3", "clip", row.title, { title: row.title }), say("p", "why clip", row.reason)),
      cell("counts", SEVERITIES.map((severity) => tally(row, severity))), cell("", stateWord(row.state)),
      cell(`wait ${row.late ? "late" : ""}`, make("b", {}, ["All decided", "No check fired"].includes(row.state) ? "–" : days ? counted(days, "day") : "today"), make("small", {}, row.due ? `due ${day(row.due).replace(/ \d{4}$/, "")}` : queue.days ? `limit ${queue.days} days` : "")));
    const counts = row.to_decide ? SEVERITIES.map((severity) => counted(row.to_decide[severity], severity)).join(", ") : "not checked";
    node.setAttribute("aria-label", `${row.title}. Risk ${row.risk}, ${row.unknowns} unknown. ${counts} to decide. ${row.reason}. ${row.state}, waiting ${counted(days, "day")}${row.late ? ", past the limit" : ""}${row.due ? `, due ${day(row.due)}` : ""}.`);
    node.dataset.label = node.getAttribute("aria-label");
    node.addEventListener("click", () => { select(row.name, true); });
    node.addEventListener("dblclick", () => open());
    drawn.set(row.name, node);
    mark(row.name);
    return rowOf(row);
  }

  function tally(row, severity) {
    const n = row.to_decide?.[severity];
    if (n === undefined || n === null) return make("span", { class: "sev zero", title: "Not checked" }, "?");
    return make("span", { class: n ? `sev ${severity}` : "sev zero" }, String(n), hidden(` ${severity}${n === 1 ? "" : "s"}`));
  }

  function select(name, focus) {
    if (place.has(name)) drawTo(place.get(name) + 20);
    for (const one of [choice.name, name]) {
      const node = drawn.get(one);
      if (!node) continue;
      node.classList.toggle("sel", one === name);
      node.setAttribute("aria-selected", String(one === name));
      node.tabIndex = one === name ? 0 : -1;
    }
    choice.name = name;
    const row = shown[place.get(name)];
    pane.paint(row, choice.picked);
    reveal(scroll, drawn.get(name));
    if (focus) drawn.get(name)?.focus({ preventScroll: true });
  }

  function step(by) {
    if (!shown.length) return;
    const at = place.get(choice.name) ?? -1;
    select(shown[Math.min(shown.length - 1, Math.max(0, at + by))].name, true);
  }

  function open() {
    if (!choice.name || !shown.length) return false;
    found.tell("Opening…");
    clearTimeout(opening);
    opening = setTimeout(() => found.tell("Still opening. If nothing comes, the connection is lost; your decisions are safe. Load the page again.", "alert"), 8000);
    model.send({ type: "open", name: choice.name });
    return true;
  }

  function mark(name) {
    const node = drawn.get(name), on = choice.picked.has(name);
    if (!node) return;
    node.classList.toggle("picked", on);
    node.setAttribute("aria-label", `${on ? "Selected for Assign. " : ""}${node.dataset.label}`);
  }

  function pick() {
    if (!choice.name || !place.has(choice.name)) return false;
    if (!hands) return found.tell(barred(model) || "Articles cannot be handed out here.", "alert");
    if (!choice.picked.delete(choice.name)) choice.picked.add(choice.name);
    mark(choice.name);
    pane.paint(shown[place.get(choice.name)], choice.picked);
    found.tell(choice.picked.size ? `${choice.picked.size} selected. G assigns them.` : "None selected.");
    return true;
  }

  function assign() {
    if (!choice.name || !place.has(choice.name)) return false;
    if (!hands) return found.tell(barred(model) || "Articles cannot be handed out here.", "alert");
    const names = choice.picked.size ? [...choice.picked] : [choice.name];
    const people = queue.people?.length ? queue.people : [{ id: me.id, name: me.name, roles: rolesOf(me) }];
    assignDialog(box, { names, title: rows.find((row) => row.name === names[0])?.title || names[0], people, as_of: queue.as_of, done: (message) => outgoing.put(message) });
    return true;
  }

  function refresh() {
    found.tell("Reading the queue…");
    model.send({ type: "refresh" });
  }

  function escape() {
    if (choice.find) {
      choice.find = find.value = "";
      fillRows();
    }
    const row = drawn.get(choice.name);
    if (row && document.activeElement !== row) return row.focus({ preventScroll: true });
    if (!root.classList.contains("wb-page")) document.activeElement?.blur();
    return true;
  }

  function wait() {
    title.textContent = queue.error ? "The queue" : "Reading the queue…";
    if (queue.error) return grid.replaceChildren(notice(queue.error, "", { details: queue.details, alarm: true, actions: [button("Try again", refresh, { className: "primary" })] }));
    loading = skeleton(8, "arts");
    return grid.replaceChildren(loading.box);
  }

  return {
    heard() { clearTimeout(opening); told(); },
    answered({ request, ok }) {
      const message = outgoing.waiting.get(request);
      outgoing.answered(request);
      if (!ok || !message) return;
      for (const name of message.names || []) {
        choice.picked.delete(name);
        mark(name);
      }
    },
    close() { clearTimeout(opening); loading?.stop(); stop(); },
  };
}

export default () => {
  const kept = {};
  return { render: (given) => renderQueue(given, kept) };
};
