"""Real places of many files are those that the system tells of each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench import decisions
from workbench.files import Real
from workbench.widgets.building import building


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles" / "pain").mkdir(parents=True)
    (tmp_path / "articles" / "pain" / "ice.md").write_text("Ice.", encoding="utf-8")
    (tmp_path / "elsewhere.md").write_text("Heat.", encoding="utf-8")
    try:
        (tmp_path / "linked").symlink_to(tmp_path / "articles")
        (tmp_path / "articles" / "heat.md").symlink_to(tmp_path / "elsewhere.md")
        (tmp_path / "articles" / "round.md").symlink_to(tmp_path / "articles" / "round.md")
        (tmp_path / "articles" / "gone.md").symlink_to(tmp_path / "nowhere.md")
    except OSError:
        pytest.skip("links cannot be made here")
    return tmp_path


@pytest.mark.parametrize(
    "path",
    [
        "articles/pain/ice.md", "./articles/pain/ice.md", "articles/../articles/pain/ice.md", "linked/pain/ice.md",
        "articles/heat.md", "linked/heat.md", "articles/round.md", "articles/gone.md", "nowhere/at/all.md", "articles",
        "articles/", "linked", ".", "..", "", "articles/pain/..", "articles//pain//ice.md",
    ],
)  # fmt: skip
def test_a_place_is_the_one_that_the_system_tells(path: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    real = Real()
    whole = str(folder / path)
    assert (real(path), real(path), real(whole)) == (
        os.path.realpath(path),
        os.path.realpath(path),
        os.path.realpath(whole),
    )


def test_a_file_linked_from_outside_keeps_the_name_of_its_link(folder: Path) -> None:
    names = [decisions.article_name(folder / path, folder) for path in ("linked/pain/ice.md", "articles/heat.md")]
    assert names == ["pain/ice", "heat"]


def test_a_neighbour_of_the_folder_is_not_inside(tmp_path: Path) -> None:
    assert decisions.article_name(tmp_path / "articles-old" / "pain" / "ice.md", tmp_path) == "ice"
    assert decisions.article_name(Path("a\0b.md"), tmp_path) == "a\0b"


def test_names_of_many_are_those_of_each(folder: Path) -> None:
    paths = [str(folder / path) for path in ("articles/pain/ice.md", "articles/heat.md", "articles/gone.md")]
    assert decisions.article_names(paths, folder) == {
        path: decisions.article_name(Path(path), folder) for path in paths
    }


def test_the_collector_goes_on_after_a_building_that_failed() -> None:
    import gc

    with pytest.raises(ValueError, match="no"), building():
        assert not gc.isenabled()
        raise ValueError("no")
    assert gc.isenabled()
    gc.disable()
    with building():
        pass
    assert not gc.isenabled()
    gc.enable()
