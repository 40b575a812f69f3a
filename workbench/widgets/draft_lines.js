// A text as lines with marks in them. An edit moves the marks behind it; only what was typed over loses its own until the next check.

/** Lines of `text`: { text, marks: [{ id, from, to, severity }] }. */
const draftLines = (text) => text.split("\n").map((line) => ({ text: line, marks: [] }));

/** What differs between two texts: the same number of lines at the head and at the tail are kept. */
function draftChange(before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0, tail = 0;
  while (head < most && before[head].text === after[head]) head += 1;
  while (tail < most - head && before[before.length - 1 - tail].text === after[after.length - 1 - tail]) tail += 1;
  return { head, tail };
}

/** The marks of a line whose text became another: those before the edit stay, those behind it move, the rest go. */
function movedMarks(line, text) {
  const old = line.text, most = Math.min(old.length, text.length), by = text.length - old.length;
  let head = 0, tail = 0;
  while (head < most && old[head] === text[head]) head += 1;
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  const end = old.length - tail;
  return line.marks.map((mark) => (mark.to <= head ? mark : mark.from >= end ? { ...mark, from: mark.from + by, to: mark.to + by } : null)).filter(Boolean);
}

/** Marks of placed findings, line by line; a finding over several lines has one in each. */
function marksByLine(lines, findings) {
  const starts = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.text.length + 1;
  }
  const found = new Map();
  for (const finding of findings) {
    if (finding.start < 0 || !finding.open) continue;
    for (let index = lineAt(starts, finding.start); index < lines.length && starts[index] < finding.end; index += 1) {
      const from = Math.max(0, finding.start - starts[index]), to = Math.min(lines[index].text.length, finding.end - starts[index]);
      if (to <= from) continue;
      if (!found.has(index)) found.set(index, []);
      found.get(index).push({ id: finding.id, from, to, severity: key(finding.severity) });
    }
  }
  return found;
}

/** The last line that begins at or before an offset. */
function lineAt(starts, offset) {
  let low = 0, high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A line cut at every edge of every mark: [{ text, marks }], so that no mark hides another. */
function draftSegments({ text, marks }) {
  if (!marks.length) return [{ text, marks: [] }];
  const edges = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.from, mark.to])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, at) => ({
    text: text.slice(from, edges[at + 1]),
    marks: marks.filter((mark) => mark.from <= from && mark.to >= edges[at + 1]).sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.to - a.from - (b.to - b.from)),
  }));
}

/** The gravest severity of some marks; "" without any. */
const gravest = (marks) => SEVERITIES.find((severity) => marks.some((mark) => mark.severity === severity)) || "";

/** What a line of Markdown is, for its colour: a heading, part of the front matter, or text. */
function lineKinds(lines) {
  const close = lines[0]?.text.trim() === "---" ? lines.findIndex((line, at) => at && line.text.trim() === "---") : -1;
  return (index) => (index <= close ? "y" : /^#{1,6}\s/.test(lines[index].text) ? "h" : "");
}
