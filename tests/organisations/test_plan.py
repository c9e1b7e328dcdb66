import json
import math
import re
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from organisations.plan import Plan, PlanPlace, View, draw_plan

ROOT = Path(__file__).parents[2]
LUMC = PlanPlace("LUMC", 52.1660, 4.4776, "/nl/lumc/", "healthcare", 9, "lumc")
CORPUS = PlanPlace("CORPUS", 52.1745, 4.4560, "/nl/corpus/", "museum", 1, "corpus")


@pytest.fixture(scope="module")
def collection() -> dict[str, Any]:
    return json.loads((ROOT / "parkportal/demo/data/plan.geojson").read_text("utf-8"))


def path_of(plan: Plan, kind: str) -> str:
    return "".join(layer.path for layer in plan.layers if layer.kind == kind)


def square(kind: str, *, west: float, south: float, side: float) -> dict[str, Any]:
    ring = [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
    ]
    return {
        "properties": {"kind": kind, "name": ""},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def render(plan: Plan, **context: Any) -> str:
    given = {"plan": plan, "plan_id": "plan", "variant": "full", "title": "De plattegrond"}
    return render_to_string("components/plan.html", given | context)


def test_demo_plan_says_that_it_is_approximate(collection: dict[str, Any]) -> None:
    assert "bij benadering" in collection["note_nl"]
    assert "approximate" in collection["note_en"]


def test_demo_plan_has_every_kind(collection: dict[str, Any]) -> None:
    plan = draw_plan(collection)
    kinds = {layer.kind for layer in plan.layers}
    assert kinds >= {"green", "water", "road", "motorway", "railway", "block", "station"}


def test_demo_plan_has_coordinates_of_five_decimals(collection: dict[str, Any]) -> None:
    numbers = re.findall(r"\d+\.\d+", json.dumps([f["geometry"] for f in collection["features"]]))
    assert max(len(number.split(".")[1]) for number in numbers) <= 5


def test_north_is_up_and_east_is_right(collection: dict[str, Any]) -> None:
    west, east = draw_plan(collection, [LUMC, CORPUS]).dots
    assert (west.label, east.label) == ("CORPUS", "LUMC")
    assert west.y < east.y


def test_plan_keeps_distances() -> None:
    view = View(52.168, 4.464, across=1000, down=500, width=1000)
    x, y = view.project(4.464, 52.168 + 100 / 111_320)
    assert (x, y) == pytest.approx((500, 150))
    assert view.project(4.464 + 100 / 68_278, 52.168)[0] == pytest.approx(600, abs=0.1)


def test_rotation_turns_clockwise() -> None:
    view = View(52.168, 4.464, across=1000, down=1000, rotation=90)
    assert view.project(4.464, 52.169)[0] > 500


def test_crop_leaves_out_what_it_does_not_show(collection: dict[str, Any]) -> None:
    crop = draw_plan(collection, [LUMC, CORPUS], view=View.around(52.1745, 4.4560))
    assert [dot.label for dot in crop.dots] == ["CORPUS"]
    assert "railway" not in {layer.kind for layer in crop.layers}


def test_locator_marks_its_place_on_top(collection: dict[str, Any]) -> None:
    plan = draw_plan(collection, [CORPUS, LUMC], here="corpus")
    assert [dot.is_here for dot in plan.dots] == [False, True]


def test_shape_is_cut_at_the_frame() -> None:
    collection = {"features": [square("water", west=4.0, south=52.0, side=1.0)]}
    plan = draw_plan(collection, view=View(52.5, 4.5, across=1000, down=1000, width=100))
    numbers = re.findall(r"-?[\d.]+", path_of(plan, "water"))
    assert max(abs(float(number)) for number in numbers) == 100


def test_bleed_draws_past_the_edges(collection: dict[str, Any]) -> None:
    tight = draw_plan(collection, view=View.named(collection, "full"))
    bleeding = draw_plan(collection, view=View.named(collection, "full", bleed=1))
    assert tight.view_box == bleeding.view_box
    assert len(path_of(bleeding, "water")) > len(path_of(tight, "water"))


def test_water_drawn_as_a_line_is_a_stream(collection: dict[str, Any]) -> None:
    assert "z" in path_of(draw_plan(collection), "water")
    assert "z" not in path_of(draw_plan(collection), "stream")


def test_unknown_geometry_is_refused() -> None:
    feature = {
        "properties": {"kind": "water"},
        "geometry": {"type": "MultiPoint", "coordinates": []},
    }
    with pytest.raises(ValueError, match="MultiPoint"):
        draw_plan({"features": [feature]}, view=View.around(52.168, 4.464))


@pytest.mark.parametrize("shift", [0, 0.00001, 0.0002])
def test_dots_of_neighbours_do_not_overlap(collection: dict[str, Any], shift: float) -> None:
    places = [PlanPlace(f"{n}", 52.1700 + n * shift, 4.4660, "/", "vaccines", n, f"{n:02}") for n in range(1, 13)]
    dots = draw_plan(collection, places).dots
    for one, other in combinations(dots, 2):
        distance = math.hypot(one.x - other.x, one.y - other.y)
        assert distance >= one.radius + other.radius


def test_drawing_is_the_same_whatever_the_order_of_places(collection: dict[str, Any]) -> None:
    near = PlanPlace("Poli", 52.1660, 4.4776, "/", "medtech", 2, "poli")
    assert draw_plan(collection, [LUMC, near]) == draw_plan(collection, [near, LUMC])


def test_more_organisations_make_a_larger_dot(collection: dict[str, Any]) -> None:
    small, large = draw_plan(collection, [CORPUS, LUMC]).dots
    assert small.radius < large.radius


def test_scale_bar_is_a_round_number_of_metres(collection: dict[str, Any]) -> None:
    assert draw_plan(collection).scale_bar.metres == 500
    assert draw_plan(collection, view=View.around(52.17, 4.46)).scale_bar.metres == 200


def test_image_is_named_and_has_no_links(collection: dict[str, Any]) -> None:
    html = render(draw_plan(collection, [LUMC]))
    assert 'role="img" aria-labelledby="plan-title plan-description"' in html
    assert '<title id="plan-title">De plattegrond</title>' in html
    assert "<a " not in html


def test_interactive_plan_links_each_building(collection: dict[str, Any]) -> None:
    html = render(draw_plan(collection, [LUMC]), interactive=True)
    assert 'role="group"' in html
    assert '<a class="plan__dot sector--healthcare" href="/nl/lumc/"><title>LUMC</title>' in html


def test_numbers_keep_their_point_in_dutch(collection: dict[str, Any]) -> None:
    plan = draw_plan(collection, [LUMC])
    with translation.override("nl"):
        html = render(plan)
    assert f'cx="{plan.dots[0].x}"' in html


def test_names_are_escaped(collection: dict[str, Any]) -> None:
    place = PlanPlace('<b>"A" & B</b>', 52.1660, 4.4776, "/?a&b", "vaccines", 1, "a")
    html = render(draw_plan(collection, [place]), interactive=True)
    assert "<b>" not in html
    assert 'href="/?a&amp;b"' in html


def test_plan_has_no_inline_style_or_script(collection: dict[str, Any]) -> None:
    html = render(draw_plan(collection, [LUMC]), interactive=True)
    assert "style=" not in html
    assert "<script" not in html


def test_every_sector_lights_up_its_buildings() -> None:
    vocabulary = ROOT / "parkportal/core/vocabularies/sector.toml"
    css = (ROOT / "static/css/components/sector_index.css").read_text("utf-8")
    for term in tomllib.loads(vocabulary.read_text("utf-8"))["term"]:
        assert f'[data-sector="{term["identifier"]}"]' in css
