// What was said and done about the article, one line an event; and the text as it was when it was signed.

const SIGNS = { "approve editorial": "editorial approval", "approve medical": "medical approval", "mark live": "went live" };
const KINDS_OF_EVENT = [["", "Everything"], ["decision", "Decisions"], ["message", "Messages"], ["step", "Review and page"], ["check", "Checks"]];

function historyPanel(view) {
  const list = make("ul", { class: "log", "aria-label": "History" }), choice = (label, options) => make("select", { class: "field", "aria-label": label, onchange: paint }, options.map(([value, words]) => make("option", { value }, words)));
  const who = choice("History of", [["", "Everybody"]]), kind = choice("Kind of event", KINDS_OF_EVENT), texts = make("select", { class: "field", "aria-label": "Text as it was signed", onchange: () => { if (texts.value) then(texts.value); texts.value = ""; } });
  let drawn = "", people = "", signed = "";
  const all = () => [...(view.article.history || []), ...(view.desk().history || [])].map((one) => ({ ...one, text: eventText(view, one) }));

  function then(hash) { thenDialog(view, (view.desk().texts || []).find((one) => one.text_hash === hash)); }

  function about(one) {
    const finding = one.fingerprint && view.byPrint(one.fingerprint), claim = /Claim ([0-9a-f]{12})/.exec(one.what)?.[1];
    const text = one.what.startsWith("Review: approve") && (view.desk().texts || []).find((other) => other.on === one.on && [other.by, other.by_name].includes(one.who) && one.what.includes(other.action));
    return [
      finding ? button(`Finding ${finding.id}`, () => view.select(finding.id, "claims"), { className: "quiet small link" }) : null,
      claim && view.claims.has(claim) ? button(`Claim ${view.claims.get(claim).number}`, () => view.openClaim(claim, true), { className: "quiet small link" }) : null,
      text ? button("Text then", () => then(text.text_hash), { className: "quiet small link", "aria-haspopup": "dialog" }) : null,
    ];
  }

  const line = (one) => make("li", {}, make("time", {}, day(one.on)), say("span", "who-did", one.who || "–"), make("span", {}, say("span", "", one.text), about(one)));

  function choices(entries) {
    const names = [...new Set(entries.map((one) => one.who).filter(Boolean))].sort(), marks = names.join("\n");
    if (marks !== people) {
      people = marks;
      const chosen = who.value;
      who.replaceChildren(make("option", { value: "" }, "Everybody"), ...names.map((one) => make("option", { value: one }, one)));
      who.value = names.includes(chosen) ? chosen : "";
    }
    const now = view.desk().texts || [], mark = JSON.stringify(now);
    texts.hidden = !now.length;
    if (mark === signed) return;
    signed = mark;
    texts.replaceChildren(make("option", { value: "" }, "Text as signed…"), ...now.map((one) => make("option", { value: one.text_hash }, `Draft ${one.draft}: ${SIGNS[one.action]}, ${one.by_name}, ${day(one.on)}`)));
  }

  function paint() {
    const entries = all();
    choices(entries);
    const shown = entries.filter((one) => (!who.value || one.who === who.value) && (!kind.value || one.event === kind.value || (kind.value === "step" && ["open", "assign"].includes(one.event)) || (kind.value === "decision" && one.event === "undo")));
    const mark = JSON.stringify([who.value, kind.value, shown.length, shown[0], shown.at(-1), signed]);
    if (mark === drawn) return; // whoever stands in it keeps their place
    drawn = mark;
    list.replaceChildren(...(shown.length ? shown.toReversed().map(line) : [make("li", {}, make("span", { class: "muted" }, entries.length ? "Nothing of this kind happened." : "Nothing has happened yet."))]));
  }

  return {
    name: "History", count: () => String(all().length), paint,
    el: make("div", { class: "tooled" }, make("div", { class: "docktools" }, who, kind, make("span", { class: "grow" }), texts), make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "History of the article" }, list)),
  };
}

/** The text of one signature with what became of it, in a dialog. */
async function thenDialog(view, text) {
  if (!text) return;
  const { blocks = [], error = "" } = await view.ask("then", text.text_hash);
  if (error) return void view.voice.tell(error, "alert");
  const changed = blocks.filter((block) => block.state !== "same").length, dialog = make("dialog", { class: "sheet then", "aria-label": "Text as it was signed" });
  const tags = { gone: "del", new: "ins", same: "span" };
  const drawn = [];
  let quiet = null;
  for (const block of blocks) {
    const node = make("p", { class: `block ${block.state} ${block.kind === "heading" ? "strong" : ""}` }, block.parts.map(([state, words]) => make(tags[state], { class: "iso" }, words)));
    if (block.state !== "same") quiet = null;
    else if (!quiet && changed) drawn.push((quiet = make("details", {}, make("summary", {}, ""))));
    if (quiet) {
      quiet.append(node);
      quiet.firstChild.textContent = `${counted(quiet.children.length - 1, "paragraph")} unchanged`;
    } else drawn.push(node);
  }
  dialog.append(make("h2", {}, `Draft ${text.draft}: ${SIGNS[text.action]}`), say("p", "muted", `${text.by_name}, ${day(text.on)} · ${changed ? `${counted(changed, "paragraph")} changed since. Struck out = it said; underlined = it says now.` : "Nothing changed since."}`),
    make("div", { class: "then-text", tabindex: 0, role: "region", "aria-label": "Text then and now" }, drawn), make("div", { class: "row end" }, button("Close", () => dialog.close(), { className: "primary", keyName: "Esc" })));
  view.root.append(dialog);
  const from = document.activeElement;
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => { dialog.remove(); from?.isConnected && from.focus({ preventScroll: true }); });
  show(dialog);
}

/** An event in words; claims by their number, since nobody knows one by its name. */
function eventText(view, event) {
  const what = event.what.replace(/Claim ([0-9a-f]{12})/g, (whole, id) => (view.claims.has(id) ? `Claim ${view.claims.get(id).number}` : whole)).replace(/Match ([0-9a-f]{16})/g, (whole, id) => (view.byPrint(id) ? `Held-back match ${view.byPrint(id).id}` : whole));
  return [what, event.note && event.event !== "message" && !what.includes(event.note) ? `“${event.note}”` : ""].filter(Boolean).join(" ");
}
