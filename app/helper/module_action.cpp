// SPDX-License-Identifier: GPL-3.0-or-later
#include "module_action.h"

#include "helper_names.h"
#include "module_names.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace cloop::helper::module {

namespace {

constexpr std::size_t longest_line = 4096;

/// What modprobe says in the language C, and what that means.
constexpr std::pair<std::string_view, const char *> causes[] = {
    {"Key was rejected by service", key_rejected},
    {"Required key not available", key_rejected},
    {"is in use", in_use},
    {"not found in directory", not_installed},
};

/// The bus takes only valid UTF-8.
void make_printable(std::string &line) {
    std::ranges::replace_if(line, [](char byte) { return byte < ' ' || byte > '~'; }, '?');
}

} // namespace

ModuleAction::ModuleAction(sd_event *event, Gate &gate, Call &call, std::deque<Step> steps, std::optional<Step> undo, std::function<void()> ended)
    : event_(event), gate_(gate), call_(call), steps_(std::move(steps)), undo_(std::move(undo)), ended_(std::move(ended)) {
    gate_.hold(call_);
    sd_event_source *source = nullptr;
    sd_event_add_defer(event_, &source, on_begin, this);
    begin_.reset(source);
}

int ModuleAction::on_begin(sd_event_source *, void *self) {
    static_cast<ModuleAction *>(self)->begin_next();
    return 0;
}

void ModuleAction::begin_next() {
    if (steps_.empty()) {
        if (failure_) call_.refuse({failure_, failure_text_.c_str()});
        else call_.answer("");
        gate_.release(call_);
        const auto ended = std::move(ended_);
        ended();
        return;
    }
    std::string words = "$";
    for (const std::string &word : steps_.front().command) words += ' ' + word;
    take_line(words);
    cause_ = nullptr;
    program_ = start(steps_.front().command);
    sd_event_source *output = nullptr, *end = nullptr;
    if (program_.pid == 0 || sd_event_add_io(event_, &output, program_.output.get(), EPOLLIN, on_output, this) < 0 ||
        sd_event_add_child(event_, &end, program_.pid, WEXITED, on_end, this) < 0) {
        take_line("can't be started");
        fail(steps_.front().failure);
        return begin_next();
    }
    output_.reset(output);
    end_.reset(end);
}

int ModuleAction::on_output(sd_event_source *, int, std::uint32_t, void *self) {
    static_cast<ModuleAction *>(self)->read_output();
    return 0;
}

void ModuleAction::read_output() {
    char bytes[4096];
    ssize_t size = 0;
    while ((size = ::read(program_.output.get(), bytes, sizeof bytes)) > 0) {
        partial_line_.append(bytes, static_cast<std::size_t>(size));
        std::size_t end = 0;
        while ((end = partial_line_.find('\n')) != std::string::npos || partial_line_.size() > longest_line) {
            take_line(partial_line_.substr(0, std::min(end, longest_line)));
            partial_line_.erase(0, std::min(end, longest_line) + 1);
        }
    }
    // Its children may write on when it has ended.
    if (size == 0) output_.reset();
}

void ModuleAction::take_line(std::string line) {
    make_printable(line);
    for (const auto &[text, cause] : causes)
        if (line.find(text) != std::string::npos) cause_ = cause;
    if (!line.empty()) last_line_ = line;
    sd_bus *bus = sd_bus_message_get_bus(call_.message());
    sd_bus_message *signal = nullptr;
    if (sd_bus_message_new_signal(bus, &signal, object_path, interface_name, "Line") >= 0 && sd_bus_message_append(signal, "s", line.c_str()) >= 0)
        (void)sd_bus_send_to(bus, signal, sd_bus_message_get_sender(call_.message()), nullptr);
    sd_bus_message_unref(signal);
}

int ModuleAction::on_end(sd_event_source *, const siginfo_t *info, void *self) {
    static_cast<ModuleAction *>(self)->end_step(info->si_code == CLD_EXITED ? info->si_status : -1);
    return 0;
}

void ModuleAction::end_step(int status) {
    read_output();
    if (!partial_line_.empty()) take_line(std::exchange(partial_line_, {}));
    output_.reset();
    end_.reset();
    const Step step = std::move(steps_.front());
    steps_.pop_front();
    std::error_code error;
    if (status == 0 && !step.unwanted.empty()) std::filesystem::remove_all(step.unwanted, error);
    if (status != 0 || error) fail(cause_ ? cause_ : step.failure);
    begin_next();
}

void ModuleAction::fail(const char *name) {
    steps_.clear();
    if (failure_) return;  // it is the undoing that fails
    failure_ = name;
    failure_text_ = last_line_;
    if (undo_) steps_.push_back(*std::exchange(undo_, std::nullopt));
}

} // namespace cloop::helper::module
