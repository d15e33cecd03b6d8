// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/build_task.h"

#include "file/file_source.h"
#include "job/sum_file.h"

namespace cloop::desktop {

namespace {

/// Writes the SHA-256 of the file now at `path`.
Result<std::string> writeSum(const std::string &path, const std::stop_token &stop, const ProgressSink &progress) {
    CLOOP_LET(file, FileSource::open(path));
    auto sha256 = hash_source(*file, stop, progress);
    if (sha256) CLOOP_TRY(write_sum_file(path, *sha256));
    return sha256;
}

} // namespace

Result<BuildOutcome> runBuild(const BuildTask &task, std::function<void(std::size_t)> onBlock, const std::stop_token &stop,
                              const ProgressSink &progress) {
    BuildOutcome outcome;
    const BuildEvents events{.on_trouble = [&](const Error &error) { outcome.troubles.push_back(error); },
                             .on_note = [&](const Error &error) { outcome.notes.push_back(error); },
                             .on_block = std::move(onBlock),
                             .on_progress = progress};
    auto built = build_image(task.build, events, stop);
    if (!built) {
        Error error = std::move(built).error();
        // Name the first unreadable files.
        if (error.code == ErrorCode::source_unreadable)
            for (std::size_t i = 0; i < outcome.troubles.size() && i < 3; ++i) error.detail += (i ? ", " : "") + outcome.troubles[i].subject;
        return std::unexpected(std::move(error));
    }
    outcome.built = std::move(*built);
    if (task.writeSum && !task.build.split) {
        auto sha256 = writeSum(task.build.output, stop, progress);
        if (sha256) outcome.imageSha256 = std::move(*sha256);
        else outcome.sumTrouble = std::move(sha256).error();
    }
    return outcome;
}

} // namespace cloop::desktop
