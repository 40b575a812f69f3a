// Shared by both views: elements, theme, keys, focus. Article text enters the page as text only: `make` knows no HTML.

const SEVERITIES = ["error", "warning", "note"];
const SEVERITY_WORDS = { error: "Error", warning: "Warning", note: "Note" };
const TOPICS = {
  citation: "Citation", dosing: "Dosing", statistics: "Statistics", marketing: "Promises and hype",
  regulatory: "Regulatory", disclaimers: "Disclaimers", readability: "Readability", consistency: "Consistency",
  terminology: "Terminology", grammar: "Grammar",
};

/** An element with attributes and children; strings become text nodes, `null` and `false` are left out. */
function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Text from an article or a person; its direction marks cannot reach what stands around it. */
const say = (tag, className, text, attributes = {}) => make(tag, { class: `${className} iso`, ...attributes }, String(text));

const cap = (text) => make("kbd", { "aria-hidden": "true" }, text);
const hidden = (text) => make("span", { class: "vh" }, text);
const sev = (severity, text, className = "") => make("span", { class: `sev ${severity} ${className}` }, text);
const grouped = (n) => n.toLocaleString("en");
const counted = (n, one, many = `${one}s`) => `${grouped(n)} ${n === 1 ? one : many}`;
const key = (severity) => (SEVERITIES.includes(severity) ? severity : "note");

/** A button; `press` gets the click, `keyName` is shown and announced. */
function button(text, press, { keyName = "", className = "", ...attributes } = {}) {
  const shortcut = keyName ? { "aria-keyshortcuts": keyName } : {};
  return make("button", { type: "button", class: `btn ${className}`, onclick: press, ...shortcut, ...attributes }, text, keyName ? cap(keyName) : null);
}

/** Days as people say them: "2026-11-25" → "25 Nov 2026"; anything else stays as it was written. */
function day(text) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text || "");
  if (!parts) return text || "";
  const month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][Number(parts[2]) - 1];
  return month ? `${Number(parts[3])} ${month} ${parts[1]}` : text;
}

/** A long quotation cut to 60 characters around its match; the match itself is never cut. */
function around(sentence, text, room = 60) {
  const at = text ? sentence.indexOf(text) : -1;
  if (at < 0) return { before: "", match: text, after: "" };
  const before = sentence.slice(0, at), after = sentence.slice(at + text.length);
  return {
    before: before.length <= room ? before : "…" + tidy(before.slice(-room)),
    match: text,
    after: after.length <= room ? after : tidy(after.slice(0, room)) + "…",
  };
}

// Never half of a surrogate pair.
const tidy = (text) => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");

/** Scrolls `container` (and nothing outside it) until `node` stands in its middle, if it is not in sight. */
function reveal(container, node, always = false) {
  if (!container || !node || !container.clientHeight) return;
  const box = container.getBoundingClientRect(), spot = node.getBoundingClientRect();
  const inSight = spot.top >= box.top + 8 && spot.bottom <= box.bottom - 8;
  if (inSight && !always) return;
  container.scrollTop += spot.top - box.top - Math.max(8, (container.clientHeight - spot.height) / 2);
}

/** Light or dark as the host says, else as the system says; answers with a function that stops watching. */
function watchTheme() {
  const page = document.documentElement, body = document.body;
  const system = matchMedia("(prefers-color-scheme: dark)"), paper = matchMedia("print");
  const apply = () => {
    const mine = page.dataset.wbTheme === "ours";
    if (page.dataset.theme && !mine) return; // the page has chosen
    const host = body.dataset.jpThemeLight; // tokens.css reads this one itself
    const dark = !paper.matches && host === undefined && (body.classList.contains("theme-dark") || system.matches);
    if (dark) Object.assign(page.dataset, { theme: "dark", wbTheme: "ours" });
    else if (mine) ["theme", "wbTheme"].forEach((name) => delete page.dataset[name]);
  };
  const observer = new MutationObserver(apply);
  observer.observe(body, { attributes: true, attributeFilter: ["data-jp-theme-light", "class"] });
  for (const one of [system, paper]) one.addEventListener("change", apply);
  apply();
  return () => {
    observer.disconnect();
    for (const one of [system, paper]) one.removeEventListener("change", apply);
  };
}

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]";

/**
 * Keys inside `root`: `bindings` maps "J", "Shift+J", "ArrowDown", "?" … to a function; one that answers `false` leaves
 * the key to the browser. Letters go quiet while `on()` is false; arrows, Enter, Esc and F6 never do.
 */
function listen(root, bindings, on) {
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (root.querySelector("dialog[open]")) return event.stopPropagation();
    const typing = event.target.matches?.(TYPING);
    if (typing && event.key !== "Escape") return;
    const letter = event.key.length === 1;
    if (letter && !on()) return;
    const name = /^[a-z]$/i.test(event.key) || !letter ? (event.shiftKey ? "Shift+" : "") + (letter ? event.key.toUpperCase() : event.key) : event.key;
    if (["Enter", " "].includes(event.key) && event.target.closest?.("button, a[href], [role=tab], label, summary, input")) return;
    const action = bindings[name];
    if (action && action(event) !== false) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  root.addEventListener("keydown", press);
  return () => root.removeEventListener("keydown", press);
}

/** Moves focus into the widget once it stands on the page, unless the person is busy somewhere else. */
function welcome(root, target) {
  let tries = 60;
  const attempt = () => {
    if (!root.isConnected) return void (tries-- > 0 && requestAnimationFrame(attempt));
    const busy = document.activeElement;
    if (busy && busy !== document.body && !root.contains(busy)) return;
    target()?.focus({ preventScroll: true });
    if (!root.contains(document.activeElement)) root.focus({ preventScroll: true });
  };
  requestAnimationFrame(attempt);
}

/** F6 walks the labelled sections; `regions()` answers elements, those out of sight are passed over. */
function cycle(root, regions) {
  return (event) => {
    const open = regions().filter((region) => region && region.getClientRects().length);
    const at = open.findLastIndex((region) => region.contains(document.activeElement));
    const next = open[(at + (event.shiftKey ? -1 : 1) + open.length) % open.length];
    const all = next?.querySelectorAll("[tabindex='0'], button:not([tabindex='-1']), input, select") || [];
    const inside = [...all].find((node) => node.getClientRects().length) || next;
    inside?.focus({ preventScroll: true });
    reveal(root, inside);
  };
}

const remembered = { keys: true };
try {
  remembered.keys = localStorage.getItem("workbench-keys") !== "off";
} catch { /* storage may be forbidden; keys are on then */ }

function setKeys(on) {
  remembered.keys = on;
  try {
    localStorage.setItem("workbench-keys", on ? "on" : "off");
  } catch { /* holds for this page only */ }
}

/** Keys pressed inside stay inside, so that a notebook takes none of them for a command of its own. */
function keptKeys(root) {
  for (const kind of ["keydown", "keypress", "keyup"]) root.addEventListener(kind, (event) => event.stopPropagation());
  return root;
}
