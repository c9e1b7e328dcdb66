"""The production image installs what developers and tests ran: requirements.txt follows pyproject.toml."""

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
REQUIREMENTS = (ROOT / "requirements.txt").read_text()
PINS = {
    canonicalize_name(name): version
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", REQUIREMENTS, re.MULTILINE)
}
HOW = "run .ci/lock"


def constraints() -> dict[str, str]:
    """The exact versions of development, by name."""
    pairs = (line.split("==") for line in PROJECT["tool"]["uv"]["constraint-dependencies"])
    return {canonicalize_name(name): version for name, version in pairs}


def needed(requirements: list[str]) -> set[str]:
    """The names that a list of requirements installs on this machine, with what each needs itself."""
    names: set[str] = set()
    waiting = [Requirement(line) for line in requirements]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        name, extras = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        names.add(name)
        for line in requires(name) or []:
            below = Requirement(line)
            if not below.marker or any(below.marker.evaluate({"extra": extra}) for extra in extras | {""}):
                waiting.append(below)
    return names


def test_production_has_the_versions_of_development() -> None:
    versions = constraints()
    assert {name: versions.get(name) for name in PINS} == PINS, HOW


def test_production_installs_all_it_needs() -> None:
    assert needed(PROJECT["project"]["dependencies"]) <= set(PINS), HOW


def test_every_dependency_has_an_exact_version() -> None:
    assert needed([*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]) <= set(constraints()), (
        HOW
    )


@pytest.mark.parametrize("entry", re.split(r"\n(?=\w)", REQUIREMENTS.strip()))
def test_every_requirement_has_its_hashes(entry: str) -> None:
    assert "--hash=sha256:" in entry


def test_no_download_host_is_named() -> None:
    assert "://" not in REQUIREMENTS
    assert "index" not in PROJECT["tool"]["uv"]
