// The questions that steps ask: until when, what to settle, what to tell the writer, which text is approved.

/** `view` gives `article`, `desk()`, `finding`, `current`, `decide`, `send(message)`, `uses(id)`. */
function articleDialogs(view) {
  const box = stepDialog();
  const as_of = view.article.as_of || "";
  const writers = () => named(view.desk().writers) || "the writer";

  /** Others who hold a role, by name. */
  function others(role) {
    const { people = [], me = {} } = view.desk();
    return people.filter((one) => one.id !== me.id && one.roles.includes(role));
  }

  function second(verb) {
    const able = others("medical reviewer");
    return `${verb} ${able.length ? able[0].name : verb === "Ask" ? "a second person" : "the second reviewer"}`;
  }

  return {
    dialog: box.dialog, open: box.open, others, second, writers,
    accept(finding) {
      const error = finding.severity === "error";
      box.open({
        title: "Accept this until", verb: "Accept",
        lines: [error ? (view.desk().alone ? ALONE : "A second person must agree before this error is accepted.") : "", view.isTogether(finding.id) ? cause(view.uses(finding.id)) : ""],
        fields: [untilField("until", as_of, view.desk().last?.[error ? "error" : "warning"]), wordsField("reason", "Why is it acceptable?", { least: 1, lack: "Say why it is acceptable." })],
        done: ({ until, reason }) => view.decide("accept", reason, "", { until }, finding.id),
      });
    },
    ask(finding) {
      box.open({
        title: "What should the second reviewer settle?", verb: second("Send to"),
        fields: [wordsField("note", "The question", { least: 1, lack: "A second opinion needs a question to settle." })],
        done: ({ note }) => view.decide("ask", "", note, {}, finding.id),
      });
    },
    again(finding) {
      box.open({
        title: "Ask for the fix again?", verb: "Ask for fix",
        fields: [wordsField("note", `Your answer to ${writers()}`, { least: 1, lack: "A contest needs an answer to the writer." })],
        done: ({ note }) => view.decide("fix", "", note, {}, finding.id),
      });
    },
    contest(finding) {
      box.open({
        title: "Why does this need no fix?", verb: "Contest",
        fields: [wordsField("reason", "The reason", { least: 1, lack: "A contest needs a reason." }), wordsField("source", "What it rests on", { least: 1, lack: "A contest needs a source.", rows: 2 })],
        done: ({ reason, source }) => view.decide("contest", reason, "", { source }, finding.id),
      });
    },
    changes() {
      const fixes = view.fixes(), what = fixes ? counted(fixes, "request") : "a message";
      box.open({
        title: `Send ${what} to ${writers()}?`, verb: `Send ${what}`, lines: ["All fixes asked go together. The article is then with the writer."],
        fields: [wordsField("note", "Message", fixes || messaged() ? {} : { least: 1, lack: "Nothing would reach the writer. Ask for a fix, or write a message." })],
        done: ({ note }) => view.send({ type: "work", action: "ask for changes", note }),
      });
    },
    approve(action) {
      const { draft, text_hash } = view.desk();
      box.open({
        title: action === "approve medical" ? "Approve: medical" : "Approve: editorial", verb: `Approve draft ${draft}`,
        lines: [`You approve draft ${draft} as it stands. Any later change ends this approval.`, make("p", { class: "muted small" }, "The text you read: ", make("span", { class: "mono" }, text_hash.slice(0, 12)))],
        done: () => view.send({ type: "work", action, text_hash }),
      });
    },
    live() {
      const { draft, text_hash } = view.desk();
      box.open({
        title: `Is draft ${draft} on the site now?`, verb: "Mark live", lines: [make("p", { class: "muted small" }, "The text you read: ", make("span", { class: "mono" }, text_hash.slice(0, 12)))],
        fields: [wordsField("address", "Address of the page (may stay empty)", { rows: 1 })],
        done: ({ address }) => view.send({ type: "work", action: "mark live", text_hash, ...(address ? { address } : {}) }),
      });
    },
    hold() {
      box.open({
        title: "Take this page off the site?", verb: "Hold", lines: ["The site must confirm that it is down. Putting it back needs two people."],
        fields: [wordsField("reason", "Why", { least: 1, lack: "A hold needs a reason." })],
        done: ({ reason }) => view.send({ type: "page", action: "hold", reason }),
      });
    },
    submit() {
      const { errors } = view.desk(), go = `${counted(errors || 0, "error")} ${errors === 1 ? "goes" : "go"} with this draft. What should the editor know?`;
      box.open({
        title: "Send to review", verb: "Send to review", lines: [errors ? go : "The editor sees it in the queue."],
        fields: [wordsField("note", "A word to the editor", errors ? { least: 1, lack: go } : {})],
        done: ({ note }) => view.send({ type: "work", action: "send", note }),
      });
    },
  };

  function messaged() {
    return (view.desk().messages || []).length > 0;
  }
}

/** What "one cause, one decision" says before it is taken; nothing for a finding that stands alone. */
const cause = (uses) => (uses.length > 1 ? `One cause, ${uses.length} uses: this decides all of them, each recorded singly.` : "");
