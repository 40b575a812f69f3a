// A dossier: what was known about a page on a day, as one file that anybody can keep and verify without us.

/** `view` as for `livePart`. */
function dossierPart(view) {
  const { data, choice } = view;
  choice.dossier ||= { name: "", day: data.as_of, complaint: "", form: "zip", made: null, waiting: false };
  const mine = choice.dossier;
  const page = pageField("name", "Which page", () => everything(), { value: mine.name, picked: (name) => choose(name) });
  const when = dayField("day", "As it stood at the end of (UTC)", { last: data.as_of, value: mine.day });
  const about = make("select", { class: "btn", onchange: () => { mine.complaint = about.value; } });
  const forms = [["zip", "Page and verifying script", "a zip file; best for handing on"], ["html", "The page alone", "one HTML file; opens in any browser"]].map(([value, words, more]) => {
    const radio = make("input", { type: "radio", name: `wb-dossier-${(pageFields += 1)}`, value, onchange: () => { mine.form = value; forms.forEach((one) => { one.radio.checked = one.value === value; }); } });
    radio.checked = mine.form === value;
    return { value, radio, el: make("label", { class: "option" }, radio, make("span", {}, words, make("small", {}, more))) };
  });
  const go = button("Make the dossier", () => ask(), { keyName: "E", className: "primary" });
  const trouble = make("p", { class: "said alarm", role: "alert" }), result = make("div", { class: "made", tabindex: -1, role: "region", "aria-label": "The dossier" });
  const el = make("section", { class: "main dossiers", role: "tabpanel", "aria-label": "Dossier" },
    make("section", { class: "queue form", "aria-label": "Make a dossier", tabindex: -1 },
      make("div", { class: "qh" }, make("div", { class: "grow" }, make("h1", {}, "What was known about a page, on a day"), make("p", {}, "For a complaint, a court, or your own archive. Nothing is checked anew, and nothing is stored."))),
      make("div", { class: "asks tall" }, page.el, when.el, make("label", { class: "labelled" }, make("span", {}, "For a complaint"), about), make("div", { class: "labelled", role: "radiogroup", "aria-label": "As" }, make("span", {}, "As"), forms.map((one) => one.el)), trouble, make("div", { class: "row" }, go))),
    make("aside", { class: "look wide", "aria-label": "Dossier", tabindex: -1 }, result));
  when.input.addEventListener("change", () => { mine.day = when.value(); });
  when.input.addEventListener("keydown", (event) => event.key === "Enter" && ask());

  /** The pages on the site, and articles that only complaints name. */
  function everything() {
    const more = data.complaints.filter((one) => !data.byName.has(one.article)).map((one) => ({ name: one.article, title: one.title, address: "" }));
    return [...data.rows, ...more];
  }

  function choose(name, complaint = "") {
    mine.name = name;
    page.set(name);
    const known = data.complaints.filter((one) => one.article === name);
    mine.complaint = known.some((one) => one.key === complaint) ? complaint : "";
    about.replaceChildren(make("option", { value: "" }, known.length ? "For none" : "This page has none"), ...known.map((one) => make("option", { value: one.key }, `${one.key}: ${(one.given.words || "").slice(0, 60)}`)));
    about.value = mine.complaint;
  }

  function ask() {
    const lack = page.lacks() || (when.value() ? when.lacks() : "Name the day that the dossier tells of.");
    trouble.textContent = lack;
    if (lack) return page.lacks() ? page.focus() : when.focus();
    mine.day = when.value();
    mine.waiting = true;
    mine.made = null;
    paint();
    return view.ask({ type: "dossier", name: page.value(), day: mine.day, form: mine.form, ...(mine.complaint ? { complaint: mine.complaint } : {}) });
  }

  function save() {
    const { made } = mine;
    if (!made) return false;
    const bytes = made.form === "zip" ? Uint8Array.from(atob(made.content), (letter) => letter.charCodeAt(0)) : made.content;
    const link = make("a", { href: URL.createObjectURL(new Blob([bytes], { type: made.form === "zip" ? "application/zip" : "text/html" })), download: made.file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
    return view.tell(`${made.file} is offered to your browser as a download.`);
  }

  function kilobytes(made) {
    const bytes = made.form === "zip" ? Math.floor((made.content.length * 3) / 4) : new Blob([made.content]).size;
    return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString("en")} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  }

  function inside({ inside: has, complaint }) {
    const signed = has.signed.map((one) => `${KINDS_SIGNED[one.kind] || one.kind}: ${data.who(one.by)}`).join("; ");
    return [
      [has.live ? "The text as it was on the site that day" : "The newest text that had been read by then; it is not that of the page", `revision ${has.revision}, first read on ${day(has.read_on)}`],
      [counted(has.claims, "claim"), !has.claims ? "none was read in this text" : has.sourced ? `${has.sourced} with ${has.sourced === 1 ? "its" : "their"} source and the place in it` : "none rests on a source here yet"],
      [counted(has.findings, "finding"), has.findings ? `${has.decided} with a decision, its reason and its people` : "no check fired; that says nothing about the rest"],
      ["What was approved by whom", signed || "nobody had approved this text here"], ["The same claims elsewhere", has.elsewhere ? `on ${counted(has.elsewhere, "other page")}` : "on no other page"],
      ["Messages", String(has.messages)], ["Complaints", complaint ? `made for ${complaint}; ${has.since ? `${counted(has.since, "later event")} told as well` : "nothing later"}` : has.complaints ? String(has.complaints) : "none by then"], ["Rows of the history, each with its hash", String(has.rows)],
    ];
  }

  function paint() {
    go.firstChild.textContent = mine.waiting ? "Making it…" : "Make the dossier";
    const { made } = mine;
    if (!made) return result.replaceChildren(make("p", { class: "muted" }, mine.waiting ? "Reading the records of that day…" : "A dossier is one file: the text as it was live that day, each claim with its source and place, findings and decisions with their reasons and people, approvals, the same claim elsewhere, and any correction notice. Its records stand in it with their hashes."));
    go.classList.remove("primary");
    return result.replaceChildren(
      say("h2", "", made.title || made.name), say("p", "muted", `as of ${day(made.day)}${made.complaint ? ` · for complaint ${made.complaint}` : ""}`),
      make("div", { class: "row wrap saved-file" }, button(`Download ${made.form === "zip" ? "the zip file" : "the page"}`, save, { keyName: "S", className: "primary" }), say("span", "mono small", `${made.file} · ${kilobytes(made)}`)),
      paneHead("What is in it"), make("ul", { class: "inside" }, inside(made).map(([what, more]) => make("li", {}, say("b", "", what), say("span", "", more)))),
      paneHead("How to verify it, without us and without a connection"),
      make("ol", { class: "verify" }, made.form === "zip" ? make("li", {}, "Unpack the file. Python 3.11 or newer is all that is needed.") : make("li", {}, "Put verify_dossier.py from the project's docs folder beside the file, or take the zip file, which has it."), make("li", {}, "Run ", make("code", { class: "mono" }, `python3 verify_dossier.py ${made.page}`)), make("li", {}, "It says OK, or the first thing that is wrong: a changed word, a row that is gone, a history that was cut off.")),
      factList([["Seal", make("span", { class: "mono" }, made.seal)], ["Text", make("span", { class: "mono" }, made.inside.text_hash)]]),
      make("p", { class: "muted small" }, "The seal is SHA-256 of the page without it. Write it down apart from the file: whoever changes both can make a new one."));
  }

  choose(mine.name, mine.complaint);
  paint();
  return {
    el, list: null, keys: { E: ask, S: () => (mine.made ? save() : view.tell("Make the dossier first.")), "/": () => page.focus(), Enter: ask },
    count: () => "", hints: [[["/"], "choose the page"], [["E"], "make the dossier"], [["S"], "download"]],
    regions: () => [el.querySelector(".qh"), el.querySelector(".asks"), result], focus: () => (mine.made ? result : go).focus({ preventScroll: true }),
    escape() { result.focus(); }, step: () => false,
    changed: () => choose(mine.name, mine.complaint),
    take(given) { choose(given.name, given.complaint); mine.made = null; go.classList.add("primary"); paint(); go.focus({ preventScroll: true }); },
    made(answer) { mine.waiting = false; mine.made = answer; paint(); result.focus({ preventScroll: true }); view.tell(`The dossier of “${answer.title || answer.name}” is ready. S downloads it.`); },
    failed() { mine.waiting = false; paint(); },
    close() {},
  };
}
