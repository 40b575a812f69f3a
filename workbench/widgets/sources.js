// Sources: what claims rest on, what is on record about it, and saying that a source bears a claim.

function sourcesTab(screen) {
  const choice = screen.kept.sources ||= { find: "", state: "" };
  const finder = placeFinder("Find a source", choice, fillList);
  const states = placeFilter("State", choice, "state", [["", "All states"], ...Object.entries(SOURCE_WORDS)], fillList);
  const list = placeGrid({
    label: "Sources", kind: "src", heads: [["Source", ""], ["State", "standc"], ["Claims", "num"], ["Library", "num libc"]],
    look: { key: (row) => row.key, cells, name, classes: (row) => (["retracted", "concern"].includes(row.state) ? "worry" : "") }, choose: (id, focus) => select(id, focus), open: () => screen.enter(),
  });
  const pane = placePane("About the source");

  function cells(row) {
    const names = row.identifiers.join(" · ") || row.url || (row.state === "only named" ? "no identifier" : "");
    return [[say("p", "wording plain", row.title), say("p", "muted small mono clip", names)], sourceState(row.state),
      [make("b", {}, String(row.claims)), row.open ? make("small", {}, `${row.open} open`) : null], String(row.library.length)];
  }

  function name(row) {
    return `${row.title}. ${SOURCE_WORDS[row.state]}. ${counted(row.claims, "claim")}, ${row.open} not substantiated; ${row.library.length} of the library.`;
  }

  function fillList() {
    const { rows = [] } = screen.get("sources"), at = list.at;
    const shown = rows.filter((row) => (!choice.state || row.state === choice.state) && (!choice.find || holdsWords(choice.find, row.title, row.identifiers.join(" "), row.url, row.shelf)));
    list.fill(shown, () => (rows.length ? notice("No source fits.", "", { actions: [button("Show all", () => { finder.reset(); states.reset(); fillList(); list.focus(); })] })
      : notice("No source yet.", "No claim names one. Keep the documents that claims rest on with “workbench sources add”, and name them in the articles.")));
    if (at !== list.at || !pane.inside.childElementCount) paint();
  }

  function select(id, focus) {
    list.select(id, focus);
    paint();
  }

  function paint() {
    const row = list.row(), shown = row && screen.detail("source", row.key);
    if (!row) return pane.paint("", {});
    const given = (shown?.claims || []).map((claim) => entryOf(row, claim));
    const looked = row.on ? `${SOURCE_WORDS[row.state]}, ${row.by}, ${day(row.on)}` : row.identifiers.length ? "Nobody has looked this up" : "There is no identifier to look up";
    return pane.paint(row.key, {
      nodes: [
        make("div", { class: "row wrap" }, sourceState(row.state), row.shelf ? say("span", "muted small mono", row.shelf) : null), say("h2", "", row.title),
        shown?.problem ? say("p", "against", `Its file is not used: it ${shown.problem}.`) : null,
        ["retracted", "concern"].includes(row.state) ? say("p", "against", `${counted(row.claims, "claim")} and ${row.library.length} of the library rest on it. Look at them again.`) : null,
        terms([["On record", looked], ["Notice", row.notice], ["Identifiers", row.identifiers, "none"], ["Version", row.version], ["Kept since", row.retrieved && day(row.retrieved)], ["Address", row.url], ["Library", row.library]]),
        make("h3", {}, make("span", {}, "Claims that rest on it"), make("span", {}, shown ? String(given.length) : "")),
        !shown ? make("p", { class: "muted" }, "Reading…") : given.length ? make("ul", { class: "entries" }, given.map((entry) => entry.node)) : make("p", { class: "muted" }, "No claim of an article names it.")],
      given,
    });
  }

  function entryOf(row, claim) {
    const rests = claim.source ? [claim.source, claim.version && `version ${claim.version}`, claim.place].filter(Boolean).join(" · ") : "";
    const node = entryNode(`${firstUp(claim.standing)}: ${claim.title || claim.article}`,
      make("div", { class: "row wrap" }, say("b", "", claim.title || claim.article), whereTag(claim.where), make("span", { class: "tag" }, kindWord(claim.type)), standingState(claim.standing)),
      say("p", "worded", unmarked(claim.text)), rests ? say("p", "muted small", `Rests on ${rests}`) : make("p", { class: "muted small" }, "Nobody has confirmed that the source says so."),
      make("div", { class: "row wrap" }, openLink(claim.article), claim.standing === "unsubstantiated" ? act("Confirm…", "C", () => confirm(row, claim), { "aria-haspopup": "dialog" }) : null,
        claim.standing === "substantiated" ? act("Into the library…", "N", () => !screen.shut() && screen.approve({ ...claim, locator: claim.place, state: claim.standing }), { "aria-haspopup": "dialog" }) : null));
    return { key: `${claim.article} ${claim.claim}`, node };
  }

  function confirm(row, claim) {
    if (screen.shut()) return;
    screen.tell("Looking for the place in the source…");
    screen.question("places", claim.claim, claim.article, (found) => {
      screen.tell("");
      confirmDialog(screen.box, { row, claim, found, facts: (screen.get("facts").facts || []).map((one) => one.key), drafts: screen.drafts, done: (given, settled) => screen.put({ type: "claim", article: claim.article, claim: claim.claim, action: "substantiate", ...given }, settled) });
    });
  }

  return {
    name: "sources", list, pane, paint, select, tools: () => [states.el, finder.el], keys: {}, find: finder.input,
    cleared: () => choice.find && (finder.reset(), fillList(), true),
    heading() {
      const { rows } = screen.get("sources");
      if (!rows) return ["Sources", "Reading the sources…"];
      const of = (state) => rows.filter((row) => row.state === state).length, parts = [["retracted", "retracted"], ["not found", "not found"], ["not verified", "not looked up"], ["only named", "only named"]].filter(([state]) => of(state)).map(([state, words]) => `${of(state)} ${words}`);
      return [counted(rows.length, "source"), parts.join(" · ")];
    },
    fresh: (trait) => trait === "sources" && (fillList(), paint()),
  };
}

