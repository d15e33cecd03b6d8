// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of preconditions, in builds for testing.

#pragma once

#include <cstdio>
#include <cstdlib>

/// Aborts if `condition` is false, in builds with sanitizers and for fuzzing; in other builds it is not evaluated.
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
