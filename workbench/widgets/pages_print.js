// On paper a screen is as long as it is; a host's page is as high as its window, and would cut it after the first sheet.

const ON_PAPER = { position: "static", height: "auto", "max-height": "none", "min-height": "0", overflow: "visible", contain: "none", display: "block" };

/** Lets everything around `root` grow; answers with a function that puts it back. */
function openedForPrint(root) {
  const before = [];
  for (let node = root.parentElement; node; node = node.parentElement) {
    before.push([node, node.getAttribute("style")]);
    for (const [name, value] of Object.entries(ON_PAPER)) node.style.setProperty(name, value, "important");
  }
  return () => {
    for (const [node, style] of before) {
      if (style === null) node.removeAttribute("style");
      else node.style.cssText = style; // an attribute that comes as text would need a policy of its own
    }
  };
}
