// SPDX-License-Identifier: GPL-3.0-or-later
// Names that become alike where ISO 9660 and Joliet have no room for the whole of them. libisofs numbers those, and looks through all names
// of the folder for each of them: 20 000 names with 100 equal letters took it minutes.

#pragma once

#include "source/libisofs_api.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace cloop {

class AlikeNames {
public:
    /// `hidden` is called with each name that Joliet will not show.
    AlikeNames(IsoWriteOpts *options, std::function<void(const std::string &)> hidden) : options_(options), hidden_(std::move(hidden)) {}

    /// The nodes of one folder. Where numbering them for Joliet would cost too much, the first of those that are alike stays and the others are
    /// left to Rock Ridge, which holds names whole. Error: tree_refused, where even ISO 9660's own names are alike in such numbers.
    Status settle(std::span<IsoNode *const> nodes);

private:
    Status limit_iso_names(std::span<IsoNode *const> nodes);
    void limit_joliet_names(std::span<IsoNode *const> nodes);
    /// Equal for equal names of that kind.
    std::size_t hash_of(IsoNode *node, int name_space) const;

    IsoWriteOpts *options_;
    std::function<void(const std::string &)> hidden_;
    std::uint64_t comparisons_ = 0;  ///< that Joliet's names cost, of all folders
};

} // namespace cloop
