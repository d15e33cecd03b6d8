// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus_service.h"

#include <signal.h>

#include <cstdio>
#include <cstring>

namespace cloop::helper {

BusService::BusService(const char *program) : program_(program) {
    // The event loop waits for children with it.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    sd_event *event = nullptr;
    sd_bus *bus = nullptr;
    (void)sd_event_default(&event);
    event_.reset(event);
    (void)sd_bus_open_system(&bus);
    bus_.reset(bus);
}

int BusService::fail(const char *what, int error) const {
    std::fprintf(stderr, "%s: %s: %s\n", program_, what, std::strerror(-error));
    return 1;
}

int BusService::serve(const char *name, const char *path, const sd_bus_vtable *methods, void *data, const Gate &gate, std::uint64_t patience) {
    name_ = name;
    gate_ = &gate;
    patience_ = patience;
    if (!event_ || !bus_) return fail("the system's bus", -ENOTCONN);
    sd_bus_slot *methods_slot = nullptr;
    sd_event_source *timer_source = nullptr;
    int error = sd_bus_add_object_vtable(bus_.get(), &methods_slot, path, name, methods, data);
    const Slot slot(methods_slot);
    if (error >= 0) error = sd_event_add_time_relative(event(), &timer_source, CLOCK_MONOTONIC, patience, 0, on_timer, this);
    const EventSource timer(timer_source);
    if (error >= 0) error = sd_event_source_set_enabled(timer.get(), SD_EVENT_ON);
    if (error >= 0) error = sd_bus_attach_event(bus_.get(), event(), 0);
    if (error >= 0) error = sd_bus_set_exit_on_disconnect(bus_.get(), true);
    if (error >= 0) error = sd_bus_request_name(bus_.get(), name, 0);
    if (error >= 0) error = sd_event_loop(event());
    return error < 0 ? fail(name, error) : error;
}

/// First it gives up its name, so that the bus starts another process for the next call; then it answers what has reached it already.
int BusService::on_timer(sd_event_source *timer, std::uint64_t, void *data) {
    auto *self = static_cast<BusService *>(data);
    const bool is_unused = self->gate_->is_idle() && self->gate_->count() == std::exchange(self->seen_, self->gate_->count());
    if (self->is_leaving_ && self->gate_->is_idle()) return sd_event_exit(self->event(), 0);
    if (is_unused && !std::exchange(self->is_leaving_, true)) sd_bus_release_name(self->bus_.get(), self->name_);
    return sd_event_source_set_time_relative(timer, self->is_leaving_ ? second / 10 : self->patience_);
}

} // namespace cloop::helper
