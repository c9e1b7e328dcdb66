from django.urls import path

from . import views

urlpatterns = [
    path("<str:token>/", views.article, name="journalist-article"),
    path("<str:token>/text/", views.text, name="journalist-text"),
    path("<str:token>/press-pack/", views.pack, name="journalist-pack"),
    path("<str:token>/<str:kind>/<int:key>/<str:seal>/<str:filename>", views.file, name="journalist-file"),
]
