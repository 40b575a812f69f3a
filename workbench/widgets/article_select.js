// Marking words that no check saw: with the mouse, or by keyboard word by word; then they become a finding or a claim.

/** Answers { bar, start, begin, end, on, close }. */
function wordMarking(view) {
  const { el, blocks } = view.text, texts = view.article.blocks.map((block) => block.segments.map((part) => part.text).join(""));
  const seen = (index) => texts[index] || "", dialog = addDialog(view);
  const told = make("span", { class: "vh", role: "status" }), words = make("span", { class: "clip iso" });
  const add = button("Add a finding…", () => open("finding"), { className: "small primary", keyName: "Enter" }), claim = button("It is a claim…", () => open("claim"), { className: "small" });
  const bar = make("div", { class: "marking", role: "toolbar", "aria-label": "Marked words", hidden: true }, words, add, claim, button("Cancel", () => end(), { className: "quiet small", keyName: "Esc" }), told);
  const start = button("Mark", () => begin(), { keyName: "E", className: "quiet small marks", "aria-label": "Mark words", title: "Add a finding or a claim that no check saw" });
  let anchor = null, cursor = null, places = null; // by keyboard: two words, [block, from, to] each

  const marked = () => (places ? String(rangeText(places)) : "");

  function rangeText({ from, to }) {
    if (from[0] === to[0]) return seen(from[0]).slice(from[1], to[1]);
    const between = texts.slice(from[0] + 1, to[0]);
    return [seen(from[0]).slice(from[1]), ...between, seen(to[0]).slice(0, to[1])].join(" ");
  }

  function wordsOf(index) {
    return [...seen(index).matchAll(/\S+/gu)].map((found) => [index, found.index, found.index + found[0].length]);
  }

  /** Where marking begins: at the chosen finding, else at the first words in sight. */
  function origin() {
    const spot = view.current === null ? null : view.text.placeOf(view.current), top = el.getBoundingClientRect().top;
    const index = spot ? blocks.indexOf(spot.block) : blocks.findIndex((block, at) => !block.hidden && seen(at).trim() && block.getBoundingClientRect().bottom > top + 8);
    const all = wordsOf(Math.max(0, index));
    if (!spot) return all[0];
    const at = placeIn(spot.block, spot.span.firstChild || spot.span, 0);
    return all.find(([, , to]) => to > at) || all[0];
  }

  function begin() {
    if (view.barred) return view.voice.tell(view.barred, "alert");
    if (!view.desk().me) return view.voice.tell("Findings cannot be added here.", "alert");
    if (!view.decides()) return view.voice.tell("Only an editor or a medical reviewer can add a finding. You can write a message (M).", "alert");
    const word = origin();
    if (!word) return view.voice.tell("There are no words to mark.");
    anchor = cursor = word;
    el.focus({ preventScroll: true });
    show_();
    view.voice.tell("Arrows move, Shift extends, Enter adds, Esc ends.");
    return true;
  }

  function show_() {
    const [one, other] = before(anchor, cursor) ? [anchor, cursor] : [cursor, anchor];
    places = { from: [one[0], one[1]], to: [other[0], other[2]] };
    view.text.folds.unfold(blocks[cursor[0]]);
    const range = rangeOver(blocks, places.from, places.to), selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    reveal(el, blocks[cursor[0]]);
    draw_();
  }

  const before = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);

  function draw_() {
    const text = marked().trim().replace(/\s+/g, " ");
    bar.hidden = !text;
    words.textContent = `“${text.length > 60 ? `${tidy(text.slice(0, 57))}…` : text}”`;
    if (anchor) told.textContent = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  }

  function move(by, extend) {
    let index = cursor[0], all = wordsOf(index), at = all.findIndex((word) => word[1] === cursor[1]) + by;
    while (at < 0 || at >= all.length) {
      index += Math.sign(by);
      if (index < 0 || index >= texts.length) return;
      all = wordsOf(index);
      at = by > 0 ? 0 : all.length - 1;
    }
    cursor = all[at];
    if (!extend) anchor = cursor;
    show_();
  }

  function end() {
    const had = Boolean(places);
    anchor = cursor = places = null;
    bar.hidden = true;
    if (had) getSelection().removeAllRanges();
    if (had && el.contains(document.activeElement)) view.focusList();
    return had;
  }

  function open(what) {
    if (!places || !marked().trim()) return false;
    const { from, to } = places;
    dialog(what, marked().trim().replace(/\s+/g, " "), {
      block: from[0], at: characters(seen(from[0]), from[1]), to_block: to[0], to: characters(seen(to[0]), to[1]), text: marked(),
    }, end);
    return true;
  }

  /** The words of a held-back match that is a problem after all, as a finding to add. */
  function asFinding(finding) {
    const text = view.words(finding.id).trim(), index = texts.findIndex((one) => text && one.includes(text));
    if (index < 0) return view.voice.tell("These words run over several paragraphs. Mark them in the text (E).", "alert");
    const at = seen(index).indexOf(text);
    places = { from: [index, at], to: [index, at + text.length] };
    draw_();
    return open("finding");
  }

  el.addEventListener("keydown", (event) => {
    if (!places || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(".ref, .fold")) return;
    const by = anchor && { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
    if (by) move(by, event.shiftKey);
    else if (event.key === "Enter") open(event.shiftKey ? "claim" : "finding");
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const released = () => setTimeout(() => {
    if (view.barred || !view.desk().me || !view.decides() || anchor) return;
    if (bar.contains(document.activeElement) || root.querySelector("dialog[open]")) return;
    places = selectedPlaces(el, blocks, seen);
    draw_();
  }, 0);
  const root = view.root;
  root.addEventListener("pointerup", released);
  el.addEventListener("pointerdown", () => { anchor = cursor = null; });

  return { bar, start, begin, end, asFinding, on: () => Boolean(places), close: () => root.removeEventListener("pointerup", released) };
}
