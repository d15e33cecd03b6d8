// SPDX-License-Identifier: GPL-3.0-or-later
// The old commands create_compressed_fs and extract_compressed_fs, which scripts and articles use.
#include "create_request.h"
#include "extract_request.h"

#include "text/quantities.h"

#include <cstdio>
#include <optional>

namespace cloop::cli {

namespace {

constexpr const char *create_usage =
    "create_compressed_fs [OPTIONS] INPUT OUTPUT\n"
    "create_compressed_fs INPUT BLOCKSIZE [OUTPUT]      (to standard output without OUTPUT)\n"
    "  -B N      bytes of a block (65536)        -t N      threads\n"
    "  -b        smallest block by block (slow)  -s SIZE   length of the input\n"
    "  -L N      -2 smallest, -1 as 12, 0 to 9   -S FILE   head and index into FILE, the blocks into OUTPUT\n"
    "  -q, -v    quiet, with progress            -f -m -r  taken and not needed: no temporary file is\n"
    "cloop create does the same and more.\n";

/// 2K, 650m, 4g: "g" is 10^9, "gi" and "G" are 2^30.
std::optional<std::uint64_t> old_size(std::string text) {
    if (text.size() > 1 && text.back() == 'i') {
        text.pop_back();
        if (text.back() >= 'a' && text.back() <= 'z') text.back() = static_cast<char>(text.back() - 'a' + 'A');
    }
    return parse_size(text);
}

} // namespace

int run_create_compressed_fs(int argc, char **argv, Session &session) {
    CreateRequest request{.codec = "zlib"};
    std::string block_size = "65536", size, head_file;
    std::optional<int> level;
    bool wants_best = false, is_quiet = false;
    std::vector<std::string> words;
    std::string ignored;

    CLI::App app("Make a compressed image. cloop create does the same and more.", "create_compressed_fs");
    app.set_help_flag("-h,--help");
    bool is_flag_ignored = false;
    app.add_option("-B", block_size);
    app.add_flag("-b", wants_best);
    app.add_option("-L", level);
    app.add_option("-t", session.threads);
    app.add_option("-s", size);
    app.add_option("-f", ignored);
    app.add_flag("-m", is_flag_ignored);
    app.add_flag("-r", is_flag_ignored);
    app.add_option("-S", head_file);
    app.add_flag("-q", is_quiet);
    app.add_flag("-v", session.wants_progress);
    std::string network;
    app.add_flag("-l", is_flag_ignored)->each([&](const std::string &) { network = "-l"; });
    app.add_option("-p", ignored)->each([&](const std::string &) { network = "-p"; });
    app.add_option("words", words);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp &) {
        session.write(create_usage);
        return exit_fine;
    } catch (const CLI::ParseError &error) {
        session.warn(error.what());
        session.print_aside(create_usage);
        return exit_environment;
    }
    if (!network.empty() || words.size() > 3) {
        session.warn("other machines are used by cloop create --cluster, which prints the line to type on them, cloop worker URL. This command uses "
                     "all processors of this one; -t N sets how many.");
        return exit_environment;
    }
    if (words.size() < 2) {
        session.print_aside(create_usage);
        return exit_environment;
    }
    // The argument order of the original command: IN BLOCKSIZE [OUT].
    request.source = words[0];
    if (const auto second = old_size(words[1]); second && (words.size() == 3 || *second % 512 == 0)) {
        block_size = words[1];
        request.output = words.size() == 3 ? words[2] : "-";
    } else if (words.size() == 3) {
        session.warn(words[1] + " is not a block size.");
        return exit_environment;
    } else {
        request.output = words[1];
    }

    const auto bytes = old_size(block_size);
    request.block_size = bytes ? std::to_string(*bytes) : block_size;
    if (!size.empty()) {
        const auto announced = old_size(size);
        if (!announced) {
            session.warn("-s takes a size such as 650m or 2Gi, which " + size + " is not.");
            return exit_environment;
        }
        request.size = std::to_string(*announced);
    }
    // Without -L use libdeflate 6, which compresses better than zlib 9, the old default, in a fraction of the time. 0 to 9 are zlib levels.
    const int chosen = wants_best ? -2 : level.value_or(9);
    if (chosen < -2 || chosen > 9) {
        session.warn("-L takes -2 (smallest), -1 (as 7-Zip's deflate) and 0 to 9, but not " + std::to_string(chosen) + ".");
        return exit_environment;
    }
    if (chosen == -2) request.codec = "best";
    else if (chosen == -1 || !level) request.codec = "deflate";
    else request.level = chosen;
    if (chosen == -1) request.level = 12;
    session.is_forced = true;  // the old command always replaced its output
    if (is_quiet) session.wants_progress = false;
    session.is_quiet = is_quiet;
    if (request.source != "-") request.size.clear();
    request.head_file = head_file;
    return run_create(request, session);
}

int run_extract_compressed_fs(int argc, char **argv, Session &session) {
    if (argc < 2 || argc > 3 || std::string_view(argv[1]) == "-h" || std::string_view(argv[1]) == "--help") {
        const std::string usage = "extract_compressed_fs IMAGE [OUTPUT]      (to standard output without OUTPUT, or with -)\n"
                                  "cloop extract does the same and more.\n";
        if (argc == 2) session.write(usage);
        else session.print_aside(usage);
        return argc == 2 ? exit_fine : exit_environment;
    }
    session.is_forced = true;
    return run_extract({.image = argv[1], .output = argc == 3 ? argv[2] : "-"}, session);
}

} // namespace cloop::cli
