// Sections of the text fold under their headings; one tab stop, on the section that was jumped to last.

/** `blocks` are the drawn blocks beside `article.blocks`; answers { unfold(node), at(node), all(folded), folded() }. */
function sectionFolds(view, el, blocks) {
  const folds = []; // { heading, button, inside }
  view.article.blocks.forEach((block, index) => {
    if (block.kind !== "heading") return;
    let end = index + 1;
    while (end < blocks.length && !(view.article.blocks[end].kind === "heading" && view.article.blocks[end].level <= block.level)) end += 1;
    const inside = blocks.slice(index + 1, end);
    if (!inside.length) return;
    const heading = blocks[index], title = block.segments.map((part) => part.text).join("");
    const fold = { heading, inside, folded: false };
    fold.button = make("button", { type: "button", class: "fold", tabindex: -1, "aria-expanded": "true", "aria-label": `Section: ${title}`, onclick: () => set(fold, !fold.folded) });
    fold.count = make("span", { class: "within", hidden: true });
    heading.before(fold.button);
    heading.append(fold.count);
    folds.push(fold);
  });
  if (folds.length) folds[0].button.tabIndex = 0;

  function set(fold, folded) {
    fold.folded = folded;
    fold.button.setAttribute("aria-expanded", String(!folded));
    const within = fold.inside.reduce((sum, node) => sum + node.querySelectorAll(".ref:not([hidden])").length, 0);
    fold.count.textContent = within ? ` · ${counted(within, "finding")}` : "";
    fold.count.hidden = !folded || !within;
    paint();
  }

  function paint() {
    const gone = new Set(folds.filter((one) => one.folded).flatMap((one) => one.inside));
    for (const node of blocks) node.hidden = gone.has(node);
    for (const one of folds) one.button.hidden = one.heading.hidden;
  }

  return {
    get some() { return folds.length > 1; },
    /** Opens whatever this block is folded into. */
    unfold(node) {
      if (!node?.hidden) return;
      for (const one of folds) if (one.folded && one.inside.includes(node)) set(one, false);
    },
    /** The section of this heading is where Tab comes to. */
    at(node) {
      for (const one of folds) one.button.tabIndex = one.heading === node ? 0 : -1;
    },
    all(folded) { folds.forEach((one) => set(one, folded)); },
    folded: () => folds.length > 0 && folds.every((one) => one.folded),
  };
}
