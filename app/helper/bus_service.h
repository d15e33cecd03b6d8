// SPDX-License-Identifier: GPL-3.0-or-later
// A process on the system's bus that the bus starts for the first call, and that ends when nobody has called for a while.

#pragma once

#include "gate.h"

namespace cloop::helper {

constexpr std::uint64_t second = 1'000'000;

class BusService {
public:
    /// Connects. For messages, `program` is its name.
    explicit BusService(const char *program);

    sd_event *event() const { return event_.get(); }

    /// Answers calls of the interface `name` under that name, until `patience` microseconds have passed without one. `data`: for the methods.
    /// Returns the exit status.
    int serve(const char *name, const char *path, const sd_bus_vtable *methods, void *data, const Gate &gate, std::uint64_t patience);

private:
    static int on_timer(sd_event_source *timer, std::uint64_t, void *self);
    int fail(const char *what, int error) const;

    const char *program_, *name_ = nullptr;
    Event event_;
    Bus bus_;
    const Gate *gate_ = nullptr;
    std::uint64_t patience_ = 0, seen_ = 0;
    bool is_leaving_ = false;
};

} // namespace cloop::helper
