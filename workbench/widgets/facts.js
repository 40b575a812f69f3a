// Consistency: what articles tell differently, and the facts that claims rest on, with all that a change touches.

function factsTab(screen) {
  const choice = screen.kept.facts ||= { find: "" };
  const finder = placeFinder("Find a value or a fact", choice, fillList);
  const list = placeGrid({
    label: "Told differently, and facts", kind: "fact", heads: [["What is told", ""], ["Values", "valuec"], ["Where", "num"]],
    look: { key: (row) => row.id, cells, name, classes: (row) => (row.expired ? "worry" : "") }, choose: (id, focus) => select(id, focus), open: () => screen.enter(),
  });
  const pane = placePane("About what is told");
  let walk = null; // reviewing together: { key, order, at }

  const conflictRow = (one) => ({ ...one, id: `conflict ${one.key}`, conflict: true });
  const factRow = (one) => ({ ...one, id: `fact ${one.key}`, conflict: false });

  function cells(row) {
    if (row.conflict) return [
      [say("p", "wording plain", row.title), say("p", "muted small clip", scopeOf(row))],
      make("div", { class: "values" }, valuesOf(row).slice(0, 4).map((value) => say("span", "chip", value))),
      [make("b", {}, String(new Set(row.values.map((value) => value.article)).size)), make("small", {}, row.kept ? row.kept.state : "articles")],
    ];
    return [
      [say("p", "wording plain", row.key), say("p", "muted small clip", row.source ? `${row.source}${row.effective ? `, from ${day(row.effective)}` : ""}` : "Nobody has said what it is now.")],
      [make("div", { class: "values" }, row.value ? say("span", "chip", row.value) : make("span", { class: "muted" }, "not recorded")), row.expired ? make("span", { class: "state expired" }, `${row.expired} expired`) : null],
      [make("b", {}, String(row.total)), make("small", {}, row.live ? `${row.live} live` : "claims")],
    ];
  }

  const valuesOf = (row) => [...new Set(row.values.map((value) => value.value))];
  const scopeOf = (row) => row.scope || "";

  function name(row) {
    if (row.conflict) return `Told differently: ${row.title}. ${valuesOf(row).join("; ")}.${row.kept ? ` ${firstUp(row.kept.state)}.` : ""}`;
    return `Fact: ${row.key}. ${row.value || "not recorded"}. ${counted(row.total, "claim")} rest on it, ${row.expired} expired, ${row.live} live sentences.`;
  }

  function items() {
    const { conflicts, facts = [] } = screen.get("facts"), fits = (row) => !choice.find || holdsWords(choice.find, name(row), scopeOf(row), row.source || "");
    const differ = (conflicts || []).map(conflictRow).filter(fits), open = differ.filter((row) => !row.kept), kept = differ.filter((row) => row.kept);
    const known = facts.map(factRow).filter(fits), expired = known.filter((row) => row.expired), rest = known.filter((row) => !row.expired);
    const part = (section, more, rows) => (rows.length ? [{ section, more }, ...rows] : []);
    return [...part("Told differently", "the same thing, other values", open), ...part("Expired", "a fact changed: look at what rests on it", expired), ...part("Facts", "that claims and accepted risks rest on", rest), ...part("Decided", "kept with a reason, or settled by the library", kept)];
  }

  function fillList() {
    const { conflicts, facts = [] } = screen.get("facts"), at = list.at;
    list.fill(items(), () => (conflicts?.length || facts.length ? notice("Nothing fits.", "", { actions: [button("Show all", () => { finder.reset(); fillList(); list.focus(); })] })
      : notice("No two articles were found to disagree, and no claim rests on a fact yet.", "A claim hangs on a fact once somebody names the fact while confirming it: a label's version, a rule's end, a price list.")));
    if (at !== list.at || !pane.inside.childElementCount) paint();
  }

  function select(id, focus) {
    if (walk && id !== `fact ${walk.key}`) walk = null;
    list.select(id, focus);
    paint();
  }

  function paint() {
    const row = list.row();
    if (!row) return pane.paint("", {});
    if (row.conflict) return pane.paint(row.id, conflictPane(row));
    const shown = screen.detail("fact", row.key);
    if (walk && shown) return pane.paint(`walk ${row.id} ${walk.at}`, factWalk({ screen, row, shown, walk, turn, stop }));
    return pane.paint(row.id, factPane(row, shown));
  }

  function conflictPane(row) {
    const given = row.values.map((value, at) => {
      const node = entryNode(`${value.value}: ${value.title || value.article}`,
        make("div", { class: "row wrap" }, make("span", { class: "chip strong iso" }, value.value), say("b", "", value.title || value.article), whereTag(value.where), value.differs && row.library ? sev("error", "Not the library's value") : null),
        say("p", "worded", value.sentence),
        make("div", { class: "row wrap" }, openLink(value.article, "Change this one"), screen.barred ? null : act("Make it the library's…", "L", () => screen.pick(value.sentence, (claim) => screen.approve(claim)), { "aria-haspopup": "dialog" })));
      return { key: `${value.article} ${at}`, node };
    });
    return {
      nodes: [make("div", { class: "row wrap" }, sev(key(row.severity), SEVERITY_WORDS[key(row.severity)]), row.kept ? make("span", { class: "state" }, firstUp(row.kept.state)) : null),
        say("h2", "", row.title), say("p", "muted", scopeOf(row)), row.kept ? say("p", "kept-why", `${row.kept.state === "settled" ? "The library's value counts" : "Both stand"}${row.kept.reason ? `: ${row.kept.reason}` : "."} (${row.kept.by}, ${day(row.kept.on)})`) : null,
        terms([["Library says", row.library && `${row.library} (${row.library_row})`, "the library has no value for this"]]), make("h3", {}, make("span", {}, "Values"), make("span", {}, String(given.length))), make("ul", { class: "entries" }, given.map((entry) => entry.node))],
      given,
      buttons: screen.barred ? [] : row.kept ? [act("Open again", "R", () => decide(row, "reopen"))]
        : [act("Keep both…", "E", () => keepBoth(row), { "aria-haspopup": "dialog" }), row.library_row ? act("The library's value counts", "S", () => decide(row, "settle")) : null],
    };
  }

  function decide(row, action, reason = "", settled = () => {}) {
    if (!screen.shut()) screen.put({ type: "conflict", key: row.key, action, reason, row: action === "settle" ? row.library_row : "" }, settled);
  }

  function keepBoth(row) {
    if (screen.shut()) return;
    const name = `both ${row.key}`;
    screen.box.open({
      title: "Why may both stand?", lines: [`${row.title}: ${valuesOf(row).join("; ")}`, "It comes back by itself when one of the values changes."],
      fields: [wordsField("reason", "Reason", { least: 3, lack: "Say why, in a few words.", value: screen.drafts.get(name)?.reason || "" })], verb: "Keep both",
      done: (given) => { screen.drafts.set(name, given); decide(row, "keep both", given.reason, () => screen.drafts.delete(name)); },
    });
  }

  function factPane(row, shown) {
    const uses = shown?.uses || [], given = uses.map((use) => factUse(use, [openLink(use.article)])), asked = row.suggested?.by ? row.suggested : null;
    return {
      nodes: [make("div", { class: "row wrap" }, make("span", { class: "tag" }, "Fact"), row.expired ? make("span", { class: "state expired" }, `${row.expired} expired`) : null), say("h2", "", row.key),
        terms([["Value", row.value, "nobody has said what it is now"], ["Country", row.country], ["In force from", day(row.effective)], ["Source", row.source], ["Changed", row.changed && `${row.by}, ${day(row.changed.slice(0, 10))}`], ["Accepted risks", row.risks ? String(row.risks) : ""]]),
        asked ? say("p", "against plain", `${asked.by} suggests${asked.value ? ` “${asked.value}”` : " a change"} (${asked.source}), ${day(asked.on)}. A medical reviewer decides.`) : null,
        make("h3", {}, make("span", {}, "Claims that rest on it"), make("span", {}, shown ? String(uses.length) : "")),
        !shown ? make("p", { class: "muted" }, "Reading…") : uses.length ? make("ul", { class: "entries" }, given.map((entry) => entry.node)) : make("p", { class: "muted" }, "No claim of a text as it stands rests on it.")],
      given,
      buttons: [uses.length ? act("Review together", "R", () => begin(row), { class: row.expired ? "btn small primary" : "btn small" }) : null,
        screen.barred ? null : act(medical(screen) ? "Change this fact…" : "Suggest a change…", "C", () => change(row), { "aria-haspopup": "dialog" })],
    };
  }

  function change(row) {
    if (screen.shut()) return;
    screen.tell("Reading what rests on it…");
    screen.question("fact", row.key, "", (shown) => {
      screen.tell("");
      changeDialog(screen, row, shown);
    });
  }

  function begin(row) {
    const uses = screen.detail("fact", row.key)?.uses || [], first = uses.findIndex((use) => use.state === "expired");
    walk = { key: row.key, order: uses.map((use) => `${use.article} ${use.claim}`), at: Math.max(0, first) };
    paint();
    pane.focus();
  }

  function turn(by) {
    walk.at = Math.min(walk.order.length - 1, Math.max(0, walk.at + by));
    paint();
    pane.focus();
  }

  function stop() {
    walk = null;
    paint();
    list.focus();
  }

  return {
    name: "consistency", list, pane, paint, select, tools: () => [finder.el], keys: {}, find: finder.input,
    cleared: () => (walk ? (stop(), true) : choice.find && (finder.reset(), fillList(), true)),
    settled: () => walk && turn(1), // a step was taken: the next one
    heading() {
      const { conflicts, facts } = screen.get("facts");
      if (!facts) return ["Consistency", "Reading what is told…"];
      const open = (conflicts || []).filter((one) => !one.kept).length, expired = facts.reduce((sum, one) => sum + one.expired, 0);
      const head = open ? `${counted(open, "thing")} told differently` : "Nothing open is told differently";
      return [head, [expired ? `${counted(expired, "claim")} expired with a fact` : "", counted(facts.length, "fact")].filter(Boolean).map((words, at) => (at ? words : firstUp(words))).join(" · ")];
    },
    fresh: (trait) => trait === "facts" && (fillList(), paint()),
  };
}

const medical = (screen) => (screen.place().roles || []).includes("medical reviewer");

/** A claim that rests on a fact, as an entry. */
function factUse(use, buttons, note = null) {
  const rests = [use.source, use.version && `version ${use.version}`, use.locator].filter(Boolean).join(" · ");
  const node = entryNode(`${firstUp(use.state)}: ${use.title || use.article}`,
    make("div", { class: "row wrap" }, say("b", "", use.title || use.article), whereTag(use.where), make("span", { class: "tag" }, kindWord(use.type)), standingState(use.state)),
    say("p", "worded", unmarked(use.text)), say("p", "muted small", rests ? `Rests on ${rests}` : "No source is given."), note, make("div", { class: "row wrap" }, buttons));
  return { key: `${use.article} ${use.claim}`, node, use };
}
