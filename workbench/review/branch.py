"""A file committed to a branch of the newsroom's git repository, while everything that people see stays as it is.

CI and colleagues read decisions from there. Only git's plumbing is used: the bytes become an object, a temporary index
makes the tree, and the branch moves in one step if nobody else moved it. Working files, index, HEAD and stash are not
touched, and no hook, filter or signature runs. Nothing is pushed; whoever runs the repository decides that.

Two branches with decisions about different findings merge as they are, for the file has one sorted line a decision.
Where neighbouring lines changed on both sides, git asks: keep both sides' lines, except one that a side took out.
**Never set `merge=union` for this file.** It answers that question by keeping every line, and so brings back a
decision that one side has taken back: a harmful sentence would be closed by nobody. A test shows it happen.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.errors import WorkbenchError
from workbench.review.plumbing import Failed, Git

_HEADS = "refs/heads/"
_TRIES = 25  # another process may be at it; with the pauses that is some four seconds
_LONGEST = 200  # characters of a message
_SAFE = "Nothing was committed; the decisions are safe in the queue, and the next commit holds them too."


class NotPublished(WorkbenchError):
    """The file could not be committed to the branch; the message says why, and what whoever runs it can do."""

    exit_code = 3

    def __init__(self, problem: str) -> None:
        super().__init__(f"{problem}. {_SAFE}")


def publish(root: Path, branch: str, path: str, data: bytes, message: str, author: str) -> str:
    """Commit one file to a local branch, on top of what the branch has.

    A branch that is not there begins at HEAD, or with this commit where the repository has none yet.

    Args:
        root: the newsroom's root; it may lie anywhere below the top of the repository.
        branch: its short name, like "decisions".
        path: the file below the root, with "/".
        data: its bytes.
        message: what happened, as `told` says it.
        author: the id of the person who did it; git's own user signs instead, where one is configured.

    Returns:
        The commit's name; "" where the branch has these bytes already, and no commit was made.

    Raises:
        NotPublished: no git or no repository here, the branch is checked out, or it cannot be written.
    """
    try:
        git = Git(root)
        ref = _ref(git, branch)
        place, signed = git.below_top(path), _signed(git, author)
        blob = git.ask("hash-object", "-w", "--stdin", given=data)
        for number in range(_TRIES):
            time.sleep(min(0.02 * number, 0.2))
            _refuse_checked_out(git, ref, branch)
            old = git.found(f"{ref}^{{commit}}")
            parent = old or git.found("HEAD^{commit}")
            same = bool(parent) and git.found(f"{parent}:{place}") == blob
            if same and old:
                return ""
            new = parent if same else _commit(git, parent, place, blob, _line(message), signed)
            if _moved(git, ref, new, old):
                return "" if same else new
    except Failed as failed:
        raise NotPublished(str(failed)) from failed
    raise NotPublished(
        f"the branch “{branch}” is being changed by others all the time, or an interrupted git left"
        f" {ref}.lock in the repository; if no git is running, whoever runs it can delete that file"
    )


def read(root: Path, branch: str, path: str) -> bytes | None:
    """The bytes of a file on the branch; None where there is no such branch or file. Raises `NotPublished`."""
    try:
        git = Git(root)
        name = f"{_ref(git, branch)}:{git.below_top(path)}"
        return git.bytes_of("cat-file", "blob", name) if git.found(name) else None
    except Failed as failed:
        raise NotPublished(str(failed)) from failed


def told(article: str, what: str, by: str) -> str:
    """The message of a commit: "drops: changes asked, by mara"; people are named by their ids only."""
    return f"{article}: {what}, by {by}"


def _ref(git: Git, branch: str) -> str:
    ref = f"{_HEADS}{branch}"
    proper = branch.isprintable() and branch != "HEAD" and not branch.startswith(("-", "refs/"))
    if not proper or git.try_("check-ref-format", ref) is None:
        raise NotPublished(f"“{branch}” is no name of a branch; write a short one, like “decisions”")
    if git.try_("symbolic-ref", "-q", ref):
        raise NotPublished(f"“{branch}” only stands for another branch; name that one, or a new one")
    return ref


def _refuse_checked_out(git: Git, ref: str, branch: str) -> None:
    """Moved under a working tree, the branch would make every file there look changed by hand."""
    place = ""
    for line in git.ask("worktree", "list", "--porcelain").splitlines():
        word, _, rest = line.partition(" ")
        place = rest if word == "worktree" else place
        if (word, rest) == ("branch", ref):
            raise NotPublished(
                f"“{branch}” is checked out in {place} and must not move under the files there; switch that to another"
                " branch, or configure a branch that nobody works on"
            )


def _commit(git: Git, parent: str, place: str, blob: str, message: str, signed: dict[str, str]) -> str:
    with TemporaryDirectory(prefix="workbench-") as folder:
        aside = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        if parent:
            git.ask("read-tree", parent, more=aside)
        git.ask("update-index", "--add", "--cacheinfo", f"100644,{blob},{place}", more=aside)
        tree = git.ask("write-tree", "--missing-ok", more=aside)  # a partial clone need not fetch the other files
    parents = ("-p", parent) if parent else ()
    return git.ask("commit-tree", tree, *parents, given=message.encode("utf-8", "replace"), more=signed)


def _moved(git: Git, ref: str, new: str, old: str) -> bool:
    """Whether the branch now is at `new`; not, if it is not at `old` any more, or another process holds it."""
    try:
        git.ask("update-ref", "-m", "workbench: decisions", ref, new, old)
    except Failed as failed:
        if git.found(f"{ref}^{{commit}}") == old and not failed.locked:
            raise
        return False
    return True


def _signed(git: Git, author: str) -> dict[str, str]:
    own = git.try_("config", "--get-regexp", r"^user\.(name|email)$") or ""
    if {line.partition(" ")[0] for line in own.splitlines()} == {"user.name", "user.email"}:
        return {}
    name = re.sub(r"[^\w.-]+", "-", author, flags=re.ASCII).strip(".-") or "somebody"
    address = f"{name}@newsroom.invalid"
    return {f"GIT_{role}_{key}": word for role in ("AUTHOR", "COMMITTER")
            for key, word in (("NAME", name), ("EMAIL", address))}  # fmt: skip


def _line(message: str) -> str:
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in message).split())
    return (words or "Decisions")[:_LONGEST]
