// Steps about a claim, by role: suggest a source, substantiate, renew, settle, dispute; a refusal says who can.

const CLAIM_STEPS = {
  suggest: "Suggest a source…", substantiate: "Substantiate…", renew: "Renew…", settle: "Settle: it holds…", reject: "Settle: no source…", doubt: "Dispute…",
};
const CONFIRMS = ["substantiate", "renew", "settle"];

/** Answers { buttons(claim, now, refused), take(claim, action, given), accept(claim, row), refuse(claim, row) }. */
function claimSteps(view) {
  const may = (claim, state) => (view.desk().claim_steps || {})[`${state} ${(view.desk().own_claims || []).includes(claim.type) ? "own" : "other"}`] || {};

  function attempt(claim, action, refused, given = {}) {
    if (view.barred) return view.voice.tell(view.barred, "alert");
    const bar = may(claim, view.claimState(claim.id).state)[action];
    if (!bar) return view.voice.tell("This cannot be done to a claim that stands as it does now.", "alert");
    if (bar.why) {
      view.voice.tell(bar.why, "alert");
      return refused(bar.ask);
    }
    return ASKS[action](claim, action, given);
  }

  const send = (claim, action, given) => view.send({ type: "claim", claim: claim.id, action, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)) });
  const quoted = (claim) => make("p", { class: "quote iso small" }, claim.text);

  function papers(claim, given, { needed }) {
    const mine = (view.article.sources || []).filter((source) => source.claims.includes(claim.number) && source.identifiers.length);
    const guess = given.source ?? (mine.length === 1 ? mine[0].title || mine[0].identifiers[0] : "");
    const field = (name, label, lack, rows = 1) => wordsField(name, label, { rows, value: name === "source" ? guess : given[name] || "", ...(needed ? { least: 1, lack } : {}) });
    return [
      wordsField("source", "Source, with its identifier", { rows: 2, value: guess, least: 1, lack: "Name the source." }),
      field("version", "Version of the source", "Name the version: an edition, a label number, or a day."), field("place", "Place in it", "Name the place: a page, a section, or a table."),
    ];
  }

  function confirm(claim, action, given) {
    const fact = action === "suggest" ? null : factField();
    view.dialogs.open({
      title: action === "suggest" ? "Suggest a source" : "Which source says this?", verb: action === "suggest" ? "Suggest" : "Substantiate", lines: [quoted(claim)],
      fields: [...papers(claim, given, { needed: action !== "suggest" }), fact].filter(Boolean), done: (words) => send(claim, action, { ...words, library: given.library || "" }),
    });
    if (fact) view.ask("facts", claim.id).then(({ facts = [] }) => fact.offer(facts));
  }

  /** What is on the site is listed before anything is saved. */
  async function seen(claim) {
    const { sentences = [], code = "", error = "" } = await view.ask("touched", claim.id);
    if (error) return view.voice.tell(error, "alert"), null;
    const list = sentences.length ? make("ul", { class: "touched" }, sentences.map((one) => say("li", "", one))) : null;
    return { code, lines: [quoted(claim), sentences.length ? `This touches ${counted(sentences.length, "live sentence")}:` : "No live sentence rests on this.", list] };
  }

  async function settle(claim, action) {
    const shown = await seen(claim), now = view.claimState(claim.id);
    if (!shown) return;
    view.dialogs.open({
      title: action === "renew" ? "Does it still hold?" : "It holds: on what?", verb: action === "renew" ? "Renew" : "Settle", lines: shown.lines,
      fields: [
        wordsField("value", "Value that holds now", { rows: 1, least: 1, lack: "Name the value." }), wordsField("country", "Country (code, or all)", { rows: 1, least: 1, lack: "Name the country." }),
        { ...dayField("effective", "In effect from", { value: view.article.as_of || "" }) },
        ...papers(claim, { source: now.source, version: now.version, place: now.locator }, { needed: false }),
      ],
      done: (words) => send(claim, action, { ...words, seen: shown.code }),
    });
  }

  async function reject(claim) {
    const shown = await seen(claim);
    if (!shown) return;
    view.dialogs.open({ title: "It rests on no source?", verb: "Settle", lines: shown.lines, fields: [wordsField("reason", "Why", { least: 1, lack: "This needs a reason." })], done: ({ reason }) => send(claim, "reject", { reason, seen: shown.code }) });
  }

  function doubt(claim) {
    view.dialogs.open({ title: "What speaks against it?", verb: "Dispute", lines: [quoted(claim)], fields: [wordsField("reason", "Why", { least: 1, lack: "This needs a reason." })], done: ({ reason }) => send(claim, "doubt", { reason }) });
  }

  const ASKS = { suggest: confirm, substantiate: confirm, renew: settle, settle, reject, doubt };

  /** A mark by hand: its own maker takes it back at once, an editor says why, and who may not learns who can. */
  function takeBack(claim, refused) {
    const bar = (view.desk().marked || {})[claim.id];
    if (view.barred || bar.why) {
      view.voice.tell(view.barred || bar.why, "alert");
      return refused(bar.ask);
    }
    const send_ = (reason = "") => view.send({ type: "take back", what: "claim", key: claim.id, reason });
    if (bar.mine) return send_();
    return view.dialogs.open({ title: "Why is this no claim?", verb: "Take back", lines: [quoted(claim)], fields: [wordsField("reason", "Why", { least: 1, lack: "This needs a reason." })], done: ({ reason }) => send_(reason) });
  }

  function backButton(claim, refused) {
    const bar = claim.by_hand && (view.desk().marked || {})[claim.id];
    if (!bar) return null;
    const asks = !bar.mine && !bar.why;
    return button(asks ? "Take back…" : "Take back", () => takeBack(claim, refused), { "data-action": "take back", ...(asks ? { "aria-haspopup": "dialog" } : {}), ...(bar.why || view.barred ? { "aria-disabled": "true" } : {}) });
  }

  return {
    take: (claim, action, given) => attempt(claim, action, (ask) => view.pane.refused(ask), given),
    accept: (claim, row) => attempt(claim, "substantiate", (ask) => view.pane.refused(ask), { source: row.source, version: row.version, place: row.place, library: row.id }),
    refuse(claim, row) {
      if (!view.send({ type: "refuse", claim: claim.id, library: row.id })) return;
      (view.kept.uses ||= {})[`${claim.id} ${row.id}`] = "refused";
      view.pane.paint();
    },
    /** The steps that lead on from where it stands; one that is barred keeps the focus and says who can. */
    buttons(claim, now, refused) {
      const open = may(claim, now.state);
      const shown = Object.keys(CLAIM_STEPS).filter((action) => open[action] && (!open[action].why || CONFIRMS.includes(action)));
      const main = shown.find((action) => !open[action].why && action !== "doubt");
      const steps = shown.map((action) => button(CLAIM_STEPS[action], () => attempt(claim, action, refused), {
        className: action === main ? "primary" : "", "data-action": action, "aria-haspopup": "dialog", ...(open[action].why || view.barred ? { "aria-disabled": "true" } : {}),
      }));
      return [...steps, backButton(claim, refused)].filter(Boolean);
    },
  };
}
