#define _GNU_SOURCE
#include "rescue.h"
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int crashes[] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE};
enum { crash_count = sizeof crashes / sizeof crashes[0] };

static volatile sig_atomic_t armed;
static int installed;
static int terminal_descriptor;
static struct termios modes_before;
static char closing_bytes[256];
static size_t closing_count;
static struct sigaction actions_before[crash_count];
// A stack that has overflowed cannot run a handler.
static char handler_stack[16384];

static void rescue(int signal) {
    if (armed) {
        armed = 0;
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
    // What stood there before (a core dump, a backtrace) has its turn.
    for (int i = 0; i < crash_count; i++) {
        if (crashes[i] == signal) sigaction(signal, &actions_before[i], NULL);
    }
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
    for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &action, &actions_before[i]);
    installed = 1;
}

void rescue_arm(int terminal, const struct termios *modes, const char *bytes, size_t count) {
    armed = 0;
    terminal_descriptor = terminal;
    modes_before = *modes;
    closing_count = count < sizeof closing_bytes ? count : sizeof closing_bytes;
    memcpy(closing_bytes, bytes, closing_count);
    if (!installed) install();
    armed = 1;
}

void rescue_disarm(void) { armed = 0; }
