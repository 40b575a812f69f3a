// The boxes beside the queue: which findings count, by topic and by confidence. They change counts and reasons alike.

const SURE_ENOUGH = { sure: "High and medium", low: "Low" };

/** `rows` with their `kinds` (pairs of a kind's number and how many), `kinds` [title, topic, severity, confidence] of each number; `choice.off` keeps what is unticked. */
function queueBoxes({ rows, kinds, choice, changed }) {
  const group = ([, , , confidence]) => (confidence === "low" ? "low" : "sure");
  const wanted = kinds.map(() => true), sums = new Map();
  const add = (name, n) => sums.set(name, (sums.get(name) || 0) + n);
  for (const row of rows) each(row, (kind, n) => { add(`topic ${kinds[kind][1]}`, n); add(group(kinds[kind]), n); });
  const topics = [...Object.keys(TOPICS), ...new Set(kinds.map(([, topic]) => topic).filter((topic) => !(topic in TOPICS)))].filter((topic) => sums.get(`topic ${topic}`));
  const inputs = [];
  weigh();

  function each(row, visit) {
    const pairs = row.kinds || [];
    for (let at = 0; at + 1 < pairs.length; at += 2) if (kinds[pairs[at]]) visit(pairs[at], pairs[at + 1]);
  }

  function weigh() {
    kinds.forEach((kind, at) => { wanted[at] = !choice.off.has(`topic ${kind[1]}`) && !choice.off.has(group(kind)); });
  }

  function titles(row, topic, among = null) {
    const found = [];
    each(row, (kind) => {
      const [title, about] = kinds[kind];
      if (found.length < 2 && (!topic || topic === about) && (!among || among[kind]) && !found.includes(title)) found.push(title);
    });
    return found;
  }

  function box(name, words) {
    const input = make("input", { type: "checkbox", onchange: () => { choice.off[input.checked ? "delete" : "add"](name); weigh(); changed(); } });
    input.checked = !choice.off.has(name);
    inputs.push(input);
    return make("li", {}, make("label", {}, input, say("span", "", words), make("b", {}, grouped(sums.get(name) || 0))));
  }

  const list = (title, items) => make("div", { role: "group", "aria-label": title }, make("h2", {}, title), make("ul", {}, items));
  return {
    el: topics.length ? make("div", { class: "boxes" },
      list("Findings about", topics.map((topic) => box(`topic ${topic}`, TOPICS[topic] || topic))),
      list("Confidence", Object.entries(SURE_ENOUGH).map(([name, words]) => box(name, words)))) : null,
    get narrowed() { return wanted.includes(false); },
    /** Whether anything of the row is left, or it had nothing that a box could take away. */
    keeps(row) {
      if (!row.kinds?.length) return true;
      for (let at = 0; at < row.kinds.length; at += 2) if (wanted[row.kinds[at]]) return true;
      return false;
    },
    /** Findings to decide by severity; `null` where the article was not checked. */
    counts(row) {
      if (!row.to_decide || !row.kinds || !wanted.includes(false)) return row.to_decide || null;
      const found = { error: 0, warning: 0, note: 0 };
      each(row, (kind, n) => { if (wanted[kind]) found[key(kinds[kind][2])] += n; });
      return found;
    },
    /** The one sentence that explains the risk: what the two gravest kinds that count are called. */
    reason: (row) => titles(row, "", wanted).map((title, at) => (at ? small(title) : title)).join("; ") || row.reason || "Nothing waits here",
    /** What the two gravest kinds of a topic are called, whatever is ticked. */
    titles: (row, topic) => titles(row, topic),
    allows: ({ topic, confidence }) => !choice.off.has(`topic ${topic}`) && !choice.off.has(confidence === "low" ? "low" : "sure"),
    hidden: () => rows.reduce((sum, row) => { each(row, (kind, n) => { if (!wanted[kind]) sum += n; }); return sum; }, 0),
    all() { choice.off.clear(); inputs.forEach((input) => { input.checked = true; }); weigh(); },
    only(names) { choice.off.clear(); topics.forEach((topic) => { if (!names.includes(topic)) choice.off.add(`topic ${topic}`); }); inputs.forEach((input, at) => { input.checked = !topics[at] || names.includes(topics[at]); }); weigh(); },
  };
}

/** A heading inside a sentence: its first letter small, unless it is an abbreviation or a number. */
function small(words) {
  const first = words.charAt(0), second = words.charAt(1);
  return second && second !== second.toUpperCase() ? first.toLowerCase() + words.slice(1) : /^[A-Z] /.test(words) ? first.toLowerCase() + words.slice(1) : words;
}
