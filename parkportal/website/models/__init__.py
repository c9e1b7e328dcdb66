from .accessibility_page import AccessibilityPage
from .enquiry import Enquiry
from .glossary_page import GlossaryPage
from .home_page import HomePage
from .menu import Menu
from .network_page import NetworkPage
from .park_settings import ParkSettings
from .sign_in import SignIn
from .standard_page import StandardPage

__all__ = [
    "AccessibilityPage",
    "Enquiry",
    "GlossaryPage",
    "HomePage",
    "Menu",
    "NetworkPage",
    "ParkSettings",
    "SignIn",
    "StandardPage",
]
