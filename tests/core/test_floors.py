import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = [
    "parkportal.core",
    "organisations",
    "education",
    "news",
    "parkportal.website",
    "parkportal.demo",
]


def floor_of(module: str) -> int | None:
    for number, name in enumerate(FLOORS):
        if module == name or module.startswith(f"{name}."):
            return number
    return None


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_imports_only_from_floors_below(floor: str) -> None:
    own = floor_of(floor)
    above = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in (ROOT / floor.replace(".", "/")).rglob("*.py")
        for module in imports_of(path)
        if (other := floor_of(module)) is not None and own is not None and other > own
    ]
    assert above == []
