/* Performs exactly the system calls that the sensors must see, each on a name of its own. Linked statically, so that nothing
   but what stands here happens. `act all` plays every scene but those that are played alone; `act NAME` plays one. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

static void readFile(const char *path) {
    int file = open(path, O_RDONLY);
    if (file >= 0) close(file);
}

static void at_once(void) { readFile("/data/at-once"); }

static void opens(void) {
    readFile("/data/opened");
    int file = openat(AT_FDCWD, "/data/opened-at", O_RDONLY | O_CLOEXEC);
    if (file >= 0) close(file);
}

static void asks(void) {
    struct stat status;
    struct statx more;
    char value[16];
    stat("/data/stat", &status);
    lstat("/data/lstat", &status);
    access("/data/access", R_OK);
    faccessat(AT_FDCWD, "/data/faccessat", R_OK, AT_EACCESS);
    statx(AT_FDCWD, "/data/statx", 0, STATX_SIZE, &more);
    getxattr("/data/getxattr", "user.none", value, sizeof value);
}

static void links(void) {
    char target[64];
    readlink("/data/link", target, sizeof target);
    readFile("/data/link-to-opened");
}

static void missing(void) {
    struct stat status;
    readFile("/data/missing-open");
    stat("/data/missing-stat", &status);
    access("/data/missing-access", F_OK);
    readFile("/data/opened/below-a-file");
}

static void wait_for(pid_t child) {
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
}

static void run(const char *path, const char *argument) {
    pid_t child = fork();
    if (child == 0) {
        execl(path, path, argument, (char *)NULL);
        _exit(127);
    }
    wait_for(child);
}

static void script(void) { run("/bin/script", NULL); }
static void interpreted(void) { run("/bin/dynamic", "nothing"); }
static void plugin(void) { run("/bin/dynamic", "/lib/plugin.so"); }

static void searches(void) {
    pid_t child = fork();
    if (child == 0) {
        setenv("PATH", "/nowhere/bin:/usr/bin:/opt/tools", 1);
        execlp("tool", "tool", "nothing", (char *)NULL);
        _exit(127);
    }
    wait_for(child);
}

static void lists(void) {
    DIR *directory = opendir("/data/listed");
    while (directory && readdir(directory)) continue;
    if (directory) closedir(directory);
}

static void relative(void) {
    pid_t child = fork();
    if (child == 0) {
        chdir("/opt/tools");
        execl("./relative-tool", "./relative-tool", "nothing", (char *)NULL);
        _exit(127);
    }
    wait_for(child);
}

static void rooted(void) {
    pid_t child = fork();
    if (child == 0) {
        struct stat status;
        if (chroot("/srv/cage")) _exit(1);
        chdir("/");
        readFile("/etc/caged");
        stat("/etc/caged-stat", &status);
        stat("/etc/caged-missing", &status);
        chdir("/etc");
        stat("caged-relative", &status);
        _exit(0);
    }
    wait_for(child);
}

static void moved(void) {
    pid_t child = fork();
    if (child == 0) {
        struct stat status;
        chdir("/data/place");
        readFile("here");
        stat("../place-beside", &status);
        stat("not-here", &status);
        _exit(0);
    }
    wait_for(child);
}

static void descriptors(void) {
    struct stat status;
    int directory = open("/data/directory", O_RDONLY | O_DIRECTORY);
    int file = openat(directory, "opened", O_RDONLY);
    if (file >= 0) close(file);
    fstatat(directory, "stat", &status, 0);
    fstatat(directory, "missing", &status, 0);
    faccessat(directory, "access", R_OK, 0);
    char target[64];
    readlinkat(directory, "link", target, sizeof target);
    pid_t child = fork();
    if (child == 0) {
        char *const arguments[] = {"tool", "nothing", NULL};
        syscall(SYS_execveat, directory, "tool", arguments, environ, 0);
        _exit(127);
    }
    wait_for(child);
    close(directory);
}

static void *thread(void *number) {
    char path[64];
    struct stat status;
    snprintf(path, sizeof path, "/data/threads/%ld", (long)number);
    readFile(path);
    snprintf(path, sizeof path, "/data/threads/stat-%ld", (long)number);
    stat(path, &status);
    return NULL;
}

static void threads(void) {
    pthread_t all[16];
    for (long i = 0; i < 16; i++) pthread_create(&all[i], NULL, thread, (void *)i);
    for (int i = 0; i < 16; i++) pthread_join(all[i], NULL);
}

/* Every child ends as soon as it has looked: whoever asks about it later finds nobody. */
static void storm(void) {
    for (int i = 0; i < 200; i++) {
        pid_t child = fork();
        if (child == 0) {
            char path[64];
            struct stat status;
            snprintf(path, sizeof path, "/data/storm/%d", i);
            readFile(path);
            snprintf(path, sizeof path, "storm-stat-%d", i);
            chdir("/data/storm");
            stat(path, &status);
            _exit(0);
        }
    }
    while (wait(NULL) > 0) continue;
}

