// A changed fact: the live sentences before it is saved, and afterwards all that rests on it, one by one.

/** The sentences that a change touches, read before it is saved. */
function touchedList(touched) {
  if (!touched.length) return make("p", { class: "muted" }, "No live sentence rests on this.");
  return make("div", { class: "touched" }, make("p", {}, `This touches ${counted(touched.length, "live sentence")}:`),
    make("ul", { tabindex: 0, role: "list", "aria-label": "Live sentences that this touches" }, touched.map((one) => {
      const at = one.indexOf(": "); // “article: sentence”
      return make("li", {}, say("b", "", one.slice(0, Math.max(0, at))), say("span", "", unmarked(at < 0 ? one : ` ${one.slice(at + 2)}`)));
    })));
}

function changeDialog(screen, row, shown) {
  const mayChange = medical(screen), name = `fact ${row.key}`, before = screen.drafts.get(name) || {}, asked = row.suggested || {};
  const value = (field) => before[field] ?? (asked[field] || (field === "country" ? row.country || screen.place().country : "")) ?? "";
  const needed = (words) => (mayChange ? { least: 1, lack: words } : {});
  const effective = dayField("effective", mayChange ? "In force from" : "In force from, if known", { value: value("effective") || (mayChange ? screen.place().as_of : "") });
  const lacks = effective.lacks;
  if (mayChange) effective.lacks = () => (effective.value() ? lacks() : "Name the day from which it is in force.");
  const reviewers = (screen.place().people || []).filter((one) => one.roles.includes("medical reviewer")).map((one) => one.name);
  screen.box.open({
    title: mayChange ? `Change “${row.key}”?` : `Suggest that “${row.key}” changed?`,
    lines: [row.value ? `Now: ${row.value}${row.source ? ` (${row.source})` : ""}` : "Nobody has said what it is now.", touchedList(shown.touched || []),
      mayChange ? "What rests on it expires and comes back for review. No text is changed." : `Nothing changes until ${reviewers.length ? reviewers.slice(0, 3).join(" or ") : "a medical reviewer"} decides.`],
    fields: [
      wordsField("value", mayChange ? "New value" : "New value, if known", { ...needed("Say what it is now."), rows: 1, value: value("value") }),
      wordsField("country", "Country", { ...needed("Name the country it holds in."), rows: 1, value: value("country") }),
      effective, wordsField("source", "Source", { least: 3, lack: "Name the source.", rows: 1, value: value("source") }),
    ],
    verb: mayChange ? "Change the fact" : "Suggest it",
    done: (given) => {
      screen.drafts.set(name, given);
      screen.put({ type: "fact", key: row.key, action: mayChange ? "change" : "suggest", ...given, effective: given.effective || null, seen: shown.seen || "" }, () => screen.drafts.delete(name));
    },
  });
}

/** Review together: one use of the fact at a time, with what the fact says now. */
function factWalk({ screen, row, shown, walk, turn, stop }) {
  const use = shown.uses.find((one) => `${one.article} ${one.claim}` === walk.order[walk.at]), left = shown.uses.filter((one) => one.state === "expired").length;
  const head = [
    make("div", { class: "row wrap" }, make("span", { class: "tag" }, `${walk.at + 1} of ${walk.order.length}`), left ? make("span", { class: "state expired" }, `${left} expired`) : make("span", { class: "muted" }, "None is expired any more."),
      make("span", { class: "grow" }), button("End the review", stop, { keyName: "Esc", className: "quiet small" })),
    say("h2", "", row.key), terms([["Value now", row.value, "nobody has said"], ["In force from", day(row.effective)], ["Source", row.source]]),
  ];
  const ways = [walk.at > 0 ? button("Back", () => turn(-1), { className: "small" }) : null, walk.at < walk.order.length - 1 ? button("Next", () => turn(1), { className: "small", "data-act": "Next" }) : null];
  if (!use) return { nodes: [head, make("p", { class: "muted" }, "This sentence left its article meanwhile.")], buttons: ways };
  const others = use.touched.filter((one) => one !== `${use.article}: ${use.text}`);
  const entry = factUse(use, [openLink(use.article)], others.length ? touchedList(use.touched) : null);
  const decides = use.state === "expired" && !screen.barred;
  return {
    nodes: [head, make("ul", { class: "entries" }, entry.node), use.state === "expired" ? null : say("p", "muted", `This claim is ${use.state}; nothing has to be decided about it.`)],
    given: [entry],
    buttons: [
      decides ? act("Renew…", "R", () => renew(screen, row, use, false), { class: "btn small primary", "aria-haspopup": "dialog" }) : null,
      decides ? act("Change the text…", "C", () => askChange(screen, row, use), { "aria-haspopup": "dialog" }) : null,
      decides ? act("Keep as it is…", "E", () => renew(screen, row, use, true), { "aria-haspopup": "dialog" }) : null, ...ways,
    ],
  };
}

/** Renew a claim: on the fact as it is now, or (`keeps`) on the source it has, because the change does not touch it. */
function renew(screen, row, use, keeps) {
  if (screen.shut()) return;
  const name = `renew ${keeps} ${use.article} ${use.claim}`, before = screen.drafts.get(name) || {};
  const one = (field, label, otherwise, lack = "") => wordsField(field, label, { ...(lack ? { least: 1, lack } : {}), rows: 1, value: before[field] ?? otherwise ?? "" });
  const papers = keeps ? [wordsField("reason", "Why does it stand unchanged?", { least: 3, lack: "Say why, in a few words.", value: before.reason || "" })]
    : [one("source", "Source", row.source, "Name the source."), one("version", "Version", ""), one("place", "Place in it", "")];
  screen.box.open({
    title: keeps ? "Keep this sentence as it is?" : "Does this sentence hold with the new value?",
    lines: [say("p", "quoted", unmarked(use.text)), touchedList(use.touched), row.value ? `The fact now: ${row.value}` : null],
    fields: papers, verb: keeps ? "Keep it" : "Renew the claim",
    done: (given) => {
      screen.drafts.set(name, given);
      screen.put({
        type: "claim", article: use.article, claim: use.claim, action: "renew", seen: use.seen, fact: row.key, value: row.value || "as it was", country: row.country || screen.place().country || "all",
        effective: row.effective || screen.place().as_of, source: given.source || use.source || row.source, version: given.version || "", place: given.place || "", reason: given.reason || "",
      }, () => screen.drafts.delete(name));
    },
  });
}

function askChange(screen, row, use) {
  if (screen.shut()) return;
  const name = `ask ${use.article} ${use.claim}`, quote = use.text.length > 300 ? `${tidy(use.text.slice(0, 300))}…` : use.text;
  screen.box.open({
    title: "What should the sentence say?", lines: [say("p", "quoted", unmarked(use.text)), row.value ? `The fact now: ${row.value}` : null],
    fields: [wordsField("text", "To the writer", { least: 3, lack: "Say what to change.", value: screen.drafts.get(name)?.text ?? `“${quote}” rests on ${row.key}, which is now ${row.value || "another"}${row.source ? ` (${row.source})` : ""}. ` })], verb: "Ask for the change",
    done: (given) => { screen.drafts.set(name, given); screen.put({ type: "ask", article: use.article, text: given.text }, () => screen.drafts.delete(name)); },
  });
}
