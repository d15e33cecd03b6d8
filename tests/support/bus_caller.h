// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to the system bus in the name of a user, for calls of the service.

#pragma once

#include "support/hanging_fuse.h"
#include "support/private_system.h"

#include "helper_names.h"

#include <systemd/sd-bus.h>

namespace cloop::test {

class BusCaller {
public:
    /// In the session that this process is in: enter_session().
    explicit BusCaller(User user) {
        as_user(unsigned(user), [&] { sd_bus_open_system(&bus_); });
    }
    ~BusCaller() {
        sd_bus_message_unref(answer_);
        sd_bus_close_unref(bus_);
    }
    BusCaller(const BusCaller &) = delete;
    BusCaller &operator=(const BusCaller &) = delete;

    sd_bus *bus() const { return bus_; }

    sd_bus_message *message(const char *method, bool may_ask = true) const {
        sd_bus_message *call = nullptr;
        sd_bus_message_new_method_call(bus_, &call, helper::bus_name, helper::object_path, helper::interface_name, method);
        sd_bus_message_set_allow_interactive_authorization(call, may_ask);
        return call;
    }

    /// Sends `call` and waits. The answer's error name; empty: none.
    QByteArray send(sd_bus_message *call) {
        sd_bus_error error{};
        answer_ = sd_bus_message_unref(answer_);
        const int result = sd_bus_call(bus_, call, 20'000'000, &error, &answer_);
        const QByteArray name = error.name ? error.name : result < 0 ? strerror(-result) : "";
        sd_bus_error_free(&error);
        sd_bus_message_unref(call);
        return name;
    }

    /// `types` and `values` as for sd_bus_message_append().
    template <class... Values> QByteArray call(const char *method, const char *types = nullptr, Values... values) {
        sd_bus_message *call = message(method);
        if (types) sd_bus_message_append(call, types, values...);
        return send(call);
    }
    QByteArray attach(int part) { return call("Attach", "aha{sv}", 1, part, 0); }

    /// Of the last call.
    sd_bus_message *answer() const { return answer_; }

private:
    sd_bus *bus_ = nullptr;
    sd_bus_message *answer_ = nullptr;
};

} // namespace cloop::test
