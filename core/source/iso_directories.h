// SPDX-License-Identifier: GPL-3.0-or-later
// The directories of an ISO 9660 stream, looked at as they pass: they tell whether libisofs wrote what it had laid out before a content
// is read, and they get serial numbers of our own.
//
// libisofs numbers folders, links and devices by where they happen to lie in memory. In the order of their first appearance, the same tree
// has the same numbers in any process.
//
// Sources: ECMA-119 (volume descriptors 8.4, path tables 9.4, directory records 9.1), RRIP 1.12 (PX 4.1.1).

#pragma once

#include "base/error.h"

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>

namespace cloop {

class IsoDirectories {
public:
    static constexpr std::size_t sector = 2048;

    /// The next sectors of the stream, whole ones. Changes serial numbers in them. Error: layout_broken, where a directory or a path table
    /// does not lie where the volume says.
    Status pass(std::span<std::byte> sectors);

    /// Whether all of them have been seen.
    bool is_complete() const { return has_volume_ && expected_.empty() && left_ == 0; }

private:
    enum class Kind { rock_ridge, joliet, little_endian_path_table, big_endian_path_table };
    struct Extent {
        std::uint32_t size = 0;  ///< bytes
        std::uint32_t root = 0;  ///< of a path table: where the root directory lies
        Kind kind = Kind::rock_ridge;
    };

    Status pass_sector(std::span<std::byte, sector> bytes);
    Status read_descriptor(std::span<const std::byte, sector> bytes);
    Status begin(const Extent &extent, std::span<const std::byte, sector> bytes);
    Status read_records(std::span<std::byte, sector> bytes);
    void renumber(std::span<std::byte> system_use);
    Status expect(std::uint32_t at, const Extent &extent);
    std::unexpected<Error> broken() const;

    std::uint32_t number_ = 0;                     ///< of the sector that passes next
    bool has_volume_ = false;                      ///< all descriptors have passed
    std::map<std::uint32_t, Extent> expected_;     ///< by their first sector, all of them still to come
    Kind kind_ = Kind::rock_ridge;                 ///< of the directory that is passing
    std::uint32_t left_ = 0;                       ///< its sectors that are still to come
    std::unordered_map<std::uint32_t, std::uint32_t> serials_;  ///< libisofs's to ours
};

} // namespace cloop
