// What other articles tell otherwise: the same attribute in a table, with the library's value.

function agreePanel(view) {
  const box = make("div", { class: "scroll agree", tabindex: 0, role: "region", "aria-label": "Other articles disagree" });
  let drawn = null;
  const all = () => view.desk().conflicts;

  function valueRow(value) {
    const here = value.article === view.article.name;
    return make("tr", { class: here ? "mine" : "" }, say("td", "strong", value.value || value.text), say("td", "clip", here ? "This article" : value.title || value.article, { title: value.text || null }),
      say("td", "muted", [value.state, value.live ? "on the site" : ""].filter(Boolean).join(" · ")), make("td", {}, here ? button("Show in the text", () => find(value), { className: "quiet small" }) : null));
  }

  function find(value) {
    const at = view.article.blocks.findIndex((block) => block.segments.map((part) => part.text).join("").includes(value.text));
    if (at >= 0) view.showBlock(at);
  }

  function keep(conflict) {
    view.dialogs.open({
      title: "Keep both?", verb: "Keep both", lines: [conflict.title || conflict.attribute],
      fields: [wordsField("reason", "Why both are right", { least: 1, lack: "This needs a reason." })], done: ({ reason }) => view.send({ type: "conflict", key: conflict.key, action: "keep both", reason }),
    });
  }

  function one(conflict) {
    const values = [...conflict.values].sort((a, b) => Number(b.article === view.article.name) - Number(a.article === view.article.name)), kept = conflict.kept;
    return make("section", { class: "ev", "aria-label": conflict.title || conflict.attribute }, caption(conflict.title || conflict.attribute, conflict.scope || ""),
      make("table", { class: "rows" }, make("thead", {}, make("tr", {}, ["Value", "Article", "State", ""].map((name) => make("th", { scope: "col" }, name)))), make("tbody", {}, values.map(valueRow))),
      conflict.library ? say("p", "", `The library says: ${conflict.library}`) : null,
      kept ? make("p", {}, say("span", "muted", `${kept.state === "settled" ? "Settled" : "Both kept"} by ${kept.by}, ${day(kept.on)}${kept.reason ? `: ${kept.reason}` : ""} `), !view.acts() ? null : button("Open again", () => view.send({ type: "conflict", key: conflict.key, action: "reopen" }), { className: "quiet small link" }))
        : !view.acts() ? null : make("p", {}, button("Keep both…", () => keep(conflict), { className: "small", "aria-haspopup": "dialog" })));
  }

  return {
    name: "Other articles disagree", short: "Disagree", el: box, count: () => (all() ? String(all().length) : view.desk().may ? "?" : ""),
    paint() {
      const now = JSON.stringify(all());
      if (now === drawn) return;
      drawn = now;
      const list = all();
      box.replaceChildren(...(list?.length ? list.map(one) : [make("p", { class: "empty" }, list ? "No other article tells a value otherwise." : "Not checked: articles are not compared with each other here.")]));
    },
  };
}
