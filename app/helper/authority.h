// SPDX-License-Identifier: GPL-3.0-or-later
// Asks polkit whether a caller may do something. polkit may ask for a password, so the answer can take minutes.

#pragma once

#include "owned.h"

#include <functional>
#include <string>

namespace cloop::helper {

/// unknown: polkit does not answer.
enum class Verdict { yes, no, unknown };

/// One question. Destroying it takes it back, and with it the dialog.
class Question {
public:
    /// Whether the sender of `call` may do `action`. `answered` is called once, and may destroy the question.
    Question(sd_bus_message *call, const char *action, std::function<void(Verdict)> answered);
    ~Question();
    Question(const Question &) = delete;
    Question &operator=(const Question &) = delete;

private:
    static int on_answer(sd_bus_message *answer, void *self, sd_bus_error *);

    sd_bus *bus_;
    std::string id_;
    std::function<void(Verdict)> answered_;
    Slot slot_;  ///< none after the answer
};

} // namespace cloop::helper
