// The four drawings of the lessons' figures. Colour never speaks alone: a shape or a word says the same.

const LESSON_WIDE = 640;

/** The drawing of a frame; the caption and the table say in words what it shows, so that it is hidden from readers. */
function lessonDrawing(given) {
  const kinds = { line: lessonLine, icons: lessonIcons, bars: lessonBars, text: lessonText };
  return kinds[given.kind]?.(given) || document.createTextNode(""); // a table alone
}

const lessonSheet = (height, ...children) => draw("svg", { viewBox: `0 0 ${LESSON_WIDE} ${height}`, class: "sheet", "aria-hidden": "true", focusable: "false" }, ...children);
const lessonLabel = (x, y, text, className = "", anchor = "middle") => draw("text", { x, y, class: className, "text-anchor": anchor }, text);

function lessonLine({ low, high, target, label, fits, dots }) {
  const wide = high - low || 1, place = (x) => 70 + ((x - low) / wide) * (LESSON_WIDE - 140), at = place(target);
  const marks = dots.map((dot, n) => {
    const x = place(dot.x), up = n % 2 ? 128 : 146;
    return [draw("circle", { cx: x, cy: 90, r: 7, class: "dot" }), draw("line", { x1: x, x2: x, y1: 99, y2: up - 12, class: "axis" }), lessonLabel(x, up, dot.label)];
  });
  const sign = fits ? "M-7 0-2 6 8-7" : "M-6-6 6 6M6-6-6 6";
  return lessonSheet(160, draw("line", { x1: 40, x2: LESSON_WIDE - 40, y1: 90, y2: 90, class: "axis" }), marks,
    draw("line", { x1: at, x2: at, y1: 52, y2: 104, class: `target ${fits ? "fits" : "not"}` }),
    draw("path", { d: sign, transform: `translate(${at} 38)`, class: `sign ${fits ? "fits" : "not"}` }),
    lessonLabel(at, 20, `${label} ${fits ? "is possible" : "is not possible"}`, "strong"));
}

function lessonIcons({ groups }) {
  const most = Math.max(...groups.map((group) => group.of)), columns = most > 400 ? 50 : 25, wide = 280, size = wide / columns, gap = 40;
  const rows = Math.ceil(most / columns), square = size * 0.82, ring = size * 0.2;
  return lessonSheet(rows * size + 34, groups.map((group, n) => {
    const left = 20 + n * (wide + gap), hits = [], rest = [];
    for (let one = 0; one < group.of; one += 1) {
      const x = left + (one % columns) * size, y = 30 + Math.floor(one / columns) * size;
      if (one < group.hit) hits.push(`M${x} ${y}h${square}v${square}h-${square}z`);
      else rest.push(`M${x + square / 2} ${y + square / 2 - ring}a${ring} ${ring} 0 1 0 .01 0z`);
    }
    return [lessonLabel(left, 18, `${group.name}: ${group.hit} of ${group.of}`, "strong", "start"), draw("path", { d: rest.join(""), class: "other" }), draw("path", { d: hits.join(""), class: "hit" })];
  }));
}

function lessonBars({ bars, limit }) {
  const left = 200, room = LESSON_WIDE - left - 110, height = bars.length * 30 + 16;
  const edge = limit === null || limit === undefined ? null : left + limit * room;
  return lessonSheet(height, bars.map((bar, n) => {
    const y = 8 + n * 30, long = Math.max(2, bar.value * room);
    return [lessonLabel(left - 10, y + 16, bar.name, bar.on ? "strong" : "", "end"), draw("rect", { x: left, y, width: long, height: 22, rx: 3, class: bar.on ? "bar on" : "bar" }), lessonLabel(left + long + 8, y + 16, bar.text, bar.on ? "strong" : "", "start")];
  }), edge === null ? null : draw("line", { x1: edge, x2: edge, y1: 2, y2: height - 2, class: "limit" }));
}

const LESSON_MARKS = { mark: "", found: "found", held: "held back", error: "Error", warning: "Warning", note: "Note" };

function lessonText({ parts }) {
  return make("p", { class: "passage iso" }, parts.map((part) => {
    if (!part.kind) return document.createTextNode(part.text);
    const word = LESSON_MARKS[part.kind] ?? "";
    return [make("mark", { class: `words ${part.kind in LESSON_MARKS ? part.kind : "mark"}` }, part.text), word ? make("small", { class: "tag" }, ` ${word}`) : null];
  }));
}
