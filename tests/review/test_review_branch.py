"""A commit to a branch that leaves everything else as it is; see `test_review_merges` for what git makes of two."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workbench import decisions
from workbench.review import branch, plumbing

PATH = decisions.NAME


@pytest.fixture(autouse=True)
def nobody_configured(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No user's git settings, and no caller's variables."""
    home = tmp_path_factory.mktemp("home")
    for key in [key for key in os.environ if key.startswith("GIT_")]:
        monkeypatch.delenv(key)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(root: Path, *words: str, fails: bool = False) -> str:
    user = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    done = subprocess.run(["git", *user, *words], cwd=root, capture_output=True, check=False)
    assert fails or done.returncode == 0, done.stderr
    return done.stdout.decode().removesuffix("\n")


def repository(root: Path, commit: bool = True) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "-b", "main")
    if commit:
        (root / "articles").mkdir()
        (root / "articles/drops.md").write_text("# Drops\n", encoding="utf-8")
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", "Begin")
    return root


def publish(root: Path, data: bytes = b"one\n", name: str = "decisions", author: str = "mara") -> str:
    return branch.publish(root, name, PATH, data, branch.told("drops", "approved", author), author)


def on(root: Path, name: str = "decisions", path: str = PATH) -> str:
    return git(root, "show", f"{name}:{path}")


def test_the_file_is_read_from_the_branch_to_the_byte(tmp_path: Path) -> None:
    root = repository(tmp_path)
    assert branch.read(root, "decisions", PATH) is None
    publish(root, b"one\r\n\n")
    assert branch.read(root, "decisions", PATH) == b"one\r\n\n"
    assert branch.read(root, "decisions", "claims/other.csv") is None
    assert branch.read(root, "main", PATH) is None


def everything(root: Path) -> dict[str, tuple[bytes, int]]:
    """Every byte that a person works with: files, index, HEAD; objects, the branch and its log apart."""
    apart = ("objects", "refs/heads/decisions", "logs/refs/heads/decisions")
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    inside = {path.relative_to(root).as_posix(): path for path in files}
    kept = {name: path for name, path in inside.items() if not any(f".git/{part}" in name for part in apart)}
    return {name: (path.read_bytes(), path.stat().st_mtime_ns) for name, path in kept.items()}


def test_an_absent_branch_begins_at_head_and_nothing_else_changes(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / "articles/drops.md").write_text("# Edited\n", encoding="utf-8")
    (root / "new.md").write_text("# Staged\n", encoding="utf-8")
    git(root, "add", "new.md")
    before, head = everything(root), git(root, "rev-parse", "HEAD")
    commit = publish(root)
    assert everything(root) == before
    assert git(root, "rev-parse", "decisions", "decisions~1").split() == [commit, head]
    assert on(root) == "one"
    assert git(root, "show", "--name-status", "--format=", "decisions") == f"A\t{PATH}"
    assert git(root, "fsck", "--strict", "--no-dangling") == ""


def test_the_next_commit_stands_on_the_branch_and_keeps_its_other_files(tmp_path: Path) -> None:
    root = repository(tmp_path)
    first = publish(root)
    git(root, "commit", "-q", "--allow-empty", "-m", "Main goes on")
    second = publish(root, b"two\n")
    assert git(root, "rev-parse", f"{second}~1") == first
    assert git(root, "ls-tree", "-r", "--name-only", "decisions").split() == ["articles/drops.md", PATH]
    assert not (root / "claims").exists()


def test_the_same_bytes_make_no_commit(tmp_path: Path) -> None:
    root = repository(tmp_path)
    assert publish(root)
    before = git(root, "rev-parse", "decisions")
    assert publish(root) == ""
    assert git(root, "rev-parse", "decisions") == before


def test_a_new_branch_with_the_bytes_that_head_has_stands_at_head(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / "claims").mkdir()
    (root / PATH).write_bytes(b"one\n")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Decisions")
    assert publish(root) == ""
    assert git(root, "rev-parse", "decisions") == git(root, "rev-parse", "HEAD")


def test_an_empty_repository_gets_a_first_commit(tmp_path: Path) -> None:
    root = repository(tmp_path, commit=False)
    commit = publish(root)
    assert git(root, "rev-list", "decisions") == commit
    assert git(root, "ls-tree", "-r", "--name-only", "decisions") == PATH
    assert git(root, "symbolic-ref", "HEAD") == "refs/heads/main"


