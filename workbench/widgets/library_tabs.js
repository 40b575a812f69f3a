// The tabs of the place of claims; the claim tables are another widget of the same page, and show them too.

const CLAIM_TABS = [["library", "Library"], ["consistency", "Consistency"], ["sources", "Sources"], ["tables", "Tables"]];

/** `here` is the tab that is open, `numbers` what stands behind names (null = nothing), `go` is given the tab chosen. */
function claimTabs(here, go, numbers = {}) {
  const tabs = CLAIM_TABS.map(([name, words], at) => {
    const n = numbers[name], count = make("b", {}, n === undefined || n === null ? "" : grouped(n));
    return make("button", {
      type: "button", role: "tab", "aria-selected": String(name === here), tabindex: name === here ? 0 : -1, "data-tab": name,
      "aria-keyshortcuts": String(at + 1), onclick: () => go(name),
    }, words, count);
  });
  const list = make("div", { class: "ctabs", role: "tablist", "aria-label": "Claims" }, tabs);
  list.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement), step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    event.stopPropagation();
    tabs[(at + step + tabs.length) % tabs.length].focus();
  });
  return {
    el: list,
    count(name, n) {
      const node = list.querySelector(`[data-tab="${name}"] b`);
      if (node) node.textContent = n === null || n === undefined ? "" : grouped(n);
    },
    choose(name) {
      tabs.forEach((tab) => {
        tab.setAttribute("aria-selected", String(tab.dataset.tab === name));
        tab.tabIndex = tab.dataset.tab === name ? 0 : -1;
      });
    },
  };
}

/** Keys 1 to 4 for the tabs, for `listen`. */
const tabKeys = (go) => Object.fromEntries(CLAIM_TABS.map(([name], at) => [at + 1, () => go(name)]));

/** Another tab of the same page than the tables; what is not saved there waits. */
function leaveTables(model, take) {
  return (tab) => {
    if (tab === "tables") return;
    take();
    history.replaceState(null, "", `#${tab}`);
    model.send({ type: "go", tab });
  };
}
