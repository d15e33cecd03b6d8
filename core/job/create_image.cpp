// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/create_image.h"

#include "image/block_walk.h"
#include "image/image_reader.h"

#include <algorithm>
#include <new>

namespace cloop {

namespace {

/// Compares the written image with the hashes of the raw blocks.
Status verify_written(SourcePtr written, const PipelineResult &expected, unsigned threads, const std::stop_token &stop,
                      const ProgressSink &progress) {
    auto image = ImageReader::open(std::move(written));
    if (!image) return std::unexpected(Error{.code = ErrorCode::verify_failed, .subject = image.error().subject});
    // An image that needs corrections is damaged.
    if ((*image)->block_count() != expected.block_hashes.size() || !(*image)->corrections().empty())
        return fail(ErrorCode::verify_failed, (*image)->name());
    return walk_blocks(**image, {.threads = threads, .want_hashes = true}, stop, [&](const WalkedBlock &block) -> Status {
        if (!block.outcome || block.outcome->is_misplaced || block.hash != expected.block_hashes[block.number])
            return std::unexpected(Error{.code = ErrorCode::verify_failed, .block = block.number, .subject = (*image)->name()});
        report(progress, {.phase = Phase::verify,
                          .done = std::min<std::uint64_t>((block.number + 1) * std::uint64_t{(*image)->block_size()}, expected.content_size),
                          .total = expected.content_size});
        return {};
    });
}

Result<CreateResult> write_image(ByteStream &input, ByteSink &sink, const CreateOptions &options, const std::stop_token &stop,
                                 const ProgressSink &progress, const std::function<void(std::size_t)> &on_block) try {
    Encoding encoding = options.encoding;
    encoding.for_all_versions = is_for_all_versions(options.format);
    CLOOP_TRY(check(encoding));

    CLOOP_LET(writer, ImageWriter::begin(sink, options.format, options.block_size, input.size(), options.spool_folder));

    CreateResult result;
    Sha256 sha256;
    // Report the room of head and index before the first block.
    report(progress, {.phase = Phase::create, .total = input.size(), .stored = writer.size()});
    const PipelineOptions pipeline{encoding, options.block_size, options.threads};
    auto encoders = options.make_encoders ? options.make_encoders(pipeline) : make_local_encoders(pipeline);
    auto blocks = encode_blocks(
        input, *encoders,
        [&](const Encoded &block) {
            result.longest_stored = std::max(result.longest_stored, block.bytes.size());
            if (on_block) on_block(block.bytes.size());
            return writer.append(block);
        },
        options.want_sha256 ? &sha256 : nullptr, stop,
        [&](std::uint64_t done) { report(progress, {.phase = Phase::create, .done = done, .total = input.size(), .stored = writer.size()}); });
    if (!blocks) return std::unexpected(std::move(blocks).error());
    // Whoever encodes is free before the image is verified.
    encoders.reset();

    result.content_size = blocks->content_size;
    if (auto done = writer.finish(options.note_size ? std::optional(result.content_size) : std::nullopt); !done)
        return std::unexpected(std::move(done).error().at(input.name()));
    result.image_size = writer.size();
    result.block_count = blocks->block_hashes.size();

    if (auto *file = sink.as_file(); file && options.verify) {
        CLOOP_LET(written, file->read_back());
        CLOOP_TRY(verify_written(std::move(written), *blocks, options.threads, stop, progress));
        result.is_verified = true;
    }
    CLOOP_TRY(sink.commit());
    if (options.want_sha256) result.sha256 = sha256.hex();
    return result;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace

Result<CreateResult> create_image(ByteStream &input, ByteSink &sink, const CreateOptions &options, const std::stop_token &stop,
                                  const ProgressSink &progress, const std::function<void(std::size_t)> &on_block) {
    auto result = write_image(input, sink, options, stop, progress, on_block);
    if (!result && result.error().code == ErrorCode::file_too_large) result.error().code = ErrorCode::image_too_large;
    return result;
}

} // namespace cloop