def test_a_repository_with_the_longer_names(tmp_path: Path) -> None:
    root = repository(tmp_path, commit=False)
    shutil.rmtree(root / ".git")
    git(root, "init", "-q", "-b", "main", "--object-format=sha256")
    assert len(publish(root)) == 64
    assert publish(root, b"two\n") == git(root, "rev-parse", "decisions")


def test_a_root_below_the_top_is_committed_where_it_lies(tmp_path: Path) -> None:
    root = repository(tmp_path) / "desks/Ärzte, «neu»"
    root.mkdir(parents=True)
    publish(root)
    assert on(tmp_path, path=f"desks/Ärzte, «neu»/{PATH}") == "one"


def test_in_a_linked_worktree_of_a_bare_repository(tmp_path: Path) -> None:
    repository(tmp_path / "origin")
    git(tmp_path, "clone", "-q", "--bare", "origin", "bare.git")
    git(tmp_path / "bare.git", "worktree", "add", "-q", str(tmp_path / "desk"), "main")
    publish(tmp_path / "desk")
    assert on(tmp_path / "bare.git") == "one"


@pytest.mark.parametrize("commit", [True, False])
def test_the_branch_that_is_checked_out_is_refused_with_the_remedy(tmp_path: Path, commit: bool) -> None:
    root = repository(tmp_path, commit)
    before = everything(root)
    with pytest.raises(branch.NotPublished, match=r"“main” is checked out in .*configure a branch that nobody works"):
        publish(root, name="main")
    assert everything(root) == before


def test_checked_out_in_another_worktree_is_refused_too(tmp_path: Path) -> None:
    root = repository(tmp_path / "root")
    publish(root)
    git(root, "worktree", "add", "-q", str(tmp_path / "other"), "decisions")
    with pytest.raises(branch.NotPublished, match=r"checked out in .*other and"):
        publish(root, b"two\n")
    git(root, "worktree", "remove", str(tmp_path / "other"))
    assert publish(root, b"two\n")  # near miss: it was, and is no more


def test_a_name_that_is_a_second_name_of_the_checked_out_branch_is_refused(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "symbolic-ref", "refs/heads/decisions", "refs/heads/main")
    with pytest.raises(branch.NotPublished, match="only stands for another branch"):
        publish(root)
    assert git(root, "status", "--short") == ""


@pytest.mark.parametrize("name", ["", "-f", "HEAD", "refs/heads/x", "a..b", "a b", "x.lock", "a\nb", "@{-1}", "a\x00b"])
def test_what_is_no_name_of_a_branch_is_refused(tmp_path: Path, name: str) -> None:
    root = repository(tmp_path)
    git(root, "checkout", "-q", "-b", "earlier")
    git(root, "checkout", "-q", "main")
    with pytest.raises(branch.NotPublished, match="no name of a branch"):
        publish(root, name=name)
    assert git(root, "for-each-ref", "--format=%(refname)").split() == ["refs/heads/earlier", "refs/heads/main"]


@pytest.mark.parametrize("name", ["decisions", "news/decisions", "entscheidungen-ä", "main2"])
def test_any_other_name_is_taken(tmp_path: Path, name: str) -> None:
    root = repository(tmp_path)
    assert publish(root, name=name) == git(root, "rev-parse", name)


def test_a_person_signs_by_id_with_an_address_that_leads_nowhere(tmp_path: Path) -> None:
    root = repository(tmp_path)
    publish(root, author="mara")
    assert git(root, "show", "-s", "--format=%an <%ae> %cn <%ce>|%B", "decisions").strip() == (
        "mara <mara@newsroom.invalid> mara <mara@newsroom.invalid>|drops: approved, by mara"
    )


@pytest.mark.parametrize("settings", [{"user.name": "Desk", "user.email": "desk@example.org"}, {"user.name": "Desk"}])
def test_gits_own_user_signs_where_one_is_configured_whole(tmp_path: Path, settings: dict[str, str]) -> None:
    root = repository(tmp_path)
    for key, value in settings.items():
        git(root, "config", key, value)
    publish(root)
    whole = "user.email" in settings
    assert git(root, "show", "-s", "--format=%an %ae", "decisions") == (
        "Desk desk@example.org" if whole else "mara mara@newsroom.invalid"
    )


