// SPDX-License-Identifier: GPL-3.0-or-later
// What a method of the module's service does: programs one after the other. What they write goes to the caller, line by line.

#pragma once

#include "gate.h"
#include "running_program.h"

#include <deque>

namespace cloop::helper::module {

struct Step {
    Command command;
    const char *failure;   ///< an error's name
    std::string unwanted;  ///< a folder that is deleted after the command; empty: none
};

class ModuleAction {
public:
    /// Answers `call` at the end, then calls `ended`, which may destroy this. The action goes on if the caller ends. `undo`: after a failure.
    ModuleAction(sd_event *event, Gate &gate, Call &call, std::deque<Step> steps, std::optional<Step> undo, std::function<void()> ended);

private:
    void begin_next();
    void end_step(int status);
    void read_output();
    void take_line(std::string line);
    void fail(const char *name);
    static int on_output(sd_event_source *, int, std::uint32_t, void *self);
    static int on_end(sd_event_source *, const siginfo_t *info, void *self);
    static int on_begin(sd_event_source *, void *self);

    sd_event *event_;
    Gate &gate_;
    Call &call_;
    std::deque<Step> steps_;  ///< the first one is running
    std::optional<Step> undo_;
    std::function<void()> ended_;

    RunningProgram program_;
    EventSource output_, end_, begin_;
    std::string partial_line_, last_line_;
    const char *cause_ = nullptr;    ///< the error that the program's lines tell of
    const char *failure_ = nullptr;  ///< of the action
    std::string failure_text_;
};

} // namespace cloop::helper::module
