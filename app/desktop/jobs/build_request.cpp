#include "jobs/build_request.h"

#include "base/file_source.h"
#include "job/content_stream.h"
#include "job/open_image.h"
#include "job/output_target.h"
#include "job/sum_file.h"
#include "source/open_stream.h"
#include "source/split_set.h"

namespace cloop::desktop {

namespace {

/// Of what lies under that name now.
Result<std::string> writeSum(const std::string &path, const std::stop_token &stop, const ProgressSink &progress) {
    auto file = FileSource::open(path);
    if (!file) return std::unexpected(std::move(file).error());
    auto sha256 = hash_source(**file, stop, progress);
    if (sha256) CLOOP_TRY(write_sum_file(path, *sha256));
    return sha256;
}

} // namespace

Result<BuildResult> build(const BuildRequest &request, const std::stop_token &stop, const ProgressSink &progress) {
    BuildResult result;
    std::unique_ptr<ByteStream> stream;
    ContentStream *converted = nullptr;
    OutputRequest target{.path = request.output, .split = request.split, .replace = NewFile::Replace::yes};
    target.needed_room = [&]() -> NeededRoom {
        const auto sampled = openSampled(request.source, stop);
        return sampled ? room_for_image(sampled->source, request.options, stop) : NeededRoom{};
    };
    if (request.source.image) {
        auto content = std::make_unique<ContentStream>(request.source.image, request.keepGoing);
        converted = content.get();
        stream = std::move(content);
        target.inputs = files_behind(request.source.path);
    } else {
        IsoOptions iso{.label = request.label,
                       .keep_going = request.keepGoing,
                       .filter = request.source.filter,
                       .owner = request.owner,
                       .on_trouble = [&](const Error &error) { result.troubles.push_back(error); },
                       .on_note = [&](const Error &error) { result.notes.push_back(error); }};
        const auto there = status_of(request.output);
        auto opened = open_stream(request.source.path, std::move(iso), there ? &*there : nullptr, stop, progress);
        if (!opened) return std::unexpected(std::move(opened).error());
        stream = std::move(opened->stream);
        target.inputs = parts_of(request.source.path).value_or(std::vector<std::string>{});
    }
    target.most_size = stream->size().value_or(0) + stream->size().value_or(0) / 64 + 65536;
    auto sink = open_output(target, stop);
    if (!sink) return std::unexpected(std::move(sink).error());
    CreateOptions options = request.options;
    options.spool_folder = folder_of(request.output);
    auto image = create_image(*stream, **sink, options, stop, progress);
    if (!image) {
        Error error = std::move(image).error();
        // The first names that could not be read.
        if (error.code == ErrorCode::source_unreadable)
            for (std::size_t i = 0; i < result.troubles.size() && i < 3; ++i) error.detail += (i ? ", " : "") + result.troubles[i].subject;
        return std::unexpected(std::move(error));
    }
    result.image = std::move(*image);
    if (converted) result.lost = converted->lost();
    if (request.writeSum && !request.split) {
        auto sha256 = writeSum(request.output, stop, progress);
        if (sha256) result.imageSha256 = std::move(*sha256);
        else result.sumTrouble = std::move(sha256).error();
    }
    return result;
}

Result<Sampled> openSampled(const BuildSource &source, const std::stop_token &stop) {
    if (source.image) return Sampled{source.image};
    return open_sampled(source.path, source.filter, stop);
}

} // namespace cloop::desktop
