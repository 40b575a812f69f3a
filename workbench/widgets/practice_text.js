// The passage: its blocks as text nodes, cut at the edges of marks; the numbers after marks are buttons.

const PRACTICE_LOOKS = { found: "both", near: "near", missed: "miss", only: "only", fair: "only" };
const PRACTICE_WORDS = { found: "Both", near: "Right place, other problem", missed: "You missed", only: "Only you", fair: "Only you" };
const PRACTICE_SIGNS = { found: "pass", near: "note", missed: "warning", only: "held", fair: "held" };

/** Answers { el, blocks, seen, activate(n), show(n) }; `choose(n)` is called when a mark or its number is pressed. */
function practiceText(passage, choose) {
  const rows = new Map(passage.rows.map((row) => [row.n, row])), spans = new Map(), tags = new Map();
  const first = passage.blocks[0], text = (block) => block.segments.map((part) => part.text).join("");
  const titled = first?.kind === "heading" && text(first).trim() === passage.title.trim();
  const blocks = passage.blocks.map(block_);
  const el = make("div", { class: "pt", tabindex: 0, role: "group", "aria-label": "Passage. Arrows move by word, Shift extends, Enter marks." },
    titled ? null : say("h2", "", passage.title, { dir: "auto" }), blocks.length ? blocks : say("p", "muted", "This passage holds no words."));
  for (const [n, parts] of spans) {
    const row = rows.get(n), said = row.what ? `${n}, ${PRACTICE_WORDS[row.what]}: ${row.title}` : `Mark ${n}: ${row.reason}`;
    const tag = make("button", { type: "button", class: "ref", "aria-label": said, onclick: () => choose(n, true) }, String(n));
    parts.at(-1).after(tag);
    tags.set(n, tag);
  }

  function block_(block) {
    const level = Math.min(6, 2 + (block.level || 0)), tag = block.kind === "heading" ? `h${level}` : "p";
    return make(tag, { class: `b-${/^[a-z]+$/.test(block.kind) ? block.kind : "paragraph"}`, dir: "auto" }, block.segments.map(segment));
  }

  function segment(part) {
    if (!part.findings.length) return document.createTextNode(part.text);
    const row = rows.get(part.findings[0]), look = row?.what ? PRACTICE_LOOKS[row.what] : "mine";
    const span = make("span", { class: `mk ${look}`, onclick: () => getSelection().isCollapsed && choose(part.findings[0], false) }, part.text);
    part.findings.forEach((n) => (spans.get(n) || spans.set(n, []).get(n)).push(span));
    return span;
  }

  return {
    el, blocks, seen: (index) => (passage.blocks[index] ? text(passage.blocks[index]) : ""),
    activate(n) {
      for (const [other, parts] of spans) parts.forEach((span) => span.classList.remove("cur"));
      (spans.get(n) || []).forEach((span) => span.classList.add("cur"));
    },
    show(n, focus) {
      reveal(el, spans.get(n)?.[0]);
      if (focus) tags.get(n)?.focus({ preventScroll: true });
    },
  };
}

/** What the colours and lines mean. */
function practiceLegend(passage, compared) {
  const keys = compared ? [["both", "You and the reviewer"], ["miss", "You missed"], ["only", "Only you"], ...(passage.rows.some((row) => row.what === "near") ? [["near", "Right place, other problem"]] : [])] : [["mine", "Your mark"]];
  return make("div", { class: "legend" }, keys.map(([look, words]) => make("span", {}, make("i", { class: look, "aria-hidden": "true" }), words)),
    make("span", { class: "grow" }), make("span", { class: "muted" }, `Passage ${passage.n} of ${passage.of}`));
}