static void opens2(void) {
    struct open_how how = {.flags = O_RDONLY};
    long file = syscall(SYS_openat2, AT_FDCWD, "/data/openat2", &how, sizeof how);
    if (file >= 0) close(file);
    int directory = open("/srv/cage", O_PATH | O_DIRECTORY);
    how.resolve = RESOLVE_IN_ROOT;
    file = syscall(SYS_openat2, directory, "/etc/in-root", &how, sizeof how);
    if (file >= 0) close(file);
    close(directory);
}

/* One request through a ring of its own; without liburing, whose start would do more than is wanted here. */
static int ring_request(const struct io_uring_sqe *request) {
    struct io_uring_params parameters = {0};
    int ring = syscall(SYS_io_uring_setup, 4, &parameters);
    if (ring < 0) return -errno;
    size_t size = parameters.sq_off.array + parameters.sq_entries * sizeof(unsigned);
    size_t completions = parameters.cq_off.cqes + parameters.cq_entries * sizeof(struct io_uring_cqe);
    char *queue = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQ_RING);
    char *done = mmap(NULL, completions, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_CQ_RING);
    struct io_uring_sqe *requests = mmap(NULL, 4 * sizeof *requests, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQES);
    requests[0] = *request;
    *(unsigned *)(queue + parameters.sq_off.array) = 0;
    __atomic_store_n((unsigned *)(queue + parameters.sq_off.tail), 1, __ATOMIC_RELEASE);
    syscall(SYS_io_uring_enter, ring, 1, 1, IORING_ENTER_GETEVENTS, NULL, 0);
    int result = ((struct io_uring_cqe *)(done + parameters.cq_off.cqes))->res;
    close(ring);
    return result;
}

static void rings(void) {
    struct statx status;
    struct io_uring_sqe request = {.opcode = IORING_OP_OPENAT, .fd = AT_FDCWD, .addr = (unsigned long)"/data/ring-opened"};
    int file = ring_request(&request);
    if (file >= 0) close(file);
    int directory = open("/data", O_PATH | O_DIRECTORY);
    struct io_uring_sqe ask = {.opcode = IORING_OP_STATX, .fd = directory, .addr = (unsigned long)"ring-stat",
                               .len = STATX_SIZE, .off = (unsigned long)&status};
    ring_request(&ask);
    ask.addr = (unsigned long)"ring-missing";
    ring_request(&ask);
    close(directory);
}

static void writes(void) {
    int file = open("/data/written", O_WRONLY | O_APPEND);
    if (file >= 0) close(file);
    rename("/data/renamed", "/data/renamed-to");
    unlink("/data/unlinked");
    mkdir("/data/made", 0755);
    chmod("/data/changed", 0600);
    symlink("whatever", "/data/symlinked");
}

static void sockets(void) {
    struct sockaddr_un local = {.sun_family = AF_UNIX, .sun_path = "/data/socket"};
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(7070), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int one = socket(AF_UNIX, SOCK_STREAM, 0);
    bind(one, (struct sockaddr *)&local, sizeof local);
    listen(one, 1);
    int two = socket(AF_INET, SOCK_STREAM, 0);
    bind(two, (struct sockaddr *)&here, sizeof here);
    listen(two, 1);
    int three = socket(AF_INET, SOCK_STREAM, 0);
    connect(three, (struct sockaddr *)&here, sizeof here);
    local.sun_path[11] = 'X'; /* /data/sockeX: nobody is there */
    int four = socket(AF_UNIX, SOCK_STREAM, 0);
    connect(four, (struct sockaddr *)&local, sizeof local);
    close(one), close(two), close(three), close(four);
}

