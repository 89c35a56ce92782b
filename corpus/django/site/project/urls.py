from django.contrib import admin
from django.urls import path

from shop import views

urlpatterns = [path("admin/", admin.site.urls), path("", views.index), path("add/<str:name>/", views.add), path("report/", views.report), path("now/", views.now), path("fail/", views.fail)]
