// The rows of a draft's panel: what is needed, what was found, claims without a source, and how easy the text is to read.

const NEED_SIGNS = { there: ["pass", "Present"], unknown: ["held", "Not checked"] };
const READ_SIGNS = { pass: "Good", note: "Note", held: "Not scored" };

const signOf = (className, words) => make("span", { class: `sev ${className}` }, hidden(words));

/** One thing an article has to say. `view` gives `open`, `toggle(key)`, `insert(row)`, `go(start, end)`. */
function needRow(row, view, checks) {
  const missing = row.state === "missing", severity = key(row.severity), [sign, words] = NEED_SIGNS[row.state] || [severity, `${SEVERITY_WORDS[severity]}, missing`];
  const name = `need-${row.check}-${row.label}`, open = view.open === name;
  const label = missing ? make("button", { type: "button", class: "name", "aria-expanded": String(open), onclick: () => view.toggle(name), "data-key": name }, say("b", "", row.label)) : say("span", "name", row.label);
  const line = row.line ? button(`line ${row.line}`, () => view.line(row.line), { className: "quiet small link" }) : say("span", "muted where", row.where);
  const insert = row.insert ? button(row.insert.at < 0 || !view.writes ? "Copy text" : "Insert text", () => view.insert(row), { className: "quiet small link", "aria-label": `${row.insert.at < 0 || !view.writes ? "Copy" : "Insert"} text: ${row.label}` }) : null;
  return make("li", { class: open ? "open" : "" }, signOf(sign, words), label, insert || (missing ? null : line),
    row.text ? say("p", "", row.text) : null, open ? needMore(row, checks[row.check]) : null);
}

function needMore(row, check) {
  return make("div", { class: "more" },
    row.insert ? [say("p", "statement", row.insert.wording), make("p", { class: "muted" }, row.insert.line ? `It belongs after line ${row.insert.line}. ` : "", "Wording of the checks; read it before you use it.")] : null,
    row.why ? say("p", "", row.why) : null,
    check ? make("dl", { class: "two" }, putPair("Why it matters", check.why), putPair("To put right", check.advice)) : null);
}

const putPair = (name, text) => [make("dt", {}, name), say("dd", "", text)];

/** One finding; its working stands under it while it is chosen. */
function draftRow(finding, at, of, view, checks) {
  const severity = key(finding.severity), check = checks[finding.check] || { title: finding.check }, chosen = view.chosen === finding.fingerprint;
  const where = finding.line ? `line ${finding.line}` : "whole article";
  const head = make("button", {
    type: "button", class: "fhead", tabindex: view.stop === finding.fingerprint ? 0 : -1, "aria-expanded": String(chosen), "data-print": finding.fingerprint,
    "aria-label": `${SEVERITY_WORDS[severity]} ${at} of ${of}: ${check.title}, ${where}${finding.open ? "" : `, ${finding.decision}`}`, onclick: () => view.choose(finding.fingerprint, true),
  }, signOf(finding.open ? severity : "held", ""), say("b", "", check.title), make("small", {}, where), chosen ? null : say("span", "brief", finding.message.includes(finding.text) ? finding.message : `“${finding.text}” ${finding.message}`));
  return make("li", { class: `f ${chosen ? "open" : ""} ${finding.open ? "" : "closed"}` }, head, chosen ? findingMore(finding, check, view) : null);
}

function findingMore(finding, check, view) {
  return make("div", { class: "more", role: "region", "aria-label": "Why this was found" },
    say("p", "message", finding.message),
    finding.open ? null : say("p", "reopened", finding.decision),
    replaceBox(finding, view),
    evidenceBox(view, finding),
    make("dl", { class: "two" }, putPair("Why it matters", check.why || ""), putPair("To put right", check.advice || "")),
    make("div", { class: "row" },
      view.shows && finding.start >= 0 ? button("Go to the words", () => view.visit(finding.fingerprint), { keyName: "T", className: "small" }) : null,
      view.sends && finding.open ? button("Source is on its way…", () => view.answer(finding), { className: "small", "aria-haspopup": "dialog" }) : null));
}

/** The word as it stands, struck out, and the one that belongs there, among the words beside it. */
function replaceBox(finding, view) {
  if (!finding.replace) return null;
  const [before, after] = view.beside(finding);
  return make("div", { class: "fix" },
    make("q", { class: "iso" }, before, make("del", {}, finding.text), " ", make("b", {}, finding.replace), after),
    view.writes ? button("Replace", () => view.replace(finding), { keyName: "Alt R", className: "small", "aria-keyshortcuts": "Alt+R" }) : null);
}

/** A claim that names no source. */
function claimRow(claim, view) {
  return make("li", {}, signOf("held", claim.vague ? "Source only hinted at" : "No source"),
    make("button", { type: "button", class: "name", onclick: () => view.span(claim.start, claim.end, claim.line) }, say("span", "", claim.text), claim.vague ? make("span", { class: "muted" }, " (source only hinted at)") : null),
    make("span", { class: "muted where" }, `line ${claim.line}`));
}

function readRow(line, view) {
  return make("li", {}, signOf(line.state, READ_SIGNS[line.state] || ""), say("span", "name", line.text),
    line.line ? make("span", { class: "where" }, line.aside ? say("span", "muted", `${line.aside}, `) : null, button(`line ${line.line}`, () => view.line(line.line), { className: "quiet small link" })) : say("span", "muted where", line.aside));
}

function uncheckedRow(one, view) {
  return make("li", {}, signOf("held", "Not checked"), make("span", { class: "name" }, say("b", "", one.title), one.n > 1 ? ` (${one.n})` : ""),
    make("span", { class: "where" }, one.lines.slice(0, 3).map((line) => button(`line ${line}`, () => view.line(line), { className: "quiet small link" }))),
    one.why ? say("p", "", one.why) : null);
}
