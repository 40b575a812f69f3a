// Why a finding was made, always in the same order, and the decision about it.

// What may follow on what stands; the table of moves has the last word, and a refusal says who can.
const OFFERS = {
  open: ["fix", "dismiss", "accept", "ask"], changed: ["fix", "dismiss", "accept", "ask"],
  second: ["agree", "overrule", "fix"], accepting: ["agree", "overrule", "fix"],
  questioned: ["dismiss", "accept", "fix", "overrule"], contested: ["fix", "dismiss"], fix: ["withdraw", "contest"],
};

const NOT_MINE = "An editor or a medical reviewer decides about findings. You can write to them here (M).";

/** The explanation and the decision. Answers { el, body, decide, dialog, take, offered, toAnswer, refused, both, write, paint, paintState }. */
function whyPanel(view) {
  const body = make("div", { class: "body", tabindex: 0, role: "region", "aria-label": "Explanation" });
  const spoken = make("div", { "aria-live": "polite" }), first = make("div"), extra = make("div"); // `first`: what another person said
  const head = whyHeader(view), buttons = whyButtons(view, take, judge);
  const undo = button("Undo", () => view.undo(), { keyName: "U" });
  const unmark = button("Take back", () => view.unmark("finding", view.finding(view.current).fingerprint), { title: "You added this by hand" });
  const standing = make("p", { class: "standing iso" }), peers = make("p", { class: "peers", role: "status" });
  const reading = view.barred ? say("p", "barred", view.barred, { id: `${view.panelId}-barred` }) : null;
  const way = make("div", { class: "row way" }); // who can do what was refused
  const note = noteField(view), duty = say("p", "duty muted", NOT_MINE, { hidden: true });
  const decide = make("section", { class: "decide", "aria-label": "Decision", tabindex: -1 },
    ...view.voice.nodes, peers, way, standing, reading, duty, note.el, make("div", { class: "opts", role: "group", "aria-label": "Decision" }, ...Object.values(buttons), unmark, undo));
  const reasons = reasonsDialog(view, (reason, text, id) => view.decide("dismiss", reason, text, {}, id));

  function offered(finding) {
    if (!finding || finding.held_back) return [];
    const { state } = view.state(finding.id), { me, alone } = view.desk();
    const all = OFFERS[state] || [];
    if (!me) return ["open", "changed", "second"].includes(state) ? ["fix", "dismiss"] : []; // a store that only decides
    const mine = view.desk().decisions?.[finding.fingerprint]?.by === me.id;
    if (WAITS.includes(state) && mine && !alone) return [];
    const contests = view.desk().mine && me.roles.includes("writer");
    if (!view.decides()) return all.filter((action) => action === "contest" && contests);
    const may = { contest: contests, accept: finding.severity !== "note" };
    return all.filter((action) => may[action] ?? true);
  }

  function take(action) {
    if (view.barred) return view.voice.tell(view.barred, "alert");
    const finding = view.finding(view.current);
    if (!finding) return false;
    const can = offered(finding), { state } = view.state(finding.id);
    if (!can.includes(action)) {
      if (!view.decides() && action !== "contest") view.voice.tell(NOT_MINE, "alert");
      else if (action === "accept" && finding.severity === "note" && can.includes("dismiss")) view.voice.tell("A note is no risk to accept. You can dismiss it (D).", "alert");
      return false;
    }
    if (action === "dismiss") return reasons.open(finding, decide);
    if (action === "accept") return view.dialogs.accept(finding);
    if (action === "ask") return view.dialogs.ask(finding);
    if (action === "contest") return view.dialogs.contest(finding);
    if (action === "fix" && state === "contested") return view.dialogs.again(finding);
    return view.decide(action);
  }

  function judge(action) { return view.judge(action); }

  /** Whether this person can answer what another one proposed, asked or contested. */
  function toAnswer(finding) {
    const { state } = view.state(finding.id), { me, decisions = {} } = view.desk();
    if (!me || !WAITS.includes(state) || !offered(finding).length) return false;
    const medical = me.roles.includes("medical reviewer");
    return medical || (state === "contested" ? me.roles.includes("editor") : state !== "questioned" && byMedical(decisions[finding.fingerprint]));
  }

  const byMedical = (one) => view.desk().people?.some((other) => other.id === one?.by && other.roles.includes("medical reviewer")) && view.desk().me.roles.includes("editor");

  const undecidedHere = (finding, state) => Boolean(finding) && !finding.held_back && TO_DECIDE.includes(state.state);

  /** Whether this person added it by hand and may still take it back. */
  function marked(finding) {
    const bar = (view.desk().marked || {})[finding.fingerprint];
    return Boolean(bar?.mine) && !bar.why && TO_DECIDE.includes(view.state(finding.id).state);
  }

  function shown(node, on) {
    if (!on && node === document.activeElement) decide.focus({ preventScroll: true });
    node.hidden = !on;
  }

  return {
    el: make("section", { class: "why", "aria-label": "Why this was found", id: view.panelId, tabindex: -1 }, head.el, body, decide),
    body, decide, dialog: reasons.dialog, take, offered, toAnswer,
    /** After a refusal: the people who could can be asked; the article is then theirs. */
    refused(ask) { way.replaceChildren(...askButtons(view, ask, () => way.replaceChildren())); },
    /** Somebody decided first. */
    both(theirs, mine) {
      const end = () => first.replaceChildren();
      first.replaceChildren(bothDecisions(theirs, mine, {
        keep: () => { end(); view.voice.tell("The first decision stands."); view.focusList(); },
        redo: () => { end(); const { request, seen, ...again } = mine; view.done.push({ fingerprint: mine.fingerprint }); view.outgoing.put(again); view.focusList(); },
      }));
      first.querySelector("button").focus({ preventScroll: true });
    },
    write() { if (!note.el.hidden) note.words.focus({ preventScroll: true }); },
    /** Draws the finding that is chosen now. */
    paint() {
      way.replaceChildren();
      first.replaceChildren();
      const finding = view.finding(view.current);
      body.scrollTop = 0;
      head.paint(finding);
      if (!finding) return body.replaceChildren(), view.idle(body), this.paintState();
      spoken.replaceChildren(...whyHeadline(finding).filter(Boolean));
      body.replaceChildren(...whyBody(view, finding, { spoken, first, extra, anew: () => take("dismiss") }));
      body.style.setProperty("--quote", `var(--wb-${finding.held_back ? "text-3" : key(finding.severity)})`);
      this.paintState();
    },
    /** Only what may be done now, and what was said and done meanwhile. */
    paintState() {
      const finding = view.finding(view.current), can = offered(finding), state = finding && view.state(finding.id), verdict = finding?.held_back ? view.verdict(finding.id) : "";
      for (const [action, node] of Object.entries(buttons)) shown(node, can.includes(action) || (["harmless", "counts"].includes(action) && verdict === "held back"));
      buttons.fix.classList.toggle("primary", !can.includes("agree"));
      buttons.fix.firstChild.textContent = state?.state === "contested" ? "Ask for fix again…" : "Ask for fix";
      shown(undo, finding?.held_back ? ["harmless", "should count"].includes(verdict) && !view.barred : view.canUndo());
      shown(unmark, Boolean(finding) && marked(finding) && !view.barred);
      duty.hidden = view.decides() || !undecidedHere(finding, state);
      note.el.hidden = !view.desk().me || Boolean(view.barred) || Boolean(finding?.held_back);
      const undecided = finding && TO_DECIDE.includes(state.state);
      standing.textContent = verdict ? VERDICTS[verdict] || "" : finding && !finding.held_back && !undecided ? state.words : "";
      standing.hidden = !standing.textContent;
      const again = verdict === "should count" && !view.barred && !way.children.length;
      if (again) way.append(button("Add it as a finding…", () => view.marking.asFinding(view.finding(view.current)), { className: "small", "aria-haspopup": "dialog" }));
      if (peers.textContent !== peersLine(view, finding)) peers.textContent = peersLine(view, finding);
      if (!finding) return;
      if (!first.querySelector(".both")) first.replaceChildren(...[whyViews(view, finding, state)].filter(Boolean));
      extra.replaceChildren(...[whyTalk(view, finding), whyPast(view, finding)].filter(Boolean));
    },
  };
}

