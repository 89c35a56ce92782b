from django.db import models


class Thing(models.Model):
    name = models.CharField(max_length=40)
    made = models.DateTimeField(auto_now_add=True)
