// Why a finding is no problem: six reasons on six keys.

const REASONS = [
  ["wrong reading", "Wrong reading", true],
  ["quoted or denied", "Quoted or denied", true],
  ["source is given elsewhere", "Source is given elsewhere", false],
  ["right for this audience or country", "Right for this audience or country", false],
  ["agreed exception", "Agreed exception", false],
  ["other", "Other…", false],
];
const SHORTEST_NOTE = 10; // characters of "Other"
const ALONE = "In a newsroom of one, your second pass 24 hours later stands in for a second person. It is recorded as such.";

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
  const who = make("p", {}, ""), pair = make("div", { class: "own" }, who, make("div", { class: "row" }, sure));
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
    who.textContent = view.desk().alone ? ALONE : "A second person must agree before this error is dismissed.";
    sure.textContent = view.desk().alone ? "Propose" : view.dialogs.second("Ask");
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
