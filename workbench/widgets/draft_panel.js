// The panel beside a draft: may it go to review, what is needed, what was found, and the way to review.

const DRAFT_KEYS = [
  [["F8", "⇧F8"], "Next problem, previous problem"],
  [["Alt R"], "Replace the chosen word"],
  [["Alt I"], "Insert the next missing statement"],
  [["J", "K"], "Next finding, previous finding, in the list"],
  [["⏎"], "Choose a finding, close it again"],
  [["T"], "Go to the words of the chosen finding"],
  [["S"], "Send to review"],
  [["F6", "⇧F6"], "Next region, previous region"],
  [["Esc"], "From the text to the list; twice leaves"],
  [["?"], "These keys"],
];
const FEWEST = 8; // claims without a source that stand open

/** `view` is what the rows ask (see draft_rows.js), with `send()`, `restart()`, `openKeys`, `voice`, `local`. */
function draftPanel(view) {
  const title = make("h1"), counts = make("div", { class: "row counts" }), when = make("span", { class: "muted when" });
  const trouble = make("div", { class: "trouble", hidden: true }), quiet = say("p", "silence", "");
  const needed = sectionOf("need"), found = sectionOf("findings"), reading = sectionOf("reading"), claims = sectionOf("claims"), unchecked = sectionOf("unchecked");
  const mid = make("div", { class: "mid" }, needed.el, found.el, reading.el, claims.el, unchecked.el);
  const going = make("span", { class: "muted going" }), sender = button("Send to review…", () => view.send(), { "aria-haspopup": view.sends ? "dialog" : null });
  const lost = make("p", { class: "lost", role: "alert", hidden: true });
  const el = make("section", { class: "dp", "aria-label": "Draft check", tabindex: -1 },
    make("div", { class: "sum" }, make("div", { class: "grow" }, title, counts), when), make("div", { class: "top-said" }, trouble, quiet), mid,
    make("section", { class: "send", "aria-label": "Send to review", tabindex: -1 }, ...view.voice.nodes, lost, sender, going, make("span", { class: "grow" }), view.keysHere ? button("Keys", view.openKeys, { keyName: "?", className: "quiet small" }) : null));
  let shown = null;

  function sectionOf(name) {
    const heading = make("span"), aside = make("span"), list = make("ul", { class: name === "findings" ? "found" : "need" });
    const box = make("section", { class: `sec ${name}`, tabindex: -1, hidden: true }, make("h2", {}, heading, aside), list);
    return {
      el: box, list,
      set(words, note, rows) {
        heading.textContent = words;
        aside.textContent = note;
        box.setAttribute("aria-label", words);
        box.hidden = !rows.length;
        list.replaceChildren(...rows);
      },
    };
  }

  function head(panel) {
    title.textContent = panel.partial ? "Checking…" : panel.head;
    const { error, warning, note } = panel.counts;
    counts.replaceChildren(sev("error", `${error} must be fixed`), sev("warning", `${warning} should be`), sev("note", `${note} could be`),
      ...[[panel.held, "held back"], [panel.decided, "decided"]].filter(([n]) => n).map(([n, words]) => make("span", { class: "muted" }, `${n} ${words}`)));
    counts.hidden = !panel.words;
    when.replaceChildren(...(panel.partial ? [`Checked to line ${panel.read.toLocaleString("en")}`, make("br"), `of ${panel.lines.toLocaleString("en")}`] : [`Checked in ${panel.took < 0.1 ? "0.1" : panel.took.toFixed(1)} s`, make("br"), view.local]));
    quiet.textContent = panel.words ? panel.silence : "";
    quiet.hidden = !quiet.textContent;
  }

  function statements(panel) {
    const { rows, have, of, unknown } = panel.needed || { rows: [], have: 0, of: 0, unknown: 0 };
    needed.set(panel.titles.needed, `${have} of ${of}${unknown ? ` · ${unknown} not checked` : ""}`, rows.map((row) => needRow(row, view, panel.checks)));
  }

  const rowAt = (panel, at) => draftRow(panel.listed[at], at + 1, panel.listed.length, view, panel.checks);

  function findings(panel) {
    found.set(panel.titles.findings, "in reading order", panel.listed.map((_, at) => rowAt(panel, at)));
    if (panel.left) found.list.append(make("li", { class: "muted left" }, `${panel.left.toLocaleString("en")} more. Put these right first.`));
  }

  function rest(panel) {
    reading.set(panel.titles.reading, "", panel.words ? panel.reading.map((line) => readRow(line, view)) : []);
    const bare = panel.claims, rows = view.allClaims ? bare.rows : bare.rows.slice(0, FEWEST);
    claims.set(panel.titles.claims, `${bare.bare} of ${counted(bare.n, "claim")}`, rows.map((claim) => claimRow(claim, view)));
    if (bare.rows.length > rows.length) claims.list.append(make("li", {}, make("span"), button(`Show all ${bare.rows.length}`, view.showClaims, { className: "quiet small link" })));
    unchecked.set(panel.titles.unchecked, "silence here is no approval", panel.unchecked.map((one) => uncheckedRow(one, view)));
    going.textContent = view.reading || panel.going;
  }

  return {
    el, needed: needed.el, found: found.el, foot: sender,
    regions: () => [needed.el, found.el, reading.el, claims.el, unchecked.el, el.querySelector(".send")],
    /** Draws what the checks say. Focus and place in the list stay. */
    paint(panel) {
      shown = panel;
      const at = el.getRootNode().activeElement, print = at?.dataset?.print, name = at?.dataset?.key, inside = mid.contains(at), top = mid.scrollTop;
      head(panel);
      statements(panel);
      findings(panel);
      rest(panel);
      mid.scrollTop = top;
      if (!inside) return;
      const again = [...mid.querySelectorAll("[data-print], [data-key]")].find((node) => (print ? node.dataset.print === print : name && node.dataset.key === name));
      (again || found.list.querySelector("[tabindex='0']") || el).focus({ preventScroll: true });
    },
    /** Another finding is chosen: only the rows that look otherwise are drawn. */
    turn(prints) {
      const at = el.getRootNode().activeElement?.dataset?.print;
      for (const print of new Set(prints)) {
        const index = shown ? shown.listed.findIndex((one) => one.fingerprint === print) : -1;
        if (index < 0) continue;
        found.list.children[index].replaceWith(rowAt(shown, index));
        if (at === print) this.rowOf(print).focus({ preventScroll: true });
      }
    },
    /** The button of a finding. */
    rowOf: (print) => found.list.children[shown ? shown.listed.findIndex((one) => one.fingerprint === print) : -1]?.firstChild,
    reveal(print) { reveal(mid, this.rowOf(print)?.parentNode); },
    /** Nothing was checked yet: a text that has no words, or a file that is being read. */
    idle(words, text, ghosts = null) {
      shown = null;
      title.textContent = words;
      counts.hidden = true;
      when.textContent = "";
      quiet.textContent = text;
      quiet.hidden = !text;
      for (const one of [needed, found, reading, claims, unchecked]) one.el.hidden = true;
      going.textContent = view.reading || "";
      mid.querySelector(".skeleton")?.remove();
      if (ghosts) mid.prepend(ghosts);
    },
    /** Older results stand dimmed while a newer text is checked for longer than a moment. */
    wait(on, words = "Checking…") {
      el.classList.toggle("waiting", on);
      if (on && shown) when.textContent = words;
    },
    /** Something is wrong with the checks or the text; "" = nothing is. */
    trouble(words, { details = "", restart = false } = {}) {
      trouble.hidden = !words;
      trouble.replaceChildren(...(words ? [notice("", words, { details, alarm: true, actions: restart ? [button("Restart checks", view.restart)] : [] })] : []));
    },
    lose(text) {
      lost.hidden = !text;
      lost.textContent = text;
    },
  };
}
