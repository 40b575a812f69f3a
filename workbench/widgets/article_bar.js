// The head of an article: where its review stands, who signed what, and the steps that end or move it.

const APPROVES = { "approve editorial": "editor", "approve medical": "medical reviewer" };

/** Answers { el, changed, strip, changes, paint, refused }. */
function articleBar(view) {
  const { article } = view, site = articleSite(view), facts = articleFacts(view);
  const changed = make("p", { class: "lost", role: "status", hidden: true });
  const act = (text, press, more = {}) => button(text, press, { hidden: true, ...more });
  const changes = act("Ask for changes", () => attempt("ask for changes", view.dialogs.changes), { keyName: "R" });
  const approve = act("Approve", () => attempt(kind(), () => view.dialogs.approve(kind())), { "aria-describedby": `${view.panelId}-bar` });
  const live = act("Mark live…", () => attempt("mark live", view.dialogs.live));
  const withdraw = act("Take my approval back", () => attempt("withdraw approval", () => view.send({ type: "work", action: "withdraw approval", text_hash: view.desk().text_hash })));
  const submit = act("Send to review…", () => attempt("send", view.dialogs.submit));
  const start = act("Start review", () => attempt("open", () => view.send({ type: "work", action: "open" })));
  const why = say("span", "bars", "", { id: `${view.panelId}-bar` });
  const way = make("span", { class: "row way" }); // what can be done about a refusal

  /** The approval that this person can give; where none is open, the one that is missing: its refusal says what it waits for. */
  function kind() {
    const { may = {}, me = {}, approvals = [] } = view.desk();
    const mine = Object.keys(APPROVES).filter((action) => (me.roles || []).includes(APPROVES[action]));
    const stands = (action) => approvals.some((one) => one.stands && action.endsWith(one.kind));
    return mine.find((action) => !may[action]?.why) || mine.find((action) => !stands(action)) || mine[0] || "approve editorial";
  }

  /** A step that the table allows is taken; one that it bars says why, and offers the way on. */
  function attempt(action, step) {
    if (view.barred) return view.voice.tell(view.barred, "alert");
    const bar = view.desk().may?.[action];
    if (!bar) return view.voice.tell("This cannot be done here.", "alert");
    way.replaceChildren();
    if (!bar.why) return step();
    view.voice.tell(bar.why, "alert");
    const next = bar.why.startsWith("Not yet") ? (/claim/.test(bar.why) && !/to decide|outstanding/.test(bar.why) ? view.toClaims : view.nextToDecide()) : null;
    refused(bar.ask, next);
    return undefined;
  }

  function refused(ask, next = null) {
    way.replaceChildren(...[next ? button("Go to the next", () => next(), { className: "small" }) : null, ...askButtons(view, ask, () => way.replaceChildren())].filter(Boolean));
    way.querySelector("button")?.focus({ preventScroll: true });
  }

  function show(node, on) {
    if (!on && node === document.activeElement) el.focus({ preventScroll: true }); // what is hidden cannot keep focus
    node.hidden = !on;
  }

  const el = make("section", { class: "bar", "aria-label": "Article", tabindex: -1 }, facts.el, facts.risk,
    make("div", { class: "moves" }, make("div", { class: "row", role: "group", "aria-label": "Review" }, start, submit, changes, approve, live, withdraw, ...site.buttons), make("div", { class: "row under" }, why, way)));

  return {
    el, changed, strip: site.strip, refused, changes: () => (view.decides() ? changes.hidden || changes.click() : attempt("ask for changes", view.dialogs.changes)),
    paint() {
      const desk = view.desk(), { may = {} } = desk, has = Boolean(desk.may), bars = (action) => may[action]?.why || "";
      facts.paint(desk);
      show(changes, has && desk.state !== "With writer" && view.decides());
      changes.firstChild.textContent = view.fixes() ? `Ask for changes · ${view.fixes()}` : "Ask for changes";
      show(approve, has);
      approve.textContent = kind() === "approve medical" ? "Approve (medical)" : "Approve";
      for (const [node, action] of [[changes, "ask for changes"], [approve, kind()]]) {
        if (view.barred || bars(action)) node.setAttribute("aria-disabled", "true"); // it keeps the focus, and says why
        else node.removeAttribute("aria-disabled");
      }
      show(withdraw, has && !bars("withdraw approval"));
      show(live, has && desk.state === "Approved");
      show(submit, has && !bars("send"));
      show(start, has && !bars("open"));
      site.paint(show);
      why.textContent = has ? bars(kind()).replace(/; (then )?(an? |only ).*$/i, ".").replace(/^(.{0,120}).*$/su, "$1") : "";
      if (!bars(kind()) && way.querySelector("button")?.textContent === "Go to the next") way.replaceChildren();
      changed.hidden = !desk.changed;
      changed.textContent = desk.changed ? "The text was changed while it was open here. Go back and open it again to see it; your decisions are safe." : "";
      if (article.error) changed.hidden = true;
    },
  };
}

/** Title, state, draft, what changed since, signatures, risk with what is not known. */
function articleFacts(view) {
  const { article } = view, { meta, compared, since } = article;
  const state = make("span", { class: "row states" }), draft = say("span", "", ""), here = say("span", "peers-here", ""), signed = make("ul", { class: "signed", "aria-label": "Approvals" });
  const risk = make("b"), beside = make("span");
  const changes = compared && [compared.fixed && `${counted(compared.fixed, "finding")} fixed`, compared.new && `${compared.new} new`].filter(Boolean).join(", ");
  const facts = [`${article.words.toLocaleString("en")} words`, counted(article.claims.length, "claim"), compared && `Compared with draft ${compared.draft}: ${changes || "no finding came or went"}`].filter(Boolean);
  const last = since ? say("p", "clip since", `Since you last looked, ${since.on}: ${since.words}`, { title: since.words }) : null;

  function signature(one) {
    const words = `${one.kind === "medical" ? "Medical" : "Editorial"} approval: ${one.by}, ${day(one.on)}${one.second === "none" ? " · second person: none" : ""}${one.carried ? " · carried" : ""}`;
    return make("li", {}, one.stands ? say("span", "", words) : [make("s", { class: "iso" }, words), hidden(", no longer covers the text"), say("span", "muted", ` ${one.covers || "The text changed."}`)]);
  }

  return {
    el: make("div", { class: "clip" }, say("h1", "clip", article.title, { title: article.title }),
      make("div", { class: "row meta" }, state, draft, facts.map((fact) => say("span", "", fact)), here, say("span", "clip path", article.path, { title: article.path })), last, signed),
    risk: make("div", { class: "risk" }, risk, make("i", {}, `risk of 100${article.was !== null && article.was !== undefined && article.was !== article.risk ? `, was ${article.was}` : ""}`, make("br"), beside)),
    paint(desk) {
      state.replaceChildren(stateWord(desk.state || article.state), ...(desk.page && desk.page !== desk.state ? [stateWord(desk.page)] : []));
      const by = [meta.author && `by ${meta.author}`, meta.updated && day(meta.updated)].filter(Boolean).join(", ");
      draft.textContent = [desk.draft ? `Draft ${desk.draft}` : "", by].filter(Boolean).join(" ");
      risk.textContent = String(desk.risk ?? article.risk);
      risk.className = level(desk.risk ?? article.risk);
      const unknown = desk.unknowns ?? article.unknowns;
      beside.textContent = `${unknown} unknown`;
      const who = peersElsewhere(view);
      if (here.textContent !== who) here.textContent = who;
      signed.replaceChildren(...(desk.approvals || []).map(signature));
    },
  };
}
