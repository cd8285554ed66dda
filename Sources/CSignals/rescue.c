#define _GNU_SOURCE
#include "rescue.h"
#include "guard.h"
#include <signal.h>
#include <string.h>

static const int crashes[] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE};

static volatile sig_atomic_t armed;
static int installed;
static struct guard_ending ending;
// A stack that has overflowed cannot run a handler.
static char handler_stack[16384];

static void rescue(int signal) {
    if (armed) {
        armed = 0;
        guard_restore(&ending);
        guard_rest();
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
    ending.terminal = terminal;
    ending.modes = *modes;
    ending.count = count < sizeof ending.bytes ? count : sizeof ending.bytes;
    memcpy(ending.bytes, bytes, ending.count);
    if (!installed) install();
    guard_start();
    guard_keep(&ending);
    armed = 1;
}

void rescue_disarm(void) {
    armed = 0;
    guard_rest();
}
