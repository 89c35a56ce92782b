from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from .models import Thing


def index(request):
    return render(request, "shop/index.html", {"things": Thing.objects.all()})


def add(request, name):
    Thing.objects.create(name=name)
    return HttpResponse("added")


def report(request):
    import csv

    response = HttpResponse(content_type="text/csv")
    csv.writer(response).writerows([[thing.id, thing.name] for thing in Thing.objects.order_by("id")])
    return response


def now(request):
    return HttpResponse(str(timezone.localtime(timezone.now()).tzinfo))


def fail(request):
    raise ValueError("on purpose")
