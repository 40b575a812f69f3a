// A figure of a lesson: one control, one drawing, what it shows in words, and the same as a table.

function renderFigure({ model, el }) {
  const root = keptKeys(make("section", { class: "wb wb-lesson", tabindex: -1, "data-lm-suppress-shortcuts": "true" }));
  const given = model.get("figure") || {}, frames = given.frames || [];
  root.setAttribute("aria-label", `Figure: ${given.title || "empty"}`);
  if (!frames.length) root.append(make("p", { class: "muted" }, "This figure has nothing to show. Run the cell again."));
  else fillFigure(root, model, given, frames);
  const leave = watchTheme();
  el.append(root);
  return leave;
}

function fillFigure(root, model, given, frames) {
  const canvas = make("div", { class: "canvas" }), caption = make("figcaption", { role: "status" }), place = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table" });
  const control = given.control === "choice" ? figureChoice(given, frames) : figureSlider(given, frames);
  const go = (at) => { model.set("at", at); model.save_changes(); show(); };
  const step = (by) => button(by < 0 ? "Back" : "Next", () => go(held() + by), { className: "small" });
  const held = () => Math.min(frames.length - 1, Math.max(0, model.get("at") || 0)), back = step(-1), next = step(1);
  function show() {
    const at = held(), frame = frames[at];
    model.get("at") === at || model.set("at", at);
    control.put(at, frame.at);
    for (const [which, end] of [[back, 0], [next, frames.length - 1]]) which.setAttribute("aria-disabled", String(at === end));
    canvas.replaceChildren(lessonDrawing(frame.draw));
    if (caption.textContent !== frame.caption) caption.textContent = frame.caption;
    place.replaceChildren(figureTable(frame.table, given.title));
  }
  control.node.addEventListener("input", () => go(Number(control.node.value)));
  model.on("change:at", show);
  root.append(make("figure", {}, make("h3", {}, given.title), frames.length > 1 ? make("div", { class: "row wrap tools" }, control.label, back, next) : null, canvas, caption,
    make("details", { open: frames[0].draw.kind === "table" }, make("summary", {}, "Show as a table"), place)));
  show();
}

function figureSlider(given, frames) {
  const node = make("input", { type: "range", min: 0, max: frames.length - 1, step: 1 }), shown = make("span", { class: "strong", "aria-hidden": "true" });
  return { node, label: make("label", { class: "row grow" }, make("span", {}, given.label), node, shown), put: (at, name) => { node.value = at; node.setAttribute("aria-valuetext", name); shown.textContent = name; } };
}

function figureChoice(given, frames) {
  const node = make("select", { class: "btn" }, frames.map((frame, at) => make("option", { value: at }, frame.at)));
  return { node, label: make("label", { class: "row grow" }, make("span", {}, given.label), node), put: (at) => { node.value = String(at); } };
}

function figureTable({ head, rows }, title) {
  return make("table", {}, make("caption", { class: "vh" }, title), make("thead", {}, make("tr", {}, head.map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, rows.map((row) => make("tr", {}, row.map((cell) => say("td", "", cell))))));
}

export default { render: renderFigure };
