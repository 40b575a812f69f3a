// What a person does to a draft: insert a statement, put a term right, send it to review, answer a finding.

/** `panel()` is what is shown now; `checks` when it was checked (see draft_checks.js). */
function draftSteps({ draft, text, typed, reads, panel, checks, found, dialog, outgoing }) {
  let wanted = "", silent = false;
  const fresh = () => typed && !checks.pending && panel().n === checks.number && Boolean(panel().head) && !panel().partial;

  

  /** What needs places in the text waits until the text as it stands has been checked. */
  function perform() {
    const [what, name] = wanted.split(" ");
    wanted = "";
    if (what === "replace") return replace(panel().listed.find((one) => one.fingerprint === name) || { replace: "" });
    return insert(panel().needed?.rows.find((row) => row.check === name));
  }

  function later(what) {
    wanted = what;
    if (checks.pending) checks.check();
    found.tell("Checking…");
  }

  function insert(row) {
    if (!row?.insert) return found.tell(row?.why || "No statement with an approved wording is missing.");
    if (!typed || row.insert.at < 0) return copy(row.insert);
    if (!fresh()) return later(`insert ${row.check}`);
    silent = true;
    text.replace(row.insert.at, row.insert.at, row.insert.text);
    return found.tell(`Inserted after line ${row.insert.line}: ${row.label}. Ctrl Z takes it back.`);
  }

  async function copy({ wording, line: after }) {
    const where = after ? ` It belongs after line ${after}.` : "";
    try {
      await navigator.clipboard.writeText(wording);
      found.tell(`Copied.${where}`);
    } catch {
      found.tell(`Copy it by hand: “${wording}”${where}`);
    }
  }

  function replace(finding) {
    if (!finding?.replace) return found.tell("Only the spelling of a term is replaced. Numbers, doses and claims are yours to put right.");
    if (!typed) return found.tell(`Write “${finding.replace}” in your editor, in line ${finding.line}.`);
    if (!fresh()) return later(`replace ${finding.fingerprint}`);
    const place = text.place(finding.id);
    if (!place || text.text.slice(place.start, place.end) !== finding.text) return found.tell("These words changed meanwhile. Nothing was replaced.");
    silent = true;
    text.replace(place.start, place.end, finding.replace);
    return found.tell(`Replaced: ${finding.replace}. Ctrl Z takes it back.`);
  }

  /** A few words before and after the words of a finding. */
  function beside(finding) {
    const place = text?.place(finding.id);
    if (!place) return ["", ""];
    const before = text.text.slice(Math.max(0, place.start - 24), place.start).split("\n").pop(), after = text.text.slice(place.end, place.end + 24).split("\n")[0];
    return [before.length < 24 ? tidy(before) : `…${tidy(before).replace(/^\S*\s/, "")}`, after.length < 24 ? tidy(after) : `${tidy(after).replace(/\s\S*$/, "")}…`];
  }

  function send() {
    if (reads) return found.tell(reads, "alert");
    if (!draft.send.can) return found.tell(draft.send.how);
    if (!panel().head || panel().partial) return found.tell("The text is still being checked. Try again in a moment.");
    const errors = panel().counts.error, many = counted(errors, "error");
    return dialog.open({
      title: errors ? `${many} ${errors === 1 ? "goes" : "go"} with this draft. What should the editor know?` : "Send this draft to review?",
      lines: [draft.path], verb: "Send to review",
      fields: [wordsField("note", errors ? "Why it goes now" : "Message to the editor", { least: errors ? 3 : 0, lack: "Say in a sentence why it goes with errors." })],
      done: ({ note }) => outgoing.put({ type: "send", number: panel().n, note }),
    });
  }

  function answer(finding) {
    dialog.open({
      title: "Answer the editor", lines: [`${panel().checks[finding.check].title}, ${finding.line ? `line ${finding.line}` : "whole article"}. It stays open until a source stands in the text or an editor decides.`],
      verb: "Send answer", fields: [wordsField("text", "Your answer", { least: 3, value: "Source is on its way." })], done: ({ text: words }) => outgoing.put({ type: "answer", fingerprint: finding.fingerprint, text: words }),
    });
  }

  return {
    fresh, insert, replace, beside, send, answer,
    /** What waited for the text to be checked. */
    resume: () => wanted && perform(),
    /** Whether the newest text is by a step that was told already; asked once. */
    get told() {
      const was = silent;
      silent = false;
      return was;
    },
  };
}
