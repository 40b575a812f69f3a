"""The newsroom's root and settings: found from the working directory upwards, never from an article's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench import config
from workbench.errors import BadContent


def test_the_nearest_parent_wins(tmp_path: Path) -> None:
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "UK"\n')
    inner = tmp_path / "desk" / "deep"
    inner.mkdir(parents=True)
    assert config.load(inner).root == tmp_path
    (tmp_path / "desk" / "pyproject.toml").write_text('[tool.workbench.newsroom]\ncountry = "AU"\n')
    assert (config.load(inner).root, config.load(inner).newsroom.country) == (tmp_path / "desk", "AU")


def test_a_pyproject_that_does_not_speak_of_us_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "workbench.toml").write_text("")
    inner = tmp_path / "desk"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert config.load(inner).root == tmp_path
    (inner / "pyproject.toml").write_text("[tool.other\n")
    assert config.load(inner).root == tmp_path


def test_without_a_root_no_country_is_declared(tmp_path: Path) -> None:
    settings = config.load(tmp_path)
    assert settings.newsroom.country == "" or settings.root is not None


@pytest.mark.parametrize("text", ["[newsroom]\ncountry = 1\n", "[newsroom]\nland = 'US'\n", "[news]\n"])
def test_an_unknown_or_ill_typed_key_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "workbench.toml").write_text(text)
    with pytest.raises(BadContent, match=r"workbench.toml.*known tables"):
        config.load(tmp_path)


@pytest.mark.parametrize("country", ["Narnia", "us", "USA"])
def test_a_country_is_a_two_letter_code(tmp_path: Path, country: str) -> None:
    (tmp_path / "workbench.toml").write_text(f'[newsroom]\ncountry = "{country}"\n')
    with pytest.raises(BadContent, match=r"two-letter code"):
        config.load(tmp_path)


def test_a_broken_file_of_ours_is_named(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.workbench\n")
    with pytest.raises(BadContent, match=r"pyproject.toml.*not valid TOML"):
        config.load(tmp_path)
