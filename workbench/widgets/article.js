// The article view: text, findings and explanation side by side; a decision takes at most two keys.

let made = 0;

const KEYS = [
  [["J", "K"], "next, previous finding (arrows too)"], [["Shift J"], "next finding to decide"], [["F"], "ask for a fix"],
  [["D"], "dismiss: then 1 to 6 for the reason"], [["U"], "undo the last decision"], [["O"], "only this finding in the text"],
  [["T"], "to the text; then N and P from tag to tag"], [["W"], "to the explanation"], [["Enter"], "from the list to the explanation"],
  [["F6"], "next part of the screen"], [["Esc"], "back"], [["?"], "this list"],
];
const HINTS = [[["J", "K"], "next, previous"], [["F"], "ask for fix"], [["D"], "dismiss"], [["U"], "undo"], [["O"], "only this one"]];
const OPEN = { state: "open", words: "", reopened: "" };

function renderArticle({ model, el }, kept) {
  return live({ model, el }, {
    name: "article", label: "Article review", trait: "article", draw: (root) => drawArticle(model, root, kept),
    heard: {
      "change:states": (view) => view.refresh(),
      "msg:custom": (view, message) => message?.type === "answered" && view.answered(message),
    },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawArticle(model, root, kept) {
  const article = model.get("article") || {};
  const back = () => model.send({ type: "back" });
  if (!article.blocks) return drawNothing(article, root, back);

  const byId = new Map(article.findings.map((finding) => [finding.id, finding]));
  const toCount = article.findings.filter((finding) => !finding.held_back);
  const outgoing = (kept.outbox ||= outbox(model, () => {}));
  const done = []; // fingerprints decided in this view, for undo
  const drawn = new Map(); // finding → its state as it is drawn
  const view = {
    article, panelId: `wb-why-${(made += 1)}`, current: null, mode: "all", held: false, off: new Set(), voice: voice(),
    finding: (id) => byId.get(id),
    total: (finding) => (finding.held_back ? article.findings.length : toCount.length),
    state(id) {
      const { fingerprint } = byId.get(id);
      const sent = outgoing.about(fingerprint);
      if (sent) return sent.action === "undo" ? OPEN : { state: "waits", words: `${sent.action === "fix" ? "Fix asked" : `Dismissed: ${sent.reason}`} · not saved yet`, reopened: "" };
      return (model.get("states") || {})[fingerprint] || OPEN;
    },
    isOpen: (id) => ["open", "changed"].includes(view.state(id).state),
    canDecide: (id) => !byId.get(id).held_back && ["open", "changed", "second"].includes(view.state(id).state),
    canUndo: () => done.length > 0 || (view.current !== null && !byId.get(view.current).held_back && !view.isOpen(view.current)),
    inList: (id) => (byId.get(id).held_back ? view.held : !view.off.has(key(byId.get(id).severity))),
    visible: (id) => (view.mode === "none" ? false : view.mode === "one" && view.current !== null ? id === view.current : view.inList(id)),
    words: (id) => text?.words(id) || byId.get(id).text,
    others: (id) => text.others(id),
    select, decide, undo, step, sheet, toggle,
    showBlock: (index) => text.revealBlock(index),
    idle: (body) => body.append(notice("No check fired.", silence(article))),
  };
  let text = null;
  text = textColumn(view);
  const list = findingsList(view), why = whyPanel(view), dock = claimsDock(view), keys = keysDialog(KEYS);
  const saved = make("span", { class: "saved" });
  const lost = make("p", { class: "lost", role: "alert", hidden: true });
  const modes = new Map([["all", "All findings"], ["one", "This one"], ["none", "Text only"]].map(([name, words]) => [name, make("button", { type: "button", onclick: () => setMode(name) }, words)]));
  const page = make("div", { class: "frame article" },
    topBar({ here: false, back, openKeys: keys.open, right: whoAndWhen(article) }), bar(), lost,
    make("div", { class: "main" }, list.el, leftColumn(), why.el), footer(HINTS, article.line, saved), why.dialog, keys.dialog);
  root.replaceChildren(page);
  outgoing.attach(sending);

  const told = follow(model, view.voice);
  const stop = listen(root, bindings(), () => remembered.keys);
  const first = list_first();
  setMode("all");
  list.arrange();
  refresh();
  if (first !== null) select(first, "start");
  else why.paint();
  sheet("why");
  requestAnimationFrame(() => text.paint());
  welcome(root, () => (root.clientWidth <= 900 || first === null ? why.body : list.el.querySelector(".it.sel")));

  function list_first() {
    const next = toCount.find((finding) => view.isOpen(finding.id)) ?? toCount[0];
    return next ? next.id : null;
  }

  function bar() {
    const { meta, words, risk, unknowns, state } = article;
    const facts = [`${words.toLocaleString("en")} words`, counted(article.claims.length, "claim"), meta.author && `by ${meta.author}`, meta.updated && day(meta.updated), article.path].filter(Boolean);
    return make("section", { class: "bar", "aria-label": "Article", tabindex: -1 },
      make("div", { class: "clip" }, say("h1", "clip", article.title, { title: article.title }),
        make("div", { class: "row meta" }, stateWord(state), facts.map((fact) => say("span", "", fact)))),
      make("div", { class: "risk" }, make("b", { class: level(risk) }, String(risk)), make("i", {}, "risk of 100", make("br"), unknowns ? `${unknowns} unknown` : "0 unknown")));
  }

  function leftColumn() {
    const legend = make("span", { class: "row legend", "aria-hidden": "true" }, sev("error", "solid line"), sev("warning", "dashed"), sev("note", "dotted"));
    return make("section", { class: "left", "aria-label": "Article text", tabindex: -1 },
      make("div", { class: "tools" }, make("div", { class: "switch", role: "group", "aria-label": "Show" }, [...modes.values()]), make("span", { class: "grow" }), legend,
        button("Claims", () => sheet(root.dataset.sheet === "claims" ? "why" : "claims"), { className: "quiet small only-narrow" })),
      make("div", { class: "page" }, text.el, text.map), dock.el);
  }

  function setMode(mode) {
    view.mode = mode;
    for (const [name, node] of modes) node.setAttribute("aria-pressed", String(name === mode));
    text.paint();
  }

  function sheet(name) { root.dataset.sheet = name; }

  function toggle(what) {
    if (what === "held") view.held = !view.held;
    else if (!view.off.delete(what)) view.off.add(what);
    list.arrange();
    text.paint();
    const shown = list.order();
    if (view.current !== null && !view.inList(view.current) && shown.length) select(shown[0], "list");
  }

  function select(id, from) {
    if (!byId.has(id)) return;
    const before = view.current, inList = list.has(document.activeElement);
    view.current = id;
    if (view.mode === "one") text.paint();
    else text.repaint([before, id].filter((one) => one !== null));
    list.repaint([before, id].filter((one) => one !== null));
    list.reveal(id);
    if (from !== "text") text.reveal(id);
    dock.mark(id, from !== "claims");
    why.paint();
    if (from !== "text" && from !== "claims") sheet("why");
    if (inList && from !== "text") list.focus(id);
  }

  function step(by) {
    const order = list.order();
    if (!order.length) return;
    const at = order.indexOf(view.current);
    select(order[Math.min(order.length - 1, Math.max(0, at + by))], "keys");
  }

  function nextOpen(after) {
    const open = toCount.map((finding) => finding.id).filter((id) => view.isOpen(id) && view.inList(id));
    return open.find((id) => id > after) ?? open.find((id) => id !== after) ?? null;
  }

  function decide(action, reason = "", note = "") {
    const id = view.current;
    if (id === null || !view.canDecide(id)) return false;
    done.push(byId.get(id).fingerprint);
    outgoing.put({ type: "decide", fingerprint: byId.get(id).fingerprint, action, reason, note });
    const next = nextOpen(id);
    if (next === null) view.voice.tell("All decided. Esc goes back to the queue, U takes the last decision back.");
    else select(next, "keys");
    return true;
  }

  function undo() {
    if (!view.canUndo()) return view.voice.tell("Nothing was decided here yet; there is nothing to undo.");
    const fingerprint = done.pop() ?? byId.get(view.current).fingerprint;
    const finding = article.findings.find((one) => one.fingerprint === fingerprint);
    outgoing.put({ type: "decide", fingerprint, action: "undo", reason: "", note: "" });
    if (finding) select(finding.id, "keys");
    return true;
  }

  // Only what changed is drawn anew: a key must answer at once in an article with hundreds of findings.
  function refresh() {
    const changed = article.findings.filter(({ id }) => {
      const { state, words, reopened } = view.state(id), now = `${state}|${words}|${reopened}`;
      const before = drawn.get(id);
      drawn.set(id, now);
      return now !== before;
    }).map(({ id }) => id);
    if (!changed.length) return;
    list.arrange(changed);
    text.repaint(changed);
    why.paintState();
  }

  function sending() {
    const count = outgoing.waiting.size;
    refresh();
    const words = outgoing.lost ? `Connection lost. ${counted(count, "decision")} ${count === 1 ? "waits" : "wait"} here and will be sent.` : "";
    if (lost.textContent !== words) lost.textContent = words;
    lost.hidden = !words;
  }

  function bindings() {
    const move = (by) => (event) => (event.target.closest?.(".body, .text, .claims") && event.key.startsWith("Arrow") ? false : step(by));
    const tag = (by) => () => (text.el.contains(document.activeElement) ? text.focusTag(by) : false);
    return {
      J: move(1), ArrowDown: move(1), K: move(-1), ArrowUp: move(-1), F: () => decide("fix"), D: () => why.open(), U: undo,
      O: () => setMode(view.mode === "one" ? "all" : "one"), T: () => text.focusTag(), N: tag(1), P: tag(-1),
      W: () => { sheet("why"); why.body.focus({ preventScroll: true }); }, Enter: () => { sheet("why"); why.body.focus({ preventScroll: true }); },
      "Shift+J": () => { const next = nextOpen(view.current ?? 0); if (next !== null) select(next, "keys"); },
      "?": keys.open, Escape: back, F6: cycle(root, regions), "Shift+F6": cycle(root, regions),
      Home: (event) => (list.has(event.target) ? step(-Infinity) : false), End: (event) => (list.has(event.target) ? step(Infinity) : false),
    };
  }

  function regions() {
    return [page.querySelector(".top"), page.querySelector(".bar"), list.el, page.querySelector(".left"), why.el, why.decide, dock.el];
  }

  return {
    refresh, heard: told,
    answered({ request, ok }) {
      const message = outgoing.waiting.get(request);
      outgoing.answered(request);
      if (ok) saved.textContent = `Saved ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
      else if (message && message.action !== "undo") {
        const at = done.lastIndexOf(message.fingerprint);
        if (at >= 0) done.splice(at, 1);
      }
      refresh();
    },
    close() { stop(); },
  };
}

function drawNothing(article, root, back) {
  const loading = article.error ? null : skeleton(8, "lines");
  const content = loading ? loading.box : notice(article.error, "", { details: article.details, alarm: true, actions: [button("Back to the queue", back, { keyName: "Esc", className: "primary" })] });
  root.replaceChildren(make("div", { class: "frame article" }, topBar({ here: false, back, openKeys: () => {} }), content));
  const stop = listen(root, { Escape: back }, () => true);
  welcome(root, () => root.querySelector(".notice .btn"));
  return { refresh() {}, heard() {}, answered() {}, close() { loading?.stop(); stop(); } };
}

const silence = (article) => `${counted(article.claims.length, "claim was", "claims were")} read, ${article.unknowns} could not be checked; nobody has confirmed that the sources say so.`;

export default () => {
  const kept = {};
  return { render: (given) => renderArticle(given, kept) };
};
