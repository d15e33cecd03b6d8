// SPDX-License-Identifier: GPL-3.0-or-later
// What frees itself: descriptors, and the objects of libsystemd.

#pragma once

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>
#include <unistd.h>

#include <memory>
#include <utility>

namespace cloop::helper {

template <auto free> struct Free {
    template <class T> void operator()(T *object) const { free(object); }
};
using Bus = std::unique_ptr<sd_bus, Free<sd_bus_flush_close_unref>>;
using Message = std::unique_ptr<sd_bus_message, Free<sd_bus_message_unref>>;
using Slot = std::unique_ptr<sd_bus_slot, Free<sd_bus_slot_unref>>;
using Track = std::unique_ptr<sd_bus_track, Free<sd_bus_track_unref>>;
using Creds = std::unique_ptr<sd_bus_creds, Free<sd_bus_creds_unref>>;
using Event = std::unique_ptr<sd_event, Free<sd_event_unref>>;
using EventSource = std::unique_ptr<sd_event_source, Free<sd_event_source_disable_unref>>;

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) noexcept : fd_(fd) {}
    Descriptor(Descriptor &&other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    int get() const noexcept { return fd_; }
    explicit operator bool() const noexcept { return fd_ >= 0; }

private:
    int fd_ = -1;
};

} // namespace cloop::helper
