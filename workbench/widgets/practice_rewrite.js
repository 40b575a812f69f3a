// The last step: the passage as one would have it, and what the checks still find in it.

/** Answers { nodes, area, result(checked) }. */
function practiceRewrite(passage, view) {
  const area = make("textarea", { class: "field rewrite", "aria-label": "The passage, rewritten", maxlength: 20000, spellcheck: "true", dir: "auto" });
  area.value = view.draft ?? (passage.rewrite || passage.source);
  area.addEventListener("input", () => { view.kept(area.value); });
  const box = make("div", { class: "still", "aria-live": "polite" });
  return {
    area,
    left: [make("h2", {}, "Rewrite the passage"), make("p", { class: "muted" }, "Keep what is true and useful. Take out or mend what is not. Markdown works."), area],
    right: [make("header", {}, make("h2", { tabindex: -1 }, "What the checks still find"), make("p", {}, "They see wording, numbers and sources. Whether it is true, you must know.")), box],
    result(checked) {
      if (!checked.head) return box.replaceChildren(make("p", { class: "empty" }, "Check the text when you are done with it."));
      const old = checked.text !== area.value ? make("p", { class: "empty" }, "You changed the text since. Check it again.") : null;
      return box.replaceChildren(...[old, make("p", { class: "empty strong" }, checked.head), make("ul", { class: "rows" }, checked.rows.map((row) => make("li", { class: "r" }, make("span", { class: `sev ${key(row.severity)}` }, hidden(SEVERITY_WORDS[key(row.severity)])), say("b", "", row.title), make("span"), make("div", { class: "in" }, say("p", "quoted", row.text), say("p", "", row.message)))))].filter(Boolean));
    },
  };
}
