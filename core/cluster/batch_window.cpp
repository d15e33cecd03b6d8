// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/batch_window.h"

#include "base/precondition.h"

#include <algorithm>

namespace cloop {

std::size_t Batch::work() const { return static_cast<std::size_t>(std::ranges::count(is_zero, false)); }

std::span<std::byte> BatchWindow::free_block() {
    if (batches_.empty() || batches_.back()->is_closed) {
        if (batches_.size() >= capacity_) return {};
        auto batch = std::make_shared<Batch>();
        batch->number = next_number_;
        batch->block_size = block_size_;
        batch->raw.resize(std::size_t{blocks_in_batch_} * block_size_);
        batch->blocks.reserve(blocks_in_batch_);
        batches_.push_back(std::move(batch));
        ++next_number_;
    }
    Batch &open = *batches_.back();
    return std::span(open.raw).subspan(open.blocks.size() * block_size_, block_size_);
}

void BatchWindow::submit(const EncodedBlock *zero) {
    Batch &open = *batches_.back();
    open.blocks.push_back(zero ? *zero : EncodedBlock{});
    open.is_zero.push_back(zero != nullptr);
    if (open.blocks.size() == blocks_in_batch_) close();
}

void BatchWindow::close() {
    if (batches_.empty() || batches_.back()->is_closed) return;
    Batch &open = *batches_.back();
    if (open.blocks.empty()) {
        // Nothing came after free_block().
        batches_.pop_back();
        --next_number_;
        return;
    }
    open.is_closed = true;
    open.is_done = open.work() == 0;
}

const EncodedBlock *BatchWindow::front() const {
    return batches_.empty() || !batches_.front()->is_done ? nullptr : &batches_.front()->blocks[released_];
}

void BatchWindow::release() {
    if (++released_ < batches_.front()->blocks.size()) return;
    batches_.pop_front();
    released_ = 0;
}

// Three times the usual time is late, and never less than two seconds, because a worker that is only slow needs no double. When all work is
// given out, the usual time is enough, because an idle worker does no harm by trying. Each further time waits twice as long.
bool BatchWindow::is_late(const Batch &batch, ClusterClock::time_point now, bool is_last) const {
    using namespace std::chrono_literals;
    const auto usual = is_last ? std::max<ClusterClock::duration>(turnaround_, 500ms) : std::max<ClusterClock::duration>(3 * turnaround_, 2s);
    return now - batch.sent > usual * (1 << std::min(batch.sends - 1, 6u));
}

BatchPtr BatchWindow::take_here(ClusterClock::time_point now, bool is_last) {
    BatchPtr late;
    for (const BatchPtr &batch : batches_) {
        if (!batch->is_closed || batch->is_done || batch->is_taken || batch->is_answered) continue;
        if (batch->sends == 0) {
            batch->is_taken = true;
            return batch;
        }
        if (!late && is_late(*batch, now, is_last)) late = batch;
    }
    if (late) late->is_taken = true;
    return late;
}

BatchPtr BatchWindow::take_to_send(ClusterClock::time_point now, bool is_last) {
    BatchPtr late;
    for (const BatchPtr &batch : batches_) {
        if (!batch->is_closed || batch->is_done || batch->is_taken || batch->is_answered) continue;
        if (batch->sends == 0 || (!late && is_late(*batch, now, is_last))) {
            late = batch;
            if (batch->sends == 0) break;
        }
    }
    if (!late) return late;
    ++late->sends;
    late->sent = now;
    return late;
}

std::size_t BatchWindow::count_away(ClusterClock::time_point now) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        batches_, [&](const BatchPtr &batch) { return !batch->is_done && !batch->is_answered && batch->sends > 0 && !is_late(*batch, now, false); }));
}

bool BatchWindow::has_waiting() const {
    return std::ranges::any_of(batches_,
                               [](const BatchPtr &batch) { return batch->is_closed && !batch->is_done && !batch->is_taken && batch->sends == 0; });
}

BatchPtr BatchWindow::awaiting(std::uint64_t number) const {
    if (batches_.empty() || number < batches_.front()->number || number >= next_number_) return {};
    const BatchPtr &batch = batches_[static_cast<std::size_t>(number - batches_.front()->number)];
    return batch->is_closed && !batch->is_done && !batch->is_answered ? batch : BatchPtr();
}

void BatchWindow::finish(Batch &batch, std::span<const EncodedBlock> blocks, std::shared_ptr<const void> memory, bool is_from_away,
                         ClusterClock::time_point now) {
    if (batch.is_done) return;
    CLOOP_PRE(blocks.size() == batch.work());
    std::size_t taken = 0;
    for (std::size_t i = 0; i < batch.blocks.size(); ++i)
        if (!batch.is_zero[i]) batch.blocks[i] = blocks[taken++];
    batch.memory = std::move(memory);
    batch.is_done = true;
    // No more than fourfold, since a cut network says nothing about the usual time.
    if (is_from_away && batch.sends == 1) turnaround_ = (3 * turnaround_ + std::min(now - batch.sent, 4 * turnaround_)) / 4;
}

void BatchWindow::return_to_waiting(Batch &batch) {
    batch.is_answered = false;
    batch.sends = 0;
}

void BatchWindow::return_all_sent() {
    for (const BatchPtr &batch : batches_)
        if (!batch->is_answered) batch->sends = 0;
}

} // namespace cloop
