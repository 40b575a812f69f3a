// Why a finding was made, always in the same order, and the decision about it.

const REASONS = [
  ["wrong reading", "Wrong reading", true],
  ["quoted or denied", "Quoted or denied", true],
  ["source is given elsewhere", "Source is given elsewhere", false],
  ["right for this audience or country", "Right for this audience or country", false],
  ["agreed exception", "Agreed exception", false],
  ["other", "Other…", false],
];
const SHORTEST_NOTE = 10;

// What may follow on what stands; the table of moves has the last word, and a refusal says who can.
const OFFERS = {
  open: ["fix", "dismiss", "accept", "ask"], changed: ["fix", "dismiss", "accept", "ask"],
  second: ["agree", "overrule", "fix"], accepting: ["agree", "overrule", "fix"],
  questioned: ["dismiss", "accept", "fix", "overrule"], contested: ["fix", "dismiss"], fix: ["withdraw", "contest"],
};
const PROPOSALS = ["second", "accepting", "questioned", "contested"]; // another person has to answer

/** `view` gives `current`, `finding`, `state`, `desk()`, `dialogs`, `decide(action, reason, note, more)`, `undo()`, `step(n)`, `select`, `barred`. */
function whyPanel(view) {
  const body = make("div", { class: "body", tabindex: 0, role: "region", "aria-label": "Explanation" });
  const title = make("span"), place = make("span", { class: "muted" });
  const spoken = make("div", { "aria-live": "polite" }), first = make("div"), extra = make("div"); // `first`: what another person said
  const listButton = button("", () => view.sheet("list"), { className: "small only-narrow", "aria-label": "List of findings" });
  const steps = make("span", { class: "steps" }, button("", () => view.step(-1), { keyName: "K", className: "quiet", "aria-label": "Previous finding" }),
    button("", () => view.step(1), { keyName: "J", className: "quiet", "aria-label": "Next finding" }), make("span", { class: "muted small" }, "previous, next"));
  const header = make("header", {}, title, place, listButton, make("span", { class: "grow" }), steps);
  const off = view.barred ? { "aria-disabled": "true", "aria-describedby": `${view.panelId}-barred` } : {}; // they keep the focus, and say why
  const buttons = {
    fix: button("Ask for fix", () => take("fix"), { keyName: "F", className: "primary", ...off }),
    dismiss: button("Dismiss…", () => take("dismiss"), { keyName: "D", "aria-haspopup": "dialog", ...off }),
    accept: button("Accept…", () => take("accept"), { keyName: "A", "aria-haspopup": "dialog", ...off }),
    ask: button("2nd opinion…", () => take("ask"), { keyName: "S", "aria-haspopup": "dialog", ...off }),
    agree: button("Agree", () => take("agree"), { keyName: "Y", className: "primary", ...off }),
    overrule: button("Overrule", () => take("overrule"), { keyName: "N", ...off }),
    withdraw: button("Withdraw request", () => take("withdraw"), { keyName: "N", ...off }),
    contest: button("Contest…", () => take("contest"), { "aria-haspopup": "dialog", ...off }),
  };
  const undo = button("Undo", () => view.undo(), { keyName: "U" });
  const standing = make("p", { class: "standing iso" });
  const reading = view.barred ? say("p", "barred", view.barred, { id: `${view.panelId}-barred` }) : null;
  const words = make("textarea", { rows: 1, maxlength: 2000, "aria-label": "Message to the writer about this finding", placeholder: "Message to the writer" });
  const note = make("label", { class: "note", hidden: true }, words, cap("M"));
  const way = make("div", { class: "row way" }); // who can do what was refused
  const decide = make("section", { class: "decide", "aria-label": "Decision", tabindex: -1 },
    ...view.voice.nodes, way, standing, reading, note, make("div", { class: "opts", role: "group", "aria-label": "Decision" }, ...Object.values(buttons), undo));
  const reasons = reasonsDialog(view, (reason, text, id) => view.decide("dismiss", reason, text, {}, id));

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

  function offered(finding) {
    if (!finding || finding.held_back) return [];
    const { state } = view.state(finding.id), { me, alone } = view.desk();
    const all = OFFERS[state] || [];
    if (!me) return ["open", "changed", "second"].includes(state) ? ["fix", "dismiss"] : []; // a store that only decides
    const mine = view.desk().decisions?.[finding.fingerprint]?.by === me.id;
    if (PROPOSALS.includes(state) && mine && !alone) return [];
    const writer = me.roles.includes("writer") && view.desk().mine;
    const desk = me.roles.some((role) => ["editor", "medical reviewer"].includes(role));
    return all.filter((action) => (action === "contest" ? writer : action === "accept" ? finding.severity !== "note" : desk || !writer || action === "fix"));
  }

  function take(action) {
    if (view.barred) return view.voice.tell(view.barred, "alert");
    const finding = view.finding(view.current);
    if (!finding) return false;
    const can = offered(finding), { state } = view.state(finding.id);
    if (!can.includes(action)) {
      if (action === "accept" && finding.severity === "note" && can.includes("dismiss")) view.voice.tell("A note is no risk to accept. You can dismiss it (D).", "alert");
      return false;
    }
    if (action === "dismiss") return reasons.open(finding, decide);
    if (action === "accept") return view.dialogs.accept(finding);
    if (action === "ask") return view.dialogs.ask(finding);
    if (action === "contest") return view.dialogs.contest(finding);
    if (action === "fix" && state === "contested") return view.dialogs.again(finding);
    return view.decide(action);
  }

  /** Whether this person can answer what another one proposed, asked or contested. */
  function toAnswer(finding) {
    const { state } = view.state(finding.id), { me, decisions = {} } = view.desk();
    if (!me || !PROPOSALS.includes(state) || !offered(finding).length) return false;
    const medical = me.roles.includes("medical reviewer");
    return medical || (state === "contested" ? me.roles.includes("editor") : state !== "questioned" && byMedical(decisions[finding.fingerprint]));
  }

  const byMedical = (one) => view.desk().people?.some((other) => other.id === one?.by && other.roles.includes("medical reviewer")) && view.desk().me.roles.includes("editor");

  function quotation(finding) {
    if (finding.whole || !(finding.text || finding.sentence)) return make("p", { class: "quote whole" }, "Whole article");
    const { before, match, after } = around(finding.sentence, view.words(finding.id), 160);
    return make("p", { class: "quote iso" }, "“", before, make("b", {}, match || finding.sentence), after, "”");
  }

  function overlaps(id) {
    const others = view.others(id);
    if (!others.length) return null;
    return make("p", { class: "also" }, `${others.length} more on this text: `, others.map((other) => {
      const finding = view.finding(other);
      return button(`${other} ${finding.title}`, () => view.select(other, "why"), { className: "quiet small link" });
    }));
  }

  function uses(finding) {
    const all = view.uses(finding.id);
    if (all.length < 2 || !view.desk().me) return null;
    const both = button("Decide together", () => both.setAttribute("aria-pressed", String(view.together(finding.id))), { className: "small", "aria-pressed": "false" });
    return make("div", { class: "same" }, make("span", {}, `One cause, ${all.length} uses: `, all.filter((id) => id !== finding.id).slice(0, 8).map((id) => button(String(id), () => view.select(id, "why"), { className: "quiet small link", "aria-label": `Finding ${id}` }))), both);
  }

  function sameReason(finding) {
    const before = view.desk().decisions?.[finding.fingerprint];
    if (before?.decision !== "dismissed" || view.barred) return null;
    return make("div", { class: "row" }, button("Same reason", () => view.decide("dismiss", before.reason, before.note), { className: "small" }), button("Decide anew", () => take("dismiss"), { className: "small" }));
  }

  /** What the first of two people said, in sight of the second. */
  function views(finding, state) {
    const first = view.desk().decisions?.[finding.fingerprint];
    if (!first || !PROPOSALS.includes(state.state)) return null;
    const asks = { questioned: "asks", contested: "contests", second: "proposes to dismiss", accepting: `proposes to accept until ${day(first.until)}` }[state.state];
    const waits = !offered(finding).length && state.state !== "contested" ? say("span", "muted", `Another person has to answer${view.dialogs.others("medical reviewer").length ? `: ${view.dialogs.others("medical reviewer").map((one) => one.name).join(" or ")}` : ""}.`) : null;
    return make("div", { class: "view-of" }, say("span", "muted", `${first.name} ${asks}, ${day(first.on)}`), say("span", "", [first.reason, first.note].filter(Boolean).join(" – ")), waits);
  }

  function talk(finding) {
    const said = (view.desk().messages || []).filter((one) => one.fingerprint === finding.fingerprint);
    return said.length ? make("ul", { class: "hist", "aria-label": "Messages about this finding" }, said.map((one) => make("li", {}, make("time", {}, day(one.on)), say("span", "", `${one.by}: “${one.text}”`)))) : null;
  }

  function past(finding) {
    const late = (view.desk().history || []).filter((one) => one.fingerprint === finding.fingerprint);
    const all = [...finding.history, ...late].filter((one) => one.event !== "message");
    return all.length ? make("ul", { class: "hist", "aria-label": "History of this finding" }, all.map((event) => make("li", {}, make("time", {}, day(event.on)), say("span", "", `${event.who ? `${event.who}: ` : ""}${event.what}${event.note ? ` “${event.note}”` : ""}`)))) : null;
  }

  function pair(term, ...texts) {
    const shown = texts.flat().filter(Boolean);
    return shown.length ? [make("dt", {}, term), make("dd", {}, shown.map((text) => (typeof text === "string" ? say("p", "", text) : text)))] : [];
  }

  function headline(finding) {
    // A long message gives its first clause to the headline; where that is long too, the check's title stands there.
    if (finding.message.length <= 80) return [say("h3", "", finding.message)];
    const parts = /^(.{9,77}[\p{L}\d%”)]{3})[.:]\s+(.+)$/su.exec(finding.message);
    const [head, rest] = parts ? [parts[1], parts[2].charAt(0).toUpperCase() + parts[2].slice(1)] : [finding.title, finding.message];
    return [say("h3", "", head), say("p", "lede", rest)];
  }

  return {
    el: make("section", { class: "why", "aria-label": "Why this was found", id: view.panelId, tabindex: -1 }, header, body, decide),
    body, decide, dialog: reasons.dialog, take, offered, toAnswer,
    /** After a refusal: the people it names by their role can be asked; the article is then theirs. */
    refused(text) {
      const roles = ["medical reviewer", "editor"].filter((role) => text.includes(role) && !(view.desk().me?.roles || []).includes(role));
      const able = roles.length ? view.dialogs.others(roles[0]).slice(0, 2) : [];
      way.replaceChildren(...able.map(({ id, name }) => button(`Ask ${name}`, () => { way.replaceChildren(); view.send({ type: "hand", names: [view.article.name], to: id }); view.focusList(); }, { className: "small" })));
    },
    write() { if (!note.hidden) words.focus({ preventScroll: true }); },
    /** Draws the finding that is chosen now. */
    paint() {
      way.replaceChildren();
      const finding = view.finding(view.current);
      body.scrollTop = 0;
      steps.hidden = listButton.hidden = !finding;
      if (!finding) return body.replaceChildren(), view.idle(body), this.paintState();
      const severity = key(finding.severity);
      title.className = `sev ${finding.held_back ? "held" : severity} strong`;
      title.textContent = finding.held_back ? "Held back" : SEVERITY_WORDS[severity];
      place.textContent = `Finding ${finding.id} of ${view.total(finding)}`;
      listButton.textContent = `${finding.id} of ${view.total(finding)}`;
      spoken.replaceChildren(...headline(finding).filter(Boolean));
      const cues = finding.context.map((item) => `${item.flag.replaceAll("-", " ")}: “${item.cue}”`);
      const state = view.state(finding.id);
      body.replaceChildren(...[
        spoken,
        make("div", { class: "facts" }, make("span", {}, `${finding.confidence.charAt(0).toUpperCase()}${finding.confidence.slice(1)} confidence`), say("span", "", finding.measured)),
        state.reopened ? make("div", { class: "reopened iso" }, state.reopened, sameReason(finding)) : null,
        finding.held_back ? make("p", { class: "reopened" }, "Held back: its context makes it harmless. It counts nowhere and needs no decision.") : null,
        quotation(finding), first, overlaps(finding.id), uses(finding),
        evidenceBox(finding.evidence, severity),
        make("dl", { class: "two" },
          pair("Why it matters", finding.why), pair("To put right", make("b", { class: "iso" }, finding.advice)),
          pair("Read as", [finding.read_as, ...cues]),
          pair("Rests on", [make("p", {}, "Check ", say("span", "mono", finding.check)), ...finding.rests_on, finding.reviewed])),
        extra,
      ].filter(Boolean));
      body.style.setProperty("--quote", `var(--wb-${finding.held_back ? "text-3" : severity})`);
      this.paintState();
    },
    /** Only what may be done now, and what was said and done meanwhile. */
    paintState() {
      const finding = view.finding(view.current), can = offered(finding), state = finding && view.state(finding.id);
      const shown = (node, on) => {
        if (!on && node === document.activeElement) decide.focus({ preventScroll: true });
        node.hidden = !on;
      };
      for (const [action, node] of Object.entries(buttons)) shown(node, can.includes(action));
      buttons.fix.classList.toggle("primary", !can.includes("agree"));
      buttons.fix.firstChild.textContent = state?.state === "contested" ? "Ask for fix again…" : "Ask for fix";
      shown(undo, view.canUndo());
      note.hidden = !view.desk().me || Boolean(view.barred);
      const undecided = finding && ["open", "changed"].includes(state.state);
      standing.textContent = finding && !finding.held_back && !undecided ? state.words : "";
      standing.hidden = !standing.textContent;
      if (!finding) return;
      first.replaceChildren(...[views(finding, state)].filter(Boolean));
      extra.replaceChildren(...[talk(finding), past(finding)].filter(Boolean));
    },
  };
}

