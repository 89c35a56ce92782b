"""A small shop: sessions, a form guarded by a token, an API with its description, answers that vary from run to run."""
import http.server, json, os, secrets, sys, time, urllib.parse, uuid

PORT, WARM_UP = int(sys.argv[1]), float(sys.argv[2])
BROKEN = sys.argv[3] if len(sys.argv) > 3 else ""
STARTED = time.time()
ITEMS, SESSIONS = {}, {}
API = {
    "openapi": "3.0.3", "info": {"title": "Shop", "version": "1"}, "servers": [{"url": "/api"}],
    "paths": {
        "/items": {
            "get": {"parameters": [{"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["name", "price"]}}]},
            "post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}}}}},
        "/items/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}],
            "get": {}, "delete": {}}},
    "components": {"schemas": {"Item": {"type": "object", "required": ["name"], "properties": {
        "name": {"type": "string", "minLength": 3}, "price": {"type": "number", "minimum": 0, "maximum": 100}}}}}}


class Shop(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def reply(self, status, kind, body, **headers):
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("X-Request-Id", str(uuid.uuid4()))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def json(self, status, value):
        self.reply(status, "application/json", json.dumps(value))

    def session(self):
        for part in self.headers.get("Cookie", "").split(";"):
            name, _, value = part.strip().partition("=")
            if name == "session" and value in SESSIONS:
                return value
        return None

    def do_GET(self):
        path, _, query = self.path.partition("?")
        if time.time() - STARTED < WARM_UP:
            return self.reply(503, "text/plain", "warming up")
        if path == "/":
            session, token = secrets.token_urlsafe(12), secrets.token_urlsafe(24)
            SESSIONS[session] = token
            greeting = "Wilkommen" if BROKEN == "text" else "Welcome"
            return self.reply(200, "text/html", f"""<h1>{greeting}</h1><p>It is {time.ctime()}, visitor {secrets.randbelow(10**6)}.</p>
                <form method=post action=/order><input type=hidden name=token value="{token}"><input name=amount type=number min=2>
                <select name=size><option value=L>Large<option value=S>Small</select></form><a href="/api/openapi.json">API</a>""",
                Set_Cookie=f"session={session}")
        if path == "/api/openapi.json":
            return self.json(200, API)
        if path == "/api/items":
            order = {"name": "name", "price": "price"}.get(urllib.parse.parse_qs(query).get("sort", [""])[0], "")
            if BROKEN == "enum" and order == "price":
                return self.reply(500, "text/plain", "ImportError: no module named decimal")
            return self.json(200, list(ITEMS.values()))
        if path.startswith("/api/items/") and path.split("/")[3] in ITEMS:
            return self.json(200, ITEMS[path.split("/")[3]])
        if path == "/stats":
            return self.json(200, {"uptime": time.time() - STARTED, "pid": os.getpid(), "tags": list({"a", "bb", "ccc"} | {str(i) for i in range(9)})})
        self.reply(404, "text/plain", "nothing at " + path)

    do_HEAD = do_GET

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode("utf-8", "replace")
        if self.path == "/order":
            form = urllib.parse.parse_qs(body)
            if not self.session() or form.get("token", [""])[0] != SESSIONS[self.session()]:
                return self.reply(403, "text/plain", "stale token")
            if BROKEN == "order":
                print("Traceback (most recent call last):\nFileNotFoundError: [Errno 2] No such file or directory: '/app/receipt.txt'",
                      file=sys.stderr, flush=True)
                return self.reply(500, "text/plain", "oh")
            return self.reply(201, "text/plain", "ordered %s of %s" % (form["amount"][0], form["size"][0]))
        if self.path == "/api/items":
            try:
                item = json.loads(body)
                assert isinstance(item["name"], str)
            except Exception:
                return self.json(422, {"error": "a name is needed"})
            item = {"id": str(uuid.uuid4()), "made": time.strftime("%Y-%m-%dT%H:%M:%SZ"), **item}
            ITEMS[item["id"]] = item
            return self.json(201, item)
        self.reply(405, "text/plain", "no")

    def do_DELETE(self):
        found = ITEMS.pop(self.path.split("/")[-1], None)
        self.reply(204 if found else 404, "text/plain", "")


print("serving", flush=True)
http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Shop).serve_forever()
