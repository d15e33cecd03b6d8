// SPDX-License-Identifier: GPL-3.0-or-later
// Detects damage as exceptions from rules that the rest of a disc keeps.

#pragma once

#include "filesystem/filesystem.h"

#include <utility>
#include <vector>

namespace cloop {

/// A rule that most writers keep, such as "both copies of a number are equal". If most of a disc keeps it, the exceptions are damage; otherwise the
/// writer did not keep the rule.
class Habit {
public:
    void keep() { ++kept_; }
    void breach(NodeId node) { broken_.push_back(node); }

    /// The damaged nodes, one entry per breach; resets the counts.
    std::vector<NodeId> exceptions() {
        auto broken = std::exchange(broken_, {});
        if (broken.size() >= std::exchange(kept_, 0)) broken.clear();
        return broken;
    }

private:
    std::size_t kept_ = 0;
    std::vector<NodeId> broken_;
};

} // namespace cloop
