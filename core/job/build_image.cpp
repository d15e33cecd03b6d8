// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/build_image.h"

#include "file/image_name.h"
#include "file/output_target.h"
#include "file/split_set.h"
#include "file/spool.h"
#include "job/content_stream.h"
#include "job/estimate.h"
#include "job/needed_room.h"
#include "job/open_image.h"
#include "source/archive_stream.h"
#include "source/open_stream.h"
#include "source/pipe_stream.h"

#include <unistd.h>

namespace cloop {

namespace {

struct Opened {
    std::unique_ptr<ByteStream> stream;
    ContentStream *converted = nullptr;  ///< `stream`, if it is an image's content
    std::vector<std::string> inputs;
};

Result<Opened> open_standard_input(const BuildSource &source, TreeOptions tree, const std::string &spool_in, const std::stop_token &stop,
                                   const ProgressSink &progress) {
    Opened opened{.stream = std::make_unique<PipeStream>(STDIN_FILENO, "standard input", source.size, stop), .inputs = {"-"}};
    if (!source.is_archive) return opened;
    // Spool it, because an archive is read twice.
    CLOOP_LET(archive, spool(*opened.stream, spool_in));
    if (tree.label.empty()) tree.label = "CLOOP";
    CLOOP_LET(stream, open_archive(std::move(archive), std::move(tree), stop, progress));
    opened.stream = std::move(stream);
    return opened;
}

Result<Opened> open_source(const BuildRequest &request, const BuildEvents &events, const std::stop_token &stop) {
    const BuildSource &source = request.source;
    if (source.image) {
        auto content = std::make_unique<ContentStream>(source.image, request.keep_going);
        ContentStream *converted = content.get();
        return Opened{std::move(content), converted, ImageName::of(source.path).files()};
    }
    TreeOptions tree{.kind = request.filesystem,
                     .label = request.label,
                     .keep_going = request.keep_going,
                     .filter = source.filter,
                     .owner = request.owner,
                     .on_trouble = events.on_trouble,
                     .on_note = events.on_note};
    if (source.path == "-") return open_standard_input(source, std::move(tree), spool_folder(request.output), stop, events.on_progress);
    CLOOP_LET(opened, open_stream(source.path, std::move(tree), identity_of_output(request.output), stop, events.on_progress));
    return Opened{std::move(opened.stream), nullptr, parts_of(source.path).value_or(std::vector<std::string>{})};
}

} // namespace

Result<BuildResult> build_image(const BuildRequest &request, const BuildEvents &events, const std::stop_token &stop) {
    CLOOP_LET(source, open_source(request, events, stop));
    const std::uint64_t size = source.stream->size().value_or(0);
    OutputRequest target{.path = request.output,
                         .split = request.split,
                         .head_file = request.head_file,
                         .replace = request.replace,
                         .most_size = size + size / 64 + 65536,
                         .on_little_room = events.on_little_room,
                         .inputs = std::move(source.inputs)};
    // Standard input can't be sampled.
    if (request.source.path != "-")
        target.needed_room = [&]() -> NeededRoom {
            const auto sampled = open_sampled(request.source, stop);
            return sampled ? room_for_image(sampled->source, request.options, stop) : NeededRoom{};
        };
    CLOOP_LET(sink, open_output(target, stop));
    CreateOptions options = request.options;
    options.spool_folder = spool_folder(request.output);
    CLOOP_LET(image, create_image(*source.stream, *sink, options, stop, events.on_progress, events.on_block));
    return BuildResult{std::move(image), source.converted ? source.converted->lost() : std::vector<LostBlocks>()};
}

} // namespace cloop
