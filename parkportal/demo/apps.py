from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "parkportal.demo"
    label = "demo"
