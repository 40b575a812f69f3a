// One claim in the place of the explanation: its sentence, what it rests on, the library, and who said what of it.

/** Answers { el, body, decide, paint, paintState, refused }. */
function claimPane(view) {
  const body = make("div", { class: "body", tabindex: 0, role: "region", "aria-label": "Claim" });
  const title = make("span", { class: "strong" }), state = make("span"), told = make("div", { "aria-live": "polite" }), past = make("div"), way = make("div", { class: "row way" });
  const opts = make("div", { class: "opts", role: "group", "aria-label": "Steps about this claim" });
  const decide = make("section", { class: "decide", "aria-label": "Steps", tabindex: -1 }, way, opts);
  const steps = make("span", { class: "steps" }, button("‹", () => step(-1), { className: "quiet small", "aria-label": "Previous claim" }), button("›", () => step(1), { className: "quiet small", "aria-label": "Next claim" }));
  const el = make("section", { class: "why claim-pane", "aria-label": "Claim", tabindex: -1, hidden: true },
    make("header", {}, title, state, make("span", { class: "grow" }), steps, button("Close", () => view.closeClaim(), { keyName: "Esc", className: "quiet small" })), body, decide);
  const dialogs = claimSteps(view);

  function step(by) {
    const all = view.article.claims, at = all.findIndex((claim) => claim.id === view.claim);
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (next) view.openClaim(next.id);
  }

  return {
    el, body, decide,
    refused(ask) { way.replaceChildren(...askButtons(view, ask, () => way.replaceChildren())); },
    paint() {
      way.replaceChildren();
      const claim = view.claims.get(view.claim);
      if (!claim) return;
      body.scrollTop = 0;
      title.textContent = `Claim ${claim.number} of ${view.article.claims.length}`;
      body.replaceChildren(...[
        claimQuotation(view, claim), claimFacts(view, claim), told, claimFindings(view, claim), claimSources(view, claim),
        claimLibrary(view, claim, dialogs), claimWhy(claim), past,
      ].filter(Boolean));
      this.paintState();
    },
    /** Only what stands and what may be done now. */
    paintState() {
      const claim = view.claims.get(view.claim);
      if (!claim) return;
      const now = view.claimState(claim.id), words = STANDINGS[now.state] || sentenceCase(now.state);
      state.replaceChildren(say("span", `state ${STANDING_CLASSES[now.state] || ""}`, words));
      past.replaceChildren(...[claimPast(view, claim)].filter(Boolean));
      told.replaceChildren(...claimStanding(view, claim, now, dialogs).filter(Boolean));
      const focused = opts.contains(document.activeElement) ? document.activeElement.dataset.action : "";
      opts.replaceChildren(...dialogs.buttons(claim, now, (ask) => this.refused(ask)));
      if (focused) (opts.querySelector(`[data-action="${focused}"]`) || opts.querySelector("button") || decide).focus({ preventScroll: true });
    },
  };
}

const STANDING_CLASSES = { substantiated: "approved", expired: "expired", disputed: "changes", unsubstantiated: "new" };

function claimQuotation(view, claim) {
  const block = view.article.blocks[claim.start_block], seen = block ? block.segments.map((part) => part.text).join("") : "";
  const { before, match, after } = around(seen, claim.text, 160);
  return make("p", { class: "quote iso claim-quote" }, before, make("b", {}, match || claim.text), after);
}

function claimFacts(view, claim) {
  const kind = new Map(view.article.kinds?.claims || []).get(claim.type) || sentenceCase(claim.type);
  const facts = [kind, claim.quantities, claim.about, claim.certainty && claim.certainty !== "asserted" ? sentenceCase(claim.certainty) : "", `Source: ${claim.citation.toLowerCase()}`, claim.adds_up ? "Numbers add up" : "", claim.by_hand ? "Marked by hand" : ""];
  return make("div", { class: "facts" }, facts.filter(Boolean).map((fact) => say("span", "", fact)));
}

