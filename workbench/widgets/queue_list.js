// A grid that draws only the rows in sight: ten thousand articles cost what thirty do. One tab stop; the chosen row is always there.

const AROUND = 8; // rows drawn above and below what is in sight

/**
 * `rowOf(row, number)` and `sectionOf(item)` draw; items are { row } or { section, … }. Heights are the stylesheet's
 * `--row-height` and `--section-height`, so that places can be worked out and never have to be measured.
 */
function queueList({ label, heads, rowOf, sectionOf, chosen }) {
  const space = make("div", { class: "space", role: "presentation" });
  const scroll = make("div", { class: "rows", role: "rowgroup" }, space);
  const head = make("div", { role: "row", class: "cols", "aria-rowindex": 1 }, heads.map(([name, side]) => make("span", { class: side, role: "columnheader" }, name)));
  const grid = make("div", { role: "grid", class: "grid", "aria-label": label, tabindex: -1 }, head, scroll);
  const drawn = new Map(); // number of the item → its element
  let items = [], tops = [0], place = new Map(), heights = { row: 63, section: 29 };
  scroll.addEventListener("scroll", () => paint(), { passive: true });
  const watch = new ResizeObserver(() => { if (measure()) lay(); paint(); });
  watch.observe(scroll);

  function measure() {
    const style = getComputedStyle(grid), read = (name, usual) => parseFloat(style.getPropertyValue(name)) || usual;
    const now = { row: read("--row-height", 63), section: read("--section-height", 29) };
    const other = now.row !== heights.row || now.section !== heights.section;
    heights = now;
    return other;
  }

  function lay() {
    tops = [0];
    items.forEach((item, at) => tops.push(tops[at] + (item.row ? heights.row : heights.section)));
    space.style.height = `${tops[items.length]}px`;
    for (const [at, node] of drawn) node.style.top = `${tops[at]}px`;
  }

  /** The item that stands at this height. */
  function at(height) {
    let low = 0, high = Math.max(0, items.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (tops[middle] <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function paint() {
    const sight = scroll.clientHeight || 900, top = scroll.scrollTop;
    const first = Math.max(0, at(top) - AROUND), last = Math.min(items.length - 1, at(top + sight) + AROUND);
    const mine = place.get(chosen());
    const wanted = [];
    if (mine !== undefined && mine < first) wanted.push(mine);
    for (let number = first; number <= last; number += 1) wanted.push(number);
    if (mine !== undefined && mine > last) wanted.push(mine);
    const keep = new Set(wanted);
    for (const [number, node] of drawn) if (!keep.has(number)) { node.remove(); drawn.delete(number); }
    let next = space.firstChild; // nodes stay where they are, so that focus does
    for (const number of wanted) {
      let node = drawn.get(number);
      if (!node) {
        const item = items[number];
        node = item.row ? rowOf(item.row) : sectionOf(item);
        node.setAttribute("aria-rowindex", String(number + 2));
        node.style.top = `${tops[number]}px`;
        drawn.set(number, node);
        space.insertBefore(node, next);
      } else next = node.nextSibling;
    }
  }

  return {
    el: grid,
    /** Shows these items from the top. */
    fill(now) {
      drawn.forEach((node) => node.remove());
      drawn.clear();
      items = now;
      place = new Map();
      now.forEach((item, number) => item.row && place.set(item.row.name, number));
      grid.setAttribute("aria-rowcount", String(now.length + 1));
      measure();
      lay();
      paint();
    },
    has: (name) => place.has(name),
    node: (name) => drawn.get(place.get(name)),
    /** Brings a row into sight, in the middle where it was far away. */
    reveal(name) {
      const number = place.get(name);
      if (number === undefined) return;
      const sight = scroll.clientHeight, top = tops[number], bottom = tops[number + 1];
      if (sight && (top < scroll.scrollTop || bottom > scroll.scrollTop + sight)) {
        const near = Math.abs(top - scroll.scrollTop) < 2 * sight;
        scroll.scrollTop = !near ? top - sight / 2 : top < scroll.scrollTop ? top - (items[number - 1]?.section ? heights.section : 0) : bottom - sight;
      }
      paint();
    },
    page: () => Math.max(1, Math.floor(scroll.clientHeight / heights.row) - 1),
    redraw(name) {
      const number = place.get(name), old = drawn.get(number);
      if (!old) return;
      const held = old === document.activeElement, node = rowOf(items[number].row);
      node.setAttribute("aria-rowindex", String(number + 2));
      node.style.top = `${tops[number]}px`;
      old.replaceWith(node);
      drawn.set(number, node);
      if (held) node.focus({ preventScroll: true });
    },
    close: () => watch.disconnect(),
  };
}
