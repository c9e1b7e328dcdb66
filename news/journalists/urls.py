from django.urls import path

from . import views

urlpatterns = [
    path("<str:token>/", views.article, name="journalist-article"),
    path("<str:token>/<str:kind>/<int:key>/<str:seal>/<str:filename>", views.file, name="journalist-file"),
]