/** What stands, on what, and who said it; "nobody" is an answer. */
function claimStanding(view, claim, now, dialogs) {
  const rests = [now.source, now.version, now.locator].filter(Boolean).join(", ");
  const who = now.by ? `${now.by}, ${day(now.on)}` : now.state === "substantiated" ? "the library, by itself" : "";
  const hint = now.suggested;
  return [
    make("dl", { class: "two standing-of" },
      termPair("Standing", `${STANDINGS[now.state] || now.state}${now.left ? ". It keeps the medical approval back." : "."}`),
      termPair("Rests on", rests || "Nobody has confirmed a source for it."), termPair("Hangs on", now.fact ? `The fact ${now.fact}` : ""),
      termPair("Said by", who), termPair("Reason", now.reason)),
    hint ? make("div", { class: "same" }, say("span", "", `${hint.by} suggests: ${[hint.source, hint.version, hint.place].filter(Boolean).join(", ")}`), view.decides() ? button("Use this…", () => dialogs.take(claim, "substantiate", hint), { className: "small" }) : null) : null,
  ];
}

function claimFindings(view, claim) {
  const found = claim.findings.map((id) => view.finding(id)).filter(Boolean);
  return found.length ? make("p", { class: "also" }, `${counted(found.length, "finding")} on it: `, found.map((finding) => button(`${finding.id} ${finding.title}`, () => view.select(finding.id, "why"), { className: "quiet small link" }))) : null;
}

function claimSources(view, claim) {
  const mine = (view.article.sources || []).filter((source) => source.claims.includes(claim.number));
  const rows = mine.map((source) => make("tr", {}, say("td", "", source.marker), say("td", "mono", source.identifiers.join(", ") || "–"), make("td", {}, sourceState(source))));
  return make("div", { class: "ev" }, caption("What the text names for it", mine.length ? "" : "nothing"),
    mine.length ? make("table", { class: "rows" }, make("thead", {}, make("tr", {}, ["In the text", "Identifier", "State"].map((name) => make("th", { scope: "col" }, name)))), make("tbody", {}, rows)) : null);
}

/** Exact = linked by itself; similar = for a person to accept or refuse; by hand = the button below. */
function claimLibrary(view, claim, dialogs) {
  const rows = (view.article.library || {})[claim.id] || [];
  const box = make("div", { class: "ev library-of" }, caption("The library", view.article.has_library ? (rows.length ? "" : "nothing like it") : "no claims yet"));
  for (const row of rows) {
    const levels = { exact: "The same words: linked by itself", accepted: "Accepted as this claim", refused: "Another claim" };
    const said = view.kept.uses?.[`${claim.id} ${row.id}`] || row.level;
    box.append(make("div", { class: "match" },
      make("p", { class: "row" }, say("b", "", row.id), make("span", { class: "muted" }, levels[said] || `${row.likeness}% alike`), make("span", { class: "grow" }),
        said === "similar" && view.acts() ? [button("Accept…", () => dialogs.accept(claim, row), { className: "small" }), button("Refuse", () => dialogs.refuse(claim, row), { className: "small" })] : null),
      wordsApart(row.wording, claim.text, { was: "Library", now: "Here" }),
      row.differences.length ? make("ul", { class: "differs" }, row.differences.map((one) => say("li", row.grave ? "sev error" : "sev note", `Differs in ${one}`))) : null,
      say("p", "muted", `${[row.source, row.version, row.place].filter(Boolean).join(", ")}; approved by ${row.approver}, ${day(row.approved_on)}, until ${day(row.expires)}.`)));
  }
  return box;
}

const claimWhy = (claim) => (claim.why.length ? make("dl", { class: "two" }, termPair("Read as a claim", claim.why.join("; "))) : null);

function claimPast(view, claim) {
  const all = [...(view.article.history || []), ...(view.desk().history || [])].filter((event) => event.what.includes(`Claim ${claim.id}`));
  return all.length ? make("ul", { class: "hist", "aria-label": "History of this claim" }, all.map((event) => make("li", {}, make("time", {}, day(event.on)), say("span", "", `${event.who ? `${event.who}: ` : ""}${eventText(view, event)}`)))) : null;
}
