// The frame both views share: root, head, footer, status line, the list of keys, empty and error states.

const BRAND = ["M4 2.5h8.5L16 6v4M4 2.5v15h5.5M6.8 7.2h5M6.8 10.6h3", "m11.5 15.2 2 2 4-4.6"];

/** The root element; in a Voilà page it is the page, in a notebook it keeps its place. */
function frame(el, name, label) {
  const page = document.body.dataset.voila !== undefined;
  const root = make("div", {
    class: `wb wb-${name} ${page ? "wb-page" : ""}`, tabindex: -1, role: "group", "aria-label": label, lang: "en",
    "data-lm-suppress-shortcuts": "true",
  });
  const watch = new ResizeObserver(([entry]) => root.classList.toggle("narrow", entry.contentRect.width <= 900));
  watch.observe(root);
  el.replaceChildren(root);
  return { root, unwatch: () => watch.disconnect() };
}

const PLACES = [["Queue", "./"], ["Corpus", "corpus"], ["Claims", "claims"], ["Live pages", "pages"], ["Draft", "draft"], ["Practice", "practice"], ["Checks", "checks"]]; // pages of `workbench serve`; a notebook shows only its own

function topBar({ count = null, place = "Queue", here = true, back = null, right = [], openKeys }) {
  const mark = draw("svg", {
    viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", "stroke-width": 1.7, "stroke-linecap": "round",
    "stroke-linejoin": "round", "aria-hidden": "true",
  }, BRAND.map((d) => draw("path", { d })));
  const number = count === null ? null : make("span", { class: "count" }, grouped(count));
  const where = here ? make("span", { class: "here", "aria-current": "page" }, place, number)
    : button("Queue", back, { keyName: "Esc", className: "quiet back", "aria-label": "Back to the queue" });
  const served = document.body.dataset.voila !== undefined;
  const places = PLACES.map(([name, address]) => (name === place ? where : served ? make("a", { href: address }, name) : null));
  return make("header", { class: "top" },
    make("div", { class: "brand" }, mark, "Workbench"),
    make("nav", { "aria-label": "Main" }, places),
    make("span", { class: "grow" }), ...right,
    button("Keys", openKeys, { keyName: "?", className: "quiet small" }));
}

/** The day of the checks and who sits here, for the head; nothing where the host does not say. */
function whoAndWhen({ as_of = "", person = null }) {
  if (!as_of || !person) return [];
  const name = String(person.name || person.id || "");
  const initials = name.split(/\s+/).map((word) => [...word][0] || "").slice(0, 2).join("").toUpperCase();
  return [
    make("span", { class: "muted dated" }, `Checks of ${day(as_of)}`),
    make("span", { class: "who" }, make("span", { class: "avatar", "aria-hidden": "true" }, initials), say("span", "", `${name} · ${person.role}`)),
  ];
}

/** Why this person may only read, as a line on the page; "" where they may do more. */
const barred = (model) => model.get("why") || "";

/** The footer: keys that work now, and the line of limits. */
function footer(pairs, line, saved = null) {
  return make("footer", { class: "keys" },
    make("span", { class: "hints" }, pairs.map(([caps, words]) => make("span", { class: "hint" }, caps.map(cap), words))),
    make("span", { class: "limits" }, line), saved);
}

/** One region for results and one for alerts, both on the page before anything is said. */
function voice() {
  const status = make("p", { class: "said", role: "status" }), alert = make("p", { class: "said alarm", role: "alert" });
  return {
    nodes: [status, alert],
    tell(text, kind = "status") {
      status.textContent = kind === "alert" ? "" : text;
      alert.textContent = kind === "alert" ? text : "";
    },
  };
}

/** The list of keys with its switch, as a dialog. */
function keysDialog(rows) {
  const dialog = make("dialog", { class: "sheet", "aria-label": "Keys" });
  const box = make("input", { type: "checkbox", onchange: () => setKeys(box.checked) });
  dialog.append(
    make("h2", {}, "Keys"),
    make("table", { class: "keylist" }, make("tbody", {}, rows.map(([caps, words]) => make("tr", {}, make("th", { scope: "row" }, caps.map(cap)), make("td", {}, words))))),
    make("label", { class: "switchline" }, box, "Letter keys work while focus is inside"),
    make("div", { class: "row end" }, button("Close", () => dialog.close(), { className: "primary" })));
  return { dialog, open() { box.checked = remembered.keys; show(dialog); } };
}

/** Opens a dialog; keys inside it stay inside, and a click beside it closes it. */
function show(dialog) {
  if (dialog.open) return;
  if (!dialog.dataset.ready) {
    dialog.dataset.ready = "1";
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }
  dialog.showModal();
}

/** What stands where nothing else can: a sentence, perhaps folded details and a way on. */
function notice(title, text, { details = "", actions = [], alarm = false } = {}) {
  return make("div", { class: "notice", role: alarm ? "alert" : null },
    title ? say("h2", "", title) : null, text ? say("p", "", text) : null,
    details ? make("details", {}, make("summary", {}, "Details"), say("p", "mono", details)) : null,
    actions.length ? make("div", { class: "row" }, actions) : null);
}

/**
 * The life of a view: drawn whole when its trait changes, told when another does, and cleaned up at the end.
 * @param heard what to do with further model events, by name; each is given the drawn view and the event.
 */
function live({ model, el }, { name, label, trait, draw: drawView, heard = {}, ended = () => {} }) {
  const { root, unwatch } = frame(el, name, label);
  const stops = [unwatch, watchTheme()];
  let view = null;
  const on = (event, action) => {
    model.on(event, action);
    stops.push(() => model.off(event, action));
  };
  const whole = () => {
    view?.close();
    view = drawView(root);
  };
  on(`change:${trait}`, whole);
  on("change:status", () => view?.heard());
  for (const [event, action] of Object.entries(heard)) on(event, (message) => view && action(view, message));
  whole();
  return () => {
    view?.close();
    stops.forEach((stop) => stop());
    ended();
  };
}

/** Grey rows of true height, drawn only if loading takes longer than 300 ms. */
function skeleton(rows, className) {
  const box = make("div", { class: `skeleton ${className}`, "aria-busy": "true" }, hidden("Loading…"));
  const timer = setTimeout(() => {
    for (let row = 0; row < rows; row += 1) box.append(make("div", { class: "ghost" }, make("i"), make("i"), make("i")));
  }, 300);
  return { box, stop: () => clearTimeout(timer) };
}

/** A trait's text as a message for the status line; it is told once per number. */
function follow(model, voice) {
  let last = model.get("status")?.n ?? 0;
  return () => {
    const status = model.get("status") || {};
    if (status.text && status.n !== last) voice.tell(status.text, status.kind);
    last = status.n ?? 0;
  };
}

const STATE_CLASSES = {
  New: "new", "In review": "review", "All decided": "decided", "No check fired": "decided", "Medical review": "review", "Second opinion": "review",
  "Changes made": "changes", "With writer": "changes", Approved: "approved", Published: "published", Expired: "expired", "On hold": "expired",
};
const stateWord = (state) => say("span", `state ${STATE_CLASSES[state] || ""}`, state);

/** The colour of a risk; the number says it, the colour repeats it. */
const level = (risk) => (risk >= 60 ? "high" : risk >= 25 ? "middle" : "low");
