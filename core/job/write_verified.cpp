// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/write_verified.h"

#include "base/sha256.h"
#include "job/sum_file.h"

#include <vector>

namespace cloop {

Result<std::string> write_verified(ByteStream &stream, ByteSink &sink, const std::stop_token &stop, const ProgressSink &progress) {
    Sha256 sha256;
    std::vector<std::byte> buffer(1 << 20);
    for (std::uint64_t done = 0;;) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        CLOOP_LET(got, stream.read(buffer));
        if (got == 0) break;
        const auto part = std::span<const std::byte>(buffer).first(got);
        sha256.add(part);
        CLOOP_TRY(sink.write(part));
        done += got;
        report(progress, {.phase = Phase::disc, .done = done, .total = stream.size(), .stored = done});
    }
    std::string sum = sha256.hex();
    if (FileSink *file = sink.as_file()) {
        CLOOP_LET(written, file->read_back());
        CLOOP_LET(read, hash_source(*written, stop, progress));
        if (read != sum) return fail(ErrorCode::verify_failed, written->name());
    }
    CLOOP_TRY(sink.commit());
    return sum;
}

} // namespace cloop
