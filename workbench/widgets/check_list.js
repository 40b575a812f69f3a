// The place of the checks: what each catches and how far it can be trusted, and held-back matches for a verdict.

const CHECK_KEYS = [
  [["J", "K"], "next, previous (arrows too)"], [["1", "2"], "all checks, held-back matches"], [["Enter"], "read about the check"], [["P"], "propose a change"], [["H"], "harmless: holding back was right"],
  [["S"], "should count: holding back was wrong"], [["U"], "take back"], [["/"], "find"], [["F6"], "next part of the screen"], [["Esc"], "clear what you look for; back to the list"], [["?"], "this list"],
];
const CHECK_HINTS = [[["J", "K"], "next, previous"], [["1", "2"], "views"], [["P"], "propose"], [["H", "S"], "verdict"], [["/"], "find"], [["?"], "keys"]];

function renderChecks({ model, el }, kept) {
  return live({ model, el }, {
    name: "checks", label: "Checks", trait: "frame", draw: (root) => drawChecks(model, root, kept),
    heard: {
      "change:checks": (view) => view.rows(), "change:matches": (view) => view.rows(),
      "msg:custom": (view, message) => (message?.type === "answered" ? view.answered(message) : message?.type === "shown" && view.shown(message)),
    },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawChecks(model, root, kept) {
  const given = model.get("frame") || {}, me = { ...given.person, roles: given.roles || [] }, found = voice(), keys = keysDialog(CHECK_KEYS), told = follow(model, found), box = stepDialog();
  const wanted = readFragment(), choice = (kept.choice ||= { view: wanted.view === "held" ? 1 : 0, topic: "", find: "", order: "Least right first", id: wanted.check || null, match: null });
  const words = (kept.words ||= new Map()), outgoing = (kept.outbox ||= outbox(model, () => {}));
  const lost = make("p", { class: "lost", role: "alert", hidden: true }), lead = make("p", { class: "lead" });
  const send = (message) => { found.tell("Saving…"); outgoing.put(message); };
  const pane = checkPane({ me, change, back: (row) => send({ type: "propose", id: row.id, action: "undo" }) });
  const list = checkRows({ choice, chosen, open: () => pane.el.querySelector(".in").focus() }), matches = matchList({ choice, send, told: found.tell });
  const find = make("input", { type: "search", class: "field find", "aria-label": "Find a check", placeholder: "Find a check", oninput: () => { choice.find = find.value; fillList(); } });
  find.value = choice.find;
  const topic = make("select", { class: "btn", "aria-label": "Topic", onchange: () => { choice.topic = topic.value; fillList(); } }, [["", "All topics"], ...Object.entries(TOPICS)].map(([value, name]) => make("option", { value }, name)));
  const order = make("select", { class: "btn", "aria-label": "Order", onchange: () => { choice.order = order.value; fillList(); } }, Object.keys(CHECK_ORDERS).map((name) => make("option", { value: name }, name)));
  topic.value = choice.topic;
  order.value = choice.order;
  const tabs = ["All checks", "Held back, for a verdict"].map((name, at) => make("button", { type: "button", role: "tab", "aria-keyshortcuts": String(at + 1), onclick: () => view(at) }, name, make("b", {})));
  const tools = make("div", { class: "row wrap tools" }, make("label", { class: "finder" }, find, cap("/")), topic, order);
  const main = make("main", { class: "main" },
    make("div", { class: "queue" }, make("div", { class: "qh", role: "region", "aria-label": "What matters, and filters" }, make("div", { class: "grow" }, make("h1", {}, "Checks"), lead, barred(model) ? say("p", "barred", barred(model)) : null, ...found.nodes, lost), tools),
      make("div", { class: "tabs", role: "tablist", "aria-label": "Views" }, tabs), list.el, matches.el), pane.el);
  root.replaceChildren(make("div", { class: "frame" }, topBar({ place: "Checks", openKeys: keys.open, right: whoAndWhen(given) }), main, footer(CHECK_HINTS, given.line || ""), keys.dialog, box.dialog));
  let loading = null, asked = 0;
  outgoing.attach(() => {
    const trouble = outgoing.trouble;
    if (lost.textContent !== trouble) lost.textContent = trouble;
    lost.hidden = !trouble;
  });

  const here = () => (choice.view ? matches : list), answer = (verdict) => () => (choice.view ? matches.answer(verdict) : false);
  const stop = listen(root, {
    J: () => here().step(1), ArrowDown: () => here().step(1), K: () => here().step(-1), ArrowUp: () => here().step(-1), Home: () => here().step(-Infinity), End: () => here().step(Infinity),
    1: () => view(0), 2: () => view(1), ArrowRight: () => tab(1), ArrowLeft: () => tab(0), Enter: () => !choice.view && pane.el.querySelector(".in").focus(), P: () => !choice.view && change(rowNow()), H: answer("harmless"), S: answer("counts"),
    U: () => (choice.view ? matches.answer("undo") : takeBack()), "/": () => { view(0); find.focus(); }, "?": keys.open, Escape: escape, F6: cycle(root, regions), "Shift+F6": cycle(root, regions),
  }, () => remembered.keys);
  fillAll();
  view(choice.view, false);
  welcome(root, () => here().focus());

  function regions() {
    return [root.querySelector(".top"), main.querySelector(".qh"), here().el, pane.el];
  }

  function view(at, focus = true) {
    choice.view = at;
    tabs.forEach((one, index) => { one.setAttribute("aria-selected", String(index === at)); one.tabIndex = index === at ? 0 : -1; });
    list.el.hidden = at !== 0;
    matches.el.hidden = at !== 1;
    tools.hidden = at !== 0;
    main.classList.toggle("wide", at === 1);
    pane.el.hidden = at !== 0;
    if (focus) here().focus()?.focus({ preventScroll: true });
    return true;
  }

  const tab = (at) => (document.activeElement?.getAttribute("role") === "tab" ? (view(at, false), tabs[at].focus(), true) : false);
  const rowNow = () => (model.get("checks")?.rows || []).find((row) => row.id === choice.id);

  function fillList() {
    list.fill(model.get("checks")?.rows || []);
  }

  function fillAll() {
    const checks = model.get("checks") || {}, held = model.get("matches") || {};
    loading?.stop();
    loading = null;
    lead.textContent = checks.lead || (checks.error || checks.rows ? "" : "Reading the checks…");
    if (checks.error) list.fail(failure(checks));
    else if (!checks.rows) list.fail((loading = skeleton(10, "arts")).box);
    else fillList();
    if (held.error) matches.fail(failure(held));
    else matches.fill(held.rows || []);
    tabs[0].lastChild.textContent = checks.rows ? String(checks.rows.length) : "";
    tabs[1].lastChild.textContent = held.rows ? `${matches.waiting()} of ${held.rows.length}` : "";
  }

  function failure(trait) {
    const again = () => { found.tell("Reading…"); model.send({ type: "refresh" }); };
    return notice("", trait.error, { details: trait.details, alarm: true, actions: [button("Try again", again, { className: "primary" })] });
  }

  function chosen(row) {
    pane.paint(row, row && words.get(row.id));
    clearTimeout(asked);
    if (row && !words.has(row.id)) asked = setTimeout(ask, 60, row.id); // while somebody runs down the list, nothing is asked
  }

  function ask(id) {
    try {
      model.send({ type: "show", id });
    } catch {
      found.tell("Connection lost. Load the page again; what you decided waits here.", "alert");
    }
  }

  function change(row) {
    if (!row) return false;
    if (barred(model)) return void found.tell(barred(model), "alert");
    changeCheck(box, row, me.roles, send);
    return true;
  }

  function takeBack() {
    const row = rowNow();
    if (row?.state !== "change proposed") return void found.tell("Nothing is proposed for this check.");
    send({ type: "propose", id: row.id, action: "undo" });
    return true;
  }

  function escape() {
    if (choice.find) {
      choice.find = find.value = "";
      fillList();
    }
    const spot = here().focus();
    if (spot && document.activeElement !== spot) return spot.focus({ preventScroll: true });
    if (!root.classList.contains("wb-page")) document.activeElement?.blur();
    return true;
  }

  return {
    heard: told, rows: fillAll,
    answered({ request }) { outgoing.answered(request); },
    shown({ type, id, ...more }) {
      words.set(id, more);
      if (choice.id === id) pane.paint(rowNow(), more);
    },
    close() { clearTimeout(asked); loading?.stop(); stop(); },
  };
}

export default () => {
  const kept = {};
  return { render: (given) => renderChecks(given, kept) };
};
