#define _GNU_SOURCE
#include "guard.h"
#include <errno.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

static int line = -1;

void guard_restore(const struct guard_ending *ending) {
    const char *next = ending->bytes;
    size_t left = ending->count;
    while (left > 0) {
        ssize_t written = write(ending->terminal, next, left);
        if (written <= 0) break;
        next += written;
        left -= (size_t)written;
    }
    tcsetattr(ending->terminal, TCSANOW, &ending->modes);
}

/// What the second process does: nothing but wait, in a group of its own so that what ends or stops
/// the job does not end or stop it. It keeps no file open but the terminal.
static _Noreturn void watch(int end) {
    setpgid(0, 0);
    close_range(1, (unsigned)end - 1, 0);
    close_range((unsigned)end + 1, ~0U, 0);
    int is_on = 0;
    struct guard_ending ending, news;
    for (;;) {
        // Each message comes whole or not at all.
        ssize_t count = recv(end, &news, sizeof news, 0);
        if (count == 0 || (count < 0 && errno != EINTR)) break;
        if (count < 0) continue;
        is_on = count == sizeof news;
        if (is_on) ending = news;
    }
    if (is_on) guard_restore(&ending);
    _exit(0);
}

void guard_start(void) {
    int ends[2];
    if (line >= 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return;
    // All signals are blocked from the start: what ends the job must not end the guard before it has
    // left the job.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    // Other threads may hold any lock now; the child takes none.
    pid_t process = _Fork();
    if (process == 0) watch(ends[1]);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(ends[1]);
    if (process > 0) line = ends[0];
    else close(ends[0]);
}

void guard_keep(const struct guard_ending *ending) {
    if (line >= 0) send(line, ending, sizeof *ending, MSG_NOSIGNAL);
}

void guard_rest(void) {
    const char nothing = 0;
    if (line >= 0) send(line, &nothing, sizeof nothing, MSG_NOSIGNAL);
}
