// The head of a wave: what it asks for, what the plan would bring and cost, and the code of exactly that list.

const LARGEST_TABLE = 4_000_000; // characters of a table of views, as `pages_messages` holds it

/** `mine` keeps what was typed; `head` is where it is drawn. Answers { paint(wave, plan), clear(), wish() }. */
function wavesForm(view, { mine, plan, enter, head }) {
  const size = make("input", { type: "number", class: "field", min: 0, max: 100000, step: 1, inputmode: "numeric", placeholder: "usual", oninput: () => { mine.sizes[mine.view] = size.value; } });
  const seed = make("input", { type: "text", class: "field", maxlength: 80, autocomplete: "off", oninput: () => { mine.seeds[mine.view] = seed.value; } });
  const file = make("input", { type: "file", accept: ".csv,text/csv,text/plain", class: "file", "aria-label": "Table of page views", onchange: () => { mine.file = file.files[0] || null; named.textContent = mine.file ? mine.file.name : `CSV, up to ${LARGEST_TABLE / 1_000_000} MB`; } });
  const named = say("span", "muted", `CSV, up to ${LARGEST_TABLE / 1_000_000} MB`);
  const go = button("Work out the plan", () => plan(), { keyName: "L" });
  const trouble = make("p", { class: "said alarm", role: "alert" });
  const bring = button("Bring them in…", () => enter(), { keyName: "E", className: "primary", "aria-haspopup": "dialog" });
  for (const field of [size, seed]) field.addEventListener("keydown", (event) => event.key === "Enter" && plan());
  const words = make("div", { class: "about" });
  const hint = make("p", { class: "muted small" });
  const fields = make("div", { class: "asks" },
    make("label", { class: "labelled" }, make("span", {}, "How many"), size), make("label", { class: "labelled seed" }, make("span", {}, "Seed, to draw the same pages again"), seed),
    make("div", { class: "labelled reach" }, make("label", { class: "btn filed" }, "Choose the table…", file), named), go);
  const result = make("div", { class: "result" });
  head.append(words, fields, hint, trouble, result);

  function lack(text, field) {
    trouble.textContent = text;
    if (text) field.focus();
    return null;
  }

  function figure(number, words_, more = "") {
    return make("div", { class: "figure" }, make("b", {}, number), make("span", {}, words_), more ? make("small", {}, more) : null);
  }

  function shown(found) {
    const n = found.lines.length, hours = found.hours >= 0.05 || found.hours === 0 ? found.hours.toFixed(1) : "0.1";
    const rest = found.wave === "rest";
    bring.firstChild.textContent = n ? rest ? `Give ${counted(n, "page")} their days…` : `Bring ${counted(n, "page")} into review…` : "Nothing to bring in";
    if (n) bring.removeAttribute("aria-disabled");
    else bring.setAttribute("aria-disabled", "true");
    return [
      make("div", { class: "cost", tabindex: -1, role: "group", "aria-label": `The plan: ${found.cost}` },
        figure(n.toLocaleString("en"), n === 1 ? "page" : "pages"), figure(found.findings.toLocaleString("en"), found.findings === 1 ? "finding" : "findings", found.uses !== found.findings ? `in ${counted(found.uses, "place")}` : ""),
        figure(found.decisions.toLocaleString("en"), found.decisions === 1 ? "decision" : "decisions"), figure(hours, "hours", "about")),
      make("p", { class: "muted" }, "Hours at the pace above. Reading pages in which nothing was found is not in them."),
      notes([...found.notes, ...found.told]),
      make("div", { class: "row wrap moves" }, n ? bring : say("p", "strong", "No page is in this wave now. Nothing is changed, and nothing would be."), n ? make("span", { class: "muted" }, "Nothing is changed yet. Code ", make("b", { class: "mono" }, found.code), " stands for exactly the pages below.") : null),
    ];
  }

  function notes(told) {
    if (!told.length) return null;
    const items = told.map((one) => say("li", "", one));
    if (told.length <= 3) return make("ul", { class: "notes" }, items);
    return make("details", { class: "notes" }, make("summary", {}, say("span", "", told[0]), make("span", { class: "muted" }, ` · ${told.length - 1} more`)), make("ul", {}, items.slice(1)));
  }

  return {
    go,
    paint([name, title, about, sizes], found) {
      const kept = head.contains(document.activeElement);
      words.replaceChildren(make("h2", {}, title), make("p", {}, about));
      size.value = mine.sizes[name] || "";
      seed.value = mine.seeds[name] || "";
      seed.placeholder = view.data.as_of;
      hint.textContent = sizes;
      fields.querySelector(".seed").hidden = name !== "sample";
      fields.querySelector(".reach").hidden = name !== "reach";
      trouble.textContent = "";
      go.classList.toggle("primary", !found);
      const waits = mine.waiting === name;
      go.firstChild.textContent = waits ? "Working it out…" : found ? "Work it out again" : "Work out the plan";
      result.replaceChildren(...(found ? shown(found).filter(Boolean) : [make("p", { class: "muted" }, waits ? "Working out which pages come, and what that costs…" : "The plan is shown before anything moves: every page, why it comes, and the hours it will cost.")]));
      if (kept && !head.contains(document.activeElement)) go.focus({ preventScroll: true });
    },
    clear() { trouble.textContent = ""; },
    /** What is asked for, or null where something is missing, which is said. */
    async wish() {
      const number = size.value.trim() === "" ? 0 : Number(size.value);
      if (size.validity.badInput || !Number.isInteger(number) || number < 0 || number > 100000) return lack("Name a whole number of pages, or leave it empty for the usual.", size);
      const asked = { ...(number ? { size: number } : {}), ...(mine.view === "sample" && seed.value.trim() ? { seed: seed.value.trim() } : {}) };
      if (mine.view !== "reach") return asked;
      if (!mine.file) return lack("This wave needs the table of views: columns article (or address) and views.", file);
      if (mine.file.size > LARGEST_TABLE) return lack(`The table is larger than ${LARGEST_TABLE / 1_000_000} MB. Keep its two columns, and export it again.`, file);
      try {
        const table = new TextDecoder("utf-8", { fatal: true }).decode(await mine.file.arrayBuffer());
        return table ? { ...asked, file: mine.file.name.slice(0, 200), table } : lack("The table is empty. Export it again.", file);
      } catch {
        return lack("The table could not be read as UTF-8. Save it again as “CSV UTF-8”.", file);
      }
    },
  };
}
