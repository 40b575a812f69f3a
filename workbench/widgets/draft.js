// The draft screen: a text on the left where it is not open elsewhere, what the checks say of it on the right.

const DRAFT_HINTS = [[["F8"], "next problem"], [["Alt R"], "replace"], [["Alt I"], "insert statement"], [["?"], "keys"]];

function renderDraft({ model, el }, kept) {
  return live({ model, el }, {
    name: "draft", label: "Draft", trait: "draft", draw: (root) => drawDraft(model, root, kept),
    heard: { "change:panel": (view) => view.answered(), "change:text": (view) => view.put(), "msg:custom": (view, message) => message?.type === "answered" && view.done(message.request) },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawDraft(model, root, kept) {
  const draft = model.get("draft") || {}, served = document.body.dataset.voila !== undefined, typed = draft.mode === "text", reads = barred(model);
  const outgoing = (kept.outbox ||= outbox(model, () => {})), found = voice(), keys = keysDialog(DRAFT_KEYS), dialog = stepDialog(), told = follow(model, found);
  if (draft.error || !draft.mode) return bareDraft(model, root, draft, keys);
  let panel = {}, heads = "";

  const view = {
    article: {}, chosen: "", stop: "", open: "", allClaims: false, voice: found, openKeys: () => keys.open(), keysHere: !served, shows: draft.shown, writes: typed,
    sends: draft.send.can && !reads, reading: reads, local: ["localhost", "127.0.0.1", "[::1]", ""].includes(location.hostname) ? "on this computer" : "on your server",
    choose, visit, toggle, line, span, showClaims, insert: (row) => steps.insert(row), replace: (finding) => steps.replace(finding), answer: (finding) => steps.answer(finding),
    beside: (finding) => steps.beside(finding), send: () => steps.send(), restart: () => checks.restart(),
  };
  const text = draft.shown ? draftText({ readOnly: !typed, most: draft.longest, told: { changed, moved, refused } }) : null;
  const side = draftPanel(view), checks = draftChecks(model, { draft, text, typed, side });
  const steps = draftSteps({ draft, text, typed, reads, panel: () => panel, checks, found, dialog, outgoing });
  const caret = make("span", { class: "muted caret" });
  const page = make("div", { class: `frame draft-view ${draft.shown ? "" : "alone"}` },
    served ? topBar({ place: "Draft", openKeys: keys.open, right: draft.person ? whoAndWhen(draft) : [] }) : make("span"),
    make("div", { class: "main" }, text ? make("section", { class: "ed", "aria-label": "Text", tabindex: -1 }, edHead(), text.el) : null, side.el),
    footer(DRAFT_HINTS, draft.line, make("span", {}, `${draft.checks} checks`)), keys.dialog, dialog.dialog);
  root.replaceChildren(page);
  outgoing.attach(sending);
  root.addEventListener("keydown", always, true);
  const stops = [listen(root, bindings(), () => remembered.keys), () => root.removeEventListener("keydown", always, true), () => text?.close(), checks.close];
  if (text && model.get("text")) text.put(typed && kept.text !== undefined && kept.name === draft.name ? kept.text : model.get("text"));
  else if (text && typed && kept.text && kept.name === draft.name) text.put(kept.text);
  kept.name = draft.name;
  sending();
  if (model.get("panel")?.head && !typed) answered();
  else {
    idle();
    if (text?.text && typed) checks.check();
  }
  welcome(root, () => text?.area || side.el);

  function edHead() {
    const choice = make("select", { class: "btn articles", "aria-label": "What to check", onchange: () => leave(choice) }, make("option", { value: "" }, "A text of my own"), (draft.articles || []).map((one) => make("option", { value: one.name }, one.title)));
    choice.value = draft.name;
    return make("header", { class: "edhead" }, draft.articles?.length ? choice : say("span", "strong", draft.path || "A text of my own"), typed ? null : make("span", { class: "muted" }, "followed while you write in your editor"), make("span", { class: "grow" }), caret);
  }

  /** A text of one's own goes with the choice of another; so it is asked first. */
  function leave(choice) {
    const to = choice.value;
    const go = () => { delete kept.text; model.send({ type: "choose", name: to }); };
    if (!typed || !text.text.trim()) return go();
    choice.value = draft.name;
    return dialog.open({ title: "Leave this text?", lines: ["It is in no file. Copy it first if you want to keep it."], verb: "Leave it", done: go });
  }

  /** Before the first answer, or where a text that was checked holds no words. */
  function idle(wordless = false) {
    if (!typed || (text.text.trim() && !wordless)) return side.idle(typed ? "Checking…" : "Reading the file…", "", skeleton(6, "draft-ghosts").box);
    return side.idle("Nothing to check yet", "Paste or type a text. It is checked when you stop, and kept nowhere.");
  }

  function changed() {
    kept.text = text.text;
    checks.typing();
    caret.textContent = text.caret();
  }

  function refused(size) {
    found.tell(`Nothing was pasted: ${size.toLocaleString("en")} characters are more than one article. Paste a part of it.`, "alert");
  }

  function answered() {
    const next = checks.accept(model.get("panel") || {});
    if (!next) return;
    const tells = new Set((next.needed?.rows || []).map((row) => row.number).filter(Boolean));
    panel = { ...next, listed: next.findings.filter((one) => !tells.has(one.id)) };
    if (!panel.words && typed) return void (panel = {}, text.mark([]), idle(true));
    page.querySelector(".skeleton")?.remove();
    const has = (print) => panel.listed.some((one) => one.fingerprint === print);
    if (!has(view.chosen)) view.chosen = "";
    if (!has(view.stop)) view.stop = view.chosen || panel.listed[0]?.fingerprint || "";
    text?.mark(panel.listed);
    text?.activate(current()?.id ?? 0);
    side.paint(panel);
    if (panel.partial) return;
    announce();
    steps.resume();
  }

  function announce() {
    const { error, warning, note } = panel.counts, head = `${panel.head}. ${error} must be fixed, ${warning} should be, ${note} could be.`;
    if (!steps.told && heads && head !== heads) found.tell(head);
    heads = head;
  }

  // --- choosing

  function current() {
    return panel.listed?.find((one) => one.fingerprint === view.chosen);
  }

  function choose(print, toggles = false, focus = false) {
    const before = [view.chosen, view.stop];
    view.chosen = toggles && view.chosen === print ? "" : print;
    view.stop = print;
    const finding = current();
    text?.activate(finding?.id ?? 0);
    side.turn([...before, print]);
    if (focus) side.rowOf(print)?.focus({ preventScroll: true });
    side.reveal(print);
    if (finding && text) show(finding, false);
  }

  function show(finding, focus) {
    const place = text.place(finding.id);
    if (place) text.go(place.start, place.end, focus);
  }

  function visit(print) {
    const finding = panel.listed?.find((one) => one.fingerprint === print);
    if (finding && text) show(finding, true);
    else found.tell("The words stand in your editor.");
  }

  function moved(offset) {
    caret.textContent = text.caret();
    const [id] = text.at(offset), finding = panel.listed?.find((one) => one.id === id);
    if (!finding || finding.fingerprint === view.chosen || checks.pending) return;
    const before = [view.chosen, view.stop];
    view.chosen = view.stop = finding.fingerprint;
    text.activate(id);
    side.turn([...before, view.chosen]);
    side.reveal(view.chosen);
  }

  /** The next problem after the caret, or after the one that is chosen; round at the end. */
  function problem(by) {
    const all = (panel.listed || []).filter((one) => one.open && one.start >= 0);
    if (!all.length) return found.tell(panel.head ? "No problem stands in the text." : "Nothing is checked yet.");
    const here = all.findIndex((one) => one.fingerprint === view.chosen), caretAt = text?.area.selectionStart ?? -1;
    const from = here >= 0 ? here : by > 0 ? all.findLastIndex((one) => one.start < caretAt) : all.findIndex((one) => one.start >= caretAt);
    const next = all[(((here < 0 && from < 0 ? (by > 0 ? 0 : all.length - 1) : from + by) % all.length) + all.length) % all.length];
    const writing = text && root.getRootNode().activeElement === text.area;
    choose(next.fingerprint, false, !writing);
    if (writing) show(next, true);
    return found.tell(`${SEVERITY_WORDS[key(next.severity)]}, line ${next.line}: ${panel.checks[next.check].title}.`);
  }

  function step(by) {
    const rows = panel.listed || [], at = rows.findIndex((one) => one.fingerprint === view.stop);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (!next) return false;
    return choose(next.fingerprint, false, true);
  }

  function toggle(name) {
    view.open = view.open === name ? "" : name;
    side.paint(panel);
  }

  function showClaims() {
    view.allClaims = true;
    side.paint(panel);
  }

  function line(number_) {
    if (!text) return found.tell(`Line ${number_} in your editor.`);
    const starts = text.text.split("\n").slice(0, number_ - 1).reduce((sum, one) => sum + one.length + 1, 0);
    return text.go(starts, starts, true);
  }

  function span(start, end, number_) {
    if (!text) return found.tell(`Line ${number_} in your editor.`);
    return steps.fresh() || !typed ? text.go(start, end, true) : line(number_);
  }

  function sending() {
    side.lose(outgoing.trouble.replace("decision", "step"));
  }

  // --- keys

  function always(event) {
    if (root.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.isComposing) return;
    const name = event.key === "F8" ? "F8" : event.key === "F6" ? "F6" : event.altKey && event.code === "KeyR" ? "R" : event.altKey && event.code === "KeyI" ? "I" : "";
    if (!name) return;
    event.preventDefault();
    event.stopPropagation();
    if (name === "F8") problem(event.shiftKey ? -1 : 1);
    else if (name === "F6") regions(event);
    else if (name === "R") steps.replace(current());
    else steps.insert((panel.needed?.rows || []).find((row) => `need-${row.check}-${row.label}` === view.open && row.insert) || (panel.needed?.rows || []).find((row) => row.insert));
  }

  function regions(event) {
    return cycle(root, () => [page.querySelector(".top"), page.querySelector(".ed"), ...side.regions()])(event);
  }

  function bindings() {
    const focusText = () => { const finding = current(); return finding ? visit(finding.fingerprint) : text?.area.focus(); };
    return {
      J: () => step(1), K: () => step(-1), ArrowDown: (event) => inList(event) && step(1), ArrowUp: (event) => inList(event) && step(-1),
      Home: (event) => inList(event) && step(-Infinity), End: (event) => inList(event) && step(Infinity),
      T: focusText, S: view.send, "?": keys.open, Escape: (event) => (event.target === text?.area ? (side.rowOf(view.stop) || side.el).focus({ preventScroll: true }) : root.getRootNode().activeElement?.blur()),
    };
  }

  function inList(event) {
    return side.found.contains(event.target) || false;
  }

  return {
    answered, heard: told, done: (request) => outgoing.answered(request),
    put() {
      if (text && !typed) text.put(model.get("text") || "");
    },
    close() {
      stops.forEach((stop) => stop());
    },
  };
}

/** Nothing can be checked: a sentence that says why, or grey rows while the page begins. */
function bareDraft(model, root, draft, keys) {
  const waiting = draft.error ? null : skeleton(8, "draft-ghosts");
  root.replaceChildren(make("div", { class: "frame draft-view" }, document.body.dataset.voila !== undefined ? topBar({ place: "Draft", openKeys: keys.open }) : make("span"),
    make("div", { class: "main" }, waiting ? waiting.box : notice(draft.error, "", { details: draft.details, alarm: true })), footer([[["?"], "keys"]], draft.line || ""), keys.dialog));
  return { answered() {}, heard() {}, done() {}, put() {}, close: () => waiting?.stop() };
}

export default () => {
  const kept = {};
  return { render: (given) => renderDraft(given, kept) };
};
