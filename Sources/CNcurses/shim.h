#pragma once
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <term.h>
#include <unistd.h>

// Swift takes neither macros with casts nor C's global variables: each has a function here.

/// Takes a part out of a text of terminfo, in its own memory: what term.h shows is but a copy.
static inline void screen_cut(const char *name, const char *part) {
    char *text = tigetstr(name);
    if (text == NULL || text == (char *)-1) return;
    char *found = strstr(text, part);
    if (found == NULL) return;
    const char *rest = found + strlen(part);
    memmove(found, rest, strlen(rest) + 1);
}

/// A file in memory, for what ncurses writes during an update; -1 where the system has none.
static inline int screen_memory(void) { return (int)syscall(SYS_memfd_create, "", 1U /* MFD_CLOEXEC */); }

/// A descriptor for ncurses to write to, which can be pointed elsewhere; -1 with errno.
static inline int screen_line(int terminal) { return fcntl(terminal, F_DUPFD_CLOEXEC, 3); }

/// Takes the terminal as one of the kind `name`; NULL where it cannot be taken. Frames are drawn in UTF-8 or ASCII, never in the
/// terminal's own set of lines: what xterm says of that set with each change of attributes (three
/// bytes, some twenty times a step) is left out.
static inline SCREEN *screen_open(const char *name, int line) {
    FILE *output = fdopen(line, "w");
    if (output == NULL) return NULL;
    SCREEN *screen = newterm(name, output, stdin);
    if (screen == NULL) return NULL;
    screen_cut("sgr", "%?%p9%t\033(0%e\033(B%;");
    screen_cut("sgr0", "\033(B");
    return screen;
}

/// A frame is larger than what malloc keeps for itself: without this each key would give its pages
/// back to the system and fetch them anew.
static inline void screen_keep_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
}

static inline int screen_columns(void) { return COLS; }
static inline int screen_rows(void) { return LINES; }
static inline int screen_colours(void) { return COLORS; }

static inline void screen_erase(void) { werase(stdscr); }
static inline void screen_move(int row, int column) { wmove(stdscr, row, column); }
static inline void screen_repaint(void) { clearok(curscr, TRUE); }

/// Writes all of it, as far as there is somebody to read.
static inline void screen_write(int terminal, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(terminal, bytes, count);
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        } else if (errno == EAGAIN) {
            struct pollfd room = {.fd = terminal, .events = POLLOUT};
            poll(&room, 1, -1);
        } else if (errno != EINTR) {
            return;
        }
    }
}

/// Takes the terminal's modes and an empty screen, with an update that has nothing to draw.
static inline void screen_take(void) { doupdate(); }

/// Writes what has changed to the terminal, in one piece. ncurses writes after each move of its
/// cursor, a dozen times for one key, and each time whoever reads is woken; so for the while its line
/// leads to memory. Not before `screen_take`: memory has no modes.
static inline void screen_update(int line, int memory, int terminal) {
    wnoutrefresh(stdscr);
    if (memory < 0 || dup3(memory, line, O_CLOEXEC) != line) {
        doupdate();
        return;
    }
    doupdate();
    off_t count = lseek(memory, 0, SEEK_CUR);
    dup3(terminal, line, O_CLOEXEC);
    char piece[16384];
    for (off_t start = 0; start < count;) {
        ssize_t got = pread(memory, piece, sizeof piece, start);
        if (got <= 0) break;
        if (got > count - start) got = (ssize_t)(count - start);
        screen_write(terminal, piece, (size_t)got);
        start += got;
    }
    lseek(memory, 0, SEEK_SET);
}

/// Puts one grapheme, a spacing character and up to four that combine with it (0 for none), in its
/// place.
static inline int screen_put(
    int row, int column, unsigned base, unsigned mark1, unsigned mark2, unsigned mark3,
    unsigned mark4, attr_t attributes, short pair) {
    const wchar_t text[] = {
        (wchar_t)base, (wchar_t)mark1, (wchar_t)mark2, (wchar_t)mark3, (wchar_t)mark4, 0};
    cchar_t cell;
    if (setcchar(&cell, text, attributes, pair, NULL) == ERR) return ERR;
    return mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

static inline attr_t screen_bold(void) { return A_BOLD; }
static inline attr_t screen_underline(void) { return A_UNDERLINE; }
static inline attr_t screen_reverse(void) { return A_REVERSE; }

/// A text of terminfo; NULL where the terminal has none.
static inline const char *screen_text(const char *name) {
    const char *text = tigetstr(name);
    return text == (const char *)-1 ? NULL : text;
}

/// Whether terminfo knows the terminal, and it can move its cursor and set off what is selected. A
/// VT52 can not.
static inline int screen_is_known(const char *name) {
    int fault = 0;
    if (setupterm(name, 1, &fault) != OK) return 0;
    int is_known = screen_text("cup") != NULL && screen_text("clear") != NULL
        && (screen_text("rev") != NULL || screen_text("smso") != NULL || screen_text("bold") != NULL);
    del_curterm(cur_term);
    return is_known;
}

/// Cells that ncurses gives a character.
static inline int screen_width(wchar_t character) {
    extern int wcwidth(wchar_t);
    return wcwidth(character);
}

static inline const char *screen_codeset(void) { return nl_langinfo(CODESET); }
