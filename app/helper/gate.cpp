// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate.h"

#include "helper_names.h"

#include <algorithm>

namespace cloop::helper {

namespace {

constexpr std::size_t most_calls = 64;
constexpr std::ptrdiff_t most_calls_of_a_user = 8;

Refusal refusal_of(Verdict verdict) {
    if (verdict == Verdict::unknown) return {no_polkit, "polkit does not answer"};
    return {access_denied, "polkit does not allow it"};
}

} // namespace

void Call::refuse(const Refusal &refusal) {
    if (!std::exchange(is_answered_, true)) sd_bus_reply_method_errorf(message(), refusal.name, "%s", refusal.text);
}

/// Who calls, and whether that is too much.
Refusal Gate::receive(Call &call, sd_bus_message *message) {
    call.gate_ = this;
    call.message_.reset(sd_bus_message_ref(message));
    sd_bus_creds *creds = nullptr;
    const int known = sd_bus_query_sender_creds(message, SD_BUS_CREDS_EUID | SD_BUS_CREDS_EGID | SD_BUS_CREDS_AUGMENT, &creds);
    const Creds owned(creds);
    if (known < 0 || sd_bus_creds_get_euid(creds, &call.user_) < 0 || sd_bus_creds_get_egid(creds, &call.group_) < 0)
        return {access_denied, "the caller is not known"};
    const auto own = std::ranges::count_if(calls_, [&](const Call &other) { return other.user_ == call.user_; });
    if (calls_.size() > most_calls || own > most_calls_of_a_user) return {limits_exceeded, "too many calls are waiting"};
    sd_bus_track *caller = nullptr;
    const bool is_tracked =
        sd_bus_track_new(sd_bus_message_get_bus(message), &caller, on_caller_gone, &call) >= 0 && sd_bus_track_add_sender(caller, message) >= 0;
    call.caller_.reset(caller);
    return is_tracked ? Refusal() : Refusal{access_denied, "the caller is gone"};
}

int Gate::admit(sd_bus_message *message, const std::function<const char *(const Call &)> &action, std::function<void(Call &)> run) {
    ++count_;
    Call &call = calls_.emplace_back();
    if (const Refusal refusal = receive(call, message); refusal.name) {
        call.refuse(refusal);
    } else if (call.user_ == 0) {
        run(call);
    } else {
        call.question_.emplace(message, action(call), [this, &call, run = std::move(run)](Verdict verdict) {
            call.question_.reset();
            if (verdict == Verdict::yes) run(call);
            else call.refuse(refusal_of(verdict));
            remove_if_over(call);
        });
        return 1;
    }
    remove_if_over(call);
    return 1;
}

void Gate::work(Call &call, const std::vector<int> &kept, const ChildWork::Work &work, std::function<void(const Outcome &)> done) {
    const auto late = [&call] { call.refuse({timed_out, "reading takes too long"}); };
    const auto ended = [this, &call, done = std::move(done)](Outcome *outcome) {
        call.child_.reset();
        if (!outcome) call.refuse({failed, "the work was ended"});
        else if (outcome->refusal.name) call.refuse(outcome->refusal);
        else if (!call.is_answered_) done(*outcome);
        remove_if_over(call);
    };
    call.child_ = ChildWork::start(event_, kept, time_limit_, work, late, ended);
    if (!call.child_) call.refuse({failed, "no process can be started"});
}

void Gate::release(Call &call) {
    call.is_held_ = false;
    remove_if_over(call);
}

void Gate::remove_if_over(Call &call) {
    if (call.is_answered_ && !call.child_ && !call.is_held_) calls_.remove_if([&](const Call &other) { return &other == &call; });
}

int Gate::on_caller_gone(sd_bus_track *, void *data) {
    auto &call = *static_cast<Call *>(data);
    call.is_answered_ = true;
    call.question_.reset();
    if (call.child_) call.child_->stop();
    call.gate_->remove_if_over(call);
    return 1;  // 0 would tell it again and again
}

} // namespace cloop::helper
