#define _GNU_SOURCE
#include "signals.h"
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

static const int watched[] = {
    SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGQUIT,
};
enum { watched_count = sizeof watched / sizeof watched[0] };

static sigset_t watched_set(void) {
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < watched_count; i++) sigaddset(&set, watched[i]);
    return set;
}

int signals_open(void) {
    sigset_t set = watched_set();
    int descriptor = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (descriptor >= 0) pthread_sigmask(SIG_BLOCK, &set, NULL);
    return descriptor;
}

sigset_t signals_leave(void) {
    sigset_t set = watched_set(), before;
    pthread_sigmask(SIG_BLOCK, &set, &before);
    return before;
}

void signals_take(sigset_t before) { pthread_sigmask(SIG_SETMASK, &before, NULL); }

int signals_next(int descriptor) {
    struct signalfd_siginfo information;
    if (read(descriptor, &information, sizeof information) != sizeof information) return 0;
    return (int)information.ssi_signo;
}

void signals_stop(void) {
    sigset_t stop, go;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    sigemptyset(&go);
    sigaddset(&go, SIGCONT);
    // ncurses puts a handler of its own there.
    struct sigaction ordinary = {.sa_handler = SIG_DFL};
    sigaction(SIGTSTP, &ordinary, NULL);
    // To the whole job, as the terminal does it: `make run` must stop with us or the shell would
    // go on waiting.
    kill(0, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, NULL);
    pthread_sigmask(SIG_BLOCK, &stop, NULL);
    const struct timespec now = {0, 0};
    sigtimedwait(&go, NULL, &now);
}

int news_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void signals_close(int descriptor) {
    sigset_t set = watched_set();
    close(descriptor);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}
