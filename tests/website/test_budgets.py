"""How many queries a page may cost, whatever the number of rows."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.core import ImageFactory
from tests.factories.education import CourseFactory, PartnershipFactory, ProgrammeFactory
from tests.factories.news import NewsStoryFactory
from tests.factories.organisations import BuildingFactory, FacilityFactory, OrganisationFactory
from tests.factories.site import SiteTree

PROFILE_QUERIES = 12
ARTICLE_QUERIES = 12
LIST_QUERIES = 14
HOME_QUERIES = 16
SEARCH_QUERIES = 12
