// What a finding says for itself and what people said of it: headline, quotation, overlaps, views, messages, history.

function whyHeadline(finding) {
  // A long message gives its first clause to the headline; where that is long too, the check's title stands there.
  if (finding.message.length <= 80) return [say("h3", "", finding.message)];
  const parts = /^(.{9,77}[\p{L}\d%”)]{3})[.:]\s+(.+)$/su.exec(finding.message);
  const [head, rest] = parts ? [parts[1], parts[2].charAt(0).toUpperCase() + parts[2].slice(1)] : [finding.title, finding.message];
  return [say("h3", "", head), say("p", "lede", rest)];
}

function whyQuotation(view, finding) {
  if (finding.whole || !(finding.text || finding.sentence)) return make("p", { class: "quote whole" }, "Whole article");
  const { before, match, after } = around(finding.sentence, view.words(finding.id), 160);
  return make("p", { class: "quote iso" }, "“", before, make("b", {}, match || finding.sentence), after, "”");
}

function whyOverlaps(view, id) {
  const others = view.others(id);
  if (!others.length) return null;
  return make("p", { class: "also" }, `${others.length} more on this text: `, others.map((other) => {
    const finding = view.finding(other);
    return button(`${other} ${finding.title}`, () => view.select(other, "why"), { className: "quiet small link" });
  }));
}

/** "One cause, n uses" in this article, and "Same cause in n articles"; each is decided together only when asked. */
function whyUses(view, finding) {
  if (!view.desk().me || finding.held_back) return null;
  const here = view.uses(finding.id), [there, alone] = (view.article.same || {})[finding.fingerprint] || [0, 0], parts = [];
  if (here.length > 1 && view.decides()) {
    const both = button("Decide together", () => both.setAttribute("aria-pressed", String(view.together(finding.id))), { className: "small", "aria-pressed": "false" });
    parts.push(make("div", { class: "same" }, make("span", {}, `One cause, ${here.length} uses: `, here.filter((id) => id !== finding.id).slice(0, 8).map((id) => button(String(id), () => view.select(id, "why"), { className: "quiet small link", "aria-label": `Finding ${id}` }))), both));
  }
  if (there && view.isOpen(finding.id) && view.decides()) {
    parts.push(make("div", { class: "same" }, make("span", {}, `Same cause in ${there + 1} articles.`, alone ? " An error about dose, safety or approval is decided in each by itself." : ""),
      alone ? null : button("Show them…", () => view.causes.open(finding), { className: "small", "aria-haspopup": "dialog" })));
  }
  return parts.length ? parts : null;
}

/** What the first of two people said, in sight of the second. */
function whyViews(view, finding, state) {
  const first = view.desk().decisions?.[finding.fingerprint];
  if (!first || !WAITS.includes(state.state)) return null;
  const asks = { questioned: "asks", contested: "contests", second: "proposes to dismiss", accepting: `proposes to accept until ${day(first.until)}` }[state.state];
  const able = view.dialogs.others("medical reviewer").map((one) => one.name);
  const waits = !view.why.offered(finding).length && state.state !== "contested" ? say("span", "muted", `Another person has to answer${able.length ? `: ${able.join(" or ")}` : ""}.`) : null;
  return make("div", { class: "view-of" }, say("span", "muted", `${first.name} ${asks}, ${day(first.on)}`), say("span", "", [first.reason, first.note].filter(Boolean).join(" – ")), waits);
}

function whyTalk(view, finding) {
  const said = (view.desk().messages || []).filter((one) => one.fingerprint === finding.fingerprint);
  return said.length ? make("ul", { class: "hist", "aria-label": "Messages about this finding" }, said.map((one) => make("li", {}, make("time", {}, day(one.on)), say("span", "", `${one.by}: “${one.text}”`)))) : null;
}

function whyPast(view, finding) {
  const late = (view.desk().history || []).filter((one) => one.fingerprint === finding.fingerprint);
  const all = [...finding.history, ...late].filter((one) => one.event !== "message" && (one.event || !byHand(finding)));
  return all.length ? make("ul", { class: "hist", "aria-label": "History of this finding" }, all.map((event) => make("li", {}, make("time", {}, day(event.on)), say("span", "", `${event.who ? `${event.who}: ` : ""}${event.what}${event.note && !event.what.includes(event.note) ? ` “${event.note}”` : ""}`)))) : null;
}

/** After its sentence changed: the old reason once more, or a new decision. */
function whyAgain(view, finding, anew) {
  const before = view.desk().decisions?.[finding.fingerprint];
  if (before?.decision !== "dismissed" || !view.acts()) return null;
  return make("div", { class: "row" }, button("Same reason", () => view.decide("dismiss", before.reason, before.note), { className: "small" }), button("Decide anew", anew, { className: "small" }));
}

/** Whether a person marked it, and no check found it. */
const byHand = (finding) => finding.check === "added-by-hand";

/** How sure the check is and how often it was right; of what a person marked, its kind. */
function whyFacts(view, finding) {
  const kind = new Map(view.article.kinds?.categories || []).get(finding.category) || finding.category;
  return make("div", { class: "facts" }, byHand(finding) ? say("span", "", kind) : [make("span", {}, `${sentenceCase(finding.confidence)} confidence`), say("span", "", finding.measured)]);
}

/** A term with its texts; nothing where there is none. */
function termPair(term, ...texts) {
  const shown = texts.flat().filter(Boolean);
  return shown.length ? [make("dt", {}, term), make("dd", {}, shown.map((text) => (typeof text === "string" ? say("p", "", text) : text)))] : [];
}
