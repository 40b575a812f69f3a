// The pane beside the live pages: what an approval still covers, holds and notices with their clock, and the steps.

/** `view` as for `livePart`; answers { el, keys, show(row), take(page, row), known(name) }. */
function livePane(view) {
  const { data } = view;
  const seen = new Map(); // name → what the kernel told of it, the newest few
  const inside = make("div", { class: "in", tabindex: 0, role: "region", "aria-label": "About the selected page" });
  const acts = make("div", { class: "acts", role: "group", "aria-label": "Steps about this page" });
  const el = make("aside", { class: "look", "aria-label": "Selected page", tabindex: -1 }, inside, acts);
  let row = null, page = null, wanted = "";
  const steps = { // action → [words, key, what is done, subject and name in the table of moves]
    agree: ["Agree to put back", "A", () => send("live", "agree"), "live"],
    overrule: ["Keep on hold", "O", () => send("live", "overrule"), "live"],
    back: ["Put back", "B", () => askBack(), "live", "put back"],
    hold: ["Hold…", "H", () => askHold(), "live"],
    warn: ["Safety notice…", "N", () => askNotice(), "notice"],
    publish: ["Agree to the notice", "A", () => askAgree(), "notice", "agree"],
    refuse: ["Refuse the notice", "O", () => send("notice", "overrule"), "notice", "overrule"],
    becomes: ["What becomes of it…", "R", () => askRest(), ""],
    complaint: ["Complaint…", "C", () => view.go(2, { name: row.name }), ""],
    dossier: ["Dossier…", "D", () => view.go(3, { name: row.name }), ""],
    undo: ["Take my step back", "U", () => undo(), ""],
  };

  /** What is offered for the page as it stands, the most urgent first. */
  function offered() {
    if (!row) return [];
    const own = (step) => step && step.by === data.me.id;
    const found = [];
    if (row.notice === "proposed") found.push("publish", "refuse");
    if (row.live === "putting back") found.push("agree", "overrule");
    if (own(page?.proposed) || (page?.notice?.state === "proposed" && own(page.notice))) found.push("undo");
    if (row.live === "held") found.push("back");
    if (["published", "expired", "inherited"].includes(row.live)) found.push("hold");
    if (!row.notice) found.push("warn");
    if (row.live === "inherited" && !row.work) found.push("becomes");
    return [...found, "complaint", "dossier"];
  }

  function barOf(name) {
    const [, , , subject, action = name] = steps[name];
    if (["complaint", "dossier"].includes(name)) return "";
    if (view.barred()) return view.barred();
    if (!subject) return data.decides() ? "" : refusal(data, { why: `Only an editor or a medical reviewer can do this; you are here as ${data.me.role}.`, roles: DECIDE_ROLES });
    const bar = page?.may?.[subject]?.[action];
    return bar?.why ? refusal(data, bar) : "";
  }

  function press(name) {
    if (!row || !offered().includes(name)) return false;
    if (!page && steps[name][3]) { // it is done when the kernel has told who may
      wanted = name;
      return view.tell("Reading this page…");
    }
    const why = barOf(name);
    if (why) return view.tell(why, "alert");
    return steps[name][2]();
  }

  const send = (type, action, more = {}) => view.put({ type, name: row.name, action, ...more });

  function askHold() {
    view.box.open({
      title: `Take “${row.title}” off the site?`, verb: "Hold", lines: ["The site must confirm that it is down; that is done there, not here. Putting it back needs two people."],
      fields: [wordsField("reason", "Why", { least: 1, lack: "A hold needs a reason in words." })], done: ({ reason }) => send("live", "hold", { reason }),
    });
  }

  function askBack() {
    const two = data.alone ? "In a newsroom of one, your second pass is 24 hours later; the record says “second person: none”." : "You are 1 of 2: another editor or medical reviewer must agree. Until then you can take it back.";
    view.box.open({ title: `Put “${row.title}” back?`, verb: "Propose to put back", lines: [page.held?.reason ? `It is held because: ${page.held.reason}` : "", two], done: () => send("live", "put back") });
  }

  function askNotice() {
    view.box.open({
      title: `Urgent safety notice on “${row.title}”`, verb: "Propose the notice",
      lines: [data.alone ? "In a newsroom of one, your second pass is 24 hours later; use a hold to act now." : "It goes live when one other person, in any role, agrees.", "It ends by itself 24 hours later. Then the page is back in the queue for both approvals."],
      fields: [wordsField("notice", "What readers must know", { least: 1, lack: "A notice needs its words." })], done: ({ notice: words }) => send("notice", "warn", { notice: words }),
    });
  }

  function askAgree() {
    view.box.open({ title: "Let this notice go live?", verb: "Agree", lines: [make("blockquote", { class: "quoted iso" }, page.notice.text), "It is live for 24 hours. Then the page is back in the queue for both approvals."], done: () => send("notice", "agree") });
  }

  function askRest() {
    restDialog(view, { name: row.name, title: row.title, ...data.rest.find((one) => one.name === row.name) });
  }

  function undo() {
    if (page?.notice?.state === "proposed" && page.notice.by === data.me.id) return send("notice", "undo");
    if (page?.proposed?.by === data.me.id) return send("live", "undo");
    return view.tell("There is nothing of yours to take back on this page.");
  }

  function approval() {
    if (row.live === "inherited") return make("p", {}, "It was live before us. Nobody has reviewed it here; that no check fired says nothing.");
    if (!page) return make("p", { class: "muted" }, "Reading…");
    if (!page.approvals.length) return make("p", { class: "muted" }, "No approval of the text on the site is known here.");
    const lines = page.approvals.map((one) => make("li", {}, say("span", "", `${KINDS_SIGNED[one.kind] || one.kind}: ${data.who(one.by)}`), make("b", {}, `${day(one.on)}${one.carried ? ", carried" : ""}${one.second === "none" ? ", second person: none" : ""}`)));
    const covers = row.changed ? page.covers ? `Of the text that is being written: ${page.covers}` : "The text that is being written differs; what is still covered cannot be told." : "Covers the text on the site, every sentence of it.";
    return [make("ul", { class: "parts plain" }, lines), make("p", {}, row.live === "expired" ? `Expired: the page waits for a review. ${covers}` : covers)];
  }

  function held() {
    if (!OFF_SITE.includes(row.live)) return null;
    const { held: step, proposed } = page || {};
    return make("div", { class: "box" }, make("h3", {}, "On hold: the site must confirm that the page is down"),
      step ? [say("p", "", step.reason || "No reason is known."), say("small", "muted", `${data.who(step.by, step.by_name)}, ${momentOf(step.at)}`)] : make("p", { class: "muted" }, "Reading…"),
      row.live === "putting back" ? make("p", { class: "of-two" }, make("b", {}, "Putting back: 1 of 2"), proposed ? say("span", "", ` ${data.who(proposed.by, proposed.by_name)} proposed it, ${momentOf(proposed.at)}. ${data.alone ? "The second pass is 24 hours later." : "Another editor or medical reviewer is the second."}`) : "") : make("p", { class: "muted" }, "Putting it back needs two people: 0 of 2."));
  }

  function warned() {
    const notice_ = page?.notice;
    if (!notice_ || notice_.state === "none") return row.notice ? make("p", { class: "muted" }, "Reading the notice…") : null;
    const by = `${data.who(notice_.by, notice_.name)}, ${momentOf(notice_.at)}`;
    const status = { proposed: "Safety notice: 1 of 2, not live yet", live: "Safety notice: live", over: "Safety notice: over" }[notice_.state] || "Safety notice";
    return make("div", { class: `box ${notice_.state === "over" ? "" : "warning"}` }, make("h3", {}, status),
      notice_.state === "live" ? make("p", { class: "clock" }, make("b", { class: "clockword" }, left(notice_.ends, data.now())), say("small", "muted", ` ends ${momentOf(notice_.ends)}, by itself`)) : null,
      make("blockquote", { class: "quoted iso" }, notice_.text),
      say("small", "muted", notice_.second && notice_.second !== notice_.by ? `${by}, with ${data.who(notice_.second, notice_.second_name)}` : notice_.second ? `${by} · second person: none` : `Proposed by ${by}`),
      notice_.state === "over" ? make("p", {}, "24 hours have passed; the page needs both approvals again.") : null);
  }

  function happened() {
    if (!page?.steps.length) return page ? make("p", { class: "muted" }, "Nothing since it came here.") : null;
    return make("ul", { class: "log" }, page.steps.map((one) => make("li", {}, say("span", "", `${stepWords(one)} · ${data.who(one.by, one.by_name)}`), make("small", {}, momentOf(one.at)), one.reason ? say("q", "", one.reason) : null)));
  }

  function paint() {
    const focused = acts.contains(document.activeElement) ? document.activeElement.dataset.step : null;
    const found = offered();
    acts.hidden = !row;
    const used = new Set();
    acts.replaceChildren(...found.map((name, at) => {
      const [words, letter] = steps[name], why = row && page ? barOf(name) : "", first = !used.has(letter) && used.add(letter);
      return button(words, () => press(name), { keyName: first ? letter : "", className: at === 0 && ["agree", "publish", "back"].includes(name) ? "primary" : "", "data-step": name, "aria-disabled": why ? "true" : null, title: why || null, "aria-haspopup": words.endsWith("…") ? "dialog" : null });
    }));
    if (focused) (acts.querySelector(`[data-step="${focused}"]`) || inside).focus({ preventScroll: true });
    if (!row) return inside.replaceChildren(make("p", { class: "muted" }, "No page is selected."));
    const soon = daysUntil(row.until, data.as_of), rest = data.rest.find((one) => one.name === row.name);
    return inside.replaceChildren(
      make("div", { class: "row wrap" }, pageState(row)), say("h2", "", row.title), say("p", "address mono", row.address || "No address is known."),
      ...[held(), warned()].filter(Boolean),
      paneHead("Last approval, and what it still covers"), ...[approval()].flat(),
      paneHead("Dates"), factList([["Live since", row.since ? day(row.since) : "not known"], ["Review by", row.live === "expired" ? "its day has passed, or a fact changed" : row.until ? `${day(row.until)}, ${ahead(soon)}` : "no day is set"], ["Draft", row.work || "nothing is being written"],
        ["Becomes", rest ? `${rest.what}${rest.into ? ` into ${data.title(rest.into)}` : ""}; in review by ${day(rest.day)}` : ""], ["Text", page?.text_hash ? make("span", { class: "mono" }, page.text_hash.slice(0, 12)) : ""], ["Risk", String(row.risk)],
        ["Complaints", page?.complaints.length ? page.complaints.map((one) => `${one.key} (${one.state})`).join(", ") : page ? "none" : ""]]),
      paneHead("What happened to this page"), ...[happened()].flat().filter(Boolean));
  }

  return {
    el, known: (name) => seen.has(name),
    keys: {
      H: () => press("hold"), B: () => press("back"), N: () => press("warn"), R: () => press("becomes"), C: () => press("complaint"), D: () => press("dossier"),
      A: () => press(offered().includes("publish") ? "publish" : "agree"), O: () => press(offered().includes("refuse") ? "refuse" : "overrule"),
      U: () => (row ? (offered().includes("undo") ? press("undo") : view.tell("There is nothing of yours to take back on this page.")) : false), Enter: () => inside.focus(),
    },
    show(next) {
      if (next?.name !== row?.name) { inside.scrollTop = 0; wanted = ""; }
      row = next;
      page = row ? seen.get(row.name) || null : null;
      paint();
    },
    take(next, now) {
      seen.delete(next.name);
      seen.set(next.name, next);
      if (seen.size > 60) seen.delete(seen.keys().next().value);
      if (next.name !== now?.name) return;
      row = now;
      page = next;
      paint();
      if (!wanted) return;
      const name = wanted;
      wanted = "";
      view.tell("");
      press(name);
    },
  };
}

const STEP_WORDS = {
  "live hold": "Taken off the site", "live put back": "Putting back proposed", "live agree": "Put back", "live overrule": "Kept on hold", "live undo": "Proposal taken back",
  "live its approved text is marked live": "Marked live", "live its date passes or a fact changes": "Expired", "notice warn": "Safety notice proposed", "notice agree": "Safety notice live",
  "notice overrule": "Safety notice refused", "notice undo": "Notice taken back", "notice 24 hours pass": "Safety notice over", "rest keep": "Keep", "rest merge": "Merge", "rest retire": "Retire",
};
const stepWords = (one) => `${STEP_WORDS[`${one.subject} ${one.action}`] || one.action}${one.subject === "rest" ? `${one.given.into ? ` into ${one.given.into}` : ""}, in review by ${day(one.until)}` : ""}`;
