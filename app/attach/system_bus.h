// SPDX-License-Identifier: GPL-3.0-or-later
// Method calls on D-Bus's system bus, by libdbus.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

struct DBusConnection;
struct DBusMessage;

namespace cloop {

/// An a{sv} of the types that our services and udisks take.
using BusOptions = std::vector<std::pair<std::string, std::variant<bool, std::int32_t, std::uint64_t, std::string>>>;

/// A value of an a{sv} that our services answer.
using BusFact = std::variant<bool, std::string, std::vector<std::string>>;

/// A method call, its reply, or a signal. Arguments are added, and taken, in order.
class BusMessage {
public:
    BusMessage(const char *service, const std::string &path, const char *interface, const char *method);
    explicit BusMessage(DBusMessage *received);

    BusMessage &add(const std::string &text);
    BusMessage &add(const BusOptions &options);
    BusMessage &add_flag(bool flag);
    BusMessage &add_fd(int fd);  ///< the message holds a copy
    BusMessage &add_fds(std::span<const int> fds);

    /// Empty if the next value is neither a string nor an object path.
    std::string take_text();
    UniqueFd take_fd();
    /// An array of structures (su).
    std::vector<std::pair<std::string, std::uint32_t>> take_pairs();
    /// An a{sv}, without values of other types.
    std::vector<std::pair<std::string, BusFact>> take_facts();

    /// Who sent it: a name that no other connection ever has.
    std::string sender() const;
    bool is_signal(const char *interface, const char *name) const;

    DBusMessage *get() const { return message_.get(); }

private:
    struct Unref {
        void operator()(DBusMessage *message) const;
    };
    struct Place;
    struct Forget {
        void operator()(Place *place) const;
    };
    std::unique_ptr<DBusMessage, Unref> message_;
    std::unique_ptr<Place, Forget> place_;  ///< of the next value to take
};

/// A D-Bus error.
struct BusFailure {
    std::string name;     ///< "org.freedesktop.DBus.Error.AccessDenied"
    std::string message;  ///< for people who read logs
    bool is(std::string_view other) const { return name == other; }
    /// The service is not installed, or can't be started.
    bool is_missing_service() const;
};

/// A private connection to the system bus. Used by one thread at a time.
class SystemBus {
public:
    /// Error: no_system_bus.
    static Result<SystemBus> connect();

    /// Waits for the reply as long as it takes, because the service may ask a person for a password. Fails with an empty name if `stop` is requested.
    /// `on_signal`: takes what is sent to us meanwhile, by anyone.
    std::expected<BusMessage, BusFailure> call(const BusMessage &message, const std::stop_token &stop = {},
                                               const std::function<void(BusMessage &signal)> &on_signal = {});

private:
    struct Close {
        void operator()(DBusConnection *connection) const;
    };
    explicit SystemBus(DBusConnection *connection) : connection_(connection) {}

    std::unique_ptr<DBusConnection, Close> connection_;
};

} // namespace cloop
