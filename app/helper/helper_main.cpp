// SPDX-License-Identifier: GPL-3.0-or-later
// cloop-helper: does, as root and for users whom polkit lets, what opening an image as a disc needs root for: it makes FUSE mounts that are attached
// nowhere, and attaches images to /dev/cloopN. A service of D-Bus, which starts it; see methods.h. Callers pass descriptors, never names of files.
//
// cloop-helper [TIME_LIMIT [IDLE_TIME]]: for the tests; in seconds.

#include "cloop_devices.h"
#include "helper_names.h"
#include "methods.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <signal.h>

namespace {

using namespace cloop::helper;

constexpr std::uint64_t second = 1'000'000;

/// Ends the service when nobody has called for a while. First it gives up its name, so that the bus starts another for the next call; then it answers
/// what has reached it already.
class IdleExit {
public:
    IdleExit(sd_event *event, sd_bus *bus, const Gate &gate, std::uint64_t patience) : bus_(bus), gate_(gate), patience_(patience) {
        sd_event_source *timer = nullptr;
        sd_event_add_time_relative(event, &timer, CLOCK_MONOTONIC, patience, 0, on_timer, this);
        timer_.reset(timer);
        if (timer) sd_event_source_set_enabled(timer, SD_EVENT_ON);
    }

private:
    static int on_timer(sd_event_source *timer, std::uint64_t, void *data) {
        auto *self = static_cast<IdleExit *>(data);
        const bool is_idle = self->gate_.is_idle() && self->gate_.count() == std::exchange(self->seen_, self->gate_.count());
        if (self->is_leaving_ && self->gate_.is_idle()) return sd_event_exit(sd_event_source_get_event(timer), 0);
        if (is_idle && !std::exchange(self->is_leaving_, true)) sd_bus_release_name(self->bus_, bus_name);
        return sd_event_source_set_time_relative(timer, self->is_leaving_ ? second / 10 : self->patience_);
    }

    sd_bus *bus_;
    const Gate &gate_;
    std::uint64_t patience_, seen_ = 0;
    bool is_leaving_ = false;
    EventSource timer_;
};

int fail(const char *what, int error) {
    std::fprintf(stderr, "cloop-helper: %s: %s\n", what, std::strerror(-error));
    return 1;
}

}  // namespace

int main(int argc, char **argv) {
    const std::uint64_t time_limit = argc > 1 ? std::strtoull(argv[1], nullptr, 10) * second : 60 * second;
    // systemd lets a service open the devices of the drivers that were there when it began, so without the module it does not wait for later calls.
    const std::uint64_t patience = argc > 2 ? std::strtoull(argv[2], nullptr, 10) * second : device_numbers().empty() ? second : 30 * second;
    // The event loop waits for children with it.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    sigprocmask(SIG_BLOCK, &signals, nullptr);

    sd_event *event = nullptr;
    sd_bus *bus = nullptr;
    if (const int error = sd_event_default(&event); error < 0) return fail("no event loop", error);
    const Event owned_event(event);
    if (const int error = sd_bus_open_system(&bus); error < 0) return fail("no system bus", error);
    const Bus owned_bus(bus);
    Service service{.gate = Gate(event, time_limit, [](int device) { return detach(device, {}, [] { return true; }); }), .owners = Owners()};
    int error = sd_bus_add_object_vtable(bus, nullptr, object_path, interface_name, methods, &service);
    if (error >= 0) error = sd_bus_attach_event(bus, event, 0);
    if (error >= 0) error = sd_bus_set_exit_on_disconnect(bus, true);
    if (error >= 0) error = sd_bus_request_name(bus, bus_name, 0);
    if (error < 0) return fail(bus_name, error);
    const IdleExit idle_exit(event, bus, service.gate, patience);
    error = sd_event_loop(event);
    return error < 0 ? fail("event loop", error) : error;
}
