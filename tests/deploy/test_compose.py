"""docker-compose.yml, read where no container engine is at hand."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
VARIABLE = re.compile(r"\$\{(\w+)(:[?-])?")
TEMPLATE = (ROOT / "deploy/nginx/default.conf.template").read_text()
SECRETS = ("SECRET_KEY", "POSTGRES_PASSWORD")


def test_the_parts_are_there() -> None:
    assert set(SERVICES) == {"nginx", "web", "worker", "prepare", "db"}
    assert {"media", "static", "database", "pages"} == set(COMPOSE["volumes"])


@pytest.mark.parametrize("service", ["nginx", "web", "worker", "db"])
def test_what_keeps_running_has_a_health_check(service: str) -> None:
    assert SERVICES[service]["healthcheck"]["test"]
    assert SERVICES[service]["restart"] == "unless-stopped"


@pytest.mark.parametrize(
    ("service", "other", "condition"),
    [
        ("prepare", "db", "service_healthy"),
        ("web", "prepare", "service_completed_successfully"),
        ("worker", "prepare", "service_completed_successfully"),
        ("nginx", "web", "service_healthy"),
    ],
)
def test_each_part_waits_for_the_one_below(service: str, other: str, condition: str) -> None:
    assert SERVICES[service]["depends_on"][other]["condition"] == condition


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_comes_from_the_environment_or_nothing_starts(secret: str) -> None:
    uses = re.findall(rf"\$\{{{secret}(.)(.)", TEXT)
    assert uses
    assert all(use == (":", "?") for use in uses)


def test_the_example_names_every_variable_that_must_be_set() -> None:
    required = {name for name, kind in VARIABLE.findall(TEXT) if kind == ":?"}
    example = (ROOT / "deploy/.env.example").read_text()
    assert required <= set(re.findall(r"^(\w+)=", example, re.MULTILINE))
    assert all(re.search(rf"^{secret}=$", example, re.MULTILINE) for secret in SECRETS)


def test_every_variable_is_documented() -> None:
    documented = (ROOT / "docs/deploying.md").read_text()
    names = {name for name, _kind in VARIABLE.findall(TEXT)}
    names |= set(re.findall(r'env\.\w+\("(\w+)"', (ROOT / "parkportal/settings.py").read_text()))
    assert {name for name in names if f"`{name}`" not in documented} == set()


def test_nginx_gets_every_variable_of_its_configuration() -> None:
    assert {name for name, _kind in VARIABLE.findall(TEMPLATE)} <= set(SERVICES["nginx"]["environment"])


def test_the_files_it_names_exist() -> None:
    build = SERVICES["web"]["build"]
    mounts = [volume.split(":")[0] for volume in SERVICES["nginx"]["volumes"]]
    commands = [SERVICES["worker"]["command"][0], SERVICES["prepare"]["command"][0]]
    paths = [build["dockerfile"], *commands, *(mount for mount in mounts if mount.startswith("./"))]
    assert [path for path in paths if not (ROOT / path).is_file()] == []
    assert all((ROOT / command).stat().st_mode & 0o100 for command in commands)


def test_only_nginx_is_reached_from_outside_and_not_its_inner_address() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["nginx"]
    inner = SERVICES["nginx"]["environment"]["REFRESH_LISTEN"]
    assert [port.rpartition(":")[2] for port in SERVICES["nginx"]["ports"]] == ["80"]
    assert SERVICES["worker"]["environment"]["CACHE_REFRESH_URL"] == f"http://nginx:{inner}"


def test_the_media_are_shared_and_nginx_only_reads_them() -> None:
    assert "media:/srv/var/media" in SERVICES["web"]["volumes"]
    assert "media:/srv/var/media" in SERVICES["worker"]["volumes"]
    assert "media:/srv/var/media:ro" in SERVICES["nginx"]["volumes"]


def test_the_image_runs_as_an_ordinary_user() -> None:
    lines = (ROOT / "deploy/Dockerfile").read_text().splitlines()
    assert "USER parkportal" in lines
    assert any("--require-hashes" in line for line in lines)
