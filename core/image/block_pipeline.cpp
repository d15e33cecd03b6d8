#include "image/block_pipeline.h"

#include "base/ordered_pool.h"
#include "base/zeros.h"

#include <xxhash.h>

#include <algorithm>
#include <mutex>
#include <new>
#include <optional>

namespace cloop {

namespace {

struct EncodeSlot {
    std::vector<std::byte> raw;
    std::vector<std::byte> stored;
    Encoded encoded{};  ///< points into `stored`, or to the zero block that all share
    std::uint64_t hash = 0;
    bool is_out_of_memory = false;
};

/// What the workers share: the encoders, one for each that meets a block, since few blocks need few; and the stored form of the zero block, made by
/// the worker that meets the first.
class EncodeWork {
public:
    explicit EncodeWork(const PipelineOptions &options) : options_(options), encoders_(std::max(options.threads, 1u)) {}

    void operator()(EncodeSlot &slot, unsigned worker) {
        try {
            auto &encoder = encoders_[worker];
            if (!encoder) encoder.emplace(options_.encoding, options_.block_size);
            if (is_all_zero(slot.raw)) {
                std::call_once(zero_once_, [&] {
                    const Encoded encoded = encoder->encode(slot.raw);
                    zero_stored_.assign(encoded.bytes.begin(), encoded.bytes.end());
                    zero_ = {encoded.codec, zero_stored_};
                    zero_hash_ = hash_block(slot.raw);
                });
                slot.encoded = zero_;
                slot.hash = zero_hash_;
                return;
            }
            const Encoded encoded = encoder->encode(slot.raw);
            // `none` hands the raw bytes back: they are the slot's own.
            if (encoded.bytes.data() == slot.raw.data()) {
                slot.encoded = encoded;
            } else {
                slot.stored.assign(encoded.bytes.begin(), encoded.bytes.end());
                slot.encoded = {encoded.codec, slot.stored};
            }
            slot.hash = hash_block(slot.raw);
        } catch (const std::bad_alloc &) {
            slot.is_out_of_memory = true;
        }
    }

private:
    const PipelineOptions &options_;
    std::vector<std::optional<BlockEncoder>> encoders_;
    std::once_flag zero_once_;
    std::vector<std::byte> zero_stored_;
    Encoded zero_{};
    std::uint64_t zero_hash_ = 0;
};

} // namespace

std::uint64_t hash_block(std::span<const std::byte> raw) { return XXH3_64bits(raw.data(), raw.size()); }

Result<PipelineResult> encode_blocks(ByteStream &input, const PipelineOptions &options, const BlockConsumer &consume, Sha256 *sha256,
                                     const std::stop_token &stop, const std::function<void(std::uint64_t)> &progress) try {
    EncodeWork work(options);
    const unsigned threads = std::max(options.threads, 1u);
    OrderedPool<EncodeSlot> pool(threads, window_for(threads, options.block_size), std::ref(work));

    PipelineResult result;
    bool has_ended = false;
    const auto take_back = [&](EncodeSlot &slot) -> Status {
        if (slot.is_out_of_memory) return fail(ErrorCode::out_of_memory);
        result.block_hashes.push_back(slot.hash);
        CLOOP_TRY(consume(slot.encoded));
        pool.release();
        progress(std::min<std::uint64_t>(result.content_size, result.block_hashes.size() * std::uint64_t{options.block_size}));
        return {};
    };
    for (;;) {
        while (EncodeSlot *slot = pool.try_next()) CLOOP_TRY(take_back(*slot));
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        if (EncodeSlot *slot = has_ended ? nullptr : pool.free_slot()) {
            slot->raw.resize(options.block_size);
            auto got = input.read(slot->raw);
            if (!got) return std::unexpected(std::move(got).error());
            has_ended = *got < slot->raw.size();
            if (*got == 0) continue;
            if (sha256) sha256->add(std::span(slot->raw).first(*got));
            std::fill(slot->raw.begin() + static_cast<std::ptrdiff_t>(*got), slot->raw.end(), std::byte{0});
            result.content_size += *got;
            pool.submit();
        } else if (!pool.is_empty()) {
            CLOOP_TRY(take_back(pool.next()));
        } else {
            return result;
        }
    }
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop
