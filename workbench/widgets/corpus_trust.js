// Can the checks be trusted? How often people agreed with each, in what range that may lie, and what no check saw.

const TRUST_ROWS = 3, TRUST_LINE = 85; // rows shown; per cent under which a check is named

/** "between 64 and 87 %" */
const rangeWords = ({ low, high }) => `between ${Math.floor(low * 100)} and ${Math.ceil(high * 100)} %`;
const perCent = ({ right, of }) => Math.floor((right / of) * 100);

function trustPanel() {
  const body = make("div", { class: "body" }), about = make("span", { class: "muted about clip" }, "as people decided");
  const served = document.body.dataset.voila !== undefined;
  const el = make("section", { class: "panel trust", "aria-label": "Can the checks be trusted?", tabindex: -1 },
    make("div", { class: "panel-h" }, make("h2", {}, "Can the checks be trusted?"), about, make("span", { class: "grow" }), served ? make("a", { href: "checks", class: "link" }, "All checks") : null), body);

  function fill({ checks = [], missed = [], harmless = 0, looked_at = 0 }) {
    const shown = [...checks].sort((a, b) => (perCent(b) < TRUST_LINE) - (perCent(a) < TRUST_LINE) || b.of - a.of || (a.title < b.title ? -1 : 1));
    const under = shown.filter((check) => perCent(check) < TRUST_LINE).length, rows = shown.slice(0, Math.max(TRUST_ROWS, under));
    const rest = shown.length - rows.length, lost = missed.reduce((sum, [, number]) => sum + number, 0);
    const table = rows.length ? make("table", { class: "prec" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Check"), ["Decided", "Right", "Share right"].map((name) => make("th", { scope: "col", class: "num" }, name)))),
      make("tbody", {}, rows.map(rowOf))) : say("p", "empty", "No finding of a check is decided yet, so nothing can be said.");
    body.replaceChildren(table, make("div", { class: "beside" },
      rest ? make("p", {}, `${counted(rest, "more check")} at ${TRUST_LINE} % or above.`) : null,
      say("p", "", lost ? `Missed: people found ${counted(lost, "problem")} that no check saw (${missed.map(([words, number]) => `${number} ${words}`).join(", ")}).` : "Missed: nobody has added a problem that no check saw. That is not the same as none."),
      looked_at ? make("p", {}, `Held back: harmless ${harmless} of ${looked_at} times that people looked.`) : null));
  }

  function rowOf(check) {
    const share = perCent(check), low = share < TRUST_LINE;
    return make("tr", {}, make("th", { scope: "row" }, say("span", "two-lines", check.title, { title: check.title })), make("td", { class: "num" }, String(check.of)), make("td", { class: "num" }, String(check.right)),
      make("td", { class: "num share" }, low ? sev("warning", `${share}%, under ${TRUST_LINE}`) : `${share}%`, make("small", {}, rangeWords(check))));
  }

  return { el, fill, fail: (node) => body.replaceChildren(node) };
}
