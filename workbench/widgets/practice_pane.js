// The right side: one's own marks before the comparison, the comparison after it, and four skills under the passage.

function practiceMarks(passage, view) {
  const rows = passage.rows.map((row) => make("li", { class: "r mine-row", "data-n": row.n },
    make("span", { class: "n" }, String(row.n)), make("button", { type: "button", class: "name", onclick: () => view.choose(row.n, true) }, make("b", {}, view.kinds[row.kind] || row.kind)),
    button("Take back", () => view.unmark(row.id), { className: "quiet small", "aria-label": `Take back mark ${row.n}` }),
    say("p", "quoted", row.text), say("p", "", row.reason)));
  const strays = passage.strays.map((text) => make("li", { class: "r" }, make("span", { class: "n" }, "–"), say("p", "", `The passage changed; these words of your mark are not in it any more: “${text}”. The mark is kept.`)));
  return [
    make("header", {}, make("h2", { tabindex: -1 }, passage.rows.length ? counted(passage.rows.length, "mark") : "Mark what an editor should stop"),
      make("p", {}, "Choose words with the mouse, or with arrows and Shift. Then say which kind of problem it is, and why.")),
    make("ol", { class: "rows" }, rows, strays, passage.trouble ? make("li", { class: "r" }, make("span", { class: "n" }, "–"), make("div", { class: "in" }, make("p", {}, "The reviewed answer could not be opened. Your marks are kept."), make("details", {}, make("summary", {}, "Details"), say("p", "mono", passage.trouble)))) : null),
  ];
}

/** The lines of the comparison; one is open. */
function practiceRows(passage, view) {
  return [
    make("header", {}, make("h2", { tabindex: -1 }, passage.head), say("p", "", passage.sub)),
    make("ol", { class: "rows" }, passage.rows.map((row) => practiceRow(row, passage, view))),
  ];
}

function practiceRow(row, passage, view) {
  const open = view.open === row.n, only = row.what === "only" || row.what === "fair";
  const asked = passage.questions.find((one) => one.about === practiceAbout(row));
  const drawn = open && row.evidence ? family(row.evidence, key(row.severity), { article: { sources: [] } }, {}) || plainEvidence(row.evidence) : null;
  const inside = open || only ? [
    row.reasons.length && open ? say("p", "", `You wrote: ${row.reasons.join(" · ")}`) : null,
    row.what === "near" && open ? make("p", {}, `You called it: ${view.kinds[row.given] || row.given}. The answer says: ${view.kinds[row.kind] || row.kind}.`) : null,
    say("p", "", row.explanation), drawn ? make("div", { class: "ev" }, drawn) : null,
    asked ? make("div", { class: "asked" }, say("p", "", `Your question: ${asked.text}`), button("Copy the question", () => view.copy(row, asked), { className: "link" }))
      : row.what === "found" || row.what === "missed" || row.what === "near" ? button("I disagree…", () => view.disagree(row), { className: "link" }) : button("Say why you disagree…", () => view.disagree(row), { className: "link" }),
  ] : [];
  return make("li", { class: `r ${open ? "open" : ""}`, "data-n": row.n }, make("span", { class: "n" }, String(row.n)),
    make("button", { type: "button", class: "name", "aria-expanded": String(open), onclick: () => view.toggle(row.n) }, say("b", "", row.title)),
    make("span", { class: `who2 sev ${PRACTICE_SIGNS[row.what]}` }, PRACTICE_WORDS[row.what]), make("div", { class: "in" }, inside));
}

const practiceAbout = (row) => (row.what === "only" ? `“${row.text}”` : row.title).slice(0, 2000);

/** What the learner wrote, under the passage, by the numbers of the comparison. */
function practiceWrote(passage) {
  const rows = passage.rows.filter((row) => row.reasons?.length);
  if (!rows.length) return null;
  return make("div", { class: "mine-said" }, make("h3", {}, "What you wrote"), make("dl", {}, rows.flatMap((row) => [make("dt", {}, String(row.n)), say("dd", "", row.reasons.join(" · "))])));
}

/** Four skills, plain counts, no grade. */
function practiceSkills({ passages = 0, rows = [] }) {
  if (!passages) return make("div", { class: "cmt" }, make("p", { class: "muted" }, "Your four skills are counted here once you compare."));
  const bar = ({ found, of }) => make("u", { "aria-hidden": "true" }, of > 12 ? make("i", { class: "part" }, make("i", { class: `p${Math.round((10 * found) / of)}` })) : Array.from({ length: of }, (_, at) => make("i", { class: at < found ? "" : "o" })));
  return make("div", { class: "cmt" }, make("div", { class: "sk" }, make("span", {}, "So far, in", make("br"), counted(passages, "passage")),
    rows.map((row) => make("div", {}, `${row.title} `, make("b", {}, row.of ? `${row.found} of ${row.of}` : "none yet"), bar(row)))));
}
