// The strip beside the text that repeats place and severity; decoration, the list is the truth.

/** `el` scrolls, `places` is finding → its segments; answers { box, marks, follow }. */
function minimap(view, el, places) {
  const box = make("div", { class: "map", "aria-hidden": "true" });
  const window_ = make("u");
  box.append(window_);
  const marks = new Map();
  for (const [id, parts] of places) {
    const mark = make("i", { class: view.finding(id).held_back ? "held" : key(view.finding(id).severity) });
    mark.style.top = `${(parts[0].at * 100).toFixed(2)}%`;
    marks.set(id, mark);
    box.append(mark);
  }
  const follow = () => {
    window_.style.top = `${(100 * el.scrollTop) / Math.max(1, el.scrollHeight)}%`;
    window_.style.height = `${Math.min(100, (100 * el.clientHeight) / Math.max(1, el.scrollHeight))}%`;
  };
  el.addEventListener("scroll", follow, { passive: true });
  box.addEventListener("click", (event) => {
    const spot = box.getBoundingClientRect();
    el.scrollTop = ((event.clientY - spot.top) / Math.max(1, spot.height)) * el.scrollHeight - el.clientHeight / 2;
  });
  return { box, marks, follow };
}
