// One cause, one decision over articles: every sentence in sight, at most 25 at a time, one reason, never "Other".

const MOST_TOGETHER = 25;

/** Answers { dialog, open(finding) }. */
function causesDialog(view) {
  const box = stepDialog();
  const reasons = REASONS.slice(0, -1).map(([value, words]) => [value, words]);

  async function open(finding) {
    if (view.barred) return view.voice.tell(view.barred, "alert");
    const { uses = [], error = "" } = await view.ask("uses", finding.fingerprint);
    if (error) return view.voice.tell(error, "alert");
    if (uses.length < 2) return view.voice.tell("No other article waits for this any more.");
    const mine = uses.filter((use) => use.article === view.article.name), sorted = [...mine, ...uses.filter((use) => use.article !== view.article.name)];
    const rows = sorted.map((use) => ({ value: [use.article, use.fingerprint], el: useLine(view, use) }));
    return first(finding, rows);
  }

  /** First which and what, then the reason that the step needs. */
  function first(finding, rows) {
    const steps = [["fix", "Ask for a fix in each"], ["dismiss", "Dismiss in each…"], ...(finding.severity === "note" ? [] : [["accept", "Accept in each until…"]])];
    box.open({
      title: `Same cause in ${rows.length} articles`, verb: "Go on", lines: [`${finding.title}. Each is recorded singly; U takes all back together.`],
      fields: [
        manyField("chosen", "Articles", rows, { most: MOST_TOGETHER, none: "Choose at least one article.", many: `Choose at most ${MOST_TOGETHER}.` }),
        choiceField("action", "What is decided", steps, { needed: "Choose what is decided." }),
      ],
      done: ({ chosen, action }) => second(finding, chosen, action),
    });
  }

  function second(finding, chosen, action) {
    const go = (more = {}) => view.decideAll(chosen, { action, ...more }, finding.id), places = counted(chosen.length, "article");
    if (action === "fix") return go();
    if (action === "dismiss") {
      return box.open({ title: "Why is this not a problem?", verb: `Dismiss in ${places}`, fields: [choiceField("reason", "One reason for all", reasons, { needed: "Choose a reason." })], done: ({ reason }) => go({ reason }) });
    }
    return box.open({
      title: "Accept this until", verb: `Accept in ${places}`,
      fields: [untilField("until", view.article.as_of || "", view.desk().last?.[finding.severity === "error" ? "error" : "warning"]), wordsField("reason", "Why is it acceptable?", { least: 1, lack: "Say why it is acceptable." })],
      done: ({ until, reason }) => go({ until, reason }),
    });
  }

  return { dialog: box.dialog, open };
}

function useLine(view, use) {
  const { before, match, after } = around(use.sentence || use.text, use.text, 90);
  return make("span", {}, say("b", "", use.article === view.article.name ? `${use.title} (this article)` : use.title), make("span", { class: "iso" }, before, make("mark", {}, match), after));
}