/** Six reasons on six keys; one key decides. Other asks for a sentence first, a second person is named before one is needed. */
function reasonsDialog(view, decide) {
  const dialog = make("dialog", { class: "sheet reasons", "aria-labelledby": "wb-reasons" });
  const group = make("div", { role: "radiogroup", "aria-labelledby": "wb-reasons" });
  const note = make("textarea", { rows: 3, maxlength: 2000, "aria-label": "Why is this not a problem?", placeholder: "Say why, in ten characters or more" });
  const count = make("span", { class: "muted", role: "status" });
  const send = button("Dismiss", () => confirm(), { className: "primary" });
  const own = make("div", { class: "own" }, note, make("div", { class: "row" }, count, make("span", { class: "grow" }), send));
  const second = make("p", { class: "muted" }, "For an error, reasons 3 to 6 need a second person to agree.");
  const sure = button("", () => finish(), { className: "primary" });
  const pair = make("div", { class: "own" }, make("p", {}, "A second person must agree before this error is dismissed."), make("div", { class: "row" }, sure));
  let error = false, chosen = ["", ""], about = null;
  const options = REASONS.map(([, words], index) => {
    const option = make("div", { role: "radio", class: "reason", tabindex: index ? -1 : 0, "aria-checked": "false", onclick: () => take(index) }, cap(String(index + 1)), make("span", {}, words));
    option.setAttribute("aria-keyshortcuts", String(index + 1));
    return option;
  });
  group.append(...options);
  dialog.append(make("h2", { id: "wb-reasons" }, "Why is this not a problem?"), group, own, second, pair,
    make("div", { class: "row end" }, button("Cancel", () => dialog.close(), { keyName: "Esc", className: "small" })));

  function mark(index) {
    options.forEach((option, at) => {
      option.setAttribute("aria-checked", String(at === index));
      option.tabIndex = at === index || (index < 0 && at === 0) ? 0 : -1;
    });
  }

  function take(index) {
    mark(index);
    own.hidden = index !== REASONS.length - 1;
    pair.hidden = true;
    if (own.hidden) settle(REASONS[index][0], "", REASONS[index][2]);
    else note.focus();
  }

  /** Decides at once, or names the second person that an error needs first. */
  function settle(reason, text, alone) {
    chosen = [reason, text];
    if (!error || alone) return finish();
    pair.hidden = false;
    second.hidden = true;
    sure.textContent = view.dialogs.second("Ask");
    return sure.focus();
  }

  function finish() {
    dialog.close();
    decide(...chosen, about);
  }

  function confirm() {
    const text = note.value.trim();
    if (text.length < SHORTEST_NOTE) {
      count.textContent = `${counted(SHORTEST_NOTE - text.length, "character")} more`;
      return note.focus();
    }
    settle("other", text, false);
  }

  note.addEventListener("input", () => {
    const missing = SHORTEST_NOTE - note.value.trim().length;
    count.textContent = missing > 0 ? `${counted(missing, "character")} more` : "";
    send.setAttribute("aria-disabled", String(missing > 0));
  });
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target === note) {
      if (event.key === "Enter" && !event.shiftKey) event.preventDefault(), confirm();
      return;
    }
    const at = options.indexOf(document.activeElement);
    if (/^[1-6]$/.test(event.key)) event.preventDefault(), take(Number(event.key) - 1);
    else if (["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"].includes(event.key) && at >= 0) {
      event.preventDefault();
      const next = (at + (/Down|Right/.test(event.key) ? 1 : -1) + options.length) % options.length;
      mark(next);
      options[next].focus();
    } else if (["Enter", " "].includes(event.key) && at >= 0) event.preventDefault(), take(at);
  });

  return {
    dialog,
    open(finding, anchor) {
      note.value = count.textContent = "";
      own.hidden = pair.hidden = true;
      about = finding.id;
      error = finding.severity === "error" && view.state(finding.id).state !== "contested";
      send.setAttribute("aria-disabled", "true");
      second.hidden = finding.severity !== "error";
      mark(-1);
      const box = anchor.getBoundingClientRect();
      dialog.style.setProperty("--left", `${box.left + 12}px`);
      dialog.style.setProperty("--width", `${Math.min(452, box.width - 24)}px`);
      dialog.style.setProperty("--bottom", `${Math.max(8, innerHeight - box.bottom + 12)}px`);
      show(dialog);
      options[0].focus();
    },
  };
}
