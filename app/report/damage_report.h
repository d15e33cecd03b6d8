// SPDX-License-Identifier: GPL-3.0-or-later
// What damage costs: the lost blocks, and the files and directories that they belong to.

#pragma once

#include "report/json_stream.h"

#include "image/block_reader.h"
#include "job/damage.h"

#include <memory>
#include <stop_token>

namespace cloop {

/// A value; what it shows never changes. Its rows are made when they are asked for, because a scratched disc may have a million of them.
class DamageReport {
public:
    /// `lost`: in order. `filesystem`: what is inside; null where that can't be read, and then no files are named.
    DamageReport(std::shared_ptr<const BlockReader> image, std::vector<LostBlocks> lost, std::shared_ptr<const Filesystem> filesystem,
                 const std::stop_token &stop = {});

    const BlockReader &image() const { return *image_; }
    const Filesystem &filesystem() const { return *filesystem_; }  ///< Pre: hits() or incomplete() is not empty
    const std::vector<LostBlocks> &lost() const { return lost_; }
    const std::vector<HitNode> &hits() const { return hits_; }              ///< what has bytes in lost blocks
    const std::vector<NodeId> &incomplete() const { return incomplete_; }   ///< directories that are known only in part

    /// Whether the lists of files are complete: there is a file system to ask, or nothing is lost.
    bool knows_files() const { return filesystem_ || lost_.empty(); }

    /// Adds the members "damaged_ranges" and, where knows_files(), "files" and "incomplete_directories". Ends early at a stop.
    void write(JsonStream &json, const std::stop_token &stop) const;

    /// The same members with the first thousand rows of each; "more_files" and the like count the rest.
    Json first_rows() const;

private:
    struct Rows;
    std::vector<Rows> lists() const;
    Json range_row(std::size_t i) const;
    Json file_row(std::size_t i) const;

    std::shared_ptr<const BlockReader> image_;
    std::vector<LostBlocks> lost_;
    std::shared_ptr<const Filesystem> filesystem_;
    std::vector<HitNode> hits_;
    std::vector<NodeId> incomplete_;
};

} // namespace cloop
