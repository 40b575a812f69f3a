// The pane beside the complaints: where one stands, the words, the pages that say the same, and its outcome.

/** `view` as for `livePart`; answers { el, keys, show(complaint), searched(found), failed() }. */
function complaintsPane(view) {
  const { data } = view;
  const inside = make("div", { class: "in", tabindex: 0, role: "region", "aria-label": "About the selected complaint" });
  const acts = make("div", { class: "acts", role: "group", "aria-label": "Steps about this complaint" });
  const el = make("aside", { class: "look", "aria-label": "Selected complaint", tabindex: -1 }, inside, acts);
  const finder = claimDialog(view);
  let one = null;
  const steps = {
    find: ["Find the claim…", "F", () => { view.tell("Looking for every page that says this…"); finder.begin(one.key); view.ask({ type: "search", key: one.key }); }],
    correct: ["Correct…", "C", () => askCorrect()], reject: ["Reject…", "X", () => askReject()],
    dossier: ["Dossier…", "D", () => view.go(3, { name: one.article, complaint: one.key })],
  };
  const NEXT = { received: ["find", "dossier"], found: ["correct", "reject", "dossier"] };

  function press(name) {
    if (!one) return false;
    const open = NEXT[one.state] || ["dossier"];
    if (!open.includes(name)) return view.tell(one.state === "received" ? "Find the claim first: an answer rests on every page that says it." : one.state === "found" ? "The claim is found already. Correct it, or reject the complaint." : `This complaint is ${one.state}; its records stay held.`);
    if (name === "dossier") return steps.dossier[2]();
    if (view.barred()) return view.tell(view.barred(), "alert");
    const why = able();
    return why ? view.tell(why, "alert") : steps[name][2]();
  }

  const able = () => (data.decides() ? "" : refusal(data, { why: `Only an editor or a medical reviewer can do this; you are here as ${data.me.role}.`, roles: DECIDE_ROLES }));

  function askCorrect() {
    view.box.open({
      title: "Close as corrected?", verb: "Close as corrected", lines: [`The text itself is changed by its writer: ${pagesOf(one).length ? counted(pagesOf(one).length, "page") : "no page"} on the site told the claim when it was found.`, "The notice stands in the records and in the dossier."],
      fields: [wordsField("words", "Correction notice, as readers see it", { least: 1, lack: "A correction needs the words of its notice." })], done: ({ words }) => view.put({ type: "close", key: one.key, action: "correct", words }),
    });
  }

  function askReject() {
    view.box.open({
      title: "Reject this complaint?", verb: "Reject", lines: ["The reason stands in the records and in the dossier. The records stay held."],
      fields: [wordsField("words", "Why the page stays as it is", { least: 1, lack: "A rejection needs a reason in words." })], done: ({ words }) => view.put({ type: "close", key: one.key, action: "reject", words }),
    });
  }

  function stepper() {
    const done = ["received", "found"].indexOf(one.state), closed = done < 0;
    const last = one.state === "rejected" ? "Rejected" : one.state === "corrected" ? "Corrected" : "Outcome";
    return make("ol", { class: "stepper", "aria-label": "Where this complaint stands" }, ["Received", "Claim found", last].map((words, at) => make("li", { class: closed || at <= done ? "done" : "", "aria-current": (closed ? at === 2 : at === done) ? "step" : null }, words)));
  }

  function told() {
    const pages = pagesOf(one);
    if (!one.given.claim) return make("p", {}, "Not looked for yet. Find the claim, and every page that repeats it.");
    return [say("p", "", one.given.claim.startsWith("none:") ? "The page tells no claim like these words; the words themselves were looked for." : `Claim ${one.given.claim}`),
      pages.length ? make("ul", { class: "parts plain" }, pages.map((name) => make("li", {}, say("span", "", data.title(name)), say("small", "muted", PAGE_STATES[data.byName.get(name)?.live]?.[0] || "not on the site")))) : make("p", {}, "No page on the site said this when it was looked for.")];
  }

  function paint() {
    const focused = acts.contains(document.activeElement) ? document.activeElement.dataset.step : null;
    acts.hidden = !one;
    acts.replaceChildren(...(one ? NEXT[one.state] || ["dossier"] : []).map((name, at) => button(steps[name][0], () => press(name), { keyName: steps[name][1], className: at === 0 && name !== "dossier" ? "primary" : "", "data-step": name, "aria-haspopup": name === "dossier" ? null : "dialog", "aria-disabled": name !== "dossier" && (view.barred() || able()) ? "true" : null })));
    if (focused) (acts.querySelector(`[data-step="${focused}"]`) || inside).focus({ preventScroll: true });
    if (!one) return inside.replaceChildren(make("p", { class: "muted" }, "No complaint is selected."));
    const { from = "", words = "", deadline = "", notice: notice_ = "" } = one.given, reason = one.steps.findLast((step) => step.action === "reject")?.reason, open = WAITS.includes(one.state), days = daysUntil(deadline, data.as_of);
    return inside.replaceChildren(
      make("div", { class: "row wrap" }, complaintState(one), say("span", "muted small", one.key)), say("h2", "", one.title || one.article), stepper(),
      make("blockquote", { class: "quoted iso" }, words),
      factList([["From", from], ["Answer by", open ? make("span", { class: days !== null && days < 0 ? "late" : "" }, `${day(deadline)}${days === null ? "" : `, ${ahead(days)}`}`) : `${day(deadline)}; answered ${momentOf(one.since)}`], ["Page", one.address || one.article]]),
      paneHead("The claim, and every page that repeats it"), ...[told()].flat(),
      ...(notice_ ? [paneHead("Correction notice"), make("blockquote", { class: "quoted iso" }, notice_)] : []), ...(reason ? [paneHead("Why it was rejected"), say("p", "", reason)] : []),
      paneHead("What it holds"), say("p", "", `Every record of “${one.title || one.article}”: texts, findings, decisions, messages and approvals. Nobody can purge them${open ? "" : ", also now that it is closed"}.`),
      paneHead("Steps"), make("ul", { class: "log" }, one.steps.map((step) => make("li", {}, say("span", "", `${(COMPLAINT_STATES[step.after] || [step.action])[0]} · ${data.who(step.by, step.by_name)}`), make("small", {}, momentOf(step.at))))));
  }

  return {
    el, keys: { F: () => press("find"), C: () => press("correct"), X: () => press("reject"), D: () => press("dossier"), Enter: () => (one && WAITS.includes(one.state) ? press(NEXT[one.state][0]) : inside.focus()) },
    show(next) { if (next?.key !== one?.key) inside.scrollTop = 0; one = next; paint(); },
    searched: finder.searched, failed() { finder.failed(); },
  };
}

