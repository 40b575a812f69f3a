// The head of an article: where its review stands, who signed what, and the steps that end or move it.

const APPROVES = { "approve editorial": "editor", "approve medical": "medical reviewer" };
const ON_SITE = ["published", "expired", "inherited"];

/** `view` gives `article`, `desk()`, `dialogs`, `send(message)`, `voice`, `barred`, `nextToDecide()`, `toClaims()`, `edges()`. */
function articleBar(view) {
  const { article } = view, { meta } = article;
  const state = make("span", { class: "row states" }), risk = make("b"), unknown = make("span"), signed = make("ul", { class: "signed", "aria-label": "Approvals" });
  const changed = make("p", { class: "lost", role: "status", hidden: true });
  const facts = [`${article.words.toLocaleString("en")} words`, counted(article.claims.length, "claim"), meta.author && `by ${meta.author}`, meta.updated && day(meta.updated), article.path].filter(Boolean);
  const act = (text, press, more = {}) => button(text, press, { hidden: true, ...more });
  const changes = act("Ask for changes", () => attempt("ask for changes", view.dialogs.changes), { keyName: "R" });
  const approve = act("Approve", () => attempt(kind(), () => view.dialogs.approve(kind())), { "aria-describedby": `${view.panelId}-bar` });
  const live = act("Mark live…", () => attempt("mark live", view.dialogs.live));
  const withdraw = act("Take my approval back", () => attempt("withdraw approval", () => view.send({ type: "work", action: "withdraw approval", text_hash: view.desk().text_hash })));
  const submit = act("Send to review…", () => attempt("send", view.dialogs.submit));
  const start = act("Start review", () => attempt("open", () => view.send({ type: "work", action: "open" })));
  const hold = act("Hold…", () => page(view.dialogs.hold));
  const back = act("Put back", () => page(() => view.send({ type: "page", action: "put back" })));
  const agree = act("Agree to put back", () => page(() => view.send({ type: "page", action: "agree" })));
  const keep = act("Keep on hold", () => page(() => view.send({ type: "page", action: "overrule" })));
  const why = say("span", "bars", "", { id: `${view.panelId}-bar` });
  const way = make("span", { class: "row way" }); // what can be done about a refusal

  function kind() {
    const { may = {}, me = {} } = view.desk();
    const mine = Object.keys(APPROVES).filter((action) => (me.roles || []).includes(APPROVES[action]));
    return mine.find((action) => !may[action]?.why) || mine[0] || "approve editorial";
  }

  function page(step) {
    if (view.barred) return view.voice.tell(view.barred, "alert");
    return step();
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
    if (next) way.append(button("Go to the next", () => next(), { className: "small" }));
    for (const { id, name } of bar.ask.slice(0, 2)) way.append(button(`Ask ${name}`, () => { way.replaceChildren(); view.send({ type: "hand", names: [article.name], to: id }); }, { className: "small" }));
    way.querySelector("button")?.focus({ preventScroll: true });
    return undefined;
  }

  function signature(one) {
    const words = `${one.kind === "medical" ? "Medical" : "Editorial"} approval: ${one.by}, ${day(one.on)}${one.second === "none" ? " · second person: none" : ""}${one.carried ? " · carried" : ""}`;
    return make("li", {}, one.stands ? say("span", "", words) : [make("s", { class: "iso" }, words), hidden(", no longer covers the text"), say("span", "muted", ` ${one.covers || "The text changed."}`)]);
  }

  function show(node, on) {
    if (!on && node === document.activeElement) el.focus({ preventScroll: true }); // what is hidden cannot keep focus
    node.hidden = !on;
  }

  const el = make("section", { class: "bar", "aria-label": "Article", tabindex: -1 },
    make("div", { class: "clip" }, say("h1", "clip", article.title, { title: article.title }),
      make("div", { class: "row meta" }, state, facts.map((fact) => say("span", "", fact))), signed),
    make("div", { class: "risk" }, risk, make("i", {}, "risk of 100", make("br"), unknown)),
    make("div", { class: "moves" }, make("div", { class: "row", role: "group", "aria-label": "Review" }, start, submit, changes, approve, live, withdraw, hold, back, agree, keep), make("div", { class: "row under" }, why, way)));

  return {
    el, changed, changes: () => changes.hidden || changes.click(),
    paint() {
      const desk = view.desk(), { may = {}, live: place } = desk, has = Boolean(desk.may);
      const bars = (action) => may[action]?.why || "";
      state.replaceChildren(stateWord(desk.state || article.state), ...(desk.page && desk.page !== desk.state ? [stateWord(desk.page)] : []));
      risk.textContent = String(desk.risk ?? article.risk);
      risk.className = level(desk.risk ?? article.risk);
      unknown.textContent = `${desk.unknowns ?? article.unknowns} unknown`;
      signed.replaceChildren(...(desk.approvals || []).map(signature));
      show(changes, has && desk.state !== "With writer");
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
      const decides = (desk.me?.roles || []).some((role) => ["editor", "medical reviewer"].includes(role));
      show(hold, has && decides && ON_SITE.includes(place));
      show(back, has && decides && place === "held");
      show(agree, has && decides && place === "putting back");
      show(keep, has && decides && place === "putting back");
      why.textContent = has ? bars(kind()).replace(/; (then )?(an? |only ).*$/i, ".").replace(/^(.{0,120}).*$/su, "$1") : "";
      way.replaceChildren(...(bars(kind()) ? way.children : []));
      changed.hidden = !desk.changed;
      changed.textContent = desk.changed ? "The text was changed while it was open here. Go back and open it again to see it; your decisions are safe." : "";
    },
  };
}
