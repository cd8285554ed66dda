#pragma once

// A second process that outlives this one: nothing else can put a terminal right after SIGKILL.

/// Starts it, once. It calls `restore` when this process has ended while on guard.
void guard_start(void (*restore)(void));

/// Whether the terminal needs it now. Safe in a signal handler.
void guard_set(char is_on);
