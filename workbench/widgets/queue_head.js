// Around the rows of the queue: views, the head with its menus, sections, and what stands where there is no row.

const HEADS = [["Risk", ""], ["Article and the main reason", ""], ["To decide", ""], ["State", ""], ["Waiting", "num"]];

function queueSide({ VIEWS, rows, boxes, ready, choose, chosen }) {
  const tabs = VIEWS.map(([name, test], index) => make("button", { type: "button", onclick: () => { el.classList.remove("open"); choose(index); }, "aria-keyshortcuts": String(index + 1) }, name, ready ? make("b", {}, rows.filter(test).length.toLocaleString("en")) : null));
  const el = make("nav", { class: "views", "aria-label": "Queue views", id: "wb-queue-views" }, make("h2", {}, "Views"), make("ul", {}, tabs.map((tab) => make("li", {}, tab))), boxes.el);
  return { el, mark: () => tabs.forEach((tab, at) => (at === chosen() ? tab.setAttribute("aria-current", "true") : tab.removeAttribute("aria-current"))) };
}

function queueHead({ VIEWS, ORDERS, rows, boxes, choice, waits, queue, ready, only, choose, look, fillRows, undo, side, toRows }) {
  const title = make("h1"), lead = make("p"), left = make("p", { class: "left-out", hidden: true });
  const find = make("input", { type: "search", class: "field find", "aria-label": "Find an article or claim", placeholder: "Find an article or claim", maxlength: 200, oninput: look });
  find.value = choice.find;
  find.addEventListener("keydown", (event) => {
    if (!["Enter", "ArrowDown"].includes(event.key) || event.isComposing) return;
    event.preventDefault();
    toRows(); // what was found is chosen from there; the words stay
  });
  const order = make("select", { class: "btn order", "aria-label": "Order", onchange: () => { choice.order = order.value; fillRows(); } }, Object.keys(ORDERS).map((name) => make("option", { value: name }, name)));
  order.value = choice.order;
  const menu = make("select", { class: "btn only-folded", "aria-label": "View", onchange: () => choose(Number(menu.value)) }, VIEWS.map(([name, test], index) => make("option", { value: index }, ready ? `${name} · ${grouped(rows.filter(test).length)}` : name)));
  const fold = button("Findings ▾", unfold, { className: "only-folded", "aria-expanded": "false", "aria-controls": "wb-queue-views" });
  fold.hidden = !boxes.el;
  const undoing = button("Undo", undo, { keyName: "U", className: "quiet small", hidden: !choice.done.length });
  const el = make("div", { class: "qh" }, make("div", { class: "grow" }, title, lead, left, only ? say("p", "barred", only) : null), menu, fold, make("label", { class: "finder" }, find, cap("/")), order);

  function unfold() {
    const open = side.el.classList.toggle("open");
    fold.setAttribute("aria-expanded", String(open));
    if (open) side.el.querySelector(".boxes input")?.focus();
  }

  const mine = rows.filter(waits), n = mine.length, writing = rows.filter(VIEWS[1][1]).length;

  function tell() {
    title.textContent = n ? `${NUMBERS[n] || n.toLocaleString("en")} ${n === 1 ? "article needs" : "articles need"} you` : "Nothing needs you";
    const away = `${counted(writing, "article")} ${writing === 1 ? "is" : "are"} with writers.`;
    lead.textContent = n ? aboutMine(mine, queue.pace) : !rows.length ? "No articles yet. Put files in articles/ and read the queue again." : writing ? away : `${counted(rows.length, "article")} ${rows.length === 1 ? "is" : "are"} in the queue.`;
    const gone = boxes.narrowed ? boxes.hidden() : 0;
    left.hidden = !gone;
    left.replaceChildren(...(gone ? [`${counted(gone, "finding")} ${gone === 1 ? "is" : "are"} left out by the boxes. `, button("Count all", () => { boxes.all(); fillRows(); find.focus(); }, { className: "quiet small" })] : []));
  }

  return {
    el, title, find, menu, fold, undo: undoing, tell,
    nothing(refresh, showAll) {
      if (choice.find || boxes.narrowed) return notice("No article fits.", choice.find ? "Claims are looked through from three letters on." : "", { actions: [button("Show all", showAll)] });
      return notice(VIEWS[choice.view][2], "", { actions: [button("Read the queue again", refresh)] });
    },
  };
}

// What needs somebody else stays in sight below, so that nothing seems lost; what was put off is counted.
function notYours(fits, { me, as_of, of }) {
  const off = fits.filter((row) => turn(row, me) && putOff(row, as_of)), rest = fits.filter((row) => !turn(row, me));
  const later = off.length ? `${off.length} put off until later, in All articles` : "";
  const words = [rest.length ? `shown so that nothing is lost · ${rest.length} of ${of}` : "", later].filter(Boolean).join(" · ");
  return words ? [{ section: "Not yours now", words }, ...rest.map((row) => ({ row }))] : [];
}

/** Expired pages under the fact that changed, or the day that passed; what touches most pages first. */
function byGroup(mine) {
  const groups = new Map();
  for (const row of mine) groups.set(row.group || "Expired", [...(groups.get(row.group || "Expired") || []), row]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length).flatMap(([name, some]) => [{ section: name, words: counted(some.length, "article") }, ...some.map((row) => ({ row }))]);
}

function queueSection({ section: name, words }) {
  return make("div", { class: "section", role: "row" }, make("div", { role: "rowheader", "aria-colspan": HEADS.length }, say("b", "", name), make("span", {}, words)));
}

function unreadNote(unread) {
  return make("div", { class: "unread", role: "note", tabindex: 0, "aria-label": "Articles that could not be read" }, make("h3", {}, `${counted(unread.length, "article")} could not be read`),
    make("ul", {}, unread.map((item) => make("li", {}, say("b", "mono", item.path), " ", say("span", "", item.message)))));
}