/** "Warning · Finding 5 of 12", and the steps to the neighbours. */
function whyHeader(view) {
  const title = make("span"), place = make("span", { class: "muted" });
  const listButton = button("", () => view.sheet("list"), { className: "small only-narrow", "aria-label": "List of findings" });
  const steps = make("span", { class: "steps" }, button("", () => view.step(-1), { keyName: "K", className: "quiet", "aria-label": "Previous finding" }),
    button("", () => view.step(1), { keyName: "J", className: "quiet", "aria-label": "Next finding" }), make("span", { class: "muted small" }, "previous, next"));
  return {
    el: make("header", {}, title, place, listButton, make("span", { class: "grow" }), steps),
    paint(finding) {
      steps.hidden = listButton.hidden = !finding;
      if (!finding) return;
      title.className = `sev ${finding.held_back ? "held" : key(finding.severity)} strong`;
      title.textContent = finding.held_back ? "Held back" : SEVERITY_WORDS[key(finding.severity)];
      place.textContent = `Finding ${finding.id} of ${view.total(finding)}`;
      listButton.textContent = `${finding.id} of ${view.total(finding)}`;
    },
  };
}

function whyButtons(view, take, judge) {
  const off = view.barred ? { "aria-disabled": "true", "aria-describedby": `${view.panelId}-barred` } : {}; // they keep the focus, and say why
  const dialog = { "aria-haspopup": "dialog", ...off };
  return {
    fix: button("Ask for fix", () => take("fix"), { keyName: "F", className: "primary", ...off }),
    dismiss: button("Dismiss…", () => take("dismiss"), { keyName: "D", ...dialog }),
    accept: button("Accept…", () => take("accept"), { keyName: "A", ...dialog }),
    ask: button("2nd opinion…", () => take("ask"), { keyName: "S", ...dialog }),
    agree: button("Agree", () => take("agree"), { keyName: "Y", className: "primary", ...off }),
    overrule: button("Overrule", () => take("overrule"), { keyName: "N", ...off }),
    withdraw: button("Withdraw request", () => take("withdraw"), { keyName: "N", ...off }),
    contest: button("Contest…", () => take("contest"), dialog),
    harmless: button("Harmless", () => judge("harmless"), { keyName: "Y", ...off }),
    counts: button("It is a problem", () => judge("counts"), { keyName: "N", ...off }),
  };
}

