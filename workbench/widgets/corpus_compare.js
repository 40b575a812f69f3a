// What people make of a conflict: keep both, have one changed, or set the library's value. One field of the dialog.

/** A field whose value is the message: { type: "keep" | "change" | "settle" | "library" | "reopen", … }. */
function compareField(row, ways = null) {
  const parts = {
    keep: [wordsField("reason", "Why may both stand?", { least: 1, lack: "Say why both may stand." })],
    change: [choiceField("article", "Which article is to change?", row.values.map((value) => [value.article, `${value.value}, as in “${value.title}”`]), { needed: "Choose the article." }),
      wordsField("note", "What should the writer know?", { least: 1, lack: "Say what is wrong.", value: noteOf(row) })],
    library: [choiceField("article", "Whose wording goes into the library?", row.values.map((value) => [value.article, `${value.value}, as in “${value.title}”`]), { needed: "Choose the wording." }),
      wordsField("source", "The source that it rests on", { least: 1, lack: "Name the source.", rows: 2 }), wordsField("place", "The place in it", { least: 1, lack: "Name the place in the source.", rows: 1 }),
      wordsField("version", "Its version or date", { least: 1, lack: "Name the version.", rows: 1 }), dayField("expires", "Look at it again on")],
    settle: [], reopen: [],
  };
  const holder = make("div", { class: "fields" });
  const usual = [["keep", "Keep both…"], ["change", "Change one…"], row.settles ? ["settle", "The library’s value holds"] : ["library", "Set the library’s value…"]];
  const choice = choiceField("outcome", "What becomes of it?", ways || usual, { needed: "Choose what becomes of it.", later: unfold });
  const lacksOf = (field) => field.lacks() || (field.name === "expires" && !field.value() ? "Name the day on which somebody looks again." : "");
  const mine = () => parts[choice.value()] || [];

  function unfold(way) {
    holder.className = `fields of-${way}`;
    holder.replaceChildren(...parts[way].map((field) => field.el));
    parts[way].forEach((field, at) => (field.after = () => parts[way][at + 1]?.focus()));
    if (choice.el.contains(document.activeElement)) return parts[way].length ? (parts[way][0].focus(), false) : true;
    return true;
  }

  return {
    name: "outcome", el: make("div", { class: "fields" }, choice.el, holder), set after(next) { choice.after = next; },
    take: (index) => (mine().find((field) => field.take && field.el.contains(document.activeElement)) || choice).take(index),
    focus: () => (mine().find(lacksOf) || choice).focus(),
    value: () => ({ type: choice.value(), ...Object.fromEntries(mine().map((field) => [field.name, field.value()])) }),
    lacks: () => choice.lacks() || mine().map(lacksOf).find(Boolean) || "",
  };
}

/** What the writer is told before anybody edits it: what the articles say. */
const noteOf = (row) => `Told differently elsewhere. ${row.values.slice(0, 4).map((value) => `“${value.title}” says ${value.value}`).join("; ")}.`.slice(0, 1900);
