#pragma once
#include <stddef.h>
#include <termios.h>

// Keeps what puts the terminal right when the program crashes or is killed. It is C because a signal handler may
// run none of Swift, and may find its data nowhere but in a global.

/// From now on a crash restores these modes and writes these bytes before it takes its course, and
/// a second process does so after SIGKILL.
void rescue_arm(int terminal, const struct termios *modes, const char *bytes, size_t count);

/// The terminal is in order; a crash leaves it alone.
void rescue_disarm(void);

/// No core of this process is ever written, and no other process of the same account reads its
/// memory.
void memory_keep_private(void);
