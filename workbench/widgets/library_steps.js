// Dialogs of the place of claims: keep words that differ, look for a claim, approve one into the library.

/** Why words that differ from the approved ones may stand. */
function keepDialog(box, { row, use, drafts, done }) {
  const grave = use.differences.filter((one) => one.grave), name = `keep ${row.id} ${use.article} ${use.claim}`;
  box.open({
    title: "Why may these words stand?",
    lines: [say("p", "quoted", unmarked(use.text)), use.differences.length ? make("ul", { class: "differences" }, use.differences.map(difference)) : null,
      grave.length ? "The check goes on reporting this in the article's review until it is decided there." : "Other wording that was kept is not reported again while it stays as it is."],
    fields: [wordsField("reason", "Reason", { least: 3, lack: "Say why, in a few words.", value: drafts.get(name)?.reason || "" })],
    verb: "Keep these words",
    done: (given) => {
      drafts.set(name, given);
      done(given.reason, () => drafts.delete(name));
    },
  });
}

/** Looks for a claim over all articles; `seek(words)` asks, `found(n, claims)` is what came back. */
function claimPicker(seek) {
  const input = make("input", { type: "search", class: "field find wide", "aria-label": "Words of the claim", placeholder: "Words of the claim", role: "combobox", "aria-expanded": "true", "aria-controls": "wb-claims-found", "aria-autocomplete": "list" });
  const list = make("ul", { class: "found", role: "listbox", id: "wb-claims-found", "aria-label": "Claims found" }), said = make("p", { class: "muted", role: "status" });
  const dialog = make("dialog", { class: "sheet picker", "aria-label": "Choose a claim" }, make("h2", {}, "Which claim goes into the library?"), input, said, list,
    make("div", { class: "row end" }, button("Cancel", () => dialog.close(), { keyName: "Esc" })));
  let n = 0, timer = 0, claims = [], at = -1, chosen = null, from = null;

  dialog.addEventListener("close", () => from?.isConnected && from.focus({ preventScroll: true }));
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && claims.length) {
      event.preventDefault();
      mark((at + step + claims.length) % claims.length);
    } else if (event.key === "Enter" && event.target === input && claims[at]) {
      event.preventDefault();
      take(claims[at]);
    }
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });

  function ask() {
    said.textContent = "Looking…";
    seek(input.value.slice(0, 200), (n += 1));
  }

  function mark(next) {
    at = next;
    [...list.children].forEach((node, k) => node.setAttribute("aria-selected", String(k === at)));
    const node = list.children[at];
    if (node) input.setAttribute("aria-activedescendant", node.id);
    else input.removeAttribute("aria-activedescendant");
    reveal(list, node);
  }

  function take(claim) {
    from = null;
    dialog.close();
    chosen(claim);
  }

  return {
    dialog,
    open(words, next) {
      chosen = next;
      from = document.activeElement;
      input.value = words;
      claims = [];
      list.replaceChildren();
      show(dialog);
      input.focus();
      input.select();
      ask();
    },
    found(asked, given) {
      if (asked !== n) return; // an answer to an older question
      claims = given;
      list.replaceChildren(...claims.map((claim, k) => make("li", { role: "option", id: `wb-found-${k}`, "aria-selected": "false", onclick: () => take(claim) },
        say("p", "worded", unmarked(claim.text)), say("p", "muted small", `${claim.title || claim.article} · ${whereWord(claim.where)} · ${kindWord(claim.type)} · ${firstUp(claim.state)}`))));
      said.textContent = claims.length ? `${counted(claims.length, "claim")}, substantiated ones first.` : "No claim of an article has these words.";
      mark(claims.length ? 0 : -1);
    },
  };
}

/** Approve a claim of an article into the library: wording as it stands there, source, version, place, last day. */
function approveDialog(box, { claim, place, drafts, done }) {
  const name = `approve ${claim.article} ${claim.claim}`, before = drafts.get(name) || {};
  const value = (field, otherwise = "") => before[field] ?? otherwise;
  const country = place.country ? `“all” for any country, else codes such as US or US|GB; empty = ${place.country}` : "“all” for any country, else codes such as US or US|GB";
  box.open({
    title: "Approve this claim?",
    lines: [say("p", "quoted", unmarked(claim.text)), `${kindWord(claim.type)} · ${claim.title || claim.article}. The library takes the sentence word for word, under your name.`],
    fields: [
      wordsField("evidence", "Source, with its identifier", { least: 3, lack: "Name the source that the claim rests on.", rows: 1, value: value("evidence", claim.source) }),
      wordsField("version", "Version of the source", { rows: 1, value: value("version", claim.version) }),
      wordsField("place", "Place in it: page, table, section", { rows: 1, value: value("place", claim.locator) }),
      lastDay(place.as_of, value("expires", daysAfter(place.as_of, 365))),
      wordsField("country", `Country: ${country}`, { rows: 1, value: value("country") }),
      wordsField("qualifiers", "Phrases that must never be lost, one a line", { rows: 2, value: value("qualifiers") }),
      wordsField("note", "Footnote or note", { rows: 1, value: value("note") }),
    ],
    verb: "Approve into the library",
    done: (given) => {
      drafts.set(name, given);
      done({ ...given, country: given.country.trim() === "all" ? "all" : given.country.trim().toUpperCase(), qualifiers: given.qualifiers.split("\n").map((one) => one.trim()).filter(Boolean).slice(0, 20) }, () => drafts.delete(name));
    },
  });
}

/** Look at the evidence of a claim again: what it rests on now, and until which day. */
function renewDialog(box, { row, place, drafts, done }) {
  const name = `renew ${row.id} ${row.expires}`, before = drafts.get(name) || {};
  const value = (field) => before[field] ?? row[field];
  box.open({
    title: "Does it still hold?",
    lines: [say("p", "quoted", row.wording), row.against.map((words) => say("p", "against", dated(words))), "The library keeps the words. Your name and today stand beside them."].flat(),
    fields: [
      wordsField("evidence", "Source, with its identifier", { least: 3, lack: "Name the source that the claim rests on.", rows: 1, value: value("evidence") }),
      wordsField("version", "Version of the source", { rows: 1, value: value("version") }),
      wordsField("place", "Place in it: page, table, section", { rows: 1, value: value("place") }),
      lastDay(daysAfter(place.as_of, 1), before.expires ?? daysAfter(place.as_of, 365)),
      wordsField("note", "Footnote or note", { rows: 1, value: value("note") }),
    ],
    verb: "Renew",
    done: (given) => {
      drafts.set(name, given);
      done(given, () => drafts.delete(name));
    },
  });
}

function lastDay(as_of, value) {
  const field = dayField("expires", "Look at it again by", { first: as_of, value });
  const lacks = field.lacks;
  return Object.assign(field, { lacks: () => (field.value() ? lacks() : "Name the day on which somebody has to look again.") });
}
