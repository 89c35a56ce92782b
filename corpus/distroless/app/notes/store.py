import os
import sqlite3

FILE = os.environ.get("NOTES", "/data/notes.db")


def prepare():
    with sqlite3.connect(FILE) as db:
        db.execute("create table if not exists note (id integer primary key, text text)")


def add(text):
    with sqlite3.connect(FILE) as db:
        db.execute("insert into note (text) values (?)", (text,))


def all():
    with sqlite3.connect(FILE) as db:
        return db.execute("select id, text from note order by id").fetchall()
