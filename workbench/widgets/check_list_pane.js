// The pane beside the list: what a check catches, why, on what it rests, where its border runs, and what people say of it.

const OTHERWISE = [["error", "Run it as an error"], ["warning", "Run it as a warning"], ["note", "Run it as a note"]];

/** `change(row)` opens the dialog, `back(row)` takes a proposal back. */
function checkPane({ change, back, me }) {
  const inside = make("div", { class: "in", tabindex: 0, role: "region", "aria-label": "About the selected check" });
  const go = button("Propose a change…", () => current && change(current), { keyName: "P", "aria-haspopup": "dialog" }), undo = button("Take it back", () => current && back(current), { keyName: "U" });
  const el = make("aside", { class: "look", "aria-label": "Selected check", tabindex: -1 }, inside, make("div", { class: "acts" }, go, undo));
  let current = null;
  const head = (words) => make("h4", {}, words);

  function measured(row) {
    const lines = [row.right ? `Here: ${timesRight(row.right)}, as people decided.` : "Here: nobody has decided about a finding of it.",
      row.measured ? `On ${row.measured.where}: right ${row.measured.right} of ${row.measured.of} times, ${day(row.measured.on)}.` : "On labelled texts: not measured yet.",
      row.looked_at ? `Held back: harmless ${row.harmless} of ${row.looked_at} times that people looked.` : row.held ? `Held back: ${counted(row.held, "match", "matches")} here; nobody has looked at one.` : null,
      row.missed ? `Missed: people found ${counted(row.missed, "problem")} of this kind (${row.category}) that no check saw.` : `Missed: nobody has added a problem of this kind (${row.category}).`];
    return [head("How often it is right"), make("ul", { class: "lines" }, lines.filter(Boolean).map((words) => say("li", "", words)))];
  }

  function standing(row) {
    if (row.state === "in use" || !row.said) return [];
    const one = row.said, what = one.severity === "retire" ? "to retire it" : one.severity ? `to run it as ${one.severity}` : row.state;
    return [make("div", { class: "box warning" }, make("b", {}, row.state === "retired" ? "Retired" : "A change is proposed"), say("p", "", `${one.name}, ${day(one.on)}: ${what}. ${one.reason}`))];
  }

  const quoted = (list) => list.map((one, at) => [at ? ", " : "", say("q", "", one)]);

  function examples(words) {
    return [head("Its border, by example"), make("ul", { class: "examples" }, words.examples.map((one) => make("li", {}, say("blockquote", "", one.text),
      one.finds.length ? make("p", { class: "finds" }, "finds ", quoted(one.finds)) : make("p", { class: "muted" }, "stays silent"), one.held.length ? make("p", { class: "muted" }, "holds back ", quoted(one.held)) : null)))];
  }

  return {
    el,
    /** A row, and its words once they are there. */
    paint(row, words = null) {
      const same = current && row && current.id === row.id;
      current = row || null;
      el.classList.toggle("nothing", !row);
      if (!row) return inside.replaceChildren(make("p", { class: "muted" }, "No check is selected."));
      undo.hidden = row.state !== "change proposed";
      go.firstChild.textContent = me.roles?.includes("admin") ? "Change or retire…" : "Propose a change…";
      if (!same) inside.scrollTop = 0;
      const lowered = row.written !== row.severity ? `, written as ${row.written}${row.written === "error" ? "; it runs as one once it was right in 90 % of 30 cases" : ""}` : "";
      return inside.replaceChildren(
        make("div", { class: "row wrap" }, sev(key(row.severity), SEVERITY_WORDS[key(row.severity)]), make("span", { class: "muted small" }, `${row.confidence} confidence${lowered}`)), say("h2", "", row.title), say("p", "muted mono", row.id), ...standing(row),
        ...(words ? [head("It says"), say("p", "", words.message), head("Why"), say("p", "", words.why), head("What to do"), say("p", "", words.advice)] : [make("p", { class: "muted", "aria-busy": "true" }, "Reading…")]),
        ...measured(row), ...(words ? rests(row, words) : []));
    },
  };

  function rests(row, words) {
    const held = words.held_back_by.length ? say("p", "muted", `Held back where the words are: ${words.held_back_by.join(", ")}.`) : null;
    return [head("Rests on"), make("ul", { class: "lines" }, words.sources.map((source) => say("li", "", source))),
      say("p", "muted", row.reviewed ? `Reviewed by ${row.reviewed.by}, ${day(row.reviewed.on)}.` : "Not yet reviewed by a clinician."), held,
      words.needs_country ? make("p", { class: "muted" }, "Says “not checkable” where no country is declared.") : null, ...examples(words)].filter(Boolean);
  }
}

/** The dialog: another severity or none, and why. An admin decides; others propose. */
function changeCheck(box, row, roles, send) {
  const admin = roles.includes("admin"), others = OTHERWISE.filter(([severity]) => severity !== row.severity);
  const share = row.right ? `It was ${timesRight(row.right)}, as people decided here.` : row.measured ? `It was right ${row.measured.right} of ${row.measured.of} times on ${row.measured.where}.` : "How often it is right is not measured yet.";
  box.open({
    title: `${admin ? "Change" : "Propose a change of"} “${row.title}”`, verb: admin ? "Save the change" : "Propose it",
    lines: [share, admin ? "The decision is recorded here. Whoever keeps the checks then changes its file." : "An admin decides. Until then the check runs as it does now."],
    fields: [choiceField("severity", "What should become of it?", [...others, ["retire", "Retire it"]], { needed: "Choose what should become of it." }), wordsField("reason", "Why?", { least: 1, lack: "Say why." })],
    done: ({ severity, reason }) => send({ type: "propose", id: row.id, action: !admin ? "propose" : severity === "retire" ? "retire" : "change", severity, reason }),
  });
}
