// One claim: its sentence in context, what changed, what it rests on, and the fields that people fill in.

/** `view` gives `edits`, `standings`, `barred`, `confirm(row)`. */
function claimPane(view) {
  const inside = make("div", { class: "in", tabindex: -1 });
  const el = make("aside", { class: "look", "aria-label": "Claim in its context" }, inside);
  const fields = new Map();
  let shown = null;

  function paint(row, force = false) {
    if (!force && row?.id === shown?.id && inside.contains(document.activeElement) && document.activeElement.matches("textarea, select")) return refill(row);
    shown = row;
    fields.clear();
    if (!row) return inside.replaceChildren(make("p", { class: "empty" }, "Choose a claim to see it in its context."));
    inside.replaceChildren(
      make("p", { class: "eyebrow" }, `Claim ${row.number} · ${row.type}`, row.section ? say("span", "", ` · ${row.section}`) : null),
      make("blockquote", { class: "context iso" }, row.before, make("b", {}, row.wording), row.after),
      ...state(row), form(row), facts(row));
  }

  function state(row) {
    if (row.presence === "gone") return [note("held", "Left the article", [say("p", "", "This sentence is no longer in the article. It is kept here because it may come back.")])];
    if (!row.was || view.edits.value(row, "was") === "") return row.was ? [note("pass", "New wording confirmed", [], "")] : [];
    const told = row.told ? [say("p", "strong", capital(`${row.told}.`))] : [];
    return [note("warning", "Changed since it was reviewed", [...told, ...wordChanges(row.was, row.text), make("div", { class: "row" }, button("Confirm the new wording", () => view.confirm(row), { keyName: "C", className: "small", "aria-disabled": view.barred ? "true" : null }))])];
  }

  function note(severity, title, inner) {
    return make("div", { class: `box ${severity}`, role: "note" }, make("h3", {}, sev(severity, title)), ...inner);
  }

  function form(row) {
    const by = row.reviewer ? say("p", "muted small", `Last reviewed by ${row.reviewer}, ${day(row.reviewed_on)}`) : null;
    if (view.barred) return make("div", { class: "form" }, known(row), by);
    const labelled = ["standing", "evidence", "note"].map((column) => {
      const field = claimField(view, row, column, { onchange: () => view.edits.set(row, column, field.value.trim()), "data-column": column });
      fields.set(column, field);
      return make("label", { class: "labelled" }, make("span", {}, CLAIM_COLUMNS[column].head), field);
    });
    return make("div", { class: "form", role: "group", "aria-label": "What people know about it" }, labelled, by);
  }

  function known(row) {
    return make("dl", { class: "facts" }, ["standing", "evidence", "note"].map((column) => [make("dt", {}, CLAIM_COLUMNS[column].head), say("dd", "", column === "standing" ? standingWord(row[column]) : row[column] || "–")]));
  }

  function refill(row) {
    shown = row;
    for (const [column, field] of fields) if (field !== document.activeElement) field.value = view.edits.value(row, column);
  }

  function facts(row) {
    const lines = [
      ["Numbers", row.quantities], ["About", row.about], ["Citation", row.citation], ["References", row.references], ["State of sources", row.source_states],
      ["Certainty", row.certainty], ...Object.entries(row.own),
    ].filter(([, value]) => value);
    return make("dl", { class: "facts" }, lines.map(([name, value]) => [say("dt", "", name), say("dd", "", value)]));
  }

  return {
    el, paint,
    /** What stands in a field that has not been left yet belongs to the person's work too. */
    take() {
      for (const [column, field] of fields) if (shown && field === document.activeElement) view.edits.set(shown, column, field.value.trim());
    },
    focus() { (fields.get("standing") || inside).focus({ preventScroll: true }); },
    focusText() { inside.focus({ preventScroll: true }); },
  };
}
