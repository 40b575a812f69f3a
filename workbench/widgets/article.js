// The article view: text, findings and explanation side by side; a decision takes at most two keys.

let made = 0;
const LOOK = 20_000, IDLE = 600_000; // ms between looks at what others did, and without a key until there are none

function renderArticle({ model, el }, kept) {
  return live({ model, el }, {
    name: "article", label: "Article review", trait: "article", draw: (root) => drawArticle(model, root, kept),
    heard: {
      "change:states": (view) => view.refresh(),
      "change:desk": (view) => view.paintDesk(),
      "msg:custom": (view, message) => (message?.type === "answered" ? view.answered(message) : message?.type === "given" ? view.given(message) : null),
    },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawArticle(model, root, kept) {
  const back = () => model.send({ type: "back" });
  if (!model.get("article")?.blocks) return drawNothing(model.get("article") || {}, root, back);
  const again = kept.name === model.get("article").name;
  const view = articleState(model, root, kept);
  articleMoving(view);
  articleDeciding(view);
  articlePainting(view);
  view.dialogs = articleDialogs(view);
  view.text = textColumn(view);
  view.why = whyPanel(view);
  view.list = findingsList(view);
  view.pane = claimPane(view);
  view.head = articleBar(view);
  view.dock = articleDock(view);
  view.causes = causesDialog(view);
  view.marking = wordMarking(view);
  view.saved = make("span", { class: "saved" });
  const { page, keys } = articlePage(view, back);
  root.replaceChildren(page);
  view.outgoing.attach(view.sending);

  const stops = [listen(root, articleKeys(view, { keys, back, page }), () => remembered.keys), looking(model, view), view.marking.close];
  begin(view, again);
  return { refresh: view.refresh, paintDesk: view.paintDesk, answered: view.answered, given: view.given, heard: follow(model, view.voice), close: () => stops.forEach((stop) => stop()) };
}

/** The first look: marks, list, and the finding to begin with; focus goes there unless the person is elsewhere. */
function begin(view, again) {
  const { article, kept } = view, chosen = article.chosen || (again && kept.at) || "";
  const first = view.byPrint(chosen)?.id ?? view.first();
  view.head.paint();
  view.dock.paint();
  view.setMode(view.mode);
  view.list.arrange();
  view.refresh();
  view.why.paint();
  view.pane.el.hidden = true;
  if (first !== null) view.select(first, again ? "text" : "start");
  view.sheet("why");
  requestAnimationFrame(() => {
    view.text.paint();
    if (!again) return first === null || requestAnimationFrame(() => view.text.reveal(first)); // blocks have their true height now
    view.text.el.scrollTop = kept.scroll;
    if (view.byPrint(article.chosen)) view.text.reveal(first);
    if (view.claims.has(article.chosen)) view.openClaim(article.chosen);
  });
  welcome(view.root, () => (view.narrow() || first === null ? view.why.body : view.list.el.querySelector(".it.sel")));
}

function articlePage(view, back) {
  const { article } = view, keys = keysDialog(KEYS);
  view.lost = make("p", { class: "lost", role: "alert", hidden: true });
  const page = make("div", { class: "frame article" },
    topBar({ here: false, back, openKeys: keys.open, right: whoAndWhen(article) }), view.head.el, make("div", { class: "strips" }, view.lost, view.head.changed, view.head.strip),
    make("div", { class: "main" }, view.list.el, leftColumn(view), view.why.el, view.pane.el), footer(!view.acts() ? READING : HINTS, article.line, view.saved),
    view.why.dialog, view.dialogs.dialog, view.causes.dialog, keys.dialog);
  return { page, keys };
}

function leftColumn(view) {
  const modes = new Map([["all", "All findings"], ["one", "This one"], ["none", "Text only"]].map(([name, words]) => [name, make("button", { type: "button", onclick: () => view.setMode(name) }, words)]));
  view.setMode = (mode) => {
    view.mode = mode;
    for (const [name, node] of modes) node.setAttribute("aria-pressed", String(name === mode));
    view.text.paint();
  };
  const folds = button("▾", () => {
    view.text.folds.all(!view.text.folds.folded());
    folds.firstChild.textContent = view.text.folds.folded() ? "▸" : "▾";
    folds.setAttribute("aria-pressed", String(view.text.folds.folded()));
  }, { className: "quiet small folds", title: "Fold all sections", "aria-label": "Fold all sections", "aria-pressed": "false", hidden: !view.text.folds.some });
  view.text.el.addEventListener("scroll", () => { view.kept.scroll = view.text.el.scrollTop; }, { passive: true });
  const legend = make("span", { class: "row legend", "aria-hidden": "true" }, sev("error", "solid line"), sev("warning", "dashed"), sev("note", "dotted"));
  return make("section", { class: "left", "aria-label": "Article text", tabindex: -1 },
    make("div", { class: "tools" }, make("div", { class: "switch", role: "group", "aria-label": "Show" }, [...modes.values()]), !view.acts() ? null : view.marking.start, folds, make("span", { class: "grow" }), legend,
      button("Claims", () => view.sheet(view.root.dataset.sheet === "claims" ? "why" : "claims"), { className: "quiet small only-narrow" })),
    make("div", { class: "page" }, view.text.el, view.text.map, view.marking.bar), view.dock.el);
}

/** Others' decisions are looked for while the person is here, and they see which finding is chosen. */
function looking(model, view) {
  const { root } = view;
  let busy = Date.now(), looked = Date.now(), told = "";
  const look = () => {
    const fingerprint = view.current === null ? "" : view.finding(view.current).fingerprint, moved = fingerprint !== told;
    const quiet = document.visibilityState !== "visible" || Date.now() - busy > IDLE || view.outgoing.waiting.size;
    if (quiet || !view.desk().may || Date.now() - looked < (moved ? LOOK / 4 : LOOK) - 500) return;
    looked = Date.now();
    told = fingerprint;
    try {
      model.send({ type: "look", fingerprint });
    } catch { /* the next step will tell */ }
  };
  const timer = setInterval(look, LOOK / 4), active = () => { busy = Date.now(); };
  root.addEventListener("keydown", active, true);
  root.addEventListener("pointerdown", active, true);
  return () => {
    clearInterval(timer);
    root.removeEventListener("keydown", active, true);
    root.removeEventListener("pointerdown", active, true);
  };
}

function drawNothing(article, root, back) {
  const loading = article.error ? null : skeleton(8, "lines");
  const content = loading ? loading.box : notice(article.error, "", { details: article.details, alarm: true, actions: [button("Back to the queue", back, { keyName: "Esc", className: "primary" })] });
  root.replaceChildren(make("div", { class: "frame article" }, topBar({ here: false, back, openKeys: () => {} }), content));
  const stop = listen(root, { Escape: back }, () => true);
  welcome(root, () => root.querySelector(".notice .btn"));
  const nothing = () => {};
  return { refresh: nothing, paintDesk: nothing, heard: nothing, answered: nothing, given: nothing, close() { loading?.stop(); stop(); } };
}

export default () => {
  const kept = {};
  return { render: (given) => renderArticle(given, kept) };
};
