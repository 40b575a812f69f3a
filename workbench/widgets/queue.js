// The queue: which article to open next, and why. The screen's parts are put together here, and kept in step.

const QUEUE_KEYS = [
  [["J", "K"], "next, previous article (arrows, page keys, Home and End too)"], [["Enter"], "open the review"], [["/"], "find an article or a claim"], [["1", "–", "7"], "views"],
  [["X"], "select for Assign or Later"], [["G"], "assign: who, and by when"], [["H"], "later: until a day"], [["U"], "undo"], [["F6"], "next part of the screen"],
  [["Esc"], "clear what you look for; twice, back to the notebook"], [["?"], "this list"],
];
const QUEUE_HINTS = [[["J", "K"], "next, previous"], [["Enter"], "open"], [["X"], "select"], [["G"], "assign"], [["H"], "later"], [["/"], "find"], [["1", "–", "7"], "views"]];
const SETTLES = 90; // ms on one article before the pane asks for more
const TYPES_ON = 250; // ms without a letter before claims are looked through

function renderQueue({ model, el }, kept) {
  return live({ model, el }, {
    name: "queue", label: "Review queue", trait: "queue", draw: (root) => drawQueue(model, root, kept),
    heard: { "msg:custom": (view, message) => view.take(message) },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawQueue(model, root, kept) {
  const queue = model.get("queue") || {}, ready = Boolean(queue.rows), as_of = queue.as_of || "";
  const rows = unpackRows(queue.rows), kinds = Array.isArray(queue.kinds) ? queue.kinds : [], byNames = new Map(rows.map((row) => [row.name, row]));
  const found = voice(), keys = keysDialog(QUEUE_KEYS), told = follow(model, found), box = stepDialog();
  const me = queue.person ? { ...queue.person, roles: queue.roles || [queue.person.role] } : null;
  const VIEWS = queueViews(me, as_of), waits = VIEWS[0][1], ORDERS = queueOrders(as_of);
  const only = barred(model), may = { hands: Boolean(queue.hands) && !only, laters: Boolean(queue.laters) && !only, causes: Boolean(queue.decides ?? queue.hands) && !only };
  const outgoing = (kept.outbox ||= outbox(model, () => {}));
  const choice = (kept.choice ||= { view: 0, order: "Risk, then age", off: new Set(), find: "", name: null, picked: new Set(), done: [], ...begun() });
  let shown = [], opening = 0, settling = 0, typing = 0, loading = null, asked = null, claims = new Map();
  const abouts = new Map(), place = new Map(), sorted = new Map(), backs = (kept.backs ||= new Map());
  for (const name of choice.picked) if (!byNames.has(name)) choice.picked.delete(name);

  const boxes = queueBoxes({ rows, kinds, choice, changed: () => { for (const row of rows) row.words = undefined; fillRows(); } });
  if (choice.topics?.length) { boxes.only(choice.topics); choice.topics = null; }
  const art = queueRow({ boxes, waits, as_of, days: queue.days || 0, claims: () => claims, picked: () => choice.picked, chosen: () => choice.name, choose: (name) => select(name, true), open });
  const list = queueList({ label: "Articles", heads: HEADS, rowOf: art.draw, sectionOf: queueSection, chosen: () => choice.name });
  const pane = articlePane({ act: { open, pick, assign, later, cause }, may, allows: boxes.allows, titles: boxes.titles, days: queue.days || 0 });
  const side = queueSide({ VIEWS, rows, boxes, ready, choose, chosen: () => choice.view });
  const head = queueHead({ VIEWS, ORDERS, rows, boxes, choice, waits, queue, ready, only, choose, look, fillRows, undo, side, toRows: () => select(choice.name, true) });
  const lost = make("p", { class: "lost", role: "alert", hidden: true }), instead = make("div", { class: "instead" });
  const checked = ready ? `${counted(rows.length, "article")} checked, ${rows.filter((row) => row.failed).length || "none"} failed` : "";
  const page = make("div", { class: "frame queue-view" },
    topBar({ count: ready ? rows.filter(waits).length : null, openKeys: keys.open, right: whoAndWhen(queue) }),
    make("div", { class: "main" }, side.el, make("section", { class: "queue", "aria-label": "Review queue", tabindex: -1 }, head.el, make("div", { class: "saying" }, ...found.nodes, head.undo), lost, list.el, instead, queue.unread?.length ? unreadNote(queue.unread) : null), pane.el),
    footer(QUEUE_HINTS.filter(([caps]) => (may.hands || caps[0] !== "G") && (may.laters || caps[0] !== "H") && (may.hands || may.laters || caps[0] !== "X")), queue.line || "", checked ? make("span", { class: "muted only-wide" }, checked) : null), keys.dialog, box.dialog);
  root.replaceChildren(page);
  outgoing.attach(() => {
    const words = outgoing.trouble;
    if (lost.textContent !== words) lost.textContent = words;
    lost.hidden = !words;
  });
  const stop = listen(root, {
    J: () => step(1), ArrowDown: () => step(1), K: () => step(-1), ArrowUp: () => step(-1), Home: () => step(-Infinity), End: () => step(Infinity), PageDown: () => step(list.page()), PageUp: () => step(-list.page()),
    Enter: () => open(), "/": () => head.find.focus(), "?": keys.open, ...Object.fromEntries(VIEWS.map((_, at) => [at + 1, () => choose(at)])), X: pick, G: assign, H: later, U: undo,
    Escape: escape, F6: cycle(root, regions), "Shift+F6": cycle(root, regions),
  }, () => remembered.keys);
  if (ready) choose(choice.view);
  else wait();
  welcome(root, () => list.node(choice.name) || root.querySelector(".notice .btn"));

  function begun() {
    const wanted = root.classList.contains("wb-page") ? readFragment() : { topic: [] };
    return { topics: wanted.topic, name: wanted.article || null, view: wanted.topic.length || wanted.article ? 6 : 0 };
  }

  function regions() {
    return [page.querySelector(".top"), side.el, head.el, list.el, pane.el];
  }

  function choose(index) {
    choice.view = VIEWS[index] ? index : 0;
    head.menu.value = String(choice.view);
    side.mark();
    fillRows();
    if (root.contains(document.activeElement) && document.activeElement.getAttribute("role") !== "row" && list.node(choice.name) && !document.activeElement.matches("select, .views *")) list.node(choice.name).focus({ preventScroll: true });
    return true;
  }

  /** At once by what the rows say; claims follow from the kernel. */
  function look() {
    choice.find = head.find.value;
    claims = new Map();
    clearTimeout(typing);
    const words = choice.find.trim();
    if (words.length > 2) typing = setTimeout(() => model.send({ type: "find", words }), TYPES_ON);
    fillRows();
  }

  function matches(row) {
    const words = choice.find.trim().toLowerCase();
    if (!words) return boxes.keeps(row);
    return boxes.keeps(row) && (claims.has(row.name) || (row.words ??= `${row.title} ${row.name} ${row.with || ""} ${boxes.reason(row)} ${row.note || ""}`.toLowerCase()).includes(words));
  }

  /** Rows are sorted once for each order; a key only chooses among them. */
  function sortedBy(order) {
    if (!sorted.has(order)) sorted.set(order, [...rows].sort(ORDERS[order]));
    return sorted.get(order);
  }

  function fillRows() {
    const fits = sortedBy(choice.order).filter(matches), test = VIEWS[choice.view][1];
    const mine = fits.filter(test), items = choice.view === 5 ? byGroup(mine) : mine.map((row) => ({ row }));
    if (choice.view === 0) items.push(...notYours(fits, { me, as_of, of: rows.length }));
    shown = items.filter((item) => item.row).map((item) => item.row);
    place.clear();
    shown.forEach((row, at) => place.set(row.name, at));
    if (!place.has(choice.name)) choice.name = shown[0]?.name ?? null;
    const held = list.el.contains(document.activeElement); // a row that leaves must not take the keys along
    list.fill(items);
    instead.replaceChildren(...(shown.length ? [] : [head.nothing(refresh, showAll)]));
    list.el.classList.toggle("bare", !shown.length);
    head.tell();
    select(choice.name, false);
    if (held) (list.node(choice.name) || list.el).focus({ preventScroll: true });
  }

  function select(name, focus) {
    const before = choice.name;
    choice.name = name;
    if (before !== name) list.redraw(before);
    list.reveal(name);
    list.redraw(name);
    paint();
    clearTimeout(settling);
    if (name !== null && !abouts.has(name)) settling = setTimeout(() => model.send({ type: "about", name }), focus ? SETTLES : 0);
    if (focus) list.node(name)?.focus({ preventScroll: true });
  }

  function showAll() {
    choice.find = head.find.value = "";
    claims = new Map();
    boxes.all();
    fillRows();
  }

  function paint() {
    pane.paint(shown[place.get(choice.name)], abouts.get(choice.name) || null, choice.picked);
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

  function pick() {
    if (!place.has(choice.name)) return false;
    if (!may.hands && !may.laters) return found.tell(only || "Articles cannot be handed out here.", "alert");
    if (!choice.picked.delete(choice.name)) choice.picked.add(choice.name);
    list.redraw(choice.name);
    paint();
    found.tell(choice.picked.size ? `${choice.picked.size} selected.${may.hands ? " G assigns," : ""}${may.laters ? " H puts off" : ""}${may.hands && !may.laters ? "" : "."}`.replace(/,$/, ".") : "None selected.");
    return true;
  }

  const chosen = () => (choice.picked.size ? [...choice.picked] : [choice.name]);
  const titleOf = (name) => byNames.get(name)?.title || name;

  function assign() {
    if (!place.has(choice.name)) return false;
    if (!may.hands) return found.tell(only || queue.hands_why || "Articles cannot be handed out here.", "alert");
    const names = chosen(), people = queue.people?.length ? queue.people : [{ id: me.id, name: me.name, roles: rolesOf(me) }];
    assignDialog(box, { names, title: titleOf(names[0]), people, as_of, done: send });
    return true;
  }

  function later() {
    if (!place.has(choice.name)) return false;
    if (!may.laters) return found.tell(only || "Nothing can be put off here.", "alert");
    const names = chosen(), some = names.map((name) => byNames.get(name)).filter(Boolean);
    laterDialog(box, { names, title: titleOf(names[0]), as_of, stay: some.filter((row) => dueSoon(row, as_of) || row.live === "Expired").length, off: some.some((row) => row.later), done: send });
    return true;
  }

  function cause(item) {
    asked = item;
    found.tell("Looking for the same cause…");
    model.send({ type: "uses", fingerprint: item.fingerprint });
  }

  /** Puts a step on its way, and keeps what would take it back until it is done. */
  function send(message, back = takenBack(message, byNames)) {
    outgoing.put(message);
    backs.set([...outgoing.waiting.keys()].pop(), back);
  }

  function undo() {
    const back = choice.done.pop();
    head.undo.hidden = !choice.done.length;
    if (!back) return found.tell("Nothing to undo in this sitting.");
    back.forEach((message) => send(message, []));
    return true;
  }

  function refresh() {
    found.tell("Reading the queue…");
    model.send({ type: "refresh" });
  }

  function escape() {
    if (side.el.classList.contains("open")) {
      side.el.classList.remove("open");
      head.fold.setAttribute("aria-expanded", "false");
      return head.fold.focus();
    }
    if (choice.find) {
      choice.find = head.find.value = "";
      claims = new Map();
      fillRows();
    }
    const row = list.node(choice.name);
    if (row && document.activeElement !== row) return row.focus({ preventScroll: true });
    if (!root.classList.contains("wb-page")) document.activeElement?.blur();
    return true;
  }

  function wait() {
    head.title.textContent = queue.error ? "The queue" : "Reading the queue…";
    list.el.classList.add("bare");
    pane.paint(null, null, choice.picked);
    if (queue.error) return instead.replaceChildren(notice(queue.error, "", { details: queue.details, alarm: true, actions: [button("Try again", refresh, { className: "primary" })] }));
    loading = skeleton(8, "arts");
    return instead.replaceChildren(loading.box);
  }

  function answered({ request, ok }) {
    const message = outgoing.waiting.get(request);
    outgoing.answered(request);
    if (!ok || !message) return;
    if (backs.get(request)?.length) choice.done.push(backs.get(request));
    backs.delete(request);
    head.undo.hidden = !choice.done.length;
    for (const name of message.names || []) if (choice.picked.delete(name)) list.redraw(name);
    paint();
  }

  return {
    heard() { clearTimeout(opening); told(); },
    take(message) {
      if (message?.type === "answered") answered(message);
      else if (message?.type === "about") {
        abouts.set(message.name, message.about || {});
        if (message.name === choice.name) paint();
      } else if (message?.type === "found" && message.words === choice.find.trim()) {
        claims = new Map(Object.entries(message.claims || {}));
        fillRows();
      } else if (message?.type === "uses" && message.fingerprint === asked?.fingerprint) {
        found.tell("");
        if (message.number < 2) found.tell("No other article has this cause now.");
        else causeDialog(box, { item: asked, uses: message.uses, number: message.number, here: choice.name, done: send });
        asked = null;
      }
    },
    close() { [opening, settling, typing].forEach(clearTimeout); loading?.stop(); list.close(); pane.close(); stop(); },
  };
}

export default () => {
  const kept = {};
  return { render: (given) => renderQueue(given, kept) };
};
