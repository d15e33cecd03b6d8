// SPDX-License-Identifier: GPL-3.0-or-later
// What a caller has promised, checked where programs are built to be tested.

#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the program where `condition` does not hold, in builds with sanitizers and for fuzzing; nothing elsewhere, and then it is not evaluated.
#ifdef CLOOPSMITH_CHECKED
#define CLOOP_PRE(condition)                                                                                                      \
    do {                                                                                                                          \
        if (!(condition)) {                                                                                                       \
            std::fprintf(stderr, "%s:%d: the caller broke a precondition: %s\n", __FILE__, __LINE__, #condition);                 \
            std::abort();                                                                                                         \
        }                                                                                                                         \
    } while (false)
#else
#define CLOOP_PRE(condition) static_cast<void>(sizeof(!(condition)))
#endif
