// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/system_bus.h"

#include <dbus/dbus.h>

#include <array>
#include <new>
#include <optional>

namespace cloop {

namespace {

/// libdbus reports nothing but a lack of memory this way.
void must(dbus_bool_t done) {
    if (!done) throw std::bad_alloc();
}

/// A DBusError that frees itself.
struct OwnError {
    DBusError error;
    OwnError() { dbus_error_init(&error); }
    ~OwnError() { dbus_error_free(&error); }
    OwnError(const OwnError &) = delete;
    OwnError &operator=(const OwnError &) = delete;
};

void add_variant(DBusMessageIter &entry, const char *type, int code, const void *value) {
    DBusMessageIter variant;
    must(dbus_message_iter_open_container(&entry, DBUS_TYPE_VARIANT, type, &variant));
    must(dbus_message_iter_append_basic(&variant, code, value));
    must(dbus_message_iter_close_container(&entry, &variant));
}

/// Pre: a string is there.
const char *text_at(DBusMessageIter &iter) {
    const char *text = nullptr;
    dbus_message_iter_get_basic(&iter, &text);
    return text;
}

/// None for a type that no fact has.
std::optional<BusFact> fact_at(DBusMessageIter &value) {
    switch (dbus_message_iter_get_arg_type(&value)) {
    case DBUS_TYPE_STRING: return text_at(value);
    case DBUS_TYPE_BOOLEAN: {
        dbus_bool_t flag = false;
        dbus_message_iter_get_basic(&value, &flag);
        return flag != 0;
    }
    case DBUS_TYPE_ARRAY: {
        std::vector<std::string> words;
        DBusMessageIter word;
        dbus_message_iter_recurse(&value, &word);
        for (; dbus_message_iter_get_arg_type(&word) == DBUS_TYPE_STRING; dbus_message_iter_next(&word)) words.emplace_back(text_at(word));
        return words;
    }
    default: return std::nullopt;
    }
}

} // namespace

struct BusMessage::Place {
    DBusMessageIter at;
    int type() { return dbus_message_iter_get_arg_type(&at); }
};
void BusMessage::Forget::operator()(Place *place) const { delete place; }
void BusMessage::Unref::operator()(DBusMessage *message) const { dbus_message_unref(message); }

BusMessage::BusMessage(const char *service, const std::string &path, const char *interface, const char *method)
    : message_(dbus_message_new_method_call(service, path.c_str(), interface, method)) {
    must(message_ != nullptr);
    dbus_message_set_allow_interactive_authorization(message_.get(), true);
}

BusMessage::BusMessage(DBusMessage *received) : message_(received), place_(new Place) { dbus_message_iter_init(received, &place_->at); }

BusMessage &BusMessage::add(const std::string &text) {
    const char *value = text.c_str();
    must(dbus_message_append_args(message_.get(), DBUS_TYPE_STRING, &value, DBUS_TYPE_INVALID));
    return *this;
}

BusMessage &BusMessage::add_flag(bool flag) {
    const dbus_bool_t value = flag;
    must(dbus_message_append_args(message_.get(), DBUS_TYPE_BOOLEAN, &value, DBUS_TYPE_INVALID));
    return *this;
}

BusMessage &BusMessage::add_fd(int fd) {
    must(dbus_message_append_args(message_.get(), DBUS_TYPE_UNIX_FD, &fd, DBUS_TYPE_INVALID));
    return *this;
}

BusMessage &BusMessage::add_fds(std::span<const int> fds) {
    DBusMessageIter end, array;
    dbus_message_iter_init_append(message_.get(), &end);
    must(dbus_message_iter_open_container(&end, DBUS_TYPE_ARRAY, DBUS_TYPE_UNIX_FD_AS_STRING, &array));
    for (const int fd : fds) must(dbus_message_iter_append_basic(&array, DBUS_TYPE_UNIX_FD, &fd));
    must(dbus_message_iter_close_container(&end, &array));
    return *this;
}

BusMessage &BusMessage::add(const BusOptions &options) {
    DBusMessageIter end, array;
    dbus_message_iter_init_append(message_.get(), &end);
    must(dbus_message_iter_open_container(&end, DBUS_TYPE_ARRAY, "{sv}", &array));
    for (const auto &[name, value] : options) {
        DBusMessageIter entry;
        const char *key = name.c_str();
        must(dbus_message_iter_open_container(&array, DBUS_TYPE_DICT_ENTRY, nullptr, &entry));
        must(dbus_message_iter_append_basic(&entry, DBUS_TYPE_STRING, &key));
        if (const auto *flag = std::get_if<bool>(&value)) {
            const dbus_bool_t truth = *flag;
            add_variant(entry, DBUS_TYPE_BOOLEAN_AS_STRING, DBUS_TYPE_BOOLEAN, &truth);
        } else if (const auto *narrow = std::get_if<std::int32_t>(&value)) {
            const dbus_int32_t number = *narrow;
            add_variant(entry, DBUS_TYPE_INT32_AS_STRING, DBUS_TYPE_INT32, &number);
        } else if (const auto *number = std::get_if<std::uint64_t>(&value)) {
            const dbus_uint64_t wide = *number;
            add_variant(entry, DBUS_TYPE_UINT64_AS_STRING, DBUS_TYPE_UINT64, &wide);
        } else {
            const char *text = std::get<std::string>(value).c_str();
            add_variant(entry, DBUS_TYPE_STRING_AS_STRING, DBUS_TYPE_STRING, &text);
        }
        must(dbus_message_iter_close_container(&array, &entry));
    }
    must(dbus_message_iter_close_container(&end, &array));
    return *this;
}

std::string BusMessage::take_text() {
    if (place_->type() != DBUS_TYPE_STRING && place_->type() != DBUS_TYPE_OBJECT_PATH) return {};
    const char *text = text_at(place_->at);
    dbus_message_iter_next(&place_->at);
    return text;
}

UniqueFd BusMessage::take_fd() {
    if (place_->type() != DBUS_TYPE_UNIX_FD) return {};
    int fd = -1;
    dbus_message_iter_get_basic(&place_->at, &fd);  // a copy, with close-on-exec
    dbus_message_iter_next(&place_->at);
    return UniqueFd(fd);
}

std::vector<std::pair<std::string, std::uint32_t>> BusMessage::take_pairs() {
    std::vector<std::pair<std::string, std::uint32_t>> pairs;
    if (std::string_view(dbus_message_get_signature(message_.get())) != "a(su)") return pairs;
    DBusMessageIter array;
    dbus_message_iter_recurse(&place_->at, &array);
    for (; dbus_message_iter_get_arg_type(&array) == DBUS_TYPE_STRUCT; dbus_message_iter_next(&array)) {
        DBusMessageIter pair;
        dbus_message_iter_recurse(&array, &pair);
        const char *text = text_at(pair);
        dbus_uint32_t number = 0;
        dbus_message_iter_next(&pair);
        dbus_message_iter_get_basic(&pair, &number);
        pairs.emplace_back(text, number);
    }
    return pairs;
}

std::vector<std::pair<std::string, BusFact>> BusMessage::take_facts() {
    std::vector<std::pair<std::string, BusFact>> facts;
    if (std::string_view(dbus_message_get_signature(message_.get())) != "a{sv}") return facts;
    DBusMessageIter array;
    dbus_message_iter_recurse(&place_->at, &array);
    for (; dbus_message_iter_get_arg_type(&array) == DBUS_TYPE_DICT_ENTRY; dbus_message_iter_next(&array)) {
        DBusMessageIter entry, value;
        dbus_message_iter_recurse(&array, &entry);
        const char *name = text_at(entry);
        dbus_message_iter_next(&entry);
        dbus_message_iter_recurse(&entry, &value);
        if (auto fact = fact_at(value)) facts.emplace_back(name, std::move(*fact));
    }
    return facts;
}

std::string BusMessage::sender() const {
    const char *name = dbus_message_get_sender(message_.get());
    return name ? name : "";
}

bool BusMessage::is_signal(const char *interface, const char *name) const { return dbus_message_is_signal(message_.get(), interface, name); }

bool BusFailure::is_missing_service() const {
    constexpr std::array missing{DBUS_ERROR_SERVICE_UNKNOWN, DBUS_ERROR_NAME_HAS_NO_OWNER, DBUS_ERROR_NO_REPLY, DBUS_ERROR_TIMED_OUT,
                                 DBUS_ERROR_FILE_NOT_FOUND};
    for (const std::string_view known : missing)
        if (name == known) return true;
    return name.starts_with("org.freedesktop.DBus.Error.Spawn.") || name.starts_with("org.freedesktop.systemd1.");
}

void SystemBus::Close::operator()(DBusConnection *connection) const {
    dbus_connection_close(connection);
    dbus_connection_unref(connection);
}

Result<SystemBus> SystemBus::connect() {
    OwnError error;
    DBusConnection *connection = dbus_bus_get_private(DBUS_BUS_SYSTEM, &error.error);
    if (!connection) return fail(ErrorCode::no_system_bus);
    dbus_connection_set_exit_on_disconnect(connection, false);
    return SystemBus(connection);
}

std::expected<BusMessage, BusFailure> SystemBus::call(const BusMessage &message, const std::stop_token &stop,
                                                      const std::function<void(BusMessage &signal)> &on_signal) {
    dbus_uint32_t call = 0;
    must(dbus_connection_send(connection_.get(), message.get(), &call));
    constexpr int milliseconds = 100;
    do {
        while (DBusMessage *next = dbus_connection_pop_message(connection_.get())) {
            BusMessage received(next);
            const int type = dbus_message_get_type(next);
            if (type == DBUS_MESSAGE_TYPE_SIGNAL && on_signal) on_signal(received);
            // Others are late replies to calls that nobody waits for any more.
            if (dbus_message_get_reply_serial(next) != call) continue;
            if (type != DBUS_MESSAGE_TYPE_ERROR) return received;
            return std::unexpected(BusFailure{dbus_message_get_error_name(next), received.take_text()});
        }
        if (stop.stop_requested()) return std::unexpected(BusFailure{});
    } while (dbus_connection_read_write(connection_.get(), milliseconds));
    return std::unexpected(BusFailure{DBUS_ERROR_DISCONNECTED, {}});
}

} // namespace cloop