/** Which place of the source bears the claim: one that was found, or one in the person's own words. */
function confirmDialog(box, { row, claim, found, facts, drafts, done }) {
  const name = `confirm ${claim.article} ${claim.claim}`, before = drafts.get(name) || {}, places = found.places || [];
  const options = places.map((one) => [String(one.number), `${one.title}, page ${one.page}: “${one.text.length > 160 ? `${tidy(one.text.slice(0, 160))}…` : one.text}”`]);
  const source = wordsField("source", "Source", { least: 3, lack: "Name the source.", rows: 1, value: before.source ?? (row.state === "retracted" ? "" : row.identifiers[0] ?? row.title) });
  const version = wordsField("version", "Version", { least: 1, lack: "Name the version, or the year.", rows: 1, value: before.version ?? row.version });
  const where = wordsField("place", "Place in it: page, table, section", { least: 1, lack: "Name the place in the source.", rows: 1, value: before.place ?? "" });
  const fillIn = (value) => {
    const one = places.find((place) => String(place.number) === value);
    if (!one) return;
    source.el.querySelector("textarea").value = one.title;
    if (one.version) version.el.querySelector("textarea").value = one.version;
    where.el.querySelector("textarea").value = `page ${one.page}`;
  };
  const choice = options.length ? choiceField("number", "Where does the source say so?", [...options, ["0", "Another place, in my words"]], { needed: "Choose the place.", later: fillIn }) : null;
  const fell = { retracted: "This source was retracted. Let the claim rest on another one.", concern: "There is an expression of concern about this source. Look for another one." }[row.state];
  box.open({
    title: "Does the source say so?",
    lines: [say("p", "quoted", unmarked(claim.text)), fell ? say("p", "against", fell) : null, ...(found.problems || []).map((words) => say("p", "against", words)), options.length ? null : "No place was found by itself in a kept source. Read the source, then name the place."],
    fields: [choice, source, version, where, factField(facts)].filter(Boolean),
    verb: "Confirm the claim",
    done: (given) => {
      drafts.set(name, given);
      done({ source: given.source, version: given.version, place: given.place, fact: given.fact, number: Number(given.number || 0) }, () => drafts.delete(name));
    },
  });
}
