"""The site itself: locales, the two home pages, the park's names and plan."""

import json

from django.conf import settings
from wagtail.models import Locale, Page, Site

from parkportal.core.languages import LANGUAGE_CODES
from parkportal.website.models import HomePage, ParkSettings

from .pages import page_fields
from .source import DATA, entries
