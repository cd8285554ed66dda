#pragma once
#include <signal.h>

// Signals as something to read. No handler runs, so none can run at a bad moment.

/// Holds back what a terminal program must answer (its size, hang-up, the end, stop and go on) and
/// gives a descriptor that is readable when one has come; -1 with errno. Other threads that live then
/// must have left them.
int signals_open(void);

/// Leaves these signals to the other threads, and so does every thread that the caller then makes;
/// gives what to take again.
sigset_t signals_leave(void);

/// Takes signals as before `signals_leave`.
void signals_take(sigset_t before);

/// The next signal that has come; 0 when there is none.
int signals_next(int descriptor);

/// Stops this process as Ctrl-Z does, and returns when it goes on; at once where nobody could make
/// it go on.
void signals_stop(void);

/// A descriptor that is readable after eight bytes of a number have been written to it; -1 with errno.
int news_open(void);

/// Lets signals take their course again.
void signals_close(int descriptor);
