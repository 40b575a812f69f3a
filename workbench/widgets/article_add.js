// A finding or a claim that no check saw: what kind it is, how grave, and why.

/** Answers open(what, words, place, done); `place` is what the message names. */
function addDialog(view) {
  const { categories = [], claims = [], severities = [] } = view.article.kinds || {};

  return (what, words, place, done) => {
    const quoted = make("p", { class: "quote iso small" }, words.length > 240 ? `${tidy(words.slice(0, 237))}…` : words);
    const put = (given) => { if (view.send({ type: "add", ...place, ...given })) done(); };
    if (what === "claim") {
      return view.dialogs.open({
        title: "What does this claim?", verb: "Add the claim", lines: [quoted, "It needs a source like any other claim."],
        fields: [choiceField("claim", "Kind of claim", claims, { needed: "Choose the kind of claim." }), wordsField("note", "A word about it (may stay empty)", { rows: 2 })],
        done: ({ claim, note }) => put({ claim, note }),
      });
    }
    return view.dialogs.open({
      title: "What is wrong here?", verb: "Add the finding", lines: [quoted],
      fields: [
        listField("category", "Kind of problem", categories, { needed: "Choose the kind of problem." }),
        choiceField("severity", "How grave", severities, { chosen: 1 }), wordsField("note", "What is wrong", { least: 1, lack: "Say what is wrong." }),
      ],
      done: ({ category, severity, note }) => put({ category, severity, note }),
    });
  };
}
