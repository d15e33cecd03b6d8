// SPDX-License-Identifier: GPL-3.0-or-later
// cloop bench: measures each encoder on this machine.
#include "arguments.h"
#include "session.h"

#include "codec/encoder.h"
#include "file/file_source.h"
#include "text/printable.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace cloop::cli {

namespace {

constexpr std::size_t measured_block_size = 65536;
constexpr const char *own_program = "/proc/self/exe";
/// Blocks per encoder, few enough for the slowest one.
constexpr std::size_t most_blocks = 32;
/// Minimum per encoder and direction: fast ones repeat their blocks.
constexpr double seconds_each = 0.2;

/// CPU seconds of this thread.
double now() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// CPU seconds per round.
template <class Round> double seconds_of(Round round) {
    const double begin = now();
    for (int rounds = 1;; ++rounds) {
        round();
        if (const double taken = now() - begin; taken >= seconds_each) return taken / rounds;
    }
}

struct Measured {
    double ratio = 0;
    double encode = 0;  ///< bytes a second
    double decode = 0;
};

Measured measure(const Encoding &encoding, const std::vector<std::vector<std::byte>> &blocks) {
    BlockEncoder encoder(encoding, measured_block_size);
    std::vector<std::pair<CodecId, std::vector<std::byte>>> stored;
    std::uint64_t stored_size = 0;
    for (const auto &block : blocks) {
        const Encoded encoded = encoder.encode(block);
        stored.emplace_back(encoded.codec, std::vector(encoded.bytes.begin(), encoded.bytes.end()));
        stored_size += encoded.bytes.size();
    }
    const auto raw_size = static_cast<double>(blocks.size() * measured_block_size);
    AnyDecoder decoder;
    std::vector<std::byte> raw(measured_block_size);
    return {.ratio = static_cast<double>(stored_size) / raw_size,
            .encode = raw_size / seconds_of([&] { for (const auto &block : blocks) (void)encoder.encode(block); }),
            .decode = raw_size / seconds_of([&] { for (const auto &[codec, bytes] : stored) (void)decoder.decode(codec, bytes, raw); })};
}

int run_bench(const std::string &path, Session &session) {
    auto source = FileSource::open(path);
    if (!source) return session.fail(source.error());
    std::vector<std::vector<std::byte>> blocks;
    const std::uint64_t all = (*source)->size() / measured_block_size;
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(all, most_blocks); ++i) {
        std::vector<std::byte> raw(measured_block_size);
        if (auto read = read_exactly(**source, i * all / std::min<std::uint64_t>(all, most_blocks) * measured_block_size, raw); !read)
            return session.fail(read.error());
        blocks.push_back(std::move(raw));
    }
    if (blocks.empty())
        return session.fail(
            {.code = ErrorCode::invalid_option, .subject = path, .detail = tr("it is too small to measure with. Name a file of 64 KiB or more")});

    const std::string shown = path == own_program ? tr("this program") : path;
    Json json{{"file", shown}, {"block_size", measured_block_size}, {"encoders", Json::array()}};
    std::string text =
        printable(shown) + tr(", blocks of 64 KiB, one thread, MB of CPU time\n  encoder      ratio   compress MB/s   decompress MB/s\n");
    const auto add = [&](const Encoding &encoding, bool has_levels) {
        const Measured result = measure(encoding, blocks);
        std::string name(encoder_info(encoding.encoder).name);
        if (has_levels) name += " " + std::to_string(encoding.level);
        json["encoders"].push_back(
            {{"encoder", name}, {"ratio", result.ratio}, {"encode_mb_s", result.encode / 1e6}, {"decode_mb_s", result.decode / 1e6}});
        char line[128];
        std::snprintf(line, sizeof line, "  %-11s %6.4f  %14.1f  %16.0f\n", name.c_str(), result.ratio, result.encode / 1e6, result.decode / 1e6);
        text += line;
    };
    for (const EncoderInfo &info : all_encoders()) {
        const bool has_levels = info.lowest_level < info.highest_level;
        for (int level = info.lowest_level; level <= info.highest_level; ++level) {
            if (session.stop.stop_requested()) return session.fail({.code = ErrorCode::cancelled});
            add({info.id, level, false}, has_levels);
        }
    }
    session.print(json, text);
    return exit_fine;
}

} // namespace

void add_bench(CLI::App &root, Session &session) {
    auto path = std::make_shared<std::string>(own_program);
    CLI::App *command = add_command(root, session, "bench", tr("Measure each encoder on this machine: ratio, and speed both ways"));
    takes(command->add_option("file", *path, tr("What to measure with (default: this program itself)")), value::file);
    command->callback([path, &session] { session.action = [path, &session] { return run_bench(*path, session); }; });
}

} // namespace cloop::cli
