// Charts as inline SVG, drawn at the width they have: lines with their words beside them, and small interval bars.
// Colour is never alone: line style and words say the same, and whoever calls offers the numbers as a table.

const CHART = { height: 148, left: 34, top: 14, bottom: 26, apart: 15 };
const LINE_STYLES = { error: {}, warning: { "stroke-dasharray": "6 3" }, note: { "stroke-dasharray": "1.5 3.5", "stroke-linecap": "round" } };
const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / 86400000;
const shortDay = (iso) => day(iso).replace(/ \d{4}$/, "");

/** Round steps from 0 up to at least `most`: [0, 50, 100, 150]. */
function chartTicks(most) {
  const rough = Math.max(1, most) / 3, power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough));
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, at) => at * step);
}

/** Positions pushed at least `apart` from each other, in the order of `wanted`, and none above `top` or below `bottom`. */
function spreadApart(wanted, apart, top, bottom) {
  const order = wanted.map((at, index) => [at, index]).sort((a, b) => a[0] - b[0]), placed = [];
  order.forEach(([at], index) => placed.push(Math.max(at, top, index ? placed[index - 1] + apart : -Infinity)));
  for (let index = placed.length - 1, most = bottom; index >= 0; index -= 1, most = placed[index + 1] - apart) placed[index] = Math.min(placed[index], most);
  const given = [];
  order.forEach(([, index], at) => (given[index] = placed[at]));
  return given;
}

/**
 * Draws lines into `box` and again whenever its width changes; answers with a function that stops watching.
 * @param given { days: ["2026-09-01", …], lines: [{ severity, words, values }], marks: [{ day, words }], label }
 */
function lineChart(box, given) {
  let width = 0;
  const watch = new ResizeObserver(([entry]) => {
    const now = Math.round(entry.contentRect.width);
    if (now < 80 || now === width) return;
    width = now;
    box.replaceChildren(linesIn(width, given));
  });
  watch.observe(box);
  return () => watch.disconnect();
}

function linesIn(width, { days, lines, marks, label }) {
  const right = 8 + Math.max(...lines.map((line) => line.words.length)) * 7.5;
  const end = width - right, floor = CHART.height - CHART.bottom, ticks = chartTicks(Math.max(...lines.flatMap((line) => line.values))), most = ticks.at(-1);
  const first = dayNumber(days[0]), range = Math.max(1, dayNumber(days.at(-1)) - first);
  const x = (iso) => CHART.left + ((dayNumber(iso) - first) / range) * (end - CHART.left), y = (value) => floor - (value / most) * (floor - CHART.top);
  const words = (text, at, level, anchor = "start", more = {}) => draw("text", { x: at, y: level, "text-anchor": anchor, ...more }, text);
  const grid = ticks.map((value) => [draw("path", { d: `M${CHART.left} ${y(value)}H${end}`, class: "tick" }), words(String(value), CHART.left - 6, y(value) + 4, "end")]);
  const middle = days[Math.floor((days.length - 1) / 2)], roomy = x(middle) - CHART.left > 60 && end - x(middle) > 60;
  const dates = [words(shortDay(days[0]), CHART.left, CHART.height - 6), roomy ? words(shortDay(middle), x(middle), CHART.height - 6, "middle") : null, words(shortDay(days.at(-1)), end, CHART.height - 6, "end")];
  const marked = marks.map((mark, at) => [
    draw("path", { d: `M${x(mark.day)} ${CHART.top - 2}V${floor}`, class: "mark" }),
    at === marks.length - 1 ? words(mark.words, x(mark.day) - 4, CHART.top - 4, x(mark.day) - CHART.left > 110 ? "end" : "start") : null]);
  const heights = spreadApart(lines.map((line) => y(line.values.at(-1)) + 4), CHART.apart, CHART.top, floor + 4);
  const drawn = lines.map((line, index) => {
    const points = line.values.map((value, at) => `${x(days[at]).toFixed(1)} ${y(value).toFixed(1)}`);
    return [draw("path", { d: `M${points.join("L")}`, class: `line ${line.severity}`, ...LINE_STYLES[line.severity] }),
      words(line.words, end + 7, heights[index], "start", { class: `named ${line.severity}` })];
  });
  return draw("svg", { class: "chart", width, height: CHART.height, viewBox: `0 0 ${width} ${CHART.height}`, role: "img", "aria-label": label }, grid, dates, marked, drawn);
}

/** How often a check was right, as a dot with the range it may lie in, and the line below which it is named. Shares are 0–1. */
function intervalBar({ share, low, high, line = 0.85 }, width = 76) {
  const at = (value) => 3 + value * (width - 6);
  return draw("svg", { class: "interval", width, height: 14, viewBox: `0 0 ${width} 14`, "aria-hidden": "true" },
    draw("path", { d: `M3 7H${width - 3}`, class: "tick" }), draw("path", { d: `M${at(line)} 1V13`, class: "mark" }),
    draw("path", { d: `M${at(low)} 7H${at(high)}`, class: "range" }), draw("circle", { cx: at(share), cy: 7, r: 3.2, class: share < line ? "dot low" : "dot" }));
}
