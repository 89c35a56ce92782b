"""Notes over HTTP with the standard library alone; most of it is loaded when it is first asked for."""

import importlib
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from notes import store

PAGES = Path(__file__).parent / "pages"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body, media_type="text/plain; charset=utf-8"):
        body = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        try:
            self.route(self.path.strip("/").split("/"))
        except (ModuleNotFoundError, FileNotFoundError):
            self.answer(404, (PAGES / "missing.html").read_bytes(), "text/html")
        except Exception as problem:
            import traceback

            traceback.print_exc()
            self.answer(500, (PAGES / "trouble.html").read_bytes(), "text/html")

    def do_POST(self):
        store.add(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
        self.answer(201, "kept\n")

    def route(self, parts):
        match parts:
            case [""]:
                self.answer(200, (PAGES / "index.html").read_bytes(), "text/html")
            case ["export", kind]:
                exporter = importlib.import_module(f"notes.exporters.{kind}")
                self.answer(200, exporter.export(store.all()), exporter.MEDIA_TYPE)
            case ["zone", *name]:
                from datetime import datetime, timezone
                from zoneinfo import ZoneInfo

                noon = datetime(2024, 7, 1, 12, tzinfo=timezone.utc)
                self.answer(200, noon.astimezone(ZoneInfo("/".join(name))).isoformat())
            case ["trust"]:
                import ssl

                self.answer(200, str(len(ssl.create_default_context().get_ca_certs()) > 50))
            case ["whoami"]:
                import pwd
                import socket

                self.answer(200, f"{pwd.getpwuid(os.getuid()).pw_name} {socket.getservbyname('https')}")
            case ["codec", name]:
                self.answer(200, "grün".encode(name))
            case ["fail"]:
                raise RuntimeError("on purpose")
            case _:
                raise FileNotFoundError(self.path)


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
store.prepare()
print("notes: ready", flush=True)
ThreadingHTTPServer(("", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
