// Articles that disagree: the same thing told differently, its values beside each other, and what people make of it.

const CONFLICTS_FIRST = 3;

/** `send(message)` waits until it is answered; `go` opens an address; `able` says why this person may only read ("" = more). */
function conflictsPanel({ choice, send, go, able, box }) {
  const body = make("div", { class: "body" }), about = make("span", { class: "muted about clip" });
  const all = button("All conflicts", () => { choice.all = !choice.all; choice.only = ""; paint(true); }, { className: "link" });
  const el = make("section", { class: "panel conf", "aria-label": "Articles that disagree", tabindex: -1 },
    make("div", { class: "panel-h" }, make("h2", {}, "Articles that disagree"), about, make("span", { class: "grow" }), all), body);
  let rows = [];

  function fill(given) {
    rows = given.rows || [];
    paint();
  }

  function paint(focus = false) {
    const held = document.activeElement?.dataset.conflict, open = rows.filter((row) => !row.kept), kept = rows.filter((row) => row.kept);
    const mine = choice.only ? open.filter((row) => row.values.some((value) => value.article === choice.only)) : open;
    const shown = choice.all || choice.only ? mine : mine.slice(0, CONFLICTS_FIRST), more = open.length > CONFLICTS_FIRST || kept.length > 0;
    about.textContent = open.length ? `${shown.length} of ${open.length}${choice.only ? " · of one article" : ""}` : "";
    all.hidden = !more && !choice.only;
    all.firstChild.textContent = choice.all ? "Fewer" : "All conflicts";
    const said = rows.length ? "Every conflict that was found has its decision." : "No two articles were found to disagree. Only values that can be compared are looked at: numbers, prices, times, doses.";
    body.replaceChildren(...(shown.length ? [make("ul", { class: "cxs" }, shown.map(item))] : [say("p", "empty", said)]),
      ...(choice.all && kept.length ? [make("h3", { class: "section" }, `Decided (${kept.length})`), make("ul", { class: "cxs" }, kept.map(item))] : []));
    const again = held && body.querySelector(`[data-conflict="${CSS.escape(held)}"]`);
    if (again) again.focus({ preventScroll: true });
    else if (focus || held) focusFirst();
  }

  const item = (row) => make("li", { class: "cx" },
    make("h3", {}, make("span", { class: `sev ${key(row.severity)}` }, hidden(SEVERITY_WORDS[key(row.severity)])), say("span", "grow clip", row.title, { title: row.title }),
      button("Compare", () => compare(row), { className: "small", "aria-haspopup": "dialog", "aria-label": `Compare: ${row.title}`, "data-conflict": row.key })),
    make("dl", {}, row.library ? [say("dt", "clip", row.library, { title: row.library }), make("dd", {}, "the library’s value")] : null,
      row.values.slice(0, choice.all ? 12 : 4).map((value) => [say("dt", "clip", value.value, { title: value.value }), say("dd", "clip", value.title, { title: value.title })]), row.values.length > (choice.all ? 12 : 4) ? [make("dt", {}, "…"), make("dd", {}, `${row.values.length} articles in all`)] : null),
    row.kept ? say("p", "muted kept", `${row.kept.state === "settled" ? "Settled" : "Kept"} by ${row.kept.by}, ${day(row.kept.on)}${row.kept.reason ? `: ${row.kept.reason}` : "."}`) : null);

  function compare(row) {
    const ways = compareField(row, row.kept ? [["reopen", "Open it again"]] : null);
    box.dialog.classList.add("wide");
    box.open({ title: row.title, lines: [able() ? say("p", "barred", able()) : null, row.scope ? say("p", "muted", row.scope) : null, besides(row)], fields: able() ? [] : [ways], verb: able() ? "Close" : "Save the decision", done: ({ outcome } = {}) => outcome && send({ key: row.key, ...outcome }) });
  }

  const besides = (row) => make("div", { class: "besides" },
    row.library ? make("article", { class: "side" }, make("h4", {}, "The library"), say("b", "value", row.library), row.library_words ? say("blockquote", "", row.library_words) : null) : null,
    row.values.map((value) => make("article", { class: "side" }, make("h4", {}, say("span", "", value.title)), make("p", { class: "row" }, stateWord(value.state), value.live ? make("span", { class: "muted" }, "on the site") : null), say("b", "value", value.value), value.differs && row.library ? make("p", { class: "muted" }, "differs from the library") : null,
      make("blockquote", { class: "iso" }, value.before, make("b", {}, value.text), value.after),
      document.body.dataset.voila === undefined ? null : make("a", { class: "link", href: `./${fragmentOf({ article: value.article })}`, onclick: go }, "Open the article"))));

  const focusFirst = () => {
    const first = body.querySelector("[data-conflict]");
    (first || el).focus({ preventScroll: true });
    first?.scrollIntoView({ block: "nearest" });
  };

  return {
    el, fill, focusFirst,
    fail(node) { fill({}); body.replaceChildren(node); },
    /** Shows those of one article, or all again. */
    only(name) { choice.only = name; paint(true); },
    step(by) {
      const list = [...body.querySelectorAll("[data-conflict]")], here = list.indexOf(document.activeElement);
      if (here < 0) return false;
      const next = list[Math.max(0, Math.min(list.length - 1, here + by))];
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
      return true;
    },
  };
}
