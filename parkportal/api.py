"""The public, read-only API; each app adds its own router."""

from ninja import NinjaAPI

from education.api import router as education
from organisations.api import router as organisations

api = NinjaAPI(
    title="parkportal",
    version="1",
    description="Who is on the park, what they can do and what is new. Read-only; everything in it is public.",
    docs_url=None,
)
api.add_router("", organisations, tags=["directory"])
api.add_router("", education, tags=["education"])
