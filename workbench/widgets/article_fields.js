// Fields of dialogs that only the article view needs.

/** One of many, as a list to choose from by its first letters; `options` are [value, words]. */
function listField(name, label, options, { needed = "" } = {}) {
  const list = make("select", { class: "field wide" }, make("option", { value: "" }, "Choose…"), options.map(([value, words]) => make("option", { value }, words)));
  return { name, el: make("label", { class: "labelled" }, make("span", {}, label), list), value: () => list.value, lacks: () => (list.value ? "" : needed), focus: () => list.focus() };
}

/** Several of some, all of them at first, `most` at a time; `rows` are { value, el }. */
function manyField(name, label, rows, { most, none, many }) {
  const boxes = rows.map((row, at) => ({ ...row, box: make("input", { type: "checkbox", checked: at < most, onchange: count }) }));
  const told = make("p", { class: "muted", role: "status" });
  const chosen = () => boxes.filter(({ box }) => box.checked).map(({ value }) => value);
  function count() { told.textContent = `${chosen().length} of ${rows.length} chosen${rows.length > most ? `; at most ${most} at a time` : ""}.`; }
  count();
  return {
    name, value: chosen, focus: () => boxes[0]?.box.focus(), lacks: () => (!chosen().length ? none : chosen().length > most ? many : ""),
    el: make("fieldset", { class: "many" }, make("legend", {}, label), make("div", { class: "many-rows", tabindex: 0, role: "group", "aria-label": label }, boxes.map(({ box, el }) => make("label", { class: "use" }, box, el))), told),
  };
}
