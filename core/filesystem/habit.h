// SPDX-License-Identifier: GPL-3.0-or-later
// What a disc's writer does everywhere tells what is damage where it is not so.

#pragma once

#include "filesystem/filesystem.h"

#include <utility>
#include <vector>

namespace cloop {

/// A rule that writers keep, most of them: "both copies of a number are equal". Where most of a disc keeps it, the exceptions are damage; a
/// writer that never cared is not.
class Habit {
public:
    void keep() { ++kept_; }
    void breach(NodeId node) { broken_.push_back(node); }

    /// The nodes that are damaged, each as often as it was reported; begins anew.
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
