// SPDX-License-Identifier: GPL-3.0-or-later
// Limits names that become equal when shortened for ISO 9660 and Joliet, because libisofs numbers them by searching all names of the folder for each:
// 20 000 names with 100 equal letters took minutes.

#pragma once

#include "source/libisofs_api.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace cloop {

class AlikeNames {
public:
    /// `hidden` is called with each name left out of Joliet.
    AlikeNames(IsoWriteOpts *options, std::function<void(const std::string &)> hidden) : options_(options), hidden_(std::move(hidden)) {}

    /// Handles the nodes of one folder. If numbering for Joliet would cost too much, only the first of equal names stays in Joliet; the others are in
    /// Rock Ridge only, which holds full names. Errors: names_too_alike, if too many plain ISO 9660 names are equal; out_of_memory.
    Status settle(std::span<IsoNode *const> nodes);

private:
    Status limit_iso_names(std::span<IsoNode *const> nodes);
    Status limit_joliet_names(std::span<IsoNode *const> nodes);
    /// A hash of the shortened name in that name space. Error: out_of_memory alone, because bytes that are no text become "_".
    Result<std::size_t> hash_of(IsoNode *node, int name_space) const;

    IsoWriteOpts *options_;
    std::function<void(const std::string &)> hidden_;
    std::uint64_t comparisons_ = 0;  ///< for Joliet's names, in all folders
};

} // namespace cloop