function noteField(view) {
  const to = `Message to the ${view.decides() ? "writer" : "editors"}`;
  const words = make("textarea", { rows: 1, maxlength: 2000, "aria-label": `${to} about this finding`, placeholder: to });
  words.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return void (event.preventDefault(), event.stopPropagation(), view.focusList());
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const text = words.value.trim();
    if (!text) return;
    const finding = view.finding(view.current);
    view.send({ type: "say", text, fingerprint: finding ? finding.fingerprint : "" });
    words.value = "";
    view.focusList();
  });
  return { words, el: make("label", { class: "note", hidden: true }, words, cap("M")) };
}

/** Everything about a finding, in the order that people know. */
function whyBody(view, finding, { spoken, first, extra, anew }) {
  const cues = finding.context.map((item) => `${item.flag.replaceAll("-", " ")}: “${item.cue}”`), state = view.state(finding.id);
  return [
    spoken,
    whyFacts(view, finding),
    state.reopened ? make("div", { class: "reopened iso" }, state.reopened, whyAgain(view, finding, anew)) : null,
    finding.held_back ? make("p", { class: "reopened" }, `Held back: its context makes it harmless. It counts nowhere and needs no decision.${view.verdict(finding.id) ? " You are asked whether that is right." : ""}`) : null,
    whyQuotation(view, finding), first, whyOverlaps(view, finding.id), whyUses(view, finding),
    evidenceBox(view, finding),
    make("dl", { class: "two" },
      termPair(byHand(finding) ? "Found by" : "Why it matters", finding.why), termPair("To put right", finding.advice ? make("b", { class: "iso" }, finding.advice) : ""),
      byHand(finding) ? null : [termPair("Read as", [finding.read_as, ...cues]), termPair("Rests on", [make("p", {}, "Check ", say("span", "mono", finding.check)), ...finding.rests_on, finding.reviewed])]),
    extra,
  ].flat().filter(Boolean);
}

/** Buttons that give the article to people who can do what was refused; who hands nothing out reads their names. */
function askButtons(view, ask, done) {
  if (view.desk().hands === false) return ask.length ? [say("span", "muted", `${ask.slice(0, 2).map(({ name }) => name).join(" or ")} can.`)] : [];
  return ask.slice(0, 2).map(({ id, name }) => button(`Ask ${name}`, () => { done(); view.send({ type: "hand", names: [view.article.name], to: id }); view.focusList(); }, { className: "small" }));
}

