// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority.h"

#include <cstring>

namespace cloop::helper {

namespace {

constexpr char polkit[] = "org.freedesktop.PolicyKit1", path[] = "/org/freedesktop/PolicyKit1/Authority",
               interface[] = "org.freedesktop.PolicyKit1.Authority";

} // namespace

Question::Question(sd_bus_message *call, const char *action, std::function<void(Verdict)> answered)
    : bus_(sd_bus_message_get_bus(call)), answered_(std::move(answered)) {
    static unsigned long number = 0;
    id_ = std::to_string(++number);
    sd_bus_message *question = nullptr;
    sd_bus_slot *slot = nullptr;
    const std::uint32_t may_ask = sd_bus_message_get_allow_interactive_authorization(call) > 0;
    if (sd_bus_message_new_method_call(bus_, &question, polkit, path, interface, "CheckAuthorization") >= 0 &&
        sd_bus_message_append(question, "(sa{sv})sa{ss}us", "system-bus-name", 1, "name", "s", sd_bus_message_get_sender(call), action, 0, may_ask,
                              id_.c_str()) >= 0)
        (void)sd_bus_call_async(bus_, &slot, question, on_answer, this, UINT64_MAX);
    sd_bus_message_unref(question);
    slot_.reset(slot);
}

Question::~Question() {
    if (slot_) (void)sd_bus_call_method_async(bus_, nullptr, polkit, path, interface, "CancelCheckAuthorization", nullptr, nullptr, "s", id_.c_str());
}

int Question::on_answer(sd_bus_message *answer, void *self, sd_bus_error *) {
    auto *question = static_cast<Question *>(self);
    int may = 0;
    Verdict verdict = Verdict::no;
    // The bus itself answers for a service that it can't start, and for one that dies.
    if (const sd_bus_error *error = sd_bus_message_get_error(answer))
        verdict = std::strncmp(error->name, "org.freedesktop.DBus.", 21) == 0 ? Verdict::unknown : Verdict::no;
    else if (sd_bus_message_enter_container(answer, 'r', "bba{ss}") >= 0 && sd_bus_message_read(answer, "b", &may) >= 0 && may)
        verdict = Verdict::yes;
    question->slot_.reset();
    const auto answered = std::move(question->answered_);  // which may destroy the question
    answered(verdict);
    return 0;
}

} // namespace cloop::helper
