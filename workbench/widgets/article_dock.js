// The dock below the text: claims, sources, other articles, readability, what was not checked, history.

/** Answers { el, paint, mark, choose, focusClaims }. Each panel is { name, el, count(), paint(), tools }. */
function articleDock(view) {
  const claims = claimsPanel(view);
  const all = [claims, sourcesPanel(view), agreePanel(view), readingPanel(view), historyPanel(view), uncheckedPanel(view)];
  const panels = all.map((panel, index) => {
    const id = `${view.panelId}-dock-${index}`, number = make("em", {});
    const tab = make("button", { type: "button", role: "tab", id: `${id}-tab`, "aria-controls": id, onclick: () => choose(index) }, panel.short ? [make("span", { class: "long" }, panel.name), make("span", { class: "short" }, panel.short)] : panel.name, number);
    return { ...panel, tab, number, box: make("div", { role: "tabpanel", id, class: "tabpanel", "aria-labelledby": `${id}-tab` }, panel.el) };
  });
  const tabs = make("div", { class: "tabs", role: "tablist", "aria-label": "About this article" }, panels.map(({ tab }) => tab));
  const taller = make("button", { type: "button", class: "btn quiet small taller", "aria-pressed": "false", "aria-label": "More room for this part", title: "More room", onclick: () => taller.setAttribute("aria-pressed", String(el.classList.toggle("tall"))) },
    draw("svg", { viewBox: "0 0 16 16", width: 14, height: 14, fill: "none", stroke: "currentColor", "stroke-width": 1.6, "aria-hidden": "true" }, draw("path", { d: "m4 5 4-4 4 4m-8 6 4 4 4-4M2 8h12" })));
  const el = make("section", { class: "dock", "aria-label": "Claims", tabindex: -1 },
    make("div", { class: "tabline" }, tabs, make("span", { class: "grow" }), taller), panels.map(({ box }) => box));

  tabs.addEventListener("keydown", (event) => {
    const at = panels.findIndex(({ tab }) => tab === document.activeElement), by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || !(by || ["Home", "End"].includes(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
    const next = by ? (at + by + panels.length) % panels.length : event.key === "Home" ? 0 : panels.length - 1;
    choose(next);
    panels[next].tab.focus();
  });

  function choose(index) {
    view.kept.tab = index;
    panels.forEach(({ tab, box }, at) => {
      tab.setAttribute("aria-selected", String(at === index));
      tab.tabIndex = at === index ? 0 : -1;
      box.hidden = at !== index;
    });
    panels[index].tab.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    panels[index].paint();
  }

  choose(view.kept.tab);
  return {
    el,
    paint() {
      for (const panel of panels) {
        const words = panel.count();
        if (panel.number.textContent !== words) panel.number.textContent = words;
      }
      panels[view.kept.tab].paint();
    },
    mark: claims.mark,
    /** The claim is the one that is shown. */
    choose: claims.choose,
    /** To the first claim that bars the medical approval, else to the claims. */
    focusClaims(barring = false) {
      choose(0);
      if (!claims.focus(barring)) panels[0].tab.focus({ preventScroll: true });
    },
  };
}

/** Rows with one tab stop: arrows move, Enter acts; answers { focus(row), current() }. `rows()` gives those in sight. */
function rovingRows(body, rows, { enter = () => {}, moved = () => {} } = {}) {
  const focus = (row) => {
    rows().forEach((other) => { other.tabIndex = other === row ? 0 : -1; });
    row.focus({ preventScroll: true });
    reveal(row.closest(".scroll"), row);
  };
  body.addEventListener("keydown", (event) => {
    const shown = rows(), at = shown.indexOf(event.target), by = { ArrowDown: 1, ArrowUp: -1, Home: -shown.length, End: shown.length }[event.key];
    if (at < 0 || !(by || event.key === "Enter")) return;
    event.preventDefault();
    event.stopPropagation();
    if (!by) return void enter(shown[at]);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
    focus(next);
    moved(next);
  });
  return { focus, current: () => rows().find((row) => row.tabIndex === 0) };
}

/** What no check could answer: never zero, never green. */
function uncheckedPanel(view) {
  const open = view.article.not_checkable;
  const list = open.length ? make("ul", { class: "unchecked" }, open.map((text) => make("li", {}, make("span", { class: "sev held" }), say("span", "", text))))
    : make("p", { class: "empty" }, "Every question that the checks ask could be answered.");
  return { name: "Not checked", el: make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Not checked" }, list), count: () => String(open.length), paint() {} };
}
