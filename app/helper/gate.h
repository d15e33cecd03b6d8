// SPDX-License-Identifier: GPL-3.0-or-later
// The gate before all methods: how many calls may be in here, who may make them, and what becomes of them.

#pragma once

#include "authority.h"
#include "child_work.h"

#include <list>
#include <optional>

namespace cloop::helper {

class Gate;

/// One call, from its arrival until it is answered and nothing works for it. The descriptors that came with it are open as long.
class Call {
public:
    sd_bus_message *message() const { return message_.get(); }
    uid_t user() const { return user_; }
    gid_t group() const { return group_; }

    void refuse(const Refusal &refusal);
    /// `types` and `values` as for sd_bus_message_append().
    template <class... Values> void answer(const char *types, Values... values) {
        if (std::exchange(is_answered_, true)) return;
        const int result = sd_bus_reply_method_return(message(), types, values...);
        if (result < 0) sd_bus_reply_method_errno(message(), result, nullptr);
    }

private:
    friend class Gate;
    Gate *gate_ = nullptr;
    Message message_;
    uid_t user_ = 0;
    gid_t group_ = 0;
    Track caller_;
    std::optional<Question> question_;
    std::unique_ptr<ChildWork> child_;
    bool is_answered_ = false, is_held_ = false;
};

class Gate {
public:
    /// `time_limit`: of work in children, microseconds.
    Gate(sd_event *event, std::uint64_t time_limit) : event_(event), time_limit_(time_limit) {}

    /// Lets `run` answer the call, or begin to work for it, if polkit grants the caller the action. To be returned by the method's handler.
    int admit(sd_bus_message *message, const std::function<const char *(const Call &)> &action, std::function<void(Call &)> run);

    /// Until release(), the call remains, also without its caller.
    void hold(Call &call) { call.is_held_ = true; }
    void release(Call &call);

    /// Works in a child, which has the descriptors `kept`; then `done` is to answer, unless the work was refused or the caller is gone.
    void work(Call &call, const std::vector<int> &kept, const ChildWork::Work &work, std::function<void(const Outcome &)> done);

    bool is_idle() const { return calls_.empty(); }
    /// Calls that came so far.
    std::uint64_t count() const { return count_; }

private:
    Refusal receive(Call &call, sd_bus_message *message);
    void remove_if_over(Call &call);
    static int on_caller_gone(sd_bus_track *caller, void *call);

    sd_event *event_;
    std::uint64_t time_limit_;
    std::list<Call> calls_;
    std::uint64_t count_ = 0;
};

} // namespace cloop::helper
