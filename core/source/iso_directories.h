// SPDX-License-Identifier: GPL-3.0-or-later
// Checks and changes the directories of an ISO 9660 stream as they pass: verifies libisofs's layout before any content is read, and replaces serial
// numbers, and the names of parents.
// libisofs numbers folders, links and devices by memory address. Numbering them by first appearance makes the output reproducible.
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

    /// Processes the next whole sectors of the stream; changes both in them. Error: layout_broken, if a directory or path table does not
    /// lie where the volume says.
    Status pass(std::span<std::byte> sectors);

    /// Whether all directories and path tables have passed.
    bool is_complete() const { return has_volume_ && expected_.empty() && left_ == 0; }

private:
    enum class Kind { rock_ridge, joliet, little_endian_path_table, big_endian_path_table };
    struct Extent {
        std::uint32_t size = 0;  ///< bytes
        std::uint32_t root = 0;  ///< of a path table: block of the root directory
        Kind kind = Kind::rock_ridge;
    };

    Status pass_sector(std::span<std::byte, sector> bytes);
    Status read_descriptor(std::span<const std::byte, sector> bytes);
    Status begin(const Extent &extent, std::span<std::byte, sector> bytes);
    Status read_records(std::span<std::byte, sector> bytes);
    void renumber(std::span<std::byte> system_use);
    Status expect(std::uint32_t at, const Extent &extent);
    std::unexpected<Error> broken() const;

    std::uint32_t number_ = 0;                     ///< of the next sector
    bool has_volume_ = false;                      ///< all descriptors have passed
    std::map<std::uint32_t, Extent> expected_;     ///< still to come, by first sector
    Kind kind_ = Kind::rock_ridge;                 ///< of the current directory
    std::uint32_t left_ = 0;                       ///< its remaining sectors
    std::unordered_map<std::uint32_t, std::uint32_t> serials_;  ///< libisofs's to ours
};

} // namespace cloop
