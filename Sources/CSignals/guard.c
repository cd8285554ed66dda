#define _GNU_SOURCE
#include "guard.h"
#include <errno.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

static int line = -1;

/// What the second process does: nothing but wait, in a group of its own so that what ends or stops
/// the job does not end or stop it. It keeps no file open but the terminal.
static _Noreturn void watch(int end, void (*restore)(void)) {
    setpgid(0, 0);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    close_range(1, (unsigned)end - 1, 0);
    close_range((unsigned)end + 1, ~0U, 0);
    char is_on = 0;
    for (;;) {
        char news;
        ssize_t count = read(end, &news, 1);
        if (count == 1) is_on = news;
        else if (count == 0 || errno != EINTR) break;
    }
    if (is_on) restore();
    _exit(0);
}

void guard_start(void (*restore)(void)) {
    int ends[2];
    if (line >= 0 || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return;
    // Other threads may hold any lock now; the child takes none.
    pid_t process = _Fork();
    if (process == 0) watch(ends[1], restore);
    close(ends[1]);
    if (process > 0) line = ends[0];
    else close(ends[0]);
}

void guard_set(char is_on) {
    if (line >= 0) send(line, &is_on, 1, MSG_NOSIGNAL);
}
