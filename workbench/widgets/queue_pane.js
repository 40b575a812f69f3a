// The pane beside the queue: where an article's risk comes from, what to decide first, what changed, and whose it is.

const SHADES = ["error", "error", "error", "warning", "warning", "note"];
const STRENGTH = [100, 72, 46, 100, 50, 100];
const SHOWN_PARTS = 4; // parts of the risk by name; the rest is one part
const PART_NAMES = { conflicts: "Other articles disagree", "unreviewed text": "Text nobody approved", age: "Age of the text" };

/** `act` has open, pick, assign, later and cause(finding); `may` says which of them there are; `allows` and `titles` ask the boxes. */
function articlePane({ act, may, allows, titles, days }) {
  const inside = make("div", { class: "in", tabindex: 0, role: "region", "aria-label": "About the selected article" });
  const go = button("Open review", act.open, { keyName: "Enter", className: "primary" });
  const choose = button("Select", act.pick, { keyName: "X", className: "quiet small" });
  const give = button("Assign…", act.assign, { keyName: "G", "aria-haspopup": "dialog" }), later = button("Later…", act.later, { keyName: "H", "aria-haspopup": "dialog" });
  const brief = make("div", { class: "brief" });
  give.hidden = !may.hands;
  later.hidden = !may.laters;
  const el = make("aside", { class: "look", "aria-label": "Selected article", tabindex: -1 }, choose, inside, make("div", { class: "acts" }, brief, go, give, later));
  let waiting = 0;

  const titled = (left, right = "") => make("h3", {}, make("span", {}, left), right ? make("span", {}, right) : null);
  const shade = (index) => {
    const at = Math.min(index, SHADES.length - 1);
    return `color-mix(in oklab, var(--wb-${SHADES[at]}) ${STRENGTH[at]}%, var(--wb-surface))`;
  };

  /** A part by what was found there, as people say it; the topic where that is not known. */
  function partName(topic, row) {
    const found = titles(row, topic), plain = TOPICS[topic] || PART_NAMES[topic] || topic.charAt(0).toUpperCase() + topic.slice(1);
    return { name: found.length ? found.map((title, at) => (at ? small(title) : title)).join(", ") : plain, topic: plain };
  }

  /** The parts as whole numbers that add up to the risk; the smallest ones stand together. */
  function shares(row, parts) {
    const sum = parts.reduce((total, [, points]) => total + points, 0);
    const exact = parts.map(([topic, points]) => ({ ...partName(topic, row), share: (row.risk * points) / sum }));
    const shown = exact.length > SHOWN_PARTS + 1 ? [...exact.slice(0, SHOWN_PARTS), { name: `${NUMBERS[exact.length - SHOWN_PARTS] || exact.length - SHOWN_PARTS} others`, share: exact.slice(SHOWN_PARTS).reduce((total, one) => total + one.share, 0) }] : exact;
    let left = row.risk - shown.reduce((total, one) => total + Math.floor(one.share), 0);
    const rest = [...shown].sort((a, b) => (b.share % 1) - (a.share % 1));
    for (const one of rest) { one.whole = Math.floor(one.share) + (left > 0 ? 1 : 0); left -= 1; }
    return shown;
  }

  function risk(row, about) {
    const parts = shares(row, (about.parts || []).filter(([, points]) => points > 0));
    const stack = make("div", { class: "stack", role: "img", "aria-label": parts.map((one) => `${one.name} ${one.whole}`).join(", ") || "no part" });
    const items = parts.map((one, index) => {
      const piece = make("i"), swatch = make("i");
      piece.style.flex = String(one.share);
      piece.style.background = swatch.style.background = shade(index);
      stack.append(piece);
      return make("li", { title: one.topic || null }, swatch, say("span", "two-lines", one.name), make("b", {}, String(one.whole)));
    });
    const rest = make("i", { class: "rest" });
    rest.style.flex = String(Math.max(0, 100 - row.risk));
    stack.append(rest);
    const unknown = (row.unknowns || 0) + (row.failed || 0);
    const was = about.was !== null && about.was !== undefined && about.was !== row.risk ? `was ${about.was}` : "";
    return [titled(`Where the risk of ${row.risk} comes from`, was), stack,
      parts.length ? make("ul", { class: "parts" }, items) : make("p", { class: "muted" }, "No open finding adds to it."),
      unknown ? make("p", { class: "unknowns" }, `${unknown} unknown: not checked, so not in this number.`) : null];
  }

  function first(row, about) {
    const waits = decisionsIn(row), found = (about.first || []).filter(allows).slice(0, 3);
    if (!found.length) {
      const words = waits ? "What is left to decide is not among the findings that you ticked." : ["New", "No check fired"].includes(row.state) ? "No check fired. Nobody has confirmed that the sources say so." : "Nothing is left to decide.";
      return [titled("Decide first"), make("p", { class: "muted" }, words)];
    }
    return [titled("Decide first", `${found.length} of ${Math.max(waits, found.length)}`), make("ul", { class: "topf" }, found.map((item) => make("li", {},
      make("span", { class: `sev ${key(item.severity)}` }, hidden(SEVERITY_WORDS[key(item.severity)])), say("b", "", item.title),
      item.text ? say("q", "", item.text) : make("span", { class: "muted two" }, "Whole article"),
      item.uses && may.causes ? button(`Same cause in ${counted(item.uses, "article")}…`, () => act.cause(item), { className: "quiet small cause", "aria-haspopup": "dialog" }) : null)))];
  }

  function since({ since: last }) {
    return last?.words ? [titled(`Since you last looked, ${last.on}`), say("p", "since", last.words)] : [];
  }

  function people(row, about) {
    const known = (about.people || []).map(([what, who, none]) => [what, who, none]);
    const waits = `${row.waiting_days ? counted(row.waiting_days, "day") : row.hours ? counted(row.hours, "hour") : "since today"}${days ? `, limit ${counted(days, "day")}` : ""}`;
    if (!DECIDED.includes(row.state) && !QUIET.includes(row.state)) known.push(["Waiting", waits, ""]);
    if (about.live && about.live !== row.state) known.push(["On the site", about.live, ""]);
    if (row.later) known.push(["Later until", day(row.later), ""]);
    return [titled("People"), make("ul", { class: "parts who-is" }, known.map(([what, who, none]) => make("li", {}, make("span", {}, what), who ? say("b", "", who) : say("span", "", none))))];
  }

  function meta(row, about) {
    const writer = (about.people || []).find(([what]) => what === "Writer")?.[1];
    return [about.draft && `Draft ${about.draft}`, writer, Number.isFinite(about.words) && `${about.words.toLocaleString("en")} words`].filter(Boolean).join(" · ");
  }

  /** What the queue knows at once; the rest follows, after a moment in which nothing jumps. */
  function ghosts() {
    const box = make("div", { class: "ghosts", "aria-busy": "true" }, hidden("Loading…"));
    waiting = setTimeout(() => { for (let line = 0; line < 7; line += 1) box.append(make("i")); }, 300);
    return box;
  }

  return {
    el,
    /** `about` is null while it is on its way, {} where the article is not known any more. */
    paint(row, about, picked) {
      clearTimeout(waiting);
      go.parentElement.hidden = !row;
      choose.hidden = !row || (!may.hands && !may.laters);
      choose.firstChild.textContent = row && picked.has(row.name) ? "Unselect" : "Select";
      give.firstChild.textContent = picked.size > 1 ? `Assign ${picked.size}…` : "Assign…";
      later.firstChild.textContent = picked.size > 1 ? `Later ${picked.size}…` : "Later…";
      if (!row) return inside.replaceChildren(...(row === null ? [] : [make("p", { class: "muted" }, "No article is selected.")]));
      brief.replaceChildren(say("strong", "", row.title));
      if (inside.dataset.name !== row.name) inside.scrollTop = 0;
      inside.dataset.name = row.name;
      inside.replaceChildren(...[
        make("div", { class: "row wrap" }, stateWord(row.state), say("span", "muted small", about ? meta(row, about) : "")), say("h2", "", row.title),
        ...(!about ? [titled(`Where the risk of ${row.risk} comes from`), ghosts()]
          : row.checked === false ? [make("p", { class: "muted" }, "Not checked yet. Its risk is not known.")]
          : [...risk(row, about), ...first(row, about), ...since(about), ...people(row, about)]),
        about?.path ? say("p", "muted small path", about.path) : null].filter(Boolean));
    },
    close: () => clearTimeout(waiting),
  };
}