@pytest.mark.parametrize(
    ("article", "author"), [("a\nb\x00c\r\n\nGit-Note: x", "m<a>\nra"), ("‮gpj", ""), ("x" * 500, "ß"), ("", "\x00")]
)
def test_words_from_outside_stay_one_line_of_the_message(tmp_path: Path, article: str, author: str) -> None:
    root = repository(tmp_path)
    branch.publish(root, "decisions", PATH, b"one\n", branch.told(article, "approved", author), author)
    raw = git(root, "cat-file", "commit", "decisions")
    head, _, body = raw.partition("\n\n")
    assert len(head.splitlines()) == 4
    assert "\n" not in body.strip()
    assert "@newsroom.invalid>" in head


def test_the_callers_variables_and_hooks_count_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, other = repository(tmp_path / "root"), repository(tmp_path / "other")
    for name in ("reference-transaction", "post-commit", "pre-commit", "post-index-change"):
        hook = root / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text('#!/bin/sh\ntouch "$(dirname "$0")/ran"\nexit 1\n', encoding="utf-8")
        hook.chmod(0o755)
    git(root, "config", "commit.gpgSign", "true")
    git(root, "config", "gpg.program", "false")
    before = everything(other)
    for key, value in {
        "GIT_DIR": str(other / ".git"), "GIT_INDEX_FILE": str(other / ".git/index"), "GIT_AUTHOR_NAME": "Full Name",
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "Full Name",
        "GIT_TRACE": str(tmp_path / "trace"),
    }.items():  # fmt: skip
        monkeypatch.setenv(key, value)
    publish(root)
    for key in [key for key in os.environ if key.startswith("GIT_")]:
        monkeypatch.delenv(key)
    assert everything(other) == before
    assert git(root, "show", "-s", "--format=%an", "decisions") == "mara"
    assert not (root / ".git/hooks/ran").exists()
    assert not (tmp_path / "trace").exists()


def test_no_filter_and_no_line_end_setting_changes_a_byte(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "config", "core.autocrlf", "true")
    git(root, "config", "filter.up.clean", "tr a-z A-Z")
    (root / ".gitattributes").write_text("*.csv filter=up text eol=crlf\n", encoding="utf-8")
    (root / ".gitignore").write_text("claims/\n", encoding="utf-8")
    data = "one\nzwei, ä\r\nthree".encode()
    publish(root, data)
    shown = ["git", "cat-file", "blob", f"decisions:{PATH}"]
    assert subprocess.run(shown, cwd=root, capture_output=True, check=True).stdout == data


def meddling(monkeypatch: pytest.MonkeyPatch, act: Callable[[int], None]) -> None:
    """Something else happens each time just before the branch is moved."""
    ask, tries = plumbing.Git.ask, iter(range(1000))

    def meddled(self: plumbing.Git, *words: str, **named: object) -> str:
        if words[0] == "update-ref":
            act(next(tries))
        return ask(self, *words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(plumbing.Git, "ask", meddled)


@pytest.mark.parametrize("there", [True, False])
def test_a_branch_that_moved_meanwhile_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    root = repository(tmp_path)
    if there:
        publish(root, b"zero\n")
    theirs = git(root, "commit-tree", "-p", "HEAD", "-m", "Theirs", "HEAD^{tree}")

    def move(number: int) -> None:
        if number == 0:
            git(root, "update-ref", "refs/heads/decisions", theirs)

    meddling(monkeypatch, move)
    publish(root)
    assert git(root, "rev-parse", "decisions~1") == theirs
    assert on(root) == "one"


def test_a_branch_that_always_moves_is_given_up_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path)
    monkeypatch.setattr(branch, "_TRIES", 3)

    def move(number: int) -> None:
        new = git(root, "commit-tree", "-p", "HEAD", "-m", str(number), "HEAD^{tree}")
        git(root, "update-ref", "refs/heads/decisions", new)

    meddling(monkeypatch, move)
    with pytest.raises(branch.NotPublished, match=r"changed by others all the time.*decisions are safe"):
        publish(root)
    assert git(root, "log", "-1", "--format=%s", "decisions") == "2"


def test_a_lock_that_goes_away_is_waited_for(tmp_path: Path) -> None:
    root = repository(tmp_path)
    publish(root)
    lock = root / ".git/refs/heads/decisions.lock"
    lock.write_bytes(b"")
    later = threading.Timer(0.4, lock.unlink)
    later.start()
    publish(root, b"two\n")
    later.join()
    assert on(root) == "two"


