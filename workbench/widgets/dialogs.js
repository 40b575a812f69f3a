// One dialog for every step that needs words: lines, fields, one filled button. What is missing is said, never guessed.

let dialogs = 0;

/** Answers { dialog, open({ title, lines, fields, verb, done }) }; `done` gets the values by field name. */
function stepDialog() {
  const id = `wb-step-${(dialogs += 1)}`;
  const title = make("h2", { id }), form = make("div", { class: "fields" }), missing = make("p", { class: "said alarm", role: "alert" });
  const go = button("", send, { className: "primary" });
  const dialog = make("dialog", { class: "sheet step", "aria-labelledby": id }, title, form, missing,
    make("div", { class: "row end" }, go, button("Cancel", () => dialog.close(), { keyName: "Esc" })));
  let fields = [], done = null, from = null;

  function send() {
    for (const field of fields) {
      const lack = field.lacks();
      if (!lack) continue;
      missing.textContent = lack;
      return field.focus();
    }
    const given = Object.fromEntries(fields.map((field) => [field.name, field.value()]));
    dialog.close();
    return done(given);
  }

  dialog.addEventListener("close", () => from?.isConnected && from.focus({ preventScroll: true }));
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Enter" && event.target.matches("textarea, input:not([type=checkbox])") && !event.shiftKey) {
      event.preventDefault();
      const next = fields[fields.findIndex((field) => field.el.contains(event.target)) + 1];
      if (next && next.lacks()) return next.focus();
      return send();
    }
    const digit = /^[1-9]$/.test(event.key) && !event.target.matches("textarea, input") && fields.find((field) => field.take);
    if (digit && digit.take(Number(event.key) - 1)) event.preventDefault();
    return undefined;
  });

  return {
    dialog,
    open({ title: words, lines = [], fields: given = [], verb, done: next }) {
      title.textContent = words;
      missing.textContent = "";
      fields = given;
      done = next;
      from = document.activeElement;
      form.replaceChildren(...lines.filter(Boolean).map((line) => (line instanceof Node ? line : say("p", "muted", line))), ...fields.map((field) => field.el));
      go.firstChild.textContent = verb;
      fields.forEach((field) => (field.after = () => { missing.textContent = ""; (fields[fields.indexOf(field) + 1] || { focus: () => go.focus() }).focus(); }));
      show(dialog);
      if (fields.length) fields[0].focus();
      else go.focus();
    },
  };
}

/** Free words; `least` characters are needed, `lack` says so. */
function wordsField(name, label, { least = 0, lack = "", value = "", rows = 3, placeholder = "" } = {}) {
  const area = make("textarea", { rows, maxlength: 2000, placeholder });
  area.value = value;
  return {
    name, el: make("label", { class: "labelled" }, make("span", {}, label), area),
    value: () => area.value.trim(), focus: () => area.focus(),
    lacks: () => (area.value.trim().length < least ? lack || "This needs a few words." : ""),
  };
}

/** One of several, on the keys 1 to 9; `options` are [value, words]. */
function choiceField(name, label, options, { chosen = -1, needed = "", later = () => null } = {}) {
  let at = chosen;
  const group = make("div", { role: "radiogroup", "aria-label": label });
  const nodes = options.map(([, words], index) => make("div", { role: "radio", class: "reason", onclick: () => field.take(index) }, index < 9 ? cap(String(index + 1)) : null, say("span", "", words)));
  group.append(...nodes);
  const mark = () => nodes.forEach((node, index) => {
    node.setAttribute("aria-checked", String(index === at));
    node.tabIndex = index === at || (at < 0 && index === 0) ? 0 : -1;
  });
  group.addEventListener("keydown", (event) => {
    const here = nodes.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (here < 0 || !(step || ["Enter", " "].includes(event.key))) return;
    event.preventDefault();
    if (!step) return void field.take(here);
    at = (here + step + nodes.length) % nodes.length;
    mark();
    later(options[at][0]);
    nodes[at].focus();
  });
  const field = {
    name, el: make("div", { class: "labelled" }, make("span", { "aria-hidden": "true" }, label), group),
    value: () => (at < 0 ? "" : options[at][0]), lacks: () => (at < 0 ? needed : ""), focus: () => nodes[Math.max(0, at)]?.focus(),
    take(index) {
      if (!options[index]) return false;
      at = index;
      mark();
      if (later(options[at][0]) !== false) field.after?.();
      return true;
    },
  };
  mark();
  return field;
}

/** A day, perhaps none; `first` and `last` bound it. */
function dayField(name, label, { first = "", last = "", value = "" } = {}) {
  const input = make("input", { type: "date", class: "field", min: first || null, max: last || null });
  input.value = value;
  const lacks = () => (input.validity.badInput || (input.value && ((first && input.value < first) || (last && input.value > last))) ? `Name a day from ${day(first)}${last ? ` to ${day(last)}` : ""}.` : "");
  return { name, el: make("label", { class: "labelled" }, make("span", {}, label), input), input, value: () => input.value, lacks, focus: () => input.focus() };
}

/** The fact that a claim hangs on, perhaps none; names that are known are offered, so that two people name it the same. */
function factField(known = []) {
  const names = make("datalist", { id: `wb-facts-${(dialogs += 1)}` });
  const input = make("input", { type: "text", class: "field wide", maxlength: 80, autocomplete: "off", list: names.id, placeholder: "A label, a rule, a price list" });
  const field = {
    name: "fact", el: make("label", { class: "labelled" }, make("span", {}, "Fact it hangs on (may stay empty); when that changes, the claim expires"), input, names),
    value: () => input.value.trim(), lacks: () => "", focus: () => input.focus(),
    offer: (given) => names.replaceChildren(...given.map((name) => make("option", { value: name }))),
  };
  field.offer(known);
  return field;
}

/** `as_of` and so many days: "2026-11-25", 30 → "2026-12-25". */
function daysAfter(as_of, days) {
  const at = Date.parse(`${as_of}T00:00:00Z`);
  return Number.isNaN(at) ? "" : new Date(at + days * 86400000).toISOString().slice(0, 10);
}

/** 30 days, 90 days or a day of one's own. */
function untilField(name, as_of, last) {
  const own = dayField("own", "The day", { first: daysAfter(as_of, 1), last });
  own.el.hidden = true;
  const options = [30, 90].map((days) => daysAfter(as_of, days)).filter((date) => !last || date <= last).map((date, at) => [date, `${[30, 90][at]} days, to ${day(date)}`]);
  const choice = choiceField(name, "Accept this until", [...options, ["own", "Another day…"]], {
    needed: "Choose until when.",
    later(value) {
      own.el.hidden = value !== "own";
      if (value === "own") own.input.focus();
      return value !== "own"; // the day comes first
    },
  });
  const own_ = () => choice.value() === "own";
  return {
    name, el: make("div", {}, choice.el, own.el), take: choice.take, focus: () => (own_() ? own.focus() : choice.focus()),
    set after(next) { choice.after = next; }, value: () => (own_() ? own.value() : choice.value()),
    lacks: () => choice.lacks() || (own_() ? (own.value() ? own.lacks() : "Name the day.") : ""),
  };
}
