// Differences word by word, approved wordings, and the border beyond which words are harmless.

const SHORT_WORD = 4; // letters from which a word tells what a sentence is about

/** Two wordings below each other; what only one of them has stands out. */
function wordsApart(was, now, { was: left, now: right }) {
  const [old, fresh] = apart(was, now), tags = { same: "span", gone: "del", new: "ins" };
  const line = (name, parts) => make("tr", {}, make("th", { scope: "row" }, name), make("td", { class: "iso" }, parts.map(([state, words]) => make(tags[state], {}, words))));
  return make("table", { class: "pairs apart" }, make("tbody", {}, line(left, old), line(right, fresh)));
}

/** The words of both, each told as the same or its own; longest common run of words. */
function apart(was, now) {
  const split = (text) => String(text).match(/\s+|[^\s]+/gu) || [], before = split(was), after = split(now);
  if (before.length * after.length > 250_000) return [[["same", was]], [["same", now]]];
  const longest = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) for (let j = after.length - 1; j >= 0; j -= 1) longest[i][j] = before[i] === after[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
  const old = [], fresh = [];
  const put = (list, state, word) => (list.at(-1)?.[0] === state ? (list.at(-1)[1] += word) : list.push([state, word]));
  let i = 0, j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      put(old, "same", before[i]);
      put(fresh, "same", after[j]);
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && longest[i + 1][j] >= longest[i][j + 1])) put(old, "gone", before[i++]);
    else put(fresh, "new", after[j++]);
  }
  return [old, fresh];
}

/** The wording that was approved for a statement that is missing; never inserted by itself. */
function statementBox(view, finding) {
  const offer = (view.article.statements || {})[finding.check];
  if (!offer || !finding.whole) return null;
  return make("div", { class: "ev" }, caption("Approved wording", offer.line ? `belongs after line ${offer.line}` : ""), say("p", offer.wording ? "wording" : "muted", offer.wording || offer.why));
}

/** The nearest example in which the check finds nothing, so that the border is visible. */
function borderBox(view, finding) {
  const examples = (view.article.borders || {})[finding.check] || [];
  if (!examples.length || finding.whole || finding.evidence?.rows?.length) return null;
  const own = words(finding.sentence), score = (text) => [...words(text)].filter((word) => own.has(word)).length;
  const [best] = examples.map((text) => [score(text), text]).sort((a, b) => b[0] - a[0]);
  if (!best[0]) return null;
  return make("div", { class: "ev" }, caption("Where the border is", "harmless for this check"), say("p", "wording", best[1]));

  function words(text) { return new Set((String(text).toLowerCase().match(/\p{L}+/gu) || []).filter((word) => word.length >= SHORT_WORD)); }
}
