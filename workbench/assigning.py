"""The best way to pair two lists when some pairs fit better than others, each thing used once.

Choosing the best pair first can leave somebody without a partner who had one; pairs that compete are therefore settled
together.
"""

from __future__ import annotations

from collections.abc import Mapping

_TOGETHER = 80  # things on a side that are settled together; more than that are taken best pair first

Pairs = Mapping[tuple[int, int], float]


def assign(pairs: Pairs) -> dict[int, int]:
    """Left → right, so that the sum of what the pairs are worth is greatest; the same pairs give the same answer.

    Args:
        pairs: (left, right) → worth, above 0. A pair that is not there is not possible.
    """
    found: dict[int, int] = {}
    for lefts, rights in _groups(pairs):
        small = max(len(lefts), len(rights)) <= _TOGETHER
        found.update(_best(lefts, rights, pairs) if small else _greedy(lefts, pairs))
    return found


def _groups(pairs: Pairs) -> list[tuple[list[int], list[int]]]:
    """Lefts and rights that hang together through possible pairs."""
    rights_of: dict[int, list[int]] = {}
    lefts_of: dict[int, list[int]] = {}
    for left, right in pairs:
        rights_of.setdefault(left, []).append(right)
        lefts_of.setdefault(right, []).append(left)
    seen: set[int] = set()
    groups = []
    for first in sorted(rights_of):
        if first in seen:
            continue
        seen.add(first)
        lefts, rights, waiting = [first], set[int](), [first]
        while waiting:
            for right in rights_of[waiting.pop()]:
                if right not in rights:
                    rights.add(right)
                    new = [left for left in lefts_of[right] if left not in seen]
                    seen.update(new)
                    lefts += new
                    waiting += new
        groups.append((sorted(lefts), sorted(rights)))
    return groups


def _greedy(lefts: list[int], pairs: Pairs) -> dict[int, int]:
    here = set(lefts)
    found: dict[int, int] = {}
    used: set[int] = set()
    for (left, right), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if left in here and left not in found and right not in used:
            found[left] = right
            used.add(right)
    return found


def _best(lefts: list[int], rights: list[int], pairs: Pairs) -> dict[int, int]:
    """The Hungarian method on a square of costs; a pair that is not possible costs nothing and is dropped after."""
    size = max(len(lefts), len(rights))
    costs = [[0.0] * size for _ in range(size)]
    for row, left in enumerate(lefts):
        for column, right in enumerate(rights):
            costs[row][column] = -pairs.get((left, right), 0.0)
    found = {}
    for column, row in enumerate(_rows_of_columns(costs)):
        if row < len(lefts) and column < len(rights) and (lefts[row], rights[column]) in pairs:
            found[lefts[row]] = rights[column]
    return found


def _rows_of_columns(costs: list[list[float]]) -> list[int]:
    """For each column the row that it is given; after Kuhn and Munkres with potentials, O(n³)."""
    size = len(costs)
    of_row, of_column = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)  # column (from 1) → row (from 1); column 0 is where a search starts
    for row in range(1, size + 1):
        row_of[0] = row
        column, way = 0, [0] * (size + 1)
        least, done = [float("inf")] * (size + 1), [False] * (size + 1)
        while row_of[column]:
            done[column] = True
            here, step, following = row_of[column], float("inf"), 0
            for other in range(1, size + 1):
                if done[other]:
                    continue
                cost = costs[here - 1][other - 1] - of_row[here] - of_column[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(size + 1):
                if done[other]:
                    of_row[row_of[other]] += step
                    of_column[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            row_of[column], column = row_of[way[column]], way[column]
    return [row - 1 for row in row_of[1:]]
