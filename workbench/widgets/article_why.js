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

/** `view` gives `current`, `finding`, `state`, `decide(action, reason, note)`, `undo()`, `step(n)`, `select`. */
function whyPanel(view) {
  const body = make("div", { class: "body", tabindex: 0, role: "region", "aria-label": "Explanation" });
  const title = make("span"), place = make("span", { class: "muted" });
  const spoken = make("div", { "aria-live": "polite" });
  const listButton = button("", () => view.sheet("list"), { className: "small only-narrow", "aria-label": "List of findings" });
  const steps = make("span", { class: "steps" }, button("", () => view.step(-1), { keyName: "K", className: "quiet", "aria-label": "Previous finding" }),
    button("", () => view.step(1), { keyName: "J", className: "quiet", "aria-label": "Next finding" }), make("span", { class: "muted small" }, "previous, next"));
  const header = make("header", {}, title, place, listButton, make("span", { class: "grow" }), steps);
  const fix = button("Ask for fix", () => view.decide("fix"), { keyName: "F", className: "primary" });
  const dismiss = button("Dismiss…", () => open(), { keyName: "D", "aria-haspopup": "dialog" });
  const undo = button("Undo", () => view.undo(), { keyName: "U" });
  const standing = make("p", { class: "standing iso" });
  const decide = make("section", { class: "decide", "aria-label": "Decision", tabindex: -1 },
    ...view.voice.nodes, standing, make("div", { class: "opts", role: "group", "aria-label": "Decision" }, fix, dismiss, undo));
  const reasons = reasonsDialog((reason, note) => view.decide("dismiss", reason, note));

  function open() {
    const finding = view.finding(view.current);
    if (finding && view.canDecide(finding.id)) reasons.open(finding, decide);
  }

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
    body, decide, dialog: reasons.dialog, open,
    /** Draws the finding that is chosen now. */
    paint() {
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
        state.reopened ? make("p", { class: "reopened iso" }, state.reopened) : null,
        finding.held_back ? make("p", { class: "reopened" }, "Held back: its context makes it harmless. It counts nowhere and needs no decision.") : null,
        quotation(finding), overlaps(finding.id),
        evidenceBox(finding.evidence, severity),
        make("dl", { class: "two" },
          pair("Why it matters", finding.why), pair("To put right", make("b", { class: "iso" }, finding.advice)),
          pair("Read as", [finding.read_as, ...cues]),
          pair("Rests on", [make("p", {}, "Check ", say("span", "mono", finding.check)), ...finding.rests_on, finding.reviewed])),
        finding.history.length ? make("ul", { class: "hist", "aria-label": "History of this finding" }, finding.history.map((event) => make("li", {}, make("time", {}, day(event.on)), say("span", "", event.who ? `${event.who}: ${event.what}` : event.what)))) : null,
      ].filter(Boolean));
      body.style.setProperty("--quote", `var(--wb-${finding.held_back ? "text-3" : severity})`);
      this.paintState();
    },
    /** Only what may be done now. */
    paintState() {
      const finding = view.finding(view.current);
      const open_ = finding && view.canDecide(finding.id), state = finding && view.state(finding.id);
      fix.hidden = dismiss.hidden = !open_;
      undo.hidden = !view.canUndo();
      standing.textContent = finding && !finding.held_back && !view.isOpen(finding.id) ? state.words : "";
      standing.hidden = !standing.textContent;
    },
  };
}

/** Six reasons on six keys; one key decides. Other asks for a sentence first. */
function reasonsDialog(decide) {
  const dialog = make("dialog", { class: "sheet reasons", "aria-labelledby": "wb-reasons" });
  const group = make("div", { role: "radiogroup", "aria-labelledby": "wb-reasons" });
  const note = make("textarea", { rows: 3, maxlength: 2000, "aria-label": "Why is this not a problem?", placeholder: "Say why, in ten characters or more" });
  const count = make("span", { class: "muted", role: "status" });
  const send = button("Dismiss", () => confirm(), { className: "primary" });
  const own = make("div", { class: "own" }, note, make("div", { class: "row" }, count, make("span", { class: "grow" }), send));
  const second = make("p", { class: "muted" }, "For an error, reasons 3 to 6 need a second person to agree.");
  const options = REASONS.map(([, words], index) => {
    const option = make("div", { role: "radio", class: "reason", tabindex: index ? -1 : 0, "aria-checked": "false", onclick: () => take(index) }, cap(String(index + 1)), make("span", {}, words));
    option.setAttribute("aria-keyshortcuts", String(index + 1));
    return option;
  });
  group.append(...options);
  dialog.append(make("h2", { id: "wb-reasons" }, "Why is this not a problem?"), group, own, second,
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
    if (own.hidden) {
      dialog.close();
      decide(REASONS[index][0], "");
    } else note.focus();
  }

  function confirm() {
    const text = note.value.trim();
    if (text.length < SHORTEST_NOTE) {
      count.textContent = `${counted(SHORTEST_NOTE - text.length, "character")} more`;
      return note.focus();
    }
    dialog.close();
    decide("other", text);
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
      own.hidden = true;
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
