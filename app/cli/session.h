// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by all commands of one run: the common options, the stop token, and output of results and errors.

#pragma once

#include "base/progress.h"
#include "file/new_file.h"
#include "image/image_reader.h"
#include "report/json_stream.h"
#include "text/language.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

namespace cloop::cli {

/// As documented in the man page.
enum ExitStatus { exit_fine = 0, exit_environment = 1, exit_damaged = 2, exit_internal = 3, exit_stopped = 130 };

ExitStatus exit_status(const Error &error);

class Session {
public:
    Session();

    unsigned threads = 1;       ///< of --threads; by default the number of processors
    bool wants_json = false;
    bool is_forced = false;
    bool wants_sha256 = false;
    bool wants_progress = false;  ///< also if stderr is not a terminal
    bool is_quiet = false;        ///< no results
    std::stop_token stop;       ///< SIGINT and SIGTERM

    /// By --force.
    NewFile::Replace replace() const { return is_forced ? NewFile::Replace::yes : NewFile::Replace::no; }

    /// Options for opening images: with all threads. A damaged head or index is reported and makes the exit status 2, even if no content is lost.
    ImageReader::Options image_options();

    /// The chosen command; returns the exit status.
    std::function<int()> action;

    /// Writes a line to stderr, a few times a second; nothing without a terminal or --progress.
    ProgressSink progress();

    /// Writes one sentence to stderr.
    void warn(const std::string &sentence);

    /// Writes the error's message and `more` to stderr; with --json also the error to stdout. Returns the exit status.
    int fail(const Error &error, const std::string &more = {});

    /// Writes results to stdout: `json` with --json, else `text`.
    void print(const Json &json, const std::string &text);

    /// Writes a part of the results to stdout, unchanged. Does nothing if an earlier part could not be written.
    void write(std::string_view text);
    std::function<void(std::string_view)> writer() { return [this](std::string_view text) { write(text); }; }
    bool can_write() const { return output_error_ == 0; }

    /// Ends the run: fails if results could not be written. Returns the exit status.
    int finish(int status);

    /// Writes text to stderr, for commands whose stdout is content.
    void print_aside(const std::string &text);

private:
    class ProgressLine;
    std::shared_ptr<ProgressLine> line_;
    bool has_corrected_head_ = false;
    std::mutex misplaced_mutex_;
    std::vector<std::string> misplaced_;  ///< names of images with blocks found despite damaged index entries
    int output_error_ = 0;  ///< errno of the first result that could not be written
};

/// Makes a subcommand with --json.
CLI::App *add_short_command(CLI::App &root, Session &session, const std::string &name, const std::string &description);
/// Makes a subcommand with --threads, --json, --progress. `with_output`: also --force.
CLI::App *add_command(CLI::App &root, Session &session, const std::string &name, const std::string &description, bool with_output = false);
void add_threads(CLI::App &command, Session &session);
void add_sha256(CLI::App &command, Session &session);

void add_create(CLI::App &root, Session &session);
void add_extract(CLI::App &root, Session &session);
void add_info(CLI::App &root, Session &session);
void add_verify(CLI::App &root, Session &session);
void add_map(CLI::App &root, Session &session);
void add_estimate(CLI::App &root, Session &session);
void add_ls(CLI::App &root, Session &session);
void add_get(CLI::App &root, Session &session);
void add_cat(CLI::App &root, Session &session);
void add_convert(CLI::App &root, Session &session);
void add_diff(CLI::App &root, Session &session);
void add_live(CLI::App &root, Session &session);
void add_export(CLI::App &root, Session &session);
void add_bench(CLI::App &root, Session &session);
/// mount, umount.
void add_mount_commands(CLI::App &root, Session &session);
/// attach, detach.
void add_attach_commands(CLI::App &root, Session &session);
void add_list(CLI::App &root, Session &session);
void add_worker(CLI::App &root, Session &session);
/// suspend, resume.
void add_suspend_commands(CLI::App &root, Session &session);

/// The old commands of cloop-utils, chosen by argv[0].
int run_create_compressed_fs(int argc, char **argv, Session &session);
int run_extract_compressed_fs(int argc, char **argv, Session &session);
int run_cloop_suspend(int argc, char **argv, Session &session);

} // namespace cloop::cli