/* A file whose absolute path has nearly 4096 bytes, named at once, and one with more, which can only be reached step by step. */
static void deep(void) {
    char name[201], path[4096] = "/data/deep";
    memset(name, 'd', 200), name[200] = 0;
    if (chdir("/data/deep")) return;
    for (int i = 0; i < 25; i++) {
        mkdir(name, 0755);
        if (chdir(name)) return;
        if (i < 19) strcat(strcat(path, "/"), name);
        if (i == 18 || i == 24) {
            int file = open("bottom", O_WRONLY | O_CREAT, 0644);
            if (file >= 0) close(file);
        }
    }
    readFile("bottom");
    chdir("/");
    readFile(strcat(path, "/bottom"));
}

static volatile sig_atomic_t asked;

static void answer(int signal) {
    asked = signal;
    readFile("/data/in-handler");
}

/* A signal with a handler; a child that halts, is seen to halt, goes on, and ends by a signal. */
static void signals(void) {
    signal(SIGUSR1, answer);
    raise(SIGUSR1);
    if (asked == SIGUSR1) readFile("/data/after-signal");
    int status;
    pid_t child = fork();
    if (child == 0) {
        raise(SIGSTOP);
        readFile("/data/after-halt");
        raise(SIGTERM);
        _exit(0);
    }
    if (waitpid(child, &status, WUNTRACED) != child || !WIFSTOPPED(status)) return;
    kill(child, SIGCONT);
    pid_t ended;
    do ended = waitpid(child, &status, WCONTINUED);
    while (ended == child && WIFCONTINUED(status));
    if (ended == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM) readFile("/data/after-end");
}

static void *execute(void *path) {
    execl(path, path, "nothing", (char *)NULL);
    return NULL;
}

static void thread_executes(void) {
    pid_t child = fork();
    if (child == 0) {
        pthread_t one;
        pthread_create(&one, NULL, execute, "/opt/tools/from-thread");
        pthread_join(one, NULL);
        _exit(127);
    }
    wait_for(child);
}

/* posix_spawn shares memory with its child until that has another program. */
static void spawns(void) {
    pid_t child;
    char *const arguments[] = {"spawned", "nothing", NULL};
    if (!posix_spawn(&child, "/opt/tools/spawned", NULL, NULL, arguments, environ)) wait_for(child);
}

static void joined(void) { readFile("/data/joined"); }

/* Lives until it is told to end. */
static void lives(void) {
    signal(SIGTERM, SIG_DFL);
    while (1) pause();
}

static void narrow(void) { run("/bin/narrow", NULL); }

static void busy(void) {
    char path[64];
    for (int i = 0; i < 30000; i++) {
        snprintf(path, sizeof path, "/data/busy/%d", i);
        readFile(path);
    }
}

static const struct scene {
    const char *name;
    void (*play)(void);
} SCENES[] = {
    {"at-once", at_once}, {"opens", opens}, {"asks", asks}, {"links", links}, {"missing", missing}, {"script", script},
    {"interpreted", interpreted}, {"plugin", plugin}, {"searches", searches}, {"lists", lists}, {"relative", relative},
    {"rooted", rooted}, {"moved", moved}, {"descriptors", descriptors}, {"threads", threads}, {"storm", storm},
    {"opens2", opens2}, {"writes", writes}, {"sockets", sockets}, {"signals", signals}, {"thread-executes", thread_executes},
    {"spawns", spawns},
}, ALONE[] = {
    {"rings", rings}, {"deep", deep}, {"busy", busy}, {"joined", joined}, {"lives", lives}, {"narrow", narrow},
};

int main(int count, char **arguments) {
    const char *wanted = count > 1 ? arguments[1] : "all";
    for (size_t i = 0; i < sizeof ALONE / sizeof *ALONE; i++)
        if (!strcmp(wanted, ALONE[i].name)) ALONE[i].play();
    for (size_t i = 0; i < sizeof SCENES / sizeof *SCENES; i++)
        if (!strcmp(wanted, "all") || !strcmp(wanted, SCENES[i].name)) SCENES[i].play();
    return 0;
}
