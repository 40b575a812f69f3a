// The practice screen: read, mark, compare, rewrite. Nothing of the answer is here before it is compared.

const PRACTICE_STEPS = [["read", "Read"], ["mark", "Mark"], ["compare", "Compare"], ["rewrite", "Rewrite"]];
const PRACTICE_KEYS = [
  [["←", "→"], "move by word in the passage"], [["Shift"], "with arrows: extend"], [["Enter"], "mark the chosen words; after the comparison: rewrite"],
  [["C"], "compare"], [["J", "K"], "next, previous line"], [["N"], "next passage"], [["T"], "to the passage"], [["F6"], "next region"], [["Esc"], "let go; twice: back to the notebook"], [["?"], "keys"],
];

function renderPractice({ model, el }, kept) {
  return live({ model, el }, {
    name: "practice", label: "Practice", trait: "frame", draw: (root) => drawPractice(model, root, kept),
    heard: { "change:passage": (view) => view.paint(), "change:skills": (view) => view.counts(), "change:checked": (view) => view.checked(), "msg:custom": (view, message) => message?.type === "answered" && view.done(message.request, message.ok) },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawPractice(model, root, kept) {
  const frame_ = model.get("frame") || {}, served = document.body.dataset.voila !== undefined, reads = barred(model);
  const outgoing = (kept.outbox ||= outbox(model, () => {})), found = voice(), keys = keysDialog(PRACTICE_KEYS), dialog = stepDialog(), told = follow(model, found);
  if (frame_.error || !frame_.sets) return barePractice(root, frame_, keys, served);
  let passage = {}, text = null, marking = null, rewriting = null, began = Date.now(), waits = "", shownId = "", shownStep = "";
  const local = ["localhost", "127.0.0.1", "[::1]", ""].includes(location.hostname);
  const title = make("h1"), steps = make("ol", { class: "steps", "aria-label": "Steps" });
  const choice = make("select", { class: "btn sets", "aria-label": "Set of passages", onchange: () => turn(choice.selectedIndex, "") }, frame_.sets.map((name) => make("option", {}, name)));
  const left = make("section", { class: "pass-t", "aria-label": "Passage", tabindex: -1 }), right = make("section", { class: "res", "aria-label": "Marks and comparison", tabindex: -1 });
  const lost = make("div", { class: "trouble" }), about = make("p"), skills = make("div");
  const page = make("div", { class: "frame practice-view" },
    served ? topBar({ place: "Practice", openKeys: keys.open, right: frame_.person ? whoAndWhen(frame_) : [] }) : make("span"),
    make("div", { class: "nb" }, make("div", { class: "hd" }, make("div", { class: "grow" }, title, about), frame_.lessons?.length ? lessonsMenu(frame_.lessons) : null, frame_.sets.length > 1 ? choice : null, served ? null : button("Keys", keys.open, { keyName: "?", className: "quiet small" }), steps),
      frame_.trouble ? say("p", "barred", frame_.trouble) : null, reads ? say("p", "barred", reads) : null, lost, make("div", { class: "told" }, found.nodes), make("div", { class: "wid" }, left, right)),
    footer([[["Enter"], "mark"], [["C"], "compare"], [["N"], "next passage"], [["?"], "keys"]], frame_.line, make("span", {}, `Marks kept in ${frame_.kept}`)), keys.dialog, dialog.dialog);
  title.textContent = frame_.sets[frame_.set] || "Practice";
  choice.selectedIndex = frame_.set;
  about.textContent = `Mark what an editor should stop. Nothing is shown until you compare; your marks stay on ${local ? "this computer" : "your server"}.`;
  root.replaceChildren(page);
  outgoing.attach(sending);
  const view = { kinds: frame_.kinds || {}, open: 0, draft: null, choose, toggle, unmark, disagree, copy, kept: (words) => { view.draft = kept.drafts[passage.id] = words; rewriting?.result(model.get("checked") || {}); } };
  kept.drafts ||= {};
  const stops = [listen(root, { J: () => step(1), K: () => step(-1), N: next, C: compare, T: () => text?.el.focus(), "?": keys.open, Enter: () => done_() && rewrite(), F6: regions, "Shift+F6": regions, Escape: escape_ }, () => remembered.keys), () => marking?.close()];
  paint();
  sending();
  if (!kept.welcomed) welcome(root, () => text?.el);
  kept.welcomed = true;

  function done_() { return ["compare", "rewrite"].includes(passage.step); }

  function paint() {
    passage = model.get("passage") || {};
    if (!passage.id) return left.replaceChildren(skeleton(6, "practice-ghosts").box);
    const had = root.contains(document.activeElement) && document.activeElement !== root, other = passage.id !== shownId, stepped = passage.step !== shownStep;
    if (other) {
      began = Date.now();
      waits = "";
      kept.rewrites = passage.step === "rewrite";
      view.draft = kept.drafts[passage.id] ?? null;
    }
    if (other || stepped) view.open = done_() ? (passage.rows.find((row) => row.what === "missed" && row.evidence) || passage.rows.find((row) => row.what === "missed"))?.n ?? 0 : 0;
    shownId = passage.id;
    shownStep = passage.step;
    return draw_(had && (other ? "text" : stepped && done_() ? "head" : "keep"));
  }

  function draw_(focus) {
    const place = document.activeElement?.closest?.("[data-n]")?.dataset.n, scroll = text?.el.scrollTop || 0, inText = text?.el === document.activeElement;
    marking?.close();
    marking = null;
    rewriting = kept.rewrites && done_() ? practiceRewrite(passage, view) : null;
    text = practiceText(passage, (n, focus_) => choose(n, focus_));
    left.classList.toggle("writes", Boolean(rewriting));
    if (rewriting) left.replaceChildren(make("div", { class: "legend" }, make("span", {}, passage.title), make("span", { class: "grow" }), make("span", { class: "muted" }, `Passage ${passage.n} of ${passage.of}`)), make("div", { class: "pt plainly" }, rewriting.left), skills);
    else {
      marking = practiceMarking({ text, root, kinds: view.kinds, dialog, found, put: mark, locked: done_() || Boolean(reads) });
      const wrote = done_() ? practiceWrote(passage) : null;
      if (wrote) text.el.append(wrote);
      left.replaceChildren(practiceLegend(passage, done_()), text.el, marking.bar, skills);
    }
    side();
    counts();
    stepsLine();
    text.activate(view.open);
    text.el.scrollTop = scroll;
    if (focus === "head") right.querySelector("h2")?.focus({ preventScroll: true });
    else if (focus === "text") (rewriting?.area || text.el).focus({ preventScroll: true });
    else if (focus === "keep" && !root.contains(document.activeElement)) (right.querySelector(`[data-n="${place}"] .name`) || (inText ? text.el : null) || text.el).focus({ preventScroll: true });
  }

  function side() {
    const body = rewriting ? rewriting.right : done_() ? practiceRows(passage, view) : practiceMarks(passage, view);
    const [head, ...rest] = body, at = right.querySelector(".body")?.scrollTop || 0, box = make("div", { class: "body" }, rest);
    right.replaceChildren(head, box, make("div", { class: "nx" }, buttons(), make("span", { class: "grow" }), clock()));
    box.scrollTop = at;
    rewriting?.result(model.get("checked") || {});
  }

  function buttons() {
    const go = passage.next ? button("Next passage", next, { keyName: "N" }) : frame_.set + 1 < frame_.sets.length ? button("Next set", next, { keyName: "N" }) : null;
    if (rewriting) return [button("Check the text", check, { className: "primary" }), button("Back to the comparison", back), go];
    if (done_()) return [button("Rewrite the passage", rewrite, { className: "primary", keyName: "Enter" }), go];
    return [button(waits ? "Comparing…" : "Compare", compare, { className: "primary", keyName: "C" }), button("Skip", next, { keyName: "N", className: "quiet" })];
  }

  function clock() {
    const minutes = Math.max(1, Math.round((passage.seconds || 0) / 60));
    return done_() && passage.seconds ? make("span", { class: "muted small" }, `${counted(minutes, "minute")} · ${passage.usual} is usual`) : null;
  }

  function stepsLine() {
    const now = rewriting ? 3 : done_() ? 2 : passage.step === "mark" || passage.rows.length ? 1 : 0;
    steps.replaceChildren(...PRACTICE_STEPS.map(([, words], at) => make("li", { class: at < now ? "done" : at === now ? "on" : "", "aria-current": at === now ? "step" : null }, make("i", {}, String(at + 1)), words)));
  }

  function counts() { skills.replaceChildren(practiceSkills(model.get("skills") || {})); }

  // --- what the learner does

  function mark(place) { outgoing.put({ type: "mark", passage: passage.id, id: newName(), ...place }); }

  function unmark(id) { outgoing.put({ type: "unmark", passage: passage.id, id }); }

  function compare() {
    if (done_() || waits) return undefined;
    const go = () => {
      waits = passage.id;
      outgoing.put({ type: "compare", passage: passage.id, seconds: Math.min(36000, (passage.seconds || 0) + Math.round((Date.now() - began) / 1000)) });
      side();
    };
    if (passage.rows.length) return go();
    return dialog.open({ title: "You marked nothing. Compare anyway?", lines: ["The answer shows what is there to find; this passage cannot be marked after that."], verb: "Compare", done: go });
  }

  function rewrite() {
    kept.rewrites = true;
    draw_("text");
  }

  function back() {
    kept.rewrites = false;
    draw_("head");
  }

  function check() {
    if (rewriting) outgoing.put({ type: "rewrite", passage: passage.id, text: rewriting.area.value });
  }

  function disagree(row) {
    dialog.open({ title: "Why do you disagree?", lines: [practiceAbout(row)], verb: "Keep the question", fields: [wordsField("text", "Your question to the editor", { least: 3, lack: "Say why in a few words." })],
      done: ({ text: words }) => outgoing.put({ type: "disagree", passage: passage.id, about: practiceAbout(row), text: words }) });
  }

  function copy(row, asked) {
    const words = `Practice, “${passage.title}” (${passage.id}): ${asked.about}\n${asked.text}`;
    const failed = () => dialog.open({ title: "Copy this", lines: [words], verb: "Close", done: () => {} });
    if (!navigator.clipboard) return failed();
    return navigator.clipboard.writeText(words).then(() => found.tell("Copied."), failed);
  }

  function next() {
    if (passage.next) turn(frame_.set, passage.next);
    else if (frame_.set + 1 < frame_.sets.length) turn(frame_.set + 1, "");
    else found.tell("This is the last passage.");
  }

  function turn(set, id) {
    kept.rewrites = false;
    try { model.send({ type: "turn", set, passage: id }); } catch { found.tell("Connection lost. Your marks are kept; start the kernel, then run the cell again.", "alert"); }
  }

  // --- choosing

  function toggle(n) {
    view.open = view.open === n ? 0 : n;
    side();
    text.activate(view.open);
    text.show(view.open, false);
    right.querySelector(`[data-n="${n}"] .name`)?.focus({ preventScroll: true });
  }

  function choose(n, focus) {
    view.open = n;
    side();
    text.activate(n);
    const row = right.querySelector(`[data-n="${n}"] .name`);
    if (focus) row?.focus({ preventScroll: true });
    reveal(right.querySelector(".body"), row);
  }

  function step(by) {
    const rows = passage.rows || [], at = rows.findIndex((row) => row.n === view.open), next_ = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (!next_ || rewriting) return false;
    choose(next_.n, true);
    return text.show(next_.n, false);
  }

  function regions(event) { return cycle(root, () => [page.querySelector(".top"), left, right])(event); }

  function escape_() {
    if (marking?.end()) return undefined;
    if (rewriting && document.activeElement === rewriting.area) return right.querySelector(".btn")?.focus();
    return document.activeElement?.blur();
  }

  function sending() {
    const words = outgoing.trouble.replace("decision", "step");
    lost.replaceChildren(words ? make("p", { role: "status" }, words) : "");
  }

  return {
    paint, counts, heard: told, checked: () => rewriting?.result(model.get("checked") || {}),
    done(request, ok) {
      outgoing.answered(request);
      if (waits && (!ok || done_())) waits = "";
      if (!ok) side();
    },
    close() { stops.forEach((stop) => stop()); },
  };
}

/** No passages, or nothing can be opened: a sentence that says why. */
/** The lessons beside this page; one is opened by choosing it. */
function lessonsMenu(lessons) {
  const go = (event) => { const chosen = lessons[event.target.selectedIndex - 1]; if (chosen) location.href = chosen.address; };
  return make("select", { class: "btn sets", "aria-label": "Lessons", onchange: go }, make("option", {}, "Lessons…"), lessons.map(({ title }, at) => make("option", {}, `${at + 1} ${title}`)));
}

function barePractice(root, frame_, keys, served) {
  const waiting = frame_.error ? null : skeleton(8, "practice-ghosts");
  root.replaceChildren(make("div", { class: "frame practice-view" }, served ? topBar({ place: "Practice", openKeys: keys.open }) : make("span"),
    make("div", { class: "nb" }, waiting ? waiting.box : notice(frame_.error, "", { details: frame_.details, alarm: true })), footer([[["?"], "keys"]], frame_.line || ""), keys.dialog));
  return { paint() {}, counts() {}, heard() {}, checked() {}, done() {}, close: () => waiting?.stop() };
}

export default () => {
  const kept = {};
  return { render: (given) => renderPractice(given, kept) };
};
