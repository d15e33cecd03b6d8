// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/block_encoders.h"

#include "base/ordered_pool.h"
#include "base/zeros.h"

#include <xxhash.h>

#include <algorithm>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>

namespace cloop {

namespace {

struct EncodeSlot {
    std::vector<std::byte> raw;
    std::vector<std::byte> bytes;  ///< memory of `result`, unless that is in `raw` or the shared zero block
    Result<EncodedBlock> result{EncodedBlock{}};
};

/// Shared by the workers: one encoder per worker, created at its first block, because few blocks need few; and the encoded zero block, made by the
/// first worker that needs it.
class EncodeWork {
public:
    explicit EncodeWork(const PipelineOptions &options) : options_(options), encoders_(std::max(options.threads, 1u)) {}

    void operator()(EncodeSlot &slot, unsigned worker) noexcept try {
        auto &encoder = encoders_[worker];
        if (!encoder) encoder.emplace(options_.encoding, options_.block_size);
        if (is_all_zero(slot.raw)) {
            // Not by std::call_once: where memory is short, what throws in it goes through the C library, which then ends the program.
            const std::lock_guard lock(zero_mutex_);
            if (!zero_) {
                const Encoded encoded = encoder->encode(slot.raw);
                zero_bytes_.assign(encoded.bytes.begin(), encoded.bytes.end());
                zero_ = {{encoded.codec, zero_bytes_}, hash_block(slot.raw)};
            }
            slot.result = *zero_;
            return;
        }
        Encoded encoded = encoder->encode(slot.raw);
        // `none` returns the raw bytes, which the slot owns.
        if (encoded.bytes.data() != slot.raw.data()) {
            slot.bytes.assign(encoded.bytes.begin(), encoded.bytes.end());
            encoded.bytes = slot.bytes;
        }
        slot.result = EncodedBlock{encoded, hash_block(slot.raw)};
    } catch (const std::bad_alloc &) {
        slot.result = fail(ErrorCode::out_of_memory);
    }

private:
    const PipelineOptions options_;
    std::vector<std::optional<BlockEncoder>> encoders_;
    std::mutex zero_mutex_;  ///< guards what follows
    std::vector<std::byte> zero_bytes_;
    std::optional<EncodedBlock> zero_;
};

/// From this size on, encoding a block may delay a stop noticeably, because libdeflate and liblzma can't be interrupted.
constexpr std::uint32_t slow_block_size = 1u << 20;

class PooledEncoders final : public BlockEncoders {
public:
    explicit PooledEncoders(const PipelineOptions &options)
        : block_size_(options.block_size), state_(std::make_unique<State>(options, is_slow() ? Driver::waits : Driver::works)) {}

    /// Leaves the threads of a slow pool to finish by themselves, with all that they use.
    ~PooledEncoders() override {
        if (!is_slow() || state_->pool.is_empty()) return;
        try {
            std::thread([state = std::move(state_)]() mutable { state.reset(); }).detach();
        } catch (const std::system_error &) {
            // The system refuses another thread: wait for the pool here.
        }
    }

    std::uint32_t block_size() const override { return block_size_; }

    std::span<std::byte> free_block() override {
        EncodeSlot *slot = state_->pool.free_slot();
        if (!slot) return {};
        slot->raw.resize(block_size_);
        return slot->raw;
    }
    void submit() override { state_->pool.submit(); }
    bool is_empty() const override { return state_->pool.is_empty(); }

    const Result<EncodedBlock> *try_next() override {
        const EncodeSlot *slot = state_->pool.try_next();
        return slot ? &slot->result : nullptr;
    }

    Result<EncodedBlock> next(const std::stop_token &stop) override {
        constexpr std::chrono::milliseconds patience{200};
        for (;;) {
            if (const EncodeSlot *slot = state_->pool.next_within(patience)) return slot->result;
            if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        }
    }
    void release() override { state_->pool.release(); }

private:
    using Driver = OrderedPool<EncodeSlot>::Driver;
    struct State {
        State(const PipelineOptions &options, Driver driver)
            : work(options), pool(options.threads, window_for(options.threads, options.block_size), std::ref(work), driver) {}

        EncodeWork work;
        OrderedPool<EncodeSlot> pool;
    };

    bool is_slow() const { return block_size_ >= slow_block_size; }

    const std::uint32_t block_size_;
    std::unique_ptr<State> state_;
};

/// Encodes each block as it is submitted.
class SerialEncoders final : public BlockEncoders {
public:
    explicit SerialEncoders(const PipelineOptions &options) : block_size_(options.block_size), work_(options) {}

    std::uint32_t block_size() const override { return block_size_; }
    std::span<std::byte> free_block() override {
        if (!is_empty_) return {};
        slot_.raw.resize(block_size_);
        return slot_.raw;
    }
    void submit() override {
        work_(slot_, 0);
        is_empty_ = false;
    }
    bool is_empty() const override { return is_empty_; }
    const Result<EncodedBlock> *try_next() override { return is_empty_ ? nullptr : &slot_.result; }
    Result<EncodedBlock> next(const std::stop_token &) override { return slot_.result; }
    void release() override { is_empty_ = true; }

private:
    const std::uint32_t block_size_;
    EncodeWork work_;
    EncodeSlot slot_;
    bool is_empty_ = true;
};

} // namespace

std::uint64_t hash_block(std::span<const std::byte> raw) { return XXH3_64bits(raw.data(), raw.size()); }

std::unique_ptr<BlockEncoders> make_local_encoders(const PipelineOptions &options) {
    if (options.threads <= 1 && options.block_size < slow_block_size) return std::make_unique<SerialEncoders>(options);
    return std::make_unique<PooledEncoders>(options);
}

} // namespace cloop
