// Marking words by mouse or by keyboard, word by word; then a kind and a reason, both needed: guessing is visible.

/** Answers { hint, close, open }; `put({ block, at, to_block, to, kind, reason })` keeps a mark. */
function practiceMarking({ text, root, kinds, dialog, found, put, locked }) {
  const { el, blocks, seen } = text;
  let anchor = null, cursor = null, places = null;
  const told = make("span", { class: "vh", role: "status" });
  const mark = button("Mark these words…", () => open(), { className: "small", keyName: "Enter" }), words = make("span", { class: "clip iso" });
  const bar = make("div", { class: "marking", role: "toolbar", "aria-label": "Chosen words", hidden: true }, words, mark, button("Let go", () => end(), { className: "quiet small", keyName: "Esc" }), told);
  const before = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
  const wordsOf = (index) => [...seen(index).matchAll(/\S+/gu)].map((one) => [index, one.index, one.index + one[0].length]);

  function chosen() {
    if (!places) return "";
    const { from, to } = places;
    if (from[0] === to[0]) return seen(from[0]).slice(from[1], to[1]);
    return [seen(from[0]).slice(from[1]), ...blocks.slice(from[0] + 1, to[0]).map((_, at) => seen(from[0] + 1 + at)), seen(to[0]).slice(0, to[1])].join(" ");
  }

  function draw_() {
    const said = chosen().trim().replace(/\s+/g, " ");
    bar.hidden = !said;
    words.textContent = `“${said.length > 60 ? `${tidy(said.slice(0, 57))}…` : said}”`;
    if (anchor) told.textContent = said.length > 200 ? `${said.slice(0, 200)}…` : said;
  }

  function select() {
    const [one, other] = before(anchor, cursor) ? [anchor, cursor] : [cursor, anchor];
    const bare = /[.,;:!?]*$/.exec(seen(other[0]).slice(other[1], other[2]))[0].length; // a mark ends before the full stop
    places = { from: [one[0], one[1]], to: [other[0], Math.max(other[1] + 1, other[2] - bare)] };
    const chosen_ = getSelection();
    chosen_.removeAllRanges();
    chosen_.addRange(rangeOver(blocks, places.from, places.to));
    reveal(el, blocks[cursor[0]]);
    draw_();
  }

  function move(by, extend) {
    if (!cursor) {
      const index = blocks.findIndex((_, at) => wordsOf(at).length && !blocks[at].matches("h2,h3,h4,h5,h6"));
      const start = wordsOf(index < 0 ? 0 : index)[0];
      if (!start) return;
      anchor = cursor = start;
      return select();
    }
    let index = cursor[0], all = wordsOf(index), at = all.findIndex((word) => word[1] === cursor[1]) + by;
    while (at < 0 || at >= all.length) {
      index += Math.sign(by);
      if (index < 0 || index >= blocks.length) return;
      all = wordsOf(index);
      at = by > 0 ? 0 : all.length - 1;
    }
    cursor = all[at];
    if (!extend) anchor = cursor;
    select();
  }

  function end() {
    const had = Boolean(places);
    anchor = cursor = places = null;
    bar.hidden = true;
    if (had) getSelection().removeAllRanges();
    if (had) el.focus({ preventScroll: true });
    return had;
  }

  function open() {
    if (locked) return false;
    if (!chosen().trim()) return found.tell("Choose words first: arrows move by word, Shift extends.");
    const { from, to } = places, said = chosen().trim().replace(/\s+/g, " ");
    return dialog.open({
      title: "What is wrong here?", lines: [make("blockquote", { class: "iso quoted" }, said)], verb: "Mark",
      fields: [choiceField("kind", "Kind of problem", Object.entries(kinds), { needed: "Choose a kind." }), wordsField("reason", "Why? In your own words", { least: 3, lack: "Say why in your own words: guessing is visible.", rows: 2 })],
      done({ kind, reason }) {
        put({ block: from[0], at: characters(seen(from[0]), from[1]), to_block: to[0], to: characters(seen(to[0]), to[1]), kind, reason });
        end();
      },
    });
  }

  const pressed = (event) => {
    if (locked || event.ctrlKey || event.metaKey || event.altKey || event.target !== el) return;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
    if (by) move(by, event.shiftKey);
    else if (event.key === "Enter") open();
    else if (event.key === "Escape" && places) end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const released = (event) => setTimeout(() => {
    if (locked || bar.contains(event.target) || root.querySelector("dialog[open]")) return;
    const now = selectedPlaces(el, blocks, seen);
    if (!now && !anchor) bar.hidden = true;
    if (!now) return;
    anchor = cursor = null;
    places = now;
    draw_();
  }, 0);
  el.addEventListener("keydown", pressed);
  el.addEventListener("pointerdown", () => { anchor = cursor = places = null; bar.hidden = true; });
  root.addEventListener("pointerup", released);
  return { bar, end, close: () => root.removeEventListener("pointerup", released) };
}
