#define _GNU_SOURCE
#include "core.h"
#include <sched.h>

int core_of_thread(void) { return sched_getcpu(); }

void core_leave(int core) {
    cpu_set_t allowed, others;
    if (core < 0 || sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
    others = allowed;
    CPU_CLR(core, &others);
    if (CPU_COUNT(&others) == 0 || sched_setaffinity(0, sizeof others, &others) != 0) return;
    // It has moved; from here on the system places it as it likes.
    sched_setaffinity(0, sizeof allowed, &allowed);
}
