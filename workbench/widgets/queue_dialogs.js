// What the queue asks before it acts: to whom, until when, and what is to become of one cause in many articles.

const AT_MOST = 25; // findings decided at a time

/** Who gets the articles, and by when. */
function assignDialog(box, { names, title, people, as_of, done }) {
  const options = people.map((one) => [one.id, `${one.name} · ${one.roles.join(", ")}`]);
  box.open({
    title: names.length === 1 ? `Assign “${title}” to` : `Assign ${counted(names.length, "article")} to`, verb: "Assign",
    fields: [choiceField("to", "Person", [...options, ["", "Nobody"]], { needed: "Choose a person." }), dayField("due", "Due (may stay empty)", { first: as_of })],
    done: ({ to, due }) => done({ type: "hand", names, to, ...(due ? { due } : {}) }),
  });
}

/** Until when the articles stay out of “Needs me”. */
function laterDialog(box, { names, title, as_of, stay, off, done }) {
  const day_ = (days, words) => [daysAfter(as_of, days), `${words}, ${day(daysAfter(as_of, days))}`];
  const own = dayField("own", "The day", { first: daysAfter(as_of, 1) });
  own.el.hidden = true;
  const options = [day_(1, "Tomorrow"), day_(3, "In three days"), day_(7, "In a week"), ["own", "Another day…"], ...(off ? [["", "Not later: back in “Needs me” now"]] : [])];
  const choice = choiceField("until", "Ask me again", options, {
    needed: "Choose a day.",
    later(value) {
      own.el.hidden = value !== "own";
      if (value === "own") own.input.focus();
      return value !== "own";
    },
  });
  const owns = () => choice.value() === "own";
  const field = {
    name: "until", el: make("div", {}, choice.el, own.el), take: choice.take, focus: () => (owns() ? own.focus() : choice.focus()),
    set after(next) { choice.after = next; }, value: () => (owns() ? own.value() : choice.value()),
    lacks: () => choice.lacks() || (owns() ? (own.value() ? own.lacks() : "Name the day.") : ""),
  };
  box.open({
    title: names.length === 1 ? `Later: “${title}”` : `Later: ${counted(names.length, "article")}`, verb: "Put off", fields: [field],
    lines: ["Only for you. Others see them as before.", stay ? `${stay === names.length ? "They stay" : `${stay} of them stay`} in “Needs me” all the same: due within 24 hours, or expired.` : ""],
    done: ({ until }) => done({ type: "later", names, ...(until ? { until } : {}) }),
  });
}

const SAME_REASONS = ["wrong reading", "quoted or denied", "source is given elsewhere", "right for this audience or country", "agreed exception"];

/** Every article with the same finding: what to do about those that stay ticked, at most 25 at a time. */
function causeDialog(box, { item, uses, number, here, done }) {
  const ordered = [...uses].sort((a, b) => (b.article === here) - (a.article === here));
  const inputs = ordered.map((use, at) => {
    const input = make("input", { type: "checkbox", onchange: weigh });
    input.checked = at < AT_MOST;
    return input;
  });
  const many = make("p", { class: "muted", role: "status" });
  const list = make("ul", { class: "uses", tabindex: 0, "aria-label": "Articles with this finding" }, ordered.map((use, at) => make("li", {}, make("label", {}, inputs[at],
    make("span", {}, say("b", "", use.title || use.article), use.sentence || use.text ? say("q", "", use.sentence || use.text) : make("span", { class: "muted" }, "Whole article"))))));
  const ticked = () => ordered.filter((_, at) => inputs[at].checked);
  function weigh() {
    const n = ticked().length, more = number - uses.length;
    many.textContent = `${n} of ${number} chosen${n > AT_MOST ? `; at most ${AT_MOST} are decided at a time` : ""}.${more > 0 ? ` ${more} more are not shown yet.` : ""}`;
  }
  weigh();
  const choice = choiceField("what", "What is to become of them?", [["fix", "Ask for a fix"], ...SAME_REASONS.map((reason) => [reason, `Dismiss: ${reason}`])], { needed: "Choose what is to become of them." });
  const lacks = choice.lacks;
  choice.lacks = () => (!ticked().length ? "Tick at least one article." : ticked().length > AT_MOST ? `Untick some: at most ${AT_MOST} are decided at a time.` : lacks());
  box.open({
    title: `Same cause in ${counted(number, "article")}`, verb: "Decide together", fields: [choice],
    lines: [say("p", "strong", item.title), list, many, make("p", { class: "muted" }, "One reason, recorded singly, undone together. Other reasons are decided one by one.")],
    done: ({ what }) => done({ type: "together", names: ticked().map((use) => use.article), fingerprint: item.fingerprint, ...(what === "fix" ? { action: "fix" } : { action: "dismiss", reason: what }) }),
  });
}

/** Steps that take this one back, or none: what `before` says about its articles stood before it. */
function takenBack(message, before) {
  const groups = new Map();
  const group = (name, more) => { const at = JSON.stringify(more); groups.set(at, { ...more, names: [...(groups.get(at)?.names || []), name] }); };
  if (message.action === "undo") return [];
  for (const name of message.names) {
    const row = before.get(name) || {};
    if (message.type === "later") group(name, { type: "later", ...(row.later ? { until: row.later } : {}) });
    else if (message.type === "hand") group(name, { type: "hand", to: row.assignee || "", ...(row.due ? { due: row.due } : {}) });
    else group(name, { type: "together", action: "undo", fingerprint: message.fingerprint });
  }
  return [...groups.values()];
}
