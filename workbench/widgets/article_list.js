// The list of findings: the truth that marks and minimap only repeat. A listbox with one tab stop.

const VERDICTS = { "held back": "Is it harmless?", harmless: "Harmless", "should count": "It is a problem" };

/** `view` as for the text, and `held` (shown or not), `off` (severities filtered out), `verdict(id)`, `peers(id)`. */
function findingsList(view) {
  const { article } = view;
  const options = new Map(), groups = new Map();
  const count = article.findings.filter((finding) => !finding.held_back).length;
  const heldCount = article.findings.length - count;
  const left = make("span", { class: "muted" });
  const sort = make("select", { class: "field sort", "aria-label": "Order of the list", onchange: () => { view.order = sort.value; view.list.arrange(); } },
    [["severity", "By severity"], ["place", "By place"]].map(([value, words]) => make("option", { value }, words)));
  const box = make("div", { class: "items", role: "listbox", "aria-label": "Findings of this article", tabindex: -1 });

  const chips = new Map();
  const filters = make("div", { class: "filters", role: "group", "aria-label": "Show in list and text" });
  for (const severity of SEVERITIES) {
    const chip = make("button", { type: "button", class: `chip sev ${severity}`, onclick: () => view.toggle(severity) });
    chips.set(severity, chip);
    filters.append(chip);
  }
  const heldChip = make("button", { type: "button", class: "chip", onclick: () => view.toggle("held") });
  if (heldCount) filters.append(heldChip);

  for (const [name, title] of [["open", ""], ["decided", "Decided"], ["held", "Held back"]]) {
    const number = make("span");
    const header = title ? make("div", { class: "grp", "aria-hidden": "true" }, make("span", {}, title), number) : null;
    const group = make("div", { role: "group", "aria-label": title || "To decide" }, header);
    groups.set(name, { group, number, header });
    box.append(group);
  }
  for (const finding of article.findings) options.set(finding.id, option(finding));

  box.addEventListener("click", (event) => {
    const item = event.target.closest(".it");
    if (item) {
      view.select(Number(item.dataset.id), "list");
      item.focus({ preventScroll: true });
    }
  });

  function option(finding) {
    const quote = finding.whole ? "Whole article" : `“${clip(view.words(finding.id))}”`;
    const parts = { quote, words: say("span", "clip", quote), number: make("span", { class: "n" }, String(finding.id)), there: make("span", { class: "there", hidden: true }) };
    const item = make("div", {
      role: "option", class: "it", id: `${view.panelId}-${finding.id}`, "data-id": finding.id, tabindex: -1, "aria-selected": "false",
    }, parts.number, say("span", "t", finding.title), make("span", { class: "q" }, parts.words, parts.there));
    return { item, ...parts };
  }

  function clip(text) {
    return text.length <= 60 ? text : `${tidy(text.slice(0, 60)).trimEnd()}…`;
  }

  const severityOf = (finding) => SEVERITIES.indexOf(key(finding.severity));
  const orders = {
    severity: article.findings,
    place: [...article.findings].sort((a, b) => Number(a.held_back) - Number(b.held_back) || (a.start ?? -1) - (b.start ?? -1) || severityOf(a) - severityOf(b)),
  };

  /** Whether somebody is asked if this match is harmless. */
  const asked = (finding) => finding.held_back && view.verdict(finding.id) === "held back";

  function place(finding) {
    if (finding.held_back) return "held";
    return view.isOpen(finding.id) ? "open" : "decided";
  }

  function paintOption(id) {
    const { item, words, quote, there } = options.get(id), finding = view.finding(id), here = view.peers(id);
    const state = view.state(id), chosen = id === view.current, done = !view.isOpen(id) && !finding.held_back;
    item.className = `it ${finding.held_back ? "held" : key(finding.severity)} ${chosen ? "sel" : ""} ${done ? "done" : ""} ${view.waits(id) ? "waits" : ""}`;
    item.hidden = !view.inList(id);
    item.setAttribute("aria-selected", String(chosen));
    item.tabIndex = chosen ? 0 : -1;
    const more = chosen ? view.others(id).length : 0;
    there.hidden = !here.length;
    if (there.textContent !== named(here)) there.textContent = named(here);
    words.textContent = finding.held_back && view.verdict(id) ? `${VERDICTS[view.verdict(id)] || ""} · ${quote}` : done || (state.words && view.waits(id)) ? state.words : state.reopened ? `${state.state === "open" ? "Its day has passed" : "Changed since it was decided"} · ${quote}` : more ? `${quote} · ${more} more on this text` : quote;
    const word = finding.held_back ? "Held back" : SEVERITY_WORDS[key(finding.severity)];
    const of = finding.held_back ? article.findings.length : count;
    item.setAttribute("aria-label", `${word} ${id} of ${of}: ${finding.title}, ${quote}, ${finding.held_back ? (asked(finding) ? "is it harmless?" : "not to decide") : done ? state.words : "undecided"}${here.length ? `, ${named(here)} ${here.length > 1 ? "are" : "is"} here` : ""}`);
  }

  return {
    el: make("section", { class: "list", "aria-label": "Findings", tabindex: -1 },
      make("header", {}, make("h2", {}, "Findings"), left, make("span", { class: "grow" }), count > 1 ? sort : null), filters, box),
    box,
    /** Order, groups and counts, after a decision (about these) or a change of filter (about all). */
    arrange(ids = [...options.keys()]) {
      const sizes = { open: 0, decided: 0, held: 0 }, bySeverity = { error: 0, warning: 0, note: 0 };
      const cursor = new Map([...groups].map(([name, { group, header }]) => [name, header ? header.nextSibling : group.firstChild]));
      for (const finding of orders[view.order] || article.findings) {
        const where = place(finding), { group } = groups.get(where), { item } = options.get(finding.id);
        if (cursor.get(where) === item) cursor.set(where, item.nextSibling);
        else {
          // Whoever is moved must not stand at another group's cursor.
          for (const [name, spot] of cursor) if (spot === item) cursor.set(name, item.nextSibling);
          const focused = document.activeElement === item;
          group.hidden = false; // what is hidden cannot keep focus
          group.insertBefore(item, cursor.get(where));
          if (focused) item.focus({ preventScroll: true });
        }
        if (view.inList(finding.id)) sizes[where] += 1;
        if (where === "open") bySeverity[key(finding.severity)] += 1;
      }
      ids.forEach(paintOption);
      for (const [name, { group, number }] of groups) {
        group.hidden = !sizes[name];
        number.textContent = String(sizes[name]);
      }
      const waiting = bySeverity.error + bySeverity.warning + bySeverity.note;
      left.replaceChildren(...(count ? [`${waiting} of ${count}`, make("span", { class: "of-all" }, " to decide")] : ["none"]));
      for (const severity of SEVERITIES) {
        const chip = chips.get(severity), on = !view.off.has(severity);
        chip.textContent = String(bySeverity[severity]);
        chip.setAttribute("aria-pressed", String(on));
        chip.setAttribute("aria-label", `${SEVERITY_WORDS[severity]}s: ${bySeverity[severity]} to decide`);
      }
      const open = article.findings.filter(asked).length;
      heldChip.textContent = `Held back ${heldCount}${open ? ` · ${open} to judge` : ""}`;
      heldChip.setAttribute("aria-pressed", String(view.held));
    },
    repaint(ids) { ids.filter((id) => options.has(id)).forEach(paintOption); },
    /** All findings in the order of the list, wherever they stand in it. */
    sorted: () => (orders[view.order] || article.findings).map(({ id }) => id),
    /** The findings as they stand in the list, top to bottom. */
    order() {
      return [...box.querySelectorAll(".it:not([hidden])")].map((item) => Number(item.dataset.id));
    },
    reveal(id) { reveal(box, options.get(id)?.item); },
    focus(id) { options.get(id)?.item.focus({ preventScroll: true }); },
    has(node) { return box.contains(node); },
  };
}
