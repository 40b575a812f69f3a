// The article view: text, findings and explanation side by side; a decision takes at most two keys.

let made = 0;

const KEYS = [
  [["J", "K"], "next, previous finding (arrows too)"], [["Shift J"], "next finding to decide"], [["F"], "ask for a fix"],
  [["D"], "dismiss: then 1 to 6 for the reason"], [["A"], "accept the risk until a day"], [["S"], "ask for a second opinion"],
  [["Y", "N"], "agree with what another person proposed, or overrule it; N also withdraws a request"],
  [["M"], "message to the writer about this finding"], [["R"], "ask for changes: sends all requests"], [["U"], "undo the last decision"],
  [["O"], "only this finding in the text"], [["T"], "to the text; then N and P from tag to tag"], [["C"], "to the claims"],
  [["[", "]"], "previous, next section of the text"], [["W"], "to the explanation"], [["Enter"], "from the list to the explanation"],
  [["F6"], "next part of the screen"], [["Esc"], "back"], [["?"], "this list"],
];
const READING = [[["J", "K"], "next, previous"], [["O"], "only this one"], [["T"], "to the text"], [["?"], "keys"]]; // for who may only read
const HINTS = [[["J", "K"], "next, previous"], [["F"], "ask for fix"], [["D"], "dismiss"], [["A"], "accept"], [["S"], "second opinion"], [["U"], "undo"]];
const LOOK = 20_000, IDLE = 600_000; // ms between looks at what others did, and without a key until there are none
const SENT = {
  fix: () => ({ state: "fix", words: "Fix asked" }), dismiss: ({ reason }) => ({ state: "dismissed", words: `Dismissed: ${reason}` }),
  accept: ({ until }) => ({ state: "accepted", words: `Accepted until ${day(until)}` }), ask: () => ({ state: "questioned", words: "Second opinion asked" }),
  agree: () => ({ state: "dismissed", words: "Agreed" }), contest: () => ({ state: "contested", words: "Contested" }),
}; // how an unanswered step looks; the others open the finding again
const OPEN = { state: "open", words: "", reopened: "" };

