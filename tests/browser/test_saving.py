"""Wagtail saves drafts by itself. What staff submit meanwhile must not make the same entry twice."""

from playwright.sync_api import Page, Request, Route

NEW, SAVED = "/cms/tried/add/", "/cms/tried/edit/1/"
FORM = f"""
<form method="post" action="{NEW}" data-controller="w-autosave" data-w-autosave-interval-value="10"
      data-action="w-unsaved:add->w-autosave#save:prevent">
  <input name="name" value="Zes letters">
  <button name="action-publish" value="action-publish">Publish</button>
</form>
"""


def test_publishing_waits_for_the_draft_that_is_being_saved(page: Page) -> None:
    page.goto("/cms/login/")  # It has Wagtail's scripts and ours, and no form of its own is needed.
    drafts: list[Route] = []
    sent: list[Request] = []

    def answer(route: Route) -> None:
        sent.append(route.request)
        if "json" in route.request.headers["accept"]:
            drafts.append(route)  # Kept waiting, as by a slow server.
        else:
            route.fulfill(body="Published", content_type="text/html")

    page.route("**/cms/tried/**", answer)
    page.evaluate("form => document.querySelector('main').innerHTML = form", FORM)
    page.wait_for_timeout(100)  # Stimulus connects what was put there.
    page.dispatch_event("form[action*=tried]", "w-unsaved:add")
    while not drafts:
        page.wait_for_timeout(20)
    page.evaluate("document.querySelector('[name=action-publish]').click()")
    page.evaluate("document.querySelector('[name=action-publish]').disabled = true")
    drafts[0].fulfill(json={"success": True, "pk": 1, "url": SAVED, "revision_id": 1})
    page.get_by_text("Published").wait_for()
    assert [request.url.partition("/cms")[2] for request in sent] == ["/tried/add/", "/tried/edit/1/"]
    assert "action-publish" in str(sent[1].post_data)
