// How hard the text is to read: two grades that decide, what weighs most, and which words were not counted in full.

function readingPanel(view) {
  const told = view.article.reading, box = make("div", { class: "scroll reading", tabindex: 0, role: "region", "aria-label": "Readability" });
  const [first, second, ...others] = told?.grades?.length ? order(told.grades) : [];

  function order(grades) {
    const deciding = ["Flesch–Kincaid", "SMOG"];
    return [...deciding.map((name) => grades.find((row) => row[0] === name)).filter(Boolean), ...grades.filter((row) => !deciding.includes(row[0]))];
  }

  function table(title, head, rows) {
    return rows.length ? make("div", { class: "ev" }, caption(title), make("table", { class: "rows" }, make("thead", {}, make("tr", {}, head.map((name) => make("th", { scope: "col" }, name)))),
      make("tbody", {}, rows.map((row) => make("tr", {}, row.map((cell, at) => (at === 0 && title.startsWith("Sentences") ? make("td", {}, button(cell, () => find(cell), { className: "quiet small link iso" })) : say("td", "", cell)))))))) : null;
  }

  function find(text) {
    const at = view.article.blocks.findIndex((block) => block.segments.map((part) => part.text).join("").includes(text));
    if (at >= 0) view.showBlock(at);
  }

  const grade = (row) => make("div", { class: "grade" }, make("b", {}, row[1].split(" ")[0]), say("span", "", row[0]), say("span", "muted", row[2]));
  if (!told) box.append(make("p", { class: "empty" }, "Not graded: this text is not written for lay readers, or the check is off."));
  else if (!first) box.append(make("p", { class: "empty iso" }, told.short ? `Too short to score (${told.short[0]} of ${told.short[1]} sentences).` : told.said ? sentenceCase(told.said) : told.given));
  else {
    box.append(...[
      make("p", { class: "iso" }, `${sentenceCase(told.given)}. Target: ${told.target}.`, told.short ? make("b", {}, ` Too short to score (${told.short[0]} of ${told.short[1]} sentences): the grades are estimates.`) : null),
      make("div", { class: "grades" }, grade(first), second ? grade(second) : null),
      table("Sentences that weigh most", ["Sentence", "Length", "Long words"], told.heaviest), table("Sections far above the target", ["Section", "Grades", "Counted"], told.sections),
      table("Long words", ["Word", "Syllables", "Stands"], told.words), table("Other formulas", ["Formula", "Result", "Counted"], others),
    ].filter(Boolean));
  }
  return { name: "Readability", el: box, count: () => (first && !told.short ? first[1].split(" ")[0] : ""), paint() {} };
}
