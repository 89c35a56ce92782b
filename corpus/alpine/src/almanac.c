// A small web server on musl: static pages, plugins found by name, child processes, time zones, a counter on a volume.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static void answer(FILE *out, int status, const char *type, const char *body, size_t size) {
    fprintf(out, "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %zu\r\nConnection: close\r\n\r\n", status,
            status == 200 ? "OK" : "Trouble", type, size);
    fwrite(body, 1, size, out);
}

static void text(FILE *out, int status, const char *body) {
    answer(out, status, "text/plain", body, strlen(body));
}

static void page(FILE *out, int status, const char *path) {
    static char body[1 << 20];
    FILE *file = fopen(path, "r");
    if (!file) {
        text(out, status, "no page\n");
        return;
    }
    size_t size = fread(body, 1, sizeof body, file);
    fclose(file);
    answer(out, status, strstr(path, ".html") ? "text/html" : "text/plain", body, size);
}

static void child(FILE *out, const char *command) {
    char body[4096] = "";
    FILE *pipe = popen(command, "r");
    size_t size = pipe ? fread(body, 1, sizeof body - 1, pipe) : 0;
    text(out, pipe && pclose(pipe) == 0 && size > 0 ? 200 : 500, body);
}

static void plugin(FILE *out, const char *name) {
    char path[600];
    snprintf(path, sizeof path, "/usr/local/lib/almanac/%s.so", name);
    void *library = strchr(name, '/') ? NULL : dlopen(path, RTLD_NOW);
    const char *(*tell)(void) = library ? (const char *(*)(void)) dlsym(library, "tell") : NULL;
    if (tell) {
        text(out, 200, tell());
    } else {
        page(out, 404, "/srv/www/missing.html");
    }
}

static void checksum(FILE *out) {
    void *zlib = dlopen("libz.so.1", RTLD_NOW);
    unsigned long (*crc)(unsigned long, const char *, unsigned) =
            zlib ? (unsigned long (*)(unsigned long, const char *, unsigned)) dlsym(zlib, "crc32") : NULL;
    char body[32];
    snprintf(body, sizeof body, "%lx", crc ? crc(0, "123456789", 9) : 0);
    text(out, crc ? 200 : 500, body);
}

static void zone(FILE *out, const char *name) {
    char body[64];
    time_t noon = 1719835200; // 2024-07-01 12:00 UTC
    setenv("TZ", name, 1);
    tzset();
    strftime(body, sizeof body, "%H:%M %Z", localtime(&noon));
    text(out, 200, body);
}

static void visit(FILE *out) {
    long count = 0;
    char body[32];
    FILE *file = fopen("/data/visits", "r+");
    if (!file || fscanf(file, "%ld", &count) != 1) {
        text(out, 500, "no counter\n");
        return;
    }
    rewind(file);
    fprintf(file, "%ld\n", ++count);
    fclose(file);
    snprintf(body, sizeof body, "%ld", count);
    text(out, 200, body);
}

static void serve(FILE *out, const char *path) {
    struct passwd *user = getpwuid(getuid());
    if (!strncmp(path, "/plugin/", 8)) plugin(out, path + 8);
    else if (!strncmp(path, "/zone/", 6)) zone(out, path + 6);
    else if (!strcmp(path, "/child")) child(out, "date -u +%Y");
    else if (!strcmp(path, "/pipe")) child(out, "printf 'b\\na\\n' | sort | head -n 1 | tr a-z A-Z");
    else if (!strcmp(path, "/checksum")) checksum(out);
    else if (!strcmp(path, "/visit")) visit(out);
    else if (!strcmp(path, "/user")) text(out, user ? 200 : 500, user ? user->pw_name : "?");
    else {
        char file[512];
        snprintf(file, sizeof file, "/srv/www%s", strcmp(path, "/") ? path : "/index.html");
        if (strstr(path, "..") || access(file, R_OK)) page(out, 404, "/srv/www/missing.html");
        else page(out, 200, file);
    }
}

static void leave(int signal) {
    (void) signal;
    _exit(0);
}

int main(int count, char **arguments) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(count > 1 ? atoi(arguments[1]) : 8080)};
    int yes = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener, (struct sockaddr *) &address, sizeof address)) { perror("bind"); return 1; }
    if (listen(listener, 64)) { perror("listen"); return 1; }
    signal(SIGTERM, leave);
    signal(SIGCHLD, SIG_IGN);
    puts("almanac: ready");
    fflush(stdout);
    for (;;) {
        int client = accept(listener, NULL, NULL);
        if (client < 0) continue;
        if (fork() == 0) {
            char line[1024] = "", path[512] = "/";
            signal(SIGCHLD, SIG_DFL);
            FILE *in = fdopen(client, "r"), *out = fdopen(dup(client), "w");
            if (fgets(line, sizeof line, in) && sscanf(line, "%*s %511s", path) == 1) {
                while (fgets(line, sizeof line, in) && strcmp(line, "\r\n")) {}
                serve(out, path);
                fflush(out);
            }
            _exit(0);
        }
        close(client);
    }
}
