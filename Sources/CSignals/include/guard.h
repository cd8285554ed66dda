#pragma once
#include <stddef.h>
#include <termios.h>

// A second process that outlives this one: nothing else can put a terminal right after SIGKILL.

/// What puts a terminal right.
struct guard_ending {
    int terminal;
    struct termios modes;
    size_t count;
    char bytes[256];
};

/// Starts it, once, with the terminal on standard input. Best before other threads and before much
/// memory is in use: all of it is shared until one of the two writes there.
void guard_start(void);

/// From now on it does this when this process has ended.
void guard_keep(const struct guard_ending *ending);

/// The terminal is in order. Safe in a signal handler.
void guard_rest(void);

/// Puts the terminal right. Safe in a signal handler.
void guard_restore(const struct guard_ending *ending);
