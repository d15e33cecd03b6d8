// SPDX-License-Identifier: GPL-3.0-or-later
// The cloop command and its old names.

#include "cluster_request.h"
#include "session.h"
#include "stop_signals.h"

#include "codec/encoder.h"
#include "file/process_descriptors.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <span>
#include <sstream>
#include <string_view>

namespace cloop::cli {

namespace {

std::string version_lines() {
    std::string text = "cloop " CLOOPSMITH_VERSION "\nThe same versions of the encoders write the same bytes:\n";
    for (const auto &version : encoder_versions()) text += "  " + version + "\n";
    text.pop_back();
    return text;
}

int run_cloop(int argc, char **argv, Session &session) {
    CLI::App root("Compressed disc images: make them, look into them, bring out what is in them, also past damage.", "cloop");
    root.set_version_flag("--version", version_lines());
    root.require_subcommand(1);
    root.get_formatter()->column_width(34);
    add_create(root, session);
    add_extract(root, session);
    add_info(root, session);
    add_verify(root, session);
    add_map(root, session);
    add_estimate(root, session);
    add_ls(root, session);
    add_get(root, session);
    add_cat(root, session);
    add_convert(root, session);
    add_diff(root, session);
    add_live(root, session);
    add_export(root, session);
    add_bench(root, session);
    add_worker(root, session);
    add_mount_commands(root, session);
    add_attach_commands(root, session);
    add_list(root, session);
    add_suspend_commands(root, session);
    try {
        root.parse(words_for_parser(argc, argv));
    } catch (const CLI::Success &asked) {
        std::ostringstream text;
        root.exit(asked, text, text);  // help and version
        session.write(text.str());
        return exit_fine;
    } catch (const CLI::ParseError &error) {
        const auto given = std::span(argv, static_cast<std::size_t>(argc));
        session.wants_json = std::ranges::any_of(given, [](const char *word) { return std::string_view(word) == "--json"; });
        std::string what = error.what();
        if (argc > 1 && argv[1][0] != '-' && root.get_subcommands([&](CLI::App *command) { return command->get_name() == argv[1]; }).empty())
            what = "the command " + std::string(argv[1]) + " does not exist";
        while (what.ends_with('.') || what.ends_with('\n')) what.pop_back();
        return session.fail({.code = ErrorCode::invalid_option, .detail = what + ". cloop --help and cloop COMMAND --help show what there is"});
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
    std::fputs("cloop: there is not enough memory. Use fewer threads, or smaller blocks.\n", stderr);
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
        std::fprintf(stderr, "cloop: this is an error in the program itself (%s). Please report it, with what you did.\n", error.what());
        return cloop::cli::exit_internal;
    }
}