/** The pages that were found, by name; names that are none any more stay as they were written. */
const pagesOf = (one) => { const said = one.given.pages || ""; return said && said !== "none" ? said.split(", ") : []; };

/** Choose the claim; every page that repeats it is shown before anything is recorded. */
function claimDialog(view) {
  const found = { key: "", claim: "", opening: "" };
  const pages = make("div", { class: "found", "aria-live": "polite" });

  function show(repeats, said) {
    pages.replaceChildren(make("h3", {}, said), ...(repeats.length ? [make("ul", { class: "repeats", tabindex: 0, "aria-label": "Pages that say this" }, repeats.slice(0, 200).map(repeatLine))] : []), ...(repeats.length > 200 ? [make("p", { class: "muted" }, `${repeats.length - 200} more are recorded too.`)] : []));
  }

  const counts = (repeats) => (repeats.length ? `${counted(repeats.length, "page")} on the site ${repeats.length === 1 ? "says" : "say"} this` : "No page on the site says this");

  return {
    begin(key) { found.opening = key; },
    searched(answer) {
      if (view.box.dialog.open && found.key === answer.key) {
        if (found.claim === answer.claim) show(answer.repeats, counts(answer.repeats)); // an answer to an older choice is dropped
        return undefined;
      }
      if (view.box.dialog.open || found.opening !== answer.key) return undefined; // nobody waits for it any more
      view.tell("");
      found.opening = "";
      found.key = answer.key;
      found.claim = answer.candidates[0]?.claim ?? "";
      const options = [...answer.candidates.map((one) => [one.claim, one.text]), ["", "None of these: look for the quoted words"]];
      const claim = choiceField("claim", "Which claim is complained of? Those most like the words stand first.", options, {
        chosen: 0,
        later(value) { if (value === found.claim) return true; found.claim = value; pages.replaceChildren(make("p", { class: "muted" }, "Looking for every page that says this…")); view.ask({ type: "search", key: answer.key, claim: value }); return false; },
      });
      claim.el.classList.add("claims");
      show(answer.claim === found.claim ? answer.repeats : [], counts(answer.repeats));
      if (found.claim) view.ask({ type: "search", key: answer.key, claim: found.claim });
      return view.box.open({ title: "Find the claim, and every page that repeats it", verb: "Record these pages", fields: [claim, { name: "pages", el: pages, value: () => "", lacks: () => "", focus: () => view.box.dialog.querySelector(".primary").focus() }], done: ({ claim: id }) => view.put({ type: "find", key: answer.key, claim: id }) });
    },
    failed() { found.opening = ""; pages.replaceChildren(); },
  };
}
