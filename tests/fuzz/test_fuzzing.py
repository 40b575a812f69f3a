"""The fuzzers themselves: their seeds are articles, mutations keep a file's form, and what breaks is shown."""

from __future__ import annotations

import base64
import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
import run
from mutators import notebook, packed, text, unpacked, word
from seeding import seeds

from workbench import engine, registry

READERS = registry.names("readers")


def reversed_bytes(data: bytes, most: int) -> bytes:
    return data[::-1][:most]


@pytest.mark.parametrize("reader", READERS)
def test_every_seed_is_an_article(reader: str) -> None:
    suffix = registry.plug("readers", reader).SUFFIXES[0]
    for name, data in seeds(reader).items():
        assert engine.parse(data, name, suffix).blocks or name == "old.json"
        assert len(data) < 16_384


def test_a_changed_word_file_is_a_package_still_but_for_a_few() -> None:
    seed = seeds("word")["knee-clinic"]
    made = [word(seed, 65_536, Random(number), reversed_bytes) for number in range(200)]
    whole = [unpacked(data) for data in made]
    assert sum(map(bool, whole)) > 150
    assert sum(parts != unpacked(seed) for parts in whole) > 150
    assert not all(map(bool, whole))


def test_a_changed_notebook_is_json_still_but_for_a_few() -> None:
    seed = seeds("notebook")["lesson.json"]
    made = [notebook(seed, 65_536, Random(number), reversed_bytes) for number in range(200)]
    whole = [data for data in made if data.startswith(b"{")]
    assert len(whole) > 140
    assert len({json.dumps(json.loads(data)) for data in whole}) > 100


@pytest.mark.parametrize("mutate", [text, word, notebook])
def test_no_mutation_is_larger_than_asked(mutate: object) -> None:
    assert callable(mutate)
    seed = seeds("word")["knee-clinic"] if mutate is word else b'{"cells": ["a", {"source": "b"}]}'
    for number in range(300):
        assert len(mutate(seed, 6_000, Random(number), reversed_bytes)) <= 6_000


def test_a_package_of_the_same_parts_is_the_same() -> None:
    parts = {"a.xml": b"<a/>", "b/c.xml": b"<c/>" * 900}
    assert unpacked(packed(parts)) == parts
    assert packed(parts) == packed(dict(parts))
    assert unpacked(packed(parts)[:-4]) == {}


@pytest.mark.parametrize(("environment", "code"), [({}, 0), ({"CI": "true"}, 1)])
def test_without_the_fuzzer_it_says_so_and_fails_only_in_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], environment: dict[str, str], code: int
) -> None:
    monkeypatch.delenv("CI", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert run.main([]) == code
    assert capsys.readouterr().out.startswith("NOT FUZZED")


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed: the extra `fuzz`")
def test_a_broken_promise_is_found_saved_and_printed(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path[:0] = sys.argv[1:3]\n"
        "import fuzz, promises\n"
        "def broken(data, reader):\n"
        "    assert b'\\0' not in data, 'seeded'\n"
        "fuzz.instrumented = lambda: broken\n"
        "fuzz.main(['plain', '--seconds', '20', '--corpus', sys.argv[3]])"
    )
    here = Path(run.__file__).parent
    command = [sys.executable, "-c", code, str(here), str(here.parent / "readers"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=60)
    assert done.returncode != 0
    assert "seeded" in done.stdout + done.stderr
    (line,) = re.findall(r'BROKEN \("plain", "(.*)"\)', done.stdout)
    (saved,) = (tmp_path / "crashes" / "plain").iterdir()
    assert base64.b64decode(line) == saved.read_bytes()
