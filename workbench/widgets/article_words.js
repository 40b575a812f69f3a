// Places in the text as the reader sees it: blocks and characters, whatever tags and buttons stand between.

const BESIDE = ".ref, .eyebrow, .within, .fold"; // what stands in the text and is no part of it

/** The text nodes of a drawn block that are its text, in order. */
function seenNodes(block) {
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) => (node.parentElement.closest(BESIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const found = [];
  while (walk.nextNode()) found.push(walk.currentNode);
  return found;
}

/** The place of a boundary point in a block: UTF-16 units of its seen text before it. */
function placeIn(block, container, offset) {
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(container, offset);
  let at = 0;
  for (const node of seenNodes(block)) {
    if (node === container) return at + offset;
    if (before.comparePoint(node, node.length) > 0) return at;
    at += node.length;
  }
  return at;
}

/** Puts a range's ends at two places, [block, units] each. */
function rangeOver(blocks, from, to) {
  const range = document.createRange();
  const end = ([index, units], last) => {
    let left = units;
    const nodes = seenNodes(blocks[index]);
    for (const node of nodes) {
      if (left < node.length || (last && left === node.length)) return [node, left];
      left -= node.length;
    }
    return nodes.length ? [nodes.at(-1), nodes.at(-1).length] : [blocks[index], 0];
  };
  range.setStart(...end(from, false));
  range.setEnd(...end(to, true));
  return range;
}

/** What the person selected in the text, out to whole words; null where it is nothing. Places are [block, units]. */
function selectedPlaces(el, blocks, seen) {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0), first = blocks.findIndex((block) => !block.hidden && range.intersectsNode(block)), last = blocks.findLastIndex((block) => !block.hidden && range.intersectsNode(block));
  if (first < 0 || !el.contains(range.commonAncestorContainer)) return null;
  const from = [first, blocks[first].contains(range.startContainer) ? placeIn(blocks[first], range.startContainer, range.startOffset) : 0];
  const to = [last, blocks[last].contains(range.endContainer) ? placeIn(blocks[last], range.endContainer, range.endOffset) : seen(last).length];
  return wholeWords(from, to, seen);
}

function wholeWords([first, at], [last, to], seen) {
  let start = [first, at], end = [last, to];
  while (start[0] < end[0] && !seen(start[0]).slice(start[1]).trim()) start = [start[0] + 1, 0];
  while (end[0] > start[0] && !seen(end[0]).slice(0, end[1]).trim()) end = [end[0] - 1, seen(end[0] - 1).length];
  const head = seen(start[0]), tail = seen(end[0]);
  while (start[1] < head.length && /\s/.test(head[start[1]])) start[1] += 1;
  while (start[1] > 0 && !/\s/.test(head[start[1] - 1])) start[1] -= 1;
  while (end[1] > 0 && /\s/.test(tail[end[1] - 1])) end[1] -= 1;
  while (end[1] < tail.length && !/\s/.test(tail[end[1]])) end[1] += 1;
  if (start[0] === end[0]) end[1] -= /[.,;:!?]*$/.exec(tail.slice(start[1], end[1]))[0].length;
  return start[0] < end[0] || start[1] < end[1] ? { from: start, to: end } : null;
}

/** UTF-16 units before a place, as the characters that the kernel counts. */
const characters = (text, units) => Array.from(text.slice(0, units)).length;
