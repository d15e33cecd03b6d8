// SPDX-License-Identifier: GPL-3.0-or-later
// The cloop command and its old names.

#include "cluster_request.h"
#include "command_line.h"
#include "completion.h"
#include "stop_signals.h"

#include "file/process_descriptors.h"
#include "text/language.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <span>
#include <sstream>
#include <string_view>
#include <vector>

namespace cloop::cli {

namespace {

int run_cloop(int argc, char **argv, Session &session) {
    const std::vector<std::string> words = words_of_line(argc, argv);
    // What programs read is English.
    const bool is_for_programs = std::ranges::find(words, "--json") != words.end();
    if (!is_for_programs) use_language_of_environment();
    const auto root = make_command_line(session);
    if (!words.empty() && words.front() == completion_command) return run_complete(*root, std::span(words).subspan(1), session);
    try {
        root->parse(std::vector(words.rbegin(), words.rend()));
    } catch (const CLI::Success &asked) {
        std::ostringstream text;
        root->exit(asked, text, text);  // help and version
        session.write(text.str());
        return exit_fine;
    } catch (const CLI::ParseError &error) {
        session.wants_json = is_for_programs;
        return session.fail({.code = ErrorCode::invalid_option, .detail = sentence_of(error, *root, words.empty() ? "" : words.front())});
    }
    return session.action();
}

int run(int argc, char **argv) {
    const StopSignals signals;
    Session session;
    session.stop = signals.token();
    const std::string_view path = argc > 0 ? argv[0] : "cloop";
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (name == "create_compressed_fs") return session.finish(run_create_compressed_fs(argc, argv, session));
    if (name == "extract_compressed_fs") return session.finish(run_extract_compressed_fs(argc, argv, session));
    if (name == "cloop_suspend") return session.finish(run_cloop_suspend(argc, argv, session));
    return session.finish(run_cloop(argc, argv, session));
}

int say_out_of_memory() {
    std::fprintf(stderr, "cloop: %s\n", tr("there is not enough memory. Use fewer threads, or smaller blocks."));
    return exit_environment;
}

/// For std::bad_alloc in the destructor of a JSON value, which allocates and can't throw.
[[noreturn]] void terminate() {
    try {
        if (const auto error = std::current_exception()) std::rethrow_exception(error);
    } catch (const std::bad_alloc &) {
        ::_exit(say_out_of_memory());
    } catch (...) {
    }
    std::abort();
}

} // namespace

} // namespace cloop::cli

int main(int argc, char **argv) {
    std::set_terminate(cloop::cli::terminate);
    cloop::open_standard_streams();
    cloop::allow_many_files();
    try {
        return cloop::cli::run(argc, argv);
    } catch (const std::bad_alloc &) {
        return cloop::cli::say_out_of_memory();
    } catch (const std::exception &error) {
        using cloop::tr;
        std::fprintf(stderr, "cloop: %s (%s). %s\n", tr("this is an error in the program itself"), error.what(),
                     tr("Please report it, with what you did."));
        return cloop::cli::exit_internal;
    }
}
