// Two people at once: who else is here, and what happens where both decided.

const named = (names = []) => (names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0] || "");
const DOES = { fix: "Ask for a fix", dismiss: "Dismiss", accept: "Accept the risk", ask: "Ask for a second opinion", agree: "Agree", overrule: "Overrule", withdraw: "Withdraw the request", contest: "Contest" };

/** "Ines Calder is deciding finding 3", where somebody else has it before them. */
function peersLine(view, finding) {
  const here = finding ? view.peers(finding.id) : [];
  return here.length ? `${named(here)} ${here.length > 1 ? "are" : "is"} deciding finding ${finding.id} now.` : "";
}

/** Who else has this article open, and where. */
function peersElsewhere(view) {
  return (view.desk().others || []).map((one) => {
    const finding = one.fingerprint && view.byPrint(one.fingerprint);
    return `${one.by_name} is ${finding ? `at finding ${finding.id}` : "here"}`;
  }).join(" · ");
}

/**
 * Somebody decided first: both decisions side by side, and the person chooses.
 * `theirs` is { by, state, words, note }; `mine` the message that was refused; `redo(mine)` sends it once more.
 */
function bothDecisions(theirs, mine, { keep, redo }) {
  const words = [DOES[mine.action] || mine.action, mine.reason].filter(Boolean).join(": ");
  return make("div", { class: "both", role: "group", "aria-label": "Two decisions" },
    make("table", { class: "pairs" }, make("tbody", {},
      make("tr", {}, say("th", "", theirs.by, { scope: "row" }), say("td", "", [theirs.words, theirs.note && `“${theirs.note}”`].filter(Boolean).join(" "))),
      make("tr", {}, make("th", { scope: "row" }, "You"), say("td", "", [words, mine.note && `“${mine.note}”`].filter(Boolean).join(" "))))),
    make("div", { class: "row" }, button("Keep the first", keep, { className: "small" }), button("Use mine", redo, { className: "small" })));
}
