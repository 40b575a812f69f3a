// The text with its marks: flat segments, each with at most two lines; numbered tags at the end of a run of marks.

/**
 * `view` gives `article`, `finding(id)`, `visible(id)`, `isOpen(id)`, `current`, `mode` and `select(id, from)`.
 * Answers { el, map, paint, repaint, reveal, focusTag, first }.
 */
function textColumn(view) {
  const { article } = view;
  const places = new Map(); // finding → its segments, in reading order
  const segments = [], tags = new Map();
  const el = make("article", { class: "text", tabindex: -1, "aria-label": "Text" });
  const total = Math.max(1, article.blocks.reduce((sum, block) => sum + length(block), 0));
  let before = 0;

  el.append(head());
  const blocks = [];
  let list = null;
  for (const block of article.blocks) {
    const drawn = drawBlock(block);
    blocks.push(drawn);
    if (block.kind === "item") {
      if (!list) el.append((list = make("ul", { class: "items" })));
      list.append(drawn);
    } else {
      list = null;
      el.append(drawn);
    }
    before += length(block);
  }
  tagRuns();
  el.querySelector(".head-tags").append(...wholeTags());

  el.addEventListener("click", (event) => {
    const tag = event.target.closest(".ref");
    if (tag) return view.select(Number(tag.dataset.id), "text");
    const spot = event.target.closest(".seg");
    const segment = spot && segments[Number(spot.dataset.at)];
    if (!segment || String(getSelection()).trim().length) return;
    const ids = [...segment.findings, ...segment.held].filter((id) => view.visible(id)).sort((a, b) => size(a) - size(b));
    if (ids.length) view.select(ids[(ids.indexOf(view.current) + 1) % ids.length], "text");
  });

  const map = minimap(view, el, places), folds = sectionFolds(view, el, blocks);

  function length(block) {
    return block.segments.reduce((sum, segment) => sum + segment.text.length, 0);
  }

  function size(id) {
    return (places.get(id) || []).reduce((sum, segment) => sum + segment.text.length, 0);
  }

  function head() {
    const { author, reviewer, updated } = article.meta;
    const words = [author ? `By ${author}` : "No author named", reviewer ? `reviewed by ${reviewer}` : "no medical reviewer named", day(updated) || "no date"];
    return make("p", { class: "by" }, say("span", "", words.join(" · ")), make("span", { class: "head-tags" }));
  }

  function drawBlock(block) {
    const tag = block.kind === "heading" ? `h${Math.min(6, Math.max(2, block.level + 1))}` : { item: "li", quote: "blockquote", code: "pre" }[block.kind] || "p";
    const node = make(tag, { class: `block ${["cell", "caption"].includes(block.kind) ? block.kind : ""} ${block.boilerplate ? "furniture" : ""}` });
    if (block.boilerplate) node.append(say("span", "eyebrow", `Page furniture: ${block.boilerplate}`));
    for (const part of block.segments) {
      const ids = [...part.findings, ...part.held];
      if (!ids.length) {
        node.append(part.text);
        continue;
      }
      const span = make("span", { "data-at": segments.length }, part.text);
      const segment = { ...part, ids, span, block: node, at: before / total };
      segments.push(segment);
      for (const id of ids) places.set(id, [...(places.get(id) || []), segment]);
      node.append(span);
    }
    return node;
  }

  function makeTag(id) {
    const finding = view.finding(id);
    const word = finding.held_back ? "held back" : key(finding.severity);
    const tag = make("button", {
      type: "button", class: "ref", tabindex: -1, "data-id": id, "aria-details": view.panelId,
      "aria-label": `Finding ${id}, ${word}, ${finding.title}`,
    }, String(id));
    tags.set(id, tag);
    return tag;
  }

  // A run is a stretch of neighbouring segments that share findings; the tags of all that end in it stand behind it.
  function tagRuns() {
    const last = new Map([...places].map(([id, parts]) => [id, parts.at(-1)]));
    for (let index = 0; index < segments.length; ) {
      const run = [segments[index]];
      while (run.at(-1).span.nextSibling === segments[index + run.length]?.span && run.at(-1).ids.some((id) => segments[index + run.length].ids.includes(id))) {
        run.push(segments[index + run.length]);
      }
      index += run.length;
      const ending = [...new Set(run.flatMap((segment) => segment.ids))].filter((id) => run.includes(last.get(id))).sort((a, b) => a - b);
      const more = Math.max(...run.map((segment) => segment.findings.length)) - 2;
      const made = ending.map(makeTag);
      if (more > 0 && made.length) made.at(-1).append(make("span", { class: "more", "aria-hidden": "true" }, `+${more}`));
      if (made.length) hold(run.at(-1), made);
    }
  }

  // Tags stay on the line of the word before them, and a full stop behind them stays there too.
  function hold(segment, made) {
    const { span } = segment, text = span.textContent, at = text.trimEnd().lastIndexOf(" ") + 1;
    const held = make("span", { class: "hold" }), after = span.nextSibling;
    if (at > 0) {
      segment.tail = make("span", { "data-at": span.dataset.at }, text.slice(at));
      span.textContent = text.slice(0, at);
      span.after(held);
      held.append(segment.tail);
    } else {
      span.before(held);
      held.append(span);
    }
    held.append(...made);
    const mark = after?.nodeType === Node.TEXT_NODE ? /^[.,;:!?)\]”’]+/.exec(after.data)?.[0] : "";
    if (mark) {
      held.append(mark);
      after.data = after.data.slice(mark.length);
    }
  }

  // A finding without words stands at the heading over what it speaks of, else at the head of the article.
  function wholeTags() {
    const loose = article.findings.filter((finding) => !places.has(finding.id)), head = [];
    for (const finding of loose) {
      const heading = finding.whole ? headingOver(finding.anchor) : null;
      if (heading) heading.append(makeTag(finding.id));
      else head.push(finding);
    }
    return head.length ? [" · Whole article", ...head.map((finding) => makeTag(finding.id))] : [];
  }

  function headingOver(index) {
    if (index === null || index === undefined) return null;
    const at = article.blocks.findLastIndex((block, place) => place <= index && block.kind === "heading");
    return at >= 0 ? blocks[at] : null;
  }

  function paintSegment(segment) {
    const shown = segment.ids.filter((id) => view.visible(id));
    const active = shown.includes(view.current);
    const kept = shown.filter((id) => !view.finding(id).held_back);
    const lead = active ? view.current : kept.find((id) => view.isOpen(id)) ?? kept[0] ?? shown[0];
    const spans = segment.tail ? [segment.span, segment.tail] : [segment.span];
    if (lead === undefined) return spans.forEach((span) => (span.className = ""));
    const finding = view.finding(lead);
    const second = kept.find((id) => id !== lead);
    const quiet = !active && !finding.held_back && !view.isOpen(lead);
    const others = !active && segment.ids.some((id) => id === view.current);
    const look = ["seg", finding.held_back ? "held" : key(finding.severity), active && "active", second !== undefined && "two", quiet && "done", others && "plain"].filter(Boolean).join(" ");
    for (const span of spans) {
      span.className = look;
      span.style.setProperty("--sev2", second === undefined ? "transparent" : `var(--wb-${key(view.finding(second).severity)})`);
    }
  }

  function paintTag(id) {
    const tag = tags.get(id), finding = view.finding(id);
    if (!tag) return;
    tag.hidden = !view.visible(id);
    tag.className = `ref ${finding.held_back ? "held" : key(finding.severity)} ${view.isOpen(id) || finding.held_back ? "" : "done"} ${id === view.current ? "now" : ""}`;
    tag.tabIndex = id === view.current ? 0 : -1;
    const mark = map.marks.get(id);
    if (mark) {
      mark.hidden = !view.visible(id) || !(view.isOpen(id) || id === view.current);
      mark.classList.toggle("now", id === view.current);
    }
  }

  return {
    el, map: map.box, blocks, folds,
    /** All marks, after a change of filter or mode. */
    paint() {
      segments.forEach(paintSegment);
      tags.forEach((_, id) => paintTag(id));
      map.follow();
    },
    /** Where a finding begins; undefined for one without words. */
    placeOf: (id) => places.get(id)?.[0],
    /** Only the marks of these findings. */
    repaint(ids) {
      new Set(ids.flatMap((id) => places.get(id) || [])).forEach(paintSegment);
      ids.forEach(paintTag);
    },
    reveal(id) {
      const spot = places.get(id)?.[0];
      if (spot) {
        folds.unfold(spot.block);
        reveal(el, spot.block); // draws a block that was skipped until now
        reveal(el, tags.get(id)); // at the end of the words; the start of very long ones matters more
        reveal(el, spot.span);
      } else if (tags.has(id)) tags.get(id).closest(".by") ? (el.scrollTop = 0) : reveal(el, tags.get(id));
    },
    revealBlock(index) {
      el.querySelectorAll(".here").forEach((node) => node.classList.remove("here"));
      folds.unfold(blocks[index]);
      blocks[index]?.classList.add("here");
      reveal(el, blocks[index]);
    },
    /** To the next or the previous heading, from where the column stands. */
    section(by) {
      const at = el.getBoundingClientRect().top, all = [...el.querySelectorAll(".block:is(h2, h3, h4, h5, h6):not([hidden])")];
      const tops = all.map((node) => node.getBoundingClientRect().top - at);
      const next = by > 0 ? tops.findIndex((top) => top > 12) : tops.findLastIndex((top) => top < -4);
      folds.at(all[Math.max(0, next)]);
      if (next >= 0) el.scrollTop += tops[next] - 8;
      else if (by < 0) el.scrollTop = 0;
    },
    focusTag(step = 0) {
      const walk = [...el.querySelectorAll(".ref:not([hidden])")].filter((tag) => !tag.closest("[hidden]"));
      const at = walk.indexOf(document.activeElement);
      const next = step ? walk[(at + step + walk.length) % walk.length] : tags.get(view.current) ?? walk[0];
      if (!next) return;
      if (step) view.select(Number(next.dataset.id), "text");
      next.focus({ preventScroll: true });
      reveal(el, next);
    },
    /** What the reader saw of a finding's words, without the markup of the source. */
    words(id) {
      return (places.get(id) || []).map((segment, at, all) => (at && all[at - 1].block !== segment.block ? " " : "") + segment.text).join("");
    },
    others(id) {
      return [...new Set((places.get(id) || []).flatMap((segment) => segment.ids))].filter((other) => other !== id && view.visible(other)).sort((a, b) => a - b);
    },
  };
}