function renderArticle({ model, el }, kept) {
  return live({ model, el }, {
    name: "article", label: "Article review", trait: "article", draw: (root) => drawArticle(model, root, kept),
    heard: {
      "change:states": (view) => view.refresh(),
      "change:desk": (view) => view.desk(),
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
    article, panelId: `wb-why-${(made += 1)}`, current: null, mode: "all", held: false, off: new Set(), voice: voice(), barred: barred(model),
    finding: (id) => byId.get(id),
    total: (finding) => (finding.held_back ? article.findings.length : toCount.length),
    state(id) {
      const { fingerprint } = byId.get(id);
      const sent = outgoing.about(fingerprint);
      if (sent) return SENT[sent.action] ? { state: "waits", words: `${SENT[sent.action](sent).words} · not saved yet`, reopened: "" } : OPEN;
      return (model.get("states") || {})[fingerprint] || OPEN;
    },
    desk: () => model.get("desk") || {},
    isOpen: (id) => ["open", "changed"].includes(view.state(id).state) || Boolean(why?.toAnswer(byId.get(id))),
    canDecide: (id) => why.offered(byId.get(id)).length > 0,
    canUndo: () => !view.barred && (done.length > 0 || (view.current !== null && !byId.get(view.current).held_back && !["open", "changed"].includes(view.state(view.current).state) && mine(view.current))),
    inList: (id) => (byId.get(id).held_back ? view.held : !view.off.has(key(byId.get(id).severity))),
    visible: (id) => (view.mode === "none" ? false : view.mode === "one" && view.current !== null ? id === view.current : view.inList(id)),
    words: (id) => text?.words(id) || byId.get(id).text,
    others: (id) => text.others(id),
    select, decide, undo, step, sheet, toggle, send, uses, together, isTogether: (id) => all === id,
    fixes: () => (view.desk().fixes || 0) + [...outgoing.waiting.values()].filter((message) => message.type === "decide" && message.action === "fix").length,
    waits: (id) => ["second", "accepting", "questioned", "contested"].includes(view.state(id).state),
    focusList: () => (root.clientWidth <= 900 ? why.body : list.el.querySelector(".it.sel") || why.body).focus({ preventScroll: true }),
    toClaims: () => { sheet("claims"); dock.focus(true); },
    nextToDecide() {
      const open = toCount.filter(({ id }) => view.isOpen(id) || view.waits(id) || view.state(id).state === "fix");
      const next = open.find(({ id }) => view.isOpen(id)) ?? open[0];
      return next ? () => { view.off.clear(); list.arrange(); select(next.id, "keys"); view.focusList(); } : null;
    },
    showBlock: (index) => text.revealBlock(index),
    idle: (body) => body.append(notice("No check fired.", silence(article))),
  };
  let text = null, why = null, all = null, busy = Date.now(), looked = Date.now();
  view.dialogs = articleDialogs(view);
  text = textColumn(view);
  why = whyPanel(view);
  const list = findingsList(view), dock = claimsDock(view), keys = keysDialog(KEYS), head = articleBar(view);
  const saved = make("span", { class: "saved" });
  const lost = make("p", { class: "lost", role: "alert", hidden: true });
  const modes = new Map([["all", "All findings"], ["one", "This one"], ["none", "Text only"]].map(([name, words]) => [name, make("button", { type: "button", onclick: () => setMode(name) }, words)]));
  const page = make("div", { class: "frame article" },
    topBar({ here: false, back, openKeys: keys.open, right: whoAndWhen(article) }), head.el, make("div", { class: "strips" }, lost, head.changed),
    make("div", { class: "main" }, list.el, leftColumn(), why.el), footer(view.barred ? READING : HINTS, article.line, saved), why.dialog, view.dialogs.dialog, keys.dialog);
  root.replaceChildren(page);
  outgoing.attach(sending);

  const told = follow(model, view.voice);
  const stop = listen(root, bindings(), () => remembered.keys);
  const first = list_first();
  const looking = setInterval(look, LOOK);
  const active = () => { busy = Date.now(); };
  root.addEventListener("keydown", active, true);
  root.addEventListener("pointerdown", active, true);
  head.paint();
  dock.paint();
  setMode("all");
  list.arrange();
  refresh();
  if (first !== null) select(first, "start");
  else why.paint();
  sheet("why");
  requestAnimationFrame(() => text.paint());
  welcome(root, () => (root.clientWidth <= 900 || first === null ? why.body : list.el.querySelector(".it.sel")));

  /** Whether this person may take it back; where nothing is known of people, anybody may try. */
  function mine(id) {
    const { me, decisions = {} } = view.desk(), one = decisions[byId.get(id).fingerprint];
    return !me || !one || one.by === me.id || one.second === me.id;
  }

  function list_first() {
    const next = toCount.find((finding) => view.isOpen(finding.id)) ?? toCount[0];
    return next ? next.id : null;
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

  /** The findings of one cause: the same check on the same sentence. */
  function uses(id) {
    const one = byId.get(id);
    if (!one || one.held_back || one.whole) return one ? [id] : [];
    return toCount.filter((other) => other.check === one.check && other.sentence === one.sentence).map((other) => other.id);
  }

  /** Whether the next decision about this finding is taken about all uses of its cause; switched by each call. */
  function together(id) {
    all = all === id ? null : id;
    return all !== null;
  }

  function decide(action, reason = "", note = "", more = {}, id = view.current) {
    if (view.barred) return view.voice.tell(view.barred, "alert");
    if (id === null || !view.canDecide(id)) return false;
    const { fingerprint } = byId.get(id), state = view.state(id).state;
    const also = all === id ? uses(id).filter((other) => other !== id && view.state(other).state === state).slice(0, 24).map((other) => byId.get(other).fingerprint) : [];
    done.push(fingerprint);
    all = null;
    outgoing.put({ type: "decide", fingerprint, action, reason, note, ...more, ...(also.length ? { also } : {}) });
    const next = nextOpen(id);
    if (next === null) view.voice.tell(view.desk().may ? "All decided. Ask for changes, or approve?" : "All decided. Esc goes back to the queue, U takes the last decision back.");
    else select(next, "keys");
    return true;
  }

  /** Any other step; it waits in the outbox like a decision. */
  function send(message) {
    if (view.barred) return view.voice.tell(view.barred, "alert");
    outgoing.put(message);
    return true;
  }

  function look() {
    const quiet = document.visibilityState !== "visible" || Date.now() - busy > IDLE || outgoing.waiting.size;
    if (quiet || !view.desk().may || Date.now() - looked < LOOK / 2) return;
    looked = Date.now();
    try {
      model.send({ type: "look" });
    } catch { /* the next step will tell */ }
  }

  function undo() {
    if (view.barred) return view.voice.tell(view.barred, "alert");
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
      const { state, words, reopened } = view.state(id), now = `${state}|${words}|${reopened}|${view.isOpen(id)}`;
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
    refresh();
    head.paint();
    const words = outgoing.trouble;
    if (lost.textContent !== words) lost.textContent = words;
    lost.hidden = !words;
  }

  function bindings() {
    const move = (by) => (event) => (event.target.closest?.(".body, .text, .claims") && event.key.startsWith("Arrow") ? false : step(by));
    const tag = (by) => () => (text.el.contains(document.activeElement) ? text.focusTag(by) : false);
    return {
      J: move(1), ArrowDown: move(1), K: move(-1), ArrowUp: move(-1), F: () => why.take("fix"), D: () => why.take("dismiss"), A: () => why.take("accept"), S: () => why.take("ask"), U: undo,
      Y: () => why.take("agree"), M: () => why.write(), R: () => head.changes(), C: () => { sheet("claims"); dock.focus(); },
      "[": () => section(-1), "]": () => section(1),
      O: () => setMode(view.mode === "one" ? "all" : "one"), T: () => text.focusTag(), N: (event) => (tag(1)(event) === false ? (why.offered(byId.get(view.current)).includes("overrule") ? why.take("overrule") : why.take("withdraw")) : true), P: tag(-1),
      W: () => { sheet("why"); why.body.focus({ preventScroll: true }); }, Enter: () => { sheet("why"); why.body.focus({ preventScroll: true }); },
      "Shift+J": () => { const next = nextOpen(view.current ?? 0); if (next !== null) select(next, "keys"); },
      "?": keys.open, Escape: back, F6: cycle(root, regions), "Shift+F6": cycle(root, regions),
      Home: (event) => (list.has(event.target) ? step(-Infinity) : false), End: (event) => (list.has(event.target) ? step(Infinity) : false),
    };
  }

  function section(by) {
    text.section(by);
    return true;
  }

  function regions() {
    return [page.querySelector(".top"), page.querySelector(".bar"), list.el, page.querySelector(".left"), why.el, why.decide, dock.el];
  }

  return {
    refresh, heard: told,
    /** What stands about the review now: only words and buttons change, focus stays. */
    desk() {
      head.paint();
      dock.paint();
      refresh();
      why.paintState();
    },
    answered({ request, ok }) {
      const message = outgoing.waiting.get(request);
      outgoing.answered(request);
      if (ok) saved.textContent = `Saved ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
      else if (message?.type === "decide" && message.action !== "undo") {
        const at = done.lastIndexOf(message.fingerprint);
        if (at >= 0) done.splice(at, 1);
        const finding = article.findings.find((one) => one.fingerprint === message.fingerprint);
        if (finding && !root.querySelector("dialog[open]")) select(finding.id, "keys"); // the refusal is about this one
        why.refused(model.get("status")?.text || "");
      }
      refresh();
    },
    close() {
      stop();
      clearInterval(looking);
      root.removeEventListener("keydown", active, true);
      root.removeEventListener("pointerdown", active, true);
    },
  };
}

function drawNothing(article, root, back) {
  const loading = article.error ? null : skeleton(8, "lines");
  const content = loading ? loading.box : notice(article.error, "", { details: article.details, alarm: true, actions: [button("Back to the queue", back, { keyName: "Esc", className: "primary" })] });
  root.replaceChildren(make("div", { class: "frame article" }, topBar({ here: false, back, openKeys: () => {} }), content));
  const stop = listen(root, { Escape: back }, () => true);
  welcome(root, () => root.querySelector(".notice .btn"));
  return { refresh() {}, desk() {}, heard() {}, answered() {}, close() { loading?.stop(); stop(); } };
}

const silence = (article) => `${counted(article.claims.length, "claim was", "claims were")} read, ${article.unknowns} could not be checked; nobody has confirmed that the sources say so.`;

export default () => {
  const kept = {};
  return { render: (given) => renderArticle(given, kept) };
};
