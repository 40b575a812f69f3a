// The text itself: a plain text area, and behind it the same lines with their numbers and marks. Both wrap alike.

const PLAIN = 300_000; // characters from which on a text has no lines behind it: a book would take the browser minutes

/** `most` characters are taken; `told.refused(size)` when more come at once, `told.changed()` after an edit, `told.moved(offset)` when the caret stands elsewhere. */
function draftText({ readOnly, most, told }) {
  const area = make("textarea", { class: "area", "aria-label": "Text of the draft", spellcheck: "true", dir: "auto", wrap: "soft", autocomplete: "off", readonly: readOnly, placeholder: "Paste or type a text" });
  const mirror = make("div", { class: "lines", "aria-hidden": "true" });
  const paper = make("div", { class: "paper" }, make("div", { class: "leaf" }, mirror, area));
  let lines = draftLines(""), active = 0, kind = lineKinds(lines), written = "", plain = false, marked = [];

  const row = (line) => {
    const icon = make("i"), body = make("p"), number = make("b");
    line.el = make("div", { class: "ln" }, number, icon, body);
    return line.el;
  };

  function paint(line, index) {
    const [number, icon, body] = line.el.children, sign = gravest(line.marks), type = kind(index);
    if (line.number !== index) number.textContent = String((line.number = index) + 1);
    const look = `${type}|${line.text}|${line.marks.map((mark) => `${mark.id},${mark.from},${mark.to},${mark.severity},${mark.id === active}`).join(";")}`;
    if (look === line.look) return;
    line.look = look;
    icon.replaceChildren(...(sign ? [make("span", { class: `sev ${sign}` })] : []));
    body.className = type;
    body.replaceChildren(...draftSegments(line).map(({ text, marks }) => (marks.length ? make("span", { class: `sq ${marks[0].severity} ${marks.length > 1 ? "many" : ""} ${marks.some((mark) => mark.id === active) ? "open" : ""}` }, text) : text)));
  }

  const all = () => lines.forEach(paint);

  /** Brings the lines behind in line with what stands in the area. */
  function follow() {
    written = area.value;
    if (written.length > PLAIN !== plain) change();
    if (plain) return;
    const after = written.split("\n"), { head, tail } = draftChange(lines, after);
    const gone = lines.slice(head, lines.length - tail), fresh = after.slice(head, after.length - tail).map((text, at) => ({ text, marks: gone.length === 1 && after.length === lines.length ? movedMarks(gone[0], text) : [], at }));
    const next = lines[lines.length - tail]?.el || null;
    gone.forEach((line) => line.el?.remove());
    const box = document.createDocumentFragment();
    fresh.forEach((line) => box.append(row(line)));
    mirror.insertBefore(box, tail ? next : null);
    lines = [...lines.slice(0, head), ...fresh, ...lines.slice(lines.length - tail)];
    const had = kind;
    kind = lineKinds(lines);
    const matter = /^-{3}\s*$/.test(after[0] || "") || had(0) === "y";
    if (gone.length === fresh.length && !matter) fresh.forEach((line, at) => paint(line, head + at));
    else all();
  }

  /** From lines with marks to a plain text area, or back. */
  function change() {
    plain = !plain;
    paper.classList.toggle("plain", plain);
    lines = draftLines("");
    kind = lineKinds(lines);
    mirror.replaceChildren(...(plain ? [] : lines.map(row)));
  }

  area.addEventListener("input", () => {
    follow();
    told.changed();
  });
  /** A book at once would keep the browser busy for minutes; it is refused before it is laid out. */
  const taken = (event) => {
    const size = ((event.clipboardData || event.dataTransfer)?.getData("text/plain") || "").length;
    if (size + area.value.length <= most) return;
    event.preventDefault();
    told.refused(size);
  };
  area.addEventListener("paste", taken);
  area.addEventListener("drop", taken);
  const moved = () => area.getRootNode().activeElement === area && told.moved(area.selectionStart);
  document.addEventListener("selectionchange", moved);
  lines.forEach((line) => mirror.append(row(line)));
  all();

  /** Where the marks of a finding stand now: its first and last line and offsets in the text. */
  function place(id) {
    let at = 0, found = null;
    if (plain) return marked.find((one) => one.id === id && one.start >= 0) || null;
    for (const [index, line] of lines.entries()) {
      for (const mark of line.marks) if (mark.id === id) found = { line: found?.line ?? index, start: found?.start ?? at + mark.from, end: at + mark.to };
      at += line.text.length + 1;
    }
    return found;
  }

  return {
    el: paper, area,
    get text() { return area.value; },
    /** Another text, with the caret where it was as far as that goes. */
    put(text) {
      if (text === written && text === area.value) return;
      const caret = area.selectionStart;
      area.value = text;
      follow();
      area.setSelectionRange(Math.min(caret, text.length), Math.min(caret, text.length));
    },
    /** Marks of these findings, none of any other. */
    mark(findings) {
      active = 0;
      marked = findings;
      if (plain) return;
      const found = marksByLine(lines, findings);
      lines.forEach((line, index) => { line.marks = found.get(index) || []; });
      all();
    },
    activate(id) {
      const before = active;
      active = id;
      if (before !== id) lines.forEach((line, index) => line.marks.some((mark) => mark.id === id || mark.id === before) && paint(line, index));
    },
    place,
    /** The findings at the caret, the shortest first. */
    at(offset) {
      let before = 0;
      if (plain) return marked.filter((one) => one.start <= offset && offset <= one.end).sort((a, b) => a.end - a.start - (b.end - b.start)).map((one) => one.id);
      for (const line of lines) {
        if (offset <= before + line.text.length) return line.marks.filter((mark) => mark.from <= offset - before && offset - before <= mark.to).sort((a, b) => a.to - a.from - (b.to - b.from)).map((mark) => mark.id);
        before += line.text.length + 1;
      }
      return [];
    },
    /** Shows a place, and with `focus` puts the caret there. */
    go(start, end, focus) {
      const top = this.lineOf(start);
      if (focus) area.focus({ preventScroll: true });
      area.setSelectionRange(start, end);
      if (plain) area.scrollTop = area.scrollHeight * (start / area.value.length) - area.clientHeight / 2;
      else reveal(paper, lines[top]?.el);
    },
    lineOf(offset) {
      let at = 0;
      const index = lines.findIndex((line) => (at += line.text.length + 1) > offset);
      return index < 0 ? lines.length - 1 : index;
    },
    /** Puts words in the place of others, so that the editor's own undo takes it back. */
    replace(start, end, words) {
      area.focus({ preventScroll: true });
      area.setSelectionRange(start, end);
      if (!document.execCommand?.("insertText", false, words)) {
        area.setRangeText(words, start, end, "end");
        area.dispatchEvent(new Event("input"));
      }
      reveal(paper, lines[this.lineOf(start + words.length)]?.el);
    },
    /** The last line in sight, from 1. */
    seen() {
      if (plain) return 0;
      const bottom = paper.getBoundingClientRect().bottom;
      let low = 0, high = lines.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (lines[middle].el.getBoundingClientRect().top < bottom) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
    caret() {
      if (plain) return "";
      const before = area.value.slice(0, area.selectionStart), line = before.split("\n");
      return `Ln ${line.length}, Col ${[...line[line.length - 1]].length + 1}`;
    },
    close: () => document.removeEventListener("selectionchange", moved),
  };
}
