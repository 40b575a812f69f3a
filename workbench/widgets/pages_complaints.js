// Complaints: who complains of which words, by when an answer is due, every page that says the same, and the outcome.

const COMPLAINT_STATES = { received: ["Received", "new"], found: ["Claim found", "review"], corrected: ["Corrected", "decided"], rejected: ["Rejected", "decided"] };
const WAITS = ["received", "found"];

/** `view` as for `livePart`. */
function complaintsPart(view) {
  const { data, choice } = view;
  choice.complaints ||= { key: null, find: "" };
  const mine = choice.complaints;
  const title = make("h1"), lead = make("p");
  const find = make("input", { type: "search", class: "field find", "aria-label": "Find a complaint", placeholder: "Find a complaint", oninput: () => { mine.find = find.value; fillRows(); } });
  find.value = mine.find;
  find.addEventListener("keydown", (event) => { if (["Enter", "ArrowDown"].includes(event.key)) { event.preventDefault(); list.focus(); } });
  const fresh = button("New complaint…", () => receive(), { keyName: "N", "aria-haspopup": "dialog" });
  const pane = complaintsPane(view, { receive });
  const list = pagesList({
    label: "Complaints", kind: "complaint", id: (one) => one.key, heads: [["State"], ["Words complained of, and the page"], ["From"], ["Answer by"]],
    chosen(one) { mine.key = one?.key ?? null; pane.show(one); }, empty: nothing, said: describe, mark: (one) => (WAITS.includes(one.state) ? "" : "read"),
    cells: (one) => [
      [complaintState(one), say("small", "clip", one.key, { title: one.key })], [say("b", "clip serif", `“${one.given.words || ""}”`, { title: one.given.words }), say("small", "clip", one.title || one.article, { title: one.title })],
      say("span", "clip", one.given.from || "", { title: one.given.from }), dueCell(one),
    ],
  });
  const el = make("section", { class: "main", role: "tabpanel", "aria-label": "Complaints" },
    make("section", { class: "queue", "aria-label": "Complaints", tabindex: -1 }, make("div", { class: "qh" }, make("div", { class: "grow" }, title, lead), fresh, make("label", { class: "finder" }, find, cap("/"))), list.el), pane.el);

  const late = (one) => WAITS.includes(one.state) && (daysUntil(one.given.deadline, data.as_of) ?? 0) < 0;

  function dueCell(one) {
    if (!WAITS.includes(one.state)) return [make("span", { class: "muted" }, "answered"), make("small", {}, momentOf(one.since).split(",")[0])];
    return make("span", { class: late(one) ? "late" : "" }, day(one.given.deadline), make("small", {}, ahead(daysUntil(one.given.deadline, data.as_of))));
  }

  function describe(one) {
    const due = WAITS.includes(one.state) ? `answer by ${day(one.given.deadline)}, ${ahead(daysUntil(one.given.deadline, data.as_of))}` : `answered on ${momentOf(one.since)}`;
    return `Complaint ${one.key}, ${(COMPLAINT_STATES[one.state] || [one.state])[0]}: ${due}. From ${one.given.from || "nobody named"}, about ${one.title || one.article}: “${one.given.words || ""}”`;
  }

  function fillRows() {
    const words = mine.find.trim().toLowerCase(), open = data.complaints.filter((one) => WAITS.includes(one.state)), over = open.filter(late).length;
    title.textContent = open.length ? `${NUMBER_WORDS[open.length] || open.length} ${open.length === 1 ? "complaint waits" : "complaints wait"} for an answer` : "No complaint waits for an answer";
    const next = open.map((one) => one.given.deadline || "").filter((one) => one >= data.as_of).sort()[0];
    lead.textContent = over ? `${over} ${over === 1 ? "is" : "are"} past the deadline.` : next ? `The next answer is due on ${day(next)}.` : data.complaints.length ? `${counted(data.complaints.length, "complaint")} answered; ${data.complaints.length === 1 ? "its" : "their"} records stay held.` : "A complaint holds the records of its page from its first step on.";
    list.show(data.complaints.filter((one) => !words || `${one.key} ${one.title} ${one.article} ${one.given.from} ${one.given.words}`.toLowerCase().includes(words)), mine.key);
  }

  function nothing() {
    if (mine.find) return notice("No complaint fits.", "", { actions: [button("Show all", () => { mine.find = find.value = ""; fillRows(); list.focus(); })] });
    return notice("No complaint has come in.", "When somebody complains of a page, write down who, which words, and by when an answer is due. Every page that says the same is found for you.", { actions: [button("New complaint…", () => receive())] });
  }

  function receive({ name = "", words = "" } = {}) {
    if (view.barred()) return view.tell(view.barred(), "alert");
    if (!data.decides()) return view.tell(refusal(data, { why: `Only an editor or a medical reviewer can do this; you are here as ${data.me.role}.`, roles: DECIDE_ROLES }), "alert");
    const year = data.as_of.slice(0, 4), taken = new Set(data.complaints.map((one) => one.key));
    let number = data.complaints.length + 1;
    while (taken.has(`${year}-${number}`)) number += 1;
    const due = dayField("deadline", "Answer by", { first: data.as_of, value: daysAfter(data.as_of, 14) }), lacks = due.lacks;
    due.lacks = () => (due.value() ? lacks() : "Name the day by which an answer is due.");
    const key_ = lineField("key", "Number or name of the complaint", { value: `${year}-${number}`, lack: "A complaint needs a number or a name.", longest: 80 }), named_ = key_.lacks;
    key_.lacks = () => named_() || (taken.has(key_.value()) ? "There is a complaint of this number already. Choose another." : "");
    return view.box.open({
      title: "New complaint", verb: "Receive it", lines: ["From now on nothing of this page's records can be purged."],
      fields: [pageField("name", "About which page", () => data.rows, { value: name }), lineField("sender", "From", { lack: "Say who complains." }), wordsField("words", "The words complained of, as they stand on the page", { least: 1, lack: "Quote the words complained of.", value: words }), due, key_],
      done: (given) => view.put({ type: "receive", key: given.key, name: given.name, sender: given.sender, words: given.words, deadline: given.deadline }),
    });
  }

  fillRows();
  return {
    el, list, keys: { ...pane.keys, N: () => receive(), "/": () => find.focus() },
    count: () => data.complaints.filter((one) => WAITS.includes(one.state)).length.toLocaleString("en"),
    hints: [[["J", "K"], "next, previous"], [["N"], "new complaint"], [["F"], "find the claim"], [["C"], "correct"], [["X"], "reject"], [["D"], "dossier"]],
    regions: () => [el.querySelector(".qh"), list.scroll, pane.el],
    focus: () => list.focus(),
    escape() { if (mine.find) { mine.find = find.value = ""; fillRows(); } list.focus(); },
    changed: fillRows, receive, searched: pane.searched, failed: pane.failed,
    choose(key_) { mine.key = key_; mine.find = find.value = ""; fillRows(); },
    close() { list.close(); },
  };
}

const complaintState = (one) => make("span", { class: `state ${(COMPLAINT_STATES[one.state] || ["", ""])[1]}` }, (COMPLAINT_STATES[one.state] || [one.state])[0]);
