from django.core.management.base import BaseCommand

from shop.models import Thing


class Command(BaseCommand):
    def handle(self, *args, **options):
        self.stdout.write("%d things" % Thing.objects.count())
