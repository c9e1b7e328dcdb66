from .enquiry import Enquiry
from .home_page import HomePage
from .menu import Menu
from .network_page import NetworkPage
from .park_settings import ParkSettings
from .sign_in import SignIn
from .standard_page import StandardPage

__all__ = ["Enquiry", "HomePage", "Menu", "NetworkPage", "ParkSettings", "SignIn", "StandardPage"]