def test_a_lock_that_stays_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path)
    publish(root)
    monkeypatch.setattr(branch, "_TRIES", 3)
    (root / ".git/refs/heads/decisions.lock").write_bytes(b"")
    with pytest.raises(branch.NotPublished, match=r"refs/heads/decisions\.lock.*delete that file"):
        publish(root, b"two\n")
    assert on(root) == "one"


def test_many_at_once_lose_no_commit(tmp_path: Path) -> None:
    root = repository(tmp_path)
    problems: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(3):
                publish(root, f"{number} {turn}\n".encode())
        except BaseException as error:
            problems.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert int(git(root, "rev-list", "--count", "main..decisions")) == 12
    assert git(root, "fsck", "--strict", "--no-dangling") == ""


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(branch.NotPublished, match="git is not installed here; install it"):
        publish(tmp_path)


def test_a_git_that_cannot_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path)
    (tmp_path / "git").write_bytes(b"\x7fELFbroken")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(branch.NotPublished, match="git cannot be started"):
        publish(tmp_path)


def test_without_a_repository(tmp_path: Path) -> None:
    with pytest.raises(branch.NotPublished, match=r"lies in no git repository; make one with “git init”.*safe"):
        publish(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", [".git", "bare.git"])
def test_where_there_are_no_working_files(tmp_path: Path, place: str) -> None:
    repository(tmp_path)
    git(tmp_path, "init", "-q", "--bare", "bare.git")
    with pytest.raises(branch.NotPublished, match="without working files; make a clone"):
        publish(tmp_path / place)


@pytest.mark.parametrize(("there", "wanted"), [("news", "news/decisions"), ("news/decisions", "news")])
def test_a_name_behind_which_other_branches_stand(tmp_path: Path, there: str, wanted: str) -> None:
    root = repository(tmp_path)
    publish(root, name=there)
    with pytest.raises(branch.NotPublished, match="configure another name"):
        publish(root, name=wanted)


def test_a_file_in_the_place_of_the_folder_is_not_thrown_away(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / "claims").write_text("A page.\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "A file")
    with pytest.raises(branch.NotPublished, match="git update-index failed"):
        publish(root)
    assert git(root, "branch", "--list", "decisions") == ""


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A repository that this process, even as root, will not write: see `as_nobody`."""
    root = Path(tempfile.mkdtemp(prefix="workbench-"))
    repository(root)
    for path in (root, *root.rglob("*")):
        path.chmod((stat.S_IMODE(path.stat().st_mode) | 0o555) & 0o555)
        if os.geteuid() == 0:
            os.chown(path, 65534, 65534)
    yield root
    for path in (root, *root.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(root)


def as_nobody(act: Callable[[], str]) -> str:
    """What it returns, done by a user without rights; root becomes one in a process of its own."""
    told, telling = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            os.environ["HOME"] = "/"
            os.environ.pop("XDG_CONFIG_HOME")
            os.write(telling, act().encode())
        finally:
            os._exit(0)
    os.close(telling)
    with os.fdopen(told, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def message(root: Path) -> str:
    try:
        return publish(root)
    except branch.NotPublished as error:
        return str(error)


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_a_repository_that_may_not_be_written(unwritable: Path) -> None:
    assert as_nobody(lambda: message(unwritable)) == (
        f"the repository at {unwritable} may not be written; check the rights of its .git folder. Nothing was"
        " committed; the decisions are safe in the queue, and the next commit holds them too."
    )


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_repository_of_somebody_else(unwritable: Path) -> None:
    for path in (unwritable, *unwritable.rglob("*")):
        os.chown(path, 0, 0)
    assert "does not trust the repository" in as_nobody(lambda: message(unwritable))


def test_a_git_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path)
    slow = tmp_path / "bin/git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\ntrap 'touch \"$0.told\"; exit 1' TERM\nwhile :; do /bin/sleep 0.05; done\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(plumbing, "_PATIENCE", 0.3)
    begin = time.monotonic()
    with pytest.raises(branch.NotPublished, match="git rev-parse did not end within"):
        publish(tmp_path)
    assert time.monotonic() - begin < 5
    assert (tmp_path / "bin/git.told").exists()  # asked to end, so that it puts its locks away
