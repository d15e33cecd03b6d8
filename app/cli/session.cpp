// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "arguments.h"
#include "error_json.h"

#include "file/file_io.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"
#include "text/printable.h"
#include "text/quantities.h"
#include "text/value_names.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <span>
#include <thread>

namespace cloop::cli {

namespace {

using Clock = std::chrono::steady_clock;

} // namespace

/// Rewrites one line on a terminal; with --progress but no terminal, writes a line every few seconds.
class Session::ProgressLine {
public:
    explicit ProgressLine(bool is_terminal) : is_terminal_(is_terminal), interval_(is_terminal ? 0.2 : 5.0) {}
    ~ProgressLine() { clear(); }

    void show(const Progress &progress) {
        const auto now = Clock::now();
        if (progress.phase != phase_ || !has_begun_) {
            phase_ = progress.phase;
            has_begun_ = true;
            begin_ = shown_ = now;
            return;
        }
        const bool is_last = progress.total && progress.done >= *progress.total;
        if (std::chrono::duration<double>(now - shown_).count() < interval_ && !is_last) return;
        shown_ = now;
        const double elapsed = std::chrono::duration<double>(now - begin_).count();
        const double speed = elapsed > 0 ? static_cast<double>(progress.done) / elapsed : 0;
        std::string text = tr(text_of(progress.phase));
        text += "  " + size_text(progress.done);
        if (progress.total && *progress.total > 0) {
            char percent[16];
            std::snprintf(percent, sizeof percent, "  %3.0f %%", 100.0 * static_cast<double>(progress.done) / static_cast<double>(*progress.total));
            text = filled_in(tr("%1 of %2"), text, size_text(*progress.total)) + percent;
        }
        text += "  " + size_text(static_cast<std::uint64_t>(speed)) + "/s";
        if (progress.stored > 0 && progress.done > 0) {
            char ratio[32];
            std::snprintf(ratio, sizeof ratio, "%.3f", static_cast<double>(progress.stored) / static_cast<double>(progress.done));
            text += "  " + filled_in(tr("ratio %1"), ratio, {});
        }
        // Earlier, the estimate would be unstable.
        if (progress.total && elapsed > 2 && !is_last && speed > 0)
            text += "  " + filled_in(tr("%1 left"), duration_text(static_cast<double>(*progress.total - progress.done) / speed), {});
        if (is_terminal_) std::fprintf(stderr, "\r\033[K%s", text.c_str());
        else std::fprintf(stderr, "%s\n", text.c_str());
        is_dirty_ = is_terminal_;
        std::fflush(stderr);
    }

    void clear() {
        if (is_dirty_) std::fprintf(stderr, "\r\033[K");
        is_dirty_ = false;
    }

private:
    bool is_terminal_;
    double interval_;
    bool has_begun_ = false;
    bool is_dirty_ = false;
    Phase phase_ = Phase::list;
    Clock::time_point begin_;
    Clock::time_point shown_;
};

ExitStatus exit_status(const Error &error) {
    if (error.code == ErrorCode::cancelled) return exit_stopped;
    if (error.code == ErrorCode::internal) return exit_internal;
    return is_image_fault(error.code) ? exit_damaged : exit_environment;
}

Session::Session() : threads(std::max(std::thread::hardware_concurrency(), 1u)) {}

ProgressSink Session::progress() {
    const bool is_terminal = ::isatty(STDERR_FILENO) == 1;
    if (!is_terminal && !wants_progress) return {};
    if (!line_) line_ = std::make_shared<ProgressLine>(is_terminal);
    return [line = line_](const Progress &progress) { line->show(progress); };
}

void Session::warn(const std::string &sentence) {
    if (line_) line_->clear();
    std::fprintf(stderr, "cloop: %s\n", printable(sentence).c_str());
}

int Session::fail(const Error &error, const std::string &more) {
    // No message if the reader closed the pipe (| head).
    if (error.sys != EPIPE) warn(sentence(error) + (more.empty() ? "" : " " + more));
    if (wants_json && error.code != ErrorCode::cancelled) write(dumped(Json{{"error", to_json(error)}}, 2) + "\n");
    return exit_status(error);
}

ImageReader::Options Session::image_options() {
    return {.threads = threads,
            .on_correction =
                [this](const ByteSource &file, const HeadCorrection &correction) {
                    has_corrected_head_ = true;
                    warn(file.name() + ": " + tr("its head is damaged.") + " " + sentence(correction));
                },
            .on_misplaced =
                [this](const ByteSource &file) {
                    const std::lock_guard lock(misplaced_mutex_);
                    misplaced_.push_back(file.name());
                }};
}

int Session::finish(int status) {
    for (const auto &name : misplaced_)
        warn(name + ": " + tr("its index is damaged. Blocks that it misplaces were found, because the blocks before them end there."));
    if (status == exit_fine && (has_corrected_head_ || !misplaced_.empty())) status = exit_damaged;
    if (output_error_ == 0 || status != exit_fine) return status;
    // No message if the reader closed the pipe (| head).
    if (output_error_ != EPIPE) warn(sentence(system_error(output_error_, ErrorCode::write_failed, tr("standard output"))));
    return exit_environment;
}

void Session::print_aside(const std::string &text) {
    if (line_) line_->clear();
    std::fputs(text.c_str(), stderr);
}

void Session::print(const Json &json, const std::string &text) {
    if (is_quiet) return;
    write(wants_json ? dumped(json, 2) + "\n" : text);
}

void Session::write(std::string_view text) {
    if (line_) line_->clear();
    if (output_error_ != 0) return;
    if (auto written = write_fully(STDOUT_FILENO, std::as_bytes(std::span(text)), tr("standard output")); !written)
        output_error_ = written.error().sys;
}

CLI::App *add_short_command(CLI::App &root, Session &session, const std::string &name, const std::string &description) {
    CLI::App *command = root.add_subcommand(name, description);
    command->add_flag("--json", session.wants_json, tr("Results as JSON on standard output"));
    return command;
}

CLI::App *add_command(CLI::App &root, Session &session, const std::string &name, const std::string &description, bool with_output) {
    CLI::App *command = add_short_command(root, session, name, description);
    add_threads(*command, session);
    command->add_flag("--progress", session.wants_progress, tr("Show progress even where standard error is not a terminal"));
    if (with_output) command->add_flag("--force", session.is_forced, tr("Replace what is there"));
    return command;
}

void add_threads(CLI::App &command, Session &session) {
    takes_number(command.add_option("-t,--threads", session.threads, tr("How many threads work")), 1, 1024);
}

void add_sha256(CLI::App &command, Session &session) {
    command.add_flag("--sha256", session.wants_sha256, tr("Also print the SHA-256 of the content"));
}

} // namespace cloop::cli
