#define _GNU_SOURCE
#include "rescue.h"
#include "guard.h"
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int crashes[] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE};

static volatile sig_atomic_t armed;
static int installed;
static int terminal_descriptor;
static struct termios modes_before;
static char closing_bytes[256];
static size_t closing_count;
// A stack that has overflowed cannot run a handler.
static char handler_stack[16384];

static void restore(void) {
    const char *next = closing_bytes;
    size_t left = closing_count;
    while (left > 0) {
        ssize_t written = write(terminal_descriptor, next, left);
        if (written <= 0) break;
        next += written;
        left -= (size_t)written;
    }
    tcsetattr(terminal_descriptor, TCSANOW, &modes_before);
}

static void rescue(int signal) {
    if (armed) {
        armed = 0;
        restore();
        guard_set(0);
    }
    // Not to what stood there before: Swift's backtrace prints memory, with whom it may concern.
    struct sigaction ordinary = {.sa_handler = SIG_DFL};
    sigaction(signal, &ordinary, NULL);
    raise(signal);
}

static void install(void) {
    stack_t old_stack;
    if (sigaltstack(NULL, &old_stack) == 0 && (old_stack.ss_flags & SS_DISABLE)) {
        stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
        sigaltstack(&stack, NULL);
    }
    struct sigaction action = {.sa_handler = rescue, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof crashes / sizeof crashes[0]; i++) sigaction(crashes[i], &action, NULL);
    installed = 1;
}

void rescue_arm(int terminal, const struct termios *modes, const char *bytes, size_t count) {
    armed = 0;
    terminal_descriptor = terminal;
    modes_before = *modes;
    closing_count = count < sizeof closing_bytes ? count : sizeof closing_bytes;
    memcpy(closing_bytes, bytes, closing_count);
    if (!installed) {
        install();
        guard_start(restore);
    }
    guard_set(1);
    armed = 1;
}

void rescue_disarm(void) {
    armed = 0;
    guard_set(0);
}
