// Two people wrote different things into the same cells: both values stand side by side, and the person chooses.

/** `settle(list of [conflict, keepMine])` is called when every cell is chosen; leaving changes nothing. */
function conflictDialog(settle) {
  const dialog = make("dialog", { class: "sheet conflicts", "aria-label": "Cells that somebody else changed too" });

  function open(conflicts) {
    const chosen = new Map();
    const done = button("Keep what I chose and save", () => {
      if (chosen.size < conflicts.length) return;
      dialog.close();
      settle(conflicts.map((conflict) => [conflict, chosen.get(conflict)]));
    }, { className: "primary", "aria-disabled": "true" });
    const left = make("p", { class: "muted small", role: "status" });
    const count = () => {
      const open = conflicts.length - chosen.size;
      done.setAttribute("aria-disabled", String(open > 0));
      left.textContent = open ? `${counted(open, "cell")} to choose.` : "All chosen.";
    };
    const one = (conflict, at) => {
      const option = (mine, head, value) => make("label", { class: "option" },
        make("input", { type: "radio", name: `wb-conflict-${at}`, onchange: () => { chosen.set(conflict, mine); count(); } }),
        make("span", {}, make("b", {}, head), say("span", "value", shownValue(conflict.column, value))));
      return make("fieldset", {}, make("legend", {}, `${conflict.column === "was" ? "Wording" : capital(conflict.column)} of `, say("q", "", conflict.text)),
        option(false, "In the file", conflict.theirs), option(true, "Yours", conflict.mine),
        conflict.base ? say("p", "muted small", `Before both: ${shownValue(conflict.column, conflict.base)}`) : null);
    };
    dialog.replaceChildren(
      make("h2", {}, "Somebody else changed these cells too"),
      make("p", {}, "Nothing has been saved yet. Choose what each cell should say."),
      ...conflicts.map(one), left,
      make("div", { class: "row end" }, button("Not now", () => dialog.close()), done));
    count();
    show(dialog);
    dialog.querySelector("input").focus();
  }

  return { dialog, open };
}

const shownValue = (column, value) => (column === "standing" ? standingWord(value) : value || "(empty)");
