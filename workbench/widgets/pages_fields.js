// Fields that the dialogs of this screen need beside the common ones: a page by its title, one line of words, a claim.

let pageFields = 0;
const FIELD_OFFERED = 7; // pages that are offered at a time

/** One line of words, held to a length. */
function lineField(name, label, { value = "", lack = "", longest = 300, pattern = null } = {}) {
  const input = make("input", { type: "text", class: "field wide", maxlength: longest, autocomplete: "off" });
  input.value = value;
  return {
    name, input, el: make("label", { class: "labelled" }, make("span", {}, label), input),
    value: () => input.value.trim(), focus: () => input.focus(),
    lacks: () => (lack && (!input.value.trim() || (pattern && !pattern.test(input.value.trim()))) ? lack : ""),
  };
}

/** One of the pages, found by any words of its title, name or address; `pages()` answers [{ name, title, address }]. */
function pageField(name, label, pages, { value = "", lack = "Choose a page.", but = "", picked = () => {} } = {}) {
  const id = `wb-page-${(pageFields += 1)}`;
  let chosen = value, offered = [], at = -1, leaving = 0;
  const list = make("div", { role: "listbox", id, class: "offered", "aria-label": label, hidden: true });
  const input = make("input", {
    type: "text", class: "field wide", role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", autocomplete: "off", placeholder: "Title, name or address",
    oninput: () => { chosen = ""; offer(); }, onblur: () => { leaving = setTimeout(close, 150); }, onfocus: () => { clearTimeout(leaving); input.select(); },
  });
  const titled = (one) => pages().find((page) => page.name === one)?.title || one;
  input.value = chosen ? titled(chosen) : "";

  function offer() {
    const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    offered = [];
    for (const page of pages()) {
      const text = `${page.title} ${page.name} ${page.address}`.toLowerCase();
      if (page.name !== but && words.every((word) => text.includes(word)) && offered.push(page) >= FIELD_OFFERED) break;
    }
    at = offered.length ? 0 : -1;
    paint();
  }

  function paint() {
    list.replaceChildren(...offered.map((page, index) => make("div", {
      role: "option", id: `${id}-${index}`, class: "offer", "aria-selected": String(index === at), onmousedown: (event) => { event.preventDefault(); take(index); },
    }, say("b", "clip", page.title), say("small", "clip", page.address || page.name))));
    if (!offered.length) list.append(make("p", { class: "muted offer" }, "No page fits."));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (at >= 0) input.setAttribute("aria-activedescendant", `${id}-${at}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function take(index) {
    if (!offered[index]) return;
    chosen = offered[index].name;
    input.value = offered[index].title;
    close();
    picked(chosen);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (list.hidden) offer();
      else if (offered.length) { at = (at + step + offered.length) % offered.length; paint(); }
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation(); // the choice is made; the dialog stays
      take(at);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });

  return {
    name, input, el: make("div", { class: "labelled paged" }, make("label", { class: "labelled" }, make("span", {}, label), input), list),
    value: () => chosen, focus: () => input.focus(), lacks: () => (lack && !chosen ? lack : ""),
    set(one) { chosen = one; input.value = one ? titled(one) : ""; close(); },
  };
}

/** A page that repeats what is complained of: what differs there stands first. */
function repeatLine(one) {
  return make("li", {}, say("b", "", one.title || one.article), one.address ? say("small", "muted", ` ${one.address}`) : null,
    say("q", "", one.text),
    make("small", { class: "row wrap" }, one.differs ? sev("warning", `Differs: ${one.differs}`, "iso") : make("span", { class: "muted" }, one.how === "the same claim" ? "The same claim" : one.how === "a claim much like it" ? "A claim much like it" : one.how === "these words in a claim" ? "These words in a claim" : "These words in its text")));
}
