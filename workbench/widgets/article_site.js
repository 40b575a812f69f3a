// The page on the site: hold and putting back, and an urgent safety notice, which two people show for a day.

/** Answers { buttons, strip, paint }. */
function articleSite(view) {
  const at = () => view.desk().site || { may: {}, warn: {} };
  const act = (text, press, more = {}) => button(text, press, { hidden: true, className: "small", ...more });
  const page = (action, ask) => () => (view.barred ? view.voice.tell(view.barred, "alert") : attempt(at().may[action], ask || (() => view.send({ type: "page", action }))));
  const notice_ = (action, ask) => () => (view.barred ? view.voice.tell(view.barred, "alert") : attempt(at().warn[action], ask || (() => view.send({ type: "notice", action }))));
  const nodes = {
    hold: act("Hold…", page("hold", view.dialogs.hold)), "put back": act("Put back", page("put back")), agree: act("Agree to put back", page("agree")),
    overrule: act("Keep on hold", page("overrule")), undo: act("Take that back", page("undo")),
  };
  const warns = { warn: act("Safety notice…", notice_("warn", ask)), agree: act("Show the notice", notice_("agree")), overrule: act("Do not show it", notice_("overrule")), undo: act("Take it back", notice_("undo")) };
  const words = say("span", "", ""), text = say("q", "", ""), strip = make("div", { class: "notice-strip", role: "status", hidden: true }, words, text, warns.agree, warns.overrule, warns.undo);

  function attempt(bar, step) {
    if (!bar) return view.voice.tell("This cannot be done to the page as it is now.", "alert");
    if (!bar.why) return step();
    view.voice.tell(bar.why, "alert");
    return view.head.refused(bar.ask);
  }

  function ask() {
    view.dialogs.open({
      title: "Warn readers at once?", verb: "Propose the notice",
      lines: ["One other person has to agree. The notice is on the page for 24 hours at most; then the article is back in review for both approvals."],
      fields: [wordsField("text", "Words of the notice", { least: 1, lack: "The notice needs words." })],
      done: ({ text: given }) => view.send({ type: "notice", action: "warn", text: given }),
    });
  }

  /** Where a step is barred for everybody but another person, only they see its button; of one's own, taking it back. */
  function shows(action, bar) {
    if (!bar) return false;
    return ["undo", "agree", "overrule"].includes(action) ? !bar.why || Boolean(view.desk().alone && action === "agree") : true;
  }

  return {
    buttons: [...Object.values(nodes), warns.warn], strip,
    paint(show) {
      const { may, warn, notice: told } = at(), decides = (view.desk().me?.roles || []).some((role) => ["editor", "medical reviewer"].includes(role));
      for (const [action, node] of Object.entries(nodes)) show(node, decides && shows(action, may[action]));
      const onSite = ["published", "expired", "inherited", "held", "putting back"].includes(view.desk().live);
      show(warns.warn, decides && onSite && Boolean(warn.warn));
      for (const action of ["agree", "overrule", "undo"]) show(warns[action], shows(action, warn[action]));
      strip.hidden = !told;
      if (!told) return;
      words.textContent = { proposed: `Safety notice proposed by ${told.by}; another person has to agree: `, live: `Safety notice on the page since ${moment_(told.since)}, for 24 hours at most: `, over: "The safety notice is over; the article is in review again: " }[told.state] || "Safety notice: ";
      text.textContent = told.text;
    },
  };
}

/** A moment as people write it: "26 Nov 2026, 09:12". */
function moment_(text) {
  const [on, at = ""] = String(text || "").split("T");
  return [day(on), at.slice(0, 5)].filter(Boolean).join(", ");
}
