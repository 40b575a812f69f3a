// Library: what the newsroom says once, where it is used, and how each use differs.

const NEAR = 90, RENEWS = "medical reviewer"; // days before its end from which on a claim can be renewed, and by whom
const ENDS = { "": "Any end", past: "Ended", "30": "Ends in 30 days", "90": "Ends in 90 days", "365": "Ends in a year" };

/** `screen` gives data, questions and steps; see library.js. */
function libraryTab(screen) {
  const choice = screen.kept.library ||= { find: "", standing: "", topic: "", ends: "" };
  const finder = placeFinder("Find a claim", choice, fillList);
  const standings = placeFilter("Standing", choice, "standing", [["", "All standings"], ...Object.keys(STANDING_STATES).map((word) => [word, firstUp(word)])], fillList);
  const topics = placeFilter("Topic", choice, "topic", [["", "All topics"]], fillList);
  const ends = placeFilter("Ends", choice, "ends", Object.entries(ENDS), fillList);
  const list = placeGrid({
    label: "Claims of the library", kind: "lib", heads: [["Claim", ""], ["Kind", "kindc"], ["Standing", "standc"], ["Look again by", "endc"], ["Uses", "num"]],
    look: { key: (row) => row.id, cells, name, classes: (row) => (daysTo(screen.place().as_of, row.expires) < 0 ? "worry" : "") }, choose: (id, focus) => select(id, focus), open: () => screen.enter(),
  });
  const pane = placePane("About the claim");

  const count = (row) => (screen.get("counts").of || {})[row.id];
  const left = () => screen.get("counts").left || 0;
  const topicOf = (row) => row.topic || count(row)?.topic || "";

  function cells(row) {
    const n = count(row), about = [topicOf(row) && firstUp(topicOf(row)), row.countries.join(", ")].filter(Boolean).join(" · ");
    return [
      [say("p", "wording", row.wording), about ? say("p", "muted small clip", about) : null],
      kindWord(row.kind), standingState(row.standing),
      [make("b", {}, day(row.expires)), make("small", {}, ending(screen.place().as_of, row.expires))],
      tally(n),
    ];
  }

  function tally(n) {
    if (!n || (left() && !n.uses)) return make("span", { class: "muted", title: "Not counted yet" }, left() ? "…" : "?", hidden(left() ? " counting" : " not counted"));
    return [make("b", {}, String(n.uses)), n.errors ? sev("error", String(n.errors)) : null, n.errors ? hidden(" differ in what counts") : null, n.notes ? sev("note", String(n.notes)) : null, n.notes ? hidden(" worded otherwise") : null];
  }

  function name(row) {
    const n = count(row);
    const uses = !n || (left() && !n.uses) ? "uses not counted yet" : `${counted(n.uses, "use")}${n.errors ? `, ${n.errors} with a changed number or lost phrase` : ""}${n.notes ? `, ${n.notes} worded otherwise` : ""}`;
    return `${row.wording} ${kindWord(row.kind)}. ${firstUp(row.standing)}, look again by ${day(row.expires)}, ${uses}.`;
  }

  function fits(row) {
    const days = daysTo(screen.place().as_of, row.expires);
    const end = !choice.ends || (choice.ends === "past" ? days < 0 : days >= 0 && days <= Number(choice.ends));
    return end && (!choice.standing || row.standing === choice.standing) && (!choice.topic || topicOf(row) === choice.topic)
      && (!choice.find || holdsWords(choice.find, row.wording, row.id, row.evidence, row.approver, topicOf(row)));
  }

  function fillList() {
    const { rows = [] } = screen.get("library"), names = [...new Set(rows.map(topicOf).filter(Boolean))].sort();
    topics.fill([["", "All topics"], ...names.map((topic) => [topic, firstUp(topic)])]);
    const at = list.at;
    const fit = rows.filter(fits), again = fit.filter((row) => row.standing !== "substantiated"), rest = fit.filter((row) => row.standing === "substantiated");
    list.fill(again.length && rest.length ? [{ section: "Look at again", more: "ended, disputed, or a source that fell" }, ...again, { section: "In force", more: "" }, ...rest] : fit, () => nothing(rows.length), unreadList(screen.get("counts").unread, "article"));
    if (at !== list.at || !pane.inside.childElementCount) paint();
  }

  function nothing(all) {
    if (all) return notice("No claim fits.", "", { actions: [button("Show all", showAll)] });
    return notice("No claims yet. Approve an article's claims to start the library.", "What is approved here is said the same in every article: a changed number or a lost phrase is found by the checks.", { actions: screen.barred ? [] : [button("Approve a claim…", approve, { keyName: "N", className: "primary" })] });
  }

  function showAll() {
    [finder, standings, topics, ends].forEach((field) => field.reset());
    fillList();
    list.focus();
  }

  function select(id, focus) {
    list.select(id, focus);
    paint();
  }

  function paint() {
    const row = list.row(), shown = row && screen.detail("claim", row.id);
    if (!row) return pane.paint("", { nodes: [make("p", { class: "muted" }, screen.get("library").rows ? "No claim is chosen." : "")] });
    const uses = shown?.uses || [], sure = uses.filter((use) => use.level !== "similar"), similar = uses.filter((use) => use.level === "similar");
    const given = uses.map((use) => entryOf(row, use)), node = (use) => given[uses.indexOf(use)].node;
    pane.paint(row.id, {
      nodes: [about(row), make("h3", {}, make("span", {}, "Uses"), make("span", {}, left() ? `counting, ${counted(left(), "article")} left` : shown ? String(sure.length) : "")),
        !shown ? make("p", { class: "muted" }, "Reading…") : sure.length ? make("ul", { class: "entries" }, sure.map(node)) : make("p", { class: "muted" }, left() ? "None found so far." : "No article says this yet."),
        similar.length ? [make("h3", {}, make("span", {}, "Similar sentences: the same claim?"), make("span", {}, String(similar.length))), make("ul", { class: "entries" }, similar.map(node))] : null],
      given, buttons: [renewal(row)],
    });
  }

  /** Whoever may not renew it sees who can; where the end is far, nobody is asked. */
  function renewal(row) {
    const near = daysTo(screen.place().as_of, row.expires) <= NEAR, { roles = [], people = [] } = screen.place();
    if (screen.barred || !["substantiated", "expired"].includes(row.standing) || !(near || row.standing === "expired")) return null;
    if (roles.includes(RENEWS)) return act("Renew…", "R", () => renew(row), { "aria-haspopup": "dialog" });
    const able = people.filter((one) => one.roles.includes(RENEWS)).map((one) => one.name);
    return say("p", "muted small", `A medical reviewer renews this${able.length ? `: ${able.slice(0, 3).join(", ")}` : ""}.`);
  }

  function renew(row) {
    if (screen.shut()) return;
    renewDialog(screen.box, { row, place: screen.place(), drafts: screen.drafts, done: (given, settled) => screen.put({ type: "renew", library: row.id, seen: row.expires, ...given }, settled) });
  }

  function about(row) {
    const n = count(row), source = [row.evidence, row.version && `version ${row.version}`, row.place].filter(Boolean).join(" · ");
    return [
      make("div", { class: "row wrap" }, standingState(row.standing), make("span", { class: "tag" }, kindWord(row.kind)), say("span", "muted small mono", row.id)),
      say("h2", "approved", row.wording), row.against.map((words) => say("p", "against", dated(words))),
      terms([
        ["Numbers", n?.quantities || []], ["Must keep", row.qualifiers, "no phrase is named"], ["Footnote", row.note], ["Source", source], ["Country", row.countries, "wherever"],
        ["Look again by", `${day(row.expires)}, ${ending(screen.place().as_of, row.expires)}`], ["Approved", `${row.approver}, ${day(row.approved_on)}`], ...Object.entries(row.own).map(([term, words]) => [firstUp(term), words]),
      ]),
    ];
  }

  function entryOf(row, use) {
    const worst = use.severity ? SEVERITY_WORDS[use.severity] : "Same";
    const node = entryNode(`${worst}: ${use.title}, line ${use.line}`,
      make("div", { class: "row wrap" }, say("b", "", use.title), whereTag(use.where), say("span", "muted small", `line ${use.line}`)),
      use.level === "exact" ? null : worded(use.pieces), use.differences.length ? make("ul", { class: "differences" }, use.differences.map(difference)) : null,
      say("p", "muted small", standingOf(use)), make("div", { class: "row wrap" }, ways(row, use)));
    return { key: `${use.article} ${use.line} ${use.claim}`, node, use };
  }

  function standingOf(use) {
    if (use.level === "exact") return "Same words, linked by itself.";
    if (use.level === "accepted") return `${use.reason ? "Kept" : "Linked"} by ${use.by || "somebody"}${use.on ? ` on ${day(use.on)}` : ""}${use.reason ? `: ${use.reason}` : "."}`;
    if (!use.claim) return "The checks read no claim in this sentence, so nothing is decided about it here.";
    return use.level === "near" ? "Taken for this claim by its words." : `Likeness ${Math.round(use.likeness * 100)} of 100. Link it if it says the same.`;
  }

  function ways(row, use) {
    const open = openLink(use.article);
    if (use.level === "exact" || !use.claim) return [open];
    const keeps = use.differences.length > 0 && !use.reason && use.level !== "similar";
    const link = keeps || (use.level === "similar" && use.severity === "error") ? act(use.level === "similar" ? "Link…" : "Keep…", use.level === "similar" ? "L" : "E", () => keep(row, use), { "aria-haspopup": "dialog" })
      : use.level === "accepted" ? null : act("Link", "L", () => judge(row, use, "accepted"));
    return [open, link, act("Not this claim", "X", () => judge(row, use, "refused"))];
  }

  function judge(row, use, state, reason = "", settled = () => {}) {
    screen.put({ type: "judge", library: row.id, article: use.article, claim: use.claim, state, reason }, settled);
  }

  function keep(row, use) {
    if (screen.shut()) return;
    keepDialog(screen.box, { row, use, drafts: screen.drafts, done: (reason, settled) => judge(row, use, "accepted", reason, settled) });
  }

  function approve() {
    if (!screen.shut()) screen.pick("", (claim) => screen.approve(claim));
  }

  return {
    name: "library", list, pane, paint, select,
    tools: () => [standings.el, topics.el, ends.el, finder.el, screen.barred ? null : button("Approve a claim…", approve, { keyName: "N", className: "new", "aria-haspopup": "dialog" })],
    heading() {
      const { rows } = screen.get("library"), of = Object.values(screen.get("counts").of || {});
      if (!rows) return ["Claim library", "Reading the library…"];
      const errors = of.reduce((sum, n) => sum + n.errors, 0), again = rows.filter((row) => row.standing !== "substantiated").length, parts = [];
      if (left()) parts.push(`counting uses, ${counted(left(), "article")} left`);
      else if (rows.length) parts.push(errors ? `${counted(errors, "use")} ${errors === 1 ? "differs" : "differ"} in a number or a needed phrase` : "no use was found that differs in a number or a needed phrase");
      if (again) parts.push(`${again} to look at again`);
      return [`${counted(rows.length, "claim")} in the library`, firstUp(parts.join(" · "))];
    },
    fresh(trait) {
      if (trait === "library") fillList();
      else if (trait !== "counts") return undefined;
      else if (choice.topic || !list.rows.length || screen.get("counts").unread?.length) fillList();
      else {
        list.repaint();
        topics.fill([["", "All topics"], ...[...new Set((screen.get("library").rows || []).map(topicOf).filter(Boolean))].sort().map((topic) => [topic, firstUp(topic)])]);
      }
      return paint();
    },
    find: finder.input, cleared: () => choice.find && (finder.reset(), fillList(), true), keys: { N: approve },
  };
}
