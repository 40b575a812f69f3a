// What was said and done about the article: messages, and the history, one line an event.

/** Lines of `entries()` ({ on, who, text, fingerprint }), by person when one is chosen. */
function logPanel(view, name, entries, empty) {
  const list = make("ul", { class: "log", "aria-label": name });
  const who = make("select", { class: "field", "aria-label": `${name} of`, onchange: () => paint() });
  let drawn = "", people = "";

  function about(fingerprint) {
    const finding = fingerprint && view.article.findings.find((one) => one.fingerprint === fingerprint);
    return finding ? button(`Finding ${finding.id}`, () => view.select(finding.id, "claims"), { className: "quiet small link" }) : null;
  }

  function paint() {
    const all = entries(), names = [...new Set(all.map((one) => one.who).filter(Boolean))].sort(), key_ = names.join("\n");
    if (key_ !== people) {
      people = key_;
      const chosen = who.value;
      who.replaceChildren(make("option", { value: "" }, "Everybody"), ...names.map((one) => make("option", { value: one }, one)));
      who.value = names.includes(chosen) ? chosen : "";
    }
    const shown = all.filter((one) => !who.value || one.who === who.value), mark = JSON.stringify([who.value, shown.length, shown[0], shown.at(-1)]);
    if (mark === drawn) return; // whoever stands in it keeps their place
    drawn = mark;
    list.replaceChildren(...(shown.length ? shown.toReversed().map(line) : [make("li", {}, make("span", { class: "muted" }, empty))]));
  }

  const line = (one) => make("li", {}, make("time", {}, day(one.on)), say("span", "who-did", one.who || "–"), make("span", {}, say("span", "", one.text), about(one.fingerprint)));

  return { el: make("div", { class: "scroll", tabindex: 0 }, list), who, paint, count: () => entries().length };
}

const eventText = (event) => [event.what, event.note && event.event !== "message" ? `“${event.note}”` : ""].filter(Boolean).join(" ");
const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);
