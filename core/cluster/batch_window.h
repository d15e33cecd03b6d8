// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks that are under way, in batches, and who works on which. Pure: no connection, no thread, time comes from the caller.
//
// A batch is filled and closed by the driver; then it waits, until a thread of this computer takes it, or it is sent. It is done with the first right
// result; later ones are dropped. A batch that is sent can be sent, or taken here, once more when its answer is late.

#pragma once

#include "image/block_encoders.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <vector>

namespace cloop {

using ClusterClock = std::chrono::steady_clock;

/// Shared with the threads that work on it; what they read does not change after it is closed.
struct Batch {
    std::uint64_t number = 0;
    std::vector<std::byte> raw;  ///< room for all blocks
    std::vector<EncodedBlock> blocks;  ///< one for each submitted; empty codes until is_done, except zero blocks
    std::vector<bool> is_zero;  ///< such blocks are encoded already, and never sent
    std::shared_ptr<const void> memory;  ///< of the bytes in `blocks`
    bool is_closed = false;
    bool is_done = false;
    bool is_taken = false;  ///< by a thread of this computer
    bool is_answered = false;  ///< an answer waits for its check
    unsigned sends = 0;
    ClusterClock::time_point sent{};  ///< the last time

    std::span<const std::byte> raw_block(std::size_t index) const { return std::span(raw).subspan(index * block_size, block_size); }
    /// Blocks to encode.
    std::size_t work() const;
    std::uint32_t block_size = 0;
};
using BatchPtr = std::shared_ptr<Batch>;

class BatchWindow {
public:
    BatchWindow(std::uint32_t block_size, std::uint32_t blocks_in_batch) : block_size_(block_size), blocks_in_batch_(blocks_in_batch) {}

    /// The most batches under way. At least 1; a smaller number than now are under way is fine.
    void set_capacity(std::size_t batches) { capacity_ = batches; }

    // For the driver, one block at a time.

    /// Room for the next block; empty if the window is full.
    std::span<std::byte> free_block();
    /// Keeps the block in that room; `zero`: the encoded block, if it needs no work.
    void submit(const EncodedBlock *zero);
    /// No more blocks into the batch that is being filled.
    void close();
    /// Whether no block is under way. Room that free_block() gave does not count before submit().
    bool is_empty() const { return batches_.empty() || (batches_.size() == 1 && batches_.front()->blocks.empty()); }
    /// The oldest block if it is done, else null.
    const EncodedBlock *front() const;
    void release();
    /// Number of the oldest batch under way; all before are done and gone.
    std::uint64_t done_below() const { return batches_.empty() ? next_number_ : batches_.front()->number; }

    // Work. A null batch: there is none.

    /// For a thread of this computer: the oldest that waits, or whose answer is late.
    BatchPtr take_here(ClusterClock::time_point now, bool is_last);
    /// To be sent: the oldest that waits, or, if another worker shall try, whose answer is late.
    BatchPtr take_to_send(ClusterClock::time_point now, bool is_last);
    /// Batches that somebody has been sent and that are not late.
    std::size_t count_away(ClusterClock::time_point now) const;
    /// Whether a batch waits for a thread of this computer.
    bool has_waiting() const;

    /// The batch under way that awaits an answer of that number; null if none does.
    BatchPtr awaiting(std::uint64_t number) const;
    /// An answer of the batch is right. `blocks`: one for each that is not zero.
    void finish(Batch &batch, std::span<const EncodedBlock> blocks, std::shared_ptr<const void> memory, bool is_from_away,
                ClusterClock::time_point now);
    /// The batch waits again, because an answer was wrong, or because what was sent is lost.
    void return_to_waiting(Batch &batch);
    void return_all_sent();

private:
    bool is_late(const Batch &batch, ClusterClock::time_point now, bool is_last) const;

    std::uint32_t block_size_;
    std::uint32_t blocks_in_batch_;
    std::size_t capacity_ = 1;
    std::deque<BatchPtr> batches_;  ///< in order; the last may be open
    std::uint64_t next_number_ = 0;
    std::size_t released_ = 0;  ///< blocks of the first batch
    ClusterClock::duration turnaround_ = std::chrono::seconds(2);  ///< from sending to the answer, a running mean
};

} // namespace cloop
