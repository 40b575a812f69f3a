// What stands under the chosen row: its facts, then entries (uses, claims) one by one, each with its own buttons.

/** `entries` are { key, node, acts } with `acts` by key letter; focus stays on the same entry and button over a redraw. */
function placePane(label) {
  const inside = make("div", { class: "in", tabindex: -1 }), acts = make("div", { class: "acts", role: "group", "aria-label": "Actions" });
  const el = make("section", { class: "look", "aria-label": label, tabindex: -1 }, inside, acts);
  let entries = [], at = 0, of = null;

  inside.addEventListener("focusin", (event) => {
    const found = entries.findIndex((entry) => entry.node.contains(event.target));
    if (found >= 0) mark(found);
  });

  function mark(next) {
    at = Math.min(Math.max(0, next), Math.max(0, entries.length - 1));
    entries.forEach((entry, n) => {
      entry.node.tabIndex = n === at ? 0 : -1;
      entry.node.classList.toggle("cur", n === at);
    });
  }

  return {
    el, inside,
    get entry() { return inside.contains(document.activeElement) ? entries[at] : null; },
    get first() { return entries[at] || null; },
    has: (node) => el.contains(node),
    paint(key, { nodes = [], given = [], buttons = [] }) {
      const focused = document.activeElement, held = inside.contains(focused), below = acts.contains(focused), mine = entries[at]?.key, press = focused?.dataset?.act, same = key === of, top = inside.scrollTop;
      const waited = focused === el && !entries.length; // they came in before there was an entry to stand on
      entries = given;
      of = key;
      inside.replaceChildren(...nodes.flat(Infinity).filter(Boolean));
      acts.replaceChildren(...buttons.filter(Boolean));
      acts.hidden = !acts.childElementCount;
      const again = same ? entries.findIndex((entry) => entry.key === mine) : 0;
      mark(again < 0 ? at : again);
      inside.scrollTop = same ? top : 0;
      if (!held && !below && !waited) return;
      const node = entries[at]?.node;
      ((below ? acts : node)?.querySelector(`[data-act="${press}"]`) || node || el).focus({ preventScroll: true });
    },
    step(by) {
      if (!entries.length) return false;
      mark(at + by);
      entries[at].node.focus({ preventScroll: true });
      reveal(inside, entries[at].node);
      return true;
    },
    focus() {
      const node = entries[at]?.node || acts.querySelector(".btn") || el;
      node.focus({ preventScroll: true });
      reveal(inside, node);
    },
    /** Do what a key letter means for the entry in focus, else for the pane. */
    press(letter) {
      const entry = inside.contains(document.activeElement) ? entries[at] : entries.length === 1 ? entries[0] : null;
      const node = entry?.node.querySelector(`[data-act="${letter}"]`) || acts.querySelector(`[data-act="${letter}"]`);
      if (!node) return false;
      node.click();
      return true;
    },
  };
}

/** An entry of the pane: a list item with one tab stop. */
const entryNode = (label, ...inner) => make("li", { class: "entry", tabindex: -1, "aria-label": label }, inner);
